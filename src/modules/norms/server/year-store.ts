import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Summary } from '../scoring.ts';
import type { NormsYear } from '../year.ts';

type Row = { id: string; year: number; submitted: boolean; summary: Summary; titles: { id: string; title: Record<string, string> }[] };

/** The minimum norms as assessed for a year (another framework where those were not), with the titles of its chapters. */
export const yearFigures = async (tx: Tx, organizationId: string, year: number): Promise<NormsYear> => {
  const { rows } = await sql<Row>`
    SELECT a.id, a.year, a.submitted_at IS NOT NULL AS submitted, a.summary,
      (SELECT jsonb_agg(jsonb_build_object('id', c ->> 'id', 'title', c -> 'title')) FROM framework f, jsonb_array_elements(f.content -> 'chapters') c
        WHERE f.framework_id = a.framework AND f.framework_version = a.framework_version) AS titles
    FROM assessment a WHERE a.organization_id = ${organizationId} AND a.year = ${year} AND a.summary ? 'total'
    ORDER BY a.framework <> 'bcss-minimum', a.submitted_at IS NULL, a.id LIMIT 1`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const titles = new Map((row.titles ?? []).map(({ id, title }) => [id, title]));
  return {
    id: row.id,
    year: row.year,
    submitted: row.submitted,
    total: row.summary.total,
    chapters: row.summary.chapters.map((chapter) => ({ ...chapter, title: titles.get(chapter.id) ?? { fr: chapter.id } })),
  };
};
