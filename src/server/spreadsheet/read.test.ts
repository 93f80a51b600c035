import { Readable } from 'node:stream';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { gateLimits, passGate } from './gate.ts';
import { readWorkbook } from './read.ts';
import { writeWorkbook } from './write.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parts: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
const worksheet = (rows: string): string => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

/** An archive of the parts that a workbook needs and one sheet; `others` adds or replaces parts. */
const archive = async (sheet: string | Readable, others: Record<string, string> = {}): Promise<Buffer> => {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries({ ...parts, ...others })) zip.addBuffer(Buffer.from(text), name);
  if (typeof sheet === 'string') zip.addBuffer(Buffer.from(sheet), 'xl/worksheets/sheet1.xml');
  else zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const zeros = function* (megabytes: number): Generator<Buffer> {
  const block = Buffer.alloc(1024 * 1024);
  for (let i = 0; i < megabytes; i += 1) yield block;
};

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'read',
    (error: { code?: string }) => error.code ?? error,
  );

describe('what is not a workbook', () => {
  it('names text, PDF, a plain archive and a legacy workbook', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const plain = new yazl.ZipFile();
    plain.addBuffer(Buffer.from('hello'), 'hello.txt');
    plain.end();
    const chunks: Buffer[] = [];
    for await (const chunk of plain.outputStream) chunks.push(chunk as Buffer);
    for (const bytes of [Buffer.from('Nom;Prénom\r\n'), Buffer.alloc(0), Buffer.from('%PDF-1.7'), ole, Buffer.concat(chunks)]) {
      expect(await codeOf(readWorkbook(bytes))).toBe('notXlsx');
    }
  });

  it('names a workbook protected by a password', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['secret']] }], encryption: { password: 'x', spinCount: 1000 } });
    expect(await codeOf(readWorkbook(bytes))).toBe('protected');
  });

  it('calls a truncated workbook damaged, and one with a changed byte', async () => {
    const bytes = Buffer.from(await writeWorkbook([{ name: 'A', columns: [{ width: 10 }], rows: [['x'.repeat(50)]] }]));
    expect(await codeOf(readWorkbook(bytes.subarray(0, bytes.length - 40)))).toBe('damaged');
    const stored = Buffer.from(await archive(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')));
    const at = stored.length - 400;
    for (let i = 300; i < at; i += 97) stored[i] = (stored[i] ?? 0) ^ 0xff;
    expect(await codeOf(readWorkbook(stored))).toBe('damaged');
  });

  it('refuses a document type declaration', async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>${worksheet('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>')}`;
    expect(await codeOf(readWorkbook(await archive(sheet)))).toBe('damaged');
  });
});

describe('size', () => {
  it('stops a part that unpacks to gigabytes', async () => {
    const bytes = await archive(Readable.from(zeros(1200)));
    expect(bytes.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().rss;
    expect(await codeOf(readWorkbook(bytes))).toBe('tooLarge');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('counts what comes out, not what the header declares', async () => {
    const bytes = await archive(Readable.from(zeros(80)));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const central = bytes.lastIndexOf(name) - 46;
    expect(bytes.readUInt32LE(central)).toBe(0x02014b50);
    bytes.writeUInt32LE(1000, central + 24);
    expect(await codeOf(readWorkbook(bytes))).toBe('tooLarge');
  });

  it('adds up the parts', async () => {
    const limits = { ...gateLimits, entryBytes: 2000, totalBytes: 4000 };
    const filler = '<a/>'.repeat(400);
    await expect(passGate(await archive(worksheet(''), { 'xl/a.xml': filler }), limits)).resolves.toBeInstanceOf(Uint8Array);
    expect(await codeOf(passGate(await archive(worksheet(''), { 'xl/a.xml': filler, 'xl/b.bin': filler }), limits))).toBe('tooLarge');
  });

  it('is not hurt by a million empty rows', async () => {
    const rows = function* (): Generator<string> {
      yield `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><v>Nom</v></c></row>`;
      for (let first = 2; first <= 1_000_000; first += 1000) yield Array.from({ length: 1000 }, (_, i) => `<row r="${first + i}"><c r="A${first + i}" s="0"/></row>`).join('');
      yield '</sheetData></worksheet>';
    };
    const workbook = await readWorkbook(await archive(Readable.from(rows())));
    expect(workbook.sheets[0]?.rows).toEqual([{ number: 1, cells: [{ column: 'A', value: 'Nom' }] }]);
  });

  it('says when there are too many filled rows', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`).join('');
    const bytes = await archive(worksheet(rows));
    expect(await codeOf(readWorkbook(bytes, { maxRows: 11 }))).toBe('tooManyRows');
    expect(await codeOf(readWorkbook(bytes, { maxRows: 12 }))).toBe('read');
    expect(await codeOf(readWorkbook(await archive(worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))))).toBe('tooManyRows');
  });

  it('gives up after the time allowed', async () => {
    expect(await codeOf(readWorkbook(await archive(worksheet('')), { timeoutMs: 1 }))).toBe('tooSlow');
  });

  it('stops a sheet whose cells need more memory than the worker has', async () => {
    const rows = Array.from({ length: 400_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>${i} ${'é'.repeat(20)}</v></c></row>`).join('');
    expect(await codeOf(readWorkbook(await archive(worksheet(rows)), { memoryMb: 24 }))).toBe('tooLarge');
  });
});

describe('values', () => {
  it('reads formulas by their cached value, and marks errors', async () => {
    const row = '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="C3"><f>B3</f></c><c r="D3" t="e"><v>#REF!</v></c><c r="AA3" t="b"><v>1</v></c><c r="AB3" t="str"><f>"a"</f><v>é</v></c></row>';
    const workbook = await readWorkbook(await archive(worksheet(row)));
    expect(workbook.sheets).toEqual([
      {
        name: 'Liste',
        rows: [
          {
            number: 3,
            cells: [
              { column: 'A', value: 2, formula: true },
              { column: 'C', value: undefined, formula: true },
              { column: 'D', value: '#REF!', error: true },
              { column: 'AA', value: true },
              { column: 'AB', value: 'é', formula: true },
            ],
          },
        ],
      },
    ]);
  });

  it('gives dates as civil dates on either side of midnight and of leap days', async () => {
    const dates = ['1900-03-01', '1985-07-30', '2024-02-29', '2026-03-29', '2026-11-24'];
    const bytes = await writeWorkbook([{ name: 'D', columns: [{ width: 12 }], rows: dates.map((value) => [{ value, date: true }]) }]);
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets[0]?.rows.map((row) => row.cells[0]?.value)).toEqual(dates);
  });

  it('reads a part written as a stream, with its size after it', async () => {
    const workbook = await readWorkbook(await archive(Readable.from([Buffer.from(worksheet('<row r="1"><c r="A1"><v>7</v></c></row>'))])));
    expect(workbook.sheets[0]?.rows[0]?.cells[0]?.value).toBe(7);
  });
});

it('a cell merged down says what it says for each of its lines, and a title merged over columns is one text', async () => {
  const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const lines = Array.from({ length: 10_000 }, (_, i) => `<row r="${i + 3}">${text(`A${i + 3}`, `PC-${i}`)}${i % 10 === 0 ? text(`B${i + 3}`, `Local ${i / 10}`) : `<c r="B${i + 3}"/>`}</row>`).join(
    '',
  );
  const merges = ['A1:B1', ...Array.from({ length: 1000 }, (_, i) => `B${i * 10 + 3}:B${i * 10 + 12}`)].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1">${text('A1', 'Inventaire')}</row><row r="2">${text('A2', 'Nom')}${text('B2', 'Local')}</row>${lines}</sheetData><mergeCells count="1001">${merges}</mergeCells></worksheet>`;
  const { rows } = (await readWorkbook(await archive(sheet))).sheets[0]!;
  expect([rows[0]!.cells.length, rows.length]).toEqual([1, 10_002]);
  expect(rows.slice(2).every(({ cells }, i) => cells[1]?.value === `Local ${Math.floor(i / 10)}`)).toBe(true);
});
