import { sql } from 'kysely';
import { addDays } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../assessment-duties.ts';
import { endsSoon } from '../evidence.ts';
import { toConfirm } from './assessment-store.ts';

/** What is due by the assessments of these centres that have not been sent, in one statement. Evidence counts where it can still be renewed. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const count = (name: string) => sql`(a.summary -> 'total' ->> ${sql.lit(name)})::int`;
  const { rows } = await sql<{ found: Omit<DutyRow, 'organizationId'>; organizationId: string }>`
    WITH a AS MATERIALIZED (SELECT organization_id, id, year, state, opened_on, closes_on, summary FROM assessment
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND state IN ('opened', 'prepared', 'validated'))
    SELECT a.organization_id, jsonb_build_object('what', 'closing', 'id', a.id, 'year', a.year, 'state', a.state, 'date', a.closes_on, 'waiting', CASE WHEN a.state = 'opened' THEN ${count('open')} ELSE 0 END) AS found
      FROM a WHERE a.closes_on IS NOT NULL
    UNION ALL SELECT a.organization_id, jsonb_build_object('what', 'owned', 'id', a.id, 'year', a.year, 'date', a.closes_on, 'waiting', sum(o.waiting), 'people', jsonb_agg(o.owner_id))
      FROM a JOIN LATERAL (SELECT n.owner_id, count(*)::int AS waiting FROM assessment_norm n WHERE n.organization_id = a.organization_id AND n.assessment_id = a.id AND n.owner_id IS NOT NULL
        AND (n.result IS NULL OR ${toConfirm}) GROUP BY 1) o ON true WHERE a.state = 'opened' AND a.closes_on IS NOT NULL GROUP BY a.organization_id, a.id, a.year, a.closes_on
    UNION ALL SELECT a.organization_id, jsonb_build_object('what', 'carried', 'id', a.id, 'year', a.year, 'date', a.opened_on, 'waiting', ${count('toConfirm')})
      FROM a WHERE a.state = 'opened' AND ${count('toConfirm')} > 0
    UNION ALL SELECT a.organization_id, jsonb_build_object('what', 'evidence', 'id', e.id, 'year', a.year, 'date', e.valid_until, 'assessmentId', a.id, 'chapterId', n.chapter_id, 'normId', n.norm_id, 'ended', e.valid_until < ${today}::date)
      FROM a JOIN assessment_norm n ON n.organization_id = a.organization_id AND n.assessment_id = a.id JOIN assessment_evidence e ON e.organization_id = n.organization_id AND e.assessment_norm_id = n.id
      WHERE a.state = 'opened' AND e.valid_until <= ${addDays(today, endsSoon)}::date`.execute(tx);
  return duties(
    rows.map(({ organizationId, found }) => ({ ...found, organizationId }) as DutyRow),
    asking,
  );
};

/** Assessments that were opened in a period. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; on: string; year: number }>`
    SELECT organization_id, opened_on AS "on", year FROM assessment WHERE organization_id = ANY(${organizationIds}::uuid[]) AND opened_on BETWEEN ${from} AND ${until} ORDER BY 2, 3`.execute(tx);
  return rows.map(({ organizationId, on, year }) => ({ organizationId, room: 'norms', kind: 'norms', on, title: { key: 'opened', values: { year } }, path: 'norms', read: 'norm.read' }));
};

/** Norms of assessments that actions of the plan come from: `9.1 Droits d’accès (2026)`, in the language of the centre's documents. */
export const normOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> => {
  const { rows } = await sql<{ id: string; normId: string; chapterId: string; assessmentId: string; year: number; title: Record<string, string> | null; language: string }>`
    SELECT n.id, n.norm_id, n.chapter_id, n.assessment_id, a.year, o.document_language AS language,
      (SELECT m -> 'title' FROM framework f, jsonb_array_elements(f.content -> 'chapters') c, jsonb_array_elements(c -> 'norms') m
        WHERE f.framework_id = a.framework AND f.framework_version = a.framework_version AND c ->> 'id' = n.chapter_id AND m ->> 'id' = n.norm_id) AS title
    FROM assessment_norm n JOIN assessment a ON a.organization_id = n.organization_id AND a.id = n.assessment_id JOIN organization o ON o.id = n.organization_id
    WHERE n.organization_id = ${organizationId} AND n.id = ANY(${ids}::uuid[])`.execute(tx);
  return rows.map(({ id, normId, chapterId, assessmentId, year, title, language }) => ({
    id,
    title: `${[normId, title?.[language] ?? title?.['fr'] ?? title?.['nl'] ?? title?.['de'] ?? title?.['en']].filter(Boolean).join(' ')} (${year})`,
    path: `norms/${assessmentId}/${encodeURIComponent(chapterId)}`,
  }));
};
