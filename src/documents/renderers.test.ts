import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { program } from '../../test/tools.ts';
import { documentLanguages } from '../kernel/language.ts';
import { barTable } from './bars.ts';
import { contentHash, plainText } from './content.ts';
import { renderDocx } from './docx.ts';
import { letter, report, worded } from './fixture.ts';
import { renderHtml } from './html.ts';
import { pdfData } from './pdf-data.ts';
import { closePdf, renderPdf } from './pdf.ts';
import type { Block, DocumentModel } from './section.ts';
import { cleanText, headings } from './text.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(async () => {
  await closePdf();
  rmSync(folder, { recursive: true });
});

const models: [string, DocumentModel][] = [
  ...documentLanguages.flatMap((language): [string, DocumentModel][] => [
    [`report ${language}`, report(language)],
    [`letter ${language}`, letter(language)],
  ]),
  ['report in a centre’s own words', worded()],
];

const unescape = (markup: string): string =>
  markup.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name?: string) => (code ? String.fromCodePoint(Number(code)) : { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name!]!));
/** One entry for each printed line, whatever the element. */
const printed = (texts: string[]): string[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter(Boolean);

const htmlTexts = (html: string): string[] =>
  printed(
    html
      .replace(/<footer.*<\/footer>/s, '')
      .replace(/<br>/g, '\n')
      .replace(/<\/?(?:strong|em|mark|span)(?: [^>]*)?>/g, '')
      .split(/<[^>]*>/)
      .map(unescape),
  );

const unzip = (bytes: Uint8Array): Promise<Map<string, string>> =>
  new Promise((done, failed) => {
    const entries = new Map<string, string>();
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return failed(error);
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return failed(broken);
          const chunks: Buffer[] = [];
          stream
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => {
              entries.set(entry.fileName, Buffer.concat(chunks).toString());
              zip.readEntry();
            });
        }),
      );
      zip.on('end', () => done(entries));
      zip.readEntry();
    });
  });
const docxTexts = async (bytes: Uint8Array): Promise<string[]> => {
  const body = (await unzip(bytes)).get('word/document.xml')!;
  return printed(body.split('</w:p>').map((part) => unescape([...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '\n').join(''))));
};

/** Hyphens at line ends are the typesetter's; so all hyphens and spaces are left out of the comparison. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad\u2010-]/g, '');

/** The texts of a PDF as drawn, between head and foot of the pages, without the marks of lists and the repeated heads of tables. */
const pdfText = (bytes: Uint8Array, { sections }: DocumentModel): string => {
  const file = join(folder, 'drawn.pdf');
  writeFileSync(file, bytes);
  const headOf = (block: Block): string[] => {
    if (block.type === 'table') return block.columns.map(({ title }) => title);
    if (block.type !== 'bars') return [];
    const { heads } = barTable(block);
    return [heads.what, heads.now, heads.before ?? ''];
  };
  const heads = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => headOf(block).join('') || [])
    .map(squeezed);
  const pages = execFileSync('pdftotext', ['-raw', '-r', '72', '-x', '0', '-y', '80', '-W', '596', '-H', '684', file, '-'], { encoding: 'utf8' }).split('\f');
  return pages.reduce((done, page) => {
    const text = squeezed(page.replace(/^(?:•|\d+\.) /gm, ''));
    const repeated = heads.find((head) => text.startsWith(head) && done.includes(head));
    return done + (repeated ? text.slice(repeated.length) : text);
  }, '');
};

describe.each(models)('%s', (_, model) => {
  test('HTML holds the texts of the model, numbers and order included', () => {
    expect(htmlTexts(renderHtml(model))).toEqual(printed(plainText(model)));
  });

  test('Word holds them too; its headings are numbered by Word itself', async () => {
    const numbered = new Map(headings(model).map(({ number, title }) => [`${number} ${title}`, title]));
    const expected = printed(plainText(model)).map((text) => numbered.get(text) ?? text);
    expect(await docxTexts(await renderDocx(model))).toEqual(expected);
  });

  test.skipIf(!program('pdftotext'))('PDF holds them in the same order', async () => {
    expect(pdfText(await renderPdf(model), model)).toBe(squeezed(plainText(model).join('')));
  });

  test('the same model gives the same bytes', async () => {
    const copy = structuredClone(model);
    expect(Buffer.from(await renderDocx(copy)).equals(await renderDocx(model))).toBe(true);
    expect(Buffer.from(await renderPdf(copy)).equals(await renderPdf(model))).toBe(true);
  });
});

test('what a centre wrote, added and left out is what all formats hold, numbered as it stands', () => {
  expect(headings(worded()).map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1 But de CPAS de Valombre',
    '1.1 Nos parties — CPAS de Valombre',
    '1.2 Partie ajoutée',
    '2 Chapitre ajouté',
    '3 Personnes',
  ]);
  expect(htmlTexts(renderHtml(worded())).join(' ')).toMatch(/Chez nous, … veille\. .*primo & 3 > 2 secundo À retenir\./);
});

test.skipIf(!program('pdfinfo'))('the PDF is PDF/A-2a: tagged (headings, lists, tables), with title, author, date and language, on A4', async () => {
  const file = join(folder, 'metadata.pdf');
  writeFileSync(file, await renderPdf(report('nl')));
  const info = (...options: string[]): string =>
    execFileSync('pdfinfo', [...options, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' } });
  expect(info()).toMatch(/^Title: +Informatieveiligheidsbeleid/m);
  expect(info()).toMatch(/^Author: +CPAS de Valombre$/m);
  expect(info()).toMatch(/^CreationDate: +Tue Nov 24 00:00:00 2026/m);
  expect(info()).toMatch(/^Tagged: +yes$/m);
  expect(info()).toMatch(/\(A4\)$/m);
  expect(info('-meta')).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  expect(info('-meta')).toContain('<rdf:li>nl-BE</rdf:li>');
  const tags = new Set(
    info('-struct')
      .match(/^ *(\w+)/gm)
      ?.map((tag) => tag.trim()),
  );
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'THead', 'TH', 'TD']) expect(tags).toContain(tag);
});

test.skipIf(!program('pdftotext'))('a table repeats its head on each page, rows stay whole, signatures stay together with the text before them', async () => {
  const file = join(folder, 'pages.pdf');
  writeFileSync(file, await renderPdf(report('fr')));
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f');
  const tablePages = pages.filter((page) => /PC-\d{3}/.test(page));
  expect(tablePages.length).toBeGreaterThan(1);
  for (const page of tablePages) expect(page).toMatch(/N° +Type +Personne +Depuis/);
  const signing = pages.find((page) => page.includes('4 Signatures'))!;
  expect(signing).toMatch(/La directrice générale +Le président/);
  expect(signing).toContain('Geneviève Poncelet');
  for (const [index, page] of pages.slice(0, -1).entries()) {
    expect(page).toMatch(new RegExp(`${index + 1} ?/ ?${pages.length - 1}$`, 'm'));
    expect(page).toContain('sha256 9f1c 2b7e 55d0 83aa');
    expect(page.includes('Politique de sécurité de l’information · 4')).toBe(index > 0);
  }
});

test('the Word file can be worked on: headings, lists that begin at 1, repeated table heads, language, no fields to update', async () => {
  const parts = await unzip(await renderDocx(report('nl')));
  const body = parts.get('word/document.xml')!;
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
  expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2);
  expect(body).toContain('<w:tblHeader/>');
  expect(body).toContain('<w:cantSplit/>');
  expect(body).not.toContain('TOC');
  expect(parts.get('word/settings.xml')).not.toContain('updateFields');
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="nl-BE"/>');
  expect(parts.get('docProps/core.xml')).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-24T00:00:00Z</dcterms:created>');
  expect(parts.get('word/fontTable.xml')).toContain('<w:altName w:val="Liberation Serif"/>');
});

test.skipIf(!program('soffice'))('a word processor opens the Word file and numbers it as the PDF is numbered', async () => {
  const model = report('de');
  writeFileSync(join(folder, 'word.docx'), await renderDocx(model));
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'word.docx')], {
    stdio: 'ignore',
  });
  const text = readFileSync(join(folder, 'word.txt'), 'utf8');
  for (const { number, title } of headings(model)) expect(text).toContain(`${number} ${title}`);
});

const withText = (text: string): DocumentModel => ({
  ...letter('fr'),
  title: text,
  sections: [
    { key: 'a', level: 1, title: 'x', blocks: [{ type: 'paragraph', content: [{ text }, { text, bold: true, missing: 'adviser.name' }] }] },
    { key: 'b', level: 1, title: text, blocks: [{ type: 'table', columns: [{ title: text }, { title: 'x' }], rows: [[[{ text }], []]], empty: text }] },
    {
      key: 'c',
      level: 1,
      title: 'y',
      blocks: [
        { type: 'definitions', items: [{ term: text, description: [{ text }] }] },
        { type: 'list', ordered: true, items: [[{ text }]] },
        { type: 'bars', label: text, heads: { what: 'y', now: 'x', before: 'z' }, unit: 'u', rows: [{ label: text, value: 1, of: 2, before: { value: 3, of: 2 } }], empty: text },
      ],
    },
  ],
});
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: fc.constantFrom('<', '&', '"', ']]>', '</w:t>', '-->', '\n', '\t', '\0', '\u202e', '\ud800', 'é', ' ') }));

test('any text survives as data in HTML and in what the PDF is drawn from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const model = withText(text);
      expect(htmlTexts(renderHtml(model))).toEqual(printed(plainText(model)));
      const drawn = pdfData(model).sections[0]!.blocks[0] as { content: { text: string[][] }[] };
      expect(drawn.content[0]!.text.map((line) => line.join('')).join('\n')).toBe(cleanText(text));
    }),
  );
});

test('any text survives as data in Word', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const model = withText(text);
      expect(await docxTexts(await renderDocx(model))).toEqual(printed(plainText(model)));
    }),
    { numRuns: 30 },
  );
});

test('any text can be drawn as PDF', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(
        Buffer.from(await renderPdf(withText(text)))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }),
    { numRuns: 40 },
  );
});

test
  .skipIf(!program('pdftotext'))
  .each([
    '#panic("x") #read("/etc/passwd") \\ // /* ` ``` ~ @ref <label> $x^2$ *gras* _italique_ = titre - liste + liste / terme: ---',
    '"; #let model = none',
    'é'.repeat(300),
    '1 < 2 && 3 > 2; C:\\Temp\\%PATH%',
  ])('PDF prints hostile text as it stands: %s', async (text) => {
  const model = withText(text);
  expect(pdfText(await renderPdf(model), model)).toBe(squeezed(plainText(model).join('')));
});

test('what deceives the eye or cannot be printed is left out everywhere', () => {
  expect(cleanText('facture\u202egpj.exe \u0000\u0007\ufeff\ue000\u2066x\r\ny\tz e\u0301')).toBe('facturegpj.exe x\ny z é');
});

test('a document that takes too long is given up with a clear error, and the next one is drawn', async () => {
  await expect(renderPdf(report('fr'), 1)).rejects.toThrow('The PDF could not be made: it was not ready within 1 ms');
  await expect(renderPdf(letter('fr'))).resolves.toBeInstanceOf(Uint8Array);
});

test('missing values are marked in HTML', () => {
  expect(renderHtml(report('fr'))).toContain('<mark class="missing" data-variable="adviser.name">…</mark>');
});

test('the hash covers the content alone: not itself, the footer or the order of keys', () => {
  const model = report('fr');
  const hash = contentHash(model);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash({ ...model, contentHash: 'x', footer: 'Approuvé' })).toBe(hash);
  expect(contentHash(Object.fromEntries(Object.entries(model).reverse()) as DocumentModel)).toBe(hash);
  expect(contentHash({ ...model, date: '2026-11-25' })).not.toBe(hash);
  expect(contentHash({ ...model, sections: [...model.sections].reverse() })).not.toBe(hash);
});
