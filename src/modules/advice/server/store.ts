import { type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { DecisionInput } from '../../../kernel/reasoned-decision.ts';
import { searchText } from '../../../kernel/search.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Standing } from '../../../server/db/roles.ts';
import type { AdviceInput, AdviceState } from '../advice.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const nameOf = (who: 'author' | 'asker' | 'decider' | 'lender', otherwise: string) =>
  sql<string | null>`COALESCE(${sql.ref(`${who}.firstName`)} || ' ' || ${sql.ref(`${who}.lastName`)}, ${sql.ref(otherwise)})`;
const state = sql<AdviceState>`CASE WHEN a.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN a.outcome IS NOT NULL THEN 'decided' WHEN a.sent_on IS NOT NULL THEN 'sent'
  WHEN a.asked_on IS NOT NULL AND a.recommendation IS NULL THEN 'asked' ELSE 'draft' END`;

const own = [
  ...(['id', 'version', 'year', 'number', 'capacity', 'authorId', 'askedOn', 'askedById', 'askedBy', 'question', 'oral', 'oralReason', 'subject', 'facts', 'reasons', 'recommendation'] as const),
  ...(['risk', 'alternatives', 'delayDays', 'delayReason', 'sentOn', 'receivedOn', 'dueOn', 'sentAt', 'contentHash', 'auditHead', 'pdfFileId', 'docxFileId', 'outcome'] as const),
  ...(['decisionReasons', 'decidedOn', 'decidedById', 'decidedForId', 'delegatedFrom', 'delegatedUntil', 'decidedAt', 'toldOn', 'decisionHash', 'decisionAuditHead'] as const),
  ...(['decisionPdfFileId', 'decisionDocxFileId', 'withdrawnOn', 'withdrawalReason'] as const),
].map((column) => `a.${column}` as const);

const named = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('advice as a')
    .leftJoin('person as author', (join) => join.onRef('author.organizationId', '=', 'a.organizationId').onRef('author.id', '=', 'a.authorId'))
    .leftJoin('person as asker', (join) => join.onRef('asker.organizationId', '=', 'a.organizationId').onRef('asker.id', '=', 'a.askedById'))
    .leftJoin('person as decider', (join) => join.onRef('decider.organizationId', '=', 'a.organizationId').onRef('decider.id', '=', 'a.decidedById'))
    .leftJoin('person as lender', (join) => join.onRef('lender.organizationId', '=', 'a.organizationId').onRef('lender.id', '=', 'a.decidedForId'))
    .where('a.organizationId', '=', organizationId)
    .select(own)
    .select([nameOf('author', 'a.authorName').as('authorName'), nameOf('asker', 'a.askedBy').as('askedByName'), nameOf('decider', 'a.decidedByName').as('decidedByName')])
    .select([nameOf('lender', 'a.decidedForName').as('decidedForName'), state.as('state')]);
export type AdviceRow = Awaited<ReturnType<ReturnType<typeof named>['executeTakeFirstOrThrow']>>;

/** One advice with the names of those in it. */
export const findAdvice = (tx: Tx, organizationId: string, id: string): Promise<AdviceRow | undefined> => named(tx, organizationId).where('a.id', '=', id).executeTakeFirst();

/** The frozen letters of an advice as their models. */
export const frozenModels = (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('advice').select(['model', 'decisionModel']).where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirstOrThrow();

export type Filters = { year?: number | undefined; state?: AdviceState | undefined; outcome?: string | undefined; timing?: 'waiting' | 'waitingLate' | 'inTime' | 'late' | undefined };
/** Which drafts the reader may see: all; those that were asked for; none. */
export type Drafts = 'all' | 'asked' | 'none';

/** The advice of a centre, drafts among it as the reader may see them. */
export const listAdvice = (tx: Tx, organizationId: string, filters: Filters, drafts: Drafts, today: CivilDate): Listed => {
  let query = named(tx, organizationId) as Listed;
  if (drafts === 'asked') query = query.where(sql<boolean>`(a.sent_on IS NOT NULL OR a.asked_on IS NOT NULL)`);
  if (drafts === 'none') query = query.where('a.sentOn', 'is not', null);
  if (filters.year) query = query.where('a.year', '=', filters.year);
  if (filters.state) query = query.where(sql<boolean>`${state} = ${filters.state}`);
  if (filters.outcome) query = query.where('a.outcome', '=', filters.outcome);
  const open = sql<boolean>`a.sent_on IS NOT NULL AND a.outcome IS NULL AND a.withdrawn_on IS NULL`;
  if (filters.timing === 'waiting') query = query.where(open).where('a.dueOn', '>=', today);
  if (filters.timing === 'waitingLate') query = query.where(open).where('a.dueOn', '<', today);
  if (filters.timing === 'inTime') query = query.where(sql<boolean>`a.decided_on <= a.due_on`);
  if (filters.timing === 'late') query = query.where(sql<boolean>`a.decided_on > a.due_on`);
  return query;
};
export const adviceSorts: Sorts = {
  number: [sql`coalesce(a.year, 9999)`, sql`coalesce(a.number, 999999)`],
  sentOn: [sql`coalesce(a.sent_on, 'infinity')`, sql`coalesce(a.number, 999999)`],
  dueOn: [sql`coalesce(a.due_on, 'infinity')`],
  subject: [sql`a.subject COLLATE names`],
};

/** The advice given in a year, in its order. */
export const adviceOfYear = (tx: Tx, organizationId: string, year: number): Promise<AdviceRow[]> => named(tx, organizationId).where('a.year', '=', year).orderBy('a.number').execute();

export type Summary = { waiting: number; late: number; drafts: number; asked: number; nextDueOn: string | null; nextId: string | null; years: number[] };
/** The counts of the sentence above the register. */
export const summaryOf = async (tx: Tx, organizationId: string, today: CivilDate): Promise<Summary> => {
  const { rows } = await sql<Summary>`
    SELECT count(*) FILTER (WHERE open)::int AS waiting, count(*) FILTER (WHERE open AND due_on < ${today})::int AS late,
      count(*) FILTER (WHERE sent_on IS NULL AND NOT (asked_on IS NOT NULL AND recommendation IS NULL))::int AS drafts,
      count(*) FILTER (WHERE sent_on IS NULL AND asked_on IS NOT NULL AND recommendation IS NULL)::int AS asked,
      min(due_on) FILTER (WHERE open) AS next_due_on, (array_agg(id ORDER BY due_on, id) FILTER (WHERE open))[1] AS next_id,
      COALESCE(array_agg(DISTINCT year) FILTER (WHERE year IS NOT NULL), '{}') AS years
    FROM (SELECT *, sent_on IS NOT NULL AND outcome IS NULL AND withdrawn_on IS NULL AS open FROM advice WHERE organization_id = ${organizationId}) a`.execute(tx);
  return rows[0]!;
};

const columns = (values: AdviceInput) => ({
  capacity: values.capacity,
  subject: values.subject,
  askedOn: values.askedOn ?? null,
  askedById: values.askedById ?? null,
  askedBy: values.askedBy ?? null,
  question: values.question ?? null,
  oral: values.oral,
  oralReason: values.oralReason ?? null,
  facts: values.facts ?? null,
  reasons: values.reasons ?? null,
  recommendation: values.recommendation ?? null,
  risk: values.risk ?? null,
  alternatives: values.alternatives ?? null,
  delayDays: values.delayDays ?? null,
  delayReason: values.delayReason ?? null,
  searchText: searchText(values.subject, values.recommendation),
});
type Author = { authorId: string | null; authorName: string | null };

export const insertAdvice = async (tx: Tx, organizationId: string, values: AdviceInput, author: Author): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('advice')
    .values({ organizationId, id, ...columns(values), ...author, model: null, decisionModel: null })
    .execute();
  return id;
};

const changed = async (tx: Tx, organizationId: string, id: string, version: number, values: Record<string, unknown>): Promise<void> => {
  const updated = await tx
    .updateTable('advice')
    .set(values as never)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'advice', organizationId, id, version);
};

/** Throws resourceNotFound, or staleVersion with who changed what since; so do those below. */
export const updateAdvice = (tx: Tx, organizationId: string, id: string, version: number, values: AdviceInput, author: Author): Promise<void> =>
  changed(tx, organizationId, id, version, { ...columns(values), ...author });

export const deleteAdvice = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('advice').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'advice', organizationId, id, version);
};

/** The number that the next advice of that year has; of two at once, the second waits. */
export const nextNumber = async (tx: Tx, organizationId: string, year: number): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`advice/${organizationId}`}, 0))`.execute(tx);
  return peekNumber(tx, organizationId, year);
};
/** The same, without keeping others from it. */
export const peekNumber = async (tx: Tx, organizationId: string, year: number): Promise<number> =>
  (
    await tx
      .selectFrom('advice')
      .select(sql<number>`coalesce(max(number), 0)`.as('number'))
      .where('organizationId', '=', organizationId)
      .where('year', '=', year)
      .executeTakeFirstOrThrow()
  ).number + 1;

type Frozen = { contentHash: string; model: DocumentModel; auditHead: string | null; pdfFileId: string; docxFileId: string };
export type Sending = { year: number; number: number; sentOn: string; receivedOn: string; dueOn: string };

export const sendAdvice = (tx: Tx, organizationId: string, id: string, version: number, sending: Sending & { sentAt: Date }, { model, ...frozen }: Frozen): Promise<void> =>
  changed(tx, organizationId, id, version, { ...sending, ...frozen, model: json(model) });

export type Deciding = Required<Pick<DecisionInput, 'outcome' | 'decidedOn'>> & {
  decisionReasons: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedForId: string | null;
  decidedForName: string | null;
  delegatedFrom: string | null;
  delegatedUntil: string | null;
};
/** Who decides, as the columns of a record keep it: by their records in the register of people, by name where there is none. */
export const decidingOf = (standing: Standing): Omit<Deciding, 'outcome' | 'decidedOn' | 'decisionReasons'> => ({
  decidedById: standing.personId,
  decidedByName: standing.personId ? null : standing.name,
  decidedForId: standing.lent?.personId ?? null,
  decidedForName: standing.lent && !standing.lent.personId ? standing.lent.name : null,
  delegatedFrom: standing.lent?.start ?? null,
  delegatedUntil: standing.lent?.end ?? null,
});

export const decideAdvice = (tx: Tx, organizationId: string, id: string, version: number, deciding: Deciding & { decidedAt: Date; toldOn: string | null }, frozen: Frozen): Promise<void> =>
  changed(tx, organizationId, id, version, {
    ...deciding,
    decisionHash: frozen.contentHash,
    decisionModel: json(frozen.model),
    decisionAuditHead: frozen.auditHead,
    decisionPdfFileId: frozen.pdfFileId,
    decisionDocxFileId: frozen.docxFileId,
  });

export const tellAdvice = (tx: Tx, organizationId: string, id: string, version: number, toldOn: string): Promise<void> => changed(tx, organizationId, id, version, { toldOn });

export const withdrawAdvice = (tx: Tx, organizationId: string, id: string, version: number, withdrawnOn: string, withdrawalReason: string): Promise<void> =>
  changed(tx, organizationId, id, version, { withdrawnOn, withdrawalReason });

/** Whether the register of the centre knows this person. */
export const isPerson = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst()) !== undefined;

/** An advice of the time before Beffroi: with the number it had (or the next of its year), and no letter of ours. */
export type Recorded = AdviceInput & { year: number; number?: number | undefined; sentOn: string; receivedOn: string; dueOn: string; authorId?: string | null; authorName?: string | null } & Partial<
    Pick<AdviceRow, 'outcome' | 'decisionReasons' | 'decidedOn' | 'decidedById' | 'decidedByName' | 'toldOn' | 'withdrawnOn' | 'withdrawalReason'>
  >;
export const recordAdvice = async (tx: Tx, organizationId: string, { authorId = null, authorName = null, ...values }: Recorded): Promise<string> => {
  const id = newId();
  const { outcome, decisionReasons, decidedOn, decidedById, decidedByName, toldOn, withdrawnOn, withdrawalReason, year, sentOn, receivedOn, dueOn } = values;
  const number = values.number ?? (await nextNumber(tx, organizationId, year));
  const sent = { year, number, sentOn, receivedOn, dueOn, outcome, decisionReasons, decidedOn, decidedById, decidedByName, toldOn, withdrawnOn, withdrawalReason };
  await tx
    .insertInto('advice')
    .values({ organizationId, id, ...columns(values), authorId, authorName, ...sent, model: null, decisionModel: null })
    .execute();
  return id;
};

/** What tells one advice that was given from another. */
export const numberedAdvice = (tx: Tx, organizationId: string): Promise<{ year: number; number: number; sentOn: string; subject: string }[]> =>
  tx
    .selectFrom('advice')
    .select(['year', 'number', 'sentOn', 'subject'])
    .where('organizationId', '=', organizationId)
    .where('sentOn', 'is not', null)
    .$narrowType<{ year: number; number: number; sentOn: string }>()
    .execute();

/** The years of the register of advice, the newest first, with the letters that were frozen in each: their files by name, in the order of their numbers. */
export const lettersByYear = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ year: number; files: { id: string; name: string }[] }>`
    SELECT a.year, coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY a.number, f.id = a.decision_pdf_file_id) FILTER (WHERE f.id IS NOT NULL), '[]') AS files
    FROM advice a
    LEFT JOIN file f ON f.organization_id = a.organization_id AND f.id IN (a.pdf_file_id, a.decision_pdf_file_id)
    WHERE a.organization_id = ${organizationId} AND a.year IS NOT NULL
    GROUP BY a.year ORDER BY a.year DESC`.execute(tx);
  return rows;
};
