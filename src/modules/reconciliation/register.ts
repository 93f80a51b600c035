import type { DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { words } from './words.ts';

/** A resource as it stands after its last list. `more`: open findings beyond those that are printed. */
export type ComparedResource = {
  id: string;
  name: string;
  ranOn: CivilDate;
  accounts: number;
  open: number;
  asked: number;
  findings: readonly { name: string; account: string; kind: string; foundOn: CivilDate; state: string }[];
  more: number;
};

const say = (text: string): Inline[] => [{ text }];

/** The last comparison of each resource with what is still open of it, on paper: in the order given, with the kinds and states in words. */
export const reconciliationModel = (facts: { centre: { name: string; lines: string[] }; day: CivilDate; resources: readonly ComparedResource[] }, language: DocumentLanguage): DocumentModel => {
  const own = words[language];
  const dated = (date: CivilDate, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(own.locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  const short = (date: CivilDate): string => dated(date, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const asOf = own.asOf(dated(facts.day, { dateStyle: 'long' }));
  const overview: Section = {
    key: 'overview',
    level: 1,
    title: own.overview,
    blocks: [
      {
        type: 'table',
        columns: own.columns.map((title, index) => ({ title, width: [3.4, 1.8, 1.3, 1.7, 1.4][index]! })),
        rows: facts.resources.map(({ name, ranOn, accounts, open, asked }) => [say(name), say(short(ranOn)), say(String(accounts)), say(String(open)), say(String(asked))]),
        empty: own.none,
      },
    ],
  };
  return {
    language,
    layout: 'report',
    title: own.title,
    subtitle: asOf,
    sender: facts.centre,
    front: [],
    sections: [
      overview,
      ...facts.resources
        .filter(({ findings }) => findings.length > 0)
        .map(({ id, name, findings, more }): Section => ({
          key: id,
          level: 1,
          title: name,
          blocks: [
            {
              type: 'table',
              columns: own.findings.map((title, index) => ({ title, width: [2.4, 2, 2.8, 1.6, 1.3][index]! })),
              rows: findings.map((one) => [say(one.name), say(one.account), say(one.kind), say(short(one.foundOn)), say(one.state)]),
              empty: own.none,
            },
            ...(more > 0 ? [{ type: 'note' as const, content: say(own.more(more)) }] : []),
          ],
        })),
    ],
    runningTitle: `${facts.centre.name} · ${own.title}`,
    footer: asOf,
    date: facts.day,
  };
};
