import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { say } from '../words.ts';
import { approvedReports } from './store.ts';

/** The approved yearly reports of a centre for its dossier, the newest first, as they were frozen. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language }: DossierAsked): Promise<DossierPart[]> => {
  const reports = await db.tx(scope, (tx) => approvedReports(tx, organizationId));
  return reports.map(({ year, decidedOn, decisionNumber, files }) => ({
    title: say(language, 'model.title', { year }),
    lines: [say(language, 'model.approved', { date: { date: decidedOn }, number: decisionNumber })],
    draft: false,
    missing: [],
    path: `report/${year}`,
    files: files.map(({ id, name }) => ({ name: `${say(language, 'model.file')}/${name}`, bytes: async () => (await readFileBytes(db, scope, organizationId, id)).bytes })),
  }));
};
