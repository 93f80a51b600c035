import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { render } from '../../documents/server/service.ts';
import { longDay } from '../model.ts';
import { words } from '../words.ts';
import { registerOf } from './paper.ts';
import { sumNeeds } from './need-store.ts';

/** The register of undertakings for the dossier of a centre, as it is on that day; none where nobody is bound and nothing was signed. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const register = await db.tx(scope, async (tx) => ((await sumNeeds(tx, organizationId, day)).length === 0 ? undefined : registerOf(tx, organizationId, day, language)));
  if (!register) return [];
  const own = words[language];
  return [
    {
      title: own.register.title,
      lines: [own.register.footer(longDay(day, language))],
      draft: false,
      missing: [],
      path: 'declarations',
      files: (['pdf', 'docx'] as const).map((format) => ({ name: `${own.file.register}/${register.name.replace(/pdf$/, format)}`, bytes: () => render(register.model, format) })),
    },
  ];
};
