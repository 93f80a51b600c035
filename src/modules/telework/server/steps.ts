import { contentHash } from '../../../documents/content.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { holderName, standingOf } from '../../../server/db/roles.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { giveRights, markForWithdrawal } from '../../access/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { agreementFileName, agreementModel } from '../agreement.ts';
import { documentWords } from '../words.ts';
import {
  type AgreementInput,
  type AnswersInput,
  answersFor,
  type AuthorisationInput,
  checkFaults,
  type ChecksInput,
  type ClosingInput,
  type EndInput,
  leftToClose,
  mayBeAuthorised,
  type RefusalInput,
  type ReviewInput,
  stateOf,
  type TeleworkState,
  unanswered,
} from '../telework.ts';
import type { z } from 'zod';
import { agreementText } from './library.ts';
import { bringBack } from '../../inventories/server/service.ts';
import * as store from './store.ts';

type Acting = Pick<Services, 'db' | 'now'>;
type Sent<T extends z.ZodType> = z.infer<T>;
const issue = ({ name, code }: { name: string; code: string }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body' as const, name, code });

/** The telework of that id, in one of these states, at that version. Throws resourceNotFound, staleVersion, wrongState. */
const at = async (tx: Tx, organizationId: string, id: string, version: number, day: CivilDate, states: readonly TeleworkState[], personId?: string): Promise<store.TeleworkRow> => {
  const row = await store.findTelework(tx, organizationId, id, personId);
  if (!row) throw new Problem('resourceNotFound');
  if (row.version !== version) await refuseStale(tx, 'telework', organizationId, id, version);
  if (!states.includes(stateOf(row, day))) throw new Problem('wrongState');
  return row;
};

const notLater = (name: string, day: CivilDate | undefined, today: CivilDate): CivilDate => {
  if (day && day > today) throw invalidInput(name, 'inTheFuture');
  return day ?? today;
};

/** The person's own assessment, whole; what somebody checked on other answers is to be checked again. Throws badRequest (`required`) for a line without an answer. */
export const assess = (tx: Tx, day: CivilDate, organizationId: string, id: string, version: number, { answers }: Sent<typeof AnswersInput>, personId?: string): Promise<unknown> =>
  at(tx, organizationId, id, version, day, ['asked', 'assessed', 'checked', 'authorised'], personId).then((row) => {
    const missing = unanswered(row, answers);
    if (missing.length > 0) throw new Problem('badRequest', { issues: missing.map((line) => issue({ name: `answers.${line.id}`, code: 'required' })) });
    const again = { checks: {}, checkedOn: null, checkedBy: null, authorisedOn: null, authorisedBy: null, conditions: null };
    return store.writeStep(tx, organizationId, id, version, { answers: answersFor(row, answers), assessedOn: day, ...again });
  });

/** What whoever checks found, line by line. Throws badRequest (`required`, `noteMissing`, `lineUnknown`, `inTheFuture`). */
export const check = async (tx: Tx, day: CivilDate, organizationId: string, id: string, version: number, { checks, checkedOn, checkedBy }: Sent<typeof ChecksInput>, name: string): Promise<void> => {
  const row = await at(tx, organizationId, id, version, day, ['assessed', 'checked']);
  const faults = checkFaults({ ...row, checks });
  if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map(issue) });
  await store.writeStep(tx, organizationId, id, version, { checks, checkedOn: notLater('checkedOn', checkedOn, day), checkedBy: checkedBy ?? name });
};

/** The adviser authorises the access from outside. Throws badRequest (`forbiddenByCheck`) where what was checked forbids it. */
export const authorise = async (
  tx: Tx,
  day: CivilDate,
  organizationId: string,
  id: string,
  version: number,
  { conditions, authorisedOn }: Sent<typeof AuthorisationInput>,
  name: string,
): Promise<void> => {
  const row = await at(tx, organizationId, id, version, day, ['checked']);
  if (!mayBeAuthorised(row)) throw invalidInput('checks', 'forbiddenByCheck');
  const on = notLater('authorisedOn', authorisedOn, day);
  if (on < row.checkedOn!) throw invalidInput('authorisedOn', 'beforeCheck');
  await store.writeStep(tx, organizationId, id, version, { conditions: conditions ?? null, authorisedOn: on, authorisedBy: name });
};

/** Refused by the adviser or the director-general, with the reason that the person reads. */
export const refuse = async (tx: Tx, day: CivilDate, organizationId: string, id: string, version: number, { reason }: Sent<typeof RefusalInput>, name: string): Promise<void> => {
  await at(tx, organizationId, id, version, day, ['asked', 'assessed', 'checked', 'authorised']);
  await store.writeStep(tx, organizationId, id, version, { refusedOn: day, refusedBy: name, refusalReason: reason });
};

/** Looked at again: nothing changed, or how it is kept. */
export const review = async (tx: Tx, day: CivilDate, organizationId: string, id: string, version: number, { reviewedOn, note }: Sent<typeof ReviewInput>): Promise<void> => {
  const row = await at(tx, organizationId, id, version, day, ['inForce']);
  const on = notLater('reviewedOn', reviewedOn, day);
  if (on < row.agreedOn!) throw invalidInput('reviewedOn', 'beforeAgreement');
  await store.writeStep(tx, organizationId, id, version, { reviewedOn: on, reviewNote: note ?? null });
};

/** The right of remote access that came with the agreement is to be taken away: done in the room of access rights. */
const withdrawRight = async (tx: Tx, organizationId: string, grantId: string | null, on: CivilDate): Promise<void> => {
  const organization = grantId && (await findOrganization(tx, organizationId));
  if (organization) await markForWithdrawal(tx, organizationId, [grantId], { on, reason: documentWords(organization.documentLanguage).withdrawn });
};

/** Ends it, that day or a later one; the right that came with it is marked for withdrawal. */
export const end = async (tx: Tx, day: CivilDate, organizationId: string, id: string, version: number, { endedOn, reason }: Sent<typeof EndInput>): Promise<void> => {
  const row = await at(tx, organizationId, id, version, day, ['agreed', 'inForce', 'onSite']);
  if (row.start && endedOn < row.start) throw invalidInput('endedOn', 'endBeforeStart');
  await store.writeStep(tx, organizationId, id, version, { endedOn, endReason: reason });
  await withdrawRight(tx, organizationId, row.grantId, endedOn);
};

/** After the end: local copies are erased, what the centre lent is back. Each as soon as it is known. */
export const close = async (tx: Tx, day: CivilDate, organizationId: string, id: string, version: number, told: Sent<typeof ClosingInput>, personId?: string): Promise<void> => {
  const row = await at(tx, organizationId, id, version, day, ['ended'], personId);
  const left = leftToClose(row);
  const copies = left.includes('copies') && told.copiesErasedOn ? { copiesErasedOn: notLater('copiesErasedOn', told.copiesErasedOn, day) } : {};
  const device = left.includes('device') && told.deviceBackOn ? { deviceBackOn: notLater('deviceBackOn', told.deviceBackOn, day) } : {};
  if (Object.keys({ ...copies, ...device }).length === 0) throw new Problem('wrongState');
  await store.writeStep(tx, organizationId, id, version, { ...copies, ...device });
  if (told.deviceBackOn && device.deviceBackOn && row.deviceId) await bringBack(tx, organizationId, row.deviceId, row.personId, device.deviceBackOn);
};

/** Everything the agreement says, and in which language it is written. Throws resourceNotFound. */
export const readAgreement = async (tx: Tx, organizationId: string, row: store.TeleworkRow, day: CivilDate, given: { start: CivilDate | null; until: CivilDate | null }, asked?: DocumentLanguage) => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const setting = await store.findSetting(tx, organizationId);
  const names = {
    directorGeneral: await holderName(tx, organizationId, 'directorGeneral', day),
    adviser: await holderName(tx, organizationId, 'adviser', day),
    dpo: await holderName(tx, organizationId, 'dpo', day),
  };
  const { address } = organization;
  const facts = {
    centre: { name: inLanguage(organization.name, language), municipality: organization.municipality, lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
    names,
    window: setting,
    person: { name: row.personName, function: await store.functionOf(tx, organizationId, row.personId, day) },
    telework: { ...row, ...given },
  };
  return { model: agreementModel(agreementText(language), facts, language, day), language, slug: organization.slug };
};

/** The right that the rule of the centre names for whoever teleworks; null where it names none. */
const giveRight = async (
  tx: Tx,
  organizationId: string,
  row: store.TeleworkRow,
  { start, until, agreedOn }: { start: CivilDate; until: CivilDate | null; agreedOn: CivilDate },
  language: DocumentLanguage,
) => {
  const { resourceId, level } = await store.findSetting(tx, organizationId);
  if (!resourceId || !level) return null;
  const [right] = await giveRights(tx, organizationId, [
    { personId: row.personId, resourceId, level, start, ...(until ? { until } : {}), agreedOn, reason: documentWords(language).given, source: 'case' },
  ]);
  return right?.id ?? null;
};

/**
 * The director-general agrees: the agreement is drawn outside any transaction, then stored and frozen in one; the one it takes the place of ends the
 * day before. Throws badRequest (days), missingPermission for somebody who holds no such mandate, wrongState, staleVersion: also where what the
 * document says has changed meanwhile.
 */
export const agree = async (
  services: Acting,
  scope: Scope,
  organizationId: string,
  id: string,
  version: number,
  { start, until, agreedOn }: Sent<typeof AgreementInput>,
  standing?: string,
): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const read = async (tx: Tx) => {
    const row = await at(tx, organizationId, id, version, day, ['authorised']);
    const on = notLater('agreedOn', agreedOn, day);
    if (on < row.authorisedOn!) throw invalidInput('agreedOn', 'beforeAuthorisation');
    const stands = standing ?? (scope.actor.id ? (await standingOf(tx, organizationId, scope.actor.id, 'directorGeneral', day))?.name : undefined);
    if (!stands) throw new Problem('missingPermission');
    const given = { agreedOn: on, agreedBy: stands, start, until: until ?? null };
    return { row, given, ...(await readAgreement(tx, organizationId, { ...row, ...given }, day, given)) };
  };
  const first = await db.tx(scope, async (tx) => ({ ...(await read(tx)), auditHead: await trailHead(tx, organizationId) }));
  const drawn = await drawFrozen(first.model, first.auditHead);
  await db.tx(scope, async (tx) => {
    const { row, given, model, language, slug } = await read(tx);
    if (contentHash(model) !== drawn.contentHash) throw new Problem('staleVersion');
    const grantId = await giveRight(tx, organizationId, row, given, language);
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => agreementFileName(slug, start, language, format));
    await store.writeStep(tx, organizationId, id, version, { ...given, ...frozen, grantId });
    if (row.replacesId) await store.endReplaced(tx, organizationId, row.replacesId, start, day);
  });
};
