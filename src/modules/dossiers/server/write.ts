import { createHash } from 'node:crypto';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { dossierIndex, type IndexEntry } from '../dossier.ts';
import { partsOfRooms } from './parts.ts';

/** Takes one file of a dossier; names are ASCII, in one folder at most. */
export type DossierSink = (name: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes what the rooms hand over of a centre: frozen bytes where a document was approved, else the draft as the facts make it now, marked
 * as a draft, with gaps where facts are missing; then `index.txt` and `SHA256SUMS` (as sha256sum writes them).
 * Without a language, in the one of the centre's documents. Whoever hands it out records that (recordDossier). Throws resourceNotFound for a centre outside the scope.
 */
export const writeDossier = async (
  services: { db: Database } & Pick<Services, 'now'>,
  scope: Scope,
  organizationId: string,
  asked: DocumentLanguage | undefined,
  sink: DossierSink,
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<{ slug: string; language: DocumentLanguage; day: string; entries: IndexEntry[] }> => {
  const day = today(services);
  const organization = await services.db.tx(scope, (tx) => findOrganization(tx, organizationId));
  if (!organization) throw new Problem('resourceNotFound');
  const { slug } = organization;
  const language = asked ?? organization.documentLanguage;
  const parts = (await Promise.all(partsOfRooms.map((partsOf) => partsOf(services, scope, { organizationId, slug, language, day })))).flat();
  const sums: string[] = [];
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    await sink(name, bytes);
  };
  const entries: IndexEntry[] = [];
  for (const [index, { files, ...part }] of parts.entries()) {
    for (const { name, bytes } of files) await write(name, await bytes());
    entries.push({ ...part, files: files.map(({ name }) => name) });
    await progress(index + 1, parts.length);
  }
  await write('index.txt', Buffer.from(dossierIndex(organization.name, entries, language, day), 'utf8'));
  await sink('SHA256SUMS', Buffer.from(sums.join(''), 'utf8'));
  return { slug, language, day, entries };
};
