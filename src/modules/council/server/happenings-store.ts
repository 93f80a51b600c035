import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { addDays, addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Result } from '../council.ts';

type Row = { organizationId: string; on: string; sittingId: string; kind: string; title: string; nihil: boolean; result: Result; decisionNumber: string | null };

/** What its own room tells when it is approved. */
const toldElsewhere = ['document', 'ownDocument', 'planVersion', 'recoveryObjective', 'yearlyReport'];

/** What the council noted, decided or postponed, by the day of its sitting. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Row>`
    SELECT c.organization_id, s.held_on AS on, s.id AS sitting_id, c.kind, c.title, c.nihil, c.result, c.decision_number
    FROM council_item c JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
    WHERE c.organization_id = ANY(${organizationIds}::uuid[]) AND c.result IS NOT NULL AND s.held_on BETWEEN ${from} AND ${until}
      AND NOT (c.result = 'approved' AND coalesce(c.subject_kind, '') = ANY(${toldElsewhere}::text[]))
    ORDER BY s.held_on, c.position`.execute(tx);
  return rows.map(({ organizationId, on, sittingId, kind, title, nihil, result, decisionNumber }) => ({
    organizationId,
    room: 'council',
    kind: 'council',
    on,
    title: {
      key: `${kind === 'monthly' ? (nihil ? 'nihil' : 'monthly') : result}${decisionNumber ? 'Numbered' : ''}`,
      ...(decisionNumber ? { values: { decision: decisionNumber } } : {}),
    },
    about: kind === 'monthly' ? undefined : title,
    path: `council/sittings/${sittingId}`,
    read: 'council.read',
  }));
};

type Facts = { organizationId: string; last: CivilDate | null; months: number };

/** Whether the council hears of security each month: the last sitting with its item holds until the end of the month after. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Facts>`
    SELECT o.id AS organization_id, max(m.held_on) AS last, count(DISTINCT date_trunc('month', m.held_on)) FILTER (WHERE m.held_on > ${addMonths(today, -12)})::int AS months
    FROM organization o LEFT JOIN LATERAL (
      SELECT s.held_on FROM council_sitting s JOIN council_item c ON c.organization_id = s.organization_id AND c.sitting_id = s.id AND c.kind = 'monthly'
      LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
      WHERE s.organization_id = o.id AND s.organ = 'council' AND s.cancelled_on IS NULL AND s.held_on <= ${today} AND (c.result IS NOT NULL OR n.presented_on IS NOT NULL)) m ON true
    WHERE o.id = ANY(${organizationIds}::uuid[]) GROUP BY o.id`.execute(tx);
  return rows.map(({ organizationId, last, months }): LiveFact => {
    const until = last ? addDays(addMonths(`${last.slice(0, 7)}-01`, 2), -1) : undefined;
    return {
      organizationId,
      id: 'council.monthlyItem',
      state: !last || !until ? 'missing' : until >= today ? 'true' : 'stale',
      title: last ? { key: 'monthlyItem', values: { date: { date: last }, months } } : { key: 'noMonthlyItem' },
      ...(last ? { on: last, until } : {}),
      path: 'council',
    };
  });
};
