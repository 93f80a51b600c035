import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { AssessmentState } from '../assessment.ts';
import type { Texts } from '../framework.ts';
import type { Result, Summary } from '../scoring.ts';
import './assessment-tables.ts';

/** Which frameworks and years these centres have assessments of, how many centres each, and what the newest version of the framework is called. */
export const assessedYears = async (tx: Tx, organizationIds: readonly string[]): Promise<{ framework: string; title: Texts; year: number; centres: number }[]> =>
  (
    await sql<{ framework: string; title: Texts; year: number; centres: number }>`SELECT framework, year, count(*)::int AS centres,
        (SELECT f.title FROM framework f WHERE f.framework_id = assessment.framework ORDER BY f.framework_version DESC LIMIT 1) AS title
      FROM assessment
      WHERE organization_id = ANY(${organizationIds}::uuid[]) GROUP BY framework, year ORDER BY year DESC, centres DESC, framework`.execute(tx)
  ).rows;

export type CentreSummary = {
  organizationId: string;
  slug: string;
  name: Record<string, string>;
  municipality: string;
  assessmentId: string | null;
  frameworkVersion: string | null;
  state: AssessmentState | null;
  summary: Summary | null;
};

/** The sum of each centre's assessment for a year, one row of each; centres without one too. One statement, whatever the history. */
export const summariesOf = async (tx: Tx, organizationIds: readonly string[], framework: string, year: number): Promise<CentreSummary[]> =>
  (
    await sql<CentreSummary>`SELECT o.id AS organization_id, o.slug, o.name, o.municipality, a.id AS assessment_id, a.framework_version, a.state, a.summary
      FROM organization o LEFT JOIN assessment a ON a.organization_id = o.id AND a.framework = ${framework} AND a.year = ${year}
      WHERE o.id = ANY(${organizationIds}::uuid[]) ORDER BY o.municipality COLLATE names, o.id`.execute(tx)
  ).rows;

export type SharedRow = {
  organizationId: string;
  slug: string;
  municipality: string;
  assessmentId: string;
  frameworkVersion: string;
  state: AssessmentState;
  rowId: string | null;
  version: number | null;
  result: Result | null;
  comment: string | null;
};

/** What each of these centres says of one norm, where it has an assessment of that framework and year. */
export const normOverCentres = async (tx: Tx, organizationIds: readonly string[], framework: string, year: number, normId: string): Promise<SharedRow[]> =>
  (
    await sql<SharedRow>`SELECT o.id AS organization_id, o.slug, o.municipality, a.id AS assessment_id, a.framework_version, a.state, n.id AS row_id, n.version, n.result, n.comment
      FROM organization o JOIN assessment a ON a.organization_id = o.id AND a.framework = ${framework} AND a.year = ${year}
      LEFT JOIN assessment_norm n ON n.organization_id = a.organization_id AND n.assessment_id = a.id AND n.norm_id = ${normId}
      WHERE o.id = ANY(${organizationIds}::uuid[]) ORDER BY o.municipality COLLATE names, o.id`.execute(tx)
  ).rows;

/** A link that stands under a row already is not added twice. */
export const hasLink = async (tx: Tx, organizationId: string, rowId: string, url: string): Promise<boolean> =>
  (await tx.selectFrom('assessmentEvidence').select('id').where('organizationId', '=', organizationId).where('assessmentNormId', '=', rowId).where('url', '=', url).executeTakeFirst()) !== undefined;
