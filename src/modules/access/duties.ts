import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** A right by which something is due: one that somebody asked for, a temporary one by its last day, one of somebody who left by the day they did. */
export type DutyRow = { organizationId: string; what: 'asked' | 'agreed' | 'ending' | 'gone'; id: string; personName: string; resourceName: string; date: CivilDate; headId: string | null };

/**
 * What is due by the rights of access: an answer to each request, the giving of what was agreed to, a word on each temporary right before it ends, and
 * the rights of people who left whose departure no case follows (MES 2.8). What the register of people tells already, that accounts are still open, is not told twice.
 */
export const duties = (rows: readonly DutyRow[], { today, due, since }: Pick<Asking, 'today' | 'due' | 'since'>): Obligation[] =>
  rows.flatMap(({ organizationId, what, id, personName, resourceName, date, headId }): Obligation[] => {
    const start = { on: date };
    const rule = ({ asked: 'rightDecided', agreed: 'rightDecided', ending: 'temporaryRightEnds', gone: 'accountsDisabled' } as const)[what];
    const counted = due(rule, organizationId, start);
    // Told from so many days before; it must be settled by the last day of the right.
    if (what === 'ending' && 'on' in counted && counted.on > today) return [];
    if (what === 'gone' && date < since(organizationId)) return [];
    return [
      {
        organizationId,
        room: 'access',
        rule,
        subject: { kind: what, id },
        title: { key: `${what}.title` },
        about: `${personName} – ${resourceName}`,
        reason: { key: `${what}.reason`, values: { date: { date } } },
        start,
        due: what === 'ending' ? start : counted,
        act:
          what === 'asked' && headId
            ? { roles: [], people: [headId] }
            : { roles: what === 'agreed' || what === 'gone' ? ['itHead', 'itAgent', 'adviser', 'deputyAdviser'] : ['adviser', 'deputyAdviser'] },
        action: { label: { key: `${what}.do` }, path: `access/rights/${id}` },
        read: 'access.read',
      },
    ];
  });
