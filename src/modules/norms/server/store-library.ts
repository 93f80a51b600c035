import type { Services } from '../../../server/services.ts';
import { installationId } from '../../../server/db/database.ts';
import { differs, insertFramework, listFrameworks, mappingHash, mappingHashes, putMapping } from './framework-store.ts';
import { readLibrary } from './library.ts';

/**
 * Puts what the library brings into the database: versions that are not there yet, mappings that say something else than before. Several nodes may
 * do so at the same time; a start that finds nothing new writes nothing. A version that was kept stays as it is: a library that words it otherwise
 * under the same number is told in the log, and needs a new number.
 */
export const storeLibrary = async ({ db, now, logger }: Pick<Services, 'db' | 'now'> & { logger: { error: (what: object, why: string) => void } }, folder?: string): Promise<void> => {
  const library = readLibrary(folder);
  const at = now();
  await db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, async (tx) => {
    const kept = new Map((await listFrameworks(tx)).map((row) => [`${row.frameworkId}@${row.frameworkVersion}`, row]));
    for (const framework of library.frameworks) {
      const known = kept.get(`${framework.id}@${framework.version}`);
      if (!known) await insertFramework(tx, framework, { origin: 'library', format: 'library', by: undefined, at });
      else if (differs(known, framework))
        logger.error({ framework: framework.id, version: framework.version }, 'the library words a version of a framework otherwise than the one that is kept: it needs a new number');
    }
    const mappings = await mappingHashes(tx);
    for (const mapping of library.mappings) if (mappings.get(`${mapping.from}--${mapping.to}`) !== mappingHash(mapping)) await putMapping(tx, mapping, { origin: 'library', by: undefined, at });
  });
};
