import { sql } from 'kysely';
import { json, type Tx } from '../../../server/db/database.ts';
import type { RecordedRow } from '../recorded.ts';
import './assessment-tables.ts';

/** The assessment of a year against a framework, as far as it was answered: by norm, whether it has a result. */
export const assessmentOfYear = async (tx: Tx, organizationId: string, frameworkId: string, year: number) => {
  const found = await tx
    .selectFrom('assessment')
    .select(['id', 'state', 'frameworkVersion'])
    .where('organizationId', '=', organizationId)
    .where('framework', '=', frameworkId)
    .where('year', '=', year)
    .executeTakeFirst();
  if (!found) return undefined;
  const rows = await tx.selectFrom('assessmentNorm').select(['normId', 'result', 'byProfile', 'answer']).where('organizationId', '=', organizationId).where('assessmentId', '=', found.id).execute();
  // What the profile excludes has no answer of its own: one that was given counts more.
  return { ...found, rows: new Map(rows.map(({ normId, result, byProfile, answer }) => [normId, result !== null && !(byProfile && answer === null && result === 'notApplicable')])) };
};

/** Writes old answers over the rows of an assessment, in one statement; a comment that stands there stays where none is given. */
export const writeRecorded = async (tx: Tx, organizationId: string, assessmentId: string, rows: readonly RecordedRow[]): Promise<void> => {
  await sql`UPDATE assessment_norm n SET answers = r.answers, answer = r.answer, result = r.result, documentation = r.documentation, implementation = r.implementation, reason = r.reason,
      comment = COALESCE(r.comment, n.comment)
    FROM jsonb_to_recordset(${json(rows)}) AS r("normId" text, answers jsonb, answer text, result text, documentation int, implementation int, reason text, comment text)
    WHERE n.organization_id = ${organizationId} AND n.assessment_id = ${assessmentId} AND n.norm_id = r."normId"`.execute(tx);
};
