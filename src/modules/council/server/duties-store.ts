import { sql } from 'kysely';
import { addDays } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { proceduresChanged } from '../../documents/server/service.ts';
import { duties, type DutyRow } from '../duties.ts';

/** The note of a sitting is asked for so many days before it, at most. */
const horizon = 60;

/**
 * What is due by the councils of these centres: one statement, and one that asks the documents for procedures. The item of the month is asked of a
 * centre that has entered a sitting: before that nobody knows when its council sits.
 */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const year = Number(today.slice(0, 4));
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<DutyRow>`
    WITH sitting AS (
      SELECT s.organization_id, s.id, s.organ, s.held_on, count(c.id) FILTER (WHERE c.result IS NULL)::int AS open,
        bool_or(c.kind = 'monthly' AND (c.result IS NOT NULL OR n.presented_on IS NOT NULL)) IS TRUE AS met, bool_or(n.ready_on IS NOT NULL) IS TRUE AS ready
      FROM council_sitting s LEFT JOIN council_item c ON c.organization_id = s.organization_id AND c.sitting_id = s.id
      LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
      WHERE s.organization_id = ANY(${centres}) AND s.cancelled_on IS NULL AND s.held_on BETWEEN ${addDays(today, -500)} AND ${addDays(today, horizon)}
      GROUP BY s.organization_id, s.id)
    SELECT o.id AS organization_id, 'month' AS what, o.id, max(s.held_on) FILTER (WHERE s.met) AS date, 0 AS count
      FROM organization o LEFT JOIN sitting s ON s.organization_id = o.id AND s.organ = 'council' WHERE o.id = ANY(${centres})
        AND EXISTS (SELECT FROM council_sitting k WHERE k.organization_id = o.id AND k.organ = 'council') GROUP BY o.id
    UNION ALL SELECT * FROM (SELECT DISTINCT ON (s.organization_id) s.organization_id, 'note', s.id, s.held_on, 0 FROM sitting s
      WHERE s.organ = 'council' AND s.held_on >= ${today} ORDER BY s.organization_id, s.held_on, s.id) next
      WHERE EXISTS (SELECT FROM sitting s WHERE s.organization_id = next.organization_id AND s.id = next.id AND NOT s.ready AND NOT s.met)
    UNION ALL SELECT s.organization_id, 'result', s.id, s.held_on, s.open FROM sitting s WHERE s.held_on < ${today} AND s.open > 0`.execute(tx);
  const shown = await sql<{ organizationId: string; year: number }>`SELECT organization_id, year FROM council_item
    WHERE organization_id = ANY(${centres}) AND kind = 'procedures' AND year >= ${year - 1} AND result IN ('approved', 'noted', 'refused')`.execute(tx);
  const seen = new Set(shown.rows.map((row) => `${row.organizationId}/${row.year}`));
  const changed = (await proceduresChanged(tx, organizationIds, { from: `${year - 1}-01-01`, until: `${year}-12-31` })).map(
    ({ organizationId, decidedOn }) => `${organizationId}/${decidedOn.slice(0, 4)}`,
  );
  const procedures = [...Map.groupBy(changed, (key) => key)]
    .filter(([key]) => !seen.has(key))
    .map(([key, all]): DutyRow => ({ organizationId: key.split('/')[0]!, what: 'procedures', id: key, date: `${key.split('/')[1]}-01-01`, count: all.length }));
  // What began before the centre was followed is history.
  const followed = procedures.filter(({ organizationId, date }) => date!.slice(0, 4) >= asking.since(organizationId).slice(0, 4));
  return duties([...rows, ...followed], asking);
};
