import { renderDocx } from '../../../documents/docx.ts';
import { renderPdf } from '../../../documents/pdf.ts';
import { dayOf } from '../../../kernel/counting.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { holderName } from '../../../server/db/roles.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { suppliersOf } from '../../suppliers/server/service.ts';
import { certificateModel, letterModel, type PaperStep } from '../papers.ts';
import { words } from '../words.ts';
import * as papers from './papers-store.ts';
import { type StepRow, stepsOf } from './step-store.ts';
import * as store from './store.ts';

export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];
export const mediaTypes: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

/** The centre as its papers name it. Throws resourceNotFound. */
export const centreOf = async (tx: Tx, organizationId: string, asked?: DocumentLanguage) => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const { address } = organization;
  const lines = address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [];
  return { language, slug: organization.slug, centre: { name: inLanguage(organization.name, language), municipality: organization.municipality, lines } };
};

const levelIn = (level: string | null, language: DocumentLanguage): string => (level ? roomText('movements', `levels.${level}`, language) : '');

const paperStep = (step: StepRow, language: DocumentLanguage): PaperStep => {
  const named = roomText('movements', `steps.${step.kind}`, language, { resource: step.resourceName ?? '', level: levelIn(step.level, language), supplier: step.supplierName ?? '' });
  return {
    ...step,
    title: step.kind === 'other' && step.title ? step.title : [named, step.title].filter(Boolean).join(' – '),
    owner: step.ownerName ?? (step.ownerRole ? roomText('movements', `ownerRoles.${step.ownerRole}`, language) : ''),
  };
};

/**
 * Closes a case: its certificate takes the next number of the year, is drawn outside any transaction, then frozen with the case. Throws wrongState for a
 * case that is not open, or where steps are (`details.open` says how many); staleVersion, also where somebody did something meanwhile.
 */
export const closeCase = async (services: { db: Database } & Pick<Services, 'now'>, scope: Scope, organizationId: string, id: string, version: number, asked?: DocumentLanguage): Promise<void> => {
  const { db } = services;
  const now = services.now();
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const read = async (tx: Tx) => {
    const movement = await store.findMovement(tx, organizationId, id, now);
    if (!movement) throw new Problem('resourceNotFound');
    if (movement.version !== version) await refuseStale(tx, 'movement', organizationId, id, version);
    if (movement.state !== 'open' || movement.open > 0) throw new Problem('wrongState', { details: { open: movement.open } });
    const steps = await stepsOf(tx, organizationId, { kind: 'movement', id });
    return { movement, steps, next: await papers.nextNumber(tx, organizationId, year) };
  };
  const first = await db.tx(scope, async (tx) => ({
    ...(await read(tx)),
    ...(await centreOf(tx, organizationId, asked)),
    adviserName: await holderName(tx, organizationId, 'adviser', today),
    head: await trailHead(tx, organizationId),
  }));
  const { movement, steps, next, language, slug } = first;
  const number = `${year}-${String(next).padStart(2, '0')}`;
  const model = certificateModel({ ...movement, ...first, closedAt: now, number, steps: steps.map((step) => paperStep(step, language)) }, language, today);
  const drawn = await drawFrozen(model, first.head);
  await db.tx(scope, async (tx) => {
    const second = await read(tx);
    // Somebody closed another case, or did something to a step, meanwhile: what was drawn says no more what is.
    if (second.next !== next || JSON.stringify(second.steps) !== JSON.stringify(steps)) throw new Problem('staleVersion');
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => `${slug}-${words[language].file.certificate}-${number}.${format}`);
    await papers.insertCertificate(tx, organizationId, { movementId: id, year, number: next, language, issuedAt: now, ...frozen });
    await store.writeMovement(tx, organizationId, id, version, { state: 'closed', closedAt: now, closedBy: scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null });
  });
};

/** The letter to a firm about what somebody can reach through it, as it stands now. Throws resourceNotFound for a firm to which none is due. */
export const letterOf = async (tx: Tx, organizationId: string, movement: store.MovementRow, supplierId: string, format: Format, now: Date, asked?: DocumentLanguage) => {
  const { language, slug, centre } = await centreOf(tx, organizationId, asked);
  const [firm] = await suppliersOf(tx, organizationId, [supplierId]);
  const rights = await papers.rightsAtFirm(tx, organizationId, movement.id, supplierId);
  if (!firm || rights.length === 0) throw new Problem('resourceNotFound');
  const adviserName = await holderName(tx, organizationId, 'adviser', dayOf(now));
  const lines = [...(firm.address?.split('\n') ?? []), ...(firm.supportEmail ? [firm.supportEmail] : [])];
  const model = letterModel(
    { centre, adviserName, personName: movement.personName, day: movement.day, firm: { name: firm.name, lines }, rights: rights.map((right) => ({ ...right, level: levelIn(right.level, language) })) },
    language,
    dayOf(now),
  );
  return { name: `${slug}-${words[language].file.letter}.${format}`, draw: (): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(model) : renderDocx(model)) };
};
