import { contentHash } from '../../../documents/content.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { agreementsOfYear } from '../remote-document.ts';
import { tableModel, tableSheets } from '../table-document.ts';
import { words } from '../table-words.ts';
import { listMaintenance } from './maintenance-store.ts';
import { nextNumber } from './record-store.ts';
import { interventionsOfYear } from './store.ts';
import { frozenYears, insertYear } from './year-store.ts';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The table of a year as it stands, with the centre's name and the language of its documents. Throws resourceNotFound. */
export const readTable = async (tx: Tx, organizationId: string, year: number, asked?: DocumentLanguage) => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const { address } = organization;
  const centre = { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
  const agreements = agreementsOfYear((await listMaintenance(tx, organizationId)).toReversed(), year);
  return { rows: await interventionsOfYear(tx, organizationId, year), agreements, centre, language, slug: organization.slug };
};

/** `valombre-interventions-2026.pdf` */
export const tableFile = (slug: string, language: DocumentLanguage, year: number, format: string): string => `${slug}-${words[language].file}-${year}.${format}`;

/**
 * Freezes the table of a year that is over: drawn outside any transaction, kept in one that holds the numbers, so that nothing enters between. Throws
 * badRequest (`yearNotOver`, `yearFrozen`), wrongState where something of it still runs or waits, staleVersion where it changed meanwhile.
 */
export const freezeYear = async (services: Pick<Services, 'db' | 'now'>, scope: Scope, organizationId: string, year: number, name: string, day: string = today(services)): Promise<{ id: string }> => {
  const { db } = services;
  if (day.slice(0, 4) <= String(year)) throw invalidInput('year', 'yearNotOver');
  const read = async (tx: Tx) => {
    if ((await frozenYears(tx, organizationId, year)).length > 0) throw invalidInput('year', 'yearFrozen');
    const found = await readTable(tx, organizationId, year);
    if (found.rows.some(({ state }) => state === 'started')) throw invalidInput('year', 'yearRuns');
    return { ...found, model: tableModel(found.rows, found.centre, year, found.language, { date: day, frozen: true, agreements: found.agreements }) };
  };
  const first = await db.tx(scope, async (tx) => ({ ...(await read(tx)), auditHead: await trailHead(tx, organizationId) }));
  const [drawn, workbook] = await Promise.all([drawFrozen(first.model, first.auditHead), writeWorkbook(tableSheets(first.rows, year, first.language), day)]);
  return db.tx(scope, async (tx) => {
    await nextNumber(tx, organizationId, year, year);
    const { rows, language, slug, model } = await read(tx);
    if (contentHash(model) !== drawn.contentHash) throw new Problem('staleVersion');
    const { id: xlsxFileId } = await storeFile(tx, organizationId, { name: tableFile(slug, language, year, 'xlsx'), mediaType: xlsx, bytes: workbook });
    const kept = await keepFrozen(tx, organizationId, drawn, (format) => tableFile(slug, language, year, format));
    const frozenBy = scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null;
    return { id: await insertYear(tx, organizationId, { ...kept, year, language, interventions: rows.length, frozenAt: services.now(), frozenBy, frozenName: name, xlsxFileId }) };
  });
};
