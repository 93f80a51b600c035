// What every answer carries, whatever was asked, and what the server does not speak.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../test/harness.ts';
import { buildApp } from './app.ts';

const pages = mkdtempSync(join(tmpdir(), 'beffroi-pages-'));
let server: TestServer;
let centre: string;
let adviser: Account;
let port: number;

beforeAll(async () => {
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Beffroi</title><style nonce="__CSP_NONCE__"></style>');
  writeFileSync(join(pages, 'assets', 'app-1.js'), 'export {};');
  writeFileSync(join(pages, 'secret'), 'not for the world');
  server = await testServer({ pages });
  centre = await server.addCentre({ slug: 'surface' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  port = (server.app.server.address() as { port: number }).port;
});
afterAll(async () => {
  await server.close();
  await rm(pages, { recursive: true, force: true });
});

const get = (path: string, as?: Account) => server.app.inject({ method: 'GET', url: path.replace('{centre}', centre), headers: as ? { cookie: as.cookie } : {} });

describe('every answer', () => {
  test.each([
    ['/api/beffroi/v1/health', /^application\/json; charset=utf-8$/],
    ['/api/beffroi/v1/me', /^application\/problem\+json$/],
    ['/api/beffroi/v1/nowhere', /^application\/problem\+json$/],
    ['/api/beffroi/v1/doc/openapi.yaml', /^application\/yaml$/],
    ['/api/beffroi/v1/organizations/{centre}/people/export?format=csv', /^text\/csv; charset=utf-8$/],
    ['/api/beffroi/v1/intakeTemplate', /^application\/vnd\.openxmlformats/],
    ['/c/surface/people', /^text\/html; charset=utf-8$/],
    ['/assets/app-1.js', /^(?:text|application)\/javascript; charset=utf-8$/],
  ])('of %s names its type, and lets nothing run, frame, sniff or tell', async (path, type) => {
    const { headers } = await get(path, path.endsWith('/me') ? undefined : adviser);
    expect(headers['content-type']).toMatch(type);
    for (const directive of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(String(headers['content-security-policy']).split(';')).toContain(directive);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-') || name === 'server' || name === 'x-powered-by')).toEqual([]);
    if (path.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
    if (path.includes('export') || path.includes('Template')) expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
  });

  test('under https asks the browser to come by TLS alone, for a year', async () => {
    const app = await buildApp({ ...server.services, url: 'https://beffroi.example.be' });
    const seconds = Number(/max-age=(\d+)/.exec(String((await app.inject('/api/beffroi/v1/health')).headers['strict-transport-security']))?.[1]);
    await app.close();
    expect(seconds).toBeGreaterThanOrEqual(365 * 86_400);
    expect((await get('/api/beffroi/v1/health')).headers['strict-transport-security']).toBeUndefined();
  });
});

test('folders are not listed, and nothing beside the assets is given out', async () => {
  for (const path of ['/assets/', '/assets', '/assets/../secret', '/assets/..%2fsecret', '/assets/%2e%2e/secret', '/secret', '/.git/config', '/package.json']) {
    const answer = await get(path);
    expect(answer.body, path).not.toMatch(/not for the world|app-1\.js|repositoryformatversion|"dependencies"/);
  }
});

/** Sends bytes as they are and gives back all that comes until the server closes. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.setEncoding('utf8').on('data', (part: string) => (said += part));
    socket.once('error', reject).once('close', () => resolve(said));
  });

test('a request whose end can be read in two ways is refused, not passed on', async () => {
  const head = 'POST /api/beffroi/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Beffroi: 1\r\nContent-Type: application/json\r\n';
  const hidden = 'GET /api/beffroi/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  for (const ambiguous of [
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}',
    'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'Content-Length: +2\r\n\r\n{}',
  ]) {
    const said = await raw(head + ambiguous + hidden);
    expect(said, ambiguous).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).not.toContain('UP');
  }
});

test('TRACE is not spoken, and gives nothing back', async () => {
  const said = await raw('TRACE /api/beffroi/v1/health HTTP/1.1\r\nHost: localhost\r\nCookie: secret-of-mine\r\nConnection: close\r\n\r\n');
  expect(said).toMatch(/^HTTP\/1\.1 40[45] /);
  expect(said).not.toContain('secret-of-mine');
});

test('what is refused to somebody who is signed in stands in the log at its ordinary level: route, reason, number of the account', async () => {
  const reader = await server.addAccount({ centre, roles: ['auditor'] });
  const elsewhere = await server.addCentre({ slug: 'elsewhere' });
  const before = server.log().length;
  expect((await server.call('POST', `/organizations/${centre}/people`, { as: reader, body: {} })).statusCode).toBe(403);
  expect((await server.call('GET', `/organizations/${elsewhere}/people?kind=staff`, { as: reader })).statusCode).toBe(404);
  const told = server
    .log()
    .slice(before)
    .filter(({ msg }) => msg === 'refused');
  expect(told).toMatchObject([
    { level: 40, method: 'POST', route: '/api/beffroi/v1/organizations/:organizationId/people', account: reader.id, reason: 'missingPermission' },
    { level: 40, method: 'GET', route: '/api/beffroi/v1/organizations/:organizationId/people', account: reader.id, reason: 'resourceNotFound' },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/kind=staff|example\.be/);
});
