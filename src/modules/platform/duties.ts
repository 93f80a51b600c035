import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { ResponsibleRole } from './meeting.ts';

/** A decision still to be carried out by a day; or the last meeting of a centre's platform, after which none is called. */
export type DutyRow = { organizationId: string; what: 'decision' | 'meeting'; id: string; date: CivilDate; number: string; personId: string | null; role: ResponsibleRole | null };

/**
 * What is due by the platforms: each open decision by the day that the platform set, by whom it named; and the next meeting, in the rhythm that
 * the centre sets (no source gives one).
 */
export const duties = (rows: readonly DutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, what, id, date, number, personId, role }) => {
    const rule = what === 'decision' ? 'platformDecision' : 'platformMeeting';
    const start = { on: date };
    return {
      organizationId,
      room: 'platform',
      rule,
      subject: { kind: what, id },
      title: { key: `${what}.title`, values: { number } },
      reason: { key: `${what}.reason`, values: { number, date: { date } } },
      start,
      due: due(rule, organizationId, start),
      act: what === 'decision' && personId ? { roles: [], people: [personId] } : { roles: role ? [role] : ['adviser', 'deputyAdviser'] },
      action: { label: { key: `${what}.do` }, path: what === 'decision' ? 'platform' : 'platform/meetings/new' },
      read: 'platform.read',
    };
  });
