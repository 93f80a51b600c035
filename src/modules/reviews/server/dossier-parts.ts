import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { dayOf } from '../../../kernel/counting.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { longDate, words } from '../words.ts';
import { listReviews } from './store.ts';

const formats = ['pdf', 'docx', 'xlsx'] as const;

/** The result of the review that was signed off last, for a dossier, as it was frozen; nothing where none was. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, slug, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const review = (await db.tx(scope, (tx) => listReviews(tx, organizationId, day))).find(({ signedAt }) => signedAt !== null);
  if (!review) return [];
  const own = words[language];
  const ids = { pdf: review.pdfFileId!, docx: review.docxFileId!, xlsx: review.xlsxFileId! };
  return [
    {
      title: own.title(review.year),
      lines: [own.footer(review.signedName!, longDate(dayOf(review.signedAt!), language))],
      draft: false,
      missing: [],
      path: `reviews/${review.id}`,
      files: formats.map((format) => ({ name: `${own.file}/${slug}-${own.file}-${review.year}.${format}`, bytes: async () => (await readFileBytes(db, scope, organizationId, ids[format])).bytes })),
    },
  ];
};
