import { type Language, languages } from '../../../kernel/language.ts';
import { loggable } from '../../../server/errors.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { accountById } from './store.ts';

export type Notice = 'factorAdded' | 'factorRemoved' | 'factorsReset' | 'recoveryCodeUsed' | 'passwordChanged';

/**
 * Tells the owner of an account by mail what has changed in how they sign in, where mail is set up: whoever did not do it must hear of it. Not
 * waited for by the request; a mail that cannot leave is told in the log.
 */
export const tellOwner = async (services: Services, accountId: string, notice: Notice): Promise<void> => {
  const { mail, db, url, logger } = services;
  try {
    if (!(await mail.configured())) return;
    const account = await accountById(db.kysely, accountId);
    if (!account) return;
    const language: Language = languages.find((one) => one === account.language) ?? 'fr';
    const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(services.now());
    const say = (key: string): string => roomText('accounts', `mail.${key}`, language, { when, page: `${url}/account` });
    await mail.send({ to: account.email, subject: say(`${notice}.subject`), text: `${[say(`${notice}.text`), say('notYou')].join('\n\n')}\n` });
  } catch (error) {
    logger.error({ err: loggable(error) }, 'mail not sent');
  }
};
