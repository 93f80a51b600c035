import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { DisposalInput, DisposalItem } from '../disposal.ts';
import type { RegisterLine } from '../disposal-register.ts';
import './disposal-tables.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** `stateOf` in SQL, of disposal `d`. */
export const stateSql = sql<string>`CASE WHEN d.cancelled_on IS NOT NULL THEN 'cancelled' WHEN d.checked_on IS NOT NULL THEN 'checked' WHEN d.carried_on IS NOT NULL THEN 'carriedOut'
  WHEN d.ordered_on IS NOT NULL THEN 'ordered' ELSE 'drafted' END`;

const columns = [
  'd.id',
  'd.version',
  'd.title',
  'd.how',
  'd.plannedOn',
  'd.supplierId',
  'd.carrier',
  'd.note',
  'd.draftedOn',
  'd.draftedBy',
  'd.orderedOn',
  'd.orderedBy',
  'd.orderedAs',
  'd.orderedHow',
  'd.orderHash',
  'd.carriedOn',
  'd.carriedBy',
  'd.checked',
  'd.checkedOn',
  'd.checkedBy',
  'd.checkNote',
  'd.fileId',
  'd.interventionId',
  'd.recordHash',
  'd.cancelledOn',
  'd.cancelReason',
] as const;

/** The disposals of a centre with who carries them out and how many devices they name; sorted by nothing. */
export const listDisposals = (tx: Tx, organizationId: string, filters: { state?: string | undefined; deviceId?: string | undefined; id?: string | undefined } = {}): Listed => {
  let query = tx
    .selectFrom('disposal as d')
    .leftJoin('file as f', (join) => join.onRef('f.organizationId', '=', 'd.organizationId').onRef('f.id', '=', 'd.fileId'))
    .leftJoin('intervention as i', (join) => join.onRef('i.organizationId', '=', 'd.organizationId').onRef('i.id', '=', 'd.interventionId'))
    .where('d.organizationId', '=', organizationId)
    .select(columns)
    .select(['f.name as fileName', stateSql.as('state')])
    .select([
      sql<string | null>`(SELECT s.name FROM supplier s WHERE s.organization_id = d.organization_id AND s.id = d.supplier_id)`.as('supplierName'),
      sql<number>`(SELECT count(*)::int FROM disposal_item x WHERE x.organization_id = d.organization_id AND x.disposal_id = d.id)`.as('devices'),
      sql<string | null>`i.year || '/' || lpad(i.number::text, GREATEST(2, length(i.number::text)), '0')`.as('interventionNumber'),
    ]) as Listed;
  if (filters.id) query = query.where('d.id', '=', filters.id);
  if (filters.state) query = query.where(sql<boolean>`${stateSql} = ${filters.state}`);
  if (filters.deviceId) query = query.where(sql<boolean>`d.id IN (SELECT x.disposal_id FROM disposal_item x WHERE x.organization_id = ${organizationId} AND x.device_id = ${filters.deviceId})`);
  return query;
};
export const disposalSorts: Sorts = { plannedOn: [sql`d.planned_on`], title: [sql`d.title COLLATE names`] };

/** The devices on a list, in their order. */
export const itemsOf = async (tx: Tx, organizationId: string, disposalId: string): Promise<DisposalItem[]> =>
  (
    await sql<DisposalItem>`SELECT x.device_id, v.name AS device_name, v.number, v.kind, v.brand, v.model, v.serial, v.holds_data, x.medium, x.method, x.note, x.left_because
      FROM disposal_item x JOIN device v ON v.organization_id = x.organization_id AND v.id = x.device_id
      WHERE x.organization_id = ${organizationId} AND x.disposal_id = ${disposalId} ORDER BY x.position`.execute(tx)
  ).rows;

/** Puts a list in the place of the one before. */
export const putItems = async (tx: Tx, organizationId: string, disposalId: string, items: DisposalInput['items']): Promise<void> => {
  await tx.deleteFrom('disposalItem').where('organizationId', '=', organizationId).where('disposalId', '=', disposalId).execute();
  await tx
    .insertInto('disposalItem')
    .values(
      items.map(({ deviceId, medium, method, note }, position) => ({
        organizationId,
        id: newId(),
        disposalId,
        deviceId,
        position,
        medium: medium ?? null,
        method: method ?? null,
        note: note ?? null,
        leftBecause: null,
      })),
    )
    .execute();
};

/** Of these devices, those that stand on an order that was signed and not checked yet. */
export const orderedAmong = async (tx: Tx, organizationId: string, deviceIds: readonly string[], but?: string): Promise<{ deviceId: string; number: number; title: string }[]> =>
  (
    await sql<{
      deviceId: string;
      number: number;
      title: string;
    }>`SELECT x.device_id, v.number, d.title FROM disposal_item x JOIN disposal d ON d.organization_id = x.organization_id AND d.id = x.disposal_id
      JOIN device v ON v.organization_id = x.organization_id AND v.id = x.device_id
      WHERE x.organization_id = ${organizationId} AND x.device_id = ANY (${[...deviceIds]}::uuid[]) AND x.left_because IS NULL AND d.ordered_on IS NOT NULL AND d.checked_on IS NULL AND d.cancelled_on IS NULL
        AND d.id IS DISTINCT FROM ${but ?? null}::uuid`.execute(tx)
  ).rows;

/** Of two who act on the orders of a centre at once, the second waits, and then sees what the first did. Taken before any device is held. */
export const holdOrders = async (tx: Tx, organizationId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`disposal/${organizationId}`}, 0))`.execute(tx);
};

/** A device on a signed order leaves by that order, and no other way: who asks waits for whoever is signing one. Throws badRequest (`inDisposal`). */
export const refuseOrdered = async (tx: Tx, organizationId: string, deviceIds: readonly string[], name = 'how', but?: string): Promise<void> => {
  await holdOrders(tx, organizationId);
  const [found] = await orderedAmong(tx, organizationId, deviceIds, but);
  if (found) throw invalidInput(name, 'inDisposal', { number: found.number, title: found.title });
};

/** Says of items that they did not go, each with its reason. */
export const leaveItems = async (tx: Tx, organizationId: string, disposalId: string, left: readonly { deviceId: string; because: string }[]): Promise<void> => {
  if (left.length === 0) return;
  await sql`UPDATE disposal_item x SET left_because = l.because FROM unnest(${left.map(({ deviceId }) => deviceId)}::uuid[], ${left.map(({ because }) => because)}::text[]) l (device_id, because)
    WHERE x.organization_id = ${organizationId} AND x.disposal_id = ${disposalId} AND x.device_id = l.device_id`.execute(tx);
};

/** Says of a device on an order that is still open that it did not go, and why: what is lost before its day is destroyed by nobody. */
export const leaveBehind = async (tx: Tx, organizationId: string, deviceId: string, because: string): Promise<void> => {
  await sql`UPDATE disposal_item x SET left_because = ${because} FROM disposal d WHERE x.organization_id = ${organizationId} AND x.device_id = ${deviceId} AND x.left_because IS NULL
    AND d.organization_id = x.organization_id AND d.id = x.disposal_id AND d.ordered_on IS NOT NULL AND d.checked_on IS NULL AND d.cancelled_on IS NULL`.execute(tx);
};

/** Retires the devices of a disposal at once; those that left otherwise meanwhile are not touched. Returns how many. */
export const retireDevices = async (tx: Tx, organizationId: string, deviceIds: readonly string[], retiredOn: string, retiredHow: string): Promise<number> => {
  const { numAffectedRows } =
    await sql`UPDATE device SET retired_on = ${retiredOn}, retired_how = ${retiredHow} WHERE organization_id = ${organizationId} AND id = ANY (${[...deviceIds]}::uuid[]) AND retired_on IS NULL`.execute(
      tx,
    );
  return Number(numAffectedRows ?? 0);
};

/** The erasures that a disposal proves, one for each device that held data. */
export const insertErasures = async (
  tx: Tx,
  organizationId: string,
  items: readonly DisposalItem[],
  proof: {
    disposalId: string;
    purpose: 'disposal' | 'leaseEnd';
    orderedOn: string;
    orderedBy: string | null;
    erasedOn: string;
    carriedOutBy: string;
    checked: 'present' | 'after';
    checkedBy: string | null;
    interventionId: string | null;
  },
): Promise<void> => {
  const rows = items.flatMap(({ deviceId, medium, method }) => (medium && method ? [{ ...proof, organizationId, id: newId(), deviceId, medium, method, fileId: null, note: null, usedOn: null }] : []));
  if (rows.length > 0) await tx.insertInto('deviceErasure').values(rows).execute();
};

/** Every order that was signed, the oldest first, with its devices. Two statements. */
export const registerLines = async (tx: Tx, organizationId: string): Promise<RegisterLine[]> => {
  const { rows } = await sql<Omit<RegisterLine, 'items'> & { id: string }>`SELECT d.id, d.title, d.how, d.ordered_on, d.ordered_by, d.carried_on, d.carried_by, d.checked, d.checked_on, d.checked_by,
      d.cancelled_on, d.cancel_reason, f.name AS certificate, i.year || '/' || lpad(i.number::text, GREATEST(2, length(i.number::text)), '0') AS intervention
    FROM disposal d LEFT JOIN file f ON f.organization_id = d.organization_id AND f.id = d.file_id LEFT JOIN intervention i ON i.organization_id = d.organization_id AND i.id = d.intervention_id
    WHERE d.organization_id = ${organizationId} AND d.ordered_on IS NOT NULL ORDER BY d.ordered_on, d.id`.execute(tx);
  const items = await sql<
    DisposalItem & { disposalId: string }
  >`SELECT x.disposal_id, x.device_id, v.kind, x.medium, x.method, x.note, x.left_because, v.number, v.name AS device_name, v.brand, v.model, v.serial, v.holds_data
    FROM disposal_item x JOIN disposal d ON d.organization_id = x.organization_id AND d.id = x.disposal_id AND d.ordered_on IS NOT NULL
      JOIN device v ON v.organization_id = x.organization_id AND v.id = x.device_id
    WHERE x.organization_id = ${organizationId} ORDER BY x.disposal_id, x.position`.execute(tx);
  const byOrder = Map.groupBy(items.rows, ({ disposalId }) => disposalId);
  return rows.map(({ id, ...line }) => ({ ...line, items: byOrder.get(id) ?? [] }));
};
