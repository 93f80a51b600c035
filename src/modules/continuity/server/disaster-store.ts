import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { StepRow } from '../disaster.ts';
import './disaster-tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;
const fullName = (alias: string) => sql<string | null>`${sql.ref(`${alias}.firstName`)} || ' ' || ${sql.ref(`${alias}.lastName`)}`;

/** Whom to call, with the name and the number that are printed: the entry's own, else those of the register. */
export const listCalls = (tx: Tx, organizationId: string, filters: { forEverybody?: 'true' | undefined }): Listed => {
  const label = (c: string, p: string, s: string) => sql<string>`coalesce(${sql.ref(`${c}.name`)}, ${sql.ref(`${s}.name`)}, ${fullName(p)})`;
  const query = tx
    .selectFrom('callEntry as c')
    .leftJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'c.organizationId').onRef('p.id', '=', 'c.personId'))
    .leftJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'c.organizationId').onRef('s.id', '=', 'c.supplierId'))
    .leftJoin('callEntry as b', (join) => join.onRef('b.organizationId', '=', 'c.organizationId').onRef('b.id', '=', 'c.calledById'))
    .leftJoin('person as bp', (join) => join.onRef('bp.organizationId', '=', 'b.organizationId').onRef('bp.id', '=', 'b.personId'))
    .leftJoin('supplier as bs', (join) => join.onRef('bs.organizationId', '=', 'b.organizationId').onRef('bs.id', '=', 'b.supplierId'))
    .where('c.organizationId', '=', organizationId)
    .selectAll('c')
    .select([label('c', 'p', 's').as('label'), sql<string | null>`coalesce(c.phone, s.support_phone, s.phone, p.phone)`.as('number'), label('b', 'bp', 'bs').as('callerLabel')]) as Listed;
  return filters.forEverybody ? query.where('c.forEverybody', '=', true) : query;
};
export const callSorts: Sorts = { position: [sql`c.position`] };

export const listSteps = (tx: Tx, organizationId: string, filters: { scenario?: string }): Listed => {
  const query = tx.selectFrom('disasterStep as t').where('t.organizationId', '=', organizationId).selectAll('t') as Listed;
  return filters.scenario ? query.where('t.scenario', '=', filters.scenario) : query;
};
export const stepSorts: Sorts = { position: [sql`t.scenario`, sql`t.position`] };
/** What a centre made of the steps: some dozens at most. */
export const stepRows = async (tx: Tx, organizationId: string): Promise<StepRow[]> =>
  tx
    .selectFrom('disasterStep')
    .where('organizationId', '=', organizationId)
    .select(['id', 'version', 'scenario', 'phase', 'libraryKey', 'text', 'droppedReason', 'who', 'position'])
    .orderBy('position')
    .orderBy('id')
    .execute();

/** Minimum services with who answers for them. */
export const listServices = (tx: Tx, organizationId: string): Listed =>
  tx
    .selectFrom('minimumService as m')
    .leftJoin('person as l', (join) => join.onRef('l.organizationId', '=', 'm.organizationId').onRef('l.id', '=', 'm.leadId'))
    .leftJoin('person as d', (join) => join.onRef('d.organizationId', '=', 'm.organizationId').onRef('d.id', '=', 'm.deputyId'))
    .where('m.organizationId', '=', organizationId)
    .selectAll('m')
    .select([fullName('l').as('leadName'), fullName('d').as('deputyName')]) as Listed;
export const serviceSorts: Sorts = { position: [sql`m.position`] };

export const listPlaces = (tx: Tx, organizationId: string): Listed => tx.selectFrom('fallbackPlace as f').where('f.organizationId', '=', organizationId).selectAll('f') as Listed;
export const placeSorts: Sorts = { position: [sql`f.position`] };

/** Resources in the order in which they come back, with who looks after them. */
export const listRestart = (tx: Tx, organizationId: string): Listed =>
  tx
    .selectFrom('restartItem as i')
    .leftJoin('resource as r', (join) => join.onRef('r.organizationId', '=', 'i.organizationId').onRef('r.id', '=', 'i.resourceId'))
    .leftJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'r.organizationId').onRef('s.id', '=', 'r.supplierId'))
    .where('i.organizationId', '=', organizationId)
    .selectAll('i')
    .select([sql<string>`coalesce(i.name, r.name)`.as('label'), 's.name as supplierName', sql<string | null>`coalesce(s.support_phone, s.phone)`.as('number')]) as Listed;
export const restartSorts: Sorts = { position: [sql`i.position`] };

/** Copies outside, with the version that they hold and whether it is still the one in force. */
export const listCopies = (tx: Tx, organizationId: string, filters: { state?: 'current' | 'ended' }): Listed => {
  const query = tx
    .selectFrom('disasterCopy as k')
    .leftJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'k.organizationId').onRef('p.id', '=', 'k.personId'))
    .leftJoin('documentVersion as v', (join) => join.onRef('v.organizationId', '=', 'k.organizationId').onRef('v.id', '=', 'k.documentVersionId'))
    .where('k.organizationId', '=', organizationId)
    .selectAll('k')
    .select([fullName('p').as('personName'), 'v.number as versionNumber', 'v.language as versionLanguage', sql<boolean | null>`v.state = 'approved'`.as('inForce')]) as Listed;
  if (filters.state === 'current') return query.where('k.endedOn', 'is', null);
  return filters.state === 'ended' ? query.where('k.endedOn', 'is not', null) : query;
};
export const copySorts: Sorts = { givenOn: [sql`k.given_on`] };

/** Outages with what they hung on, their intervention, and the objective that counted on their day. */
export const listOutages = (tx: Tx, organizationId: string, filters: { id?: string; state?: 'open' | 'over'; scenario?: string; since?: CivilDate }): Listed => {
  let query = tx
    .selectFrom('outage as o')
    .leftJoin('resource as r', (join) => join.onRef('r.organizationId', '=', 'o.organizationId').onRef('r.id', '=', 'o.resourceId'))
    .leftJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'o.organizationId').onRef('s.id', '=', 'o.supplierId'))
    .leftJoin('backupPlan as b', (join) => join.onRef('b.organizationId', '=', 'o.organizationId').onRef('b.id', '=', 'o.planId'))
    .where('o.organizationId', '=', organizationId)
    .selectAll('o')
    .select([
      'r.name as resourceName',
      's.name as supplierName',
      'b.name as planName',
      restartHoursOf.as('restartHours'),
      sql<number | null>`round(extract(epoch FROM o.restored_at - o.started_at) / 60)::int`.as('minutes'),
      sql<string | null>`(SELECT i.year || '/' || i.number FROM intervention i WHERE i.organization_id = o.organization_id AND i.id = o.intervention_id)`.as('interventionNumber'),
    ]) as Listed;
  if (filters.id) query = query.where('o.id', '=', filters.id);
  if (filters.since) query = query.where(sql<boolean>`(o.started_at AT TIME ZONE 'Europe/Brussels')::date >= ${filters.since}`);
  if (filters.scenario) query = query.where('o.scenario', '=', filters.scenario);
  if (filters.state) query = query.where('o.restoredAt', filters.state === 'open' ? 'is' : 'is not', null);
  return query;
};
export const outageSorts: Sorts = { startedAt: [sql`o.started_at`] };

/** The hours within which the work had to go on, as decided by the day of outage `o`: of its backup, else of the whole centre. */
export const restartHoursOf = sql<number | null>`(SELECT w.restart_hours FROM recovery_objective w WHERE w.organization_id = o.organization_id AND (w.plan_id = o.plan_id OR w.plan_id IS NULL)
  AND w.decided_on <= (o.started_at AT TIME ZONE 'Europe/Brussels')::date ORDER BY w.plan_id IS NULL, w.decided_on DESC LIMIT 1)`;

/** Whether an entry, called by another, would call itself in the end. */
export const callsInCircle = async (tx: Tx, organizationId: string, id: string, callerId: string): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    WITH RECURSIVE above AS (
      SELECT id, called_by_id FROM call_entry WHERE organization_id = ${organizationId} AND id = ${callerId}
      UNION SELECT c.id, c.called_by_id FROM call_entry c JOIN above a ON c.id = a.called_by_id WHERE c.organization_id = ${organizationId}
    ) SELECT EXISTS (SELECT 1 FROM above WHERE id = ${id}) AS found`.execute(tx);
  return rows[0]!.found;
};

/** Whether a version of a document is one of the disaster plan that was approved. */
export const isVersionOfPlan = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await sql`SELECT 1 FROM document_version WHERE organization_id = ${organizationId} AND id = ${id} AND kind = 'disasterPlan' AND state <> 'draft'`.execute(tx)).rows.length > 0;

/** Whether a centre has begun its plan. */
export const hasDisasterPlan = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('callEntry').select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst()) !== undefined;

/** Says of all minimum services of a centre who opens them, and where. */
export const completeServices = async (tx: Tx, organizationId: string, values: { leadId: string; deputyId: string; place: string; people: string }): Promise<void> => {
  await tx.updateTable('minimumService').set(values).where('organizationId', '=', organizationId).execute();
};

/**
 * Gives the people and firms of the call tree that have no number one of their own, in its order, but for the last `without` of them; whoever looks after security
 * or informatics may be called by everybody.
 */
export const numberCalls = async (tx: Tx, organizationId: string, numbers: readonly string[], without: number): Promise<void> => {
  await sql`
    UPDATE call_entry c SET phone = given.number, for_everybody = c.task IN ('security', 'informatics')
    FROM (SELECT id, (${numbers}::text[])[row_number() OVER (ORDER BY position, id)] AS number, count(*) OVER () - row_number() OVER (ORDER BY position, id) AS after
      FROM call_entry WHERE organization_id = ${organizationId} AND (person_id IS NOT NULL OR supplier_id IS NOT NULL) AND phone IS NULL) given
    WHERE c.organization_id = ${organizationId} AND c.id = given.id AND given.number IS NOT NULL AND given.after >= ${without}`.execute(tx);
};
