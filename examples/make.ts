/**
 * Writes examples/valombre.xlsx, the intake workbook of a fictional centre of 64 people: the same bytes each time.
 * Centre, people and firms do not exist; national numbers are left out so that none can be somebody's.
 */
import { writeFileSync } from 'node:fs';
import { intakeTemplate } from '../src/modules/intake/template.ts';
import type { IntakeValues } from '../src/modules/intake/template.ts';
import { writeWorkbook } from '../src/server/spreadsheet/write.ts';
import { declarationsOf, rightsOf, teleworkOf } from './access-rights.ts';
import { resourcesOf, suppliersOf } from './access.ts';
import { backupsOf, devicesOf, interventionsOf, restoresOf } from './equipment.ts';
import { type Employee, employees, personAt } from './people.ts';
import { keysOf, zoneEntriesOf, zonesOf } from './premises.ts';
import { adviceOf, answers, sittings } from './yearly.ts';

type Values = Record<string, string | number | boolean | undefined>;

const pool = 'Association des CPAS du plateau';
const supplier = 'Vesdre-Data SRL';
const centre: Values = {
  'name.fr': 'CPAS de Valombre',
  documentLanguage: 'fr',
  nisCode: '63999',
  enterpriseNumber: '0999.999.922',
  municipality: 'Valombre',
  region: 'wallonia',
  population: 9412,
  'address.street': 'Place du Marché 1',
  'address.postalCode': '4999',
  'address.locality': 'Valombre',
  phone: '087 00 00 00',
  email: 'info@cpas-valombre.example',
  'federalContact.name': 'Service sécurité de l’information du SPP IS',
  'federalContact.email': 'securite@spp-is.example',
  'federalContact.phone': '02 000 00 00',
  'profile.network': 'networked',
  'profile.itManagement': 'subcontracted',
  'profile.server': 'own',
  'profile.archives': 'own',
  'profile.wifi': 'protected',
  'profile.laptops': 'leave',
  'profile.privateUse': 'limited',
  'profile.surroundings': 'ordinary',
  'profile.telework': true,
  'profile.restHome': false,
  'profile.website': true,
  'profile.ownDevelopment': false,
  'profile.removableMedia': true,
  'profile.cameras': true,
  'profile.volunteers': true,
  'facts.networkOperator': 'Réseau public Explore',
  'facts.malwareProtection': 'Antivirus géré sur chaque poste et sur le serveur, mis à jour toutes les quatre heures',
  'facts.backupMethod': 'Sauvegarde complète chaque nuit, chiffrée, gardée trente jours ; essai de restauration chaque trimestre',
  'facts.offsiteBackupPlace': 'Coffre ignifugé de la maison communale de Valombre',
  'facts.archivePlace': 'Sous-sol du siège, porte à clé, registre des entrées',
  'facts.serverRoomPlace': 'Premier étage du siège, local fermé et climatisé',
  'facts.itSupplier': supplier,
  'facts.incidentPhone': '087 00 00 99',
  'facts.incidentEmail': 'securite@cpas-valombre.example',
  'facts.websiteUrl': 'https://www.cpas-valombre.example',
  'facts.recoveryHours': 48,
  'facts.charterApprovedOn': '2025-03-18',
  'facts.continuityPlanApprovedOn': '2025-10-21',
  'facts.workRulesApprovedOn': '2024-12-17',
};

const address = (person: { firstName: string; lastName: string }, domain: string): string => {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-');
  return `${plain(person.firstName)}.${plain(person.lastName)}@${domain}`;
};
const code = (index: number): string => `P${String(index + 1).padStart(2, '0')}`;

const staff: Values[] = employees.map((employee, index) => ({
  reference: code(index),
  lastName: employee.lastName,
  firstName: employee.firstName,
  kind: employee.kind ?? 'staff',
  title: employee.title,
  language: employee.language ?? 'fr',
  email: employee.kind === 'volunteer' || employee.kind === 'student' ? undefined : address(employee, 'cpas-valombre.example'),
  phone: `087 00 ${String(10 + Math.floor(index / 90)).padStart(2, '0')} ${String(index % 90).padStart(2, '0')}`,
}));

type Other = { kind: string; employer?: string; note?: string };
const others: Other[] = [
  ...Array.from({ length: 9 }, () => ({ kind: 'councilMember' })),
  { kind: 'meetingAttendee', employer: 'Commune de Valombre', note: 'Représente le collège communal au comité de concertation' },
  { kind: 'outsider', employer: pool, note: 'Partagé entre quatorze centres' },
  { kind: 'outsider', employer: pool },
  { kind: 'outsider', employer: pool },
  { kind: 'outsider', employer: supplier, note: 'Technicien attitré, présent le mardi' },
];
const outside: Values[] = others.map((other, offset) => {
  const index = employees.length + offset;
  const name = personAt(index, index % 2 === 0);
  const domain = other.employer === pool ? 'cpas-plateau.example' : other.employer === supplier ? 'vesdre-data.example' : 'valombre.example';
  return { reference: code(index), ...name, ...other, language: 'fr', email: address(name, domain) };
});

const withFunction = (title: string): string => {
  const index = employees.findIndex((employee) => employee.function === title);
  if (index < 0) throw new Error(`Nobody is ${title}`);
  return code(index);
};
const other = (offset: number): string => code(employees.length + offset);
const headOf = {
  'Direction générale': 'Directrice générale',
  'Service social': 'Assistante sociale en chef',
  'Médiation de dettes': 'Médiatrice de dettes',
  'Insertion socioprofessionnelle': 'Responsable de l’insertion',
  'Administration et secrétariat': 'Chef de bureau administratif',
  Finances: 'Directeur financier',
  Informatique: 'Responsable informatique',
  'Aide à domicile': 'Responsable de l’aide à domicile',
  'Service technique': 'Chef d’équipe technique',
};
const service = (name: keyof typeof headOf, kind: string, parent?: string, seesPersonalData = true): Values => ({ name, kind, parent, head: withFunction(headOf[name]), seesPersonalData });
const services: Values[] = [
  service('Direction générale', 'management'),
  service('Service social', 'social', 'Direction générale'),
  service('Médiation de dettes', 'social', 'Service social'),
  service('Insertion socioprofessionnelle', 'integration', 'Service social'),
  service('Administration et secrétariat', 'administration', 'Direction générale'),
  service('Finances', 'finance', 'Direction générale'),
  service('Informatique', 'it', 'Direction générale'),
  service('Aide à domicile', 'homeCare', 'Direction générale'),
  service('Service technique', 'other', 'Direction générale', false),
];

const contracts: Values[] = employees.map((employee, index) => ({
  person: code(index),
  service: employee.service,
  kind: employee.contract,
  function: employee.function,
  start: employee.start,
  end: employee.end,
  weeklyHours: employee.hours,
  suspensionStart: employee.suspended?.[0],
  suspensionEnd: employee.suspended?.[1],
  suspensionReason: employee.suspended?.[2],
}));
// Two lives before the present contract: somebody who came as a trainee, somebody who left and came back.
contracts.push(
  { person: withFunction('Juriste'), service: 'Médiation de dettes', kind: 'traineeship', function: 'Stagiaire juriste', start: '2019-02-04', end: '2019-06-28', weeklyHours: 38 },
  { person: withFunction('Comptable'), service: 'Finances', kind: 'fixedTerm', function: 'Aide-comptable', start: '2015-03-02', end: '2017-02-28', weeklyHours: 38 },
  { person: other(13), service: 'Informatique', kind: 'mission', function: 'Technicien du sous-traitant', start: '2024-01-01', end: '2027-12-31', weeklyHours: 7.6 },
);

const installed = { start: '2024-12-09', decidedOn: '2024-12-09' };
const mandates: Values[] = [
  { person: other(0), kind: 'president', ...installed, decisionNumber: '2024-12/01' },
  ...Array.from({ length: 8 }, (_, i) => ({ person: other(i + 1), kind: 'councilMember', ...installed, decisionNumber: `2024-12/${String(i + 2).padStart(2, '0')}` })),
  { person: withFunction('Directrice générale'), kind: 'directorGeneral', start: '2014-09-01', decidedOn: '2014-06-24', decisionNumber: '2014-06/11' },
  { person: withFunction('Directeur financier'), kind: 'financeDirector', start: '2015-01-05', decidedOn: '2014-11-25', decisionNumber: '2014-11/07' },
  { person: other(10), kind: 'adviser', start: '2025-03-01', decidedOn: '2025-02-18', decisionNumber: '2025-02/14', federalServiceNotifiedOn: '2025-02-24', weeklyHours: 6 },
  { person: other(11), kind: 'deputyAdviser', start: '2025-03-01', decidedOn: '2025-02-18', decisionNumber: '2025-02/15', federalServiceNotifiedOn: '2025-02-24', weeklyHours: 2 },
  {
    person: other(12),
    kind: 'dpo',
    start: '2025-04-01',
    decidedOn: '2025-03-18',
    decisionNumber: '2025-03/09',
    federalServiceNotifiedOn: '2025-03-24',
    authorityNotifiedOn: '2025-03-25',
    weeklyHours: 4,
  },
  { person: withFunction('Responsable informatique'), kind: 'itHead', start: '2018-10-15', decidedOn: '2018-09-25', decisionNumber: '2018-09/06' },
  { person: withFunction('Agent informatique'), kind: 'itAgent', start: '2023-03-20', decidedOn: '2023-02-28', decisionNumber: '2023-02/12' },
  { person: withFunction('Secrétaire de direction'), kind: 'localCorrespondent', start: '2025-03-01', decidedOn: '2025-02-18', decisionNumber: '2025-02/16', weeklyHours: 2 },
  { person: withFunction('Archiviste et employée d’administration'), kind: 'archivist', start: '2020-01-01', decidedOn: '2019-12-17', decisionNumber: '2019-12/21' },
  { person: withFunction('Employée d’accueil'), kind: 'reception', start: '2018-06-11' },
  ...[withFunction('Directrice générale'), other(10), withFunction('Responsable informatique'), withFunction('Assistante sociale en chef'), withFunction('Directeur financier')].map((person) => ({
    person,
    kind: 'platformMember',
    start: '2025-04-01',
    decidedOn: '2025-03-18',
    decisionNumber: '2025-03/10',
  })),
];

const actions: Values[] = [
  {
    title: 'Chiffrer les ordinateurs portables',
    owner: withFunction('Responsable informatique'),
    priority: 'high',
    startOn: '2026-09-01',
    dueOn: '2027-03-31',
    state: 'underWay',
    personDays: 3.5,
    oneOff: 1250,
    budgetYear: 2026,
    article: '104/74253',
    originKind: 'incident',
    origin: 'Portable oublié dans un train, mars 2026',
  },
  { title: 'Essayer la restauration d’une sauvegarde complète', ownerRole: 'itHead', dueOn: '2027-02-26', personDays: 1, originKind: 'norm', origin: 'Questionnaire 2025, continuité' },
  { title: 'Revoir les droits d’accès au départ d’un agent', ownerRole: 'directorGeneral', priority: 'high', dueOn: '2026-12-18', personDays: 0.5 },
  {
    title: 'Former les nouveaux agents au secret professionnel',
    owner: withFunction('Assistante sociale en chef'),
    startOn: '2026-03-02',
    dueOn: '2026-06-30',
    doneOn: '2026-06-16',
    doneHow: 'Deux demi-journées ; liste de présences au secrétariat',
    personDays: 2,
    yearly: 480.5,
    budgetYear: 2026,
    article: '104/12317',
  },
  {
    title: 'Remplacer le pare-feu du siège',
    ownerRole: 'itHead',
    dueOn: '2027-09-30',
    personDays: 4,
    oneOff: 6890,
    yearly: 1195.9,
    budgetYear: 2027,
    article: '104/74253',
    originKind: 'meeting',
    origin: 'Plateforme du 12 mai 2026',
  },
  {
    title: 'Badges à l’entrée du sous-sol',
    priority: 'low',
    dueOn: '2026-05-29',
    state: 'givenUp',
    givenUpReason: 'Les archives partent chez un dépositaire',
    originKind: 'finding',
    origin: 'Visite de 2024',
  },
];

const codeOf = (one: Employee): string => code(employees.indexOf(one));
const holders = {
  itFirm: supplier,
  itHead: withFunction('Responsable informatique'),
  agent: withFunction('Agent informatique'),
  archivist: withFunction('Archiviste et employée d’administration'),
  /** The code of the nth person of a function, the first where none is said. */
  code: (title: string, place = 0): string => {
    const one = employees.filter((employee) => employee.function === title)[place];
    if (!one) throw new Error(`Nobody is ${title}`);
    return codeOf(one);
  },
};
const technician = other(13);

const values: IntakeValues = {
  centre: [centre],
  services,
  people: [...staff, ...outside],
  contracts,
  mandates,
  actions,
  advice: adviceOf(other(10), withFunction('Directrice générale')),
  sittings,
  answers,
  suppliers: suppliersOf(supplier),
  resources: resourcesOf({
    itFirm: supplier,
    itHead: withFunction('Responsable informatique'),
    finance: withFunction('Directeur financier'),
    archivist: withFunction('Archiviste et employée d’administration'),
  }),
  rights: rightsOf(codeOf, technician),
  declarations: declarationsOf(
    codeOf,
    Array.from({ length: 9 }, (_, place) => other(place)),
    technician,
  ),
  telework: teleworkOf(codeOf),
  interventions: interventionsOf(holders),
  backups: backupsOf(holders),
  restores: restoresOf(holders),
  zones: zonesOf(),
  zoneEntries: zoneEntriesOf(holders),
  keys: keysOf(holders),
  devices: devicesOf(holders),
};
writeFileSync(new URL('valombre.xlsx', import.meta.url), await writeWorkbook(intakeTemplate('fr', values), '2026-11-20'));
