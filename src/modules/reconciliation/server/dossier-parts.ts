import { sql } from 'kysely';
import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import { roomText } from '../../../server/texts.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type ComparedResource, reconciliationModel } from '../register.ts';
import type { Counts } from '../run.ts';
import { words } from '../words.ts';
import { findingId, type FindingRow, findingSorts, listFindings, listSources, sourceSorts } from './read-store.ts';

/** Findings of one resource beyond these are counted, and read in Beffroi. */
const printed = 200;
type Source = { id: string; name: string; ranOn: string | null; counts: Counts | null; open: number; asked: number };

/** Each resource of which a list was ever compared, by name, with what is open of it, or to be done. */
export const comparedResources = async (tx: Tx, organizationId: string, language: DocumentLanguage): Promise<ComparedResource[]> => {
  const sources = (await ordered(listSources(tx, organizationId), sourceSorts, sql.ref('s.id'), 'name').execute()) as Source[];
  const findings = (await ordered(listFindings(tx, organizationId, {}).where('f.state', '<>', 'closed'), findingSorts, findingId, 'kind').execute()) as FindingRow[];
  const bySource = Map.groupBy(findings, ({ resourceId }) => resourceId);
  return sources.flatMap(({ id, name, ranOn, counts, open, asked }): ComparedResource[] => {
    if (!ranOn || !counts) return [];
    const all = bySource.get(id) ?? [];
    const rows = all.slice(0, printed).map((one) => ({
      name: one.person ?? one.label ?? '',
      account: one.account ?? '',
      kind: roomText('reconciliation', `kinds.${one.kind}`, language),
      foundOn: one.foundOn,
      state: roomText('reconciliation', `states.${one.state}`, language),
    }));
    return [{ id, name, ranOn, accounts: counts.accounts, open, asked, findings: rows, more: Math.max(0, all.length - printed) }];
  });
};

/** The last comparison of each resource with what is open of it, for the dossier of a centre; none where no list was ever compared. */
export const dossierParts = async ({ db }: { db: Database }, scope: Scope, { organizationId, slug, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const { resources, organization } = await db.tx(scope, async (tx) => ({
    resources: await comparedResources(tx, organizationId, language),
    organization: await findOrganization(tx, organizationId),
  }));
  if (!organization) throw new Problem('resourceNotFound');
  if (resources.length === 0) return [];
  const own = words[language];
  const { address } = organization;
  const centre = { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
  const model = reconciliationModel({ centre, day, resources }, language);
  return [
    {
      title: own.title,
      lines: [model.footer],
      draft: false,
      missing: [],
      path: 'reconciliation',
      files: (['pdf', 'docx'] as const).map((format) => ({ name: `${own.file}/${slug}-${own.file}-${day}.${format}`, bytes: () => render(model, format) })),
    },
  ];
};
