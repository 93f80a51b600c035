import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { inLanguage } from '../../../kernel/language.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { registerFile, type RegisterFacts, registerModel } from '../register.ts';
import { documentWords, longDate } from '../words.ts';
import { deviceSorts, listDevices, listTeleworks, teleworkSorts } from './store.ts';
import { ordered } from '../../../server/db/list.ts';
import { sql } from 'kysely';

/** The register of telework for the dossier of a centre, as it is on that day; none where nobody works away and nothing may leave. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const facts = await db.tx(scope, async (tx): Promise<(RegisterFacts & { slug: string }) | undefined> => {
    const organization = await findOrganization(tx, organizationId);
    if (!organization) return undefined;
    const teleworks = (await ordered(listTeleworks(tx, organizationId, {}, day), teleworkSorts, sql.ref('t.id'), 'person').execute()) as unknown as RegisterFacts['teleworks'];
    const devices = (await ordered(listDevices(tx, organizationId, { state: '' }, day), deviceSorts, sql.ref('d.id'), 'name').execute()) as unknown as RegisterFacts['devices'];
    const { address } = organization;
    return {
      slug: organization.slug,
      centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
      teleworks: teleworks.filter(({ state }) => state !== 'refused'),
      devices,
    };
  });
  if (!facts || (facts.teleworks.length === 0 && facts.devices.length === 0)) return [];
  const own = documentWords(language);
  const model = registerModel(facts, language, day);
  const name = `${facts.slug}-${registerFile[language]}`;
  return [
    {
      title: own.register,
      lines: [own.registerFooter.replace('{{date}}', longDate(day, language))],
      draft: false,
      missing: [],
      path: 'telework',
      files: (['pdf', 'docx'] as const).map((format) => ({ name: `${registerFile[language]}/${name}.${format}`, bytes: () => render(model, format) })),
    },
  ];
};
