import { dayOf } from '../../kernel/counting.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** What the sealed ways in, and looks into what somebody absent keeps, leave to do. */
export type DutyRow =
  | { what: 'check'; organizationId: string; id: string; envelopeId: string; title: string; on: CivilDate }
  | { what: 'reseal'; organizationId: string; id: string; envelopeId: string; title: string; at: Date }
  | { what: 'decide'; organizationId: string; id: string; on: CivilDate }
  | { what: 'tell'; organizationId: string; id: string; at: Date };

/** An envelope is looked at once a year; after an opening the secret is changed and sealed again; a request waits for the director-general, and the person is told afterwards. No name stands in any. */
export const emergencyDuties = (rows: readonly DutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map((row): Obligation => {
    const base = { organizationId: row.organizationId, room: 'emergency', subject: { kind: row.what, id: row.id }, title: { key: `${row.what}.title` } };
    const on = 'at' in row ? dayOf(row.at) : row.on;
    const rule = ({ check: 'envelopeChecked', reseal: 'secretChanged', decide: 'absentAccessDecided', tell: 'absentTold' } as const)[row.what];
    const start = { on };
    const envelope = row.what === 'check' || row.what === 'reseal';
    return {
      ...base,
      rule,
      ...(envelope ? { about: row.title } : {}),
      reason: { key: `${row.what}.reason`, values: { date: { date: on } } },
      start,
      due: due(rule, row.organizationId, start),
      act: { roles: row.what === 'decide' ? ['directorGeneral'] : row.what === 'reseal' ? ['adviser', 'deputyAdviser', 'itHead'] : ['adviser', 'deputyAdviser'] },
      action: { label: { key: `${row.what}.do` }, path: envelope ? `emergency/${row.envelopeId}` : `emergency/absent/${row.id}` },
      read: envelope ? 'emergency.read' : 'absent.read',
    };
  });
