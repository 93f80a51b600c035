import { resolve } from 'node:path';
import { restoreBackup } from '../server/backup/restore.ts';
import { migrate } from '../server/db/migrate.ts';
import { openDatabase } from '../server/db/open.ts';
import { commandConfig } from './database.ts';
import { passphraseOptions, readPassphrase, tellProgress } from './passphrase.ts';
import { readArguments } from './usage.ts';

/** `restore FILE` fills an empty data directory, or an empty database, from a backup: whole or not at all. A backup of an earlier release is brought to this one. */
export const restore = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(args, passphraseOptions, 1);
  const file = resolve(positionals[0] ?? '');
  const passphrase = await readPassphrase(values['passphrase-file']);
  const database = await openDatabase(commandConfig(true), 'command');
  try {
    const { manifest, contents } = await restoreBackup(database.owner, database.login, file, { passphrase, progress: tellProgress('Restoring') });
    const { applied } = await migrate(database.owner, database.login);
    const rows = Object.values(contents).reduce((sum, content) => sum + content.rows, 0);
    process.stdout.write(`Restored what was saved on ${manifest.madeAt}: ${manifest.tables.length} tables, ${rows} rows.\n`);
    if (applied.length > 0) process.stdout.write(`Made by version ${manifest.program}, brought to this one: ${applied.join(', ')}.\n`);
    process.stdout.write('Everybody signs in again.\n');
  } finally {
    await database.close();
  }
};
