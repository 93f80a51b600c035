import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Mail } from '../../../server/mail.ts';
import { sendDigests } from './send.ts';

describeOnBothEngines('reminders', (engine) => {
  let server: TestServer;
  let now: Date;
  let refuses = false;
  let letters: Mail[] = [];
  let centre: string;
  let other: string;
  let adviser: Account;
  let stranger: Account;
  const monday = '2026-11-23T07:05:00Z';

  beforeAll(async () => {
    now = new Date('2026-11-02T09:00:00Z');
    server = await testServer({
      engine,
      now: () => now,
      mails: async (mail) => {
        if (refuses) throw new Error('The mail server does not answer');
        letters.push(mail);
      },
    });
    centre = await server.addCentre({ slug: 'valombre', municipality: 'Valombre' });
    other = await server.addCentre({ slug: 'orneval', municipality: 'Orneval' });
    adviser = await server.addAccount({ centre, roles: ['adviser', 'directorGeneral'], email: 'adviser@example.be' });
    stranger = await server.addAccount({ centre: other, roles: ['staff'], email: 'staff@example.be' });
    // An appointment that nobody was told of, and a name that no message may tell.
    const person = await server.addPerson(centre, { lastName: 'Maréchal', firstName: 'Sophie' });
    await server.addRecord(centre, 'mandate', { personId: person, kind: 'dpo', start: '2026-10-01', decidedOn: '2026-09-15' });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    now = new Date(monday);
    letters = [];
    refuses = false;
    await server.asOwner('DELETE FROM digest');
    await server.asOwner('DELETE FROM reminder');
    await server.asOwner('DELETE FROM reminder_setting');
  });

  const to = (account: Account): Mail[] => letters.filter((letter) => letter.to === account.email);
  const choose = async (account: Account, settings: object): Promise<void> => {
    const present = await server.call('GET', '/me/reminders', { as: account });
    const { version: _version, mail: _mail, lastSent: _lastSent, ...kept } = present.json();
    const answer = await server.call('PUT', '/me/reminders', { as: account, headers: { 'if-match': String(present.headers['etag']) }, body: { ...kept, ...settings } });
    expect(answer.statusCode, answer.body).toBe(204);
  };

  test('on Monday morning the adviser is told in words what is due, without a name, and whoever has nothing to do is not', async () => {
    await sendDigests(server.services);
    expect(to(stranger)).toEqual([]);
    const [letter] = to(adviser);
    expect(letter?.subject).toMatch(/^Beffroi\u202f: \d/);
    expect(letter?.text).toContain('délégué à la protection des données');
    expect(letter?.text).toContain('http://localhost:3000/account/reminders');
    expect(letter?.text).not.toMatch(/Maréchal|Sophie|\{\{/);
    expect((await server.call('GET', '/me/reminders', { as: adviser })).json()).toMatchObject({ lastSent: '2026-11-23', frequency: 'weekly', version: 0, mail: true });
  });

  test('sent once, however often the work runs and on how many nodes', async () => {
    await Promise.all([sendDigests(server.services), sendDigests(server.services), sendDigests(server.services)]);
    await sendDigests(server.services);
    expect(to(adviser)).toHaveLength(1);
    now = new Date('2026-11-27T09:00:00Z');
    await sendDigests(server.services);
    expect(to(adviser)).toHaveLength(1);
    now = new Date('2026-11-30T07:05:00Z');
    await sendDigests(server.services);
    expect(to(adviser)).toHaveLength(2);
  });

  test('a mail server that refuses is asked again half an hour later, then more and more rarely', async () => {
    refuses = true;
    expect(await sendDigests(server.services)).toBeGreaterThan(0);
    // Who failed a moment ago is not looked at again: of a great many, the others have their turn.
    expect(await sendDigests(server.services)).toBe(0);
    await server.asOwner('DELETE FROM digest');
    for (const minutes of [0, 10, 31, 62, 93]) {
      now = new Date(Date.parse(monday) + minutes * 60_000);
      await sendDigests(server.services);
    }
    expect(await server.asOwner('SELECT state, attempts FROM digest WHERE account_id = $1', [adviser.id])).toEqual([{ state: 'failed', attempts: 3 }]);
    await server.asOwner('DELETE FROM digest');
    now = new Date(monday);
    await sendDigests(server.services);
    refuses = false;
    now = new Date(Date.parse(monday) + 31 * 60_000);
    await sendDigests(server.services);
    expect(to(adviser)).toHaveLength(1);
  });

  test('each day: the first says all, the next only where there is news, in the reader’s language', async () => {
    await choose(adviser, { frequency: 'daily' });
    await server.call('PATCH', '/me', { as: adviser, body: { language: 'nl' } });
    // what was chosen today holds from tomorrow
    for (const day of ['24', '25', '26']) {
      now = new Date(`2026-11-${day}T07:05:00Z`);
      await sendDigests(server.services);
    }
    await server.call('PATCH', '/me', { as: adviser, body: { language: 'fr' } });
    expect(to(adviser)).toHaveLength(1);
    expect(to(adviser)[0]?.text).toMatch(/^Goedendag,/);
    const service = await server.addRecord(centre, 'service', { name: 'Accueil', kind: 'reception', seesPersonalData: true });
    now = new Date('2027-02-01T07:05:00Z');
    await sendDigests(server.services);
    await server.asOwner('DELETE FROM service WHERE id = $1', [service]);
    expect(to(adviser)).toHaveLength(2);
  });

  test('nothing goes to whoever wants nothing, is shut out, or has lent their role for an absence', async () => {
    const count = async (): Promise<number> => {
      await server.asOwner('DELETE FROM digest');
      letters = [];
      await sendDigests(server.services);
      return to(adviser).length;
    };
    await choose(adviser, { frequency: 'off' });
    now = new Date('2026-11-30T07:05:00Z');
    expect(await count()).toBe(0);
    await choose(adviser, { frequency: 'weekly' });
    now = new Date('2026-12-07T07:05:00Z');
    expect(await count()).toBe(1);
    const stand = await server.addAccount({ centre, email: 'replacement@example.be' });
    const link = (account: Account) => server.asOwner<{ id: string }>('SELECT id FROM link WHERE account_id = $1', [account.id]).then(([row]) => row?.id);
    await server.asOwner(
      `INSERT INTO delegation (organization_id, id, from_link_id, to_link_id, role, start, "end", made_by) VALUES ($1, gen_random_uuid(), $2, $3, 'directorGeneral', '2026-12-01', '2026-12-31', $4)`,
      [centre, await link(adviser), await link(stand), adviser.id],
    );
    now = new Date('2026-12-14T07:05:00Z');
    expect(await count()).toBe(0);
    expect(to(stand)).toHaveLength(1);
    await server.asOwner('DELETE FROM delegation');
    await server.asOwner('UPDATE account SET disabled_at = now() WHERE id = $1', [adviser.id]);
    expect(await count()).toBe(0);
    await server.asOwner('UPDATE account SET disabled_at = NULL WHERE id = $1', [adviser.id]);
  });

  test('settings that another tab changed meanwhile are not overwritten', async () => {
    const body = { frequency: 'daily', weekday: 1, hour: 9, quietFrom: 20, quietUntil: 7, workdaysOnly: true };
    const put = (version: string) => server.call('PUT', '/me/reminders', { as: adviser, headers: { 'if-match': version }, body });
    expect((await Promise.all([put('"0"'), put('"0"')])).map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 412]);
    expect((await put('"0"')).statusCode).toBe(412);
    expect((await put('"1"')).statusCode).toBe(204);
  });

  const feedOf = async (account: Account): Promise<{ id: string; path: string }> => {
    const { id, address } = (await server.call('POST', '/me/calendars', { as: account, body: { name: 'Outlook' } })).json() as { id: string; address: string };
    return { id, path: address };
  };
  const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  test('a calendar program reads what is due at a secret address, without a name, under UIDs that last; the secret stays out of the logs', async () => {
    const { path } = await feedOf(adviser);
    const answer = await server.call('GET', path, { headers: { 'x-beffroi': '' } });
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const text = answer.body;
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const events = eventsOf(text);
    expect(events.length).toBeGreaterThan(1);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const event of events) {
      expect(event.startDate.compare(event.endDate)).toBe(-1);
      expect(event.summary).toContain('valombre');
    }
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/Maréchal|Sophie/);
    now = new Date('2026-11-25T07:05:00Z');
    expect(eventsOf((await server.call('GET', path)).body).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
    expect((await server.call('GET', '/me/calendars', { as: adviser })).json().items[0]).toMatchObject({ name: 'Outlook', readOn: '2026-11-25' });
    expect(JSON.stringify(server.log())).not.toContain(/calendarFeeds\/([\w-]+)/.exec(path)?.[1]);
    expect(JSON.stringify(await server.asOwner(`SELECT * FROM audit_entry WHERE table_name = 'calendar'`))).not.toContain('token');
  });

  test('an address that was ended, or whose owner holds no role any more, shows nothing; another’s cannot be ended', async () => {
    const { id, path } = await feedOf(adviser);
    expect((await server.call('DELETE', `/me/calendars/${id}`, { as: stranger })).statusCode).toBe(404);
    await server.asOwner(`UPDATE link SET "end" = '2026-11-22' WHERE account_id = $1`, [adviser.id]);
    expect(eventsOf((await server.call('GET', path)).body)).toEqual([]);
    await server.asOwner('UPDATE link SET "end" = NULL WHERE account_id = $1', [adviser.id]);
    await server.asOwner('UPDATE account SET disabled_at = now() WHERE id = $1', [adviser.id]);
    expect((await server.call('GET', path)).statusCode).toBe(404);
    await server.asOwner('UPDATE account SET disabled_at = NULL WHERE id = $1', [adviser.id]);
    expect((await server.call('DELETE', `/me/calendars/${id}`, { as: adviser })).statusCode).toBe(204);
    expect((await server.call('GET', path)).statusCode).toBe(404);
    for (const wrong of ['x.ics', `${'a'.repeat(43)}.ics`, `${'a'.repeat(43)}`]) expect((await server.call('GET', `/calendarFeeds/${wrong}`)).statusCode).toBe(404);
  });

  test('the same request sent again makes one address, and does not say its secret anew', async () => {
    const headers = { 'idempotency-key': '01990000-0000-7000-8000-00000000abcd' };
    const [first, second] = [
      await server.call('POST', '/me/calendars', { as: stranger, headers, body: { name: 'Thunderbird' } }),
      await server.call('POST', '/me/calendars', { as: stranger, headers, body: { name: 'Thunderbird' } }),
    ];
    expect(first.json().address).toMatch(/^http:\/\/localhost:3000\/api\/beffroi\/v1\/calendarFeeds\/[\w-]{43}\.ics$/);
    expect(second.json()).toEqual({ id: first.json().id, name: 'Thunderbird', createdAt: first.json().createdAt });
    expect((await server.call('GET', '/me/calendars', { as: stranger })).json().total).toBe(1);
  });
});
