import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { longDate, words } from '../words.ts';
import { formats, readRegister, render } from './advising.ts';
import { lettersByYear } from './store.ts';

/** The register of advice of each year for the dossier of a centre, the newest first, as it is on that day; with it, the letters as they were frozen. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const own = words[language];
  const years = await db.tx(scope, (tx) => lettersByYear(tx, organizationId));
  return Promise.all(
    years.map(async ({ year, files }): Promise<DossierPart> => {
      const { model, name } = await db.tx(scope, (tx) => readRegister(tx, organizationId, year, day, language));
      return {
        title: own.register(year),
        lines: [own.registerFooter(longDate(day, language))],
        draft: false,
        missing: [],
        path: 'advice',
        files: [
          ...formats.map((format) => ({ name: `${own.file.register}/${name}.${format}`, bytes: () => render(model, format) })),
          ...files.map((file) => ({ name: `${own.file.register}/${file.name}`, bytes: async () => (await readFileBytes(db, scope, organizationId, file.id)).bytes })),
        ],
      };
    }),
  );
};
