import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { devicesOf, enterSoftware, enterUses, softwareKept } from '../modules/inventories/server/service.ts';
import type { SoftwareInput } from '../modules/inventories/software.ts';
import { resourceCatalogue, resourcesOf } from '../modules/resources/server/service.ts';
import { suppliersOf } from '../modules/suppliers/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess, patternLength } from './mess.ts';
import { softwareWords } from './software-words.ts';

type Words = (typeof softwareWords)[DocumentLanguage];

/** What a centre runs: the products of its files, its office and its machines; one licence short by two, one left to expire, some that nobody looked at. */
const productsOf = (centre: Centre, words: Words, computers: number, people: number, today: CivilDate): (SoftwareInput & { on?: 'computers' | 'servers' })[] => {
  const rank = centre.index % patternLength;
  const day = (days: number) => addDays(today, days);
  const counted = { counting: 'installations' } as const;
  return [
    {
      ...counted,
      name: words.social,
      kind: 'application',
      licence: 'subscription',
      seats: people,
      counting: 'rights',
      licenceUntil: day(210),
      purchasedOn: day(-1020),
      priceCents: 1_480_000,
      proofPlace: words.contract,
    },
    {
      ...counted,
      name: words.accounting,
      kind: 'application',
      licence: 'user',
      seats: 6,
      counting: 'hand',
      noted: 5,
      notedOn: day(-70),
      supportUntil: day(500),
      purchasedOn: day(-960),
      priceCents: 640_000,
    },
    { ...counted, name: words.payroll, kind: 'service', licence: 'subscription', seats: 3, counting: 'hand', noted: 3, notedOn: day(rank % 2 === 0 ? -460 : -120), licenceUntil: day(64) },
    // Two computers were bought, and nobody bought their licences.
    {
      ...counted,
      name: 'Microsoft Office LTSC Standard',
      publisher: 'Microsoft',
      release: '2021',
      kind: 'application',
      licence: 'device',
      seats: Math.max(1, computers - (rank % 3 === 0 ? 2 : 0)),
      supportUntil: '2026-10-13',
      purchasedOn: day(-1100),
      priceCents: 39_900 * computers,
      proofPlace: words.binder,
      on: 'computers',
    },
    {
      ...counted,
      name: words.antivirus,
      publisher: 'ESET',
      release: '12',
      kind: 'application',
      licence: 'subscription',
      seats: computers + 5,
      licenceUntil: day(rank === 1 ? -12 : 160),
      purchasedOn: day(-205),
      priceCents: 2_600 * computers,
      proofPlace: words.portal,
      on: 'computers',
    },
    { ...counted, name: 'Mozilla Firefox ESR', publisher: 'Mozilla', release: '140', kind: 'application', licence: 'free', supportUntil: day(280), on: 'computers' },
    {
      ...counted,
      name: 'Windows Server Standard',
      publisher: 'Microsoft',
      release: '2019',
      kind: 'operatingSystem',
      licence: 'device',
      seats: 2,
      supportUntil: '2029-01-09',
      purchasedOn: day(-1400),
      proofPlace: words.binder,
      on: 'servers',
    },
    {
      ...counted,
      name: 'Veeam Backup & Replication',
      publisher: 'Veeam',
      release: '12.3',
      kind: 'application',
      licence: 'device',
      seats: 5,
      supportUntil: day(35),
      licenceUntil: day(35),
      proofPlace: words.portal,
      on: 'servers',
    },
    {
      ...counted,
      name: 'Adobe Acrobat Pro',
      publisher: 'Adobe',
      kind: 'application',
      licence: 'subscription',
      seats: 4,
      counting: 'hand',
      noted: rank % 2 === 0 ? 6 : 4,
      notedOn: day(-95),
      licenceUntil: day(120),
    },
    { ...counted, name: '7-Zip', release: '24.09', kind: 'application', licence: 'free' },
    { ...counted, name: words.planner, kind: 'own', licence: 'site', note: words.plannerNote },
    { ...counted, name: 'Adobe Flash Player', publisher: 'Adobe', release: '32', kind: 'application', licence: 'free', supportUntil: '2020-12-31', retiredOn: day(-980) },
  ];
};

/** The software of a centre. Nothing happens where there is some, or where the centre has only just been entered. */
export const recordSoftware = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  await db.tx(scope, async (tx) => {
    if ((await softwareKept(tx, centre.id)).length > 0) return;
    const language = centre.organization.documentLanguage;
    const words = softwareWords[language];
    const devices = (await devicesOf(tx, centre.id)).filter(({ retiredOn }) => !retiredOn);
    const computers = devices.filter(({ kind }) => kind === 'desktop' || kind === 'laptop');
    const servers = devices.filter(({ kind }) => kind === 'server');
    const names = new Map(resourceCatalogue().map((entry) => [entry.id, entry.name[language]]));
    const resources = new Map((await resourcesOf(tx, centre.id)).map((resource) => [resource.name, resource]));
    const firms = new Set((await suppliersOf(tx, centre.id)).map(({ id }) => id));
    const head = centre.cast.heads.get('it') ?? centre.cast.directorGeneral;
    const products = productsOf(centre, words, computers.length, Math.max(8, Math.round(centre.people.length * 0.4)), today);
    const bearing: Record<string, string> = { [words.social]: 'socialSoftware', [words.accounting]: 'accountingSoftware', [words.payroll]: 'payrollSoftware' };
    const rows = products.map(({ on: _on, ...product }): SoftwareInput => {
      const resource = bearing[product.name] ? resources.get(names.get(bearing[product.name]!)!) : undefined;
      const supplierId = resource?.supplierId && firms.has(resource.supplierId) ? resource.supplierId : undefined;
      return {
        ...product,
        ...(product.counting === 'rights' && !resource ? { counting: 'installations' } : {}),
        ...(resource ? { resourceId: resource.id } : {}),
        ...(supplierId ? { supplierId } : {}),
        ...(head && product.name !== '7-Zip' ? { ownerId: head } : {}),
      };
    });
    const ids = await enterSoftware(tx, centre.id, rows);
    await enterUses(
      tx,
      centre.id,
      products.flatMap(({ on, purchasedOn }, index) =>
        (on === 'computers' ? computers : on === 'servers' ? servers : []).map((device, at) => ({
          softwareId: ids[index]!,
          deviceId: device.id,
          since: at > 0 && at < 3 ? addDays(today, -45) : (purchasedOn ?? addDays(today, -400)),
        })),
      ),
    );
  });
};
