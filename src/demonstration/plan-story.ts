import type { OwnerRole, Priority } from '../modules/plan/action.ts';

/** A day of the story: in which year after the first of the plan that brought the action, and which day of it. */
export type StoryDay = readonly [year: number, day: string];
/** What became of an action: done so many days after its term, put off to a day, given up, under way, or not begun. */
export type StoryEnd = { done: number } | { slip: StoryDay } | { open: number } | 'givenUp' | 'planned';
/** An action of the story; `born` is which of the three yearly plans brought it. Costs are in euros. */
export type StoryAction = {
  key: string;
  born: 0 | 1 | 2;
  due?: StoryDay;
  days: number;
  role?: OwnerRole;
  priority: Priority;
  cost?: { kind: 'oneOff' | 'yearly'; euros: number; article: string };
  repeats?: number;
  origin?: 'incident' | 'risk';
  end: StoryEnd;
};

/** The actions that the centres of the demonstration have in common, in the order in which they were thought of. */
export const planStory: readonly StoryAction[] = [
  { key: 'laptops', born: 0, due: [0, '06-30'], days: 4, role: 'itAgent', priority: 'high', cost: { kind: 'oneOff', euros: 3200, article: '104/74253' }, end: { done: 25 } },
  { key: 'policy', born: 0, due: [0, '03-31'], days: 6, role: 'adviser', priority: 'high', end: { done: -10 } },
  { key: 'leavers', born: 0, due: [0, '02-28'], days: 2, role: 'itAgent', priority: 'high', origin: 'risk', end: { done: 4 } },
  { key: 'inventory', born: 0, due: [0, '05-15'], days: 5, role: 'itAgent', priority: 'normal', end: { done: 60 } },
  { key: 'antivirus', born: 0, due: [0, '04-30'], days: 1.5, role: 'itHead', priority: 'normal', cost: { kind: 'yearly', euros: 1850, article: '104/12313' }, end: { done: -5 } },
  { key: 'training', born: 0, due: [0, '11-30'], days: 3, role: 'adviser', priority: 'normal', cost: { kind: 'yearly', euros: 900, article: '104/12317' }, repeats: 12, end: { done: 12 } },
  {
    key: 'serverRoom',
    born: 0,
    due: [1, '03-31'],
    days: 2,
    role: 'itAgent',
    priority: 'high',
    cost: { kind: 'oneOff', euros: 5400, article: '104/72460' },
    origin: 'incident',
    end: { slip: [1, '12-15'] },
  },
  { key: 'archive', born: 0, due: [1, '06-30'], days: 8, role: 'archivist', priority: 'low', cost: { kind: 'oneOff', euros: 2100, article: '104/74152' }, end: { slip: [3, '03-31'] } },
  { key: 'wifi', born: 0, due: [1, '02-28'], days: 2, role: 'itAgent', priority: 'normal', cost: { kind: 'oneOff', euros: 1450, article: '104/74253' }, end: { done: 3 } },
  { key: 'cleanDesk', born: 0, due: [0, '09-30'], days: 1, role: 'localCorrespondent', priority: 'low', end: { done: 40 } },
  { key: 'subcontractors', born: 0, due: [1, '04-30'], days: 4, role: 'dpo', priority: 'high', origin: 'risk', end: { done: 20 } },
  { key: 'badges', born: 0, due: [1, '10-31'], days: 3, role: 'directorGeneral', priority: 'low', cost: { kind: 'oneOff', euros: 8900, article: '104/72460' }, end: 'givenUp' },
  { key: 'restore', born: 1, due: [0, '03-31'], days: 1, role: 'itAgent', priority: 'high', repeats: 6, origin: 'incident', end: { done: 9 } },
  { key: 'accessReview', born: 1, due: [0, '01-31'], days: 3, role: 'adviser', priority: 'high', repeats: 12, end: { done: 15 } },
  { key: 'mfa', born: 1, due: [0, '09-30'], days: 5, role: 'itHead', priority: 'high', cost: { kind: 'yearly', euros: 2400, article: '104/12313' }, end: { open: 70 } },
  { key: 'offsite', born: 1, due: [0, '05-31'], days: 3, role: 'itAgent', priority: 'high', cost: { kind: 'yearly', euros: 1380, article: '104/12313' }, end: { done: 35 } },
  { key: 'undertakings', born: 1, due: [0, '06-30'], days: 2, role: 'localCorrespondent', priority: 'normal', end: { open: 55 } },
  { key: 'disasterPlan', born: 1, due: [1, '03-31'], days: 10, role: 'adviser', priority: 'high', end: { open: 20 } },
  { key: 'ups', born: 1, due: [0, '10-31'], days: 1, role: 'itAgent', priority: 'normal', cost: { kind: 'oneOff', euros: 1290, article: '104/74253' }, end: { done: 6 } },
  { key: 'gdprRecord', born: 1, due: [0, '12-15'], days: 6, role: 'dpo', priority: 'normal', end: { open: 60 } },
  { key: 'oldServer', born: 1, due: [1, '06-30'], days: 12, role: 'itHead', priority: 'high', cost: { kind: 'oneOff', euros: 18500, article: '104/74253' }, end: { open: 10 } },
  { key: 'telework', born: 1, due: [0, '04-30'], days: 2, role: 'adviser', priority: 'normal', end: { done: -3 } },
  { key: 'shredder', born: 1, due: [0, '07-31'], days: 0.5, role: 'localCorrespondent', priority: 'low', cost: { kind: 'oneOff', euros: 640, article: '104/74198' }, end: { slip: [1, '01-31'] } },
  { key: 'logs', born: 1, due: [1, '09-30'], days: 4, role: 'itSecurityOfficer', priority: 'normal', end: 'planned' },
  { key: 'pentest', born: 2, due: [0, '05-31'], days: 3, role: 'adviser', priority: 'high', cost: { kind: 'oneOff', euros: 6800, article: '104/12202' }, end: 'planned' },
  { key: 'phones', born: 2, due: [0, '03-31'], days: 3, role: 'itAgent', priority: 'normal', cost: { kind: 'yearly', euros: 1120, article: '104/12313' }, end: 'planned' },
  { key: 'incidents', born: 2, due: [-1, '11-15'], days: 1, role: 'adviser', priority: 'high', end: { open: 40 } },
  { key: 'retention', born: 2, due: [0, '10-31'], days: 5, role: 'archivist', priority: 'normal', end: 'planned' },
  { key: 'council', born: 2, due: [0, '04-30'], days: 1, role: 'directorGeneral', priority: 'low', end: 'planned' },
  { key: 'fire', born: 2, due: [1, '06-30'], days: 2, role: 'directorGeneral', priority: 'normal', cost: { kind: 'oneOff', euros: 4300, article: '104/72460' }, end: 'planned' },
  { key: 'website', born: 2, due: [0, '09-30'], days: 3, role: 'itHead', priority: 'normal', cost: { kind: 'oneOff', euros: 2900, article: '104/12306' }, end: 'planned' },
  { key: 'deputy', born: 2, due: [1, '03-31'], days: 6, role: 'directorGeneral', priority: 'normal', cost: { kind: 'yearly', euros: 7500, article: '104/11101' }, end: 'planned' },
  { key: 'cyfun', born: 2, due: [2, '06-30'], days: 15, role: 'adviser', priority: 'normal', cost: { kind: 'oneOff', euros: 9500, article: '104/12202' }, end: 'planned' },
  { key: 'media', born: 2, due: [0, '06-30'], days: 1, role: 'itAgent', priority: 'low', cost: { kind: 'oneOff', euros: 380, article: '104/12313' }, end: 'planned' },
  { key: 'cameras', born: 2, days: 2, priority: 'low', end: 'planned' },
  { key: 'visitors', born: 2, days: 0.5, role: 'localCorrespondent', priority: 'low', end: 'planned' },
];
