// docs/asvs.md says how we stand towards each requirement of OWASP ASVS 5.0: this keeps it complete, and its evidence real.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiPrefix } from '../src/server/http/app.ts';
import { routesOf } from './centre.ts';
import { testServer, type TestServer } from './harness.ts';
import { root, textOf } from './sources.ts';

const states = ['met', 'partly', 'not yet', 'not applicable'] as const;
type Requirement = { number: string; level: string; about: string; state: string; why: string };

const cells = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const lines = textOf('docs/asvs.md').split('\n');
const requirements: Requirement[] = lines
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line) => {
    const [number = '', level = '', about = '', state = '', why = ''] = cells(line);
    return { number, level, about, state, why };
  });
/** What stands between back quotes: `METHOD /path` is a route, what has a slash or an ending a file, with `#section` one of its headings. */
const evidence = requirements.flatMap(({ number, why }) => [...why.matchAll(/`([^`]+)`/g)].map(([, text = '']) => ({ number, text })));
const named = evidence.filter(({ text }) => /^[A-Z]+ \//.test(text)).map(({ number, text }) => ({ number, route: text }));
const files = evidence.filter(({ text }) => /^[\w./-]+(?:#[\w-]+)?$/.test(text) && /[/.]/.test(text));

let server: TestServer;
let routes: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string }[];
beforeAll(async () => {
  server = await testServer();
  routes = routesOf(server, apiPrefix);
});
afterAll(() => server.close());

test('every requirement of levels 1 and 2 has one line, with its level and one of four states', () => {
  const official = readFileSync(new URL('asvs-requirements.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('V'));
  expect(official).toHaveLength(253);
  expect(requirements.map(({ number, level }) => `V${number} ${level}`)).toEqual(official);
  expect(requirements.filter(({ state }) => !(states as readonly string[]).includes(state))).toEqual([]);
  expect(requirements.filter(({ about, why }) => about === '' || why === '')).toEqual([]);
  // A line that is cut otherwise would be read as something else.
  expect(lines.filter((line) => /^\| \d/.test(line) && cells(line).length !== 5)).toEqual([]);
});

test('what is met, wholly or partly, names evidence', () => {
  const proven = new Set([...named, ...files].map(({ number }) => number));
  expect(requirements.filter(({ number, state }) => (state === 'met' || state === 'partly') && !proven.has(number))).toEqual([]);
});

test('each file that it names exists, with the section', () => {
  expect(files.length).toBeGreaterThan(150);
  const slug = (heading: string): string =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  const headings = (file: string): string[] => [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));
  const missing = files.filter(({ text }) => {
    const [file = '', section] = text.split('#');
    return !existsSync(join(root, file)) || (section !== undefined && !headings(file).includes(section));
  });
  expect(missing).toEqual([]);
});

test('each route that it names exists', () => {
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ route }) => !known.has(route))).toEqual([]);
});

test('each route that needs no account is accounted for', async () => {
  const open: string[] = [];
  for (const { method, path } of routes) {
    const answer = await server.call(method, path.replaceAll(/:\w+/g, '01990000-0000-7000-8000-000000000001'));
    if (answer.statusCode !== 401) open.push(`${method} ${path}`);
  }
  expect(open).toContain('POST /session');
  expect(open.filter((route) => !named.some((one) => one.route === route))).toEqual([]);
});

test('the figures at the top are those of the tables', () => {
  const figures = lines.filter((line) => /^\| (?:V\d+ |Together )/.test(line)).map(cells);
  const count = (chapter: string, state: string): string => String(requirements.filter((one) => one.state === state && (chapter === 'Together' || `V${one.number}`.startsWith(`${chapter}.`))).length);
  expect(figures).toHaveLength(18);
  expect(figures.map(([name, ...numbers]) => [name, ...numbers])).toEqual(figures.map(([name = '']) => [name, ...states.map((state) => count(name.split(' ')[0]!, state))]));
});
