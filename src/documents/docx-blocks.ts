import { AlignmentType, BorderStyle, HeadingLevel, HeightRule, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type IParagraphOptions } from 'docx';
import { barTable } from './bars.ts';
import { colors, textWidth, twips } from './docx-styles.ts';
import type { Bars, Block, Inline } from './section.ts';

export type Content = Paragraph | Table;
type Style = Pick<IParagraphOptions, 'style' | 'keepNext' | 'keepLines' | 'spacing' | 'border' | 'numbering' | 'heading' | 'alignment'>;

const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const bare = { top: nothing, bottom: nothing, left: nothing, right: nothing } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: colors.rule } as const;

const textRuns = ({ text, bold = false, italic = false, missing }: Inline): TextRun[] =>
  text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(bold ? { bold } : {}),
        ...(italic ? { italics: true } : {}),
        ...(index > 0 ? { break: 1 } : {}),
        ...(missing !== undefined ? { shading: { type: ShadingType.CLEAR, fill: colors.gap } } : {}),
      }),
  );

/** A paragraph that the author broke into lines is not justified: Word would stretch each of them. */
export const paragraph = (content: Inline[], style: Style = {}): Paragraph =>
  new Paragraph({
    ...(content.some(({ text }) => text.includes('\n')) ? { alignment: AlignmentType.LEFT } : {}),
    ...style,
    children: content.flatMap(textRuns),
  });

/** Two tables in a row would flow into one, and a table cannot end a page's text. */
export const spacer = (more: Pick<IParagraphOptions, 'keepNext' | 'spacing'> = {}): Paragraph => new Paragraph({ style: 'Spacer', ...more });

/** A table without lines, to set things side by side. */
export const sideBySide = (rows: { cells: Content[][]; height?: number }[], widths: number[], gutter = twips(3)): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...bare, insideHorizontal: nothing, insideVertical: nothing },
    margins: { left: 0, right: gutter },
    rows: rows.map(
      ({ cells, height }) =>
        new TableRow({
          cantSplit: true,
          ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
          children: cells.map((children, index) => new TableCell({ children, borders: bare, width: { size: widths[index]!, type: WidthType.DXA } })),
        }),
    ),
  });

export const pairs = (items: { term: string; value: Inline[] }[]): Content[] =>
  items.length === 0
    ? []
    : [
        sideBySide(
          items.map(({ term, value }) => ({ cells: [[paragraph([{ text: term }], { style: 'Term' })], [paragraph(value, { style: 'Compact' })]] })),
          [twips(47), textWidth - twips(47)],
        ),
        spacer(),
      ];

const table = ({ columns, rows, empty }: Extract<Block, { type: 'table' }>): Content[] => {
  const shares = columns.map(({ width }) => (width !== undefined && width > 0 ? width : 1));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((textWidth * share) / all));
  const cell = (content: Inline[], index: number, head: boolean): TableCell =>
    new TableCell({
      children: [paragraph(content, { style: head ? 'TableHead' : 'TableText' })],
      width: { size: widths[index]!, type: WidthType.DXA },
      borders: { ...bare, bottom: hairline, ...(head ? { top: { style: BorderStyle.SINGLE, size: 8, color: colors.ink } } : {}) },
    });
  const nothingThere = new TableCell({
    columnSpan: columns.length,
    children: [paragraph([{ text: empty, italic: true }], { style: 'TableText' })],
    borders: { ...bare, bottom: hairline },
  });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 80, right: 80 },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, index) => cell([{ text: title }], index, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((_, index) => cell(row[index] ?? [], index, false)) })),
        ...(rows.length === 0 ? [new TableRow({ children: [nothingThere] })] : []),
      ],
    }),
    spacer({ spacing: { after: 120 } }),
  ];
};

/** Bars as the figures that they show, under their caption. */
const bars = (block: Bars): Content[] => {
  const { heads, rows } = barTable(block);
  const cells = (...texts: (string | undefined)[]): Inline[][] => texts.flatMap((text) => (text === undefined ? [] : [[{ text }]]));
  return [
    paragraph([{ text: block.label, bold: true }], { style: 'Compact', keepNext: true, spacing: { before: 160, after: 60 } }),
    ...table({
      type: 'table',
      columns: [{ title: heads.what, width: 4 }, { title: heads.now }, ...(heads.before === undefined ? [] : [{ title: heads.before }])],
      rows: rows.map(({ label, now, before }) => cells(label, now, heads.before === undefined ? undefined : before)),
      empty: block.empty,
    }),
  ];
};

const signatures = ({ blocks }: Extract<Block, { type: 'signatures' }>): Content[] => {
  const half = Math.floor((textWidth - twips(6)) / 2);
  const place = (block: (typeof blocks)[number] | undefined): Content[] =>
    block
      ? [
          paragraph([{ text: block.capacity }], { style: 'Term', keepNext: true, spacing: { before: 200, after: twips(16) } }),
          paragraph(block.name ?? [], { style: 'Compact', keepNext: true, border: { top: { style: BorderStyle.SINGLE, size: 4, space: 3, color: colors.ink } } }),
        ]
      : [new Paragraph({ style: 'Compact' })];
  const rows = Array.from({ length: Math.ceil(blocks.length / 2) }, (_, row) => ({
    cells: [place(blocks[row * 2]), [new Paragraph({ style: 'Compact' })], place(blocks[row * 2 + 1])],
  }));
  // Stays with its heading: a page of signatures alone is of nothing.
  return [spacer({ keepNext: true }), sideBySide(rows, [half, twips(6), half]), spacer()];
};

/**
 * A block in Word's elements.
 * @param list number of the list in the document, so that each numbered list begins at 1
 * @param keepNext stays on the page of what follows
 */
export const blockContent = (block: Block, list: number, keepNext: boolean): Content[] => {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block.content, { keepNext })];
    case 'note':
      return [paragraph(block.content, { style: 'Note', keepNext, keepLines: true })];
    case 'list': {
      const numbering = block.ordered ? { reference: 'numbers', level: 0, instance: list } : { reference: 'bullets', level: 0 };
      return block.items.map((item, at) => paragraph(item, { keepNext, numbering, spacing: { after: at === block.items.length - 1 ? 120 : 40 } }));
    }
    case 'table':
      return table(block);
    case 'definitions':
      return pairs(block.items.map(({ term, description }) => ({ term, value: description })));
    case 'chart':
      return [];
    case 'bars':
      return bars(block);
    case 'picture':
      return [];
    case 'poster':
      return [];
    case 'signatures':
      return signatures(block);
  }
};

export const heading = (level: 1 | 2, text: string, numbered: boolean): Paragraph =>
  paragraph([{ text }], {
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    ...(numbered ? { numbering: { reference: 'headings', level: level - 1 } } : {}),
  });
