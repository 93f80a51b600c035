import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeBackup, writeFailure } from '../../../server/backup/write.ts';
import type { Config } from '../../../server/config.ts';
import { StartupError, errorText } from '../../../server/errors.ts';
import { backupName, stampOf } from '../backup.ts';

/**
 * The backup that precedes every change of the tables, in the directory of the backups: the way back. Returns its path. Throws StartupError, and the migration
 * does not begin, when it cannot be written.
 */
export const saveBeforeMigrating = async (config: Config, owner: Parameters<typeof writeBackup>[0], migration: string, now: Date): Promise<string> => {
  const passphrase = config.backups?.passphrase;
  const name = backupName({ at: stampOf(now), migration: migration.replace(/\.sql$/, ''), encrypted: passphrase !== undefined });
  const file = join(config.backups?.directory ?? join(config.dataDirectory, 'backups'), name);
  // whoever starts again within the minute finds what the last attempt has saved
  if (existsSync(file)) return file;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw writeFailure(error, file);
    });
    await writeBackup(owner, file, { passphrase });
    return file;
  } catch (cause) {
    throw new StartupError(`The database was not changed, because it could not be saved before: ${errorText(cause)}`, { cause });
  }
};
