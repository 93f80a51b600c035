import { dayOf } from '../../../kernel/counting.ts';
import { addDays, zone } from '../../../kernel/dates.ts';
import { isWorkingDay } from '../../../kernel/holidays.ts';
import { languages } from '../../../kernel/language.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import type { MailService } from '../../../server/mail.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { aheadDays, type Duty, digestText, isNews } from '../digest.ts';
import { digestDay } from '../reminder.ts';
import { dateIn, dutiesOf } from './duties.ts';
import * as store from './store.ts';

const asJob = (...organizations: string[]): Scope => ({ organizations: [installationId, ...organizations], actor: { kind: 'job' } });
/** Between two looks at whose digest is due, in minutes; the rest of a great many waits for the next. */
const everyMinutes = 10;
const atOnce = 2000;
/** What was sent when is forgotten after this. */
const keptDays = 183;

const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });

/** What sending works with. */
type Sending = Pick<Services, 'db' | 'now' | 'url' | 'logger'> & { mail: Pick<MailService, 'configured' | 'send'> };

/** Sends digests on one node, and forgets old ones. */
export const workReminders = async (services: Services): Promise<void> => {
  await services.jobs.schedule('digests', `*/${everyMinutes} * * * *`, async () => {
    while ((await sendDigests(services)) === atOnce);
  });
  await services.jobs.schedule('purgeDigests', '47 3 * * *', () => services.db.tx(asJob(), (tx) => store.purgeDigests(tx, addDays(dayOf(services.now()), -keptDays))));
};

/**
 * Sends the digests that are due now, some hundreds at most, and returns how many it looked at. Each is taken by a row before it is sent:
 * however often and wherever this runs, nobody gets two of one day; a node that dies between the two sends none that day.
 */
export const sendDigests = async (services: Sending): Promise<number> => {
  const { db, mail: post } = services;
  if (!(await post.configured())) return 0;
  const now = services.now();
  const moment = { day: dayOf(now), hour: Number(hourOf.format(now)) };
  const due = (await db.tx(asJob(), (tx) => store.recipients(tx, now)))
    .flatMap(({ id, email, language, settings, since }) => {
      const day = digestDay(settings, moment, since, isWorkingDay);
      return day === undefined ? [] : [{ id, email, language: languages.find((one) => one === language) ?? ('fr' as const), day, always: settings.frequency === 'weekly' }];
    })
    .slice(0, atOnce);
  if (due.length === 0) return 0;
  const duties = await dutiesOf(services, due, aheadDays);
  const idle = due.filter(({ id }) => duties.get(id)!.length === 0);
  await db.tx(asJob(), (tx) => store.passDigests(tx, idle, now));
  for (const { id, email, language, day, always } of due) {
    const theirs = duties.get(id)!;
    const mail = digestText(theirs, { say: (key, values) => roomText('reminders', key, language, values), date: (date) => dateIn(language, date), url: services.url });
    if (mail === undefined) continue;
    const places = asJob(...new Set(theirs.flatMap(({ organizationId }) => organizationId ?? [])));
    const told = await db.tx(places, async (tx) => ((await store.claimDigest(tx, id, day, now)) ? store.toldTo(tx, id) : undefined));
    if (told === undefined) continue;
    const state = always || theirs.some((duty) => isNews(duty, told)) ? await sent(services, { to: email, ...mail }) : 'nothing';
    await db.tx(places, async (tx) => {
      await store.endDigest(tx, id, day, state);
      if (state !== 'failed') await store.keepTold(tx, id, theirs.flatMap(asTold));
    });
  }
  return due.length;
};

const asTold = ({ organizationId, rule, subject, overdue }: Duty): store.Told[] => (organizationId === undefined ? [] : [{ organizationId, rule, subject, overdue }]);

const sent = async (services: Sending, mail: { to: string; subject: string; text: string }): Promise<'sent' | 'failed'> => {
  try {
    await services.mail.send(mail);
    return 'sent';
  } catch (error) {
    services.logger.error({ err: loggable(error) }, 'digest not sent');
    return 'failed';
  }
};
