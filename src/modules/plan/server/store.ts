import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { ActionState, Budget, Cost, Origin, OriginKind, OwnerRole, Priority } from '../action.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** An action with the name of the person who answers for it. */
export type ActionRow = {
  id: string;
  version: number;
  number: number;
  title: string;
  description: string | null;
  origins: Origin[];
  ownerId: string | null;
  ownerName: string | null;
  ownerRole: OwnerRole | null;
  priority: Priority;
  startOn: string | null;
  dueOn: string | null;
  state: ActionState;
  progress: number;
  personDays: number;
  costs: Cost[];
  budgets: Budget[];
  repeatsMonths: number | null;
  seriesId: string;
  occurrence: number;
  anchorOn: string | null;
  anchorOccurrence: number;
  doneOn: string | null;
  doneHow: string | null;
  proofFileId: string | null;
  givenUpOn: string | null;
  givenUpReason: string | null;
  copiedFromId: string | null;
  createdOn: string;
};

const columns = [
  'a.id',
  'a.version',
  'a.number',
  'a.title',
  'a.description',
  'a.origins',
  'a.ownerId',
  'a.ownerRole',
  'a.priority',
  'a.startOn',
  'a.dueOn',
  'a.state',
  'a.progress',
  'a.personDays',
  'a.costs',
  'a.budgets',
  'a.repeatsMonths',
  'a.seriesId',
  'a.occurrence',
  'a.anchorOn',
  'a.anchorOccurrence',
  'a.doneOn',
  'a.doneHow',
  'a.proofFileId',
  'a.givenUpOn',
  'a.givenUpReason',
  'a.copiedFromId',
  'a.createdOn',
] as const;

/** Whose actions are one's own: those of the person that one is in the centre, and of the functions that one holds there. */
export type Own = { personId: string | null; roles: readonly string[] };
const ownedBy = ({ personId, roles }: Own) => sql<boolean>`(a.owner_id = ${personId}::uuid OR a.owner_role = ANY(${roles}::text[]))`;

export type ActionFilters = {
  state?: ActionState | 'open' | 'late' | undefined;
  priority?: Priority | undefined;
  originKind?: OriginKind | undefined;
  originId?: string | undefined;
  ownerId?: string | undefined;
  own?: Own | undefined;
  /** Actions that concern a calendar year: begun by its end, and neither finished nor due before it; what is late concerns every year until today. */
  year?: number | undefined;
};

const inYear = (year: number, today: string) => sql<boolean>`(coalesce(a.start_on, a.due_on, a.created_on) <= make_date(${year}, 12, 31)
  AND coalesce(a.done_on, a.given_up_on, greatest(a.due_on, ${today}::date), 'infinity') >= make_date(${year}, 1, 1))`;

/** The actions of a centre with the filters applied; sorted by nothing. */
export const listActions = (tx: Tx, organizationId: string, filters: ActionFilters, today: string): Listed => {
  let query = tx
    .selectFrom('planAction as a')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'a.organizationId').onRef('person.id', '=', 'a.ownerId'))
    .where('a.organizationId', '=', organizationId)
    .select(columns)
    .select(sql<string | null>`person.first_name || ' ' || person.last_name`.as('ownerName')) as Listed;
  const { state, priority, originKind, originId, ownerId, own, year } = filters;
  if (state === 'open' || state === 'late') query = query.where('a.state', 'in', ['planned', 'underWay']);
  else if (state) query = query.where('a.state', '=', state);
  if (state === 'late') query = query.where('a.dueOn', '<', today);
  if (priority) query = query.where('a.priority', '=', priority);
  if (originKind || originId) query = query.where(sql<boolean>`a.origins @> ${JSON.stringify([{ ...(originKind ? { kind: originKind } : {}), ...(originId ? { id: originId } : {}) }])}::jsonb`);
  if (ownerId) query = query.where('a.ownerId', '=', ownerId);
  if (own) query = query.where(ownedBy(own));
  if (year) query = query.where(inYear(year, today));
  return query;
};

export const actionSorts: Sorts = {
  dueOn: [sql`coalesce(a.due_on, 'infinity')`],
  number: [sql`a.number`],
  title: [sql`a.title COLLATE names`],
  priority: [sql`array_position('{high,normal,low}'::text[], a.priority)`, sql`coalesce(a.due_on, 'infinity')`],
};

/** One action, or undefined when this centre has none with that id; with `own`, when it is not theirs. */
export const findAction = async (tx: Tx, organizationId: string, id: string, own?: Own): Promise<ActionRow | undefined> =>
  listActions(tx, organizationId, { own }, '2000-01-01').where('a.id', '=', id).executeTakeFirst() as Promise<ActionRow | undefined>;

/** The number of the next action of a centre; of two at once, the second waits. */
export const nextNumber = async (tx: Tx, organizationId: string): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`plan/${organizationId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('planAction')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .executeTakeFirstOrThrow();
  return last.number + 1;
};

export const hasOccurrence = async (tx: Tx, organizationId: string, seriesId: string, occurrence: number): Promise<boolean> =>
  (await tx.selectFrom('planAction').select('id').where('organizationId', '=', organizationId).where('seriesId', '=', seriesId).where('occurrence', '=', occurrence).executeTakeFirst()) !== undefined;

export const personKnown = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst()) !== undefined;

/** Whether a plan that was put to the council names the action. */
export const isInVersion = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('planVersion')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where(sql<boolean>`content -> 'actions' @> ${JSON.stringify([{ id }])}::jsonb`)
    .executeTakeFirst()) !== undefined;

/** Which of these centres have the action already: the first, or a copy of it. */
export const centresWithCopy = async (tx: Tx, organizationIds: readonly string[], firstId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('planAction')
      .select('organizationId')
      .where('organizationId', 'in', [...organizationIds])
      .where((where) => where.or([where('copiedFromId', '=', firstId), where('id', '=', firstId)]))
      .execute()
  ).map(({ organizationId }) => organizationId);

/** The file that shows that the action was done, in the place of the one before. Throws resourceNotFound or staleVersion. */
export const setProof = async (tx: Tx, organizationId: string, id: string, version: number, proofFileId: string): Promise<void> => {
  const before = await tx.selectFrom('planAction').select('proofFileId').where('organizationId', '=', organizationId).where('id', '=', id).forUpdate().executeTakeFirst();
  const updated = await tx.updateTable('planAction').set({ proofFileId }).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'plan_action', organizationId, id, version);
  if (before?.proofFileId) await removeFile(tx, organizationId, before.proofFileId);
};

/** Titles and due days of all actions of a centre: what a workbook may say again. */
export const plannedActions = (tx: Tx, organizationId: string): Promise<{ title: string; dueOn: string | null }[]> =>
  tx.selectFrom('planAction').select(['title', 'dueOn']).where('organizationId', '=', organizationId).orderBy('number').execute();
