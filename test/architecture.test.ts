import Fastify from 'fastify';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/kernel/language.ts';
import { registerAccess } from '../src/server/http/access.ts';
import type { Services } from '../src/server/services.ts';
import { helpHeadings, helpLanguages, helpPageOf, readHelp } from '../src/web/help.ts';
import { type Import, importsOf, root, sourceFiles, textOf, withoutComments } from './sources.ts';

const files = sourceFiles();
const imports = files.flatMap(importsOf);

/** Where a file stands in the house, and the domain whose room it is. */
type Place = { part: 'kernel' | 'pure' | 'moduleServer' | 'web' | 'moduleWeb' | 'texts' | 'documents' | 'server' | 'cli' | 'demonstration' | 'other'; domain?: string };
const placeOf = (file: string): Place => {
  const inModule = /^src\/modules\/(\w+)\/(?:(server|web|locales|documents)\/)?/.exec(file);
  if (inModule) {
    const part = ({ server: 'moduleServer', web: 'moduleWeb', locales: 'texts', documents: 'pure' } as const)[inModule[2] as 'server'] ?? 'pure';
    return { part, domain: inModule[1]! };
  }
  const part = (['kernel', 'documents', 'server', 'web', 'cli', 'demonstration'] as const).find((name) => file.startsWith(`src/${name}/`));
  return { part: part ?? 'other' };
};

/** The intake reads the registers of other rooms: it alone uses their schemas, and not only their types. */
const readsAllRegisters = 'intake';
/** The table of contents of the API, and the start, name the rooms. */
const namesRooms = ['src/server/http/rooms.ts', 'src/server/start.ts'];
const renderers = /^src\/documents\/(?:pdf|docx|html)[\w.-]*\.ts$/;

const mayImport = (one: Import): boolean => {
  const from = placeOf(one.file);
  const to = placeOf(one.from);
  const own = from.domain === to.domain;
  switch (from.part) {
    case 'kernel':
      return to.part === 'kernel';
    case 'pure':
      if (to.part === 'kernel') return true;
      if (to.part === 'pure') return own || one.typeOnly || from.domain === readsAllRegisters;
      if (to.part === 'texts') return own;
      return to.part === 'documents' && !renderers.test(one.from);
    case 'moduleServer':
      // What happened is read from its table of contents, which knows the rooms: it cannot stand in the service that the rooms' actions ask.
      if (one.from === 'src/modules/council/server/sources.ts') return true;
      // The same holds for the live facts of a room whose service asks the norms for figures.
      if (one.file === 'src/modules/norms/server/live-facts.ts' && one.from.endsWith('/server/facts-store.ts')) return true;
      // And for the rooms whose services ask the documents to draw: what the policy and the merging of people ask stands in their stores.
      if (one.file === 'src/modules/documents/server/compose.ts' && /(?:access\/server\/list|server\/policy)-store\.ts$/.test(one.from)) return true;
      if (one.file === 'src/modules/people/server/merge-store.ts' && one.from === 'src/modules/access/server/store.ts') return true;
      if (to.part === 'moduleServer') return own || one.from.endsWith('/server/service.ts') || (one.typeOnly && one.from.endsWith('/server/tables.ts'));
      if (to.part === 'pure') return own || one.typeOnly || from.domain === readsAllRegisters;
      return ['kernel', 'server', 'documents'].includes(to.part) || (to.part === 'texts' && own);
    case 'moduleWeb':
      // Texts of documents are written alike on the page and on paper; a room says in `where.ts` on which of its pages a fact is entered.
      if (one.from === 'src/documents/text.ts' || one.from.endsWith('/web/where.ts')) return true;
      return to.part === 'web' || to.part === 'kernel' || (own && ['pure', 'moduleWeb'].includes(to.part));
    case 'web':
      return ['web', 'kernel', 'moduleWeb'].includes(to.part) && (to.part !== 'moduleWeb' || ['src/web/routes.tsx', 'src/web/rooms.ts'].includes(one.file));
    case 'documents':
      return ['documents', 'kernel', 'pure'].includes(to.part);
    case 'server':
      if (to.part === 'moduleServer' || to.part === 'documents') return namesRooms.includes(one.file);
      return ['server', 'kernel'].includes(to.part);
    case 'demonstration':
      return ['demonstration', 'kernel', 'pure', 'server'].includes(to.part) || (to.part === 'moduleServer' && /\/(?:service|store|tables|library)\.ts$/.test(one.from));
    case 'cli':
      return to.part !== 'web' && to.part !== 'moduleWeb' && to.part !== 'other' && !(to.part === 'moduleServer' && !one.from.endsWith('/service.ts'));
    default:
      return false;
  }
};
const told = ({ file, from }: Import): string => `${file} → ${from}`;

describe('the house', () => {
  test('its files are found, with their imports', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.some(({ file, from, typeOnly }) => file === 'src/modules/people/server/store.ts' && from === 'src/kernel/search.ts' && !typeOnly)).toBe(true);
    expect(imports.filter(({ ours, from }) => ours && !globSync(from, { cwd: root }).length && !from.endsWith('.d.ts')).map(told)).toEqual([]);
  });

  test('each part imports only what it may', () => {
    expect(imports.filter((one) => one.ours && !mayImport(one)).map(told)).toEqual([]);
  });

  test('the kernel and the rules of the rooms run anywhere: no package but zod and the checks of numbers', () => {
    const allowed = { kernel: ['zod', 'stdnum', 'uuid'], pure: ['zod'] };
    const foreign = imports.filter((one) => {
      const { part } = placeOf(one.file);
      return !one.ours && (part === 'kernel' || part === 'pure') && !allowed[part].includes(one.from);
    });
    expect(foreign.map(told)).toEqual([]);
  });

  test('each library has its one place', () => {
    const places: Record<string, RegExp> = {
      pg: /^src\/(?:server|cli)\//,
      kysely: /^src\/(?:server|demonstration|cli|modules\/\w+\/server)\//,
      'pg-boss': /^src\/server\/(?:jobs|db\/migrate)\.ts$/,
      'openid-client': /^src\/server\/auth\/openid\.ts$/,
      docx: /^src\/documents\/docx[\w-]*\.ts$/,
      '@myriaddreamin/typst-ts-node-compiler': /^src\/documents\/pdf[\w.]*\.ts$/,
      '@cantoo/pdf-lib': /^src\/documents\/pdf-merge[\w.]*\.ts$/,
      'tar-stream': /^src\/server\/backup\/archive\.ts$/,
      'age-encryption': /^src\/server\/backup\/archive\.ts$/,
      'pg-copy-streams': /^src\/server\/backup\/store\.ts$/,
      diff: /^src\/documents\/differences\.ts$/,
      '@hyzyla/pdfium': /^src\/modules\/declarations\/server\/scan\.worker\.ts$/,
      'zxing-wasm/reader': /^src\/modules\/(?:declarations\/server\/scan\.worker|inventories\/web\/read-code)\.ts$/,
      '@tiptap/react': /^src\/modules\/documents\/web\//,
      hucre: /^src\/server\/spreadsheet\//,
      otpauth: /^src\/modules\/accounts\/server\/totp\.ts$/,
      '@simplewebauthn/server': /^src\/modules\/accounts\/server\/passkeys\.ts$/,
      imapflow: /^src\/server\/imap\.ts$/,
      mailparser: /^src\/server\/message\.ts$/,
      nodemailer: /^src\/server\/mail\.ts$/,
      marked: /^src\/web\/help-text\.tsx$/,
      react: /^src\/(?:web|modules\/\w+\/web)\//,
      '@mantine/core': /^src\/(?:web|modules\/\w+\/web)\//,
    };
    expect(imports.filter((one) => !one.ours && places[one.from] && !places[one.from]!.test(one.file)).map(told)).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    const edges = new Map<string, string[]>();
    for (const { file, from, ours, typeOnly } of imports) if (ours && !typeOnly) edges.set(file, [...(edges.get(file) ?? []), from]);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of edges.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the manner', () => {
  test('SQL stands in stores and in the ground of the database, nowhere else', () => {
    /** Beside these: whether the database answers, and what the operator of the whole installation asks. */
    const grounds = ['src/server/http/rooms.ts', ...globSync('src/cli/*.ts', { cwd: root })];
    const asks = /\bsql(?:<[^`]*?>)?`|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\.query(?:<[^(]*>)?\(\s*['"`]/;
    const elsewhere = files.filter((file) => asks.test(withoutComments(textOf(file))) && !/\/store\.ts$|-store\.ts$/.test(file) && !file.startsWith('src/server/db/') && !grounds.includes(file));
    expect(elsewhere).toEqual([]);
  });

  test('what is pure asks no clock and no chance, and a room’s server asks its services', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now\(/;
    const strict = files.filter((file) => ['kernel', 'pure', 'documents', 'moduleServer', 'demonstration'].includes(placeOf(file).part));
    expect(strict.filter((file) => clock.test(withoutComments(textOf(file))))).toEqual([]);
    const chance = /\bMath\.random\(|\brandomUUID\(|\bprocess\.env\b/;
    expect(strict.filter((file) => ['kernel', 'pure', 'demonstration'].includes(placeOf(file).part) && chance.test(withoutComments(textOf(file))))).toEqual([]);
  });

  test('no file is longer than 400 lines', () => {
    const all = globSync(['src/**/*.{ts,tsx,css}', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.{ts,mjs}', '*.ts'], { cwd: root }).filter((file) => !file.includes('.generated.'));
    expect(all.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 })).filter(({ lines }) => lines > 400)).toEqual([]);
  });

  test('no default export, no barrel, no work left for later', () => {
    const own = files.filter((file) => !file.includes('.generated.'));
    expect(own.filter((file) => /^export default\b/m.test(textOf(file)))).toEqual([]);
    expect(own.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
    expect(own.filter((file) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(textOf(file)))).toEqual([]);
    expect(own.filter((file) => /\bconsole\.(?:log|debug)\(/.test(withoutComments(textOf(file))) && !file.startsWith('src/cli/'))).toEqual([]);
  });

  test('a route that does not say which permission it needs stops the start', async () => {
    const app = Fastify();
    registerAccess(app, {} as Services);
    expect(() => app.get('/open', async () => 'x')).toThrow('/open does not say which permission it needs');
    await app.close();
  });

  test('the files speak of the project alone, and the lock file of no registry', () => {
    const folder = ['', 'work', ''].join('/');
    const all = globSync(['{src,test,bench,scripts,migrations,library,docs,examples}/**/*.{ts,tsx,mjs,json,md,sql,yaml,yml,css,html,txt}', '*.{md,json,ts,yml}', '.ci/run'], { cwd: root });
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((file) => new RegExp(`(?<![\\w.-])${folder}`).test(textOf(file)))).toEqual([]);
    // Where a package comes from is the configuration of who installs it, not ours.
    expect(textOf('package-lock.json')).not.toContain('"resolved":');
  });
});

describe('the texts', () => {
  /** Every text of a file by its key, `a.b.c`; forms of number that one language has and another has not count as one. */
  const flat = (value: unknown, key = ''): [string, string][] =>
    typeof value === 'string'
      ? [[key.replace(/_(?:zero|one|two|few|many|other)$/, '_number'), value]]
      : Object.entries(value as Record<string, unknown>).flatMap(([name, member]) => flat(member, key ? `${key}.${name}` : name));
  const read = (file: string): [string, string][] => flat(JSON.parse(textOf(file)));
  const families = new Map<string, Record<string, string>>();
  for (const file of globSync('src/{web,modules/*}/locales/*.json', { cwd: root })) {
    const found = /^(.*\/)(?:(\w+)\.)?(fr|nl|de|en)\.json$/.exec(file);
    const name = found ? `${found[1]}${found[2] ?? ''}` : file;
    families.set(name, { ...families.get(name), [found?.[3] ?? 'other']: file });
  }
  const placeholders = (texts: string[]): string[] =>
    [...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\(([^)]+)\)|<(\/?\w+)>/g)].map(([, name, nested, tag]) => name ?? nested ?? `<${tag}>`)))].toSorted();

  test.each([...families])('of %s are in four languages, with the same keys and the same gaps to fill', (_name, byLanguage) => {
    expect(Object.keys(byLanguage).toSorted()).toEqual([...languages].toSorted());
    const french = read(byLanguage['fr']!);
    const keys = new Set(french.map(([key]) => key));
    for (const language of languages) {
      const texts = read(byLanguage[language]!);
      expect(
        texts.filter(([key]) => !keys.has(key)).map(([key]) => key),
        `only in ${language}`,
      ).toEqual([]);
      expect(
        [...keys].filter((key) => !texts.some(([other]) => other === key)),
        `absent in ${language}`,
      ).toEqual([]);
      expect(
        texts.filter(([, text]) => text.trim() === '').map(([key]) => key),
        `empty in ${language}`,
      ).toEqual([]);
      for (const key of keys) {
        const inFrench = placeholders(french.filter(([other]) => other === key).map(([, text]) => text));
        expect(placeholders(texts.filter(([other]) => other === key).map(([, text]) => text)), `${language} ${key}`).toEqual(inFrench);
      }
    }
  });

  test('French ones are set as French is: curly apostrophes, and narrow spaces that do not break', () => {
    const wrong = globSync('src/{web,modules/*}/locales/{fr,*.fr}.json', { cwd: root }).flatMap((file) =>
      read(file)
        .filter(([, text]) => /\p{L}'\p{L}|[^\s\u00A0\u202F/\d<]\s?[?!;](?:\s|$)|« | »|"/u.test(text.replaceAll(/[\u00A0\u202F][?!;]/g, '')))
        .map(([key, text]) => `${file} ${key}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the help', () => {
  /** Pages that need none: the help itself, and where an address that does not exist ends. */
  const without = ['/help', '/help/$page', '$'];
  const routes = [...textOf('src/web/routes.tsx').matchAll(/^\s+(page|inCentre)\('([^']+)', \(\) => import/gm)]
    .map(([, kind, path = '']) => (kind === 'page' ? path : `/c/$centre/${path}`))
    .filter((route) => !without.includes(route));

  test.each(helpLanguages)('of every page is written, in %s, under its title and three headings, once', (language) => {
    const files = globSync(`src/modules/*/help/*.${language}.md`, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    const texts = readHelp(Object.fromEntries(files.map((file) => [file, textOf(file)])));
    expect(routes.length).toBeGreaterThan(25);
    const missing = [...new Set(routes.map((route) => ({ route, page: helpPageOf(route) })).filter(({ page }) => !texts.some((text) => text.page === page)))];
    expect(
      missing.map(({ route, page }) => `the page ${route} lacks its help: write src/modules/<its room>/help/${page}.${language}.md`),
      'each page of src/web/routes.tsx has a help in French and Dutch (or shares one: src/web/help.ts)',
    ).toEqual([]);
    const wrong = texts.filter(({ title, page, body }) => title === page || [...body.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading).join() !== helpHeadings[language].join());
    expect(
      wrong.map(({ room, page }) => `src/modules/${room}/help/${page}.${language}.md`),
      `each begins with "# Title", then "## ${helpHeadings[language].join('", "## ')}"`,
    ).toEqual([]);
    const pages = texts.map(({ page }) => page);
    expect(
      pages.filter((page, index) => pages.indexOf(page) !== index),
      'two rooms wrote the help of one page',
    ).toEqual([]);
    expect(
      pages.filter((page) => !routes.some((route) => helpPageOf(route) === page)),
      'a help that no page of src/web/routes.tsx opens',
    ).toEqual([]);
  });

  test('names each room of the navigation once', () => {
    const table = /const rooms: Room\[\] = \[\n(.*?)\n\];/su.exec(textOf('src/web/rooms.ts'))![1]!;
    const names = [...table.matchAll(/name: '(\w+)'/gu)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
