import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import { adviceNumber, type Capacity } from './advice.ts';

/** An advice that waits: to be written since it was asked for, to be decided on by a day, or to be told of since its decision. */
export type DutyRow = {
  organizationId: string;
  what: 'asked' | 'decide' | 'tell';
  id: string;
  start: CivilDate;
  dueOn: CivilDate | null;
  year: number | null;
  number: number | null;
  capacity: Capacity;
};

const rules = { asked: 'adviceAsked', decide: 'adviceDecision', tell: 'adviceTold' } as const;
const writers = { adviser: ['adviser', 'deputyAdviser'], deputyAdviser: ['adviser', 'deputyAdviser'], dpo: ['dpo', 'deputyDpo'], deputyDpo: ['dpo', 'deputyDpo'] } as const;

/** What is due by the advice of centres. The last day to decide was fixed when it was sent; a rule that was made stricter since counts too. No title says the subject. */
export const duties = (rows: readonly DutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, what, id, start: on, dueOn, year, number, capacity }) => {
    const rule = rules[what];
    const start = { on };
    const byRule = due(rule, organizationId, start);
    const values: Record<string, string> = year && number ? { number: adviceNumber({ year, number }) } : {};
    return {
      organizationId,
      room: 'advice',
      rule,
      subject: { kind: 'advice', id },
      title: { key: `${what}.title`, values },
      reason: { key: `${what}.reason`, values: { ...values, date: { date: on } } },
      start,
      due: dueOn && 'on' in byRule && dueOn < byRule.on ? { on: dueOn } : byRule,
      act: { roles: what === 'asked' ? writers[capacity] : ['directorGeneral'] },
      action: { label: { key: `${what}.do` }, path: `advice/${id}` },
      read: what === 'asked' ? 'advice.prepare' : 'advice.read',
    };
  });
