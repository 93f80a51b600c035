// The server's days and waits when the clock does what clocks do: a leap day, the change of the hour in Brussels, an hour put back.
import { PgBoss } from 'pg-boss';
import { afterEach, expect, test, vi } from 'vitest';
import { type Account, password, type TestServer, testServer } from '../../test/harness.ts';
import { newId } from '../kernel/id.ts';
import { startJobs } from './jobs.ts';
import { today } from './services.ts';

let server: TestServer | undefined;
let instant = new Date();
const open = async (): Promise<TestServer> => (server = await testServer({ now: () => instant }));
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

test.each([
  ['2026-10-24T21:59:59Z', '2026-10-24'],
  ['2026-10-24T22:00:00Z', '2026-10-25'],
  ['2026-10-25T00:30:00Z', '2026-10-25'],
  ['2026-10-25T01:30:00Z', '2026-10-25'],
  ['2026-10-25T22:59:59Z', '2026-10-25'],
  ['2026-10-25T23:00:00Z', '2026-10-26'],
  ['2026-03-28T22:59:59Z', '2026-03-28'],
  ['2026-03-28T23:00:00Z', '2026-03-29'],
  ['2026-03-29T21:59:59Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2028-02-28T23:00:00Z', '2028-02-29'],
  ['2028-02-29T22:59:59Z', '2028-02-29'],
  ['2028-02-29T23:00:00Z', '2028-03-01'],
])('at %s it is %s in Brussels', (at, day) => {
  expect(today({ now: () => new Date(at) })).toBe(day);
});

/** Whether the account reads the people of the centre at an instant: with what it has been given, not with an old session. */
const reads = async (account: Account, centre: string, at: string): Promise<number> => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
  instant = new Date(at);
  const cookie = await server!.signIn(account);
  const { statusCode } = await server!.call('GET', `/organizations/${centre}/people`, { as: cookie });
  vi.useRealTimers();
  return statusCode;
};

test('roles begin and end with the day in Brussels: around the change of the hour, and on a leap day', async () => {
  const { addCentre, addAccount, asOwner } = await open();
  const centre = await addCentre({ slug: 'valombre' });
  const adviser = await addAccount({ centre, roles: ['adviser'] });
  const during = (start: string, end: string) => asOwner('UPDATE link SET start = $1, "end" = $2 WHERE account_id = $3', [start, end, adviser.id]);

  await during('2026-03-29', '2026-10-25');
  expect(await reads(adviser, centre, '2026-03-28T22:59:59Z')).toBe(404);
  expect(await reads(adviser, centre, '2026-03-28T23:00:00Z')).toBe(200);
  expect(await reads(adviser, centre, '2026-10-25T22:59:59Z')).toBe(200);
  expect(await reads(adviser, centre, '2026-10-25T23:00:00Z')).toBe(404);

  await during('2028-02-29', '2028-02-29');
  expect(await reads(adviser, centre, '2028-02-28T22:59:59Z')).toBe(404);
  expect(await reads(adviser, centre, '2028-02-28T23:00:00Z')).toBe(200);
  expect(await reads(adviser, centre, '2028-02-29T22:59:59Z')).toBe(200);
  expect(await reads(adviser, centre, '2028-02-29T23:00:00Z')).toBe(404);
});

test('a mandate of a leap day gives its role on that day, and no other year has the day', async () => {
  const { addCentre, addAccount, addPerson, addRecord, call } = await open();
  instant = new Date('2026-11-22T12:00:00Z');
  const centre = await addCentre({ slug: 'valombre' });
  const personId = await addPerson(centre);
  const head = await addAccount({ centre, roles: [], personId });
  await addRecord(centre, 'mandate', { personId, kind: 'directorGeneral', start: '2028-02-29', end: '2028-02-29' });
  expect(await reads(head, centre, '2028-02-28T12:00:00Z')).not.toBe(200);
  expect(await reads(head, centre, '2028-02-29T12:00:00Z')).toBe(200);
  expect(await reads(head, centre, '2028-03-01T12:00:00Z')).not.toBe(200);
  instant = new Date();
  const adviser = await addAccount({ centre, roles: ['adviser'] });
  const write = (end: string) => call('POST', `/organizations/${centre}/contracts`, { as: adviser, body: { personId, kind: 'fixedTerm', function: 'Directeur', start: '2026-01-01', end } });
  expect((await write('2027-02-29')).statusCode).toBe(400);
  expect((await write('2028-02-29')).json()).toMatchObject({ end: '2028-02-29' });
});

test('after the clock was put back, a lock made before holds nobody, and the next tries are counted', async () => {
  const { addCentre, addAccount, call } = await open();
  instant = new Date('2026-11-22T12:00:00Z');
  const centre = await addCentre({ slug: 'valombre' });
  const { email } = await addAccount({ centre, roles: ['adviser'] });
  const attempt = async (word: string) => (await call('POST', '/session', { body: { email, password: word }, from: '10.9.8.7' })).statusCode;
  for (let i = 0; i < 5; i += 1) expect(await attempt('not the password')).toBe(401);
  expect(await attempt(password)).toBe(429);
  instant = new Date('2026-11-22T11:00:00Z');
  expect(await attempt('not the password')).toBe(401);
  expect(await attempt(password), 'the sixth failure locks again').toBe(429);
  instant = new Date('2026-11-22T11:01:00Z');
  expect(await attempt(password), 'the password is heard again: an adviser owes a second factor').toBe(200);
});

test('after the clock was put back, the requests of an address are counted by the minute as before', async () => {
  const { call } = await open();
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: new Date('2026-11-22T12:00:00Z') });
  const health = async () => (await call('GET', '/health', { from: '10.9.8.6' })).statusCode;
  for (let i = 0; i < 3000; i += 1) expect(await health()).toBe(200);
  expect(await health()).toBe(429);
  vi.advanceTimersByTime(61_000);
  vi.setSystemTime(new Date('2026-11-22T11:01:01Z'));
  expect(await health()).toBe(200);
});

test('numbers of records go on in order when the clock is put back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') });
  const before = Array.from({ length: 500 }, newId);
  vi.setSystemTime(new Date('2026-11-22T11:00:00Z'));
  const all = [...before, ...Array.from({ length: 500 }, newId)];
  expect(new Set(all).size).toBe(1000);
  expect(all.toSorted()).toEqual(all);
});

test('what is scheduled in the night comes once a day, also when the hour changes', async () => {
  const { services, db } = await open();
  for (const [name, cron] of [
    ['early', '17 3 * * *'],
    ['doubled', '30 2 * * *'],
  ] as const)
    await services.jobs.schedule(name, cron, async () => undefined);
  const { rows } = await db.pool.query<{ name: string; cron: string; timezone: string }>('SELECT name, cron, timezone FROM pgboss.schedule');
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['doubled', 'early']);
  const boss = new PgBoss({ connectionString: 'postgres://nowhere.invalid' });
  const civil = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });
  for (const { cron, timezone } of rows)
    for (const from of ['2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z']) {
      const days = (await boss.previewSchedule(cron, { tz: timezone, from: new Date(from), count: 4 })).map((at) => civil.format(at));
      const first = Number(from.slice(8, 10)) + 1;
      expect(days, cron).toEqual([0, 1, 2, 3].map((more) => `${from.slice(0, 8)}${first + more}`));
    }
});

test('what came due while no node ran is made good once by the next that starts', async () => {
  const { services, asOwner, owner } = await open();
  let runs = 0;
  await services.jobs.schedule('night', '17 3 * * *', async () => void (runs += 1));
  // As if the schedule were old, and the last node had gone three days ago.
  await asOwner(`UPDATE pgboss.schedule SET created_on = now() - interval '9 days'`);
  await asOwner(`UPDATE pgboss.version SET cron_on = now() - interval '3 days'`);
  const next = await startJobs(owner, () => undefined);
  await expect.poll(async () => (await asOwner<{ state: string }>(`SELECT state FROM pgboss.job WHERE name = 'night'`)).map(({ state }) => state)).toEqual(['completed']);
  expect(runs).toBe(1);
  await next.stop();
});
