import type { Tx } from '../../../server/db/database.ts';
import type { Result } from '../scoring.ts';
import './assessment-tables.ts';

/** The results of an assessment by norm, with what it was made against; undefined where there is none. */
export const resultsOf = async (
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<{ framework: string; frameworkVersion: string; year: number; results: { normId: string; result: Result | null }[] } | undefined> => {
  const head = await tx.selectFrom('assessment').select(['framework', 'frameworkVersion', 'year']).where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
  if (!head) return undefined;
  const results = await tx.selectFrom('assessmentNorm').select(['normId', 'result']).where('organizationId', '=', organizationId).where('assessmentId', '=', id).orderBy('position').execute();
  return { ...head, results };
};
