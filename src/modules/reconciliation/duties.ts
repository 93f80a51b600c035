import type { CivilDate } from '../../kernel/dates.ts';
import type { LiveFact } from '../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** A resource whose accounts are listed: its last list, and since when how many findings are open. */
export type DutyRow = { organizationId: string; resourceId: string; name: string; ranOn: CivilDate | null; open: number; openSince: CivilDate | null };

/**
 * What is due by the account lists: a list of each resource that has one, so many months after the one before (the first, after the clocks of the
 * centre began), by those who can draw it; and an answer to its findings, by those who answer for security.
 */
export const duties = (rows: readonly DutyRow[], { due, since }: Pick<Asking, 'due' | 'since'>): Obligation[] =>
  rows.flatMap(({ organizationId, resourceId, name, ranOn, open, openSince }) => {
    const common = { organizationId, room: 'reconciliation', about: name, read: 'reconciliation.read' as const };
    const path = `reconciliation/${resourceId}`;
    const start = { on: ranOn ?? since(organizationId) };
    const list: Obligation = {
      ...common,
      rule: 'accountsReconciled',
      subject: { kind: 'accountList', id: resourceId },
      title: { key: 'reconcile.title' },
      reason: { key: ranOn ? 'reconcile.reason' : 'reconcile.never', values: { date: { date: start.on } } },
      start,
      due: due('accountsReconciled', organizationId, start),
      act: { roles: ['adviser', 'deputyAdviser', 'itHead'] },
      action: { label: { key: 'reconcile.do' }, path },
    };
    if (open === 0 || !openSince) return [list];
    const found = { on: openSince };
    const findings: Obligation = {
      ...common,
      rule: 'accountFindingAnswered',
      subject: { kind: 'accountFindings', id: resourceId },
      title: open === 1 ? { key: 'findings.one' } : { key: 'findings.title', values: { count: open } },
      reason: { key: 'findings.reason', values: { date: { date: openSince } } },
      start: found,
      due: due('accountFindingAnswered', organizationId, found),
      act: { roles: ['adviser', 'deputyAdviser'] },
      action: { label: { key: 'findings.do' }, path },
    };
    return [list, findings];
  });

/** The lists of a centre together, as evidence. */
export type FactRow = { organizationId: string; ranOn: CivilDate | null; count: number; open: number; expiresOn: CivilDate | null };

/** Whether real accounts are compared with the rights: stale when the oldest of the last lists of its resources is too old. */
export const listFacts = (rows: readonly FactRow[], today: CivilDate): LiveFact[] =>
  rows.map(({ organizationId, ranOn, count, open, expiresOn }): LiveFact => {
    const state = ranOn === null || count === 0 ? 'missing' : expiresOn !== null && expiresOn < today ? 'stale' : 'true';
    return {
      organizationId,
      id: 'reconciliation.done',
      state,
      title: { key: `done.${state}`, values: ranOn ? { date: { date: ranOn }, count, open } : {} },
      ...(ranOn ? { on: ranOn } : {}),
      ...(state === 'true' && expiresOn ? { until: expiresOn } : {}),
      path: 'reconciliation',
    };
  });
