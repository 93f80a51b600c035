import type { CivilDate } from '../kernel/dates.ts';
import { columnsOf, resourceCatalogue } from '../modules/resources/server/service.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { firmWords } from './firm-words.ts';
import type { FirmKey } from './firms.ts';
import { hasMess } from './mess.ts';
import { randomOf } from './random.ts';

type Entry = ReturnType<typeof resourceCatalogue>[number];
type ServiceKind = Centre['services'][number]['kind'];

/** What every centre has; then what those who have the service, or the size, have too. */
const everywhere = [
  'socialSoftware',
  'accountingSoftware',
  'payrollSoftware',
  'documentManagement',
  'eMail',
  'decisionSoftware',
  'nationalRegister',
  'fileIntegration',
  'mutations',
  'attestations',
  'socialSecurityPortal',
  'uniqueReport',
  'eBox',
  'mediPrima',
  'novaPrima',
  'eProcurement',
  'mainServer',
  'networkEquipment',
  'domain',
  'vpn',
  'serverRoom',
  'archiveRoom',
  'keys',
  'alarmCode',
];
const larger = ['standAloneComputer', 'timeRecording', 'wirelessNetwork', 'seizureNotices', 'backupSystem'];

const supplierOf: Record<string, FirmKey> = {
  socialSoftware: 'social',
  debtMediation: 'social',
  accountingSoftware: 'finance',
  payrollSoftware: 'finance',
  mainServer: 'it',
  domain: 'it',
  networkEquipment: 'network',
  vpn: 'it',
  backupSystem: 'hosting',
  archiveRoom: 'archives',
  alarmCode: 'alarm',
};

const ownerOf = (id: string, kind: Entry['kind']): ServiceKind =>
  ['accountingSoftware', 'payrollSoftware', 'eProcurement'].includes(id)
    ? 'finance'
    : kind === 'bcssFlow' || kind === 'portal' || ['socialSoftware', 'debtMediation'].includes(id)
      ? 'social'
      : 'administration';

/** The deliberations of a flow, in days from today: most last, one ends within the quarter, one was never asked for. */
const authorisationsOf = (entry: Entry, centre: Centre, today: CivilDate) => {
  const words = firmWords[centre.organization.documentLanguage];
  if (entry.kind !== 'bcssFlow' || entry.id === 'attestations') return [];
  const day = (days: number) => addDays(today, days);
  const one = { deliberation: words.deliberation.replace('{{n}}', `24/${String(10 + entry.id.length)}`), date: day(-760), purpose: words.purpose, conditions: words.conditions, from: day(-720) };
  return entry.id === 'mutations' && centre.index % 2 === 0 ? [{ ...one, until: day(80) }] : [one];
};

/** What somebody may have access to in a centre: 25 to 32 of the catalogue and of its own, most with an owner and a firm; one out of use. Nothing of a centre that has just joined. */
export const makeResources = (centre: Centre, firms: ReadonlyMap<FirmKey, string>, seed: string, today: CivilDate) => {
  if (hasMess(centre.index, 'justEntered')) return [];
  const random = randomOf(`${seed}/resources/${centre.index}`);
  const language = centre.organization.documentLanguage;
  const words = firmWords[language];
  const size = centre.people.length;
  const catalogue = new Map(resourceCatalogue().map((entry) => [entry.id, entry]));
  const service = (kind: ServiceKind): string | null => (centre.services.find((one) => one.kind === kind) ?? centre.services[0])?.id ?? null;
  const wanted = [...everywhere, ...(size >= 60 ? larger : []), ...(size >= 45 ? ['debtMediation'] : []), ...(centre.organization.profile.restHome ? ['restHome'] : [])];
  const places = [...words.mailboxes.map((place) => ['sharedMailbox', place] as const), ...words.folders.map((place) => ['sharedFolder', place] as const)];
  const make = (id: string, place?: string) => {
    const entry = catalogue.get(id)!;
    return {
      id: random.id(),
      ...columnsOf({ name: place ? `${entry.name[language]} – ${place}` : entry.name[language], kind: entry.kind, levels: [...entry.levels] }),
      catalogueId: entry.id,
      socialData: entry.socialData,
      accountSource: entry.accounts,
      supplierId: (supplierOf[id] && firms.get(supplierOf[id])) || null,
      // One that nobody answers for, in every other centre.
      ownerServiceId: id === 'documentManagement' && centre.index % 2 === 0 ? null : service(ownerOf(id, entry.kind)),
      ownerId: id === 'domain' ? (centre.people.find((person) => person.id === centre.cast.heads.get('it'))?.id ?? null) : null,
      identifierFormat: entry.accounts === 'file' || entry.accounts === 'activeDirectory' ? words.account : null,
      authorisations: authorisationsOf(entry, centre, today),
      retiredOn: null as CivilDate | null,
    };
  };
  const old = { ...make('socialSoftware'), ...columnsOf({ name: words.old, kind: 'application', levels: ['read', 'write', 'administer'] }), catalogueId: null, retiredOn: addDays(today, -900) };
  return [...wanted.map((id) => make(id)), ...places.slice(0, size >= 60 ? 4 : 2).map(([id, place]) => make(id, place)), { ...old, id: random.id() }];
};
