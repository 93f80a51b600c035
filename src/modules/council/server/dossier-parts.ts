import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { words } from '../words.ts';
import { presentedNotes } from './note-store.ts';

/** The monthly notes of a centre for its dossier, year by year, the newest first: those that were presented, as they were frozen. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language }: DossierAsked): Promise<DossierPart[]> => {
  const own = words[language];
  const years = await db.tx(scope, (tx) => presentedNotes(tx, organizationId));
  return years.map(({ year, notes, nihil, files }) => ({
    title: own.notesOf(year),
    lines: [own.notesPresented(notes, nihil)],
    draft: false,
    missing: [],
    path: 'council',
    files: files.map(({ id, name }) => ({ name: `${own.file.note}/${name}`, bytes: async () => (await readFileBytes(db, scope, organizationId, id)).bytes })),
  }));
};
