import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { MovementKind } from './movement.ts';
import { longDay, words } from './words.ts';

/** A case as the register on paper says it. */
export type RegisterRow = { kind: MovementKind; day: CivilDate; personName: string; function: string | null; serviceName: string | null; state: 'open' | 'closed'; certificate: string | undefined };

const say = (text: string): Inline[] => [{ text }];

/** The register of arrivals and departures of a period on paper, in order of their days; cancelled cases are none. */
export const registerModel = (facts: { centre: { name: string; lines: string[] }; from: CivilDate; until: CivilDate; rows: readonly RegisterRow[] }, language: DocumentLanguage): DocumentModel => {
  const { register: own, kinds, locale } = words[language];
  const short = (date: CivilDate): string => new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  const period = own.period(longDay(facts.from, language), longDay(facts.until, language));
  return {
    language,
    layout: 'report',
    title: own.title,
    subtitle: period,
    sender: facts.centre,
    front: [],
    sections: [
      {
        key: 'cases',
        level: 1,
        title: own.title,
        blocks: [
          {
            type: 'table',
            columns: own.columns.map((title, index) => ({ title, width: [1.6, 2, 2.4, 3.2, 2][index]! })),
            rows: facts.rows.map((row) => [
              say(short(row.day)),
              say(kinds[row.kind]),
              say(row.personName),
              say([row.function, row.serviceName].filter(Boolean).join(', ')),
              say([own.states[row.state], row.certificate].filter(Boolean).join(', ')),
            ]),
            empty: own.none,
          },
        ],
      },
    ],
    runningTitle: `${facts.centre.name} · ${own.title}`,
    footer: period,
    date: facts.until,
  };
};
