import { createHmac, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, password, testServer, type TestServer, url } from '../../../test/harness.ts';
import { buildApp } from '../http/app.ts';
import { makeAuth } from './auth.ts';
import type { Secret, Secrets } from './session-cookie.ts';

const hour = 3_600_000;
const fresh = (until?: Date): Secret => ({ value: randomBytes(32).toString('base64url'), ...(until ? { until } : {}) });
let server: TestServer;
let account: Account;
/** By how much the server's clock is ahead. */
let ahead = 0;
const apps: FastifyInstance[] = [];

beforeAll(async () => {
  server = await testServer({ now: () => new Date(Date.now() + ahead) });
  account = await server.addAccount({});
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await server.close();
});

/** The same installation after a restart with these secrets, at this address. */
const restarted = async (secrets: Secrets, address = url): Promise<FastifyInstance> => {
  const app = await buildApp({ ...server.services, url: address, auth: makeAuth(server.db, address, secrets) });
  apps.push(app);
  return app;
};
const call = (app: FastifyInstance, method: 'GET' | 'POST' | 'DELETE', path: string, cookie?: string, body?: object) =>
  app.inject({ method, url: `/api/beffroi/v1${path}`, headers: { 'x-beffroi': '1', ...(cookie ? { cookie } : {}) }, ...(body ? { payload: body } : {}) });
const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']).split(';')[0]!;
const signIn = async (app: FastifyInstance): Promise<string> => cookieOf(await call(app, 'POST', '/session', undefined, { email: account.email, password }));

describe('after a rotation of the secret', () => {
  const [old, next] = [fresh(), fresh()];
  let cookie: string;
  let after: FastifyInstance;
  beforeAll(async () => {
    cookie = await signIn(await restarted([old]));
    after = await restarted([next, { ...old, until: new Date(Date.now() + 24 * hour) }]);
  });

  test('a session from before is good, and its cookie comes back signed by the newest', async () => {
    const answer = await call(after, 'GET', '/me', `other=1; ${cookie}; last=2`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().account.email).toBe(account.email);
    const renewed = String(answer.headers['set-cookie']);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(renewed).toContain(flag);
    expect(Number(/Max-Age=(\d+)/.exec(renewed)?.[1])).toBeLessThanOrEqual(12 * 3600);
    expect(Number(/Max-Age=(\d+)/.exec(renewed)?.[1])).toBeGreaterThan(11 * 3600);
    const newestOnly = await restarted([next]);
    expect((await call(newestOnly, 'GET', '/me', cookie)).statusCode).toBe(401);
    const again = await call(newestOnly, 'GET', '/me', cookieOf(answer));
    expect(again.statusCode).toBe(200);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('the renewed cookie says how long the session still lives, not twelve hours anew', async () => {
    ahead = 3 * hour;
    const renewed = String((await call(after, 'GET', '/me', cookie)).headers['set-cookie']);
    ahead = 0;
    const seconds = Number(/Max-Age=(\d+)/.exec(renewed)?.[1]);
    expect(seconds).toBeLessThanOrEqual(9 * 3600);
    expect(seconds).toBeGreaterThan(8 * 3600);
  });

  test('a cookie of the newest secret is not answered with another', async () => {
    const answer = await call(after, 'GET', '/me', await signIn(after));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('a former secret is refused from its instant on', async () => {
    ahead = 24 * hour;
    const answer = await call(after, 'GET', '/me', cookie);
    ahead = 0;
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('a session that was ended is not brought back by its good signature', async () => {
    const app = await restarted([old]);
    const ended = await signIn(app);
    expect((await call(app, 'DELETE', '/session', ended)).statusCode).toBe(204);
    const answer = await call(after, 'GET', '/me', ended);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('signing out with a former cookie takes the cookie away for good', async () => {
    const former = await signIn(await restarted([old]));
    const out = await call(after, 'DELETE', '/session', former);
    expect(out.statusCode).toBe(204);
    expect([out.headers['set-cookie']].flat().at(-1)).toMatch(/^beffroi\.session_token=; Max-Age=0;/);
    expect((await call(after, 'GET', '/me', former)).statusCode).toBe(401);
  });

  test('a signature of nobody’s secret is refused, however it is written', async () => {
    const [name, value = ''] = cookie.split('=');
    const token = decodeURIComponent(value).split('.')[0]!;
    const forged = createHmac('sha256', fresh().value).update(token).digest('base64');
    const good = createHmac('sha256', old.value).update(token).digest();
    const values = [
      `${token}.${forged}`,
      token,
      `${token}.`,
      `.${forged}`,
      `${token}.${good.toString('base64').slice(0, -1)}`,
      `${token}.${good.toString('hex')}`,
      `${token}x.${good.toString('base64')}`,
    ];
    for (const text of [...values.map(encodeURIComponent), '%', '%E0%A4%A', '']) expect((await call(after, 'GET', '/me', `${name}=${text}`)).statusCode, text).toBe(401);
    expect((await call(after, 'GET', '/me', `${name}=${encodeURIComponent(`${token}.${good.toString('base64')}`)}`)).statusCode).toBe(200);
  });
});

test('under https the cookie belongs to this host alone and travels over TLS only, when it is given, renewed and taken away', async () => {
  const [old, next] = [fresh(), fresh()];
  const address = 'https://beffroi.example.be';
  const given = await call(await restarted([old], address), 'POST', '/session', undefined, { email: account.email, password });
  const after = await restarted([next, old], address);
  const renewed = await call(after, 'GET', '/me', cookieOf(given));
  const away = await call(after, 'DELETE', '/session', cookieOf(renewed));
  expect([given.statusCode, renewed.statusCode, away.statusCode]).toEqual([204, 200, 204]);
  for (const answer of [given, renewed, away]) {
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-beffroi\.session_token=/);
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie.split('; ')).toContain(flag);
    expect(cookie).not.toContain('Domain');
  }
});
