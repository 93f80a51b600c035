import { readFile } from 'node:fs/promises';
import { readConfig } from '../server/config.ts';
import { errorCode, StartupError } from '../server/errors.ts';

/** The options that say with what a backup is encrypted. */
export const passphraseOptions = { 'passphrase-file': { type: 'string' } } as const;

/**
 * The passphrase of a backup: the first line of the file given with `--passphrase-file`, else BEFFROI_BACKUP_PASSPHRASE, else none. Never an
 * argument: those are seen by everybody on the machine. Throws StartupError for a file that cannot be read or a passphrase under 12 characters.
 */
export const readPassphrase = async (file: string | undefined): Promise<string | undefined> => {
  if (file === undefined) return readConfig(process.env).backups?.passphrase;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartupError(`The passphrase file ${file} cannot be read (${errorCode(error)}).`, { cause: error });
  });
  const passphrase = text.split(/\r?\n/)[0]?.trim() ?? '';
  if (passphrase.length < 12) throw new StartupError(`The passphrase in ${file} is shorter than 12 characters: take five words that do not belong together.`);
  return passphrase;
};

/** Says on standard error how far a long command is, on one line, where somebody looks. */
export const tellProgress = (what: string) => {
  let last = 0;
  return (done: number, total: number): void => {
    const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
    if (!process.stderr.isTTY || percent === last) return;
    last = percent;
    process.stderr.write(`\r${what} ${percent} %${percent === 100 ? '\n' : ''}`);
  };
};
