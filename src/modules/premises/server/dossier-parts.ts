import { sql } from 'kysely';
import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type PremisesFacts, premisesModel, premisesSheets, registerDay, registerWords } from '../register.ts';
import { listProtections, listRounds, protectionChecks, protectionSorts, roundSorts } from './guard-store.ts';
import { registerCopies, registerHolders, registerKeys } from './register-store.ts';
import { entrySorts, listEntries, listZones, zoneSorts } from './store.ts';

/** The premises of a centre that day, without any visitor; and how the documents are named. Throws resourceNotFound. */
export const readPremises = async (tx: Tx, organizationId: string, day: CivilDate, asked?: DocumentLanguage): Promise<{ facts: PremisesFacts; slug: string; language: DocumentLanguage }> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const { address } = organization;
  const checks = new Map((await protectionChecks(tx, organizationId)).map((one) => [one.id, one]));
  const protections = (await ordered(listProtections(tx, organizationId, { state: 'inUse' }, day), protectionSorts, sql.ref('p.id'), 'zone').execute()) as (PremisesFacts['protections'][number] & {
    id: string;
  })[];
  const rounds = listRounds(tx, organizationId, { from: addMonths(day, -36) });
  return {
    slug: organization.slug,
    language,
    facts: {
      centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
      zones: (await ordered(listZones(tx, organizationId, { state: 'inUse' }, day), zoneSorts, sql.ref('zone.id'), 'risk').execute()) as PremisesFacts['zones'],
      entries: (await ordered(listEntries(tx, organizationId, {}), entrySorts, sql.ref('e.id'), 'zone').execute()) as PremisesFacts['entries'],
      holders: await registerHolders(tx, organizationId, day),
      keys: await registerKeys(tx, organizationId, day),
      copies: await registerCopies(tx, organizationId, day),
      protections: protections.map((one) => ({ ...one, lastOn: checks.get(one.id)?.lastOn ?? null, lastResult: checks.get(one.id)?.lastResult ?? null, nextOn: checks.get(one.id)?.nextOn ?? null })),
      rounds: (await ordered(rounds, roundSorts, sql.ref('r.id'), '-held').execute()) as PremisesFacts['rounds'],
    },
  };
};

export const premisesFormats = ['pdf', 'docx', 'xlsx'] as const;
export type PremisesFormat = (typeof premisesFormats)[number];

/** The register of the premises in a format. */
export const drawPremises = async (facts: PremisesFacts, language: DocumentLanguage, day: CivilDate, format: PremisesFormat): Promise<Uint8Array> =>
  format === 'xlsx' ? writeWorkbook(premisesSheets(facts, language, day)) : render(premisesModel(facts, language, day), format);

/** The register of the premises for the dossier of a centre; none where no zone is entered. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const { facts, slug } = await db.tx(scope, (tx) => readPremises(tx, organizationId, day, language));
  if (facts.zones.length === 0) return [];
  const own = registerWords(language);
  return [
    {
      title: own.title,
      lines: [own.footer.replace('{{date}}', registerDay(day, language))],
      draft: false,
      missing: [],
      path: 'premises',
      files: premisesFormats.map((format) => ({ name: `${own.file}/${slug}-${own.file}.${format}`, bytes: () => drawPremises(facts, language, day, format) })),
    },
  ];
};
