import type { Column, SheetDefinition } from '../intake/sheet.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { documentLanguages } from '../../kernel/language.ts';
import { Facts, Profile, regions } from './organization.ts';

type ProfileKey = keyof typeof Profile.shape;
type FactKey = keyof typeof Facts.shape;

const inSection = (section: string, columns: Column[]): Column[] => columns.map((column) => ({ ...column, section }));

const identity: Column[] = [
  { key: 'name.fr', kind: 'text' },
  { key: 'name.nl', kind: 'text' },
  { key: 'name.de', kind: 'text' },
  { key: 'documentLanguage', kind: 'choice', required: true, choices: documentLanguages, example: 'fr' },
  { key: 'nisCode', kind: 'digits', digits: 5, example: '92094' },
  { key: 'enterpriseNumber', kind: 'digits', digits: 10, example: '0212.345.668' },
  { key: 'municipality', kind: 'text', required: true, example: 'Valombre' },
  { key: 'region', kind: 'choice', required: true, choices: regions, example: 'wallonia' },
  { key: 'population', kind: 'integer', example: 9400 },
];

const contacts: Column[] = [
  { key: 'address.street', kind: 'text', example: 'Place du Marché 1' },
  { key: 'address.postalCode', kind: 'digits', digits: 4, example: '4999' },
  { key: 'address.locality', kind: 'text', example: 'Valombre' },
  { key: 'phone', kind: 'text', example: '085 00 00 00' },
  { key: 'email', kind: 'text', example: 'info@cpas-valombre.example' },
  { key: 'federalContact.name', kind: 'text' },
  { key: 'federalContact.email', kind: 'text', example: 'contact@spp.example' },
  { key: 'federalContact.phone', kind: 'text', example: '02 000 00 00' },
];

const profileExamples: Record<ProfileKey, string | boolean> = {
  network: 'networked',
  itManagement: 'subcontracted',
  server: 'own',
  archives: 'own',
  wifi: 'guestsOnly',
  laptops: 'leave',
  privateUse: 'limited',
  surroundings: 'ordinary',
  telework: true,
  restHome: false,
  website: true,
  ownDevelopment: false,
  removableMedia: false,
  cameras: true,
  volunteers: true,
};

const factColumns: Record<FactKey, Partial<Column>> = {
  networkOperator: {},
  malwareProtection: {},
  backupMethod: {},
  offsiteBackupPlace: {},
  archivePlace: {},
  serverRoomPlace: {},
  itSupplier: { example: 'Vesdre Informatique' },
  incidentPhone: { example: '085 00 00 09' },
  incidentEmail: { example: 'securite@cpas-valombre.example' },
  websiteUrl: { example: 'https://cpas-valombre.example' },
  recoveryHours: { kind: 'integer', example: 48 },
  charterApprovedOn: { kind: 'date', example: '2025-02-18' },
  continuityPlanApprovedOn: { kind: 'date', example: '2025-06-24' },
  workRulesApprovedOn: { kind: 'date', example: '2024-12-17' },
};

/** Every question of the profile becomes a field: a choice where the schema lists values, else yes or no. */
const profile = (Object.keys(Profile.shape) as ProfileKey[]).map((name): Column => {
  const inner = Profile.shape[name].unwrap();
  const answer = 'options' in inner ? { kind: 'choice' as const, choices: inner.options } : { kind: 'boolean' as const };
  return { key: `profile.${name}`, ...answer, example: profileExamples[name] };
});
const facts = (Object.keys(Facts.shape) as FactKey[]).map((name): Column => ({ kind: 'text', ...factColumns[name], key: `facts.${name}` }));

/** The sheet of the centre itself: one line per field; keys are paths into OrganizationInput. */
export const centreSheet: SheetDefinition = {
  key: 'centre',
  form: 'fields',
  columns: [...inSection('identity', identity), ...inSection('contact', contacts), ...inSection('profile', profile), ...inSection('facts', facts)],
  texts: { fr: fr.centre, nl: nl.centre, de: de.centre, en: en.centre },
};
