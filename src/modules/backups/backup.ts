/** What is made when: a backup of the night or one that somebody asked for has no migration; one made before a migration names it. */
export type BackupName = { name: string; at: Stamp; migration?: string; encrypted: boolean };

/** A minute in Belgian time as file names bear it, `YYYY-MM-DDTHHMM`; stamps compare as text. */
export type Stamp = string;

export const runKinds = ['scheduled', 'asked'] as const;
export type RunKind = (typeof runKinds)[number];
export type RunState = 'waiting' | 'running' | 'done' | 'failed';
/** Why a backup failed: each has its sentence, and what to do about it, in the texts of the room. */
export const backupFaults = ['notWritable', 'diskFull', 'database', 'unverified', 'interrupted', 'unknown'] as const;
export type BackupFault = (typeof backupFaults)[number];

const zone = 'Europe/Brussels';
const ending = (encrypted: boolean): string => `.tar.zst${encrypted ? '.age' : ''}`;

/** The minute of an instant in Belgium. */
export const stampOf = (instant: Date): Stamp => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}${part('minute')}`;
};

/** `beffroi-2026-11-22T0230.tar.zst`, with `.age` when encrypted; made before a migration, `before-0005_backups-2026-11-22T0230.tar.zst`. */
export const backupName = ({ at, migration, encrypted }: Omit<BackupName, 'name'>): string => `${migration === undefined ? 'beffroi' : `before-${migration}`}-${at}${ending(encrypted)}`;

/** What a file's name says; undefined where it is none of ours. */
export const parseBackupName = (name: string): BackupName | undefined => {
  const found = /^(?:beffroi|before-(\w+))-(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d)\.tar\.zst(\.age)?$/.exec(name);
  if (!found) return undefined;
  return { name, at: found[2]!, encrypted: found[3] !== undefined, ...(found[1] === undefined ? {} : { migration: found[1] }) };
};

/** A name for now that no file bears yet: two backups of one minute, or of the hour that comes twice in October, take the next minutes. */
export const freeName = (now: Date, encrypted: boolean, taken: readonly string[]): string => {
  for (let minute = 0; ; minute += 1) {
    const name = backupName({ at: stampOf(new Date(now.getTime() + minute * 60_000)), encrypted });
    // The same minute in clear and encrypted would be one backup to whoever reads the list.
    if (!taken.some((other) => other.replace(/\.age$/, '') === name.replace(/\.age$/, ''))) return name;
  }
};

const dayOf = (stamp: Stamp): string => stamp.slice(0, 10);
const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
const periods: { of: (stamp: Stamp) => string; count: number }[] = [
  { of: dayOf, count: 7 },
  { of: (stamp) => mondayOf(dayOf(stamp)), count: 4 },
  { of: (stamp) => stamp.slice(0, 7), count: 12 },
];
const migrationDays = 90;
const recent = 48 * 3_600_000;

/**
 * The files to delete among those of a directory: all of ours but those of the last 48 hours, the newest of each of the last 7 days, 4 weeks
 * and 12 months that have one, and those made before a migration in the last 90 days. Days without a backup do not count, so a machine that was off for a year
 * loses nothing. Never a file that is not ours, never one from after now (the clock was wrong once), and never the only one.
 */
export const outdated = (names: readonly string[], now: Date): string[] => {
  const present = stampOf(now);
  const ours = names
    .flatMap((name) => parseBackupName(name) ?? [])
    .filter(({ at }) => at <= present)
    .toSorted((a, b) => (a.at === b.at ? (a.name < b.name ? 1 : -1) : a.at < b.at ? 1 : -1));
  const since = stampOf(new Date(now.getTime() - recent));
  const kept = new Set<string>(ours.filter(({ at }, index) => index === 0 || at >= since).map(({ name }) => name));
  for (const { of, count } of periods) {
    const newest = new Map<string, string>();
    for (const { name, at, migration } of ours) if (migration === undefined && !newest.has(of(at))) newest.set(of(at), name);
    for (const name of [...newest.values()].slice(0, count)) kept.add(name);
  }
  const oldest = addDays(dayOf(present), -migrationDays);
  for (const { name, at, migration } of ours) if (migration !== undefined && dayOf(at) >= oldest) kept.add(name);
  return ours.map(({ name }) => name).filter((name) => !kept.has(name));
};

export type RunSummary = { kind: RunKind; at: Date; state: RunState; fault: BackupFault | null };

/**
 * Whether the backup of the night is to be made now: the last time of `at` (`HH:MM` in Belgium) has passed, and no nightly one was begun
 * since. An attempt that the server did not survive counts only the third time. `since`: nothing was due before this installation existed.
 */
export const isDue = (at: string, now: Date, since: Date | undefined, runs: readonly RunSummary[]): boolean => {
  const present = stampOf(now);
  const time = `T${at.replace(':', '')}`;
  const today = `${dayOf(present)}${time}`;
  const last = today <= present ? today : `${addDays(dayOf(present), -1)}${time}`;
  if (since === undefined || stampOf(since) > last) return false;
  const attempts = runs.filter((run) => run.kind === 'scheduled' && stampOf(run.at) >= last);
  return attempts.every(({ fault }) => fault === 'interrupted') && attempts.length < 3;
};

/** How the backups stand: none was ever made; the last one is good and of tonight; it is too old; the last attempt failed. */
export const backupStates = ['none', 'good', 'old', 'failed'] as const;
export type BackupState = (typeof backupStates)[number];

/** A nightly backup is too old after 26 hours: a day, and the time that making one may take. Without a nightly one none is. */
export const stateOf = ({ lastGoodAt, failed, nightly, now }: { lastGoodAt: Date | undefined; failed: boolean; nightly: boolean; now: Date }): BackupState => {
  if (failed) return 'failed';
  if (!lastGoodAt) return 'none';
  return nightly && now.getTime() - lastGoodAt.getTime() > 26 * 3_600_000 ? 'old' : 'good';
};

/** Whether the backup at night is verified as well: on Sundays. */
export const isVerificationDay = (now: Date): boolean => new Date(`${dayOf(stampOf(now))}T00:00:00Z`).getUTCDay() === 0;
