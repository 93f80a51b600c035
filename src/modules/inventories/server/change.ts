import type { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { type DeviceKind, DeviceInput, type DeviceMovementInput, holdsDataByKind } from '../device.ts';
import { deviceSearchText, listMovements, serialTwin } from './store.ts';
import { passOut } from './way-out-store.ts';

const named = { personId: 'person', serviceId: 'service', zoneId: 'zone', supplierId: 'supplier', deviceId: 'device' } as const;

/** What a record of this room names must be of this centre. Throws badRequest. */
export const refuseUnknown = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<void> => {
  for (const [name, table] of Object.entries(named)) {
    const id = values[name];
    // A zone is a record like the others; the room premises declares its columns.
    if (typeof id === 'string' && !(await findRecord(tx, table as 'person', organizationId, id))) throw invalidInput(name, `${table}Unknown`);
  }
};

/** The columns of a device from what somebody wrote: what it names exists, its serial number is no other's. Throws badRequest. */
export const deviceColumns = async (tx: Tx, organizationId: string, values: Record<string, unknown>, number: number, id?: string): Promise<Record<string, unknown>> => {
  await refuseUnknown(tx, organizationId, values);
  const serial = values['serial'] as string | undefined;
  const twin = serial && (await serialTwin(tx, organizationId, serial, values['brand'] as string | undefined, id));
  if (twin) throw invalidInput('serial', 'serialTwice', { number: twin.number });
  const before = id === undefined ? undefined : await findRecord(tx, 'device', organizationId, id);
  if (before) await passChange(tx, organizationId, before, values);
  return { ...values, searchText: deviceSearchText(values, number) };
};

/** A change of hands, and a sheet that says of a sudden that there are no data or that it is of a kind without, pass the rule of every way out. Throws badRequest. */
const passChange = async (tx: Tx, organizationId: string, before: Record<string, unknown> & { id: string }, values: Record<string, unknown>): Promise<void> => {
  const forgets = values['holdsData'] === false || !holdsDataByKind(values['kind'] as DeviceKind);
  if (before['holdsData'] && forgets && holdsDataByKind(before['kind'] as DeviceKind)) await passOut(tx, organizationId, before.id, { way: 'register' });
  else if (values['personId'] && values['personId'] !== before['personId']) await passOut(tx, organizationId, before.id, { way: 'reassignment', personId: values['personId'] as string });
};

const fields = Object.keys(DeviceInput.shape);
const longestNote = 2000;

/**
 * Changes a device for another room (an intervention that replaced its disk): `patch` as a client would send it, where null takes away; `because` is kept
 * at the end of its note. Throws resourceNotFound, wrongState for a device that left, badRequest for what a device may not be.
 */
export const changeDevice = async (
  tx: Tx,
  organizationId: string,
  id: string,
  patch: { [K in keyof z.input<typeof DeviceInput>]?: z.input<typeof DeviceInput>[K] | null },
  because: string,
): Promise<void> => {
  const before = await findRecord(tx, 'device', organizationId, id);
  if (!before) throw new Problem('resourceNotFound');
  if (before['retiredOn']) throw new Problem('wrongState');
  const whole: Record<string, unknown> = {};
  for (const key of fields) {
    const value = key in patch ? (patch as Record<string, unknown>)[key] : before[key];
    if (value !== null && value !== undefined) whole[key] = value;
  }
  whole['note'] = [whole['note'], because].filter(Boolean).join('\n').slice(-longestNote);
  const checked = DeviceInput.safeParse(whole);
  if (!checked.success) throw invalidInput(checked.error.issues[0]!.path.join('.'), checked.error.issues[0]!.message);
  await updateRecord(tx, 'device', organizationId, id, before.version, { ...allAbsent, ...(await deviceColumns(tx, organizationId, checked.data, before['number'] as number, id)) });
};
const allAbsent = Object.fromEntries(fields.map((key) => [key, undefined]));

/** The columns of a movement: what it names exists, and out of the building the device passes the rule. `before` is the movement that is put right. Throws badRequest. */
export const movementColumns = async (tx: Tx, organizationId: string, movement: Record<string, unknown>, before?: Record<string, unknown>): Promise<Record<string, unknown>> => {
  await refuseUnknown(tx, organizationId, movement);
  const { deviceId, direction, why, personId, supplierId } = movement as DeviceMovementInput;
  const same = before && ['deviceId', 'direction', 'why', 'personId', 'supplierId'].every((key) => (before[key] ?? undefined) === (movement[key] ?? undefined));
  if (same) return { ...movement, answerId: before['answerId'] ?? undefined };
  if (direction !== 'out') return movement;
  return { ...movement, answerId: await passOut(tx, organizationId, deviceId, why === 'repair' ? { way: 'repair', supplierId } : { way: 'loan', personId }) };
};

/** Records one way of a device. Throws badRequest for what the centre does not have, and for data that would leave with it. */
export const moveDevice = async (tx: Tx, organizationId: string, movement: DeviceMovementInput): Promise<string> =>
  (await insertRecord(tx, 'deviceMovement', organizationId, await movementColumns(tx, organizationId, movement))).id;

/** Notes that a device is back, where its movements say that this person has it. */
export const bringBack = async (tx: Tx, organizationId: string, deviceId: string, personId: string, on: string): Promise<void> => {
  const last = await listMovements(tx, organizationId, { deviceId }).where('m.movedOn', '<=', on).orderBy('m.movedOn', 'desc').orderBy('m.id', 'desc').limit(1).executeTakeFirst();
  if (last?.['direction'] === 'out' && last['personId'] === personId) await insertRecord(tx, 'deviceMovement', organizationId, { deviceId, personId, direction: 'in', why: 'lent', movedOn: on });
};
