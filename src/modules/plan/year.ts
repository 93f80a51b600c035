import type { CivilDate } from '../../kernel/dates.ts';
import type { Priority } from './action.ts';

type ActionOfYear = { id: string; number: number; title: string; priority: Priority; dueOn: CivilDate | null };

/** The plan on the last day of a period: what was open, and what was done, added and given up in it; money of its budget year in cents. */
export type PlanYear = {
  open: ActionOfYear[];
  done: (ActionOfYear & { doneOn: CivilDate })[];
  added: number;
  givenUp: number;
  late: number;
  personDays: number;
  cost: number;
  asked: number;
  adopted: number;
};
