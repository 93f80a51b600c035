import { sql } from 'kysely';
import { searchText } from '../../../kernel/search.ts';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Named } from '../import.ts';
import type { Remembered } from '../import-columns.ts';
import './tables.ts';

/** Names to ids, without those that two bear. */
const unique = (pairs: readonly (readonly [string, string])[]): Map<string, string> => {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name, id] of pairs) {
    if (found.has(name) && found.get(name) !== id) twice.add(name);
    found.set(name, id);
  }
  for (const name of twice) found.delete(name);
  return found;
};

/** What a list may name: people, services, zones and firms of the centre, by what people call them. */
export const namesOf = async (tx: Tx, organizationId: string): Promise<Named> => {
  const { rows } = await sql<{ of: keyof Named; id: string; name: string }>`
    SELECT 'people' AS of, id, last_name || ' ' || first_name AS name FROM person WHERE organization_id = ${organizationId} AND erased_on IS NULL
    UNION ALL SELECT 'people', id, email FROM person WHERE organization_id = ${organizationId} AND erased_on IS NULL AND email IS NOT NULL
    UNION ALL SELECT 'services', id, name FROM service WHERE organization_id = ${organizationId}
    UNION ALL SELECT 'zones', id, name FROM zone WHERE organization_id = ${organizationId} AND retired_on IS NULL
    UNION ALL SELECT 'suppliers', id, name FROM supplier WHERE organization_id = ${organizationId}`.execute(tx);
  const pairs = (kind: keyof Named) => rows.filter(({ of }) => of === kind).map(({ id, name }) => [searchText(name), id] as const);
  return { people: unique(pairs('people')), services: unique(pairs('services')), zones: unique(pairs('zones')), suppliers: unique(pairs('suppliers')) };
};

export type Kept = Awaited<ReturnType<typeof keptDevices>>[number];

/** Of two imports at once, the second waits: it must see what the first wrote. */
export const lockImports = async (tx: Tx, organizationId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`deviceImport/${organizationId}`}, 0))`.execute(tx);
};

/** Every device of the centre by what a list can be compared with. */
export const keptDevices = (tx: Tx, organizationId: string) => tx.selectFrom('device').selectAll().where('organizationId', '=', organizationId).execute();

/** What somebody said of the columns of a list, by heading. */
export const rememberedColumns = async (tx: Tx, organizationId: string): Promise<Remembered> =>
  (await tx.selectFrom('inventorySetting').select('columns').where('organizationId', '=', organizationId).executeTakeFirst())?.columns ?? {};

/** Remembers what columns mean, beside what was remembered before. */
export const rememberColumns = async (tx: Tx, organizationId: string, columns: Remembered): Promise<void> => {
  await sql`INSERT INTO inventory_setting (organization_id, id, last_number, columns)
      VALUES (${organizationId}, ${newId()}, (SELECT coalesce(max(number), 0) FROM device WHERE organization_id = ${organizationId}), ${JSON.stringify(columns)}::jsonb)
    ON CONFLICT (organization_id) DO UPDATE SET columns = inventory_setting.columns || excluded.columns`.execute(tx);
};

/** A device as a list leaves it: what a list may tell, whole, with the version that was compared. */
export type Changed = Pick<
  Kept,
  | 'id'
  | 'version'
  | 'name'
  | 'brand'
  | 'model'
  | 'serial'
  | 'quantity'
  | 'personId'
  | 'serviceId'
  | 'zoneId'
  | 'supplierId'
  | 'purchasedOn'
  | 'warrantyUntil'
  | 'priceCents'
  | 'operatingSystem'
  | 'systemSupportUntil'
  | 'encrypted'
  | 'antivirus'
  | 'portable'
  | 'wifi'
  | 'searchText'
>;

/** Writes devices that are there already, in one statement; returns how many still were as they had been read. */
export const changeDevices = async (tx: Tx, organizationId: string, devices: readonly Changed[]): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    UPDATE device d SET name = v.name, brand = v.brand, model = v.model, serial = v.serial, quantity = v.quantity, person_id = v.person_id, service_id = v.service_id, zone_id = v.zone_id,
      supplier_id = v.supplier_id, purchased_on = v.purchased_on, warranty_until = v.warranty_until, price_cents = v.price_cents, operating_system = v.operating_system,
      system_support_until = v.system_support_until, encrypted = v.encrypted, antivirus = v.antivirus, portable = v.portable, wifi = v.wifi, search_text = v.search_text
    FROM jsonb_to_recordset(${JSON.stringify(devices.map(snake))}::jsonb) AS v (id uuid, version int, name text, brand text, model text, serial text, quantity int, person_id uuid, service_id uuid, zone_id uuid,
      supplier_id uuid, purchased_on date, warranty_until date, price_cents bigint, operating_system text, system_support_until date, encrypted boolean, antivirus boolean, portable boolean, wifi text, search_text text)
    WHERE d.organization_id = ${organizationId} AND d.id = ANY(${devices.map(({ id }) => id)}::uuid[]) AND d.id = v.id AND d.version = v.version`.execute(tx);
  return Number(numAffectedRows);
};

const snake = (device: Changed): Record<string, unknown> => Object.fromEntries(Object.entries(device).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
