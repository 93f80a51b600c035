import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Addressee } from './infringement.ts';

/** A notice to decide on, or a measure to carry out by a day. */
export type DutyRow = { organizationId: string; what: 'decide' | 'act'; id: string; noticeId: string; start: CivilDate; dueOn: CivilDate; addressee: Addressee };

/** What is due by the notices that exist for the reader. The words say that something confidential waits, and nothing of it. */
export const duties = (rows: readonly DutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, what, id, noticeId, start: on, dueOn, addressee }) => {
    const rule = what === 'decide' ? 'adviceDecision' : 'infringementAction';
    const start = { on };
    const byRule = due(rule, organizationId, start);
    return {
      organizationId,
      room: 'infringements',
      rule,
      subject: { kind: what === 'decide' ? 'infringement' : 'infringementAction', id },
      title: { key: `${what}.title` },
      reason: { key: `${what}.reason`, values: { date: { date: on } } },
      start,
      due: what === 'decide' && 'on' in byRule && byRule.on < dueOn ? byRule : { on: dueOn },
      act: { roles: [addressee] },
      action: { label: { key: `${what}.do` }, path: `infringements/${noticeId}` },
      read: 'infringement.read',
    };
  });
