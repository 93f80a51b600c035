import type { Tx } from '../../../server/db/database.ts';

/** Reports that lie before the council, the oldest year first. */
export const reportsAwaiting = async (tx: Tx, organizationId: string): Promise<{ id: string; year: number }[]> =>
  tx.selectFrom('yearlyReport').select(['id', 'year']).where('organizationId', '=', organizationId).where('submittedOn', 'is not', null).where('decidedOn', 'is', null).orderBy('year').execute();

/** Of these reports, those that are decided, wherever that was recorded. */
export const decidedReports = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; decidedOn: string; decisionNumber: string | null }[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('yearlyReport')
    .select(['id', 'decidedOn', 'decisionNumber'])
    .where('organizationId', '=', organizationId)
    .where('id', 'in', [...ids])
    .where('decidedOn', 'is not', null)
    .execute();
  return rows.map(({ id, decidedOn, decisionNumber }) => ({ id, decidedOn: decidedOn!, decisionNumber }));
};
