/** How near a due date is: civil dates, counted in whole days. */
import { daysBetween, zone, type CivilDate } from '../../../kernel/dates.ts';

/** Today in Belgium. */
export const todayHere = (): CivilDate => dayOf(new Date());

/** The civil day of an instant, in Belgian time. */
export const dayOf = (instant: Date | string): CivilDate => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant));

/** Within this many days a due date counts as near. */
const soonDays = 60;

/** Whether a due date is past, near or far; the day itself is still in time. */
export const dueState = (due: CivilDate, today: CivilDate): 'late' | 'soon' | 'later' => {
  const days = daysBetween(today, due);
  return days < 0 ? 'late' : days <= soonDays ? 'soon' : 'later';
};
