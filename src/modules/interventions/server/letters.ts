import { type Language, languages } from '../../../kernel/language.ts';
import type { Scope } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import { MailError, type MailFault } from '../../../server/mail.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { numberText } from '../intervention.ts';
import * as letters from './letter-store.ts';
import { findIntervention, type InterventionRow } from './store.ts';

/** Faults of one letter; with any other, none would leave, and all wait for the next round. */
const ofOneLetter: readonly MailFault[] = ['recipient', 'message'];

const dateIn = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** What a letter says: what is asked, in a few lines, and the address of the page with the buttons; its secret stands after the #, which no server and no log sees. */
export const letterText = (
  row: InterventionRow,
  kind: letters.LetterToSend['kind'],
  centre: { slug: string; name: string },
  language: Language,
  url: string,
  token: string,
): { subject: string; text: string } => {
  const say = (key: string, values: Record<string, string> = {}): string => roomText('interventions', `mail.${key}`, language, values);
  const room = (key: string): string => roomText('interventions', key, language);
  const number = numberText(row);
  const lines = [
    [room('fields.nature'), room(`natures.${row.nature}`)],
    [room('fields.subject'), row.subject],
    [room('fields.reason'), row.reason],
    [room('fields.plannedOn'), row.plannedOn && [dateIn(row.plannedOn, language), row.plannedTime].filter(Boolean).join(', ')],
    [room('fields.start'), row.start && [dateIn(row.start, language), row.startTime].filter(Boolean).join(', ')],
    [room('fields.supplierName'), row.supplierName],
    [room('fields.byPersonName'), [row.byPersonName, row.byNames].filter(Boolean).join(', ')],
    [room('fields.deviceName'), row.deviceName],
    [room('fields.resourceName'), row.resourceName],
    [room('fields.zoneName'), row.zoneName],
    [room('fields.announcedName'), row.announcedName],
  ].flatMap(([term, value]) => (value ? [`${term} : ${value}`.replace(' :', language === 'fr' ? ' :' : ':')] : []));
  const text = [
    say(kind, { centre: centre.name, number }),
    lines.join('\n'),
    `${say('answer')} ${url}/intervention#${token}`,
    say('yours'),
    `${say('page')} ${url}/c/${centre.slug}/interventions/${row.id}`,
  ].join('\n\n');
  return { subject: say(`subject.${kind}`, { number, subject: row.subject.slice(0, 80), centre: centre.name }), text: `${text}\n` };
};

/**
 * Sends what waits to whoever may agree, each with an address of its own. What was answered meanwhile needs no letter any more. Several nodes may do
 * it at once; where mail cannot leave at all, the letters wait for the next round.
 */
export const sendInterventionLetters = async (services: Services, stopping?: AbortSignal): Promise<number> => {
  if (!(await services.mail.configured())) return 0;
  let sent = 0;
  for (const organizationId of await letters.centresWithLetters(services.db.kysely)) {
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'job' } };
    for (;;) {
      if (stopping?.aborted) return sent;
      const taken = await services.db.tx(scope, (tx) => letters.takeLetters(tx, organizationId, services.now()));
      if (taken.length === 0) break;
      for (const [index, letter] of taken.entries()) {
        const written = await services.db.tx(scope, async (tx) => {
          const row = await findIntervention(tx, organizationId, letter.interventionId);
          const centre = await findOrganization(tx, organizationId);
          if (!row || !centre || row.decision || row.cancelledOn) return undefined;
          const language = languages.find((one) => one === letter.language) ?? centre.documentLanguage;
          const name = centre.name[centre.documentLanguage] ?? centre.slug;
          return letterText(row, letter.kind, { slug: centre.slug, name }, language, services.url, await letters.makeLink(tx, organizationId, row.id, letter.accountId, services.now()));
        });
        if (!written) {
          await services.db.tx(scope, (tx) => letters.settleLetter(tx, organizationId, letter.id, { fault: 'notNeeded' }));
          continue;
        }
        try {
          await services.mail.send({ to: letter.email, ...written });
        } catch (error) {
          if (error instanceof MailError && ofOneLetter.includes(error.fault)) {
            const { fault } = error;
            await services.db.tx(scope, (tx) => letters.settleLetter(tx, organizationId, letter.id, { fault }));
            continue;
          }
          services.logger.error({ err: loggable(error) }, 'mail not sent');
          const back = taken.slice(index);
          await services.db.tx(scope, async (tx) => {
            for (const { id } of back) await letters.settleLetter(tx, organizationId, id, { takenAt: null });
          });
          return sent;
        }
        await services.db.tx(scope, (tx) => letters.settleLetter(tx, organizationId, letter.id, { sentAt: services.now() }));
        sent += 1;
      }
    }
  }
  return sent;
};

/** Each node looks often for letters that wait: an urgent intervention is told of at once. */
export const workInterventionLetters = (services: Services): void => {
  services.jobs.every(20, async (stopping) => void (await sendInterventionLetters(services, stopping)));
};
