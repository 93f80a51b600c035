import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** An assessment that waits: prepared without a closing day, for the director-general; or sent, for SPP IS. */
export type LifeDutyRow = { organizationId: string; what: 'validation' | 'acknowledgement'; id: string; year: number; date: CivilDate };

/** What is due by the life of an assessment, beside its closing day (assessment-duties.ts): each step for whom it waits. */
export const lifeDuties = (rows: readonly LifeDutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ organizationId, what, id, year, date }) => {
    const rule = what === 'validation' ? 'questionnaireValidated' : 'questionnaireAcknowledged';
    const start = { on: date };
    return {
      organizationId,
      room: 'norms',
      rule,
      subject: { kind: what, id },
      title: { key: `${what}.title`, values: { year } },
      reason: { key: `${what}.reason`, values: { date: { date } } },
      start,
      due: due(rule, organizationId, start),
      act: { roles: what === 'validation' ? ['directorGeneral'] : ['adviser', 'deputyAdviser'] },
      ...(what === 'acknowledgement' ? { waitsFor: { key: 'acknowledgement.waits' } } : {}),
      action: { label: { key: what === 'validation' ? 'do.prepared' : 'acknowledgement.do' }, path: `norms/${id}/life` },
      read: 'norm.read',
    };
  });
