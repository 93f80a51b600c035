import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { LocalizedText } from '../../../kernel/language.ts';
import type { InstallationRole } from '../../../kernel/permissions.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import { type CentreLink, type Given, known } from '../../../server/db/roles.ts';
import { type ReminderSettings, usualSettings } from '../reminder.ts';
import './tables.ts';

const settingColumns = ['frequency', 'weekday', 'hour', 'quietFrom', 'quietUntil', 'workdaysOnly'] as const;

/** How an account wants to be reminded, with the version of that; 0 while it has chosen nothing. */
export const settingsOf = async (tx: Tx, accountId: string): Promise<ReminderSettings & { version: number }> =>
  (await tx
    .selectFrom('reminderSetting')
    .select([...settingColumns, 'version'])
    .where('id', '=', accountId)
    .executeTakeFirst()) ?? { ...usualSettings, version: 0 };

/** Keeps what an account chose on a day, where it has this version still; false where it has another. */
export const keepSettings = async (tx: Tx, id: string, settings: ReminderSettings, day: string, version: number): Promise<boolean> => {
  const kept =
    version === 0
      ? await tx
          .insertInto('reminderSetting')
          .values({ id, ...settings, changedOn: day })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await tx
          .updateTable('reminderSetting')
          .set({ ...settings, changedOn: day })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
  return Number('numUpdatedRows' in kept ? kept.numUpdatedRows : kept.numInsertedOrUpdatedRows) === 1;
};

export type Recipient = { id: string; email: string; language: string; settings: ReminderSettings; since: string };

/** How long a digest that failed waits for its next try: half an hour, then an hour, up to four. It is tried for as long as it is the one due, over days. */
const pause = sql`least(d.attempts, 8) * interval '30 minutes'`;

/**
 * Every account that wants digests, with the day from which the next one may be: that of the last, or of what it chose, or of its making. One that
 * failed a moment ago is done with for now, so that those behind it have their turn.
 */
export const recipients = async (tx: Tx, now: Date): Promise<Recipient[]> => {
  const { rows } = await sql<ReminderSettings & { id: string; email: string; language: string; chosen: boolean; since: string }>`
    SELECT a.id, a.email, a.language, s.id IS NOT NULL AS chosen, s.frequency, s.weekday, s.hour, s.quiet_from, s.quiet_until, s.workdays_only,
      greatest(s.changed_on, (a.created_at AT TIME ZONE 'Europe/Brussels')::date, (SELECT max(d.day) FROM digest d WHERE d.account_id = a.id AND (d.state <> 'failed' OR d.claimed_at >= ${now}::timestamptz - ${pause}))) AS since
    FROM account a LEFT JOIN reminder_setting s ON s.id = a.id WHERE a.disabled_at IS NULL AND s.frequency IS DISTINCT FROM 'off' ORDER BY a.id`.execute(tx);
  return rows.map(({ id, email, language, since, chosen, frequency, weekday, hour, quietFrom, quietUntil, workdaysOnly }) => ({
    id,
    email,
    language,
    since,
    settings: chosen ? { frequency, weekday, hour, quietFrom, quietUntil, workdaysOnly } : usualSettings,
  }));
};

export type Holder = { accountId: string; links: CentreLink[]; installation: InstallationRole[] };

/** What accounts are on a day, in their centres and in the installation. */
export const rolesOf = async (db: Kysely<Tables>, accountIds: readonly string[], day: string): Promise<Map<string, Holder>> => {
  const { rows } = await sql<Given & { accountId: string }>`
    SELECT a.id AS account_id, r.organization_id, r.person_id, r.roles FROM unnest(${[...accountIds]}::uuid[]) a (id), LATERAL account_roles(a.id, ${day}) r`.execute(db);
  const installation = await db
    .selectFrom('installationRole')
    .select(['accountId', 'role'])
    .where('accountId', 'in', [...accountIds, newId()])
    .execute();
  const holders = new Map<string, Holder>(accountIds.map((accountId) => [accountId, { accountId, links: [], installation: [] }]));
  for (const { accountId, ...link } of rows) holders.get(accountId)?.links.push(...known([link]));
  for (const { accountId, role } of installation) holders.get(accountId)?.installation.push(role);
  return holders;
};

/** The centres of the scope: their official names, and how their address begins. */
export const centres = async (tx: Tx): Promise<Map<string, { name: LocalizedText; slug: string }>> =>
  new Map((await tx.selectFrom('organization').select(['id', 'name', 'slug']).execute()).map(({ id, ...centre }) => [id, centre]));

/** Those of the accounts that have lent a role of theirs for an absence, in the centres of the scope, on a day. */
export const absent = async (tx: Tx, accountIds: readonly string[], day: string): Promise<string[]> => {
  const { rows } = await sql<{ accountId: string }>`SELECT DISTINCT l.account_id FROM delegation d JOIN link l ON l.organization_id = d.organization_id AND l.id = d.from_link_id
    WHERE d.ended_at IS NULL AND d.start <= ${day} AND d."end" >= ${day} AND l.account_id = ANY (${[...accountIds]}::uuid[])`.execute(tx);
  return rows.map(({ accountId }) => accountId);
};

/** Takes the digest of a day for this node to send; false where another has it, or it has ended. One that failed is tried again, after half an hour at first. */
export const claimDigest = async (tx: Tx, accountId: string, day: string, now: Date): Promise<boolean> => {
  const { rows } = await sql`INSERT INTO digest AS d (account_id, day, state, claimed_at) VALUES (${accountId}, ${day}, 'claimed', ${now})
    ON CONFLICT (account_id, day) DO UPDATE SET state = 'claimed', attempts = d.attempts + 1, claimed_at = ${now}
    WHERE d.state = 'failed' AND d.claimed_at < ${now}::timestamptz - ${pause} RETURNING day`.execute(tx);
  return rows.length === 1;
};

/** Ends the digests of those who have nothing to do: none is sent, and nothing is remembered. */
export const passDigests = async (tx: Tx, digests: readonly { id: string; day: string }[], now: Date): Promise<void> => {
  await sql`INSERT INTO digest (account_id, day, state, claimed_at) SELECT id, day, 'nothing', ${now} FROM unnest(${digests.map(({ id }) => id)}::uuid[], ${digests.map(({ day }) => day)}::date[]) AS d (id, day)
    ON CONFLICT (account_id, day) DO UPDATE SET state = 'nothing' WHERE digest.state = 'failed'`.execute(tx);
};

export const endDigest = async (tx: Tx, accountId: string, day: string, state: 'sent' | 'nothing' | 'failed'): Promise<void> => {
  await tx.updateTable('digest').set({ state }).where('accountId', '=', accountId).where('day', '=', day).execute();
};

/** When the last digest left for an account. */
export const lastSent = async (tx: Tx, accountId: string): Promise<string | undefined> =>
  (await tx.selectFrom('digest').select('day').where('accountId', '=', accountId).where('state', '=', 'sent').orderBy('day', 'desc').limit(1).executeTakeFirst())?.day;

export const purgeDigests = async (tx: Tx, before: string): Promise<void> => {
  await tx.deleteFrom('digest').where('day', '<', before).execute();
};

export type Told = { organizationId: string; rule: string; subject: string; overdue: boolean };

/** What an account was last told of, in the centres of the scope. */
export const toldTo = async (tx: Tx, accountId: string): Promise<Told[]> =>
  tx.selectFrom('reminder').select(['organizationId', 'rule', 'subject', 'overdue']).where('accountId', '=', accountId).execute();

/** Keeps what an account is told of now, in the place of what it was told before; the scope holds its centres. */
export const keepTold = async (tx: Tx, accountId: string, told: readonly Told[]): Promise<void> => {
  await tx.deleteFrom('reminder').where('accountId', '=', accountId).execute();
  if (told.length === 0) return;
  await sql`INSERT INTO reminder (organization_id, account_id, rule, subject, overdue)
    SELECT DISTINCT ON (t.organization_id, t.rule, t.subject) t.organization_id, ${accountId}::uuid, t.rule, t.subject, t.overdue
    FROM unnest(${told.map(({ organizationId }) => organizationId)}::uuid[], ${told.map(({ rule }) => rule)}::text[], ${told.map(({ subject }) => subject)}::text[], ${told.map(({ overdue }) => overdue)}::boolean[]) AS t (organization_id, rule, subject, overdue)
    JOIN organization o ON o.id = t.organization_id`.execute(tx);
};

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The calendar addresses of an account, the newest first, with the day a program last read each. */
export const calendarsOf = async (tx: Tx, accountId: string) =>
  tx
    .selectFrom('calendar')
    .leftJoin('calendarReading', 'calendarReading.calendarId', 'calendar.id')
    .select(['id', 'name', 'createdAt', 'readOn'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();

/** Makes a calendar address. Returns its secret, which is kept hashed only. */
export const insertCalendar = async (tx: Tx, accountId: string, name: string, now: Date): Promise<{ id: string; token: string }> => {
  const [id, token] = [newId(), randomBytes(32).toString('base64url')];
  await tx
    .insertInto('calendar')
    .values({ id, accountId, name, tokenHash: hashOf(token), createdAt: now })
    .execute();
  return { id, token };
};

/** False where the account has no such address. */
export const deleteCalendar = async (tx: Tx, accountId: string, id: string): Promise<boolean> =>
  Number((await tx.deleteFrom('calendar').where('accountId', '=', accountId).where('id', '=', id).executeTakeFirst()).numDeletedRows) === 1;

/** Whose calendar a secret opens, noting that it was read that day; undefined for a secret that opens none, or none any more. */
export const readCalendar = async (tx: Tx, token: string, day: string): Promise<{ accountId: string; language: string } | undefined> => {
  const found = await tx
    .selectFrom('calendar')
    .innerJoin('account', 'account.id', 'calendar.accountId')
    .select(['calendar.id', 'calendar.accountId', 'account.language'])
    .where('tokenHash', '=', hashOf(token))
    .where(sql<boolean>`account.disabled_at IS NULL`)
    .executeTakeFirst();
  if (!found) return undefined;
  await sql`INSERT INTO calendar_reading (calendar_id, read_on) VALUES (${found.id}, ${day}) ON CONFLICT (calendar_id) DO UPDATE SET read_on = excluded.read_on WHERE calendar_reading.read_on <> excluded.read_on`.execute(
    tx,
  );
  return found;
};
