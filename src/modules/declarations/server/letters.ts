import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import { MailError, type MailFault } from '../../../server/mail.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import type { LetterInput } from '../declaration.ts';
import { lettersToSend, queueLink, returnLetter, settleLetter, takeLetters, type ToSend } from './link-store.ts';
import { addressOf, withoutAccount } from './need-store.ts';
import { partnerOf } from './partner-store.ts';
import { type Shown, shownFor } from './signing.ts';

/** Faults of one letter; with any other, none would leave, and all wait for the next round. */
const ofOneLetter: readonly MailFault[] = ['recipient', 'message'];
/** So many are written to at once. */
const atOnce = 200;

/** Where the secret stands in an address: after the #, which no server and no log sees. */
export const linkAddress = (url: string, token: string): string => `${url}/undertake#${token}`;

/** Writes the letters that are asked for; they leave right after. Throws badRequest (`notBound`, `noAddress`). */
export const queueLetters = async (
  tx: Tx,
  organizationId: string,
  input: LetterInput,
  madeBy: string | undefined,
  services: Pick<Services, 'now'>,
): Promise<{ letters: number; withoutAddress: number }> => {
  const day = today(services);
  const now = services.now();
  const write = async (shown: Shown | undefined, name: 'personId' | 'supplierId', mailTo: string) => {
    if (!shown) throw invalidInput(name, 'notBound');
    const { personId, supplierId, language, text } = shown;
    await queueLink(tx, organizationId, { personId, supplierId, kind: 'link', variant: shown.need.variant, language, textId: text.id!, madeBy }, mailTo, now);
  };
  if ('supplierId' in input) {
    const { supplierId } = input;
    const email = input.email ?? (await partnerOf(tx, organizationId, supplierId, day))?.email;
    if (!email) throw invalidInput('email', 'noAddress');
    await write(await shownFor(tx, organizationId, { supplierId }, day, input.language, true), 'supplierId', email);
    return { letters: 1, withoutAddress: 0 };
  }
  const asked = 'personId' in input ? await addressOf(tx, organizationId, input.personId) : await withoutAccount(tx, organizationId, day, now, atOnce);
  if ('personId' in input && asked.length === 0) throw invalidInput('personId', 'notBound');
  if ('personId' in input && !asked[0]!.email) throw invalidInput('personId', 'noAddress');
  const reached = asked.filter((one): one is { personId: string; email: string } => one.email !== null);
  for (const { personId, email } of reached) await write(await shownFor(tx, organizationId, { personId }, day, undefined, true), 'personId', email);
  return { letters: reached.length, withoutAddress: asked.length - reached.length };
};

const longDay = (at: Date, language: DocumentLanguage): string => new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(at);

const letterOf = ({ language, name, supplierId, centre, expiresAt, token }: ToSend, url: string): { subject: string; text: string } => {
  const values = { centre: inLanguage(centre, language), name, link: linkAddress(url, token), until: longDay(expiresAt, language) };
  return { subject: roomText('declarations', 'letter.subject', language, values), text: `${roomText('declarations', supplierId ? 'letter.firm' : 'letter.person', language, values)}\n` };
};

/**
 * Sends the letters that wait, each with a secret made for it. Several nodes may do it at once, a process may die in the midst: nobody gets a
 * letter twice but where a node fell silent right after sending, and then the later address serves. Returns how many left.
 */
export const sendDeclarationLetters = async (services: Services, stopping?: AbortSignal): Promise<number> => {
  if (!(await services.mail.configured())) return 0;
  let sent = 0;
  for (const organizationId of await lettersToSend(services.db.kysely)) {
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'job' } };
    for (;;) {
      if (stopping?.aborted) return sent;
      const taken = await services.db.tx(scope, (tx) => takeLetters(tx, organizationId, services.now()));
      if (taken.length === 0) break;
      for (const [index, letter] of taken.entries()) {
        try {
          await services.mail.send({ to: letter.mailTo, ...letterOf(letter, services.url) });
        } catch (error) {
          const fault = error instanceof MailError && ofOneLetter.includes(error.fault) ? error.fault : undefined;
          if (fault) {
            await services.db.tx(scope, (tx) => settleLetter(tx, organizationId, letter.id, { fault }));
            continue;
          }
          services.logger.error({ err: loggable(error) }, 'mail not sent');
          await services.db.tx(scope, async (tx) => {
            for (const { id } of taken.slice(index)) await returnLetter(tx, organizationId, id);
          });
          return sent;
        }
        await services.db.tx(scope, (tx) => settleLetter(tx, organizationId, letter.id, { sentAt: services.now() }));
        sent += 1;
      }
    }
  }
  return sent;
};

/** Each node looks every minute for letters that wait. */
export const workDeclarations = (services: Services): void => {
  services.jobs.every(60, async (stopping) => void (await sendDeclarationLetters(services, stopping)));
};
