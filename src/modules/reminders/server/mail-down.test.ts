import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { mailPrograms } from '../../../../test/tools.ts';
import { sendDigests } from './send.ts';

describe.skipIf(!mailPrograms())('the mail server is down for two days', () => {
  let server: TestServer;
  let post: MailServer;
  let now = new Date('2026-11-02T09:00:00Z');
  let weekly: Account;
  let daily: Account;
  let away: Account;
  let standIn: Account;
  const open = { tls: false, open: true };
  /** The work of a node from one instant to another, each ten minutes as the job runs. */
  const pass = async (from: string, until: string): Promise<void> => {
    for (now = new Date(from); now <= new Date(until); now = new Date(now.getTime() + 600_000)) await sendDigests(server.services);
  };
  const arrived = async (): Promise<{ to: string; subject: string; text: string }[]> => (await post.received()).map(({ to, subject, text }) => ({ to, subject, text }));
  const countOf = async (account: Account): Promise<number> => (await arrived()).filter(({ to }) => to.includes(account.email)).length;

  beforeAll(async () => {
    post = await startMailServer(open);
    server = await testServer({ now: () => now, mail: { host: '127.0.0.1', port: post.port, security: 'none', sender: 'beffroi@example.be' } as never });
    const centre = await server.addCentre({ slug: 'valombre' });
    weekly = await server.addAccount({ centre, roles: ['adviser'], email: 'weekly@example.be' });
    daily = await server.addAccount({ centre, roles: ['directorGeneral'], email: 'daily@example.be' });
    away = await server.addAccount({ centre, roles: ['adviser'], email: 'away@example.be' });
    standIn = await server.addAccount({ centre, roles: ['staff'], email: 'standin@example.be' });
    const person = await server.addPerson(centre, { lastName: 'Maréchal', firstName: 'Sophie' });
    await server.addRecord(centre, 'mandate', { personId: person, kind: 'dpo', start: '2026-10-01', decidedOn: '2026-09-15' });
    await server.asOwner(`INSERT INTO reminder_setting (id, frequency, weekday, hour, quiet_from, quiet_until, workdays_only, changed_on) VALUES ($1, 'daily', 1, 8, 20, 7, true, '2026-11-01')`, [
      daily.id,
    ]);
    // Another is away and has lent the role: who stands in is told what is theirs to do meanwhile, who is away is not.
    await server.asOwner(
      `INSERT INTO delegation (organization_id, id, from_link_id, to_link_id, role, start, "end", reason, made_by)
       SELECT f.organization_id, gen_random_uuid(), f.id, t.id, 'adviser', '2026-11-20', '2026-12-20', 'congé', f.account_id FROM link f, link t WHERE f.account_id = $1 AND t.account_id = $2`,
      [away.id, standIn.id],
    );
  });
  afterAll(async () => {
    await server?.close();
    await post?.stop();
  });

  test('nothing is lost, nothing is sent twice, and nothing confidential is told', async () => {
    const { port } = post;
    await post.stop();
    // Down from Monday morning to Wednesday morning, in Belgium: nobody hears, and nothing stops.
    await pass('2026-11-23T06:50:00Z', '2026-11-25T07:00:00Z');
    const waiting = await server.asOwner<{ accountId: string; state: string; attempts: number }>('SELECT account_id, state, attempts FROM digest WHERE account_id = ANY($1)', [
      [weekly.id, daily.id, standIn.id],
    ]);
    expect(waiting.length).toBeGreaterThanOrEqual(3);
    expect(new Set(waiting.map(({ state }) => state))).toEqual(new Set(['failed']));
    // Asked more and more rarely, not every ten minutes.
    expect(Math.max(...waiting.map(({ attempts }) => attempts))).toBeLessThan(20);
    post = await startMailServer({ ...open, port });
    await pass('2026-11-25T07:00:00Z', '2026-11-25T18:30:00Z');
    expect(await Promise.all([weekly, daily, standIn, away].map(countOf))).toEqual([1, 1, 1, 0]);
    // Until the end of the week, and on two nodes at once, nobody hears of the same again.
    await pass('2026-11-26T07:00:00Z', '2026-11-26T10:00:00Z');
    await Promise.all([sendDigests(server.services), sendDigests(server.services)]);
    expect(await Promise.all([weekly, daily, standIn, away].map(countOf))).toEqual([1, 1, 1, 0]);
    for (const { text } of await arrived()) expect(text).not.toMatch(/Maréchal|Sophie|\{\{/);
    await pass('2026-11-30T07:00:00Z', '2026-11-30T07:10:00Z');
    expect(await countOf(weekly)).toBe(2);
  });
});
