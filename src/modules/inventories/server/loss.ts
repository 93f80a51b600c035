import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { roomText } from '../../../server/texts.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { bringBack } from './change.ts';
import { holdOrders, leaveBehind } from './disposal-store.ts';
import { listMovements } from './store.ts';
import { passOut } from './way-out-store.ts';

const longestNote = 2000;
const noted = (before: unknown, more: string): string => [before, more].filter(Boolean).join('\n').slice(-longestNote);

/**
 * A device that another room says was lost or stolen leaves the inventory by the rule of every way out, and shows among those that left with their data. On a
 * signed order it stays listed, as what did not go. What has left already is not touched. Throws badRequest (`deviceUnknown`).
 */
export const loseDevice = async (tx: Tx, organizationId: string, deviceId: string, { on, how }: { on: CivilDate; how: 'lost' | 'stolen' }): Promise<void> => {
  await holdOrders(tx, organizationId);
  const device = await findRecord(tx, 'device', organizationId, deviceId);
  if (!device) throw invalidInput('deviceId', 'deviceUnknown');
  if (device['retiredOn']) return;
  const language = (await findOrganization(tx, organizationId))?.documentLanguage ?? 'fr';
  await leaveBehind(tx, organizationId, deviceId, roomText('inventories', `gone.${how}`, language, { date: on.split('-').toReversed().join('/') }));
  await passOut(tx, organizationId, deviceId, { way: how });
  await updateRecord(tx, 'device', organizationId, deviceId, device.version, { retiredOn: on, retiredHow: how });
};

/** What was lost or stolen is found, and comes back into the inventory as it was. Throws resourceNotFound, wrongState, staleVersion, badRequest (`beforeLoss`). */
export const recoverDevice = async (tx: Tx, organizationId: string, deviceId: string, version: number, { foundOn, note }: { foundOn: CivilDate; note: string }): Promise<void> => {
  const device = await findRecord(tx, 'device', organizationId, deviceId);
  if (!device) throw new Problem('resourceNotFound');
  if (device['retiredHow'] !== 'lost' && device['retiredHow'] !== 'stolen') throw new Problem('wrongState');
  if (foundOn < (device['retiredOn'] as string)) throw invalidInput('foundOn', 'beforeLoss');
  // Whoever had it has it no more: it is given out anew.
  const last = await listMovements(tx, organizationId, { deviceId }).orderBy('m.movedOn', 'desc').orderBy('m.id', 'desc').limit(1).executeTakeFirst();
  if (last?.['direction'] === 'out' && last['personId']) await bringBack(tx, organizationId, deviceId, last['personId'] as string, foundOn);
  const language = (await findOrganization(tx, organizationId))?.documentLanguage ?? 'fr';
  const said = roomText('inventories', 'gone.found', language, { date: foundOn.split('-').toReversed().join('/'), note });
  await updateRecord(tx, 'device', organizationId, deviceId, version, { retiredOn: null, retiredHow: null, note: noted(device['note'], said) });
};
