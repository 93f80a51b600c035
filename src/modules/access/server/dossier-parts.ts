import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { draftWord, render } from '../../documents/server/service.ts';
import { listModel } from '../list-document.ts';
import { longDate, words } from '../list-words.ts';
import { listFile, readList } from './freeze.ts';
import { listLists } from './list-store.ts';

const frozenFormats = ['pdf', 'docx', 'xlsx'] as const;
const drawnFormats = ['pdf', 'docx'] as const;

/** The list of access rights for a dossier: the newest that was frozen; else that of the day, as a draft; nothing where no right is recorded. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, slug, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const own = words[language];
  const common = { title: own.title, missing: [], path: 'access/lists' };
  const [newest] = await db.tx(scope, (tx) => listLists(tx, organizationId));
  if (newest) {
    const ids = { pdf: newest.pdfFileId, docx: newest.docxFileId, xlsx: newest.xlsxFileId };
    return [
      {
        ...common,
        lines: [own.frozenFooter(longDate(newest.on, language), longDate(newest.frozenAt.toISOString().slice(0, 10), language))],
        draft: false,
        files: frozenFormats.map((format) => ({
          name: `${own.file}/${listFile(slug, newest.language, newest.on, newest.number, format)}`,
          bytes: async () => (await readFileBytes(db, scope, organizationId, ids[format])).bytes,
        })),
      },
    ];
  }
  const { content, centre } = await db.tx(scope, (tx) => readList(tx, organizationId, day, language));
  if (content.rights.length === 0) return [];
  const model = listModel(content, centre, language, { frozen: false, reason: 'demand', date: day });
  return [
    {
      ...common,
      lines: [own.draftFooter(longDate(day, language))],
      draft: true,
      files: drawnFormats.map((format) => ({ name: `${own.file}/${slug}-${own.file}-${day}-${draftWord[language]}.${format}`, bytes: () => render(model, format) })),
    },
  ];
};
