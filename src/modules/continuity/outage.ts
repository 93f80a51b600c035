import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { scenarios } from './restore.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** A service lost, and when it came back. */
export const OutageInput = z
  .strictObject({
    what: text(200),
    scenario: z.enum(scenarios),
    startedAt: Instant,
    restoredAt: Instant.optional(),
    resourceId: id.optional(),
    /** The backup whose objective counts; without one, that of the whole centre. */
    planId: id.optional(),
    supplierId: id.optional(),
    cause: text(2000).optional(),
    consequence: text(2000).optional(),
    told: text(1000).optional(),
    lessons: text(4000).optional(),
  })
  .refine((outage) => !outage.restoredAt || Date.parse(outage.restoredAt) >= Date.parse(outage.startedAt), { message: 'endBeforeStart', path: ['restoredAt'] })
  .meta({ id: 'OutageData', example: { what: 'Réseau du bâtiment', scenario: 'telecommunications', startedAt: '2026-11-20T08:10:00+01:00' } });
export type OutageInput = z.infer<typeof OutageInput>;

type Lasted = { startedAt: Date | string; restoredAt?: Date | string | null | undefined };

/** How long a service was lost in minutes, until now where it is not back. */
export const minutesLost = ({ startedAt, restoredAt }: Lasted, now: Date): number =>
  Math.max(0, Math.round(((restoredAt ? new Date(restoredAt) : now).getTime() - new Date(startedAt).getTime()) / 60_000));

export const outageStates = ['open', 'openTooLong', 'tooLong', 'inTime', 'unmeasured'] as const;
export type OutageState = (typeof outageStates)[number];

/** An outage against the objective of its day (POL 1.6). */
export const outageState = (outage: Lasted, restartHours: number | null | undefined, now: Date): OutageState => {
  const late = restartHours ? minutesLost(outage, now) > restartHours * 60 : false;
  if (!outage.restoredAt) return late ? 'openTooLong' : 'open';
  if (!restartHours) return 'unmeasured';
  return late ? 'tooLong' : 'inTime';
};
export const isTooLong = (state: OutageState): boolean => state === 'tooLong' || state === 'openTooLong';
