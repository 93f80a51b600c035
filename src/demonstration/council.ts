import type { CivilDate } from '../kernel/dates.ts';
import { sittingDays } from '../modules/council/calendar.ts';
import { enterSittings, insertItem, insertNote, presentNote, recordResult, updateNote, updateSitting } from '../modules/council/server/service.ts';
import { listSittings } from '../modules/council/server/store.ts';
import { words } from '../modules/council/words.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { councilWords } from './council-words.ts';
import { addDays, councilDay } from './days.ts';
import { hasMess } from './mess.ts';
import { randomOf } from './random.ts';

/** How many months back each councils' story goes, which of them had nothing to tell, and which went by without an item. */
const months = 36;
const nihilEach = 3;
const missedAgo = 5;
const evening = (date: CivilDate): Date => new Date(`${date}T20:30:00Z`);

/** The third Tuesdays on which a council sat, or will sit. */
const daysOf = (today: CivilDate): CivilDate[] => {
  const year = Number(today.slice(0, 4));
  return [year - 4, year - 3, year - 2, year - 1, year, year + 1].flatMap((one) => sittingDays(one, 2, '3'));
};

/**
 * Three years of sittings of the council: the item of each month, nihil in many, missing in one; the next sitting on Tuesday, moved from the day
 * on which it was to be; one item postponed to it. The note of the last sitting is drawn and frozen, those before it are known by their result.
 * Nothing happens where there are sittings already.
 */
export const recordSittings = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id, index, organization, joinedPoolOn } = centre;
  if (hasMess(index, 'justEntered') || (await db.tx(scope, (tx) => listSittings(tx, id, {}, today).executeTakeFirst()))) return;
  const language = organization.documentLanguage;
  const own = councilWords[language];
  const random = randomOf(`${id}/council`);
  const tuesday = addDays(councilDay(today), 7);
  const inItsMonth = (day: CivilDate): boolean => day.slice(0, 7) === tuesday.slice(0, 7);
  const former = daysOf(today).find(inItsMonth);
  const all = daysOf(today).filter((day) => !inItsMonth(day) && day > addDays(joinedPoolOn, 30));
  // The next year is entered in winter.
  const coming = all.filter((day) => day > tuesday && day < addDays(today, 75));
  const past = all.filter((day) => day < today).slice(-months);
  const numbers = new Map<string, number>();
  /** `2026/47`: deliberations are numbered through the year. */
  const numberOf = (day: CivilDate): string => {
    const year = day.slice(0, 4);
    numbers.set(year, (numbers.get(year) ?? 3) + 6 + Math.floor(random.next() * 6));
    return `${year}/${numbers.get(year)}`;
  };
  const last = await db.tx(
    scope,
    async (tx) => {
      const dates = [...past, tuesday, ...coming];
      const ids = await enterSittings(tx, id, { organ: 'council', startTime: '19:30', place: own.place, dates });
      const of = (day: CivilDate): string => ids[dates.toSorted().indexOf(day)]!;
      const settled = (day: CivilDate, result: 'noted' | 'approved' | 'postponed', note: string | null = null) => ({
        result,
        decisionNumber: result === 'postponed' ? null : numberOf(day),
        resultNote: note,
        recordedAt: evening(addDays(day, 2)),
        recordedBy: null,
      });
      for (const [at, day] of past.entries()) {
        const ago = past.length - at;
        if (ago === missedAgo) continue;
        const nihil = (at + index) % nihilEach === 0 && ago > 1;
        if (ago === 1) continue;
        const item = await insertItem(tx, id, { sittingId: of(day), kind: 'monthly', title: words[language].monthly, nihil });
        await recordResult(tx, id, item, settled(day, 'noted'));
        if (ago === 9) {
          const urgent = await insertItem(tx, id, { sittingId: of(day), kind: 'urgent', title: own.urgent.title, text: own.urgent.text });
          await recordResult(tx, id, urgent, settled(day, 'noted', own.urgent.asks));
        }
      }
      if (former && former !== tuesday) await updateSitting(tx, id, of(tuesday), { formerDates: [former] });
      const latest = past.at(-1);
      if (!latest) return undefined;
      const item = await insertItem(tx, id, { sittingId: of(latest), kind: 'monthly', title: words[language].monthly });
      const noteId = await insertNote(tx, id, {
        itemId: item,
        language,
        periodFrom: addDays(latest, -28),
        periodUntil: addDays(latest, -6),
        lines: own.lines.map(({ heading, text }) => ({ id: random.id(), heading, text, leftOut: false })),
      });
      await updateNote(tx, id, noteId, 1, { introduction: own.introduction, readyOn: addDays(latest, -6) });
      const postponed = await insertItem(tx, id, { sittingId: of(latest), kind: 'other', title: own.postponed.title, text: own.postponed.text });
      await recordResult(tx, id, postponed, settled(latest, 'postponed', own.postponed.asks));
      await insertItem(tx, id, { sittingId: of(tuesday), kind: 'other', title: own.postponed.title, text: own.postponed.text, postponedFromId: postponed });
      return { day: latest, item, noteId, settled: settled(latest, 'noted') };
    },
    { seconds: 60 },
  );
  if (!last) return;
  await presentNote({ db, now: () => evening(addDays(last.day, -4)) }, scope, id, last.noteId, 2);
  await db.tx(scope, (tx) => recordResult(tx, id, last.item, last.settled));
};
