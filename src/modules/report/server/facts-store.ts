import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import { reportHolds } from '../duties.ts';

/** Whether the council has received its last report: it holds until the report of the next year is due. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; year: number | null; decidedOn: CivilDate | null; decisionNumber: string | null }>`
    SELECT o.id AS organization_id, r.year, r.decided_on, r.decision_number
    FROM unnest(${organizationIds}::uuid[]) o(id)
    LEFT JOIN LATERAL (SELECT year, decided_on, decision_number FROM yearly_report y WHERE y.organization_id = o.id AND y.decided_on <= ${today} ORDER BY year DESC LIMIT 1) r ON true`.execute(tx);
  return rows.map(({ organizationId, year, decidedOn, decisionNumber }): LiveFact => {
    const common = { organizationId, id: 'report.yearlyApproved', path: 'report' };
    if (year === null || !decidedOn || !decisionNumber) return { ...common, state: 'missing', title: { key: 'yearlyApproved.missing' } };
    const until = reportHolds(year);
    return {
      ...common,
      state: until < today ? 'stale' : 'true',
      title: { key: 'yearlyApproved.true', values: { year, date: { date: decidedOn }, number: decisionNumber } },
      on: decidedOn,
      until,
      path: `report/${year}`,
    };
  });
};
