import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { CatalogueEntry } from '../catalogue.ts';

let loaded: readonly CatalogueEntry[] | undefined;

/** The catalogue of the library, read once. Throws when an entry breaks its schema or bears the id of another. */
export const resourceCatalogue = (): readonly CatalogueEntry[] => {
  if (loaded) return loaded;
  const content = parse(readFileSync(new URL('../../../../library/access/catalogue.yaml', import.meta.url), 'utf8')) as unknown;
  const { entries } = z.strictObject({ entries: z.array(CatalogueEntry) }).parse(content);
  const ids = entries.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Error(`library/access/catalogue.yaml has two entries "${twice}"`);
  loaded = entries;
  return entries;
};
