import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { Situation } from './lines.ts';

/** What a session takes of the line of the centre, in Mbit/s: the picture goes out (`up`), keys and files come in (`down`). */
export type Need = { down: number; up: number };
export const sessionKinds = ['remoteDesktop', 'virtualDesktop', 'video'] as const;
export type SessionKind = (typeof sessionKinds)[number];
export type Needs = Record<SessionKind, Need>;

/** An estimate of ours to begin with: a centre puts what it measured in its place. */
export const defaultNeeds: Needs = { remoteDesktop: { down: 0.4, up: 1.5 }, virtualDesktop: { down: 0.5, up: 2 }, video: { down: 2.5, up: 2.5 } };
/** Part of the line that telework may take, in percent. */
export const defaultShare = 60;

export const measureKinds = ['measured', 'contract'] as const;
const speed = z.number().positive().max(100_000);
export const MeasureInput = z
  .strictObject({ measuredOn: CivilDate, how: z.enum(measureKinds), down: speed, up: speed, note: z.string().trim().min(1).max(500).optional() })
  .meta({ id: 'TeleworkMeasureData', example: { measuredOn: '2026-11-02', how: 'measured', down: 92.4, up: 18.7 } });
export type Measure = { measuredOn: CivilDate; how: (typeof measureKinds)[number]; down: number; up: number };

/** Which session a situation opens; none on site. */
export const sessionOf = (situation: Situation): SessionKind | undefined => (situation === 'onSite' ? undefined : situation === 'virtualDesktop' ? 'virtualDesktop' : 'remoteDesktop');

/** The measure that counts: the latest that was measured, else the latest that a contract says. */
export const lineOf = (measures: readonly Measure[]): Measure | undefined => {
  const latest = (how: Measure['how']) =>
    measures
      .filter((measure) => measure.how === how)
      .toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))
      .at(-1);
  return latest('measured') ?? latest('contract');
};

/** How many sessions of one kind the line bears at once, by the direction that gives out first. */
export const capacity = (line: Need, share: number, need: Need): number => Math.floor(Math.min((line.up * share) / 100 / need.up, (line.down * share) / 100 / need.down) + 1e-9);

/** Who works away on a weekday, against the line: `load` in percent of what telework may take, by the fuller direction. Undefined without a measure. */
export const loadOf = (line: Need | undefined, share: number, needs: Needs, sessions: readonly SessionKind[]): number | undefined => {
  if (!line) return undefined;
  const sum = (direction: keyof Need) => sessions.reduce((total, kind) => total + needs[kind][direction], 0);
  return Math.round(Math.max(sum('up') / ((line.up * share) / 100), sum('down') / ((line.down * share) / 100)) * 100);
};

export type Away = { situation: Situation; weekdays: readonly number[] };
/** For each ISO weekday: how many work away, and what that takes of the line; more than 100 is too much. */
export const weekLoad = (line: Need | undefined, share: number, needs: Needs, people: readonly Away[]): { weekday: number; people: number; load: number | undefined }[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const sessions = people.flatMap(({ situation, weekdays }) => (weekdays.includes(weekday) ? (sessionOf(situation) ?? []) : []));
    return { weekday, people: sessions.length, load: loadOf(line, share, needs, sessions) };
  });
