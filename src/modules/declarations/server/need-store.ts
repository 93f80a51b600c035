import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { letterDays, type NeedState, needStates, type Variant } from '../declaration.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

/** Somebody whom an undertaking binds: which text, since when, and where they stand (the SQL function `declaration_needs`). */
export type NeedRow = {
  organizationId: string;
  personId: string;
  variant: Variant;
  since: CivilDate;
  serviceId: string | null;
  mission: string | null;
  coveredBy: string | null;
  declarationId: string | null;
  signedOn: CivilDate | null;
  askedSince: CivilDate | null;
  /** From when the centre counts that they are waited for: not from before it was followed. */
  waitsSince: CivilDate;
  state: NeedState;
};

/** Everybody whom an undertaking binds in these centres that day, or those of these people whom it does. */
export const needsOf = async (tx: Tx, organizationIds: readonly string[], today: CivilDate, personIds?: readonly string[]): Promise<NeedRow[]> =>
  (await sql<NeedRow>`SELECT * FROM declaration_needs(${organizationIds}::uuid[], ${today}::date, ${personIds ?? null}::uuid[])`.execute(tx)).rows;

export type NeedFilters = { personId?: string | undefined; state?: NeedState | 'open' | undefined; variant?: Variant | undefined; serviceId?: string | undefined; text?: string | undefined };

/** The people of a centre whom an undertaking binds, with their names and services. */
export const listNeeds = (tx: Tx, organizationId: string, filters: NeedFilters, today: CivilDate): Listed => {
  let query = tx
    .selectFrom(sql<NeedRow>`declaration_needs(ARRAY[${organizationId}]::uuid[], ${today}::date, ${filters.personId ? [filters.personId] : null}::uuid[])`.as('need'))
    .innerJoin('person', (join) => join.on('person.organizationId', '=', organizationId).onRef('person.id', '=', 'need.personId'))
    .leftJoin('service', (join) => join.on('service.organizationId', '=', organizationId).onRef('service.id', '=', 'need.serviceId'))
    .select([
      'person.id',
      'need.personId',
      'need.variant',
      'need.since',
      'need.serviceId',
      'need.declarationId',
      'need.signedOn',
      'need.askedSince',
      'need.waitsSince',
      'need.state',
      'service.name as serviceName',
    ])
    .select(['person.language', 'person.employer'])
    .select(
      sql<string | null>`(SELECT f.name FROM supplier_contract k JOIN supplier f ON f.organization_id = k.organization_id AND f.id = k.supplier_id
        WHERE k.organization_id = ${organizationId} AND k.id = need.covered_by)`.as('coveredBy'),
    )
    .select(sql<string>`person.first_name || ' ' || person.last_name`.as('personName')) as Listed;
  if (filters.state) query = filters.state === 'open' ? query.where('need.state', 'in', ['missing', 'renewal']) : query.where('need.state', '=', filters.state);
  if (filters.variant) query = query.where('need.variant', '=', filters.variant);
  if (filters.serviceId) query = query.where('need.serviceId', '=', filters.serviceId);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('person.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};
export const needSorts: Sorts = {
  state: [sql`array_position(${[...needStates]}::text[], need.state)`, sql`need.waits_since`, sql`coalesce(need.asked_since, need.since)`],
  name: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`],
  since: [sql`need.since`],
  signed: [sql`coalesce(need.signed_on, '-infinity')`],
};

export type NeedSums = { state: NeedState; people: number; oldest: CivilDate };

/** How many are where, and since when the longest of them. */
export const sumNeeds = async (tx: Tx, organizationId: string, today: CivilDate): Promise<NeedSums[]> =>
  (
    await sql<NeedSums>`SELECT state, count(*)::int AS people, min(CASE state WHEN 'signed' THEN signed_on ELSE waits_since END) AS oldest
      FROM declaration_needs(ARRAY[${organizationId}]::uuid[], ${today}::date) GROUP BY 1`.execute(tx)
  ).rows;

/** The same by service: how many are bound, and how many of them have still to sign. */
export const needsByService = async (tx: Tx, organizationId: string, today: CivilDate) =>
  (
    await sql<{ serviceId: string | null; serviceName: string | null; people: number; open: number }>`
      SELECT n.service_id, s.name AS service_name, count(*)::int AS people, count(*) FILTER (WHERE n.state IN ('missing', 'renewal'))::int AS open
      FROM declaration_needs(ARRAY[${organizationId}]::uuid[], ${today}::date) n LEFT JOIN service s ON s.organization_id = n.organization_id AND s.id = n.service_id
      WHERE n.state <> 'coming' GROUP BY 1, 2 ORDER BY s.name COLLATE names NULLS LAST`.execute(tx)
  ).rows;

export type Person = { id: string; name: string; language: string | null; employer: string | null };

/** Somebody of the centre, as their undertaking names them. */
export const personOf = async (tx: Tx, organizationId: string, personId: string): Promise<Person | undefined> => {
  const found = await tx
    .selectFrom('person')
    .select(['id', 'firstName', 'lastName', 'language', 'employer'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', personId)
    .where('erasedOn', 'is', null)
    .executeTakeFirst();
  return found && { id: found.id, name: `${found.firstName} ${found.lastName}`, language: found.language, employer: found.employer };
};

export const serviceOf = async (tx: Tx, organizationId: string, id: string | null): Promise<string | undefined> =>
  id === null ? undefined : (await tx.selectFrom('service').select('name').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.name;

/** Those who wait, have no account here and have an address, and to whom no letter went within the last days; the others who wait and have no account lack an address. */
export const withoutAccount = async (tx: Tx, organizationId: string, day: CivilDate, now: Date, atOnce: number): Promise<{ personId: string; email: string | null }[]> =>
  (
    await sql<{ personId: string; email: string | null }>`
      SELECT n.person_id, p.email FROM declaration_needs(ARRAY[${organizationId}]::uuid[], ${day}::date) n JOIN person p ON p.organization_id = n.organization_id AND p.id = n.person_id
      WHERE n.state IN ('missing', 'renewal')
        AND NOT EXISTS (SELECT FROM link l WHERE l.organization_id = p.organization_id AND l.person_id = p.id AND l.start <= ${day}::date AND (l."end" IS NULL OR l."end" >= ${day}::date))
        AND NOT EXISTS (SELECT FROM declaration_link k WHERE k.organization_id = p.organization_id AND k.person_id = p.id AND k.mail_to IS NOT NULL AND k.fault IS NULL
          AND k.made_at > ${now}::timestamptz - make_interval(days => ${letterDays}))
      ORDER BY n.waits_since, n.person_id LIMIT ${atOnce}`.execute(tx)
  ).rows;

/** Somebody's e-mail address, as a list of one; of nobody here, an empty one. */
export const addressOf = async (tx: Tx, organizationId: string, personId: string): Promise<{ personId: string; email: string | null }[]> =>
  tx.selectFrom('person').select(['id as personId', 'email']).where('organizationId', '=', organizationId).where('id', '=', personId).where('erasedOn', 'is', null).execute();
