import type { CivilDate } from '../kernel/dates.ts';
import { searchText } from '../kernel/search.ts';
import { heldOn } from '../modules/access/server/service.ts';
import { openSteps } from '../modules/movements/server/service.ts';
import type { Account, Field, Level } from '../modules/reconciliation/account.ts';
import { compareList, hashOf, holdSource } from '../modules/reconciliation/server/service.ts';
import type { Database, Scope, Tx } from '../server/db/database.ts';
import { closeFindings, hasAccountLists, insertTechnical, takeFinding } from './account-lists-store.ts';
import { accountWords } from './account-words.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { patternLength } from './mess.ts';
import { resourcesOfCentre } from './rights-store.ts';

/** What is wrong in a list, by the place of the account in it: as lists of that kind usually are. */
type Lies = { administrator?: number; unused?: number; disabled?: number; missing?: number; initial?: number; gone: number; shared: readonly string[]; unknown: boolean; technical?: string };
type Told = { headings: [string, Field][]; /** Whether accounts are addresses of the centre. */ addresses: boolean; levels: boolean; lastUsed: boolean; whole: boolean };

const directory: Told = {
  headings: [
    ['SamAccountName', 'account'],
    ['GivenName', 'firstName'],
    ['Surname', 'lastName'],
    ['Enabled', 'enabled'],
    ['LastLogonDate', 'lastUsed'],
  ],
  addresses: false,
  levels: false,
  lastUsed: true,
  whole: true,
};
const application: Told = {
  headings: [
    ['Login', 'account'],
    ['Nom', 'name'],
    ['Profil', 'level'],
  ],
  addresses: false,
  levels: true,
  lastUsed: false,
  whole: false,
};
const mailboxes: Told = {
  headings: [
    ['Display name', 'name'],
    ['User principal name', 'account'],
    ['Block credential', 'blocked'],
  ],
  addresses: true,
  levels: false,
  lastUsed: false,
  whole: true,
};

const loginOf = (name: { firstName: string; lastName: string }): string => searchText(name.firstName[0], name.lastName).replaceAll(' ', '').slice(0, 14);

/** The list that an administrator would have exported on a day: an account for each right, and the lies. */
const listOf = async (tx: Tx, centre: Centre, resourceId: string, on: CivilDate, today: CivilDate, told: Told, lies: Lies): Promise<Account[]> => {
  const suffix = told.addresses ? `@${centre.organization.email?.split('@')[1] ?? 'example.be'}` : '';
  const people = new Map(centre.people.map((person) => [person.id, person]));
  const holders = [...new Map((await heldOn(tx, centre.id, on, { resourceIds: [resourceId] })).map((right) => [right.personId, right])).values()];
  const gone = centre.contracts
    .filter((contract) => contract.end && contract.end < addDays(on, -4) && !centre.contracts.some((other) => other.personId === contract.personId && (other.end ?? '9999') > contract.end!))
    .toSorted((a, b) => (a.end! < b.end! ? 1 : -1))
    .slice(0, lies.gone)
    .map(({ personId }) => ({ personId, level: 'read' as Level, account: undefined }));
  const accounts: Account[] = [];
  const taken = new Set<string>();
  const add = (account: string, more: Partial<Account>): void => {
    if (taken.has(account)) return;
    taken.add(account);
    accounts.push({ line: accounts.length + 4, account, ...(told.lastUsed ? { lastUsed: addDays(on, -1 - (accounts.length % 5)) } : {}), ...more });
  };
  for (const [place, { personId, level, account }] of [...holders, ...gone].entries()) {
    const person = people.get(personId);
    if (!person || place === lies.missing) continue;
    const initial = place === lies.initial;
    const name = initial ? `${person.firstName[0]}. ${person.lastName}` : `${person.firstName} ${person.lastName}`;
    add((initial ? `u${1040 + place}` : (account ?? loginOf(person))) + suffix, {
      name,
      ...(told.whole && !initial ? { first: person.firstName, last: person.lastName } : {}),
      ...(place === lies.administrator ? { level: 'administer' } : told.levels || level === 'administer' ? { level } : {}),
      // On the same day in each list, so that nothing about it changes.
      ...(place === lies.unused ? { lastUsed: addDays(today, -320) } : {}),
      ...(place === lies.disabled ? { disabled: true } : {}),
    });
  }
  const { first, last } = accountWords[centre.organization.documentLanguage].unknown;
  if (lies.unknown) add(loginOf({ firstName: first, lastName: last }) + suffix, { name: `${first} ${last}` });
  for (const account of lies.shared) add(account + suffix, {});
  if (lies.technical) add(lies.technical, {});
  return accounts;
};

type Given = { resourceId: string; on: CivilDate; told: Told; lies: Lies; fileName: string };

/** Compares a list as on the day it was given. */
const give = async (tx: Tx, centre: Centre, { resourceId, on, told, lies, fileName }: Given, today: CivilDate): Promise<void> => {
  const accounts = await listOf(tx, centre, resourceId, on, today, told, lies);
  const { faulty } = accountWords[centre.organization.documentLanguage];
  await holdSource(tx, centre.id, resourceId);
  await compareList(
    tx,
    centre.id,
    resourceId,
    {
      source: 'file',
      fileName,
      accounts,
      faults: told === directory ? [{ line: accounts.length + 4, code: 'noAccount', text: faulty }] : [],
      format: {
        encoding: told === directory ? 'windows1252' : 'utf8',
        separator: told === mailboxes ? 'comma' : 'semicolon',
        titleLines: told === directory ? 1 : 0,
        heading: told === directory ? 3 : 1,
        columns: told.headings.map(([heading, field]) => ({ heading, field })),
        ...(told.lastUsed ? { dates: 'dmy' } : {}),
      },
      contentHash: hashOf(JSON.stringify(accounts)),
    },
    { today: on, now: new Date(`${on}T09:40:00Z`) },
  );
};

/**
 * The account lists of a centre: its domain twice, its social software twice, its mailboxes once in every other centre. Some of what they contradict
 * is closed with a reason, one became a step. Nothing happens where there is a list.
 */
export const recordAccountLists = async ({ db }: { db: Database }, scope: Scope, centre: Centre, today: CivilDate): Promise<void> =>
  db.tx(
    scope,
    async (tx) => {
      const resources = await resourcesOfCentre(tx, centre.id);
      const [domain, software, mail] = ['domain', 'socialSoftware', 'eMail'].map((id) => resources.get(id)?.id);
      if (!domain || !software || !mail || (await hasAccountLists(tx, centre.id))) return;
      const words = accountWords[centre.organization.documentLanguage];
      const even = (centre.index % patternLength) % 2 === 0;
      const day = (days: number): CivilDate => addDays(today, days);
      const { directorGeneral } = centre.cast;
      await insertTechnical(tx, centre.id, domain, 'svc-backup', centre.cast.heads.get('it') ?? directorGeneral, day(-101));
      const usual: Lies = { gone: 0, shared: [], unknown: false };
      const ofDomain: Lies = { ...usual, unused: 4, administrator: 2, technical: 'svc-backup', shared: ['accueil'] };
      const domainList = (on: CivilDate, lies: Lies): Given => ({ resourceId: domain, on, told: directory, lies, fileName: `${words.file} ${on}.csv` });
      const softwareList = (on: CivilDate, lies: Lies): Given => ({ resourceId: software, on, told: application, lies, fileName: `export-${on}.csv` });
      await give(tx, centre, softwareList(day(-178), { ...usual, gone: 1, administrator: 1, unknown: true }), today);
      await closeFindings(tx, centre.id, software, 'administrator', { reason: 'transition', note: words.cleaning, closedOn: day(-170) });
      await give(tx, centre, domainList(day(-101), { ...ofDomain, gone: 2, unknown: true, disabled: 6 }), today);
      await closeFindings(tx, centre.id, domain, 'shared', { reason: 'agreed', note: words.desk, closedOn: day(-97) });
      if (even) await closeFindings(tx, centre.id, domain, 'administrator', { reason: 'temporary', note: words.migration, closedOn: day(-96) });
      await give(tx, centre, softwareList(day(-86), { ...usual, administrator: 1, ...(even ? { missing: 3 } : {}) }), today);
      if (even) await give(tx, centre, { resourceId: mail, on: day(-20), told: mailboxes, lies: { ...usual, unknown: true, shared: ['info'] }, fileName: 'users.csv' }, today);
      await give(tx, centre, domainList(day(-12), { ...ofDomain, gone: 2, missing: 7, initial: 9, shared: ['accueil', 'scanner'] }), today);
      const taken = await takeFinding(tx, centre.id, domain, 'ofGone');
      if (taken)
        await openSteps(tx, centre.id, [
          {
            origin: { kind: 'finding', id: taken.id },
            kind: 'disableAccount',
            ownerRole: 'itAgent',
            dueOn: day(2),
            resourceId: domain,
            ...(taken.personId ? { personId: taken.personId } : {}),
            ...(taken.account ? { title: taken.account } : {}),
          },
        ]);
    },
    { seconds: 60 },
  );
