import { sql } from 'kysely';
import { addDays } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Clause } from '../../suppliers/supplier.ts';
import { maintenanceFault, type MaintenanceInput, missingParties, type Party } from '../maintenance.ts';
import { gapsSql, uncoveredSql } from './store.ts';
import './tables.ts';

export type MaintenanceRow = {
  id: string;
  version: number;
  supplierId: string;
  supplierName: string;
  contractId: string | null;
  contractTitle: string | null;
  contractStart: string | null;
  contractEnd: string | null;
  contractClauses: Clause[] | null;
  contractCheckedOn: string | null;
  subject: string;
  means: string;
  origin: string;
  supervision: string;
  resourceId: string | null;
  resourceName: string | null;
  deviceId: string | null;
  deviceName: string | null;
  start: string;
  end: string | null;
  askedOn: string;
  adviserOn: string | null;
  adviserName: string | null;
  itHeadOn: string | null;
  itHeadName: string | null;
  controllerOn: string | null;
  controllerName: string | null;
  withdrawnOn: string | null;
  withdrawalReason: string | null;
  sessions: number;
  lastOn: string | null;
  lacking: number;
};

const nameOfParty = (party: string) =>
  sql`COALESCE((SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.organization_id = m.organization_id AND p.id = ${sql.ref(`m.${party}_id`)}), ${sql.ref(`m.${party}_name`)}) AS ${sql.ref(`${party}_name`)}`;

/** The agreements of a centre, the newest first, each with its firm, its contract and how many sessions went by it; one of them, or one firm's. */
export const listMaintenance = async (tx: Tx, organizationId: string, of: { id?: string; supplierId?: string } = {}): Promise<MaintenanceRow[]> =>
  (
    await sql<MaintenanceRow>`SELECT m.id, m.version, m.supplier_id, s.name AS supplier_name, m.contract_id, c.title AS contract_title, c.start AS contract_start, c."end" AS contract_end,
      c.clauses AS contract_clauses, c.checked_on AS contract_checked_on, m.subject, m.means, m.origin, m.supervision, m.resource_id, r.name AS resource_name, m.device_id, d.name AS device_name,
      m.start, m."end", m.asked_on, m.adviser_on, ${nameOfParty('adviser')}, m.it_head_on, ${nameOfParty('it_head')}, m.controller_on, ${nameOfParty('controller')},
      m.withdrawn_on, m.withdrawal_reason, n.sessions, n.last_on, n.lacking
    FROM remote_maintenance m JOIN supplier s ON s.organization_id = m.organization_id AND s.id = m.supplier_id
      LEFT JOIN supplier_contract c ON c.organization_id = m.organization_id AND c.id = m.contract_id
      LEFT JOIN resource r ON r.organization_id = m.organization_id AND r.id = m.resource_id LEFT JOIN device d ON d.organization_id = m.organization_id AND d.id = m.device_id
      CROSS JOIN LATERAL (SELECT count(*)::int AS sessions, max(i.start) AS last_on, count(*) FILTER (WHERE ${gapsSql})::int AS lacking FROM intervention i
        WHERE i.organization_id = m.organization_id AND i.maintenance_id = m.id AND i.start IS NOT NULL) n
    WHERE m.organization_id = ${organizationId} AND ${of.id ? sql`m.id = ${of.id}` : of.supplierId ? sql`m.supplier_id = ${of.supplierId}` : sql`true`}
    ORDER BY m.asked_on DESC, m.id DESC`.execute(tx)
  ).rows;

export type UncoveredFirm = { supplierId: string; supplierName: string; sessions: number; lastOn: string };
/** The firms that connected in the last year without an agreement, and how often. */
export const uncoveredFirms = async (tx: Tx, organizationId: string, day: string): Promise<UncoveredFirm[]> =>
  (
    await sql<UncoveredFirm>`SELECT i.supplier_id, s.name AS supplier_name, count(*)::int AS sessions, max(i.start) AS last_on FROM intervention i
      JOIN supplier s ON s.organization_id = i.organization_id AND s.id = i.supplier_id
      WHERE i.organization_id = ${organizationId} AND ${uncoveredSql} AND i.start > ${addDays(day, -365)} GROUP BY i.supplier_id, s.name ORDER BY s.name COLLATE names, i.supplier_id`.execute(tx)
  ).rows;

/** Asks for an agreement: nobody has agreed yet. */
export const insertMaintenance = async (tx: Tx, organizationId: string, values: MaintenanceInput, day: string): Promise<{ id: string }> => {
  const id = newId();
  await tx
    .insertInto('remoteMaintenance')
    .values({ ...values, organizationId, id, askedOn: day } as never)
    .execute();
  return { id };
};

const substance = ['supplierId', 'contractId', 'subject', 'means', 'origin', 'supervision', 'resourceId', 'deviceId', 'start', 'end'] as const;
const nobody = { adviserOn: null, adviserId: null, adviserName: null, itHeadOn: null, itHeadId: null, itHeadName: null, controllerOn: null, controllerId: null, controllerName: null };

/** Writes what is asked for, as long as not all three have agreed; who had agreed has agreed to something else, and is asked anew. Throws wrongState, staleVersion. */
export const changeMaintenance = async (tx: Tx, organizationId: string, row: MaintenanceRow, version: number, values: MaintenanceInput): Promise<void> => {
  if (row.withdrawnOn || missingParties(row).length === 0) throw new Problem('wrongState');
  await write(tx, organizationId, row.id, version, { ...Object.fromEntries(substance.map((key) => [key, values[key] ?? null])), ...nobody });
};

/** One or two of the three agree, that day. */
export const agreeMaintenance = (tx: Tx, organizationId: string, id: string, version: number, given: readonly Party[], by: { personId: string | null; name: string }, day: string): Promise<void> =>
  write(tx, organizationId, id, version, Object.assign({}, ...given.map((party) => ({ [`${party}On`]: day, [`${party}Id`]: by.personId, [`${party}Name`]: by.personId ? null : by.name }))));

/** It holds no more from that day on, with the reason. */
export const withdrawMaintenance = (tx: Tx, organizationId: string, id: string, version: number, reason: string, day: string): Promise<void> =>
  write(tx, organizationId, id, version, { withdrawnOn: day, withdrawalReason: reason });

const write = async (tx: Tx, organizationId: string, id: string, version: number, values: Record<string, unknown>): Promise<void> => {
  const written = await tx
    .updateTable('remoteMaintenance')
    .set(values as never)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!written) await refuseStale(tx, 'remoteMaintenance', organizationId, id, version);
};

/** Whether anybody is head of IT of the centre that day. */
export const hasItHead = async (tx: Tx, organizationId: string, day: string): Promise<boolean> =>
  (
    await sql<{ found: boolean }>`SELECT EXISTS (SELECT FROM link l JOIN account a ON a.id = l.account_id AND a.disabled_at IS NULL
      CROSS JOIN LATERAL link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, ${day}::date, true) r
      WHERE l.organization_id = ${organizationId} AND l.start <= ${day} AND (l."end" IS NULL OR l."end" >= ${day}) AND r.role = 'itHead') AS found`.execute(tx)
  ).rows[0]!.found;

/** Maintenance from afar goes by an agreement of that firm that holds that day. Throws badRequest on `maintenanceId`. */
export const refuseMaintenance = async (tx: Tx, organizationId: string, values: { maintenanceId?: string | null | undefined; supplierId?: string | null | undefined }, day: string): Promise<void> => {
  if (!values.maintenanceId) return;
  const agreement = await tx.selectFrom('remoteMaintenance').selectAll().where('organizationId', '=', organizationId).where('id', '=', values.maintenanceId).executeTakeFirst();
  if (!agreement) throw invalidInput('maintenanceId', 'remoteMaintenanceUnknown');
  const fault = maintenanceFault(agreement, values.supplierId ?? '', day);
  if (fault) throw invalidInput('maintenanceId', fault);
};
