import { sql } from 'kysely';
import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type ContractFacts, registerDay, registerWords, type SuppliersFacts, suppliersModel, suppliersSheet } from '../register.ts';
import { contractSorts, listContracts, suppliersOf } from './store.ts';

/** The suppliers that work for a centre that day, with their contracts in force; and how its documents are named. Throws resourceNotFound. */
export const readRegister = async (tx: Tx, organizationId: string, day: CivilDate, asked?: DocumentLanguage): Promise<{ facts: SuppliersFacts; slug: string; language: DocumentLanguage }> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const firms = (await suppliersOf(tx, organizationId)).filter(({ endedOn }) => !endedOn || endedOn >= day) as unknown as SuppliersFacts['firms'];
  const contracts = (await ordered(listContracts(tx, organizationId, { on: day }), contractSorts, sql.ref('c.id'), 'start').execute()) as unknown as ContractFacts[];
  const { address } = organization;
  const centre = { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
  return { facts: { centre, firms, contracts }, slug: organization.slug, language };
};

export const registerFormats = ['pdf', 'docx', 'xlsx'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

/** The register in a format. */
export const drawRegister = async (facts: SuppliersFacts, language: DocumentLanguage, day: CivilDate, format: RegisterFormat): Promise<Uint8Array> =>
  format === 'xlsx' ? writeWorkbook([suppliersSheet(facts, language)]) : render(suppliersModel(facts, language, day), format);

/** The register of suppliers with their clauses, for the dossier of a centre; none where no firm works for it. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const { facts, slug } = await db.tx(scope, (tx) => readRegister(tx, organizationId, day, language));
  if (facts.firms.length === 0) return [];
  const own = registerWords(language);
  return [
    {
      title: own.title,
      lines: [own.footer.replace('{{date}}', registerDay(day, language))],
      draft: false,
      missing: [],
      path: 'suppliers',
      files: registerFormats.map((format) => ({ name: `${own.file}/${slug}-${own.file}.${format}`, bytes: () => drawRegister(facts, language, day, format) })),
    },
  ];
};
