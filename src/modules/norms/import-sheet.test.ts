import { describe, expect, test } from 'vitest';
import { languages } from '../../kernel/language.ts';
import { columnLetter, type Workbook } from '../../kernel/workbook.ts';
import { readWorkbook } from '../../server/spreadsheet/read.ts';
import { writeWorkbook } from '../../server/spreadsheet/write.ts';
import { normsOf } from './framework.ts';
import { headFields, type HeadField, type NormColumn, normColumns } from './import-columns.ts';
import { readSheets } from './import-sheet.ts';
import { frameworkTemplate } from './import-template.ts';

type Filled = Partial<Record<NormColumn, string | number>>;
const head: Partial<Record<HeadField, string>> = { id: 'vragenlijst', version: '2027', 'title.nl': 'Vragenlijst', scale: 'Richtlijnen' };
const rows: Filled[] = [
  {
    chapter: 5,
    'chapterTitle.nl': 'Beleid',
    'chapterTitle.fr': 'Politique',
    norm: '5.10',
    'title.nl': 'Het beleid',
    'text.nl': 'Goedgekeurd',
    scope: 'Données sociales',
    levels: 'basis, hoog',
    'evidence.nl': 'Beslissing\nVerslag',
    source: 'ISO 27002:2022 5.1; NOR 4.3',
    guideline: 'a',
    'guidelineText.nl': 'Door de raad',
  },
  { 'guidelineText.nl': 'Elk jaar' },
  { chapter: 6, 'chapterTitle.nl': 'Organisatie', norm: 6.1, 'title.nl': 'De adviseur' },
];
/** The template of a language, filled in, through a true file. */
const filled = async (language: (typeof languages)[number], norms: Filled[], fields = head): Promise<Workbook> => {
  const [first, second] = frameworkTemplate(language);
  headFields.forEach((field, index) => {
    first!.rows[index + 1]![1] = fields[field];
  });
  second!.rows.push(...norms.map((row) => [undefined, ...normColumns.map((column) => row[column])]));
  return readWorkbook(await writeWorkbook([first!, second!]));
};

describe('the template of a questionnaire', () => {
  test.each(languages)('with headings in %s is read as it was filled in, whatever language it was filled in', async (language) => {
    const { frameworks, faults } = readSheets(await filled(language, rows));
    expect(faults).toEqual([]);
    expect(frameworks[0]).toMatchObject({ id: 'vragenlijst', version: '2027', title: { nl: 'Vragenlijst' }, scale: 'guidelines', levels: [{ id: 'basis' }, { id: 'hoog' }] });
    expect(frameworks[0]!.chapters.map(({ id, title }) => [id, title])).toEqual([
      ['5', { fr: 'Politique', nl: 'Beleid' }],
      ['6', { nl: 'Organisatie' }],
    ]);
    expect(normsOf(frameworks[0]!)).toEqual([
      {
        id: '5.10',
        title: { nl: 'Het beleid' },
        text: { nl: 'Goedgekeurd' },
        scope: 'socialData',
        levels: ['basis', 'hoog'],
        evidence: [{ nl: 'Beslissing' }, { nl: 'Verslag' }],
        references: [
          { source: 'ISO 27002:2022', at: '5.1' },
          { source: 'NOR', at: '4.3' },
        ],
        guidelines: [
          { id: 'a', text: { nl: 'Door de raad' } },
          { id: 'b', text: { nl: 'Elk jaar' } },
        ],
      },
      { id: '6.1', title: { nl: 'De adviseur' }, guidelines: [] },
    ]);
  });

  test.each([
    ['a norm twice', [...rows, { norm: '5.10', 'title.nl': 'Nogmaals' }], 'idTwice', 'Normen!F7'],
    ['a norm before any chapter', [{ norm: '1', 'title.nl': 'Los' }, ...rows], 'normWithoutChapter', 'Normen!F4'],
    ['a guideline before any norm', [{ 'guidelineText.nl': 'Los' }, ...rows], 'guidelineWithoutNorm', 'Normen!N4'],
    ['a title without the number of its norm', [...rows, { 'title.nl': 'Zonder nummer' }], 'required', 'Normen!F7'],
    ['a norm without a title', [...rows, { norm: '6.2' }], 'noTitle', 'Normen!G7'],
    ['a scope that is none', [...rows, { norm: '6.2', 'title.nl': 'x', scope: 'misschien' }], 'unknownChoice', 'Normen!Q7'],
    ['no norm', [], 'noNorms', 'Normen'],
  ] as [string, Filled[], string, string][])('is refused by cell: %s', async (_name, norms, code, cell) => {
    const { faults, frameworks } = readSheets(await filled('nl', norms));
    expect(frameworks).toEqual([]);
    expect(faults.map((fault) => [fault.code, fault.cell?.replace('fr', '')])).toContainEqual([code, cell]);
  });

  test('a heading that we do not know, a cell beside the columns, a broken formula, a field that is lacking: each by its cell', async () => {
    const workbook = await filled('fr', rows, { ...head, version: '' });
    const norms = workbook.sheets[1]!;
    const free = columnLetter(normColumns.length + 1);
    norms.rows[0]!.cells.push({ column: free, value: 'Remarque' });
    norms.rows.at(-1)!.cells.push({ column: columnLetter(normColumns.length + 2), value: 'perdu' }, { column: 'K', value: '#REF!', error: true });
    const found = readSheets(workbook).faults.map(({ code, cell }) => `${code} ${cell}`);
    expect(found).toEqual(
      expect.arrayContaining([`unknownColumn Normes!${free}1`, `unknownColumn Normes!${columnLetter(normColumns.length + 2)}6`, 'formulaError Normes!K6', 'required Référentiel!B3']),
    );
  });

  test('a workbook of something else is told so', async () => {
    const { faults } = readSheets(await readWorkbook(await writeWorkbook([{ name: 'Courses', columns: [{ width: 10 }], rows: [['pain']] }])));
    expect(faults).toEqual([{ code: 'missingSheet', cell: '', value: 'Courses' }]);
  });
});
