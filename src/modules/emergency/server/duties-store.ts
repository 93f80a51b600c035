import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type DutyRow, emergencyDuties } from '../duties.ts';

/** What is due by the emergency accesses of these centres, in one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<DutyRow>`
    SELECT 'check' AS what, v.organization_id, v.id, v.id AS envelope_id, v.title, GREATEST(v.sealed_on, (SELECT max(c.checked_on) FROM emergency_check c WHERE c.organization_id = v.organization_id AND c.envelope_id = v.id AND c.intact)) AS "on", NULL::timestamptz AS at
      FROM emergency_envelope v WHERE v.organization_id = ANY(${centres}) AND v.retired_on IS NULL
      AND NOT EXISTS (SELECT FROM emergency_opening o WHERE o.organization_id = v.organization_id AND o.envelope_id = v.id AND o.resealed_on IS NULL)
      AND GREATEST(v.sealed_on, (SELECT max(c.checked_on) FROM emergency_check c WHERE c.organization_id = v.organization_id AND c.envelope_id = v.id AND c.intact)) < ${asking.today}::date - 270
    UNION ALL SELECT 'reseal', o.organization_id, o.id, o.envelope_id, v.title, NULL, o.opened_at FROM emergency_opening o JOIN emergency_envelope v ON v.organization_id = o.organization_id AND v.id = o.envelope_id
      WHERE o.organization_id = ANY(${centres}) AND o.resealed_on IS NULL
    UNION ALL SELECT 'decide', a.organization_id, a.id, NULL, NULL, a.asked_on, NULL FROM absent_access a WHERE a.organization_id = ANY(${centres}) AND a.outcome IS NULL
    UNION ALL SELECT 'tell', a.organization_id, a.id, NULL, NULL, NULL, a.looked_until FROM absent_access a WHERE a.organization_id = ANY(${centres}) AND a.looked_until IS NOT NULL AND a.told_on IS NULL`.execute(
    tx,
  );
  // A union gives each row all columns: those that are not its own are null.
  return emergencyDuties(
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as DutyRow),
    asking,
  );
};
