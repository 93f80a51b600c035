import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { render } from '../../documents/server/service.ts';
import { tableModel } from '../table-document.ts';
import { longDate, words } from '../table-words.ts';
import { readTable, tableFile } from './yearly.ts';
import { frozenYears } from './year-store.ts';

/** The tables of interventions for a dossier: that of the year as it stands, and the last one that was frozen. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const own = words[language];
  const year = Number(day.slice(0, 4));
  const { now, frozen } = await db.tx(scope, async (tx) => ({
    now: await readTable(tx, organizationId, year, language),
    frozen: (await frozenYears(tx, organizationId)).find((one) => one.year <= year),
  }));
  const parts: DossierPart[] = [];
  const common = { missing: [], path: 'interventions/tables' };
  if (now.rows.length > 0 && frozen?.year !== year) {
    const model = tableModel(now.rows, now.centre, year, language, { date: day, frozen: false, agreements: now.agreements });
    parts.push({
      ...common,
      title: `${own.title} ${year}`,
      lines: [own.draftFooter(longDate(day, language))],
      draft: false,
      files: (['pdf', 'docx'] as const).map((format) => ({ name: `${own.file}/${tableFile(now.slug, language, year, format)}`, bytes: () => render(model, format) })),
    });
  }
  if (frozen)
    parts.push({
      ...common,
      title: `${own.title} ${frozen.year}`,
      lines: [own.frozenFooter(longDate(frozen.frozenAt.toISOString().slice(0, 10), language))],
      draft: false,
      files: (['pdf', 'docx', 'xlsx'] as const).map((format) => ({
        name: `${own.file}/${tableFile(now.slug, frozen.language, frozen.year, format)}`,
        bytes: async () => (await readFileBytes(db, scope, organizationId, frozen[`${format}FileId`])).bytes,
      })),
    });
  return parts;
};
