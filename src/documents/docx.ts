import { AlignmentType, BorderStyle, Document, Footer, Header, type ISectionOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { blockContent, heading, pairs, paragraph, sideBySide, spacer, type Content } from './docx-blocks.ts';
import { posterSections } from './docx-poster.ts';
import { colors, mono, numbering, proofing, serif, styles, textWidth, twips } from './docx-styles.ts';
import type { DocumentModel } from './section.ts';
import { cleanModel, groupHash, headings, staysWith } from './text.ts';
import { setZipDates } from './zip-dates.ts';

const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** Written by hand, since the library puts the wall clock in it. */
const coreProperties = ({ title, sender, date, language }: DocumentModel): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(title.replaceAll('\n', ' '))}</dc:title><dc:creator>${xml(sender.name)}</dc:creator><dc:language>${proofing[language]}</dc:language>`,
    `<cp:lastModifiedBy>${xml(sender.name)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    ...['created', 'modified'].map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`),
    '</cp:coreProperties>',
  ].join('');

/** Names what stands in for the font on a machine that lacks it. */
const fontTable = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:font w:name="${serif}"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02040503050406030204"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
  `<w:font w:name="${mono}"><w:altName w:val="Liberation Mono"/><w:panose1 w:val="02070309020205020404"/><w:charset w:val="00"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>`,
  '</w:fonts>',
].join('');

const beside = (left: Paragraph[], right: Paragraph, leftWidth: number): Content => sideBySide([{ cells: [left, [right]] }], [leftWidth, textWidth - leftWidth], 0);

const runningHead = ({ sender, runningTitle }: DocumentModel): Header =>
  new Header({
    children: [
      beside([paragraph([{ text: sender.name }], { style: 'RunningHead' })], paragraph([{ text: runningTitle }], { style: 'RunningHead', alignment: AlignmentType.RIGHT }), twips(58)),
      spacer(),
    ],
  });

const runningFoot = ({ footer, contentHash }: DocumentModel): Footer => {
  const hash = new TextRun({ text: `sha256 ${groupHash(contentHash ?? '')}`, font: mono, size: 13 });
  const pages = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      paragraph([], { style: 'Spacer', border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: colors.rule } } }),
      beside(
        [paragraph([{ text: footer }], { style: 'RunningFoot' }), ...(contentHash ? [new Paragraph({ style: 'RunningFoot', children: [hash] })] : [])],
        new Paragraph({ style: 'RunningFoot', alignment: AlignmentType.RIGHT, children: [pages] }),
        twips(138),
      ),
      spacer(),
    ],
  });
};

const address = ({ name, lines }: { name: string; lines: string[] }, before: number): Paragraph[] => [
  paragraph([{ text: name, bold: true }], { style: 'Compact', spacing: { before, after: 0 } }),
  ...lines.map((text) => paragraph([{ text }], { style: 'Compact', spacing: { after: 0 } })),
];

const titles = ({ title, subtitle }: DocumentModel): Content[] => [paragraph([{ text: title }], { style: 'Title' }), ...(subtitle ? [paragraph([{ text: subtitle }], { style: 'Subtitle' })] : [])];

/** Sender left, addressee in the window at the right, references, subject in bold: as in document.typ. */
const letterHead = (model: DocumentModel): Content[] => {
  const { sender, recipient, reference = [] } = model;
  const left = twips(82);
  const parties = sideBySide([{ cells: [address(sender, 0), recipient ? address(recipient, twips(20)) : [new Paragraph({ style: 'Compact' })]], height: twips(62) }], [left, textWidth - left]);
  const perRow = Math.min(4, reference.length);
  const rows = Array.from({ length: Math.ceil(reference.length / 4) }, (_, row) => {
    const cells = reference.slice(row * 4, row * 4 + 4).map(({ term, value }) => [paragraph([{ text: term }], { style: 'RunningHead' }), paragraph([{ text: value }], { style: 'Compact' })]);
    return { cells: [...cells, ...Array.from({ length: perRow - cells.length }, () => [new Paragraph({ style: 'Compact' })])] };
  });
  const references =
    reference.length === 0
      ? []
      : [
          sideBySide(
            rows,
            Array.from({ length: perRow }, () => Math.floor(textWidth / perRow)),
          ),
        ];
  return [parties, spacer(), ...references, ...titles(model)];
};

const reportHead = (model: DocumentModel): Content[] => [paragraph([{ text: [model.sender.name, ...model.sender.lines].join(' · ') }], { style: 'Sender' }), ...titles(model), ...pairs(model.front)];

/** Word's sections of a report or a letter: one. */
const pages = (model: DocumentModel): ISectionOptions[] => {
  const words = headings(model);
  const body = model.sections.flatMap(({ level, blocks }, index): Content[] => [
    ...(words[index]!.title ? [heading(level, words[index]!.title, model.layout === 'report')] : []),
    ...blocks.flatMap((block, at) => blockContent(block, index * 1000 + at, staysWith(block, blocks[at + 1]))),
  ]);
  const foot = runningFoot(model);
  return [
    {
      properties: {
        titlePage: true,
        page: {
          size: { width: twips(210), height: twips(297) },
          margin: { top: twips(30), bottom: twips(28), left: twips(28), right: twips(28), header: twips(16), footer: twips(12) },
        },
      },
      headers: { first: new Header({ children: [new Paragraph({ style: 'RunningHead' })] }), default: runningHead(model) },
      footers: { first: foot, default: foot },
      children: [...(model.layout === 'letter' ? letterHead(model) : reportHead(model)), ...body],
    },
  ];
};

/**
 * A document as a Word file (.docx) that can be worked on: heading styles with Word's own numbers, real lists, repeated table heads, no fields
 * that ask to be updated. The same model gives the same bytes. Of a sheet, Word has the pages for the wall alone.
 */
export const renderDocx = async (source: DocumentModel): Promise<Uint8Array> => {
  const model = cleanModel(source);
  const file = new Document({
    title: model.title,
    creator: model.sender.name,
    styles: styles(model),
    numbering,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    sections: model.layout === 'sheet' ? posterSections(model) : pages(model),
  });
  const bytes = await Packer.toBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(model) },
    { path: 'word/fontTable.xml', data: fontTable },
  ]);
  return setZipDates(bytes, model.date);
};
