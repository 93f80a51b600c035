import { createHash } from 'node:crypto';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { documentFileName, documentFormats, documentKinds } from '../document.ts';
import { dossierIndex, type IndexEntry } from '../dossier-index.ts';
import { composeDraft, readCentreDocuments, versionsOf } from './compose.ts';
import { libraryTitle } from './library.ts';
import { render } from './render.ts';

/** Takes one file of a dossier; names are ASCII, without folders. */
export type DossierSink = (name: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes every document of a centre as PDF and DOCX: the frozen bytes of the version in force, else the draft as the facts make it now,
 * marked as a draft, with gaps where facts are missing; then `index.txt` and `SHA256SUMS` (as sha256sum writes them).
 * Without a language, in the one of the centre's documents. Whoever hands it out records that (recordDossier). Throws resourceNotFound for a centre outside the scope.
 */
export const writeDossier = async (
  services: { db: Database } & Pick<Services, 'now'>,
  scope: Scope,
  organizationId: string,
  language: DocumentLanguage | undefined,
  sink: DossierSink,
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<{ slug: string; language: DocumentLanguage; day: string; entries: IndexEntry[] }> => {
  const day = today(services);
  const centre = await services.db.tx(scope, (tx) => readCentreDocuments(tx, organizationId, day, language));
  const sums: string[] = [];
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    await sink(name, bytes);
  };
  const entries: IndexEntry[] = [];
  for (const [index, kind] of documentKinds.entries()) {
    const { inForce } = versionsOf(centre, kind);
    const files: string[] = [];
    if (inForce?.pdfFileId && inForce.docxFileId) {
      for (const id of [inForce.pdfFileId, inForce.docxFileId]) {
        const { name, bytes } = await readFileBytes(services.db, scope, organizationId, id);
        await write(name, bytes);
        files.push(name);
      }
      entries.push({ kind, title: libraryTitle(kind, centre.language), number: inForce.number, inForce, missing: [], files });
    } else {
      const { model, missing, number } = composeDraft(centre, kind);
      const { slug } = centre.facts.organization;
      for (const format of documentFormats) {
        const name = documentFileName({ slug, kind, language: centre.language, number, state: 'draft' }, format);
        await write(name, await render(model, format));
        files.push(name);
      }
      entries.push({ kind, title: libraryTitle(kind, centre.language), number, inForce: undefined, missing: missing.map(({ variable }) => variable), files });
    }
    await progress(index + 1, documentKinds.length);
  }
  await write('index.txt', Buffer.from(dossierIndex(centre.facts.organization.name, entries, centre.language, day, centre.facts.verification), 'utf8'));
  await sink('SHA256SUMS', Buffer.from(sums.join(''), 'utf8'));
  return { slug: centre.facts.organization.slug, language: centre.language, day, entries };
};
