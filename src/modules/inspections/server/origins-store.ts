import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

/** Findings as what an action comes from: their words in short, and where they stand. */
export const findingOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('inspectionFinding')
    .select(['id', 'inspectionId', 'number', 'text'])
    .where('organizationId', '=', organizationId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(({ id, inspectionId, number, text }) => ({ id, title: `${number}. ${text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text}`, path: `inspections/${inspectionId}` }));
};
