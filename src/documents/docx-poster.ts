import {
  AlignmentType,
  BorderStyle,
  type ISectionOptions,
  LineRuleType,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { serif, twips } from './docx-styles.ts';
import type { Poster } from './poster.ts';
import type { DocumentModel } from './section.ts';

const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const bare = { top: nothing, bottom: nothing, left: nothing, right: nothing, insideHorizontal: nothing, insideVertical: nothing } as const;
const cellBare = { top: nothing, bottom: nothing, left: nothing, right: nothing } as const;

/** Points down and across a page of A4 that the steps and what follows may take. */
const room = { height: 690, width: 440 };
/** Word cannot be asked how high a text is: so many lines of letters that are a little wider than those it has. */
const heightAt = ({ steps, never, facts, alert }: Poster, points: number): number => {
  const rows = (text: string, size: number): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 0.6 * size) / room.width)), 0) * size * 1.22;
  const of = (texts: readonly (string | undefined)[], size: number): number => texts.reduce((sum, text) => sum + (text ? rows(text, size) : 0), 0);
  return (
    steps.reduce((sum, { text, fact }) => sum + of([text, fact], points) + 9, 0) +
    of([never.title, ...never.lines], points * 0.88) +
    facts.reduce((sum, { value }) => sum + rows(value, points * 0.9) + 9, 0) +
    Math.ceil(alert.people.length / 2) * points * 3 +
    points * 3
  );
};
/** The size of the steps in half-points: the more there is to say, the smaller. */
const sizeOf = (poster: Poster, share: number): number => Math.round(([22, 21, 20, 19, 18, 17, 16, 15, 14, 13].find((points) => heightAt(poster, points) <= room.height) ?? 12) * 2 * share);

type Look = { bold?: boolean; color?: string; after?: number };
/** A page for the wall in Word, without its drawings: its texts at sizes that Word's page takes, to be changed by hand. */
const drawn = (poster: Poster): ISectionOptions => {
  const small = poster.paper === 'a5';
  const share = small ? 0.7 : 1;
  const [width, height] = small ? [148, 210] : [210, 297];
  const margin = 14 * share;
  const inside = twips(width - 2 * margin);
  const color = poster.color.slice(1);
  const base = sizeOf(poster, share);
  const said = (text: string, size: number, { bold = false, color: ink = '1C2124', after = 80 }: Look = {}): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      spacing: { before: 0, after: Math.round(after * share), line: 240, lineRule: LineRuleType.AUTO },
      children: text.split('\n').map((line, at) => new TextRun({ text: line, font: serif, size: Math.round(size), bold, color: ink, ...(at > 0 ? { break: 1 } : {}) })),
    });
  const table = (rows: { cells: Paragraph[][]; fill?: string }[], widths: number[]): Table =>
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders: bare,
      margins: { top: twips(1.5 * share), bottom: twips(1.5 * share), left: twips(3 * share), right: twips(3 * share) },
      rows: rows.map(
        ({ cells, fill }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (children, index) =>
                new TableCell({
                  children,
                  borders: cellBare,
                  verticalAlign: VerticalAlign.CENTER,
                  width: { size: widths[index]!, type: WidthType.DXA },
                  ...(fill ? { shading: { type: ShadingType.CLEAR, fill } } : {}),
                }),
            ),
          }),
      ),
    });
  const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: Math.round(120 * share), lineRule: LineRuleType.EXACT }, children: [] });
  const head = table(
    [
      {
        fill: color,
        cells: [
          [said(poster.title, 80 * share, { bold: true, color: 'FFFFFF', after: 20 }), said(poster.place, 32 * share, { color: 'FFFFFF', after: 0 })],
          poster.call.map((number, at) => said(number, (at === 0 ? 84 : 48) * share, { bold: true, color: 'FFFFFF', after: 0 })),
        ],
      },
    ],
    [Math.round(inside * 0.7), inside - Math.round(inside * 0.7)],
  );
  const first = twips(14 * share);
  const steps = table(
    poster.steps.map(({ text, fact }, at) => ({
      cells: [
        [said(String(at + 1), base, { bold: true, color, after: 0 })],
        [said(text, base, { bold: true, after: fact ? 20 : 0 }), ...(fact ? [said(fact, base, { bold: true, color, after: 0 })] : [])],
      ],
    })),
    [first, inside - first],
  );
  const never = table(
    [{ fill: 'EEEEEE', cells: [[said(poster.never.title.toUpperCase(), base * 0.78, { bold: true }), ...poster.never.lines.map((line) => said(`✕ ${line}`, base * 0.88, { after: 30 }))]] }],
    [inside],
  );
  const term = twips(46 * share);
  const facts =
    poster.facts.length > 0
      ? [
          gap(),
          table(
            poster.facts.map((fact) => ({ cells: [[said(fact.term, base * 0.74, { after: 0 })], [said(fact.value, base * 0.74, { bold: true, after: 0 })]] })),
            [term, inside - term],
          ),
        ]
      : [];
  const half = Math.floor(inside / 2);
  const { people } = poster.alert;
  const person = (at: number): Paragraph[] => {
    const one = people[at];
    return one ? [said(one.label, base * 0.68, { after: 0 }), ...(one.phone ? [said(one.phone, base, { bold: true, color, after: 0 })] : [])] : [said('', base * 0.68)];
  };
  const alert =
    people.length > 0
      ? [
          gap(),
          said(poster.alert.title.toUpperCase(), base * 0.78, { bold: true }),
          table(
            Array.from({ length: Math.ceil(people.length / 2) }, (_, row) => ({ cells: [person(row * 2), person(row * 2 + 1)] })),
            [half, half],
          ),
        ]
      : [];
  return {
    properties: {
      page: {
        size: { width: twips(width), height: twips(height), orientation: PageOrientation.PORTRAIT },
        margin: { top: twips(margin), bottom: twips(10 * share), left: twips(margin), right: twips(margin), header: 0, footer: 0 },
      },
    },
    children: [head, gap(), steps, gap(), never, ...facts, ...alert, said(poster.foot, 18 * share, { color: '5B6462', after: 0 })],
  };
};

/** The pages for the wall of a document, each a section of Word's. */
export const posterSections = ({ sections }: DocumentModel): ISectionOptions[] => sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'poster').map(drawn));
