import type { CivilDate } from '../../kernel/dates.ts';
import type { LiveFact } from '../../kernel/live-fact.ts';

export type AdviceSums = { organizationId: string; given: number; decided: number; late: number; oldestDueOn: CivilDate | null; lastDecidedOn: CivilDate | null };

/** Written advice is decided on in time (royal decree of 12 August 1993, art. 3): true while none waits beyond its last day, missing where none was ever given. */
export const adviceFacts = (rows: readonly AdviceSums[]): LiveFact[] =>
  rows.map(({ organizationId, given, decided, late, oldestDueOn, lastDecidedOn }) => ({
    organizationId,
    id: 'advice.decided',
    state: given === 0 ? 'missing' : late > 0 ? 'stale' : 'true',
    title: { key: given === 0 ? 'none' : late > 0 ? 'late' : 'decided', values: { given, decided, late } },
    ...(lastDecidedOn ? { on: lastDecidedOn } : {}),
    ...(oldestDueOn && late === 0 ? { until: oldestDueOn } : {}),
    path: 'advice',
  }));
