import { dueDay } from '../../../kernel/counting.ts';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import { inLanguage, type Language } from '../../../kernel/language.ts';
import type { Obligation, Words } from '../../../kernel/obligation.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { readObligations, sortOut } from '../../deadlines/server/service.ts';
import type { Duty } from '../digest.ts';
import * as store from './store.ts';

/** So many centres are looked at in one transaction: what is due in all of them at once would be much for one. */
const centresAtOnce = 40;
const asJob = (organizations: readonly string[]): Scope => ({ organizations, actor: { kind: 'job' } });

const formats = new Map<Language, Intl.DateTimeFormat>();
/** A civil date as it is written out in a language: « lundi 30 novembre 2026 ». */
export const dateIn = (language: Language, day: CivilDate): string => {
  const format = formats.get(language) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, { dateStyle: 'full', timeZone: 'UTC' });
  formats.set(language, format);
  return format.format(new Date(`${day}T00:00:00Z`));
};

const inWords = (room: string, { key, values = {} }: Words, language: Language): string => {
  const filled = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'object') return [name, String(value)];
    return [name, 'date' in value ? dateIn(language, value.date) : roomText(room, value.word, language, {}, 'obligations')];
  });
  return roomText(room, key, language, Object.fromEntries(filled), 'obligations');
};

/**
 * What each of these accounts must do itself, overdue or within so many days, in its own language and in no order; nothing that waits for
 * somebody else. By what they are today: a role that ended gives nothing. A handful of statements for each forty centres, however many accounts.
 */
export const dutiesOf = async (services: Pick<Services, 'db' | 'now'>, accounts: readonly { id: string; language: Language }[], ahead: number): Promise<Map<string, Duty[]>> => {
  const day = today(services);
  const at = { today: day, now: services.now() };
  const last = addDays(day, ahead);
  const holders = await store.rolesOf(
    services.db.kysely,
    accounts.map(({ id }) => id),
    day,
  );
  const places = [
    ...new Set([...holders.values()].flatMap(({ links, installation }) => [...links.map(({ organizationId }) => organizationId), ...(installation.includes('administrator') ? [installationId] : [])])),
  ];
  const duties = new Map<string, Duty[]>(accounts.map(({ id }) => [id, []]));
  for (let from = 0; from < places.length; from += centresAtOnce) {
    const here = places.slice(from, from + centresAtOnce);
    const { obligations, centres, away } = await services.db.tx(asJob(here), async (tx) => ({
      ...(await readObligations(tx, here, services)),
      centres: await store.centres(tx),
      away: new Set(await store.absent(tx, [...holders.keys()], day)),
    }));
    const byPlace = Map.groupBy(obligations, ({ organizationId }) => organizationId ?? installationId);
    for (const { id, language } of accounts) {
      const holder = holders.get(id);
      if (!holder || away.has(id)) continue;
      const places = [...holder.links.map(({ organizationId }) => organizationId), installationId];
      const theirs: Obligation[] = places.flatMap((place) => byPlace.get(place) ?? []);
      for (const seen of sortOut(theirs, holder, at)) {
        if (!seen.mine || seen.state === 'waiting' || dueDay(seen.due) > last) continue;
        const centre = seen.organizationId === undefined ? undefined : centres.get(seen.organizationId);
        duties.get(id)!.push({
          organizationId: seen.organizationId,
          centre: centre && inLanguage(centre.name, language),
          rule: seen.rule,
          subject: `${seen.subject.kind}.${seen.subject.id}`,
          title: inWords(seen.room, seen.title, language),
          reason: seen.reason && inWords(seen.room, seen.reason, language),
          day: dueDay(seen.due),
          at: 'at' in seen.due ? seen.due.at : undefined,
          overdue: seen.late,
          path: centre ? `/c/${centre.slug}/${seen.action.path}` : `/${seen.action.path}`,
        });
      }
    }
  }
  return duties;
};
