import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Organ } from './council.ts';
import { textBlocks } from './note.ts';
import { longDate, words } from './words.ts';

export type BundleFacts = { centre: { name: string; lines: string[] }; organ: Organ; heldOn: CivilDate; startTime: string | null; place: string | null };
/** An item as the table of contents has it: on which page its papers begin, or the name of the file that goes with the bundle. */
export type BundleEntry = { title: string; page?: number | undefined; file?: string | undefined };

const plain = (text: string): Inline[] => [{ text }];
const paper = (facts: BundleFacts, language: DocumentLanguage, day: CivilDate): Pick<DocumentModel, 'language' | 'layout' | 'sender' | 'runningTitle' | 'footer' | 'date'> => ({
  language,
  layout: 'report',
  sender: { name: facts.centre.name, lines: facts.centre.lines },
  runningTitle: `${words[language].bundle}, ${longDate(facts.heldOn, language)}`,
  footer: words[language].bundleFooter(longDate(day, language)),
  date: day,
});

/** The title page of a bundle, with its agenda: each item with the page on which its papers begin. */
export const coverModel = (facts: BundleFacts, entries: readonly BundleEntry[], language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  return {
    ...paper(facts, language, day),
    title: own.bundle,
    subtitle: own.organs[facts.organ],
    front: [{ term: own.whenTerm, value: plain(own.when(longDate(facts.heldOn, language), facts.startTime)) }, ...(facts.place ? [{ term: own.place, value: plain(facts.place) }] : [])],
    sections: [
      {
        key: 'agenda',
        level: 1,
        title: own.agenda,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.number, width: 0.7 },
              { title: own.item, width: 8 },
              { title: own.page, width: 1.6 },
            ],
            rows: entries.map(({ title, page, file }, index) => [
              plain(String(index + 1)),
              plain(file ? `${title}\n${own.attached(file)}` : title),
              plain(page === undefined ? (file ? '' : own.noPaper) : String(page)),
            ]),
            empty: own.noItems,
          },
        ],
      },
    ],
  };
};

/** An item that has words of its own, on a paper of its own; procedures come as a table. */
export const itemModel = (
  facts: BundleFacts,
  item: { title: string; text: string | null; procedures?: { year: number; rows: readonly { title: string; number: number; decidedOn: CivilDate }[] } | undefined },
  language: DocumentLanguage,
  day: CivilDate,
): DocumentModel => {
  const own = words[language];
  const { procedures } = item;
  return {
    ...paper(facts, language, day),
    title: item.title,
    subtitle: own.organs[facts.organ],
    front: [{ term: own.sitting, value: plain(longDate(facts.heldOn, language)) }],
    sections: [
      ...(item.text ? [{ key: 'text', level: 1 as const, title: own.item, blocks: textBlocks(item.text) }] : []),
      ...(procedures
        ? [
            {
              key: 'procedures',
              level: 1 as const,
              title: own.procedures(procedures.year),
              blocks: [
                { type: 'paragraph' as const, content: plain(own.proceduresIntroduction(procedures.year)) },
                {
                  type: 'table' as const,
                  columns: [
                    { title: own.procedure, width: 6 },
                    { title: own.version, width: 1.4 },
                    { title: own.decidedOn, width: 3 },
                  ],
                  rows: procedures.rows.map(({ title, number, decidedOn }) => [plain(title), plain(String(number)), plain(longDate(decidedOn, language))]),
                  empty: own.noProcedures,
                },
              ],
            },
          ]
        : []),
    ],
  };
};

/** `03-politique.pdf`: the papers of a bundle in the order of the agenda. */
export const partName = (index: number, name: string): string => `${String(index + 1).padStart(2, '0')}-${name}`;
