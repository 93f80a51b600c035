import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { EndReason, GrantSource, GrantState, RightLevel } from '../grant.ts';
import { countsOn } from './store.ts';
import { type View, within } from './view-store.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** A right with the names of whom and what it concerns. */
export type GrantRow = {
  id: string;
  version: number;
  personId: string;
  personName: string;
  resourceId: string;
  resourceName: string;
  resourceKind: string;
  level: RightLevel;
  account: string | null;
  reason: string | null;
  askedOn: string | null;
  askedById: string | null;
  askedBy: string | null;
  agreedOn: string | null;
  agreedById: string | null;
  agreedBy: string | null;
  refusedOn: string | null;
  refusalReason: string | null;
  start: string | null;
  until: string | null;
  withdrawalOn: string | null;
  withdrawalReason: string | null;
  endedOn: string | null;
  endedBecause: EndReason | null;
  source: GrantSource;
};

export type GrantFilters = {
  id?: string | undefined;
  personId?: string | undefined;
  resourceId?: string | undefined;
  level?: RightLevel | undefined;
  /** `open`: all that is asked, coming or held. */
  state?: GrantState | 'open' | undefined;
};

const inState = (state: GrantState | 'open', day: CivilDate) =>
  ({
    asked: sql<boolean>`g.start IS NULL AND g.refused_on IS NULL AND g.agreed_on IS NULL`,
    agreed: sql<boolean>`g.start IS NULL AND g.refused_on IS NULL AND g.agreed_on IS NOT NULL`,
    coming: sql<boolean>`g.start > ${day}::date`,
    held: sql<boolean>`${countsOn(day)}`,
    temporary: sql<boolean>`${countsOn(day)} AND g.until IS NOT NULL`,
    withdrawal: sql<boolean>`${countsOn(day)} AND g.withdrawal_on <= ${day}::date`,
    ended: sql<boolean>`LEAST(g.until, g.ended_on) < ${day}::date`,
    refused: sql<boolean>`g.refused_on IS NOT NULL`,
    open: sql<boolean>`g.refused_on IS NULL AND COALESCE(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date`,
  })[state];

const nameOf = (column: string) => sql`(SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.organization_id = g.organization_id AND p.id = ${sql.ref(column)})`;

/** The rights of a centre within a view; sorted by nothing. */
export const listGrants = (tx: Tx, organizationId: string, filters: GrantFilters, view: View, day: CivilDate): Listed => {
  let query = tx
    .selectFrom('accessGrant as g')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'g.organizationId').onRef('person.id', '=', 'g.personId'))
    .innerJoin('resource', (join) => join.onRef('resource.organizationId', '=', 'g.organizationId').onRef('resource.id', '=', 'g.resourceId'))
    .where('g.organizationId', '=', organizationId)
    .select(['g.id', 'g.version', 'g.personId', 'g.resourceId', 'g.level', 'g.account', 'g.reason', 'g.askedOn', 'g.askedById', 'g.agreedOn', 'g.agreedById', 'g.refusedOn', 'g.refusalReason'])
    .select(['g.start', 'g.until', 'g.withdrawalOn', 'g.withdrawalReason', 'g.endedOn', 'g.endedBecause', 'g.source', 'resource.name as resourceName', 'resource.kind as resourceKind'])
    .select(sql<string>`person.first_name || ' ' || person.last_name`.as('personName'))
    .select([sql<string | null>`coalesce(g.asked_by, ${nameOf('g.asked_by_id')})`.as('askedBy'), sql<string | null>`coalesce(g.agreed_by, ${nameOf('g.agreed_by_id')})`.as('agreedBy')]) as Listed;
  const { id, personId, resourceId, level, state } = filters;
  if (id) query = query.where('g.id', '=', id);
  if (personId) query = query.where('g.personId', '=', personId);
  if (resourceId) query = query.where('g.resourceId', '=', resourceId);
  if (level) query = query.where('g.level', '=', level);
  if (state) query = query.where(inState(state, day));
  return view === 'all' ? query : query.where(within(view, organizationId, day, sql.ref('g.personId')));
};

export const grantSorts: Sorts = {
  person: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`, sql`resource.name COLLATE names`],
  resource: [sql`resource.name COLLATE names`, sql`person.last_name COLLATE names`],
  start: [sql`coalesce(g.start, g.asked_on, 'infinity')`],
  until: [sql`coalesce(LEAST(g.until, g.ended_on), 'infinity')`],
};

/** One right within a view, or undefined. */
export const findGrant = (tx: Tx, organizationId: string, id: string, view: View, day: CivilDate): Promise<GrantRow | undefined> =>
  listGrants(tx, organizationId, { id }, view, day).executeTakeFirst() as Promise<GrantRow | undefined>;

/** The levels that a resource offers; undefined where the centre has none with that id. */
export const resourceLevels = async (tx: Tx, organizationId: string, id: string): Promise<RightLevel[] | undefined> =>
  (await sql<{ levels: RightLevel[] }>`SELECT levels FROM resource WHERE organization_id = ${organizationId} AND id = ${id}::uuid`.execute(tx)).rows[0]?.levels;

export const personKnown = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('organizationId', '=', organizationId).where('id', '=', id).where('erasedOn', 'is', null).executeTakeFirst()) !== undefined;
