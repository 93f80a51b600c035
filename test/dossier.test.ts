// The main job, as a person does it from the command line: an empty directory, a workbook, a security file that real readers open.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-dossier-'));
const root = fileURLToPath(new URL('..', import.meta.url));
const workbook = join(root, 'examples/valombre.xlsx');
const env = { ...process.env, BEFFROI_DATA: join(folder, 'data'), DATABASE_URL: '', NO_COLOR: '1' };

type Outcome = { code: number; out: string; err: string };
const run = (file: string, args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(file, args, { cwd: folder, env, maxBuffer: 1e8 }, (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }));
  });
const beffroi = (...args: string[]): Promise<Outcome> => run(process.execPath, [join(root, 'src/cli/main.ts'), ...args]);
const dossier = (language: string): string => join(folder, language);
const files = async (language: string, ending: string): Promise<string[]> => (await readdir(dossier(language))).filter((name) => name.endsWith(ending)).map((name) => join(dossier(language), name));
const policy = async (language: string, ending: string): Promise<string> => (await files(language, ending)).find((name) => /formelle|formeel|formeller/.test(name)) ?? '';

// One accented phrase that each language's policy must hold, letter by letter and in order.
const phrases = { fr: 'Politique de sécurité', nl: 'Informatieveiligheidsbeleid', de: 'Sozialhilferat' } as const;
const languages = ['fr', 'nl', 'de'] as const;

describe('from one workbook to a security file', () => {
  beforeAll(async () => {
    const dry = await beffroi('import', workbook, '--organization', 'valombre', '--dry-run');
    expect(dry.code, dry.err).toBe(0);
    expect((await beffroi('organizations')).out).toBe('No centre yet.\n');
    const entered = await beffroi('import', workbook, '--organization', 'valombre');
    expect(entered.code, entered.err).toBe(0);
    expect(entered.out).toContain('Personnes : 64 de plus');
    for (const language of languages) {
      const written = await beffroi('dossier', '--organization', 'valombre', '--lang', language, '--out', dossier(language));
      expect(written.code, written.err).toBe(0);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('the same workbook twice creates nothing twice', async () => {
    const again = await beffroi('import', workbook, '--organization', 'valombre');
    expect(again.out).toContain('Centre inchangé.');
    expect(again.out.match(/: 0 de plus, 0 modifiés/g)).toHaveLength(22);
  });

  test.each(languages)('the dossier in %s is whole: its checksums hold, its index names every file', async (language) => {
    const sums = (await readFile(join(dossier(language), 'SHA256SUMS'), 'utf8')).trim().split('\n');
    const index = await readFile(join(dossier(language), 'index.txt'), 'utf8');
    const documents = (await readdir(dossier(language))).filter((name) => /\.(pdf|docx)$/.test(name));
    expect(documents).toHaveLength(16);
    for (const line of sums) {
      const [sum = '', name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(await readFile(join(dossier(language), name)))
          .digest('hex'),
        name,
      ).toBe(sum);
    }
    for (const name of documents) {
      expect(
        sums.some((line) => line.endsWith(`  ${name}`)),
        name,
      ).toBe(true);
      expect(index).toContain(name);
    }
  });

  test('an output folder that holds something is refused and left as it was', async () => {
    const before = await readdir(dossier('fr'));
    const refused = await beffroi('dossier', '--organization', 'valombre', '--out', dossier('fr'));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('is not an empty folder');
    expect(await readdir(dossier('fr'))).toEqual(before);
  });

  test.skipIf(!program('pdftotext'))('pdftotext finds the accents in order, pdfinfo says tagged', async () => {
    for (const language of languages) {
      const file = await policy(language, '.pdf');
      const text = (await run('pdftotext', ['-layout', file, '-'])).out.normalize('NFC').replace(/\s+/g, ' ');
      expect(text, language).toContain(phrases[language]);
      expect(text, language).not.toContain('{{');
      for (const pdf of await files(language, '.pdf')) {
        const info = (await run('pdfinfo', [pdf])).out;
        expect(info, pdf).toMatch(/Tagged:\s+yes/);
      }
    }
  });

  test.skipIf(!program('soffice'))(
    'LibreOffice opens every Word file without a repair and finds the same words',
    async () => {
      const documents = await files('fr', '.docx');
      const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
      const converted = await run('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', join(folder, 'txt'), ...documents]);
      expect(converted.code, converted.err).toBe(0);
      expect(converted.out + converted.err).not.toMatch(/repair|corrupt|error/i);
      const texts = await readdir(join(folder, 'txt'));
      expect(texts).toHaveLength(documents.length);
      const text = (await readFile(join(folder, 'txt', texts.find((name) => name.includes('partie-formelle')) ?? ''), 'utf8')).replace(/\s+/g, ' ');
      expect(text).toContain('Politique de sécurité');
      expect(text).toContain('CPAS de Valombre');
    },
    120_000,
  );

  test('the trail verifies, agrees with the heads kept elsewhere, and with no others', async () => {
    const heads = join(folder, 'heads');
    expect((await beffroi('audit', 'verify', '--heads', heads)).code).toBe(0);
    expect((await beffroi('audit', 'verify', '--anchor', heads)).code).toBe(0);
    await writeFile(heads, (await readFile(heads, 'utf8')).replace(/[0-9a-f]{64}/, '0'.repeat(64)));
    const wrong = await beffroi('audit', 'verify', '--anchor', heads);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('that link is not as it was');
  });

  test.each([
    [['nonsense'], 2, 'There is no command "nonsense"'],
    [['import', 'nowhere.xlsx', '--organization', 'valombre'], 1, 'cannot be read'],
    [['import', workbook], 2, '--organization is missing'],
    [['import', join(root, 'package.json'), '--organization', 'valombre'], 1, 'pas un classeur XLSX'],
    [['dossier', '--organization', 'orneval', '--out', 'x'], 1, 'There are: valombre'],
    [['dossier', '--organization', 'valombre', '--lang', 'en', '--out', 'x'], 2, '--lang must be one of fr, nl, de'],
    [['template', '--lang', 'fr', '--out', '/nowhere/at/all.xlsx'], 1, 'cannot be written'],
  ] as const)('%j ends with %i and says why', async (args, code, words) => {
    const outcome = await beffroi(...args);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(words);
  });
});
