import { randomBytes } from 'node:crypto';
import { chown, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, errorText, StartupError } from './errors.ts';
import { sealName } from './auth/seal.ts';
import { sessionSeconds } from './auth/session-cookie.ts';
import type { Secret, Secrets } from './auth/session-cookie.ts';

const shortest = 32;
const pathOf = (dataDirectory: string): string => join(dataDirectory, 'secret');
const fresh = (): Secret => ({ value: randomBytes(32).toString('base64url') });

/**
 * The secrets that sign session cookies and seal keys of second factors, where BEFFROI_SECRET gives them: one or several, separated by commas or white space,
 * each of at least 32 characters, alike on every node of one database. The first signs, the others are accepted. Undefined
 * without it. Throws StartupError when one is too short.
 */
export const givenSecrets = (fromEnvironment: string | undefined): Secrets | undefined => {
  const [first, ...others] = (fromEnvironment ?? '').split(/[\s,]+/).filter(Boolean);
  if (first === undefined) return undefined;
  if ([first, ...others].some((value) => value.length < shortest))
    throw new StartupError(
      'BEFFROI_SECRET is shorter than 32 characters, or one of the secrets in it is (commas and spaces separate them): give longer random texts, for instance from "openssl rand -base64 32".',
    );
  return [{ value: first }, ...others.map((value) => ({ value }))];
};

/**
 * The secrets kept in the file `secret` of the data directory, made at the first start and readable by its owner only.
 * Losing it signs everybody out, and what is sealed with it (keys of second factors) is lost. Throws StartupError when it cannot be kept or is damaged.
 */
export const keptSecrets = async (dataDirectory: string): Promise<Secrets> => {
  const path = pathOf(dataDirectory);
  try {
    await writeFile(path, written([fresh()]), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new StartupError(`The file ${path} cannot be written: make the data directory writable, or give the secret in BEFFROI_SECRET.`, { cause: error });
  }
  return readSecrets(path);
};

/**
 * Puts a new secret first in the file `secret`. The one before signs in nobody after the instant that comes back: so long that a
 * restart within twelve hours, and the twelve hours of a session made just before it, find room. With `forget` it is `now`, for every former one.
 * None leaves the file yet, for something may be sealed with it: the next start seals that anew (`dropEndedSecrets`). Throws StartupError when
 * there is no file, it is damaged or cannot be written.
 */
export const rotateSecret = async (dataDirectory: string, now: Date, forget: boolean): Promise<Date> => {
  const former = await readSecrets(pathOf(dataDirectory));
  const until = forget ? now : new Date(now.getTime() + 2 * sessionSeconds * 1000);
  const kept = former.map((secret) => ({ ...secret, until: secret.until && secret.until < until ? secret.until : until }));
  await keep(dataDirectory, [fresh(), ...kept]);
  return until;
};

/** Takes out of the file the former secrets that are past their instant, but those under whose name (`sealName`) something is still sealed. */
export const dropEndedSecrets = async (dataDirectory: string, now: Date, stillNeeded: readonly string[]): Promise<void> => {
  const [newest, ...former] = await readSecrets(pathOf(dataDirectory));
  const kept = former.filter((secret) => secret.until === undefined || secret.until > now || stillNeeded.includes(sealName(secret)));
  if (kept.length < former.length) await keep(dataDirectory, [newest, ...kept]);
};

const keep = async (dataDirectory: string, secrets: Secrets): Promise<void> => {
  const path = pathOf(dataDirectory);
  try {
    await replace(path, written(secrets));
  } catch (error) {
    throw new StartupError(`The file ${path} cannot be replaced: ${errorText(error)}. Nothing has changed.`, { cause: error });
  }
};

const written = (secrets: Secrets): string => secrets.map(({ value, until }) => `${value}${until ? ` until ${until.toISOString()}` : ''}\n`).join('');

/** One secret a line, newest first; an older one may carry the instant until which it is accepted, in UTC: `…secret… until 2026-11-23T06:00:00.000Z`. */
const readSecrets = async (path: string): Promise<Secrets> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const missing = errorCode(error) === 'ENOENT';
    throw new StartupError(missing ? `There is no file ${path} yet: the first start makes it.` : `The file ${path} cannot be read: give it to the account that runs Beffroi.`, { cause: error });
  });
  const found = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^(\S{32,})(?: until (\d{4}-\d\d-\d\dT[\d:.]+Z))?\s*$/.exec(line));
  const secrets = found.map((match): Secret => ({ value: match?.[1] ?? '', ...(match?.[2] ? { until: new Date(match[2]) } : {}) }));
  const [first, ...others] = secrets;
  if (!first || first.until || secrets.some(({ value, until }) => value === '' || Number.isNaN(until?.getTime())))
    throw new StartupError(
      `The file ${path} is damaged: put back the copy that you keep of it, or delete it (everybody signs in again, and applications that make codes are enrolled anew), then start once more.`,
    );
  return [first, ...others];
};

/** The old content or the new, whole, whatever happens in between; the owner stays, though the administrator of the machine may have asked. */
const replace = async (path: string, text: string): Promise<void> => {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    const { uid, gid } = await stat(path);
    if (uid !== process.getuid?.()) await chown(beside, uid, gid);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
};
