import type { CivilDate } from '../kernel/dates.ts';
import { searchText } from '../kernel/search.ts';
import { rightLevels } from '../modules/access/grant.ts';
import { profilesFor } from '../modules/access/profile.ts';
import { addLibraryProfiles, freezeList, libraryProfiles } from '../modules/access/server/service.ts';
import type { Database, Scope } from '../server/db/database.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { type DemonstrationRight, firmsRights, hasListOf, hasRights, insertRights, resourcesOfCentre } from './rights-store.ts';

/** How many profiles of the library a centre has taken over: the rest, it still gives one by one. */
const taken = 10;

type Resources = ReadonlyMap<string, { id: string; levels: string[] }>;
const accountOf = (name: { firstName: string; lastName: string }): string => searchText(name.firstName[0], name.lastName).replaceAll(' ', '').slice(0, 14);

/** The rights of each contract after the function it names, from its first day to its last; now and then one that nobody took away. */
const ofContracts = (centre: Centre, resources: Resources, today: CivilDate): DemonstrationRight[] => {
  const profiles = libraryProfiles().map((profile) => ({ ...profile, serviceId: null }));
  const people = new Map(centre.people.map((person) => [person.id, person]));
  let departures = 0;
  return centre.contracts.flatMap((contract, index) => {
    const person = people.get(contract.personId);
    const [profile] = profilesFor(profiles, { function: contract.function });
    if (!person || !profile) return [];
    const gone = contract.end !== undefined && contract.end < today && !centre.contracts.some((other) => other.personId === contract.personId && (other.end ?? '9999') > contract.end!);
    if (gone) departures += 1;
    return Object.entries(profile.rights).flatMap(([catalogueId, wanted], place): DemonstrationRight[] => {
      const resource = resources.get(catalogueId);
      const level = resource && rightLevels.slice(0, rightLevels.indexOf(wanted) + 1).findLast((each) => resource.levels.includes(each));
      if (!level || contract.start > addDays(today, 20)) return [];
      // Of the first who left, two rights live on; somebody never got the last of theirs.
      const forgotten = gone && departures === 1 && place < 2;
      if (!gone && index % 9 === 4 && place === Object.keys(profile.rights).length - 1) return [];
      const ended = contract.end !== undefined && contract.end < today && !forgotten;
      return [
        {
          personId: contract.personId,
          resourceId: resource.id,
          level,
          ...(level === 'hold' ? {} : { account: accountOf(person) }),
          askedOn: contract.start,
          agreedOn: contract.start,
          start: contract.start,
          ...(ended ? { endedOn: contract.end, endedBecause: 'departure' } : {}),
          source: 'profile',
        },
      ];
    });
  });
};

/** What does not follow from a function: a temporary right that ends soon, one that ran out, one to be taken away, requests, and two that should not be together. */
const oneByOne = (centre: Centre, resources: Resources, today: CivilDate): DemonstrationRight[] => {
  const here = centre.contracts.filter(({ start, end }) => start <= addDays(today, -200) && !end).map(({ personId }) => personId);
  const right = (person: number, catalogueId: string, level: string, values: Partial<DemonstrationRight>): DemonstrationRight[] => {
    const [personId, resource] = [here[person % Math.max(1, here.length)], resources.get(catalogueId)];
    return personId && resource?.levels.includes(level) ? [{ personId, resourceId: resource.id, level, source: 'hand', ...values }] : [];
  };
  const accountant = centre.contracts.find((contract) => !contract.end && ['comptable', 'boekhouder', 'buchhalter'].includes(searchText(contract.function)))?.personId;
  const [payroll, accounting] = [resources.get('payrollSoftware'), resources.get('accountingSoftware')];
  const itHead = centre.cast.heads.get('it');
  const keeps = (catalogueId: string): DemonstrationRight[] => {
    const resource = resources.get(catalogueId);
    return itHead && resource?.levels.includes('administer') ? [{ personId: itHead, resourceId: resource.id, level: 'administer', start: addDays(today, -900), source: 'hand' }] : [];
  };
  return [
    ...['mainServer', 'networkEquipment', 'standAloneComputer'].flatMap(keeps),
    // A computer outside the domain has accounts of its own.
    ...right(2, 'standAloneComputer', 'hold', { account: 'cartes-eid', start: addDays(today, -420), reason: 'Lecture des cartes d’identité hors réseau', agreedOn: addDays(today, -421) }),
    ...right(5, 'vpn', 'hold', { start: addDays(today, -60), until: addDays(today, 12), reason: 'Télétravail pendant les travaux', agreedOn: addDays(today, -62) }),
    ...right(7, 'socialSoftware', 'read', { start: addDays(today, -300), until: addDays(today, -210), reason: 'Remplacement', agreedOn: addDays(today, -301) }),
    ...right(8, 'sharedMailbox', 'hold', { start: addDays(today, -500), withdrawalOn: addDays(today, -9), withdrawalReason: 'Ne traite plus ce courrier' }),
    ...right(9, 'decisionSoftware', 'read', { askedOn: addDays(today, -6), reason: 'Prépare le comité spécial' }),
    ...right(11, 'eBox', 'read', { askedOn: addDays(today, -3), agreedOn: addDays(today, -1), reason: 'Suivi des messages de l’ONSS' }),
    ...(accountant && payroll && accounting && centre.index % 3 === 0
      ? [
          { personId: accountant, resourceId: payroll.id, level: 'write', start: addDays(today, -400), reason: 'Remplacement', source: 'hand' },
          { personId: accountant, resourceId: accounting.id, level: 'validate', start: addDays(today, -380), source: 'hand' },
        ].filter(({ level }) => (level === 'write' ? payroll : accounting).levels.includes(level))
      : []),
  ];
};

/** Three years of rights of access of a centre on whatever resources it has; nothing where it has none of the catalogue, or has rights already. */
export const insertAccessRights = async ({ db }: { db: Database }, scope: Scope, centre: Centre, today: CivilDate): Promise<void> =>
  db.tx(
    scope,
    async (tx) => {
      const resources = await resourcesOfCentre(tx, centre.id);
      if (resources.size === 0 || (await hasRights(tx, centre.id))) return;
      const ids = libraryProfiles().map(({ id }) => id);
      await addLibraryProfiles(tx, centre.id, ids.slice(0, taken), centre.organization.documentLanguage);
      await insertRights(tx, centre.id, [...ofContracts(centre, resources, today), ...oneByOne(centre, resources, today), ...(await firmsRights(tx, centre.id, today))]);
    },
    { seconds: 60 },
  );

/** The list that each January froze. */
export const recordAccessLists = async ({ db }: { db: Database }, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  if (!(await db.tx(scope, (tx) => hasRights(tx, centre.id)))) return;
  const year = Number(today.slice(0, 4));
  for (const january of [year - 2, year - 1, year].map((each) => `${each}-01-12`).filter((day) => day <= today)) {
    const frozen = await db.tx(scope, (tx) => hasListOf(tx, centre.id, january));
    if (!frozen) await freezeList({ db, now: () => new Date(`${january}T10:00:00Z`) }, scope, centre.id, { reason: 'review', on: january });
  }
};
