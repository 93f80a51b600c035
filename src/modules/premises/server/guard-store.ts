import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { checksOf, dropCheck, keepCheck } from '../../interventions/server/service.ts';
import { checkerOf, ruleOf } from '../protection.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** What protects the zones, with their names; sorted by nothing. */
export const listProtections = (tx: Tx, organizationId: string, filters: { zoneId?: string; kind?: string; state?: 'inUse' | 'retired' }, day: CivilDate): Listed => {
  const retired = sql<boolean>`(p.retired_on IS NOT NULL AND p.retired_on < ${day}::date)`;
  let query = tx
    .selectFrom('protection as p')
    .innerJoin('zone', (join) => join.onRef('zone.organizationId', '=', 'p.organizationId').onRef('zone.id', '=', 'p.zoneId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'p.organizationId').onRef('supplier.id', '=', 'p.supplierId'))
    .where('p.organizationId', '=', organizationId)
    .selectAll('p')
    .select(['zone.name as zoneName', 'supplier.name as supplierName']) as Listed;
  if (filters.zoneId) query = query.where('p.zoneId', '=', filters.zoneId);
  if (filters.kind) query = query.where('p.kind', '=', filters.kind);
  if (filters.state) query = query.where(filters.state === 'retired' ? retired : sql<boolean>`NOT ${retired}`);
  return query;
};
export const protectionSorts: Sorts = {
  zone: [sql`zone.position`, sql`zone.name COLLATE names`, sql`p.kind`, sql`p.name COLLATE names`],
  kind: [sql`p.kind`, sql`zone.name COLLATE names`, sql`p.name COLLATE names`],
};

/** Has a protection looked at as its record says, or no more. */
export const keepProtectionCheck = async (tx: Tx, organizationId: string, id: string, day: CivilDate): Promise<void> => {
  const origin = { kind: 'protection', id } as const;
  const one = await tx.selectFrom('protection').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
  if (!one || one.everyMonths === null || (one.retiredOn !== null && one.retiredOn <= day)) return dropCheck(tx, organizationId, origin, one ? 'retired' : 'deleted', day);
  const zone = await tx.selectFrom('zone').select('name').where('organizationId', '=', organizationId).where('id', '=', one.zoneId).executeTakeFirstOrThrow();
  await keepCheck(tx, organizationId, {
    origin,
    rule: ruleOf(one.kind),
    title: `${one.name}, ${zone.name}`.slice(0, 200),
    every: { amount: one.everyMonths, unit: 'month' },
    ownerRole: checkerOf(one.kind),
    firstOn: one.firstCheckOn!,
    zoneId: one.zoneId,
  });
};

/** How the checks of the protections of a centre stand. */
export const protectionChecks = async (tx: Tx, organizationId: string) => {
  const ids = await tx.selectFrom('protection').select('id').where('organizationId', '=', organizationId).where('everyMonths', 'is not', null).limit(5000).execute();
  const checks = await checksOf(
    tx,
    organizationId,
    ids.map(({ id }) => ({ kind: 'protection', id })),
  );
  return checks.map(({ origin, lastOn, lastResult, nextOn, interventionId }) => ({
    id: origin.id,
    nextOn,
    ...(lastOn ? { lastOn } : {}),
    ...(lastResult ? { lastResult } : {}),
    ...(interventionId ? { interventionId } : {}),
  }));
};

export const listPlans = (tx: Tx, organizationId: string): Listed =>
  tx
    .selectFrom('floorPlan')
    .where('floorPlan.organizationId', '=', organizationId)
    .selectAll('floorPlan')
    .select(sql<number>`jsonb_array_length(floor_plan.shapes)`.as('drawn')) as Listed;
export const planSorts: Sorts = { name: [sql`floor_plan.name COLLATE names`] };

/** The rounds with how much was looked at and how much was not well. */
export const listRounds = (tx: Tx, organizationId: string, filters: { from?: CivilDate }): Listed => {
  let query = tx
    .selectFrom('deskRound as r')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'r.organizationId').onRef('person.id', '=', 'r.heldById'))
    .where('r.organizationId', '=', organizationId)
    .selectAll('r')
    .select([
      sql<string | null>`person.first_name || ' ' || person.last_name`.as('heldByName'),
      sql<number>`jsonb_array_length(r.findings)`.as('looked'),
      sql<number>`(SELECT count(*)::int FROM jsonb_array_elements(r.findings) f WHERE f ->> 'good' = 'false')`.as('wanting'),
    ]) as Listed;
  if (filters.from) query = query.where('r.heldOn', '>=', filters.from);
  return query;
};
export const roundSorts: Sorts = { held: [sql`r.held_on`] };

/** Rounds as what an action of the plan comes from: named by their day. */
export const roundOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> => {
  const rows = await tx
    .selectFrom('deskRound')
    .select(['id', 'heldOn'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ id, heldOn }) => ({ id, title: heldOn, path: `premises/rounds/${id}` }));
};
