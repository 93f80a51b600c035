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
