import type { CivilDate } from '../kernel/dates.ts';
import { anyAccount, insertAccount, insertInstallationRole } from '../modules/accounts/server/service.ts';
import { storeLibrary } from '../modules/norms/server/service.ts';
import { hashPassword } from '../server/auth/passwords.ts';
import { installationId, type Scope, type Tx } from '../server/db/database.ts';
import { StartupError } from '../server/errors.ts';
import type { Services } from '../server/services.ts';
import { recordAccountLists } from './account-lists.ts';
import { type AccessCast, insertAccess, insertRequest, insertSignIns } from './access-store.ts';
import { recordAccessReviews } from './access-reviews.ts';
import { recordAdvices } from './advice.ts';
import { recordAssessments } from './assessments.ts';
import { type Centre, centreId, makeCentre, makePool, makePoolRecord } from './centre.ts';
import { recordContinuity } from './continuity.ts';
import { newDiary } from './diary.ts';
import { recordDisasterPlan, tellOutages } from './disaster.ts';
import { tellInterventions } from './interventions.ts';
import { recordMails } from './mails.ts';
import { recordInventories } from './inventories.ts';
import { recordSittings } from './council.ts';
import { recordDevices } from './devices.ts';
import { recordDerogations } from './derogations.ts';
import { recordSoftware } from './software.ts';
import { recordEmergency } from './emergency.ts';
import { makeFirms } from './firms.ts';
import { recordPaperDeclarations, recordScreenDeclarations } from './declarations.ts';
import { recordPolicies } from './history.ts';
import { recordInfringement } from './infringement.ts';
import { recordInspections } from './inspections.ts';
import { recordMeetings } from './meetings.ts';
import { patternLength } from './mess.ts';
import { recordMovements } from './movements.ts';
import { recordPlans } from './plans.ts';
import { recordPublishing } from './publishing.ts';
import { demonstrationPassword, type Persona, personas } from './personas.ts';
import { recordReports } from './reports.ts';
import { makeResources } from './resources.ts';
import { insertAccessRights, recordAccessLists } from './rights.ts';
import { recordWording } from './reviews.ts';
import { recordPremises } from './premises.ts';
import { recordTelework } from './telework.ts';
import { accountIds, insertCentre, insertFirms, insertLinks, insertPoolRecord, type Link, poolExists } from './store.ts';

export type Demonstration = {
  /** How many fictional centres there shall be. */
  centers: number;
  /** The same seed gives the same pool. */
  seed: string;
  /** Civil date on which the three years of history end. */
  today: CivilDate;
  /** Identifiers of every centre in the database, as its owner sees them: no scope shows them all. */
  existing: readonly string[];
  /** Called after each centre that was written. */
  written?: (centre: Centre, done: number, total: number) => void;
};

/** Drawing documents takes a hundred times as long as the rest: the first twelve centres have theirs, the many behind them their registers. */
const withDocuments = patternLength;

/** And so many have assessed the norms for three years: enough for a picture of a pool. */
const withAssessments = 3 * patternLength;

/** So many centres say part of their policy in their own words. */
const withWording = 3;

const actor: Scope['actor'] = { kind: 'command' };
const asInstallation: Scope = { organizations: [installationId], actor };
const scopeOf = (centre: Centre): Scope => ({ organizations: [centre.id], actor });

/**
 * Fills the database with the fictional pool: one transaction per centre, under that centre's scope; then the policies that their councils approved. What the same
 * demonstration wrote before stays untouched, so that an interrupted load goes on where it stopped, and a second one does nothing.
 * Throws StartupError when the database holds centres of another kind.
 */
export const loadDemonstration = async (
  { db, now, mailboxSeal }: Pick<Services, 'db' | 'now' | 'mailboxSeal'>,
  demonstration: Demonstration,
): Promise<{ loaded: number; present: number; personas: Persona[] }> => {
  const { centers, seed, today, written } = demonstration;
  const pool = makePoolRecord(seed);
  const known = new Set(demonstration.existing);
  const isThis = await db.tx(asInstallation, (tx) => poolExists(tx, pool.id));
  if (!isThis && known.size > 0)
    throw new StartupError(
      `The database already holds ${known.size === 1 ? 'a centre' : `${known.size} centres`}: the demonstration goes only into an empty one. Give it a data directory or a database of its own.`,
    );
  if (!isThis && (await db.tx(asInstallation, anyAccount)))
    throw new StartupError('The database already holds an account: the demonstration, whose password everybody knows, goes only into an empty one. Give it a data directory or a database of its own.');
  const people = personas(centers, seed, today);
  if (!isThis) {
    const passwordHash = await hashPassword(demonstrationPassword);
    await db.tx(asInstallation, async (tx) => {
      await insertPoolRecord(tx, pool);
      await insertAccounts(tx, people, passwordHash, pool.id, now());
    });
  }
  const accounts = await db.tx(asInstallation, (tx) =>
    accountIds(
      tx,
      people.map((persona) => persona.email),
    ),
  );
  const missing = Array.from({ length: centers }, (_, index) => index).filter((index) => !known.has(centreId(index, seed)));
  for (const [at, index] of missing.entries()) {
    const centre = makeCentre(index, seed, today);
    await db.tx(
      scopeOf(centre),
      async (tx) => {
        await insertCentre(tx, centre, pool.id);
        const firms = makeFirms(centre, seed, today);
        await insertFirms(tx, centre.id, firms, makeResources(centre, firms.ids, seed, today));
        await insertLinks(tx, centre.id, linksOf(centre, people, accounts));
        const cast = accessCast(people, accounts);
        if (centre.index === 0 && cast) {
          await insertAccess(tx, centre.id, cast, today, now());
          await insertRequest(tx, centre.id, cast.standIn, today);
        }
      },
      { seconds: 60 },
    );
    await insertAccessRights({ db }, scopeOf(centre), centre, today);
    await recordPaperDeclarations({ db }, scopeOf(centre), centre, today);
    await recordMovements({ db }, scopeOf(centre), centre, today, now());
    await recordEmergency({ db }, scopeOf(centre), centre, today);
    written?.(centre, at + 1, missing.length);
  }
  const advising = people.flatMap((persona) => (persona.role === 'adviser' ? (accounts.get(persona.email) ?? []) : []))[0];
  for (const centre of makePool(Math.min(centers, withDocuments), seed, today)) {
    await recordPolicies({ db }, scopeOf(centre), centre, today);
    await recordInspections({ db }, scopeOf(centre), centre, today);
    await recordDevices({ db }, scopeOf(centre), centre, today);
    await recordSoftware({ db }, scopeOf(centre), centre, today);
    await recordDerogations({ db }, scopeOf(centre), centre, today);
    await recordTelework({ db }, scopeOf(centre), centre, today);
    const diary = newDiary();
    await recordPremises({ db }, scopeOf(centre), centre, diary, today);
    await recordContinuity({ db }, scopeOf(centre), centre, diary, today);
    await tellOutages({ db }, scopeOf(centre), centre, diary, today);
    await tellInterventions({ db }, scopeOf(centre), centre, diary, today);
    // Disposals are interventions too: the inventory enters the diary up to each of them, and the rest after the last.
    await recordInventories({ db }, scopeOf(centre), centre, diary, today);
    await db.tx(scopeOf(centre), (tx) => diary.tell(tx), { seconds: 60 });
    await recordDisasterPlan({ db }, scopeOf(centre), centre, today);
    if (centre.index === 0) await recordMails({ db, mailboxSeal }, scopeOf(centre), centre, today);
    await recordScreenDeclarations({ db }, scopeOf(centre), centre, today);
    await recordMeetings({ db }, scopeOf(centre), centre, today);
    await recordAdvices({ db }, scopeOf(centre), centre, today);
    await recordPlans({ db }, scopeOf(centre), centre, today);
    if (centre.index === 0) await recordInfringement({ db }, scopeOf(centre), centre, today);
    await recordAccessReviews({ db }, scopeOf(centre), centre, advising, today);
    await recordAccessLists({ db }, scopeOf(centre), centre, today);
    await recordAccountLists({ db }, scopeOf(centre), centre, today);
    await recordPublishing({ db }, scopeOf(centre), centre, today);
    await recordSittings({ db }, scopeOf(centre), centre, today);
    await recordReports({ db }, scopeOf(centre), centre, advising, today);
  }
  await storeLibrary({ db, now });
  const castOf = (role: Persona['role']): string[] => people.flatMap((persona) => (persona.role === role ? (accounts.get(persona.email) ?? []) : []));
  const assessing = { adviser: advising, director: castOf('directorGeneral')[0] };
  for (const centre of makePool(Math.min(centers, withAssessments), seed, today)) await recordAssessments({ db }, scopeOf(centre), centre, assessing, today);
  const asked = [...castOf('president'), ...castOf('directorGeneral').slice(0, 1), ...castOf('dpo')];
  if (advising) for (const centre of makePool(Math.min(centers, withWording), seed, today)) await recordWording({ db }, scopeOf(centre), centre, { adviser: advising, asked }, today);
  return { loaded: missing.length, present: centers - missing.length, personas: people };
};

/** Personas of the first centre between whom access is lent and offered; undefined where one is missing. */
const accessCast = (people: readonly Persona[], accounts: ReadonlyMap<string, string>): AccessCast | undefined => {
  const account = (found: Persona | undefined): string | undefined => found && accounts.get(found.email);
  const adviser = account(people.find(({ shared }) => shared === 'adviser'));
  const away = account(people.find(({ role }) => role === 'headOfService'));
  const standIn = account(people.find(({ role }) => role === 'staff'));
  return adviser && away && standIn ? { adviser, away, standIn } : undefined;
};

const insertAccounts = async (tx: Tx, people: readonly Persona[], passwordHash: string, poolId: string, now: Date): Promise<void> => {
  for (const [turn, { name, email, language, installation }] of people.entries()) {
    const id = await insertAccount(tx, { name, email, language, passwordHash }, now);
    await insertSignIns(tx, id, turn, now);
    if (installation) await insertInstallationRole(tx, id, installation, installation === 'poolCoordinator' ? poolId : undefined);
  }
};

/** The accounts that belong to a centre: the shared ones by their person there, its own personas. An account that was removed since is left out. */
const linksOf = (centre: Centre, people: readonly Persona[], accounts: ReadonlyMap<string, string>): Link[] =>
  people.flatMap(({ email, shared, link }): Link[] => {
    const accountId = accounts.get(email);
    if (!accountId) return [];
    if (shared) return [{ accountId, personId: centre.cast.shared[shared], grantedRoles: [], start: centre.joinedPoolOn }];
    if (link?.centreIndex !== centre.index) return [];
    return [{ accountId, personId: link.personId, grantedRoles: link.roles, start: centre.joinedPoolOn, end: link.end }];
  });
