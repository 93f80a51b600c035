import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { DeviceInput, deviceSources } from '../device.ts';
import { deviceSearchText, takeNumbers } from './store.ts';
import './tables.ts';

/** As many rows as one statement takes: each has some thirty columns, and a statement 65 535 parameters. */
const chunk = 1000;

/**
 * Writes many devices at once, numbered in their order. What they name is of this centre, and their serial numbers are their own: the caller has looked.
 * `entered` is told how many stand after each thousand. Returns their ids.
 */
export const enterDevices = async (
  tx: Tx,
  organizationId: string,
  devices: readonly (DeviceInput & { countedOn?: string })[],
  source: (typeof deviceSources)[number],
  entered?: (count: number) => Promise<void>,
): Promise<string[]> => {
  if (devices.length === 0) return [];
  const first = await takeNumbers(tx, organizationId, devices.length);
  const rows = devices.map((device, index) => ({ ...device, organizationId, id: newId(), number: first + index, source, searchText: deviceSearchText(device, first + index) }));
  for (let at = 0; at < rows.length; at += chunk) {
    const some = rows.slice(at, at + chunk);
    await tx.insertInto('device').values(some).execute();
    await entered?.(at + some.length);
  }
  return rows.map(({ id }) => id);
};
