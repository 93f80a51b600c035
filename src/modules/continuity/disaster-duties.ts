import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Due, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';

/** The newest plan in force of a centre, and when a copy of what is in force was last seen outside; null where there is none. */
export type PlanDuty = { organizationId: string; id: string; decidedOn: CivilDate; seenOn: CivilDate | null };
/** A service that is lost, with the hours that the council gave it. */
export type OpenOutage = { organizationId: string; id: string; what: string; startedAt: Date; restartHours: number | null };

const keepers: readonly Role[] = ['adviser', 'deputyAdviser', 'directorGeneral'];
const repairers: readonly Role[] = ['adviser', 'deputyAdviser', 'directorGeneral', 'itHead', 'itAgent'];

/** What is due by the disaster plan: a copy of the version in force outside (POL 9), looked at once a year (our own); a lost service back by the objective (POL 1.6), or within the hours of the rule. */
export const disasterDuties = (plans: readonly PlanDuty[], outages: readonly OpenOutage[], asking: Asking): Obligation[] => [
  ...plans.map(({ organizationId, id, decidedOn, seenOn }): Obligation => {
    const rule = seenOn ? 'disasterCopySeen' : 'disasterPlanOutside';
    const start = { on: seenOn ?? decidedOn };
    return {
      organizationId,
      room: 'continuity',
      rule,
      subject: { kind: 'disasterPlan', id },
      title: { key: `${rule}.title` },
      reason: { key: `${rule}.reason`, values: { date: { date: start.on } } },
      start,
      due: asking.due(rule, organizationId, start),
      act: { roles: keepers },
      action: { label: { key: 'do.copies' }, path: 'continuity/plan/copies' },
      read: 'continuity.read',
    };
  }),
  ...outages.map(({ organizationId, id, what, startedAt, restartHours }): Obligation => {
    const start = { at: startedAt.toISOString() };
    const due: Due = restartHours ? { at: new Date(startedAt.getTime() + restartHours * 3_600_000).toISOString() } : asking.due('serviceRestarted', organizationId, start);
    return {
      organizationId,
      room: 'continuity',
      rule: 'serviceRestarted',
      subject: { kind: 'outage', id },
      title: { key: 'outage.title' },
      about: what,
      reason: { key: restartHours ? 'outage.objective' : 'outage.reason', values: { hours: restartHours ?? 0 } },
      start,
      due,
      act: { roles: repairers },
      action: { label: { key: 'do.outage' }, path: `continuity/outages/${id}` },
      read: 'continuity.read',
    };
  }),
];
