import { type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { DecisionInput } from '../../../kernel/reasoned-decision.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { Standing } from '../../../server/db/roles.ts';
import type { Addressee, InfringementInput, InfringementState, MeasureInput } from '../infringement.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const state = sql<InfringementState>`CASE WHEN i.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN i.outcome IS NOT NULL THEN 'decided' WHEN i.sent_on IS NOT NULL THEN 'sent' ELSE 'draft' END`;

const all = (tx: Tx, organizationId: string) => tx.selectFrom('infringement as i').where('i.organizationId', '=', organizationId).selectAll('i').select(state.as('state'));
export type InfringementRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>;

/** One notice, for whom it exists. */
export const findInfringement = (tx: Tx, organizationId: string, id: string): Promise<InfringementRow | undefined> => all(tx, organizationId).where('i.id', '=', id).executeTakeFirst();

/** The notices of a centre that exist for the caller. */
export const listInfringements = (tx: Tx, organizationId: string): Listed => all(tx, organizationId) as Listed;
export const infringementSorts: Sorts = { sentOn: [sql`coalesce(i.sent_on, 'infinity')`, sql`coalesce(i.number, 999999)`], dueOn: [sql`coalesce(i.due_on, 'infinity')`] };

const columns = (values: InfringementInput) => ({
  addressee: values.addressee,
  subject: values.subject,
  rule: values.rule ?? null,
  foundOn: values.foundOn ?? null,
  facts: values.facts ?? null,
  concerned: values.concerned ?? null,
  reasons: values.reasons ?? null,
  recommendation: values.recommendation ?? null,
  delayDays: values.delayDays ?? null,
  delayReason: values.delayReason ?? null,
});

/** Adds a draft. The same request sent again (`requestKey`) makes nothing more, and answers what the first made. */
export const insertInfringement = async (tx: Tx, organizationId: string, values: InfringementInput, authorName: string, requestKey: string | null): Promise<string> => {
  const made = await tx
    .insertInto('infringement')
    .values({ organizationId, id: newId(), ...columns(values), authorName, requestKey })
    .onConflict((conflict) => conflict.columns(['organizationId', 'requestKey']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return made.id;
  const earlier = await tx.selectFrom('infringement').select(['id', 'subject', 'facts']).where('organizationId', '=', organizationId).where('requestKey', '=', requestKey).executeTakeFirst();
  if (!earlier || earlier.subject !== values.subject || earlier.facts !== (values.facts ?? null)) throw new Problem('idempotencyKeyReused');
  return earlier.id;
};

// Who changed what since stands in a trail that nobody reads here: it is only said that it has changed.
const stale = async (tx: Tx, table: 'infringement' | 'infringementAction', organizationId: string, id: string): Promise<never> => {
  const found = await tx.selectFrom(table).select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
  throw new Problem(found ? 'staleVersion' : 'resourceNotFound');
};
const changed = async (tx: Tx, table: 'infringement' | 'infringementAction', organizationId: string, id: string, version: number, values: Record<string, unknown>): Promise<void> => {
  const updated = await tx
    .updateTable(table)
    .set(values as never)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await stale(tx, table, organizationId, id);
};

/** Throws resourceNotFound or staleVersion; so do those below. */
export const updateInfringement = (tx: Tx, organizationId: string, id: string, version: number, values: InfringementInput, authorName: string): Promise<void> =>
  changed(tx, 'infringement', organizationId, id, version, { ...columns(values), authorName });

export const deleteInfringement = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('infringement').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await stale(tx, 'infringement', organizationId, id);
};

/** The number that the next notice to that addressee has in a year; of two at once, the second waits where `keep` is set. */
export const nextNumber = async (tx: Tx, organizationId: string, addressee: Addressee, year: number, keep: boolean): Promise<number> => {
  if (keep) await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`infringement/${organizationId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('infringement')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .where('addressee', '=', addressee)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return last.number + 1;
};

export type Letter = { document: 'notice' | 'decision'; contentHash: string; model: DocumentModel; pdf: Uint8Array; docx: Uint8Array };
const keepLetter = async (tx: Tx, organizationId: string, infringementId: string, addressee: Addressee, letter: Letter): Promise<void> => {
  const { document, contentHash, model, pdf, docx } = letter;
  await tx
    .insertInto('infringementLetter')
    .values({ organizationId, id: newId(), infringementId, addressee, document, language: model.language, contentHash, model: json(model) as never, pdf: Buffer.from(pdf), docx: Buffer.from(docx) })
    .execute();
};

export type Sending = { year: number; number: number; sentOn: string; receivedOn: string; dueOn: string };
export const sendInfringement = async (tx: Tx, organizationId: string, id: string, version: number, addressee: Addressee, sending: Sending, letter: Letter): Promise<void> => {
  await changed(tx, 'infringement', organizationId, id, version, sending);
  await keepLetter(tx, organizationId, id, addressee, letter);
};

/** Who decides, in words. */
export const decidingOf = ({ name, lent }: Standing) => ({ decidedByName: name, decidedForName: lent?.name ?? null, delegatedFrom: lent?.start ?? null, delegatedUntil: lent?.end ?? null });
type Deciding = Required<Pick<DecisionInput, 'outcome' | 'decidedOn'>> & { decisionReasons: string | null } & ReturnType<typeof decidingOf>;
export const decideInfringement = async (tx: Tx, organizationId: string, id: string, version: number, addressee: Addressee, deciding: Deciding, letter: Letter): Promise<void> => {
  await changed(tx, 'infringement', organizationId, id, version, deciding);
  await keepLetter(tx, organizationId, id, addressee, letter);
};

export const withdrawInfringement = (tx: Tx, organizationId: string, id: string, version: number, withdrawnOn: string, withdrawalReason: string): Promise<void> =>
  changed(tx, 'infringement', organizationId, id, version, { withdrawnOn, withdrawalReason });

/** The hashes of the letters of a notice. */
export const letterHashes = async (tx: Tx, organizationId: string, infringementId: string) =>
  tx.selectFrom('infringementLetter').select(['document', 'contentHash']).where('organizationId', '=', organizationId).where('infringementId', '=', infringementId).execute();

/** A frozen letter: its model, and its bytes in one format. */
export const findLetter = async (tx: Tx, organizationId: string, infringementId: string, document: 'notice' | 'decision', format: 'pdf' | 'docx') =>
  tx
    .selectFrom('infringementLetter')
    .select(['model', 'language', `${format} as bytes`])
    .where('organizationId', '=', organizationId)
    .where('infringementId', '=', infringementId)
    .where('document', '=', document)
    .executeTakeFirst();

/** The measures that follow from a notice. */
export const listMeasures = async (tx: Tx, organizationId: string, infringementId: string) =>
  tx
    .selectFrom('infringementAction')
    .select(['id', 'version', 'infringementId', 'text', 'responsible', 'dueOn', 'doneOn', 'doneHow'])
    .where('organizationId', '=', organizationId)
    .where('infringementId', '=', infringementId)
    .orderBy(sql`due_on NULLS LAST`)
    .orderBy('id')
    .execute();

/** One measure, with the notice that it follows from. */
export const findMeasure = (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('infringementAction').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

const measure = ({ text, responsible, dueOn, doneOn, doneHow }: MeasureInput) => ({ text, responsible: responsible ?? null, dueOn: dueOn ?? null, doneOn: doneOn ?? null, doneHow: doneHow ?? null });
export const insertMeasure = async (tx: Tx, organizationId: string, infringementId: string, addressee: Addressee, values: MeasureInput): Promise<void> => {
  await tx
    .insertInto('infringementAction')
    .values({ organizationId, id: newId(), infringementId, addressee, ...measure(values) })
    .execute();
};
export const updateMeasure = (tx: Tx, organizationId: string, id: string, version: number, values: MeasureInput): Promise<void> =>
  changed(tx, 'infringementAction', organizationId, id, version, measure(values));
