import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { longDate, words } from '../words.ts';
import * as store from './store.ts';

/** The approved minutes of a centre's platform for its dossier, the oldest first, as they were frozen. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language }: DossierAsked): Promise<DossierPart[]> => {
  const meetings = await db.tx(scope, (tx) => store.approvedMinutes(tx, organizationId));
  const own = words[language];
  return meetings.map(({ id, year, number, heldOn, approvedOn, approval, files }) => ({
    title: `${own.platform}. ${own.minutes(`${year}/${number}`)}`,
    lines: [longDate(heldOn, language), own.approvedFooter(own.approved[approval](longDate(approvedOn, language)))],
    draft: false,
    missing: [],
    path: `platform/meetings/${id}`,
    files: files.map(({ id: file, name }) => ({ name: `${own.folder}/${name}`, bytes: async () => (await readFileBytes(db, scope, organizationId, file)).bytes })),
  }));
};
