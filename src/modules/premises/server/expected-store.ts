import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { ExpectedVisitorInput } from '../visitor.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const nameOf = (alias: string) => sql<string | null>`${sql.ref(`${alias}.first_name`)} || ' ' || ${sql.ref(`${alias}.last_name`)}`;

/** What became of an announcement, seen from a day. */
export type ExpectedState = 'expected' | 'arrived' | 'absent';

/** Who was announced, with for whom; of one person who announced or is visited, or of all. Sorted by nothing. */
export const listExpected = (tx: Tx, organizationId: string, filters: { personId?: string | undefined; from?: CivilDate | undefined }, day: CivilDate): Listed => {
  let query = tx
    .selectFrom('expectedVisitor as e')
    .leftJoin('person as host', (join) => join.onRef('host.organizationId', '=', 'e.organizationId').onRef('host.id', '=', 'e.hostId'))
    .leftJoin('person as escort', (join) => join.onRef('escort.organizationId', '=', 'e.organizationId').onRef('escort.id', '=', 'e.escortId'))
    .leftJoin('visitor as v', (join) => join.onRef('v.organizationId', '=', 'e.organizationId').onRef('v.id', '=', 'e.visitorId'))
    .where('e.organizationId', '=', organizationId)
    .select(['e.id', 'e.version', 'e.name', 'e.firm', 'e.expectedOn as day', 'e.expectedTime as time', 'e.hostId', 'e.host', 'e.escortId', 'e.announcedById'])
    .select([sql<string | null>`coalesce(e.host, ${nameOf('host')})`.as('hostName'), nameOf('escort').as('escortName')])
    .select([
      sql<string | null>`to_char(v.arrived_at AT TIME ZONE 'Europe/Brussels', 'HH24:MI')`.as('arrived'),
      sql<ExpectedState>`CASE WHEN e.visitor_id IS NOT NULL THEN 'arrived' WHEN e.expected_on < ${day}::date THEN 'absent' ELSE 'expected' END`.as('state'),
    ]) as Listed;
  const { personId, from } = filters;
  if (personId) query = query.where((where) => where.or([where('e.announcedById', '=', personId), where('e.hostId', '=', personId)]));
  if (from) query = query.where('e.expectedOn', '>=', from);
  return query;
};
export const expectedSorts: Sorts = { day: [sql`e.expected_on`, sql`coalesce(e.expected_time, '24:00')`, sql`e.name COLLATE names`] };

/** Those whom the reception waits for that day; they leave the list when they come. */
export const expectedToday = async (tx: Tx, organizationId: string, day: CivilDate) =>
  listExpected(tx, organizationId, {}, day)
    .where('e.expectedOn', '=', day)
    .where('e.visitorId', 'is', null)
    .orderBy(sql`coalesce(e.expected_time, '24:00')`)
    .orderBy(sql`e.name COLLATE names`)
    .limit(200)
    .execute();

/** Notes visitors who were announced, and says the id of each. */
export const announce = async (
  tx: Tx,
  organizationId: string,
  visitors: readonly (Omit<ExpectedVisitorInput, 'day' | 'time'> & { expectedOn: CivilDate; expectedTime?: string | undefined; announcedById?: string | undefined; visitorId?: string | undefined })[],
): Promise<string[]> => {
  const none = { firm: null, expectedTime: null, hostId: null, host: null, escortId: null, announcedById: null, visitorId: null };
  const rows = visitors.map((visitor) => ({ ...none, ...visitor, organizationId, id: newId() }));
  if (rows.length > 0) await tx.insertInto('expectedVisitor').values(rows).execute();
  return rows.map(({ id }) => id);
};
