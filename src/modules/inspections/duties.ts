import { addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { NoticeLife } from './network.ts';

/** What the formal audits of a centre leave to do, a row each; `audit` stands for the centre itself, whose id it bears. */
export type DutyRow =
  | { what: 'audit'; organizationId: string; id: string; lastOn: CivilDate | null; plannedOn: CivilDate | null; plannedId: string | null }
  | { what: 'report'; organizationId: string; id: string; heldOn: CivilDate }
  | { what: 'finding'; organizationId: string; id: string; inspectionId: string; number: number; since: CivilDate }
  | { what: 'access'; organizationId: string; id: string; memberId: string; until: CivilDate };

const keepers = ['adviser', 'deputyAdviser'] as const;

/** An audit is prepared in its last two years; before, the page of the audits says when it is due. */
const auditAhead = 24;

/** The next formal audit of each centre that is near, reports that have not come, findings that nobody has taken up, and auditors whose access ends. */
export const auditDuties = (rows: readonly DutyRow[], { due, since, today }: Pick<Asking, 'due' | 'since' | 'today'>): Obligation[] =>
  rows.flatMap((row): Obligation | Obligation[] => {
    const base = { organizationId: row.organizationId, room: 'inspections', read: 'inspection.read' as const };
    if (row.what === 'audit') {
      // Without any, from when the clocks of the centre are followed: nobody knows what was before.
      const start = { on: row.lastOn ?? since(row.organizationId) };
      const by = due('formalAudit', row.organizationId, start);
      if ('on' in by && by.on > addMonths(today, auditAhead)) return [];
      return {
        ...base,
        rule: 'formalAudit',
        subject: { kind: 'formalAudit', id: row.id },
        title: { key: 'audit.title' },
        reason: row.plannedOn ? { key: 'audit.planned', values: { date: { date: row.plannedOn } } } : { key: row.lastOn ? 'audit.reason' : 'audit.never', values: { date: { date: start.on } } },
        start,
        due: by,
        act: { roles: [...keepers, 'directorGeneral'] },
        action: row.plannedId ? { label: { key: 'audit.open' }, path: `inspections/${row.plannedId}` } : { label: { key: 'audit.do' }, path: 'inspections/new' },
      };
    }
    if (row.what === 'report') {
      const start = { on: row.heldOn };
      return {
        ...base,
        rule: 'auditReport',
        subject: { kind: 'report', id: row.id },
        title: { key: 'report.title' },
        reason: { key: 'report.reason', values: { date: { date: row.heldOn } } },
        start,
        due: due('auditReport', row.organizationId, start),
        act: { roles: keepers },
        waitsFor: { key: 'report.waits' },
        action: { label: { key: 'report.do' }, path: `inspections/${row.id}` },
      };
    }
    if (row.what === 'finding') {
      const start = { on: row.since };
      return {
        ...base,
        rule: 'findingAction',
        subject: { kind: 'finding', id: row.id },
        title: { key: 'finding.title', values: { number: row.number } },
        reason: { key: 'finding.reason', values: { date: { date: row.since } } },
        start,
        due: due('findingAction', row.organizationId, start),
        act: { roles: keepers },
        action: { label: { key: 'finding.do' }, path: `inspections/${row.inspectionId}` },
      };
    }
    const start = { on: row.until };
    return {
      ...base,
      rule: 'auditorAccess',
      subject: { kind: 'auditorAccess', id: row.id },
      title: { key: 'access.title' },
      reason: { key: 'access.reason', values: { date: { date: row.until } } },
      start,
      due: due('auditorAccess', row.organizationId, start),
      act: { roles: [...keepers, 'directorGeneral'] },
      action: { label: { key: 'access.do' }, path: `members/${row.memberId}` },
      read: 'member.read',
    };
  });

/** What the authorities of the network wait for, and what we wait for of them. A matter that is answered and whose access is there waits in silence. */
export const networkDuties = (
  notices: readonly { organizationId: string; id: string; authority: 'bcss' | 'federalService'; receivedOn: CivilDate; life: NoticeLife }[],
  { due }: Pick<Asking, 'due'>,
): Obligation[] =>
  notices.flatMap(({ organizationId, id, authority, receivedOn, life }): Obligation[] => {
    const base = {
      organizationId,
      room: 'inspections',
      read: 'network.read' as const,
      act: { roles: [...keepers, 'directorGeneral'] as const },
      action: { label: { key: 'network.do' }, path: `inspections/network/${id}` },
    };
    const who = { word: `network.${authority}` };
    const asked = life.suspendedOn ?? receivedOn;
    if (life.state === 'lifted') return [];
    const answer: Obligation[] = life.answeredOn
      ? []
      : [
          {
            ...base,
            rule: life.deadlineOn ? 'networkDeadline' : 'networkAnswer',
            subject: { kind: 'networkAnswer', id },
            title: { key: 'network.answer', values: { who } },
            reason: { key: life.deadlineOn ? 'network.deadline' : life.suspendedOn ? 'network.suspended' : 'network.received', values: { date: { date: life.deadlineOn ?? asked } } },
            start: { on: life.deadlineOn ?? asked },
            due: due(life.deadlineOn ? 'networkDeadline' : 'networkAnswer', organizationId, { on: life.deadlineOn ?? asked }),
          },
        ];
    const access: Obligation[] = life.suspendedOn
      ? [
          {
            ...base,
            rule: 'networkRestored',
            subject: { kind: 'networkRestored', id },
            title: { key: 'network.restore' },
            reason: { key: 'network.suspended', values: { date: { date: life.suspendedOn } } },
            start: { on: life.suspendedOn },
            due: due('networkRestored', organizationId, { on: life.suspendedOn }),
            ...(life.answeredOn ? { waitsFor: { key: `network.${authority}` } } : {}),
          },
        ]
      : [];
    return [...answer, ...access];
  });
