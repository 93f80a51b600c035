import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Frozen } from '../../documents/server/service.ts';
import './tables.ts';

export type FrozenYear = {
  id: string;
  year: number;
  language: DocumentLanguage;
  interventions: number;
  frozenAt: Date;
  frozenName: string;
  contentHash: string;
  pdfFileId: string;
  docxFileId: string;
  xlsxFileId: string;
};

/** The years whose table was frozen, the newest first. */
export const frozenYears = (tx: Tx, organizationId: string, year?: number): Promise<FrozenYear[]> => {
  let query = tx
    .selectFrom('interventionYear')
    .select(['id', 'year', 'language', 'interventions', 'frozenAt', 'frozenName', 'contentHash', 'pdfFileId', 'docxFileId', 'xlsxFileId'])
    .where('organizationId', '=', organizationId)
    .orderBy('year', 'desc');
  if (year !== undefined) query = query.where('year', '=', year);
  return query.execute();
};

export const insertYear = async (
  tx: Tx,
  organizationId: string,
  { model, ...frozen }: Frozen & { year: number; language: DocumentLanguage; interventions: number; frozenAt: Date; frozenBy: string | null; frozenName: string; xlsxFileId: string },
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('interventionYear')
    .values({ ...frozen, organizationId, id, model: json(model) as never })
    .execute();
  return id;
};
