import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { InspectionsYear } from '../year.ts';

/** Audits by the last day on which they were held; findings by the day on which each was closed. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<InspectionsYear> => {
  const { rows } = await sql<InspectionsYear['audits'][number] & { inPeriod: boolean; open: number }>`
    SELECT i.id, i.title, i.kind, coalesce(i.held_until, i.held_on) AS "on", coalesce(i.auditor_firm, i.auditor_name, p.first_name || ' ' || p.last_name) AS auditor,
      coalesce(i.held_until, i.held_on) >= ${from} AS in_period, count(f.id)::int AS findings, count(f.id) FILTER (WHERE f.outcome_on IS NULL OR f.outcome_on > ${until})::int AS open
    FROM inspection i
    LEFT JOIN person p ON p.organization_id = i.organization_id AND p.id = i.auditor_id
    LEFT JOIN inspection_finding f ON f.organization_id = i.organization_id AND f.inspection_id = i.id
    WHERE i.organization_id = ${organizationId} AND coalesce(i.held_until, i.held_on) <= ${until}
    GROUP BY i.organization_id, i.id, p.first_name, p.last_name ORDER BY 4, i.id`.execute(tx);
  return {
    audits: rows.filter(({ inPeriod }) => inPeriod).map(({ id, title, kind, on, auditor, findings }) => ({ id, title, kind, on, auditor, findings })),
    open: rows.reduce((sum, { open }) => sum + open, 0),
  };
};
