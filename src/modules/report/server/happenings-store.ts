import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';

/** Reports that a council approved, by the day of its decision. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; year: number; on: string; decisionNumber: string }>`
    SELECT organization_id, year, decided_on AS on, decision_number FROM yearly_report
    WHERE organization_id = ANY(${organizationIds}::uuid[]) AND decided_on BETWEEN ${from} AND ${until}
    ORDER BY decided_on, year`.execute(tx);
  return rows.map(({ organizationId, year, on, decisionNumber }) => ({
    organizationId,
    room: 'report',
    kind: 'council',
    on,
    title: { key: 'approved', values: { year, number: decisionNumber } },
    path: `report/${year}`,
    read: 'report.read',
  }));
};
