import type { DocumentLanguage } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { RightLevel } from '../grant.ts';
import { rightLevels } from '../grant.ts';
import { libraryProfiles } from './library.ts';
import { insertProfile, listProfiles, resourcesByCatalogue } from './profile-store.ts';

/** The highest level offered that is not above the one wanted; undefined where the resource offers none so low. */
const offered = (wanted: RightLevel, levels: readonly string[]): RightLevel | undefined => rightLevels.slice(0, rightLevels.indexOf(wanted) + 1).findLast((level) => levels.includes(level));

/**
 * Adds profiles of the library, named in a language, with rights on those of their resources that the centre took from the catalogue. One that the
 * centre has already, or whose name is taken, is left out. Returns the ids of those added. Throws badRequest (`entryUnknown`).
 */
export const addLibraryProfiles = async (tx: Tx, organizationId: string, ids: readonly string[], language: DocumentLanguage): Promise<string[]> => {
  const known = await listProfiles(tx, organizationId);
  const resources = await resourcesByCatalogue(tx, organizationId);
  const added: string[] = [];
  for (const [index, id] of ids.entries()) {
    const entry = libraryProfiles().find((profile) => profile.id === id);
    if (!entry) throw invalidInput(`ids[${index}]`, 'entryUnknown');
    const name = entry.name[language];
    if (known.some((profile) => profile.libraryId === id || profile.name === name)) continue;
    const rights = Object.entries(entry.rights).flatMap(([catalogueId, wanted]) => {
      const resource = resources.get(catalogueId);
      const level = resource && offered(wanted, resource.levels);
      return level ? [{ resourceId: resource.id, level }] : [];
    });
    added.push(await insertProfile(tx, organizationId, { name, functions: entry.functions, rights }, id));
  }
  return added;
};
