import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import type { ListContent } from '../list.ts';
import { listModel, listSheets } from '../list-document.ts';
import { words } from '../list-words.ts';
import { insertList, nextListNumber } from './list-store.ts';
import { listedOn } from './matrix-store.ts';

type Able = Pick<Services, 'db' | 'now'>;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list of a day as it would be frozen, with the centre's name and language. Throws resourceNotFound. */
export const readList = async (tx: Tx, organizationId: string, on: CivilDate, language?: DocumentLanguage) => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const written = language ?? organization.documentLanguage;
  const { address } = organization;
  const content: ListContent = await listedOn(tx, organizationId, on);
  return {
    content,
    language: written,
    slug: organization.slug,
    centre: { name: inLanguage(organization.name, written), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
  };
};

/** `valombre-droits-acces-2026-11-23-3.pdf` */
export const listFile = (slug: string, language: DocumentLanguage, on: CivilDate, number: number, format: string): string => `${slug}-${words[language].file}-${on}-${number}.${format}`;

type Asked = { reason: 'demand' | 'review'; on: CivilDate; note?: string | undefined; language?: DocumentLanguage | undefined };

/**
 * Draws the list of access rights of a day (PDF, Word, Excel) with the hash of what it says and the head of the trail, outside any transaction; what
 * comes back keeps it as the next version, in one. Throws badRequest (`inTheFuture`), resourceNotFound.
 */
export const prepareList = async (services: Able, scope: Scope, organizationId: string, { reason, on, note, language: asked }: Asked): Promise<(tx: Tx) => Promise<{ id: string; number: number }>> => {
  const day = today(services);
  if (on > day) throw invalidInput('on', 'inTheFuture');
  const { content, centre, language, slug, auditHead } = await services.db.tx(scope, async (tx) => ({
    ...(await readList(tx, organizationId, on, asked)),
    auditHead: await trailHead(tx, organizationId),
  }));
  const [drawn, workbook] = await Promise.all([
    drawFrozen(listModel(content, centre, language, { frozen: true, reason, note, date: day }), auditHead),
    writeWorkbook(listSheets(content, language), day),
  ]);
  return async (tx) => {
    const number = await nextListNumber(tx, organizationId);
    const { id: xlsxFileId } = await storeFile(tx, organizationId, { name: listFile(slug, language, on, number, 'xlsx'), mediaType: xlsx, bytes: workbook });
    const kept = await keepFrozen(tx, organizationId, drawn, (format) => listFile(slug, language, on, number, format));
    const frozenBy = scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null;
    const id = await insertList(tx, organizationId, number, { on, reason, note: note ?? null, language, content, ...kept, xlsxFileId, frozenAt: services.now(), frozenBy });
    return { id, number };
  };
};

/**
 * Freezes the list of access rights of a day, today or before: `reason` is `review` for the one at the end of a review. Opens transactions of its own
 * and is called outside of any. Returns the id and the number of the version. Throws as prepareList.
 */
export const freezeList = async (services: Able, scope: Scope, organizationId: string, asked: Asked): Promise<{ id: string; number: number }> =>
  services.db.tx(scope, await prepareList(services, scope, organizationId, asked));
