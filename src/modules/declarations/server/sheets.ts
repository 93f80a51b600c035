import { contentHash } from '../../../documents/content.ts';
import { renderPdf } from '../../../documents/pdf.ts';
import { pdfPages } from '../../../documents/pdf-merge.ts';
import { drawCode } from '../../../documents/qr.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { suppliersOf } from '../../suppliers/server/service.ts';
import type { Variant } from '../declaration.ts';
import { sheetModel, undertakingModel } from '../model.ts';
import { newCode, payloadOf } from './code.ts';
import { insertSheet } from './sheet-store.ts';
import { fileNameOf, shownTo } from './signing.ts';
import { type Centre, keptText, readCentre } from './text-store.ts';

type Signer = { personId: string | null; supplierId: string | null };
type ToPrint = Signer & { centre: Centre; language: DocumentLanguage; variant: Variant; textId: string; model: DocumentModel; name: string; code: string };

const forPerson = async (tx: Tx, organizationId: string, personId: string, day: string, asked: DocumentLanguage | undefined): Promise<Omit<ToPrint, 'code'>> => {
  const shown = await shownTo(tx, organizationId, personId, day, asked, true);
  if (!shown) throw invalidInput('personIds', 'notBound');
  return { personId, supplierId: null, centre: shown.centre, language: shown.language, variant: shown.need.variant, textId: shown.text.id!, model: shown.model, name: shown.name };
};

const forSupplier = async (tx: Tx, organizationId: string, supplierId: string, day: string, asked: DocumentLanguage | undefined): Promise<Omit<ToPrint, 'code'>> => {
  const [supplier] = await suppliersOf(tx, organizationId, [supplierId]);
  if (!supplier) throw invalidInput('supplierId', 'referencedResourceNotFound');
  const centre = await readCentre(tx, organizationId);
  const language = asked ?? centre.documentLanguage;
  const text = await keptText(tx, organizationId, 'partner', centre, day);
  const facts = {
    centre: centre.facts(language),
    language,
    number: text.number,
    addition: text.additions[language],
    signer: { name: '______________________________', organization: supplier.name },
    day,
  };
  return { personId: null, supplierId, centre, language, variant: 'partner', textId: text.id, model: undertakingModel(text.content[language], facts), name: supplier.name };
};

/** Prints the sheets of these people, or of a supplier: drawn outside any transaction, then noted together. Returns their ids. Throws badRequest (`notBound`, `referencedResourceNotFound`). */
export const makeSheets = async (
  services: Services,
  scope: Scope,
  organizationId: string,
  asked: { personIds: readonly string[]; supplierId?: string | undefined; language?: DocumentLanguage | undefined },
): Promise<string[]> => {
  const day = today(services);
  const wanted = await services.db.tx(scope, async (tx) => {
    const found: ToPrint[] = [];
    for (const personId of new Set(asked.personIds)) found.push({ ...(await forPerson(tx, organizationId, personId, day, asked.language)), code: newCode() });
    if (asked.supplierId) found.push({ ...(await forSupplier(tx, organizationId, asked.supplierId, day, asked.language)), code: newCode() });
    return found;
  });
  const drawn = await Promise.all(
    wanted.map(async (sheet) => ({ ...sheet, bytes: await renderPdf(sheetModel(sheet.model, drawCode(payloadOf(organizationId, sheet.code)), sheet.supplierId ? '' : sheet.name)) })),
  );
  const counts = await pdfPages(drawn.map(({ bytes }) => bytes));
  return services.db.tx(scope, async (tx) => {
    const ids: string[] = [];
    for (const [index, { bytes, centre, name: _name, ...sheet }] of drawn.entries()) {
      const file = await storeFile(tx, organizationId, { name: fileNameOf(centre, 'sheet', sheet.language, index + 1), mediaType: 'application/pdf', bytes });
      const { id } = await insertSheet(tx, organizationId, { ...sheet, contentHash: contentHash(sheet.model), pages: counts[index] ?? 1, fileId: file.id, madeAt: services.now() }, day);
      ids.push(id);
    }
    return ids;
  });
};
