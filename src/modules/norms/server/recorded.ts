import type { Tx } from '../../../server/db/database.ts';
import type { Framework } from '../framework.ts';
import type { RecordedRow } from '../recorded.ts';
import { openAssessment } from './assessment-service.ts';
import { lockAssessment, refreshSummary } from './assessment-store.ts';
import { writeRecorded } from './recorded-store.ts';

/**
 * Enters answers of a questionnaire that was kept elsewhere: in the assessment that is named, or in one that is opened for the year, into which
 * nothing is carried over. Throws wrongState for one that is open no more, and what openAssessment throws.
 */
export const recordAnswers = async (
  tx: Tx,
  organizationId: string,
  today: string,
  framework: Pick<Framework, 'id' | 'version'>,
  year: number,
  assessmentId: string | undefined,
  rows: readonly RecordedRow[],
): Promise<void> => {
  const id = assessmentId ?? (await openAssessment(tx, organizationId, today, { frameworkId: framework.id, frameworkVersion: framework.version, year, carry: false }));
  await lockAssessment(tx, organizationId, id);
  await writeRecorded(tx, organizationId, id, rows);
  await refreshSummary(tx, organizationId, id);
};
