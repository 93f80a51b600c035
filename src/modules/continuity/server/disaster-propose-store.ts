import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord } from '../../../server/db/records.ts';
import type { FederalContact } from '../../organizations/organization.ts';
import type { CallTask } from '../disaster.ts';
import { libraryServices } from './disaster-library.ts';

type Holder = { personId: string; kind: string };
const tasks: Record<string, CallTask> = {
  directorGeneral: 'leads',
  president: 'replaces',
  adviser: 'security',
  deputyAdviser: 'security',
  itHead: 'informatics',
  itAgent: 'informatics',
  dpo: 'privacy',
};
const order: readonly CallTask[] = ['leads', 'replaces', 'security', 'informatics', 'services', 'privacy', 'rescue', 'supplier', 'authority'];

/** Those whose number everybody knows; the authority's is the one that it publishes. */
const outside: Record<DocumentLanguage, readonly { name: string; task: CallTask; phone: string; forEverybody: boolean }[]> = {
  fr: [
    { name: 'Secours (pompiers, ambulance)', task: 'rescue', phone: '112', forEverybody: true },
    { name: 'Police', task: 'rescue', phone: '101', forEverybody: true },
    { name: 'Autorité de protection des données', task: 'authority', phone: '02 274 48 00', forEverybody: false },
  ],
  nl: [
    { name: 'Hulpdiensten (brandweer, ziekenwagen)', task: 'rescue', phone: '112', forEverybody: true },
    { name: 'Politie', task: 'rescue', phone: '101', forEverybody: true },
    { name: 'Gegevensbeschermingsautoriteit', task: 'authority', phone: '02 274 48 00', forEverybody: false },
  ],
  de: [
    { name: 'Notruf (Feuerwehr, Rettungsdienst)', task: 'rescue', phone: '112', forEverybody: true },
    { name: 'Polizei', task: 'rescue', phone: '101', forEverybody: true },
    { name: 'Datenschutzbehörde', task: 'authority', phone: '02 274 48 00', forEverybody: false },
  ],
};

/** Two who ask at once are one after the other until the transaction ends: the second finds what the first has added. */
export const oneAfterTheOther = async (tx: Tx, organizationId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`disasterPlan/${organizationId}`}, 0))`.execute(tx);
};

/**
 * The entries of the call tree that the registers give and that are not there yet: who holds a function that day, heads of social services, firms that
 * look after something, the federal cell and the rescue services. Who leads calls the others; informatics calls the firms. How many were added.
 */
export const proposeCalls = async (tx: Tx, organizationId: string, language: DocumentLanguage, day: CivilDate, federal: FederalContact | null): Promise<number> => {
  const { rows: there } = await sql<{ id: string; task: CallTask; personId: string | null; supplierId: string | null; name: string | null; position: number }>`
    SELECT id, task, person_id, supplier_id, name, position FROM call_entry WHERE organization_id = ${organizationId} ORDER BY position, id`.execute(tx);
  const { rows: holders } = await sql<Holder>`
    SELECT m.person_id, m.kind FROM mandate m WHERE m.organization_id = ${organizationId} AND m.kind = ANY(${Object.keys(tasks)}) AND m.start <= ${day}::date AND (m."end" IS NULL OR m."end" >= ${day}::date)
    UNION ALL SELECT s.head_id, 'services' FROM service s WHERE s.organization_id = ${organizationId} AND s.kind = 'social' AND s.head_id IS NOT NULL`.execute(tx);
  const { rows: firms } = await sql<{ id: string }>`
    SELECT s.id FROM supplier s WHERE s.organization_id = ${organizationId} AND (s.ended_on IS NULL OR s.ended_on >= ${day}::date) AND EXISTS (SELECT 1 FROM resource r
      WHERE r.organization_id = s.organization_id AND r.supplier_id = s.id AND (r.retired_on IS NULL OR r.retired_on >= ${day}::date)) ORDER BY s.name COLLATE names, s.id LIMIT 12`.execute(tx);
  const people = new Set(there.map(({ personId }) => personId));
  const names = new Set(there.map(({ name }) => name));
  const known = new Set(there.map(({ supplierId }) => supplierId));
  const byTask = (a: { task: CallTask }, b: { task: CallTask }): number => order.indexOf(a.task) - order.indexOf(b.task);
  const wanted: { task: CallTask; personId?: string; supplierId?: string; name?: string; phone?: string; forEverybody: boolean }[] = [
    ...holders
      .map(({ personId, kind }) => ({ task: tasks[kind] ?? ('services' as const), personId, forEverybody: false }))
      .toSorted(byTask)
      .filter(({ personId }) => !people.has(personId) && people.add(personId)),
    ...outside[language].filter(({ task }) => task === 'rescue'),
    ...firms.filter(({ id }) => !known.has(id)).map(({ id }) => ({ task: 'supplier' as const, supplierId: id, forEverybody: false })),
    ...(federal?.name && federal.phone ? [{ task: 'authority' as const, name: federal.name, phone: federal.phone, forEverybody: false }] : []),
    ...outside[language].filter(({ task }) => task === 'authority'),
  ].filter((entry) => !('name' in entry) || !names.has(entry.name as string));
  let leader = there.find(({ task }) => task === 'leads')?.id;
  let informatics = there.find(({ task }) => task === 'informatics')?.id;
  let position = there.at(-1)?.position ?? 0;
  for (const entry of wanted) {
    position += 10;
    const calledById = entry.task === 'leads' ? undefined : entry.task === 'supplier' ? (informatics ?? leader) : leader;
    const made = await insertRecord(tx, 'callEntry', organizationId, { ...entry, position, calledById, scenarios: [], onCard: true });
    if (entry.task === 'leads') leader ??= made.id;
    if (entry.task === 'informatics') informatics ??= made.id;
  }
  return wanted.length;
};

/** The minimum services of the library that are not there yet by their name; how many were added. */
export const proposeServices = async (tx: Tx, organizationId: string, language: DocumentLanguage): Promise<number> => {
  const there = await tx.selectFrom('minimumService').where('organizationId', '=', organizationId).select(['name', 'position']).execute();
  const names = new Set(there.map(({ name }) => name));
  const wanted = libraryServices(language).filter(({ name }) => !names.has(name));
  const from = Math.max(0, ...there.map(({ position }) => position));
  for (const [index, service] of wanted.entries()) await insertRecord(tx, 'minimumService', organizationId, { ...service, position: from + 10 * (index + 1) });
  return wanted.length;
};

/** Resources that hold social data, and those on which the others stand, in an order to start from; how many were added. */
export const proposeRestart = async (tx: Tx, organizationId: string, day: CivilDate): Promise<number> => {
  const { rows } = await sql<{ id: string; from: number }>`
    SELECT r.id, coalesce((SELECT max(position) FROM restart_item i WHERE i.organization_id = r.organization_id), 0) AS "from" FROM resource r
    WHERE r.organization_id = ${organizationId} AND (r.retired_on IS NULL OR r.retired_on >= ${day}::date) AND (r.social_data OR r.kind IN ('networkEquipment', 'server', 'domain', 'mailbox'))
      AND r.kind NOT IN ('room', 'key', 'code', 'computer')
      AND NOT EXISTS (SELECT 1 FROM restart_item i WHERE i.organization_id = r.organization_id AND i.resource_id = r.id)
    ORDER BY CASE r.kind WHEN 'networkEquipment' THEN 0 WHEN 'domain' THEN 1 WHEN 'server' THEN 2 ELSE 3 END, NOT r.social_data, r.position, r.name, r.id LIMIT 12`.execute(tx);
  for (const [index, { id, from }] of rows.entries()) await insertRecord(tx, 'restartItem', organizationId, { resourceId: id, position: from + 10 * (index + 1) });
  return rows.length;
};
