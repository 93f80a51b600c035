import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { AssessmentState } from './assessment.ts';

type Of<What extends string, More> = { organizationId: string; what: What; id: string; year: number } & More;
/** One fact of the assessments of a centre that asks for something. */
export type DutyRow =
  | Of<'closing', { state: Exclude<AssessmentState, 'submitted' | 'acknowledged'>; date: CivilDate; waiting: number }>
  | Of<'owned', { date: CivilDate; waiting: number; people: string[] }>
  | Of<'carried', { date: CivilDate; waiting: number }>
  | Of<'evidence', { date: CivilDate; assessmentId: string; chapterId: string; normId: string; ended: boolean }>;

const preparers: readonly Role[] = ['adviser', 'deputyAdviser'];

/**
 * What is due by the assessments: to be answered, validated and sent by the day on which they close (POL 7, MUT A); one's own norms by the
 * same day; answers taken over to be confirmed; evidence to be renewed before it ends.
 */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] => rows.map((row) => duty(row, asking));

const duty = (row: DutyRow, asking: Asking): Obligation => {
  const { organizationId, id, year, date } = row;
  const start = { on: date };
  const shared = { organizationId, room: 'norms', start, read: 'norm.read' as const };
  const campaign = { ...shared, rule: 'questionnaire' as const, due: asking.due('questionnaire', organizationId, start) };
  switch (row.what) {
    case 'closing':
      return {
        ...campaign,
        subject: { kind: 'assessment', id },
        title: { key: `closing.${row.state}`, values: { year } },
        reason: row.waiting > 0 ? { key: 'waiting', values: { count: row.waiting } } : { key: 'closes', values: { date: { date } } },
        act: { roles: row.state === 'prepared' ? ['directorGeneral'] : preparers },
        action: { label: { key: `do.${row.state}` }, path: row.state === 'opened' ? 'norms' : `norms/${id}/life` },
      };
    case 'owned':
      return {
        ...campaign,
        subject: { kind: 'ownNorms', id },
        title: { key: 'owned', values: { year } },
        reason: { key: 'closes', values: { date: { date } } },
        act: { roles: [], people: row.people },
        action: { label: { key: 'do.opened' }, path: 'norms/own' },
      };
    case 'carried':
      return {
        ...shared,
        rule: 'answersConfirmed',
        due: asking.due('answersConfirmed', organizationId, start),
        subject: { kind: 'carriedAnswers', id },
        title: { key: 'carried', values: { year } },
        reason: { key: 'toConfirm', values: { count: row.waiting } },
        act: { roles: preparers },
        action: { label: { key: 'do.confirm' }, path: 'norms' },
      };
    case 'evidence':
      return {
        ...shared,
        rule: 'evidenceRenewed',
        due: asking.due('evidenceRenewed', organizationId, start),
        subject: { kind: 'evidence', id },
        title: { key: 'evidence', values: { norm: row.normId } },
        reason: { key: row.ended ? 'ended' : 'ends', values: { date: { date } } },
        act: { roles: preparers },
        action: { label: { key: 'do.evidence' }, path: `norms/${row.assessmentId}/${encodeURIComponent(row.chapterId)}` },
      };
  }
};
