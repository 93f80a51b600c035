import { join, resolve } from 'node:path';
import { verifyBackup } from '../server/backup/verify.ts';
import { writeBackup } from '../server/backup/write.ts';
import { prepareDataDirectory } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { commandConfig } from './database.ts';
import { passphraseOptions, readPassphrase, tellProgress } from './passphrase.ts';
import { readArguments } from './usage.ts';

/**
 * `backup FILE` writes the whole database into one file, while the server runs or not; `backup --verify FILE` restores one into a PostgreSQL of
 * its own beside the data, and compares every table. Encrypted where there is a passphrase.
 */
export const backup = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(args, { verify: { type: 'boolean' }, ...passphraseOptions }, 1);
  const file = resolve(positionals[0] ?? '');
  const passphrase = await readPassphrase(values['passphrase-file']);
  // a file may be verified on any machine; what is not there cannot be saved
  const config = commandConfig(values.verify === true);
  if (values.verify) {
    prepareDataDirectory(config.dataDirectory);
    const { manifest, rows } = await verifyBackup(file, { passphrase, scratch: join(config.dataDirectory, 'trial-restore'), progress: tellProgress('Restoring') });
    process.stdout.write(
      `All good. ${file}, made ${manifest.madeAt} by version ${manifest.program}: ${manifest.tables.length} tables, ${rows} rows, restored and compared; the audit trail is whole.\n`,
    );
    return;
  }
  // as it is: a command of a newer program must not change the database before it is saved
  const database = await openDatabase(config, 'command');
  try {
    const made = await writeBackup(database.owner, file, { passphrase, progress: tellProgress('Saving') });
    process.stdout.write(`${file}: ${made.tables} tables, ${made.rows} rows, ${(made.bytes / 1e6).toFixed(1)} MB, ${made.encrypted ? 'encrypted' : 'not encrypted'}.\n`);
  } finally {
    await database.close();
  }
};
