import type { CivilDate } from '../kernel/dates.ts';
import type { Contract } from './contracts.ts';
import { addDays } from './days.ts';
import { hasMess, patternLength } from './mess.ts';

/** In which centres (by their rank among each twelve) somebody has just left or is about to: days from today to their last day. */
const lastDays: Readonly<Record<number, number>> = { 0: -3, 2: 2, 3: -9, 4: 5, 6: -1, 8: 1, 10: -2 };

/**
 * The departures of a centre, as the register shows them: the accounts of all who left were closed the day after, but for whoever left last,
 * in the centres of `lastDays`.
 */
export const departed = (index: number, contracts: readonly Contract[], today: CivilDate): Contract[] => {
  const last = lastDays[index % patternLength];
  const stays = (of: Contract): boolean => contracts.some((other) => other !== of && other.personId === of.personId && (other.end ?? '9999') > of.end!);
  const gone = contracts.filter((contract) => contract.end && contract.end < today && !stays(contract));
  const latest = gone.filter(({ kind, start }) => kind === 'permanent' && start < addDays(today, -30)).toSorted((a, b) => (a.end! < b.end! ? 1 : -1))[0];
  return contracts.map((contract) => {
    if (last !== undefined && contract === latest) return { ...contract, end: addDays(today, last) };
    if (!gone.includes(contract)) return contract;
    const closed = addDays(contract.end!, 1);
    return { ...contract, accountsClosedOn: closed < today ? closed : contract.end! };
  });
};

/** From when the clocks of a centre are followed: more than a year; of late where something has still to be entered. */
export const followedSince = (index: number, today: CivilDate): CivilDate => {
  if (hasMess(index, 'justEntered')) return addDays(today, -10);
  if (hasMess(index, 'serviceWithoutHead')) return addDays(today, -36);
  return addDays(today, hasMess(index, 'missingFacts') ? -95 : -400);
};
