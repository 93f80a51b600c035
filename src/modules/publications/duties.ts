import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** A publication that is open, and who of those it asks has still to confirm. */
export type WaitingRow = { organizationId: string; publicationId: string; title: string | null; startsOn: CivilDate; dueOn: CivilDate | null; personIds: string[] };

/** What is due by these facts: to confirm, for each who was asked; and, past the date, to see to those who have not, for the adviser. */
export const duties = (rows: readonly WaitingRow[], asking: Asking): Obligation[] =>
  rows.flatMap(({ organizationId, publicationId, title, startsOn, dueOn, personIds }): Obligation[] => {
    const start = { on: startsOn };
    const due = dueOn ? { on: dueOn } : asking.due('publishedRead', organizationId, start);
    const shared = { organizationId, room: 'publications', rule: 'publishedRead' as const, start, due, about: title ?? undefined };
    const late = dueOn !== null && dueOn < asking.today;
    return [
      {
        ...shared,
        subject: { kind: 'publication', id: publicationId },
        title: { key: 'confirm' },
        reason: { key: 'reason', values: { date: { date: startsOn } } },
        act: { roles: [], people: personIds },
        read: 'publication.read',
        action: { label: { key: 'do.read' }, path: 'documents/to-read' },
      },
      ...(late
        ? [
            {
              ...shared,
              subject: { kind: 'publicationBehind', id: publicationId },
              title: { key: 'behind' },
              reason: { key: 'waiting', values: { count: personIds.length } },
              act: { roles: ['adviser', 'deputyAdviser'] as const },
              read: 'publication.read' as const,
              action: { label: { key: 'do.look' }, path: `documents/publications/${publicationId}` },
            },
          ]
        : []),
    ];
  });
