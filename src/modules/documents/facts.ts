import { variableNames } from '../../documents/names.ts';
import { type DocumentValues, gap } from '../../documents/compose.ts';
import type { Block, Inline } from '../../documents/section.ts';
import { type CivilDate, inPeriod } from '../../kernel/dates.ts';
import { formatEnterpriseNumber } from '../../kernel/identifiers.ts';
import { type DocumentLanguage, inLanguage, type LocalizedText } from '../../kernel/language.ts';
import type { Rule } from '../../kernel/rules.ts';
import type { LegalText } from '../legal/legal-text.ts';
import type { Address, Facts, FederalContact, Profile } from '../organizations/organization.ts';
import type { ListContent } from '../access/list.ts';
import type { ChartFacts } from '../people/chart/chart.ts';
import type { MandateKind } from '../people/mandate.ts';
import { type DocumentKind, documentRules, type DocumentState } from './document.ts';
import { hours, longDate } from './format.ts';
import { legalTable } from './legal-table.ts';
import { accessTable, annexesTable, chartPicture, officersTable, organizationChart, platformTable, versionsTable } from './tables.ts';
import type { OwnCategory } from './own.ts';
import type { VariableName } from './variables.ts';
import { words } from './words.ts';

export type OrganizationFacts = {
  slug: string;
  name: LocalizedText;
  municipality: string;
  region: string;
  nisCode: string | null;
  enterpriseNumber: string | null;
  address: Address | null;
  phone: string | null;
  email: string | null;
  federalContact: FederalContact | null;
  profile: Profile;
  facts: Facts;
  pool: { id: string; name: string } | null;
};

export type MandateFacts = {
  id: string;
  personId: string;
  personName: string;
  title: 'madam' | 'sir' | null;
  kind: MandateKind;
  start: CivilDate;
  end: CivilDate | null;
  decidedOn: CivilDate | null;
  decisionNumber: string | null;
  federalServiceNotifiedOn: CivilDate | null;
  authorityNotifiedOn: CivilDate | null;
  weeklyHours: number | null;
};

export type ServiceFacts = { id: string; name: string; parentId: string | null; headName: string | null; seesPersonalData: boolean };
export type StaffFacts = { personId: string; personName: string; function: string; serviceId: string | null };
/** A document of the centre's own that belongs to the policy, with its version in force where it has one. */
export type AnnexFacts = { title: string; category: OwnCategory; number: number | null; decidedOn: CivilDate | null };
export type VersionFacts = { number: number; state: DocumentState; draftedOn: CivilDate; decidedOn: CivilDate | null; decisionNumber: string | null; approver: string | null };

/** Everything that a centre's documents say, read in one transaction. `versions` are those of the document at hand, in its language. */
export type DocumentFacts = {
  organization: OrganizationFacts;
  mandates: readonly MandateFacts[];
  services: readonly ServiceFacts[];
  staff: readonly StaffFacts[];
  chart: ChartFacts;
  legal: readonly LegalText[];
  annexes: readonly AnnexFacts[];
  /** Whether any right of access is recorded, and the list of them that was frozen last. */
  access: { recorded: boolean; list?: { number: number; content: ListContent } };
  /** What other registers say in the policy, each in its slot; absent where they hold nothing yet. */
  registers: Partial<Record<'undertakings' | 'interventions' | 'hardwareInventory' | 'backups', readonly Block[]>>;
  /** What the registers of continuity say in the disaster plan, by slot. */
  disaster: Readonly<Record<string, readonly Block[]>>;
  /** The centre's rule for verifying what is in force; absent where it has none of its own. */
  verification?: Rule;
};

/** Who holds a function that day: of several, the one appointed last. `appointedLast` also counts those who are not in office yet. */
export const holderOf = (mandates: readonly MandateFacts[], kind: MandateKind, today: CivilDate, holders: 'inOffice' | 'appointedLast' = 'inOffice'): MandateFacts | undefined =>
  mandates
    .filter((mandate) => mandate.kind === kind && (holders === 'inOffice' ? inPeriod(today, mandate) : !mandate.end || mandate.end >= today))
    .reduce<MandateFacts | undefined>((last, mandate) => (last && last.start >= mandate.start ? last : mandate), undefined);

export const addressLine = (address: Address | null): string | undefined => (address ? `${address.street}, ${address.postalCode} ${address.locality}` : undefined);

const compact = (contact: FederalContact | null): string | undefined => [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(', ') || undefined;

/**
 * What fills a document text, in its language: dates in their long form, numbers as they are written there.
 * @param date civil date of the document; holders of functions are those of that day
 */
export const documentValues = (facts: DocumentFacts, kind: DocumentKind, language: DocumentLanguage, date: CivilDate, versions: readonly VersionFacts[]): DocumentValues => {
  const { organization, mandates } = facts;
  const { holders, signatures } = documentRules[kind];
  const held = (function_: MandateKind) => holderOf(mandates, function_, date, holders);
  const day = (value: CivilDate | null | undefined): string | undefined => (value ? longDate(value, language) : undefined);
  const [adviser, deputy, dpo, itAgent] = [held('adviser'), held('deputyAdviser'), held('dpo'), held('itAgent')];
  const [directorGeneral, president] = [holderOf(mandates, 'directorGeneral', date), holderOf(mandates, 'president', date)];
  const known = organization.facts;
  const variables: Record<VariableName, string | undefined> = {
    'centre.name': inLanguage(organization.name, language),
    'centre.municipality': organization.municipality,
    'centre.address': addressLine(organization.address),
    'centre.phone': organization.phone ?? undefined,
    'centre.email': organization.email ?? undefined,
    'centre.enterpriseNumber': organization.enterpriseNumber ? formatEnterpriseNumber(organization.enterpriseNumber) : undefined,
    'centre.nisCode': organization.nisCode ?? undefined,
    'federalService.contact': compact(organization.federalContact),
    'directorGeneral.name': directorGeneral?.personName,
    'president.name': president?.personName,
    'adviser.name': adviser?.personName,
    'adviser.start': day(adviser?.start),
    'adviser.decidedOn': day(adviser?.decidedOn),
    'adviser.decisionNumber': adviser?.decisionNumber ?? undefined,
    'adviser.notifiedOn': day(adviser?.federalServiceNotifiedOn),
    'adviser.weeklyHours': adviser?.weeklyHours ? hours(adviser.weeklyHours) : undefined,
    'deputy.name': deputy?.personName,
    'deputy.start': day(deputy?.start),
    'deputy.decidedOn': day(deputy?.decidedOn),
    'dpo.name': dpo?.personName,
    'dpo.start': day(dpo?.start),
    'dpo.authorityNotifiedOn': day(dpo?.authorityNotifiedOn),
    'itAgent.name': itAgent?.personName,
    'facts.networkOperator': known.networkOperator,
    'facts.malwareProtection': known.malwareProtection,
    'facts.backupMethod': known.backupMethod,
    'facts.offsiteBackupPlace': known.offsiteBackupPlace,
    'facts.archivePlace': known.archivePlace,
    'facts.serverRoomPlace': known.serverRoomPlace,
    'facts.itSupplier': known.itSupplier,
    'facts.incidentPhone': known.incidentPhone,
    'facts.incidentEmail': known.incidentEmail,
    'facts.websiteUrl': known.websiteUrl,
    'facts.recoveryHours': known.recoveryHours === undefined ? undefined : String(known.recoveryHours),
    'facts.charterApprovedOn': day(known.charterApprovedOn),
    'facts.continuityPlanApprovedOn': day(known.continuityPlanApprovedOn),
    'facts.workRulesApprovedOn': day(known.workRulesApprovedOn),
    'document.date': day(date),
  };
  const own = words[language];
  const note = (text: string): Block[] => [{ type: 'note', content: [{ text }] }];
  // Nobody signs for a function that nobody holds: the name is a fact like any other, and its gap stands under the line.
  const signatory = (mandate: MandateFacts | undefined, variable: VariableName, labels: { madam: string; sir: string }): { capacity: string; name: Inline[] } => ({
    capacity: labels[mandate?.title ?? 'sir'],
    name: [mandate ? { text: mandate.personName } : { text: gap, missing: variable }],
  });
  const places: Record<string, Block> = {
    council: { type: 'signatures', blocks: [signatory(directorGeneral, 'directorGeneral.name', own.signatories.directorGeneral), signatory(president, 'president.name', own.signatories.president)] },
    undersigned: { type: 'signatures', blocks: [{ capacity: own.signatories.undersigned }, { capacity: own.signatories.forTheCentre }] },
  };
  return {
    variables: Object.fromEntries(variableNames.map((name) => [name, variables[name]])),
    profile: { ...organization.profile },
    has: { deputy: deputy !== undefined, dpo: dpo !== undefined, itAgent: itAgent !== undefined, pool: organization.pool !== null, flemishDecree: organization.region === 'flanders' },
    slots: {
      officers: [officersTable(mandates, language, date)],
      platformMembers: [platformTable(mandates, language, date)],
      organizationChart: [...(facts.services.length > 0 ? [chartPicture(facts.chart, language)] : []), organizationChart(facts.services, facts.staff, language)],
      legalRegister: legalTable(facts.legal, organization.region, language),
      versions: [versionsTable(versions, language)],
      ...Object.fromEntries(Object.entries(own.nothingYet).map(([slot, text]) => [slot, note(text)])),
      ...Object.fromEntries(Object.entries(facts.disaster).map(([slot, blocks]) => [slot, [...blocks]])),
      ...Object.fromEntries(Object.entries(facts.registers).map(([slot, blocks]) => [slot, [...blocks]])),
      ...(facts.access.list ? { accessRights: accessTable(facts.access.list, language) } : facts.access.recorded ? { accessRights: note(own.accessRights.notFrozen) } : {}),
      ...(facts.annexes.length > 0 ? { annexes: [annexesTable(facts.annexes, language)] } : {}),
    },
    signatures: { [signatures]: places[signatures]! },
  };
};
