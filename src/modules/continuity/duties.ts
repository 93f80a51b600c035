import { dayOf } from '../../kernel/counting.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation, Words } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';
import type { RunResult } from './backup.ts';
import { type Schedule, type Slot, unhealed } from './schedule.ts';

/** A plan that is not over, as the store finds it. */
export type DutyPlan = Schedule & {
  organizationId: string;
  id: string;
  name: string;
  offSite: string | null;
  personId: string | null;
  lastGood: Slot | null;
  last: (Slot & { result: RunResult }) | null;
};

const act: readonly Role[] = ['adviser', 'deputyAdviser', 'itHead', 'itAgent'];

/** What is due by the backup plans: a run that was missed or failed and that no good one followed (MES 2.8), from the morning after; a copy outside the building where there is none (POL 1.6). */
export const backupDuties = (plans: readonly DutyPlan[], asking: Asking): Obligation[] =>
  plans.flatMap((plan) => {
    const { organizationId, id, name, last, lastGood, offSite, scheduledSince, personId } = plan;
    const duty = (rule: RuleId, key: string, on: CivilDate, reason: Words): Obligation => ({
      organizationId,
      room: 'continuity',
      rule,
      subject: { kind: 'plan', id },
      title: { key: `${key}.title` },
      about: name,
      reason,
      start: { on },
      due: asking.due(rule, organizationId, { on }),
      act: { roles: act, ...(personId ? { people: [personId] } : {}) },
      action: { label: { key: 'do.plan' }, path: `continuity/backups/${id}` },
      read: 'continuity.read',
    });
    const failed = last?.result === 'failed' ? [last] : [];
    const open = unhealed(plan, lastGood ?? undefined, failed, asking.now);
    const first = open[0];
    const missed = first && duty('backupsMade', 'missed', first.on, { key: failed.length > 0 ? 'missed.failed' : 'missed.reason', values: { count: open.length, date: { date: first.on } } });
    const inside = offSite ? undefined : duty('backupOffSite', 'offSite', scheduledSince, { key: 'offSite.reason', values: { date: { date: scheduledSince } } });
    return [missed, inside].filter((found) => found !== undefined);
  });

/** A server, or a computer that stands alone, that no backup names: when the last that did was over, and the first backup that the centre entered. */
export type UncoveredThing = { organizationId: string; id: string; name: string; endedOn: CivilDate | null; firstId: string | null };

/** The civil day on which a record was made, as its id says it (the first 48 bits are milliseconds), never after `today`. */
export const bornOn = (id: string, today: CivilDate): CivilDate => {
  const day = dayOf(new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)));
  return day < today ? day : today;
};

/** What is due by what no backup covers (POL 1.6: servers, and each computer that stands alone): since it was entered, since its backup was over, and never since before the centre began to enter its backups. */
export const gapDuties = (things: readonly UncoveredThing[], asking: Asking): Obligation[] =>
  things.map(({ organizationId, id, name, endedOn, firstId }) => {
    const on = [bornOn(id, asking.today), endedOn, firstId && bornOn(firstId, asking.today)]
      .filter((day) => day !== null && day !== '')
      .toSorted()
      .at(-1)!;
    return {
      organizationId,
      room: 'continuity',
      rule: 'backupProvided',
      subject: { kind: 'resource', id },
      title: { key: 'uncovered.title' },
      about: name,
      reason: { key: 'uncovered.reason', values: { date: { date: on } } },
      start: { on },
      due: asking.due('backupProvided', organizationId, { on }),
      act: { roles: act },
      action: { label: { key: 'do.add' }, path: 'continuity/backups/new' },
      read: 'continuity.read',
    };
  });

/** A restore test that missed what was decided, or brought nothing readable back, and after which no better one was made; nor has the plan taken it in hand. */
export type MissedTest = { organizationId: string; id: string; name: string; testedOn: CivilDate; readable: boolean };

/** What is due by them: a decision on what to do, or a test that meets the objective. */
export const restoreDuties = (tests: readonly MissedTest[], asking: Asking): Obligation[] =>
  tests.map(({ organizationId, id, name, testedOn, readable }) => ({
    organizationId,
    room: 'continuity',
    rule: 'restoreMissed',
    subject: { kind: 'restoreTest', id },
    title: { key: 'restoreMissed.title' },
    about: name,
    reason: { key: readable ? 'restoreMissed.reason' : 'restoreMissed.unreadable', values: { date: { date: testedOn } } },
    start: { on: testedOn },
    due: asking.due('restoreMissed', organizationId, { on: testedOn }),
    act: { roles: act },
    action: { label: { key: 'do.restore' }, path: `continuity/restores/${id}` },
    read: 'continuity.read',
  }));
