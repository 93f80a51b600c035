import { addDays, addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import { firstMonth } from './calendar.ts';

/**
 * What asks for something: the last month that has its item (null: none yet); the note of a sitting to come that is not ready; items of a sitting
 * held whose result nobody has recorded; procedures of a year, new or changed, that the council has not been shown.
 */
export type DutyRow =
  | { organizationId: string; what: 'month'; id: string; date: CivilDate | null; count: number }
  | { organizationId: string; what: 'note' | 'result'; id: string; date: CivilDate; count: number }
  | { organizationId: string; what: 'procedures'; id: string; date: CivilDate; count: number };

/** What is due by the sittings. The month's item is one duty at a time: of the first month without one after the last that has it. */
export const duties = (rows: readonly DutyRow[], asking: Pick<Asking, 'due' | 'since'>): Obligation[] =>
  rows.map((row): Obligation => {
    const { organizationId, what, id, count } = row;
    const room = 'council';
    const common = { organizationId, room, read: 'council.read' as const };
    switch (what) {
      case 'month': {
        const month = row.date ? addMonths(`${row.date.slice(0, 7)}-01`, 1) : `${firstMonth(asking.since(organizationId))}-01`;
        // A month from its first day ends on the day before the same day of the next.
        const end = asking.due('councilItem', organizationId, { on: month });
        return {
          ...common,
          rule: 'councilItem',
          subject: { kind: 'month', id: month.slice(0, 7) },
          title: { key: 'month.title' },
          reason: row.date ? { key: 'month.reason', values: { date: { date: row.date } } } : { key: 'month.never' },
          start: { on: month },
          due: 'on' in end ? { on: addDays(end.on, -1) } : end,
          act: { roles: ['adviser', 'deputyAdviser'] },
          action: { label: { key: 'month.do' }, path: 'council' },
        };
      }
      case 'note':
        return {
          ...common,
          rule: 'councilNoteReady',
          subject: { kind: 'sitting', id },
          title: { key: 'note.title' },
          reason: { key: 'note.reason', values: { date: { date: row.date } } },
          start: { on: row.date },
          due: asking.due('councilNoteReady', organizationId, { on: row.date }),
          act: { roles: ['adviser', 'deputyAdviser'] },
          action: { label: { key: 'note.do' }, path: `council/sittings/${id}/note` },
        };
      case 'result':
        return {
          ...common,
          rule: 'councilResult',
          subject: { kind: 'sitting', id },
          title: { key: count === 1 ? 'result.one' : 'result.many', values: count === 1 ? {} : { items: count } },
          reason: { key: 'result.reason', values: { date: { date: row.date } } },
          start: { on: row.date },
          due: asking.due('councilResult', organizationId, { on: row.date }),
          act: { roles: ['adviser', 'deputyAdviser', 'directorGeneral'] },
          action: { label: { key: 'result.do' }, path: `council/sittings/${id}` },
        };
      default: {
        const year = `${row.date.slice(0, 4)}-01-01`;
        const end = asking.due('proceduresToCouncil', organizationId, { on: year });
        return {
          ...common,
          rule: 'proceduresToCouncil',
          subject: { kind: 'year', id: row.date.slice(0, 4) },
          title: { key: count === 1 ? 'procedures.one' : 'procedures.many', values: { year: row.date.slice(0, 4), ...(count === 1 ? {} : { procedures: count }) } },
          reason: { key: 'procedures.reason' },
          start: { on: year },
          due: 'on' in end ? { on: addDays(end.on, -1) } : end,
          act: { roles: ['adviser', 'deputyAdviser'] },
          action: { label: { key: 'procedures.do' }, path: 'council' },
        };
      }
    }
  });
