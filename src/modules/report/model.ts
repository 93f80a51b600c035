import { restrictedBlocks } from '../../documents/restricted.ts';
import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { writtenSections } from './report.ts';
import { longDate, say, type WordedSection } from './words.ts';

/** All that the document says beside its sections. */
export type ReportHead = {
  year: number;
  until: CivilDate;
  centre: { name: string; lines: string[] };
  /** Who advised on the last day of the year, and who signs today. */
  adviser: string | null;
  signatories: { adviser: string | null; directorGeneral: string | null; president: string | null };
};
export type Approved = { decidedOn: CivilDate; decisionNumber: string };

const plain = (text: string): Inline[] => [{ text }];

/** The figures of a section as a table, this year's beside those of the year before. */
const figuresTable = ({ figures }: WordedSection, year: number, language: DocumentLanguage): Block[] => {
  if (figures.length === 0) return [];
  const two = figures.some(({ before }) => before !== undefined);
  return [
    {
      type: 'table',
      columns: [{ title: say(language, 'model.figures'), width: 4 }, { title: String(year) }, ...(two ? [{ title: String(year - 1) }] : [])],
      rows: figures.map(({ label, text, before }) => [plain(label), [{ text, bold: true }], ...(two ? [plain(before ?? '—')] : [])]),
      empty: '',
    },
  ];
};

const titled = (title: string, block: Block): Block[] => [{ type: 'paragraph', content: [{ text: title, bold: true }] }, block];

const blocksOf = (section: WordedSection, body: string, year: number, language: DocumentLanguage): Block[] => {
  const written = restrictedBlocks(body);
  const asked = written.length === 0 && writtenSections.includes(section.key);
  const said: Block[] = [
    ...figuresTable(section, year, language),
    ...section.pictures.map(({ title, what, empty, unit, rows }): Block => ({
      type: 'bars',
      label: title,
      heads: { what, now: String(year), before: String(year - 1) },
      ...(unit ? { unit } : {}),
      rows,
      empty,
    })),
    ...section.tables.flatMap(({ title, columns, rows, empty }) => titled(title, { type: 'table', columns, rows: rows.map(({ cells }) => cells.map(plain)), empty })),
    ...(section.lines.length > 0
      ? titled(say(language, 'lines.title'), { type: 'list', ordered: false, items: section.lines.map(({ on, text }) => [{ text: longDate(on, language), bold: true }, { text: `, ${text}` }]) })
      : []),
    ...section.notes.map((text): Block => ({ type: 'note', content: plain(text) })),
  ];
  const first: Block[] = asked ? [{ type: 'paragraph', content: [{ text: say(language, 'model.toWrite'), missing: `report.${section.key}` }] }] : written;
  const all = [...first, ...said];
  return all.length > 0 ? all : [{ type: 'paragraph', content: [{ text: say(language, 'model.nothing'), italic: true }] }];
};

/** The report as a document: each section with the adviser's text first, then what the registers say. `approved` makes it the one that is frozen. */
export const reportModel = (head: ReportHead, sections: readonly { said: WordedSection; body: string }[], language: DocumentLanguage, day: CivilDate, approved?: Approved): DocumentModel => {
  const { year } = head;
  const title = say(language, 'model.title', { year });
  const approval = approved && say(language, 'model.approved', { date: { date: approved.decidedOn }, number: approved.decisionNumber });
  const sign = (capacity: string, name: string | null) => ({ capacity: say(language, capacity), ...(name ? { name: plain(name) } : {}) });
  return {
    language,
    layout: 'report',
    title,
    subtitle: say(language, 'model.subtitle'),
    sender: head.centre,
    front: [
      { term: say(language, 'model.asOf'), value: plain(say(language, 'model.asOfText', { date: { date: head.until } })) },
      ...(head.adviser ? [{ term: say(language, 'model.adviser'), value: plain(head.adviser) }] : []),
      { term: say(language, 'model.basis'), value: plain(say(language, 'model.basisText')) },
      { term: say(language, 'model.approval'), value: plain(approval ?? say(language, 'model.notApproved')) },
    ],
    sections: [
      ...sections.map(({ said, body }): Section => ({ key: said.key, level: 1, title: said.title, blocks: blocksOf(said, body, year, language) })),
      {
        key: 'signatures',
        level: 1,
        title: say(language, 'model.signatures'),
        blocks: [
          {
            type: 'signatures',
            blocks: [sign('model.signAdviser', head.signatories.adviser), sign('model.signDirector', head.signatories.directorGeneral), sign('model.signPresident', head.signatories.president)],
          },
        ],
      },
    ],
    runningTitle: title,
    footer: approval ? say(language, 'model.approvedFooter', { approval }) : say(language, 'model.draftFooter', { date: { date: day } }),
    date: approved?.decidedOn ?? day,
  };
};
