import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { lineOf, loadOf, type Measure, type Needs, sessionOf } from '../capacity.ts';
import type { DutyRow } from '../duties.ts';
import type { Situation } from '../lines.ts';
import { defaultSetting } from '../setting.ts';
import './tables.ts';

type AwayRow = { organizationId: string; weekday: number; situation: Situation; people: number; since: CivilDate };
type LineRow = { organizationId: string; measures: Measure[]; share: number | null; needs: Needs | null };

/**
 * The centres whose line carries less than the agreements of some weekday ask of it, as the page of the week says it: since the last of the
 * agreements of the fullest day began, or the line was measured, whichever came later. Two statements for all centres; a centre without a measure says nothing.
 */
export const overloadedLines = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<DutyRow[]> => {
  const { rows: lines } = await sql<LineRow>`
    SELECT m.organization_id, jsonb_agg(jsonb_build_object('measuredOn', m.measured_on, 'how', m.how, 'down', m.down, 'up', m.up)) AS measures, max(s.share) AS share, (array_agg(s.needs))[1] AS needs
    FROM telework_measure m LEFT JOIN telework_setting s ON s.organization_id = m.organization_id WHERE m.organization_id = ANY(${organizationIds}::uuid[]) GROUP BY 1`.execute(tx);
  if (lines.length === 0) return [];
  const { rows: away } = await sql<AwayRow>`
    SELECT t.organization_id, w.day::int AS weekday, t.situation, count(*)::int AS people, max(t.start) AS since FROM telework t CROSS JOIN LATERAL jsonb_array_elements_text(t.weekdays) w (day)
    WHERE t.organization_id = ANY(${lines.map(({ organizationId }) => organizationId)}::uuid[]) AND t.agreed_on IS NOT NULL AND t.refused_on IS NULL AND t.situation <> 'onSite' AND t.start <= ${today}
      AND (t.ended_on IS NULL OR t.ended_on > ${today}) AND (t.until IS NULL OR t.until >= ${today}) GROUP BY 1, 2, 3`.execute(tx);
  const ofCentre = Map.groupBy(away, ({ organizationId }) => organizationId);
  return lines.flatMap(({ organizationId, measures, share, needs }): DutyRow[] => {
    const line = lineOf(measures);
    const days = [...Map.groupBy(ofCentre.get(organizationId) ?? [], ({ weekday }) => weekday).values()].map((rows) => ({
      load:
        loadOf(
          line,
          share ?? defaultSetting.share,
          needs ?? defaultSetting.needs,
          rows.flatMap(({ situation, people }) => Array.from({ length: people }, () => sessionOf(situation) ?? []).flat()),
        ) ?? 0,
      since: rows
        .map((row) => row.since)
        .toSorted()
        .at(-1)!,
    }));
    const fullest = days.toSorted((a, b) => b.load - a.load)[0];
    if (!line || !fullest || fullest.load <= 100) return [];
    const on = fullest.since > line.measuredOn ? fullest.since : line.measuredOn;
    return [{ what: 'line', organizationId, id: organizationId, on, personId: null, name: null, load: fullest.load }];
  });
};
