import { type Language, languages } from '../../../kernel/language.ts';
import type { Scope } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import { MailError, type MailFault } from '../../../server/mail.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import * as letters from './letter-store.ts';
import { findPublication, type PublicationRow } from './store.ts';
import { titleOf } from './title.ts';

/** Faults of one letter; with any other, none would leave, and all wait for the next round. */
const ofOneLetter: readonly MailFault[] = ['recipient', 'message'];

const writtenDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** Where the secret of a link stands in an address: after the #, which no server and no log sees. */
export const linkOf = (url: string, token: string): string => `${url}/read#${token}`;

const letterText = (publication: PublicationRow, letter: letters.LetterToSend, centre: { slug: string; name: string }, url: string): { subject: string; text: string } => {
  const language = languages.find((one) => one === letter.language) ?? publication.language;
  const say = (key: string, values: Record<string, string> = {}): string => roomText('publications', `mail.${key}`, language, values);
  const title = titleOf(publication, language);
  const text = [
    say(letter.kind === 'reminder' ? 'again' : 'first', { centre: centre.name, title, number: String(publication.number) }),
    ...(publication.message ? [publication.message] : []),
    publication.confirm ? (publication.dueOn ? say('confirmBy', { date: writtenDate(publication.dueOn, language) }) : say('confirm')) : say('read'),
    letter.hasAccount ? `${say('page')} ${url}/c/${centre.slug}/documents/to-read` : `${say('link')} ${linkOf(url, letter.token)}`,
    ...(letter.hasAccount ? [] : [say('linkIsYours')]),
  ].join('\n\n');
  return { subject: say(letter.kind === 'reminder' ? 'subjectAgain' : 'subject', { title, centre: centre.name }), text: `${text}\n` };
};

/**
 * Sends what waits: the first letter to everybody of the publications by mail who got none (those who arrived since among them), and the
 * reminders that were asked for. Several nodes may do it at once, a process may die in the midst: nobody gets a letter twice but where a
 * node fell silent right after sending. Where mail cannot leave at all, the letters wait for the next round.
 */
export const sendLetters = async (services: Services, stopping?: AbortSignal): Promise<number> => {
  const day = today(services);
  if (!(await services.mail.configured())) return 0;
  let sent = 0;
  for (const { organizationId, publicationId } of await letters.publicationsByMail(services.db.kysely, day)) {
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'job' } };
    await services.db.tx(scope, (tx) => letters.queueLetters(tx, organizationId, publicationId, 'first', day, services.now()));
    for (;;) {
      if (stopping?.aborted) return sent;
      const { publication, centre, taken } = await services.db.tx(scope, async (tx) => ({
        publication: await findPublication(tx, organizationId, publicationId, day),
        centre: await findOrganization(tx, organizationId),
        taken: await letters.takeLetters(tx, organizationId, publicationId, day, services.now()),
      }));
      if (!publication || !centre || taken.length === 0) break;
      const name = centre.name[publication.language] ?? centre.name.fr ?? centre.name.nl ?? centre.name.de ?? centre.slug;
      for (const [index, letter] of taken.entries()) {
        try {
          await services.mail.send({ to: letter.email, ...letterText(publication, letter, { slug: centre.slug, name }, services.url) });
        } catch (error) {
          if (error instanceof MailError && ofOneLetter.includes(error.fault)) {
            const { fault } = error;
            await services.db.tx(scope, (tx) => letters.settleLetter(tx, organizationId, letter.id, { fault }));
            continue;
          }
          services.logger.error({ err: loggable(error) }, 'mail not sent');
          const back = taken.slice(index).map(({ id }) => id);
          await services.db.tx(scope, (tx) => letters.returnLetters(tx, organizationId, back));
          return sent;
        }
        await services.db.tx(scope, (tx) => letters.settleLetter(tx, organizationId, letter.id, { sentAt: services.now() }));
        sent += 1;
      }
    }
  }
  return sent;
};

/** Each node looks every minute for letters that wait. */
export const workPublications = (services: Services): void => {
  services.jobs.every(60, async (stopping) => void (await sendLetters(services, stopping)));
};
