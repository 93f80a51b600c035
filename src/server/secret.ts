import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, StartupError } from './errors.ts';

/**
 * The secret that signs session cookies, where BEFFROI_SECRET gives it: at least 32 characters, alike on every node of one
 * database. Undefined without it. Throws StartupError when it is too short.
 */
export const givenSecret = (fromEnvironment: string | undefined): string | undefined => {
  if (!fromEnvironment) return undefined;
  if (fromEnvironment.length < 32) throw new StartupError('BEFFROI_SECRET is shorter than 32 characters: give a longer random text, for instance from "openssl rand -base64 32".');
  return fromEnvironment;
};

/**
 * The secret kept in the file `secret` of the data directory, made at the first start and readable by its owner only.
 * Losing it signs everybody out, nothing more. Throws StartupError when it cannot be kept or is damaged.
 */
export const keptSecret = async (dataDirectory: string): Promise<string> => {
  const path = join(dataDirectory, 'secret');
  try {
    await writeFile(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new StartupError(`The file ${path} cannot be written: make the data directory writable, or give the secret in BEFFROI_SECRET.`, { cause: error });
  }
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < 32) throw new StartupError(`The file ${path} is damaged: delete it (everybody signs in again), then start once more.`);
  return secret;
};
