import { contentHash } from '../../../documents/content.ts';
import { renderDocx } from '../../../documents/docx.ts';
import { renderPdf } from '../../../documents/pdf.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { type DecisionInput, decisionDayFault, decisionDueOn, delayFits, receiptFault } from '../../../kernel/reasoned-decision.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { holderName, type Standing, standingOf } from '../../../server/db/roles.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { sendingFaults } from '../advice.ts';
import { adviceModel, type AdviceFacts, decisionModel, registerModel } from '../letters.ts';
import { words } from '../words.ts';
import * as store from './store.ts';

export const adviceDocuments = ['advice', 'decision'] as const;
export type AdviceDocument = (typeof adviceDocuments)[number];
export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];
export const mediaTypes: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

export const render = (model: DocumentModel, format: Format): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(model) : renderDocx(model));

type Read = { row: store.AdviceRow; facts: AdviceFacts; language: DocumentLanguage; slug: string };
type Acting = { db: Database } & Pick<Services, 'now'>;

const centreOf = async (tx: Tx, organizationId: string, asked?: DocumentLanguage) => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const { address } = organization;
  const lines = address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [];
  return { language, slug: organization.slug, centre: { name: inLanguage(organization.name, language), municipality: organization.municipality, lines } };
};

/** All that the letters of an advice say, in a language or the one in which the centre writes. Throws resourceNotFound. */
export const readAdvice = async (tx: Tx, organizationId: string, id: string, day: CivilDate, asked?: DocumentLanguage): Promise<Read> => {
  const { centre, ...about } = await centreOf(tx, organizationId, asked);
  const row = await store.findAdvice(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  const directorGeneral = (await holderName(tx, organizationId, 'directorGeneral', row.sentOn ?? day)) ?? null;
  return { row, facts: { ...row, centre, directorGeneral }, ...about };
};

/** A letter as it is now: as it was frozen, else as the facts make it. Throws resourceNotFound for a decision that nobody has taken. */
export const modelOf = async (tx: Tx, organizationId: string, { row, facts, language }: Read, document: AdviceDocument, day: CivilDate, asked?: DocumentLanguage): Promise<DocumentModel> => {
  const frozen = row.sentOn ? await store.frozenModels(tx, organizationId, row.id) : undefined;
  const kept = document === 'advice' ? frozen?.model : frozen?.decisionModel;
  if (kept && (asked === undefined || asked === kept.language)) return kept;
  const model = document === 'advice' ? adviceModel(facts, language, day) : decisionModel(facts, language);
  if (!model) throw new Problem('resourceNotFound');
  return model;
};

/** `valombre-avis-2026-07.pdf` */
export const fileName = (slug: string, { year, number }: { year: number | null; number: number | null }, document: AdviceDocument, language: DocumentLanguage, format: Format): string =>
  `${slug}-${words[language].file[document]}${year && number ? `-${year}-${String(number).padStart(2, '0')}` : ''}.${format}`;

/** The register of a year as a document, and the name of its file. */
export const readRegister = async (tx: Tx, organizationId: string, year: number, day: CivilDate, asked?: DocumentLanguage) => {
  const { centre, language, slug } = await centreOf(tx, organizationId, asked);
  const rows = await store.adviceOfYear(tx, organizationId, year);
  return {
    model: registerModel(
      centre,
      year,
      rows.map((row) => ({ ...row, centre, directorGeneral: null })),
      language,
      day,
    ),
    name: `${slug}-${words[language].file.register}-${year}`,
  };
};

const draftOf = async (tx: Tx, organizationId: string, id: string, version: number, day: CivilDate): Promise<Read> => {
  const read = await readAdvice(tx, organizationId, id, day);
  if (read.row.sentOn) throw new Problem('wrongState');
  if (read.row.version !== version) await refuseStale(tx, 'advice', organizationId, id, version);
  const faults = sendingFaults(read.facts);
  if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map(({ name, code }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name, code })) });
  return read;
};

/**
 * Sends an advice: it takes the next number of its year, its letter is drawn outside any transaction, then stored and frozen in one, with the
 * last day to decide. Throws badRequest (what is missing, the day of receipt, `delayTooLong`), wrongState, staleVersion: also where somebody else
 * took the number meanwhile, or what the preview showed has changed.
 */
export const sendAdvice = async (
  services: Acting,
  scope: Scope,
  organizationId: string,
  id: string,
  version: number,
  sending: { receivedOn?: CivilDate | undefined; previewHash?: string | undefined },
): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const receivedOn = sending.receivedOn ?? day;
  const fault = receiptFault(receivedOn, day);
  if (fault) throw invalidInput('receivedOn', fault);
  const check = async (tx: Tx) => {
    const read = await draftOf(tx, organizationId, id, version, day);
    if (read.facts.delayDays && !delayFits(receivedOn, read.facts.delayDays)) throw invalidInput('delayDays', 'delayTooLong');
    return read;
  };
  const numbered = async (tx: Tx, read: Read, number: number) => {
    const clocks = await readClocks(tx, [organizationId]);
    const due = clocks.due('adviceDecision', organizationId, { on: receivedOn });
    const given = { year: Number(day.slice(0, 4)), number, sentOn: day, receivedOn, dueOn: decisionDueOn('on' in due ? due.on : receivedOn, receivedOn, read.facts.delayDays) };
    return { given, model: adviceModel({ ...read.facts, ...given }, read.language, day) };
  };
  const year = Number(day.slice(0, 4));
  const first = await db.tx(scope, async (tx) => {
    const read = await check(tx);
    if (sending.previewHash !== undefined && contentHash(adviceModel(read.facts, read.language, day)) !== sending.previewHash) throw new Problem('staleVersion');
    return { ...(await numbered(tx, read, await store.peekNumber(tx, organizationId, year))), auditHead: await trailHead(tx, organizationId) };
  });
  const drawn = await drawFrozen(first.model, first.auditHead);
  await db.tx(scope, async (tx) => {
    const number = await store.nextNumber(tx, organizationId, year);
    const read = await check(tx);
    const { given, model } = await numbered(tx, read, number);
    if (contentHash(model) !== drawn.contentHash) throw new Problem('staleVersion');
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => fileName(read.slug, given, 'advice', read.language, format));
    await store.sendAdvice(tx, organizationId, id, version, { ...given, sentAt: services.now() }, frozen);
  });
};

/**
 * Records what the daily manager decides, and tells whoever gave the advice: both see it here at once. `standing` says in what right they decide.
 * Throws badRequest (the day), wrongState where it is not sent, decided already or withdrawn, missingPermission without a standing, staleVersion.
 */
export const decideAdvice = async (services: Acting, scope: Scope, organizationId: string, id: string, version: number, decision: DecisionInput, standing?: Standing, told = true): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const decidedOn = decision.decidedOn ?? day;
  const check = async (tx: Tx) => {
    const read = await readAdvice(tx, organizationId, id, day);
    const { row } = read;
    if (!row.sentOn || row.outcome || row.withdrawnOn) throw new Problem('wrongState');
    if (row.version !== version) await refuseStale(tx, 'advice', organizationId, id, version);
    const fault = decisionDayFault(decidedOn, row.receivedOn!, day);
    if (fault) throw invalidInput('decidedOn', fault);
    const stands = standing ?? (scope.actor.id ? await standingOf(tx, organizationId, scope.actor.id, 'directorGeneral', day) : undefined);
    if (!stands) throw new Problem('missingPermission');
    const decided = { outcome: decision.outcome, decisionReasons: decision.decisionReasons ?? null, decidedOn };
    const names = { decidedByName: stands.name, decidedForName: stands.lent?.name ?? null, delegatedFrom: stands.lent?.start ?? null, delegatedUntil: stands.lent?.end ?? null };
    return { read, decided: { ...decided, ...store.decidingOf(stands) }, model: decisionModel({ ...read.facts, ...decided, ...names }, read.language)! };
  };
  const first = await db.tx(scope, async (tx) => ({ ...(await check(tx)), auditHead: await trailHead(tx, organizationId) }));
  const drawn = await drawFrozen(first.model, first.auditHead);
  await db.tx(scope, async (tx) => {
    const { read, decided, model } = await check(tx);
    if (contentHash(model) !== drawn.contentHash) throw new Problem('staleVersion');
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => fileName(read.slug, read.row, 'decision', read.language, format));
    await store.decideAdvice(tx, organizationId, id, version, { ...decided, decidedAt: services.now(), toldOn: told ? day : null }, frozen);
  });
};
