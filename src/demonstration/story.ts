import type { CivilDate } from '../kernel/dates.ts';
import { addDays, councilDay } from './days.ts';
import { hasMess, patternLength } from './mess.ts';

/** What the council approved: each approval of the two parts of the security policy, and the yearly verifications that changed nothing. */
export type PolicyStory = {
  approvals: { decidedOn: CivilDate; decisionNumber: string }[];
  verifications: CivilDate[];
};

const approval = (about: CivilDate, item: number) => {
  const decidedOn = councilDay(about);
  return { decidedOn, decisionNumber: `${decidedOn.slice(0, 4)}/${String(item).padStart(3, '0')}` };
};

/** The life of a centre's security policy up to today. */
export const policyStory = (index: number, today: CivilDate): PolicyStory => {
  if (hasMess(index, 'justEntered') || hasMess(index, 'missingFacts')) return { approvals: [], verifications: [] };
  const twoYearsAgo = approval(addDays(today, -2 * 365 - 40), 118);
  if (hasMess(index, 'policyNeverVerified')) return { approvals: [twoYearsAgo], verifications: [] };
  switch ((index % patternLength) % 4) {
    case 0:
      return { approvals: [twoYearsAgo, approval(addDays(today, -150), 64)], verifications: [] };
    case 1:
      return { approvals: [twoYearsAgo], verifications: [addDays(today, -400), addDays(today, -45)] };
    case 2:
      return { approvals: [approval(addDays(today, -210), 41)], verifications: [] };
    default:
      return { approvals: [approval(addDays(today, -500), 97)], verifications: [addDays(today, -130)] };
  }
};
