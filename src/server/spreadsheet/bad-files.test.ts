import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../test/harness.ts';
import { readZip, writeZip, type ZipEntry } from '../../../test/zip.ts';
import { workIntakes } from '../../modules/intake/server/routes.ts';
import { storeLibrary } from '../../modules/norms/server/service.ts';
import { SpreadsheetError, spreadsheetErrorCodes } from './error.ts';
import { passGate } from './gate.ts';
import { readWorkbook } from './read.ts';
import { writeWorkbook } from './write.ts';

const filled = readFileSync(new URL('../../../examples/valombre.xlsx', import.meta.url));
const small = readZip(
  Buffer.from(
    await writeWorkbook([
      {
        name: 'Liste',
        columns: [{ width: 10 }],
        rows: [
          ['Nom', 'Zoé'],
          [{ value: '2026-01-01', date: true }, 7],
        ],
      },
    ]),
  ),
);
const sheet = 'xl/worksheets/sheet1.xml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const part = (name: string): string => small.find((entry) => entry.name === name)!.bytes.toString();
/** The small workbook with other parts in the place of its own, or more. */
const withParts = (parts: Record<string, string | Buffer>): Buffer =>
  writeZip([...small.filter(({ name }) => !(name in parts)), ...Object.entries(parts).map(([name, content]) => ({ name, bytes: Buffer.from(content) }))]);
const withRows = (rows: string, before = '', after = ''): Buffer => withParts({ [sheet]: `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>` });
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** `read`, or the code of the error: anything else that is thrown fails the test. */
const outcome = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'read';
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    expect(spreadsheetErrorCodes).toContain(error.code);
    return error.code;
  }
};
const readOutcome = (bytes: Uint8Array): Promise<string> => outcome(readWorkbook(bytes));

describe('a workbook that something happened to', () => {
  test('cut anywhere, it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(filled.length - 1), async (length) => {
        expect(await outcome(passGate(filled.subarray(0, length)))).toBe(length < 4 ? 'notXlsx' : 'damaged');
      }),
      { numRuns: 200, examples: [[0], [3], [4], [filled.length - 1], [filled.length - 22]] },
    );
  });

  test('with bits flipped, it is refused or holds the same cells', async () => {
    const whole = JSON.stringify(await readWorkbook(filled));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(filled.length * 8 - 1), { minLength: 1, maxLength: 8 }), async (bits) => {
        const bytes = Buffer.from(filled);
        for (const bit of bits) bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
        if ((await outcome(passGate(bytes))) !== 'read') return;
        let found = '';
        if ((await outcome(readWorkbook(bytes).then((workbook) => (found = JSON.stringify(workbook))))) === 'read') expect(found).toBe(whole);
      }),
      // The name of the texts, of the formats and of the relations in the directory at the end.
      {
        numRuns: 200,
        examples: [[[322_568]], ...['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels'].map((name): [number[]] => [[filled.lastIndexOf(name) * 8 + 33]])],
      },
    );
  });

  const names = fc.oneof(
    fc.constantFrom(
      '../xl/workbook.xml',
      '/xl/workbook.xml',
      'xl\\workbook.xml',
      'C:/xl/workbook.xml',
      'XL/WORKBOOK.XML',
      'xl//workbook.xml',
      'xl/./workbook.xml',
      '',
      '__proto__',
      'a'.repeat(60_000),
      'xl/\0.xml',
      'é.xml',
    ),
    fc.constantFrom(...small.map(({ name }) => name)),
  );
  const entryChange = fc.record({ at: fc.nat(small.length - 1), how: fc.constantFrom('remove', 'double', 'rename', 'swap', 'lie', 'method', 'encrypted'), name: names, number: fc.nat(0xffffffff) });
  test('with entries taken away, doubled, renamed, exchanged or lying, it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entryChange, { minLength: 1, maxLength: 3 }), async (changes) => {
        let entries: ZipEntry[] = small;
        for (const { at, how, name, number } of changes) {
          const place = at % Math.max(1, entries.length);
          const next = entries[(place + 1) % entries.length]?.bytes ?? Buffer.alloc(0);
          entries = entries.flatMap((entry, index): ZipEntry[] => {
            if (index !== place) return [entry];
            if (how === 'remove') return [];
            if (how === 'double') return [entry, entry];
            if (how === 'rename') return [{ ...entry, name }];
            if (how === 'swap') return [{ ...entry, bytes: next }];
            if (how === 'lie') return [{ ...entry, size: number, ...(number % 2 ? { crc: number } : {}) }];
            return [how === 'method' ? { ...entry, method: number & 0xffff } : { ...entry, flags: 1 }];
          });
        }
        await readOutcome(writeZip(entries));
      }),
      { numRuns: 30 },
    );
  });

  const marks = fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '</',
    '/>',
    '<!--',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '&#0;',
    '&#xD800;',
    '_x0000_',
    '\0',
    '\ufffe',
    '-',
    '9'.repeat(400),
    'NaN',
    '__proto__',
    '<a>'.repeat(5000),
    ' r="XFD1048576"',
    '<row r="-1">',
  );
  const textChange = fc.record({ at: fc.nat(small.length - 1), from: fc.nat(100_000), length: fc.nat(60), mark: marks, how: fc.constantFrom('cut', 'insert', 'replace', 'end') });
  test('with its parts written wrongly, it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(textChange, { minLength: 1, maxLength: 3 }), async (changes) => {
        const entries = small.map((entry) => ({ ...entry }));
        for (const { at, from, length, mark, how } of changes) {
          const text = entries[at]!.bytes.toString();
          const start = from % text.length;
          const rest = how === 'end' ? '' : text.slice(start + (how === 'insert' ? 0 : length));
          entries[at]!.bytes = Buffer.from(text.slice(0, start) + (how === 'cut' || how === 'end' ? '' : mark) + rest);
        }
        await readOutcome(writeZip(entries));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook made to harm', () => {
  const zeros = Buffer.alloc(10 * 1024 * 1024);
  const relations = part('xl/_rels/workbook.xml.rels');
  const files: Record<string, [() => Buffer, string]> = {
    'a hundred entries that share one content': [
      () => writeZip([...small, { name: 'xl/0.bin', bytes: zeros }, ...Array.from({ length: 99 }, (_, index) => ({ name: `xl/${index + 1}.bin`, bytes: zeros, contentOf: small.length }))]),
      'tooLarge',
    ],
    'an archive of archives of zeros': [() => withParts({ 'xl/a.bin': writeZip([{ name: 'b', bytes: writeZip([{ name: 'c', bytes: zeros }]) }]) }), 'read'],
    'two thousand entries more': [() => writeZip([...small, ...Array.from({ length: 2000 }, (_, index) => ({ name: `x${index}`, bytes: Buffer.alloc(0) }))]), 'tooLarge'],
    'an entry said to be small': [() => writeZip([...small, ...Array.from({ length: 14 }, (_, index) => ({ name: `x${index}`, bytes: zeros, size: 1 }))]), 'tooLarge'],
    'an entry said to be of four gigabytes': [() => writeZip(small.map((entry) => ({ ...entry, size: 0xfffffffe }))), 'read'],
    'entities that multiply': [
      () => withParts({ 'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}">]><sst xmlns="${main}"><si><t>&b;</t></si></sst>` }),
      'damaged',
    ],
    'an entity that names a file': [
      () => withParts({ [sheet]: `<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet xmlns="${main}"><sheetData>${one}</sheetData></worksheet>` }),
      'damaged',
    ],
    'entities hidden by another encoding': [
      () =>
        withParts({
          [sheet]: Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE s [<!ENTITY a "b">]><worksheet xmlns="${main}"><sheetData>${one}</sheetData></worksheet>`, 'utf16le'),
        }),
      'damaged',
    ],
    'letters in an old encoding': [
      () => withParts({ [sheet]: Buffer.from(`<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><v>é</v></c></row></sheetData></worksheet>`, 'latin1') }),
      'damaged',
    ],
    'a sheet cut between two rows': [() => withParts({ [sheet]: `<worksheet xmlns="${main}"><sheetData>${one}` }), 'damaged'],
    'an empty sheet part': [() => withParts({ [sheet]: '' }), 'damaged'],
    'a workbook that is its own sheet': [() => withParts({ 'xl/_rels/workbook.xml.rels': relations.replace('worksheets/sheet1.xml', 'workbook.xml') }), 'read'],
    'relations that are their own document': [() => withParts({ '_rels/.rels': part('_rels/.rels').replace('xl/workbook.xml', '_rels/.rels') }), 'read'],
    'a sheet outside the archive': [() => withParts({ 'xl/_rels/workbook.xml.rels': relations.replace('worksheets/sheet1.xml', '../../../../etc/passwd') }), 'damaged'],
    'a sheet on another machine': [
      () => withParts({ 'xl/_rels/workbook.xml.rels': relations.replace('Target="worksheets/sheet1.xml"', 'Target="http://127.0.0.1:1/x" TargetMode="External"') }),
      'damaged',
    ],
    'one sheet named three thousand times': [() => withParts({ 'xl/workbook.xml': part('xl/workbook.xml').replace(/<sheet [^>]*>/, (text) => text.repeat(3000)) }), 'read'],
    'a dimension of all cells, merged, linked and checked': [
      () =>
        withRows(
          one,
          '<dimension ref="A1:XFD1048576"/>',
          `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells><dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>'.repeat(2000)}</dataValidations>`,
        ),
      'read',
    ],
    'a formula shared by all cells': [() => withRows('<row r="1"><c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">A2</f><v>1</v></c><c r="B1"><f t="shared" si="4294967295"/></c></row>'), 'read'],
    'a million columns without a name': [() => withRows(`<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`), 'damaged'],
    'a row beyond the last': [() => withRows('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), 'damaged'],
    'a row before the first': [() => withRows('<row r="-1"><c r="A-1"><v>1</v></c></row>'), 'damaged'],
    'two hundred thousand elements within each other': [() => withRows(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}${one}`), 'read'],
    'a shared text that is not there': [() => withRows('<row r="1"><c r="A1" t="s"><v>99999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>constructor</v></c></row>'), 'read'],
    'a format of a date without an end': [() => withParts({ 'xl/styles.xml': part('xl/styles.xml').replace('dd/mm/yyyy', `${'['.repeat(100_000)}d`) }), 'read'],
    'macros beside its cells': [
      () =>
        withParts({
          '[Content_Types].xml': part('[Content_Types].xml').replace('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main'),
          'xl/vbaProject.bin': Buffer.alloc(1000, 0xd0),
        }),
      'read',
    ],
  };
  test.each(Object.entries(files))(
    '%s',
    async (_what, [make, expected]) => {
      expect(await readOutcome(make())).toBe(expected);
    },
    60_000,
  );

  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const ods = () =>
    writeZip([
      { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
      { name: 'content.xml', bytes: Buffer.from('<office:document-content/>') },
    ]);
  const others: Record<string, [() => Buffer | Promise<Buffer>, string]> = {
    'nothing at all': [() => Buffer.alloc(0), 'notXlsx'],
    'an old workbook (xls)': [() => ole, 'notXlsx'],
    'an open document (ods)': [ods, 'notXlsx'],
    'a list with semicolons (csv)': [() => Buffer.from('\ufeffNom;Prénom\r\n'), 'notXlsx'],
    'a page (html)': [() => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'notXlsx'],
    'a printed page (pdf)': [() => Buffer.from('%PDF-1.7\n'), 'notXlsx'],
    'an empty archive': [() => writeZip([]), 'notXlsx'],
    'a binary workbook (xlsb)': [
      () => withParts({ '[Content_Types].xml': part('[Content_Types].xml').replace('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.binary.macroEnabled.main') }),
      'notXlsx',
    ],
    'a workbook with a password': [async () => Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }], encryption: { password: 'x', spinCount: 1000 } })), 'protected'],
  };
  test.each(Object.entries(others))('%s under the name of a workbook', async (_what, [make, expected]) => {
    expect(await readOutcome(await make())).toBe(expected);
  });

  test('fifty sheets as high as can be: refused, and the memory given back', async () => {
    const tall = `<worksheet xmlns="${main}"><sheetData><row r="1048576"><c r="R1048576"><v>1</v></c></row></sheetData></worksheet>`;
    const bytes = withParts({ [sheet]: tall, 'xl/workbook.xml': part('xl/workbook.xml').replace(/<sheet [^>]*>/, (text) => text.repeat(50)) });
    const refused = () => outcome(readWorkbook(bytes, { memoryMb: 128 }));
    expect(await refused()).toBe('tooLarge');
    const before = process.memoryUsage.rss();
    for (let round = 0; round < 4; round += 1) expect(await refused()).toBe('tooLarge');
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
  });
});

describe('cells that hold what no other place can', () => {
  const cells = async (rows: string) => (await readWorkbook(withRows(rows))).sheets[0]?.rows[0]?.cells.map(({ column: _column, ...cell }) => cell);
  const dates = /<c r="A2" s="(\d+)"/.exec(part(sheet))![1]!;

  // A telephone number typed into a cell that is formatted for dates.
  test.each(['475123456', '20260101', '2958466', '99999999999', '1e308', '-40000', '-1e300'])('the number %s is no date: an error in its cell, and not of the workbook', async (number) => {
    expect(await cells(`<row r="1"><c r="A1" s="${dates}"><v>${number}</v></c><c r="B1" s="${dates}"><v>46023</v></c></row>`)).toEqual([{ value: '########', error: true }, { value: '2026-01-01' }]);
  });

  test('signs that no text may hold are left out', async () => {
    const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Zo&#0;é&#xFFFE; _x0007_Lambin</t></is></c><c r="B1" t="str"><v>a&#xD800;b</v></c><c r="C1" t="str"><v>_x0000_</v></c></row>';
    expect(await cells(row)).toEqual([{ value: 'Zoé Lambin' }, { value: 'a\ufffdb' }]);
  });
});

describe('sent as an intake', () => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  beforeAll(async () => {
    server = await testServer();
    // The example has answers of an earlier questionnaire.
    await storeLibrary(server.services);
    await workIntakes(server.services);
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  const send = async (bytes: Buffer, path = `/organizations/${centre}/intakes?dryRun=false`) => {
    const payload = Buffer.concat([Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'), bytes, Buffer.from('\r\n--x--\r\n')]);
    const accepted = await server.call('POST', path, { as: adviser, payload, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(accepted.statusCode, accepted.body).toBe(202);
    const task = async () =>
      (await server.call('GET', String(accepted.headers['location']), { as: adviser })).json() as { state: string; report?: { written: boolean; issues: { code: string; what: string }[] } };
    await expect.poll(async () => (await task()).state, { timeout: 60_000, interval: 100 }).toMatch(/done|failed/);
    return task();
  };

  test.each([
    ['nothing', () => Buffer.alloc(0), 'notXlsx'],
    ['a workbook cut short', () => filled.subarray(0, 20_000), 'damaged'],
    ['an archive that unpacks to too much', () => writeZip([...small, ...Array.from({ length: 14 }, (_, index) => ({ name: `x${index}`, bytes: Buffer.alloc(10 * 1024 * 1024) }))]), 'tooLarge'],
  ])('%s ends with a report that says why, and leaves nothing behind', async (_what, make, code) => {
    const { state, report } = await send(make());
    expect(state).toBe('done');
    expect(report).toMatchObject({ written: false, issues: [{ code, what: expect.stringMatching(/.{20}/) as string }] });
    expect(await server.asOwner('SELECT (SELECT count(*)::int FROM file) AS files, (SELECT count(*)::int FROM file_chunk) AS chunks, (SELECT count(*)::int FROM person) AS people')).toEqual([
      { files: 0, chunks: 0, people: 0 },
    ]);
  });

  test('a good one is entered under an address in capitals too', async () => {
    const { state, report } = await send(filled, `/organizations/${centre.toUpperCase()}/intakes?dryRun=false&confirmed=true`);
    expect(state).toBe('done');
    expect(report).toMatchObject({ written: true });
  });
});
