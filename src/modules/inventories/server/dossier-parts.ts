import { sql } from 'kysely';
import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { inLanguage } from '../../../kernel/language.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import { readFileBytes } from '../../../server/files.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type DerogationFacts, derogationsModel, derogationsSheet, derogationWords } from '../derogation-register.ts';
import { registerModel } from '../disposal-register.ts';
import { disposalWords } from '../disposal-words.ts';
import { type Counted, documentWords, inventoryModel, longDate, reviewFile } from '../review.ts';
import { type SoftwareFacts, softwareModel, softwareSheet, softwareWords } from '../software-register.ts';
import { derogationSorts, listDerogations } from './derogation-store.ts';
import { registerLines } from './disposal-store.ts';
import { lastFrozen } from './review-store.ts';
import { drawReview } from './review-work.ts';
import { listSoftware, softwareSorts } from './software-store.ts';
import { deviceSorts, listDevices } from './store.ts';

/** The inventory for a dossier: as the last count froze it, else as it stands today; the software in use with its licences; the register of disposals; and the derogations of the year, with what is still in force. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, slug, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const year = Number(day.slice(0, 4));
  const { frozen, devices, products, lines, derogations, centre } = await db.tx(scope, async (tx) => {
    const organization = await findOrganization(tx, organizationId);
    const last = await lastFrozen(tx, organizationId, day);
    const address = organization?.address;
    return {
      frozen: last,
      devices: last ? [] : ((await ordered(listDevices(tx, organizationId, {}, day, day).select('d.countedOn as seenOn'), deviceSorts, sql.ref('d.id'), 'number').execute()) as unknown as Counted[]),
      products: (await ordered(listSoftware(tx, organizationId, {}, day), softwareSorts, sql.ref('s.id'), 'name').execute()) as unknown as SoftwareFacts[],
      lines: await registerLines(tx, organizationId),
      derogations: (await ordered(listDerogations(tx, organizationId, { year }, day), derogationSorts, sql.ref('g.id'), 'number').execute()) as unknown as DerogationFacts[],
      centre: { name: organization ? inLanguage(organization.name, language) : '', lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
    };
  });
  const own = disposalWords[language];
  const common = { missing: [], draft: false };
  const parts: DossierPart[] = [];
  const inventory = documentWords(language).inventoryTitle;
  if (frozen)
    parts.push({
      ...common,
      title: inventory,
      lines: [[longDate(frozen.signedOn!, language), frozen.signedBy].filter(Boolean).join(', ')],
      path: 'inventories/reviews',
      files: (['pdf', 'docx', 'xlsx'] as const).map((format) => ({
        name: `${reviewFile[language]}/${slug}-${reviewFile[language]}-${frozen.signedOn!}.${format}`,
        bytes: async () => {
          const fileId = frozen[`${format}FileId`];
          return fileId ? (await readFileBytes(db, scope, organizationId, fileId)).bytes : drawReview(frozen.model!, format);
        },
      })),
    });
  else if (devices.length > 0) {
    const model = inventoryModel(devices, centre, language, day);
    parts.push({
      ...common,
      title: inventory,
      lines: [model.footer],
      path: 'inventories',
      files: (['pdf', 'docx', 'xlsx'] as const).map((format) => ({
        name: `${reviewFile[language]}/${slug}-${documentWords(language).inventoryFile}-${day}.${format}`,
        bytes: () => drawReview(model, format),
      })),
    });
  }
  if (products.length > 0) {
    const register = { centre, products };
    const model = softwareModel(register, language, day);
    const { file } = softwareWords(language);
    const name = (format: string): string => `${file}/${slug}-${file}-${day}.${format}`;
    parts.push({
      ...common,
      title: model.title,
      lines: [model.footer],
      path: 'inventories/software',
      files: [
        ...(['pdf', 'docx'] as const).map((format) => ({ name: name(format), bytes: () => render(model, format) })),
        { name: name('xlsx'), bytes: () => writeWorkbook([softwareSheet(register, language)]) },
      ],
    });
  }
  if (lines.length > 0) {
    const model = registerModel({ lines, centre }, language, day);
    parts.push({
      ...common,
      title: own.register,
      lines: [own.registerFooter(longDate(day, language))],
      path: 'inventories/disposals',
      files: (['pdf', 'docx'] as const).map((format) => ({ name: `${own.files.register}/${slug}-${own.files.register}-${day}.${format}`, bytes: () => render(model, format) })),
    });
  }
  if (derogations.length > 0) {
    const register = { centre, year, derogations };
    const model = derogationsModel(register, language, day);
    const { file } = derogationWords(language);
    const name = (format: string): string => `${file}/${slug}-${file}-${year}.${format}`;
    parts.push({
      ...common,
      title: model.title,
      lines: [model.footer],
      path: 'inventories/derogations',
      files: [
        ...(['pdf', 'docx'] as const).map((format) => ({ name: name(format), bytes: () => render(model, format) })),
        { name: name('xlsx'), bytes: () => writeWorkbook([derogationsSheet(register, language)]) },
      ],
    });
  }
  return parts;
};
