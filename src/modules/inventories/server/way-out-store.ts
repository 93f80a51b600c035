import { sql } from 'kysely';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Going, passage, type Passage, type Standing, type WayOut } from '../way-out.ts';
import './disposal-tables.ts';
import './tables.ts';

type StandingRow = Standing & { id: string; personId: string | null; hands: string[] };

/** What is known of the data of these devices, whose hands they were in since they were last erased, and the answers that are open. One statement. */
export const standingsOf = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<Map<string, StandingRow>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<StandingRow>`
    SELECT d.id, d.person_id, d.holds_data, d.encrypted,
      z.erased, z.proven,
      array_remove(ARRAY[d.person_id, d.last_person_id, (SELECT m.person_id FROM device_movement m WHERE m.organization_id = d.organization_id AND m.device_id = d.id AND m.direction = 'out' AND m.why = 'lent'
        AND m.moved_on >= coalesce((SELECT max(e.erased_on) FROM device_erasure e WHERE e.organization_id = d.organization_id AND e.device_id = d.id), '-infinity')
        ORDER BY m.moved_on DESC, m.id DESC LIMIT 1)], NULL) AS hands,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'way', a.way, 'answer', a.answer, 'personId', a.person_id, 'supplierId', a.supplier_id) ORDER BY a.answered_on, a.id)
        FROM device_answer a WHERE a.organization_id = d.organization_id AND a.device_id = d.id AND a.used_on IS NULL), '[]') AS open
    FROM device d CROSS JOIN LATERAL (SELECT count(*) > 0 AS erased, count(e.checked) > 0 AS proven FROM device_erasure e WHERE e.organization_id = d.organization_id AND e.device_id = d.id AND e.used_on IS NULL
      AND NOT EXISTS (SELECT FROM device_movement m WHERE m.organization_id = d.organization_id AND m.device_id = d.id AND m.direction = 'out' AND m.moved_on > e.erased_on)) z
    WHERE d.organization_id = ${organizationId} AND d.id = ANY (${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

/** Of two that would let a device go, or take its proof away, at once, the second waits, and then sees what the first did. */
export const holdDevice = async (tx: Tx, organizationId: string, deviceId: string): Promise<void> => {
  await sql`SELECT FROM device WHERE organization_id = ${organizationId} AND id = ${deviceId} FOR UPDATE`.execute(tx);
};

/** What the rule says of a device that is about to go. What it is given back to is its own holder's, or nobody else's data lie on it. */
export const passageOf = (device: StandingRow, going: Going): Passage => {
  const { personId } = going;
  const sameHands = Boolean(personId) && (device.personId === personId || device.hands.every((one) => one === personId));
  return passage(device, { ...going, sameHands });
};

const fieldOf: Partial<Record<WayOut, string>> = { loan: 'personId', reassignment: 'personId', repair: 'supplierId', register: 'holdsData' };
/** Ways after which an erasure proves nothing more: somebody works with the device again. */
const again: readonly WayOut[] = ['loan', 'reassignment', 'repair'];

/**
 * Lets a device go one way, or throws badRequest (`erasureFirst`, `erasureUnchecked`, `repairWithData`, `otherHands`, `dataUnanswered`): every way out of the inventory
 * passes here, one at a time for each device. The answer that opened it is spent, and so is the erasure where somebody works with it again. Returns the answer's id.
 */
export const passOut = async (tx: Tx, organizationId: string, deviceId: string, going: Going): Promise<string | undefined> => {
  await holdDevice(tx, organizationId, deviceId);
  const device = (await standingsOf(tx, organizationId, [deviceId])).get(deviceId);
  if (!device) throw invalidInput('deviceId', 'deviceUnknown');
  const result = passageOf(device, going);
  if (!result.passes) throw invalidInput(fieldOf[going.way] ?? 'how', result.code);
  const today = sql`(now() AT TIME ZONE 'Europe/Brussels')::date`;
  if (result.answerId) await sql`UPDATE device_answer SET used_on = ${today} WHERE organization_id = ${organizationId} AND id = ${result.answerId}`.execute(tx);
  if (again.includes(going.way) && device.erased)
    await sql`UPDATE device_erasure SET used_on = ${today} WHERE organization_id = ${organizationId} AND device_id = ${deviceId} AND used_on IS NULL`.execute(tx);
  return result.answerId;
};

/** After an erasure nobody's data lie on it. */
export const forgetHands = async (tx: Tx, organizationId: string, deviceIds: readonly string[]): Promise<void> => {
  await sql`UPDATE device SET last_person_id = NULL WHERE organization_id = ${organizationId} AND id = ANY (${[...deviceIds]}::uuid[]) AND last_person_id IS NOT NULL`.execute(tx);
};

/** Devices that left with data on them, or are out for repair with them, with what covers each; sorted by nothing. */
export const departures = (organizationIds: readonly string[]) => sql<{
  organizationId: string;
  id: string;
  name: string;
  number: number;
  kind: string;
  way: WayOut;
  on: string;
  to: string | null;
  covering: string;
}>`(
  SELECT d.organization_id, d.id, d.name, d.number, d.kind, d.retired_how AS way, d.retired_on AS "on", NULL AS "to",
    coalesce((SELECT a.answer FROM device_answer a WHERE a.organization_id = d.organization_id AND a.device_id = d.id AND a.way = 'lost' AND a.answered_on >= d.retired_on ORDER BY a.answered_on DESC, a.id DESC LIMIT 1),
      CASE WHEN d.encrypted AND d.retired_how IN ('lost', 'stolen') THEN 'encrypted' ELSE 'none' END) AS covering
  FROM device d WHERE d.organization_id = ANY (${organizationIds}::uuid[]) AND d.retired_on IS NOT NULL AND d.holds_data
    AND (d.retired_how IN ('lost', 'stolen') OR NOT EXISTS (SELECT FROM device_erasure e WHERE e.organization_id = d.organization_id AND e.device_id = d.id))
  UNION ALL
  SELECT d.organization_id, d.id, d.name, d.number, d.kind, 'repair', m.moved_on, s.name, coalesce(a.answer, 'none')
  FROM device_movement m JOIN device d ON d.organization_id = m.organization_id AND d.id = m.device_id AND d.retired_on IS NULL AND d.holds_data
    LEFT JOIN supplier s ON s.organization_id = m.organization_id AND s.id = m.supplier_id LEFT JOIN device_answer a ON a.organization_id = m.organization_id AND a.id = m.answer_id
  WHERE m.organization_id = ANY (${organizationIds}::uuid[]) AND m.direction = 'out' AND m.why = 'repair'
    AND NOT EXISTS (SELECT FROM device_movement n WHERE n.organization_id = m.organization_id AND n.device_id = m.device_id AND (n.moved_on, n.id) > (m.moved_on, m.id))
    AND (a.id IS NOT NULL OR NOT EXISTS (SELECT FROM device_erasure e WHERE e.organization_id = d.organization_id AND e.device_id = d.id AND e.erased_on <= m.moved_on
      AND NOT EXISTS (SELECT FROM device_movement n WHERE n.organization_id = m.organization_id AND n.device_id = m.device_id AND n.id <> m.id AND n.direction = 'out' AND n.moved_on BETWEEN e.erased_on AND m.moved_on)))
)`;
