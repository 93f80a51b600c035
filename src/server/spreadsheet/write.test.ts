import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../kernel/workbook.ts';
import { readWorkbook } from './read.ts';
import { neutralize, streamTable } from './stream.ts';
import type { TableRow } from './stream.ts';
import { writeWorkbook } from './write.ts';

const collect = async (stream: AsyncIterable<unknown>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};
const each = async function* (rows: readonly TableRow[]): AsyncGenerator<TableRow> {
  yield* rows;
};
const columns = [
  { key: 'name', label: 'Nom' },
  { key: 'hours', label: 'Heures', kind: 'number' as const },
  { key: 'start', label: 'Début', kind: 'date' as const },
];

it('names columns as a spreadsheet does', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
});

describe('writeWorkbook', () => {
  it('writes text that looks like a formula as text', async () => {
    const texts = ['=1+1', '+32 85 00 00 00', '-5', '@x', '=HYPERLINK("http://a","b")', '007', 'L’été à Liège'];
    const bytes = await writeWorkbook([{ name: 'A', columns: [{ width: 10 }], rows: texts.map((text) => [text]) }]);
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets[0]?.rows.map((row) => row.cells)).toEqual(texts.map((value) => [{ column: 'A', value }]));
  });

  it('puts a list in place when it fits, and on one hidden sheet when it does not', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `Valeur numéro ${i}`);
    const list = (column: number, values: readonly string[]) => ({ column, fromRow: 2, toRow: 9, strict: true, values });
    const bytes = await writeWorkbook([
      { name: 'A', columns: [{ width: 10 }], rows: [['x']], frozenRows: 1, lists: [list(0, ['Oui', 'Non']), list(1, long), list(2, long), list(3, ['un, deux', 'trois'])] },
    ]);
    const workbook = await readXlsx(bytes);
    const [sheet, hidden] = workbook.sheets;
    expect(sheet?.freezePane).toEqual({ rows: 1 });
    expect(sheet?.dataValidations?.map((rule) => rule.values ?? rule.formula1)).toEqual([['Oui', 'Non'], "'_lists'!$A$1:$A$40", "'_lists'!$A$1:$A$40", "'_lists'!$B$1:$B$2"]);
    expect(hidden?.hidden).toBe(true);
    expect(hidden?.rows[0]).toEqual(['Valeur numéro 0', 'un, deux']);
  });

  it('prepares empty cells as text, so that a typed code keeps its zeros', async () => {
    const bytes = await writeWorkbook([{ name: 'A', columns: [{ width: 10, prepared: 'text' }], rows: [['x']], preparedRows: 3 }]);
    const workbook = await readXlsx(bytes, { readStyles: true });
    expect(workbook.sheets[0]?.cells?.get('3,0')?.style?.numFmt).toBe('@');
  });
});

describe('streamTable', () => {
  it('writes CSV as Excel set for Belgium opens it', async () => {
    const rows = [
      { name: 'Dubois; "Zoé"', hours: 38.5, start: '2026-11-24' },
      { name: null, hours: undefined, start: null },
    ];
    const text = (await collect(streamTable(columns, each(rows), 'csv'))).toString('utf8');
    expect(text).toBe('\ufeffNom;Heures;Début\r\n"Dubois; ""Zoé""";38,5;2026-11-24\r\n;;\r\n');
  });

  it('neutralizes text in CSV and leaves numbers alone', async () => {
    const text = (await collect(streamTable(columns, each([{ name: '=cmd|x', hours: -3, start: null }]), 'csv'))).toString('utf8');
    expect(text.split('\r\n')[1]).toBe("'=cmd|x;-3;");
  });

  it('never lets a text start with a formula sign', () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '', 'a', ' '), fc.string({ unit: 'grapheme' })), ([first, rest]) => {
        const text = neutralize(first + rest);
        expect(text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(text.endsWith(first + rest)).toBe(true);
      }),
    );
  });

  it('writes the same rows as XLSX, with text as text and dates as dates', async () => {
    const rows = [
      { name: '=1+1', hours: 38.5, start: '2026-11-24' },
      { name: '+32 4', hours: null, start: null },
    ];
    const workbook = await readWorkbook(await collect(streamTable(columns, each(rows), 'xlsx', 'Personnes')));
    expect(workbook.sheets[0]?.name).toBe('Personnes');
    expect(workbook.sheets[0]?.rows.map((row) => row.cells.map((cell) => [cell.value, cell.formula]))).toEqual([
      [
        ['Nom', undefined],
        ['Heures', undefined],
        ['Début', undefined],
      ],
      [
        ['=1+1', undefined],
        [38.5, undefined],
        ['2026-11-24', undefined],
      ],
      [['+32 4', undefined]],
    ]);
  });

  it.each(['csv', 'xlsx'] as const)('takes rows only as fast as they are read (%s)', async (format) => {
    let taken = 0;
    const endless = async function* (): AsyncGenerator<TableRow> {
      for (;;) {
        taken += 1;
        yield { name: `Personne ${taken} ${Math.sin(taken)}`, hours: taken, start: null };
      }
    };
    const stream = streamTable(columns, endless(), format);
    let received = 0;
    for await (const chunk of stream) {
      received += (chunk as Buffer).length;
      if (received > 300_000) break;
    }
    expect(taken).toBeLessThan(60_000);
  });

  it.each(['csv', 'xlsx'] as const)('passes an error of the rows on (%s)', async (format) => {
    const failing = async function* (): AsyncGenerator<TableRow> {
      yield { name: 'a' };
      throw new Error('lost');
    };
    await expect(collect(streamTable(columns, failing(), format))).rejects.toThrow('lost');
  });
});
