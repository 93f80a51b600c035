import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import type { OrganizationInput, Profile } from '../modules/organizations/organization.ts';
import { addDays } from './days.ts';
import { hasMess, patternLength } from './mess.ts';
import { municipalityName, slugOf } from './names.ts';
import { enterpriseNumber, nisCode, phone } from './numbers.ts';
import type { Random } from './random.ts';
import { wording } from './wording.ts';

/** Languages of the first twelve centres: seven French, four Dutch, one German; the same again after them. */
const languages: readonly DocumentLanguage[] = ['fr', 'fr', 'nl', 'fr', 'de', 'fr', 'nl', 'fr', 'nl', 'fr', 'nl', 'fr'];
/** How many people (of every kind, gone or present) the first twelve have. */
const sizes = [64, 118, 42, 180, 27, 36, 88, 51, 134, 15, 72, 33];

export const languageOf = (index: number): DocumentLanguage => languages[index % patternLength]!;

/** 15 to 180 people; most centres are small. */
export const sizeOf = (index: number, random: Random): number => sizes[index] ?? 15 + Math.floor(165.99 * random.next() ** 2);

const municipalityOf = (index: number): string => {
  const language = languageOf(index);
  const before = languages.slice(0, index % patternLength).filter((other) => other === language).length;
  return municipalityName(language, Math.floor(index / patternLength) * languages.filter((other) => other === language).length + before);
};

const profile = (index: number, size: number, random: Random): Profile => ({
  network: size < 20 ? 'standAlone' : 'networked',
  itManagement: size >= 70 ? 'internal' : index % 5 === 4 ? 'municipality' : 'subcontracted',
  server: size >= 40 ? 'own' : random.pick(['hosted', 'none']),
  archives: random.pick(['own', 'own', 'shared']),
  wifi: random.pick(['none', 'guestsOnly', 'protected']),
  laptops: random.pick(['none', 'stayInside', 'leave']),
  privateUse: random.pick(['none', 'limited']),
  surroundings: random.pick(['quiet', 'ordinary', 'exposed']),
  telework: random.chance(0.7),
  restHome: size >= 100,
  website: random.chance(0.8),
  ownDevelopment: false,
  removableMedia: random.chance(0.5),
  cameras: size >= 60,
  volunteers: size >= 30,
});

/** The centre itself, as its people would enter it. */
export const makeOrganization = (index: number, size: number, random: Random, today: CivilDate): OrganizationInput => {
  const language = languageOf(index);
  const words = wording[language];
  const municipality = municipalityOf(index);
  const slug = slugOf(municipality);
  const host = `${slug}.example.be`;
  const all = profile(index, size, random);
  const justEntered = hasMess(index, 'justEntered');
  const gaps = hasMess(index, 'missingFacts');
  const facts = {
    networkOperator: words.operator,
    malwareProtection: random.pick(words.protection),
    backupMethod: words.backup,
    offsiteBackupPlace: random.pick(words.offsite),
    ...(all.archives === 'none' ? {} : { archivePlace: random.pick(words.archive) }),
    ...(all.server === 'own' ? { serverRoomPlace: random.pick(words.serverRoom) } : {}),
    ...(all.itManagement === 'subcontracted' ? { itSupplier: random.pick(words.suppliers) } : {}),
    incidentPhone: phone(random, words.zone),
    incidentEmail: `incident@${host}`,
    ...(all.website ? { websiteUrl: `https://www.${host}` } : {}),
    recoveryHours: random.pick([8, 24, 48]),
    charterApprovedOn: addDays(today, -random.int(300, 1_400)),
    continuityPlanApprovedOn: addDays(today, -random.int(200, 1_200)),
    workRulesApprovedOn: addDays(today, -random.int(300, 2_400)),
  };
  return {
    slug,
    name: { [language]: words.centre(municipality) },
    documentLanguage: language,
    nisCode: nisCode(index),
    enterpriseNumber: enterpriseNumber(index),
    municipality,
    region: language === 'nl' ? 'flanders' : language === 'de' ? 'germanSpeaking' : 'wallonia',
    population: size * random.int(90, 210),
    address: { street: `${random.pick(words.streets)} ${random.int(1, 90)}`, postalCode: words.postalCode, locality: municipality },
    phone: phone(random, words.zone),
    email: `info@${host}`,
    ...(justEntered ? {} : { federalContact: { name: words.federalService, email: 'security@example.org', phone: '+32 2 00 00 00' } }),
    profile: justEntered ? { network: all.network!, restHome: all.restHome! } : all,
    facts: justEntered ? {} : gaps ? { networkOperator: facts.networkOperator, incidentEmail: facts.incidentEmail } : facts,
  };
};
