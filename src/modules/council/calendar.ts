import { addDays, addMonths, type CivilDate } from '../../kernel/dates.ts';
import { holidays } from '../../kernel/holidays.ts';

/** In which week of the month: the first to the fourth, or the last. */
export const weeks = ['1', '2', '3', '4', 'last'] as const;
export type Week = (typeof weeks)[number];

const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isHoliday = (date: CivilDate): boolean => holidays(Number(date.slice(0, 4))).has(date);

/**
 * The days of a year on which a council sits that meets in that week of each month, on that weekday (0 is Sunday). On a legal holiday it
 * sits a week later, or a week before where that is in the next month.
 */
export const sittingDays = (year: number, weekday: number, week: Week): CivilDate[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(`${year}-01-01`, index);
    const first = addDays(month, (weekday - weekdayOf(month) + 7) % 7);
    const inMonth = (date: CivilDate): boolean => date.slice(0, 7) === month.slice(0, 7);
    const last = inMonth(addDays(first, 28)) ? addDays(first, 28) : addDays(first, 21);
    const day = week === 'last' ? last : addDays(first, 7 * (Number(week) - 1));
    if (!isHoliday(day)) return day;
    const later = addDays(day, 7);
    return inMonth(later) && !isHoliday(later) ? later : addDays(day, -7);
  });

/** What the calendar of a year shows of a month. */
export const marks = ['noted', 'nihil', 'presented', 'prepared', 'planned', 'open', 'missed', 'before', 'later'] as const;
export type Mark = (typeof marks)[number];

/** A sitting of the council that was not cancelled, with the state of its monthly item; null where it has none. */
export type SittingOfMonth = { sittingId: string; heldOn: CivilDate; item: { nihil: boolean; presented: boolean; noted: boolean } | null };

/** `2026-11` */
export const monthOf = (date: CivilDate): string => date.slice(0, 7);

/** Whether a month has its item: one that was presented or noted; "nihil" is one too (POL operational 1). */
export const isMet = ({ item }: SittingOfMonth): boolean => item !== null && (item.presented || item.noted);

/** The month from which an item is expected: the first that begins while the centre is followed. */
export const firstMonth = (since: CivilDate): string => (since.endsWith('-01') ? monthOf(since) : addMonths(`${monthOf(since)}-01`, 1).slice(0, 7));

const weight: Record<Mark, number> = { noted: 8, nihil: 8, presented: 7, prepared: 6, planned: 5, open: 0, missed: 0, before: 0, later: 0 };

const markOf = (sitting: SittingOfMonth, today: CivilDate): Mark => {
  const { item, heldOn } = sitting;
  if (item && isMet(sitting)) return item.nihil ? 'nihil' : item.noted ? 'noted' : 'presented';
  return heldOn < today && monthOf(heldOn) < monthOf(today) ? 'missed' : item ? 'prepared' : 'planned';
};

/** The twelve months of a year: what each shows, with the sitting behind it where there is one. A month that ended without an item is missed. */
export const yearOf = (year: number, sittings: readonly SittingOfMonth[], context: { today: CivilDate; since: CivilDate }): { month: string; mark: Mark; sittingId?: string; heldOn?: CivilDate }[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(`${year}-01-01`, index).slice(0, 7);
    const found = sittings
      .filter(({ heldOn }) => monthOf(heldOn) === month)
      .map((sitting) => ({ sitting, mark: markOf(sitting, context.today) }))
      .toSorted((a, b) => weight[b.mark] - weight[a.mark] || (a.sitting.heldOn < b.sitting.heldOn ? -1 : 1))[0];
    if (found && (found.mark !== 'missed' || month >= firstMonth(context.since))) return { month, mark: found.mark, sittingId: found.sitting.sittingId, heldOn: found.sitting.heldOn };
    const now = monthOf(context.today);
    return { month, mark: month < firstMonth(context.since) ? 'before' : month < now ? 'missed' : month === now ? 'open' : 'later' };
  });

/** Months that ended without an item since the centre is followed, oldest first; those of the last `count` months. */
export const missedMonths = (sittings: readonly SittingOfMonth[], context: { today: CivilDate; since: CivilDate }, count = 12): string[] => {
  const met = new Set(sittings.filter(isMet).map(({ heldOn }) => monthOf(heldOn)));
  const now = monthOf(context.today);
  return Array.from({ length: count }, (_, index) => addMonths(`${now}-01`, index - count).slice(0, 7)).filter((month) => month >= firstMonth(context.since) && !met.has(month));
};
