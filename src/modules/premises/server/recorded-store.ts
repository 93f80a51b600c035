import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { KeyInput } from '../key.ts';
import type { ZoneEntryInput, ZoneInput } from '../zone.ts';
import { columnsOf } from './columns.ts';
import './tables.ts';

/** Enters the zones of an old list, and says the id of each, in their order. Throws where a name is taken. */
export const enterZones = async (tx: Tx, organizationId: string, zones: readonly ZoneInput[]): Promise<string[]> => {
  const rows = zones.map((zone) => ({ ...columnsOf(zone), organizationId, id: newId() }));
  if (rows.length > 0) await tx.insertInto('zone').values(rows).execute();
  return rows.map(({ id }) => id);
};

/** Who may enter which zone, as it is kept. */
export const entriesKept = (tx: Tx, organizationId: string) =>
  tx.selectFrom('zoneEntry').select(['zoneId', 'category', 'serviceId', 'personId']).where('organizationId', '=', organizationId).execute();

/** Enters who may enter which zone. What they name is of this centre, and not there yet: the caller has looked. */
export const enterEntries = async (tx: Tx, organizationId: string, entries: readonly ZoneEntryInput[]): Promise<void> => {
  const rows = entries.map((entry) => ({ category: null, serviceId: null, personId: null, note: null, ...entry, organizationId, id: newId() }));
  if (rows.length > 0) await tx.insertInto('zoneEntry').values(rows).execute();
};

/** The keys of a centre with their copies, those that are gone too. */
export const keysKept = async (tx: Tx, organizationId: string) => {
  const keys = await tx.selectFrom('premisesKey').select(['id', 'name', 'kind', 'resourceId']).where('organizationId', '=', organizationId).execute();
  const copies = await tx.selectFrom('keyCopy').select(['keyId', 'mark', 'personId']).where('organizationId', '=', organizationId).execute();
  return { keys, copies };
};

/** Enters keys with the zones that they open, and says the id of each, in their order. Throws where a name is taken. */
export const enterKeys = async (tx: Tx, organizationId: string, keys: readonly (KeyInput & { resourceId: string })[]): Promise<string[]> => {
  const rows = keys.map(({ zoneIds: _zoneIds, ...key }) => ({ changedOn: null, note: null, retiredOn: null, ...key, searchText: searchText(key.name, key.note), organizationId, id: newId() }));
  if (rows.length > 0) await tx.insertInto('premisesKey').values(rows).execute();
  const opened = keys.flatMap(({ zoneIds }, index) => zoneIds.map((zoneId) => ({ organizationId, id: newId(), keyId: rows[index]!.id, zoneId })));
  if (opened.length > 0) await tx.insertInto('premisesKeyZone').values(opened).execute();
  return rows.map(({ id }) => id);
};

/** Visits of before, as they were written down; `purgedOn` where their names have gone. */
export const enterVisits = async (
  tx: Tx,
  organizationId: string,
  visits: readonly { name: string; firm?: string | undefined; host?: string; badge?: string; arrivedAt: string; leftAt?: string; purgedOn?: string }[],
): Promise<void> => {
  const rows = visits.map(({ arrivedAt, leftAt, ...visit }) => ({ ...visit, organizationId, id: newId(), arrivedAt: new Date(arrivedAt), leftAt: leftAt ? new Date(leftAt) : null, signature: null }));
  if (rows.length > 0)
    await tx
      .insertInto('visitor')
      .values(rows.map((row) => ({ hostId: null, host: null, escortId: null, badge: null, language: null, signedAt: null, purgedOn: null, ...row, firm: row.firm ?? null })))
      .execute();
};
