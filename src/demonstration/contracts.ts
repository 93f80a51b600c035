import type { CivilDate } from '../kernel/dates.ts';
import type { ContractInput, Suspension } from '../modules/people/person.ts';
import { addDays } from './days.ts';
import type { Random } from './random.ts';

export type Contract = ContractInput & { id: string };
type Job = { personId: string; serviceId?: string | undefined; function: string };

const storyDays = 3 * 365;
const hours = [3800, 3800, 3800, 3040, 1900];

const contract = (random: Random, job: Job, kind: Contract['kind'], start: CivilDate, end?: CivilDate, suspensions: Suspension[] = []): Contract => ({
  id: random.id(),
  personId: job.personId,
  ...(job.serviceId ? { serviceId: job.serviceId } : {}),
  kind,
  function: job.function,
  start,
  ...(end ? { end } : {}),
  ...(kind === 'volunteering' || kind === 'mission' ? {} : { weeklyHours: kind === 'traineeship' ? 3040 : random.pick(hours) }),
  suspensions,
});

/** Somebody who works here today: for many years, or since an arrival within the story; some began with a contract of a year. */
export const present = (random: Random, job: Job, today: CivilDate): Contract[] => {
  const arrived = random.chance(0.4);
  const start = addDays(today, arrived ? -random.int(15, storyDays) : -random.int(storyDays + 1, 25 * 365));
  const kind = arrived ? 'permanent' : random.pick(['statutory', 'permanent', 'permanent'] as const);
  const trial = addDays(start, 364);
  if (!arrived || trial >= addDays(today, -1) || random.chance(0.5)) return [contract(random, job, kind, start)];
  return [contract(random, job, 'fixedTerm', start, trial), contract(random, job, 'permanent', addDays(trial, 1))];
};

/** Somebody who has been here since long before the story. */
export const longServing = (random: Random, job: Job, today: CivilDate): Contract[] => [contract(random, job, 'statutory', addDays(today, -random.int(1_700, 5_500)))];

/** Somebody who left within the story. */
export const gone = (random: Random, job: Job, today: CivilDate): Contract[] => {
  const end = addDays(today, -random.int(5, storyDays));
  const kind = random.pick(['permanent', 'permanent', 'fixedTerm', 'replacement'] as const);
  return [contract(random, job, kind, addDays(end, -random.int(90, kind === 'permanent' ? 12 * 365 : 700)), end)];
};

/** Trainees, apprentices, students and volunteers: most have been and gone. */
export const passing = (random: Random, job: Job, kind: 'traineeship' | 'apprenticeship' | 'studentJob' | 'volunteering' | 'mission', today: CivilDate): Contract[] => {
  const days = { traineeship: 90, apprenticeship: 700, studentJob: 30, volunteering: 0, mission: 0 }[kind];
  const start = addDays(today, -random.int(10, days === 0 ? storyDays : Math.min(days * 5, storyDays)));
  return [contract(random, job, kind, start, days === 0 ? undefined : addDays(start, days))];
};

/** A contract that ends that day, one that begins that day. */
export const ending = (last: Contract, end: CivilDate): Contract => ({ ...last, end });
export const beginning = (random: Random, job: Job, start: CivilDate): Contract[] => [contract(random, job, 'permanent', start)];

/** Suspends a contract: long ago and over, or still running; who replaces them until when is given beside. */
export const suspended = (random: Random, of: Contract, substitute: Job, today: CivilDate, running: boolean): { contract: Contract; replacement: Contract } => {
  const wished = addDays(today, running ? -random.int(20, 150) : -random.int(300, storyDays - 200));
  const start = wished > of.start ? wished : addDays(of.start, 1);
  const reason = random.pick(['illness', 'parental', 'careerBreak'] as const);
  const end = running ? undefined : addDays(start, random.int(40, 180));
  const period = { start, ...(end ? { end } : {}), reason };
  return { contract: { ...of, suspensions: [period] }, replacement: contract(random, substitute, 'replacement', addDays(start, 5), end && addDays(end, 3)) };
};
