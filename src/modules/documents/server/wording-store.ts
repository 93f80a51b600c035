import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { DocumentKind } from '../document.ts';
import type { StoredWording } from '../wording.ts';
import './wording-tables.ts';

const wordings = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('documentWording')
    .leftJoin('account', 'account.id', 'documentWording.writtenBy')
    .where('documentWording.organizationId', '=', organizationId)
    .select([
      'documentWording.id',
      'documentWording.version',
      'documentWording.kind',
      'documentWording.language',
      'documentWording.sectionKey',
      'documentWording.how',
      'documentWording.afterKey',
      'documentWording.level',
      'documentWording.title',
      'documentWording.body',
      'documentWording.reason',
      'documentWording.libraryRevision',
      'documentWording.libraryTitle',
      'documentWording.libraryBody',
      'documentWording.writtenAt',
      'account.name as writtenBy',
    ]);

/** A centre's own wording of all its documents in one language, in the order in which it was begun. */
export const listWordings = async (tx: Tx, organizationId: string, language: DocumentLanguage) =>
  wordings(tx, organizationId).where('documentWording.language', '=', language).orderBy('documentWording.id').execute();
export type WordingRow = Awaited<ReturnType<typeof listWordings>>[number];

export const findWording = async (tx: Tx, organizationId: string, id: string): Promise<WordingRow | undefined> => wordings(tx, organizationId).where('documentWording.id', '=', id).executeTakeFirst();

export type WordingValues = Omit<StoredWording, 'sectionKey'> & { reason: string | null; libraryRevision: number; writtenBy: string | null; writtenAt: Date };

/** Adds the wording of a section. Throws alreadyExists where somebody else has begun one. */
export const insertWording = async (
  tx: Tx,
  organizationId: string,
  wording: WordingValues & { kind: DocumentKind; language: DocumentLanguage; sectionKey: string | undefined },
): Promise<{ id: string }> => {
  const id = newId();
  // A section of the centre's own has a key that no text of the library has, and no other centre.
  const sectionKey = wording.sectionKey ?? `own${id.replaceAll('-', '').slice(-16)}`;
  const added = await tx
    .insertInto('documentWording')
    .values({ ...wording, organizationId, id, sectionKey })
    .onConflict((conflict) => conflict.columns(['organizationId', 'kind', 'language', 'sectionKey']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem('alreadyExists');
  return added;
};

/** Writes a wording of that version anew. Throws resourceNotFound, staleVersion with who changed it since. */
export const updateWording = async (tx: Tx, organizationId: string, id: string, version: number, values: WordingValues): Promise<void> => {
  const updated = await tx
    .updateTable('documentWording')
    .set(values)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!updated) await refuseStale(tx, 'document_wording', organizationId, id, version);
};

/** Takes a wording away; what stood behind a section of the centre's own then stands behind what that one followed. Throws as `updateWording`. */
export const deleteWording = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const gone = await tx
    .deleteFrom('documentWording')
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['kind', 'language', 'sectionKey', 'how', 'afterKey'])
    .executeTakeFirst();
  if (!gone) return refuseStale(tx, 'document_wording', organizationId, id, version);
  if (gone.how !== 'added') return;
  await tx
    .updateTable('documentWording')
    .set({ afterKey: gone.afterKey })
    .where('organizationId', '=', organizationId)
    .where('kind', '=', gone.kind)
    .where('language', '=', gone.language)
    .where('afterKey', '=', gone.sectionKey)
    .execute();
};
