import { languages, type Language } from '../../../kernel/language.ts';
import { errorCode, errorText, loggable } from '../../../server/errors.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { administrators } from '../../accounts/server/service.ts';
import type { BackupFault, RunKind } from '../backup.ts';

const codes: Record<string, BackupFault> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  // The disk of the database.
  53100: 'diskFull',
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOTDIR: 'notWritable',
  ENOENT: 'notWritable',
  EEXIST: 'notWritable',
  ECONNREFUSED: 'database',
  ECONNRESET: 'database',
  ETIMEDOUT: 'database',
};

/** Which of the known faults an error is, by its code or that of its causes. The words of the error stay out: they may hold an address of the database. */
export const faultOf = (error: unknown): BackupFault => {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = errorCode(cause);
    if (codes[code]) return codes[code];
    // The codes of PostgreSQL, and what its client says of a connection that was cut.
    if (/^(?:\d|F0|HV|P0|XX)[0-9A-Z]{3,4}$/.test(code) || errorText(cause).startsWith('Connection terminated')) return 'database';
  }
  return 'unknown';
};

/** Tells every administrator of the installation in their language what failed and what to do; a mail that cannot leave is told in the log. */
export const tellAdministrators = async (services: Services, kind: RunKind, fault: BackupFault, lastGood: Date | undefined): Promise<void> => {
  const { mail, backups, url } = services;
  if (!(await mail.configured())) return;
  for (const { email, language: theirs } of await administrators(services.db.kysely)) {
    const language: Language = languages.find((one) => one === theirs) ?? 'fr';
    const say = (key: string, values: Record<string, string> = {}): string => roomText('backups', `mail.${key}`, language, values);
    const when = lastGood && new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(lastGood);
    const text = [
      roomText('backups', `faults.${fault}.what`, language, { directory: backups.directory }),
      roomText('backups', `faults.${fault}.todo`, language, { directory: backups.directory }),
      when ? say('lastGood', { when }) : say('none'),
      `${say('page')} ${url}/backups`,
    ].join('\n\n');
    await mail.send({ to: email, subject: say(`subject.${kind}`), text: `${text}\n` }).catch((error: unknown) => services.logger.error({ err: loggable(error) }, 'mail not sent'));
  }
};
