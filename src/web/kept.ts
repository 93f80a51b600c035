/**
 * What this device keeps for a person between visits: drafts of forms, and the ids of what they opened from the search. Under the number of
 * their account, so that nobody else who signs in here meets it; let go at sign-out and after seven days; never a secret or a national number.
 */
const prefix = 'beffroi.kept.';
const days = 7;

type Entry = { at: number; value: unknown };

const keysOf = (start: string): string[] => Object.keys(localStorage).filter((key) => key.startsWith(start));

const read = (key: string): Entry | undefined => {
  try {
    const entry = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Entry> | null;
    return entry && typeof entry.at === 'number' ? { at: entry.at, value: entry.value } : undefined;
  } catch {
    return undefined;
  }
};

/** What was kept under this name for the account, and when. */
export const readKept = <T>(account: string, name: string): { at: Date; value: T } | undefined => {
  const entry = read(`${prefix}${account}.${name}`);
  return entry && { at: new Date(entry.at), value: entry.value as T };
};

/** Keeps it; says whether the device took it (a full or barred storage only costs what it would have kept). */
export const writeKept = (account: string, name: string, value: unknown): boolean => {
  try {
    localStorage.setItem(`${prefix}${account}.${name}`, JSON.stringify({ at: Date.now(), value } satisfies Entry));
    return true;
  } catch {
    return false;
  }
};

export const dropKept = (account: string, name: string): void => localStorage.removeItem(`${prefix}${account}.${name}`);

/** Lets everything go, whoever it was kept for: at sign-out. */
export const dropAllKept = (): void => {
  for (const key of keysOf(prefix)) localStorage.removeItem(key);
};

/** Lets go what has not been touched for seven days, and what cannot be read: at each start. */
export const dropOldKept = (now = Date.now()): void => {
  for (const key of keysOf(prefix)) {
    const entry = read(key);
    if (!entry || now - entry.at > days * 86_400_000) localStorage.removeItem(key);
  }
};
