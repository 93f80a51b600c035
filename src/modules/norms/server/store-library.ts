import type { Services } from '../../../server/services.ts';
import { installationId } from '../../../server/db/database.ts';
import { insertFramework, listFrameworks, mappingHash, mappingHashes, putMapping } from './framework-store.ts';
import { readLibrary } from './library.ts';

const scope = { organizations: [installationId], actor: { kind: 'setup' as const } };

/**
 * Puts what the library brings into the database: versions that are not there yet, mappings that say something else than before. Several nodes may
 * do so at the same time. A start that finds nothing new writes nothing, and reads of each framework the head alone: a version that is kept stays as
 * it is, and its chapters are not even opened. Throws Error as `readLibrary` does.
 */
export const storeLibrary = async ({ db, now }: Pick<Services, 'db' | 'now'>, folder?: string): Promise<void> => {
  const [kept, hashes] = await db.tx(scope, async (tx) => [new Set((await listFrameworks(tx)).map((row) => `${row.frameworkId}@${row.frameworkVersion}`)), await mappingHashes(tx)] as const);
  const found = readLibrary(folder, (id, version) => kept.has(`${id}@${version}`));
  const changed = found.mappings.filter((mapping) => hashes.get(`${mapping.from}--${mapping.to}`) !== mappingHash(mapping));
  if (found.frameworks.length === 0 && changed.length === 0) return;
  // A mapping may name norms of versions that are kept: then all is read once, to check it as a whole.
  if (kept.size > 0) readLibrary(folder);
  const at = now();
  await db.tx(scope, async (tx) => {
    for (const framework of found.frameworks) await insertFramework(tx, framework, { origin: 'library', format: 'library', by: undefined, at });
    for (const mapping of changed) await putMapping(tx, mapping, { origin: 'library', by: undefined, at });
  });
};
