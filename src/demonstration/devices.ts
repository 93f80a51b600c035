import type { CivilDate } from '../kernel/dates.ts';
import type { DeviceInput } from '../modules/inventories/device.ts';
import { devicesOf, enterDevices } from '../modules/inventories/server/service.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess, patternLength } from './mess.ts';
import { type Random, randomOf } from './random.ts';

/** Systems as they were bought over the years, with the day on which their maker stops mending them (its own calendar). */
const systems = {
  ten: ['Windows 10 Pro 22H2', '2025-10-14'],
  eleven: ['Windows 11 Pro 24H2', '2026-10-13'],
  newest: ['Windows 11 Pro 25H2', '2027-10-12'],
  server: ['Windows Server 2019', '2029-01-09'],
  oldServer: ['Windows Server 2016', '2027-01-12'],
} as const;
const models = {
  desktop: [
    ['HP', 'ProDesk 400 G6'],
    ['Dell', 'OptiPlex 3090'],
    ['Lenovo', 'ThinkCentre M70s'],
  ],
  laptop: [
    ['HP', 'ProBook 450 G8'],
    ['Lenovo', 'ThinkPad L14'],
    ['Dell', 'Latitude 5420'],
  ],
} as const;

const serialOf = (random: Random): string => Array.from({ length: 10 }, () => random.pick([...'0123456789ABCDEFGHJKLMNPRSTUVWXYZ'])).join('');
const plain = { quantity: 1, tenure: 'owned', holdsData: true, portable: false } as const;

/** What a centre owns: five portables that are lent, a computer for each who works there, screens in lots, printers, network, servers; not all of it written down well. */
const devicesOfCentre = (centre: Centre, random: Random, today: CivilDate): (DeviceInput & { countedOn?: string })[] => {
  const rank = centre.index % patternLength;
  const counted = rank % 4 === 3 ? {} : { countedOn: addDays(today, rank === 0 ? -196 : -60 - rank) };
  const bought = (days: number) => ({ purchasedOn: addDays(today, -days), warrantyUntil: addDays(today, 1095 - days) });
  const portables = Array.from({ length: 5 }, (_, index): DeviceInput & { countedOn?: string } => ({
    ...plain,
    ...counted,
    ...bought(300 + 180 * index),
    name: `PORT-0${index + 1}`,
    kind: 'laptop',
    brand: 'HP',
    model: 'ProBook 450 G8',
    serial: `5CG${centre.index}0${index}7KX${index + 1}`,
    portable: true,
    operatingSystem: systems.eleven[0],
    systemSupportUntil: systems.eleven[1],
    // The fourth came from another service, and nobody looked at it since.
    ...(index === 3 ? {} : { encrypted: true, antivirus: true, autoLock: true }),
    wifi: 'on',
    eidReader: true,
    priceCents: 89_900,
  }));
  const working = [...new Set(centre.contracts.filter(({ start, end }) => start <= today && (!end || end >= today)).map(({ personId, serviceId }) => `${personId}/${serviceId ?? ''}`))];
  const seats = working.map((key, index): DeviceInput & { countedOn?: string } => {
    const [personId, serviceId] = key.split('/') as [string, string];
    const kind = index % 3 === 1 ? 'laptop' : 'desktop';
    const age = 90 + random.int(0, 2200);
    const [brand, model] = random.pick<readonly [string, string]>(models[kind]);
    const [operatingSystem, systemSupportUntil] = age > 1800 ? systems.ten : age > 400 ? systems.eleven : systems.newest;
    const written = !random.chance(0.08);
    return {
      ...plain,
      ...(random.chance(0.06) ? {} : counted),
      ...(written ? bought(age) : {}),
      name: `${kind === 'laptop' ? 'PC' : 'POSTE'}-${String(index + 1).padStart(3, '0')}`,
      kind,
      brand,
      model,
      ...(written ? { serial: serialOf(random) } : {}),
      ...(random.chance(0.05) ? {} : { personId, ...(serviceId ? { serviceId } : {}) }),
      ...(kind === 'laptop' ? { encrypted: age < 1500, wifi: 'on' as const } : random.chance(0.5) ? { encrypted: false, wifi: 'none' as const } : {}),
      operatingSystem,
      systemSupportUntil,
      ...(written ? { antivirus: true, autoLock: index % 5 !== 0, eidReader: true } : {}),
      priceCents: kind === 'laptop' ? 89_900 : 64_900,
    };
  });
  const few: DeviceInput[] = [
    {
      ...plain,
      ...bought(1400),
      name: 'SRV-FICHIERS',
      kind: 'server',
      brand: 'Dell',
      model: 'PowerEdge T340',
      serial: serialOf(random),
      operatingSystem: systems.server[0],
      systemSupportUntil: systems.server[1],
      encrypted: true,
      antivirus: true,
      autoLock: true,
      priceCents: 312_000,
    },
    {
      ...plain,
      ...bought(2500),
      name: 'SRV-ANCIEN',
      kind: 'server',
      brand: 'HP',
      model: 'ProLiant ML110',
      serial: serialOf(random),
      operatingSystem: systems.oldServer[0],
      systemSupportUntil: systems.oldServer[1],
      encrypted: false,
    },
    { ...plain, ...bought(800), name: 'NAS-SAUVEGARDE', kind: 'storage', brand: 'Synology', model: 'DS920+', serial: serialOf(random), encrypted: rank % 2 === 0, priceCents: 118_000 },
    { ...plain, ...bought(1100), name: 'COMMUTATEUR-01', kind: 'networkEquipment', brand: 'Cisco', model: 'CBS350-24T', serial: serialOf(random) },
    { ...plain, ...bought(1100), name: 'PARE-FEU', kind: 'networkEquipment', brand: 'Fortinet', model: 'FortiGate 60F', serial: serialOf(random), tenure: 'leased', leasedUntil: addDays(today, 40) },
    { ...plain, ...bought(900), name: 'COPIEUR-ACCUEIL', kind: 'printer', brand: 'Ricoh', model: 'IM C3000', serial: serialOf(random), tenure: 'leased', leasedUntil: addDays(today, 400) },
    { ...plain, ...bought(1500), name: 'IMPRIMANTE-COMPTA', kind: 'printer', brand: 'Brother', model: 'HL-L5100DN', serial: serialOf(random) },
    { ...plain, ...bought(1300), name: 'ONDULEUR-SERVEUR', kind: 'emergencyPower', brand: 'APC', model: 'Smart-UPS 1500', serial: serialOf(random), holdsData: false },
    { ...plain, ...bought(700), name: 'Écrans 24"', kind: 'screen', brand: 'Iiyama', quantity: Math.max(2, seats.length), holdsData: false },
    { ...plain, ...bought(700), name: 'Lecteurs eID', kind: 'cardReader', brand: 'ACS', model: 'ACR38U', quantity: Math.max(2, seats.length - 3), holdsData: false },
    {
      ...plain,
      ...bought(400),
      name: 'Clé USB chiffrée',
      kind: 'usbStick',
      brand: 'Kingston',
      model: 'IronKey D500S',
      serial: serialOf(random),
      portable: true,
      encrypted: true,
      note: 'Pour les séances du comité, chez le secrétaire.',
    },
    { ...plain, name: 'Clé USB du guichet', kind: 'usbStick', portable: true, note: 'Trouvée au comptage ; à vider puis à détruire.' },
    { ...plain, ...bought(1000), name: 'Bandes LTO', kind: 'tape', brand: 'HPE', model: 'LTO-6', quantity: 10, encrypted: rank % 3 === 0 },
    { ...plain, name: 'Tablette visites', kind: 'tablet', brand: 'Samsung', portable: true, wifi: 'on' },
  ];
  return [...portables, ...seats, ...few.map((device) => ({ ...device, ...counted }))];
};

/** The ids of the portables that a centre lends, by name. */
export const portableOf = async (tx: Tx, organizationId: string): Promise<string[]> => (await devicesOf(tx, organizationId)).filter(({ name }) => name.startsWith('PORT-0')).map(({ id }) => id);

/** The inventory of a centre. Nothing happens where there is one, or where the centre has only just been entered. */
export const recordDevices = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  await db.tx(scope, async (tx) => {
    if ((await devicesOf(tx, centre.id)).length > 0) return;
    await enterDevices(tx, centre.id, devicesOfCentre(centre, randomOf(`devices/${centre.id}`), today), 'hand');
  });
};
