import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, password, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Mail } from '../../../server/mail.ts';

const day = 86_400_000;
let moment = new Date('2026-11-22T10:00:00Z');

describeOnBothEngines('invitations', (engine) => {
  let server: TestServer;
  let mails: Mail[];
  let centre: string;
  let adviser: Account;
  let director: Account;
  let count = 0;
  beforeAll(async () => {
    mails = [];
    server = await testServer({ engine, now: () => moment, mails });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    moment = new Date('2026-11-22T10:00:00Z');
    count += 1;
    centre = await server.addCentre({ slug: `centre-${count}` });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'] });
  });

  const address = () => `invited${Math.random().toString(36).slice(2)}@example.be`;
  const invite = (body: object, as: Account = adviser, headers = {}) =>
    server.call('POST', `/organizations/${centre}/invitations`, { as, body: { email: address(), language: 'nl', roles: ['archivist'], ...body }, headers });
  const codeOf = (answer: { json: () => unknown }) => (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code;
  const tokenOf = (link: string): string => /\/accept#(\S+)/.exec(link)![1]!;
  const lastToken = (): string => tokenOf(mails.at(-1)!.text);
  const accept = (token: string, body: object = {}) => server.call('POST', '/invitations/accept', { body: { token, name: 'Lien Maes', language: 'nl', password, ...body } });
  const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;
  const rolesOf = async (as: string | Account): Promise<string[] | undefined> =>
    ((await server.call('GET', '/me', { as })).json() as { organizations: { id: string; roles: string[] }[] }).organizations.find(({ id }) => id === centre)?.roles.toSorted();

  test('somebody without an account gets a message in their language, makes one, and is in the centre with the roles', async () => {
    const email = address();
    const made = await invite({ email: email.toUpperCase(), roles: ['archivist', 'reception'] });
    expect(made.statusCode, made.body).toBe(201);
    expect(made.json()).not.toHaveProperty('link');
    expect(mails.at(-1)).toMatchObject({ to: email, subject: `Uw toegang tot Beffroi: CPAS de centre-${count}` });
    const shown = await server.call('POST', '/invitations/check', { body: { token: lastToken() } });
    expect(shown.json()).toMatchObject({ email, roles: ['archivist', 'reception'], hasAccount: false, language: 'nl', invitedBy: 'Odile Lambin' });
    expect((await accept(lastToken(), { password: 'kort' })).json().issues).toMatchObject([{ name: 'password', code: 'passwordTooShort' }]);
    const accepted = await accept(lastToken());
    expect(accepted.statusCode, accepted.body).toBe(204);
    expect(await rolesOf(cookieOf(accepted))).toEqual(['archivist', 'reception']);
    const stored = JSON.stringify(await server.asOwner('SELECT i::text AS line FROM invitation i UNION ALL SELECT fields::text FROM audit_entry'));
    expect(stored).not.toContain(tokenOf(mails.at(-1)!.text).split('.')[1]);
  });

  test('the link is good once, even for several at a time', async () => {
    await invite({});
    const token = lastToken();
    const answers = await Promise.all([1, 2, 3].map(() => accept(token)));
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    expect((await accept(token)).statusCode).toBe(404);
    expect((await server.call('POST', '/invitations/check', { body: { token } })).statusCode).toBe(404);
    expect((await server.call('POST', '/invitations/join', { as: director, body: { token } })).statusCode).toBe(404);
  });

  test('it is good for seven days; sent again it is another, and the former is good no more', async () => {
    const { id } = (await invite({})).json<{ id: string }>();
    const first = lastToken();
    moment = new Date(moment.getTime() + 7 * day - 1000);
    expect((await server.call('POST', '/invitations/check', { body: { token: first } })).statusCode).toBe(200);
    moment = new Date(moment.getTime() + 1000);
    expect((await server.call('POST', '/invitations/check', { body: { token: first } })).statusCode).toBe(404);
    const list = await server.call('GET', `/organizations/${centre}/invitations`, { as: await server.signIn(adviser) });
    expect(list.json().items).toMatchObject([{ id, expired: true, sentByMail: true }]);
    const again = await server.call('POST', `/organizations/${centre}/invitations/${id}/send`, { as: director });
    expect(again.statusCode, again.body).toBe(200);
    expect((await accept(first)).statusCode).toBe(404);
    expect((await accept(lastToken())).statusCode).toBe(204);
    expect((await server.call('POST', `/organizations/${centre}/invitations/${id}/send`, { as: director })).statusCode).toBe(409);
  });

  test('once withdrawn it opens nothing, with a new account or one’s own', async () => {
    const known = await server.addAccount({});
    const { id } = (await invite({ email: known.email })).json<{ id: string }>();
    const token = lastToken();
    expect((await server.call('POST', `/organizations/${centre}/invitations/${id}/withdraw`, { as: director })).statusCode).toBe(204);
    expect((await accept(token)).statusCode).toBe(404);
    expect((await server.call('POST', '/invitations/join', { as: known, body: { token } })).statusCode).toBe(404);
    expect((await server.call('POST', `/organizations/${centre}/invitations/${id}/withdraw`, { as: director })).statusCode).toBe(409);
    expect(await rolesOf(known)).toBeUndefined();
  });

  test('somebody with an account signs in with it, and has one account for several centres; nobody else takes their place', async () => {
    const other = await server.addCentre({ slug: `other-${count}` });
    const known = await server.addAccount({ centre: other, roles: ['dpo'] });
    await invite({ email: known.email, roles: ['dpo'] });
    const token = lastToken();
    expect((await accept(token)).json().type).toBe('urn:problem-type:beffroi:alreadyExists');
    expect(codeOf(await server.call('POST', '/invitations/join', { as: director, body: { token } }))).toBe('otherAddress');
    expect((await server.call('POST', '/invitations/join', { as: known, body: { token } })).statusCode).toBe(204);
    const me = (await server.call('GET', '/me', { as: known })).json<{ organizations: { id: string; roles: string[] }[] }>();
    expect(me.organizations.map(({ roles }) => roles)).toEqual([['dpo'], ['dpo']]);
  });

  test('a link of one centre is none of another', async () => {
    await invite({});
    const [, secret] = lastToken().split('.');
    const other = await server.addCentre({ slug: `elsewhere-${count}` });
    for (const token of [`${other}.${secret}`, `00000000-0000-0000-0000-000000000000.${secret}`, `${centre}.${'x'.repeat(32)}`]) expect((await accept(token)).statusCode, token).toBe(404);
    const stranger = await server.addAccount({ centre: other, roles: ['adviser'] });
    expect((await server.call('GET', `/organizations/${centre}/invitations`, { as: stranger })).statusCode).toBe(404);
  });

  test('access through a person follows their mandates, and ends with them', async () => {
    const personId = await server.addPerson(centre);
    await server.addRecord(centre, 'mandate', { personId, kind: 'dpo', start: '2020-01-01', end: '2026-11-24' });
    const email = address();
    expect((await invite({ email, roles: [], personId })).statusCode).toBe(201);
    expect((await accept(lastToken())).statusCode).toBe(204);
    const [account] = await server.asOwner<{ id: string }>('SELECT id FROM account WHERE email = $1', [email]);
    expect(await rolesOf(await server.signIn(account!))).toEqual(['dpo']);
    moment = new Date('2026-11-24T23:00:00Z');
    expect(await rolesOf(await server.signIn(account!))).toBeUndefined();
    expect(codeOf(await invite({ roles: [], personId }, director))).toBe('personHasAccount');
  });

  describe('what may not be', () => {
    test('guarded roles, granted or by the person’s mandates, are for the heads to give', async () => {
      const personId = await server.addPerson(centre);
      await server.addRecord(centre, 'mandate', { personId, kind: 'itSecurityOfficer', start: '2026-12-01' });
      expect(codeOf(await invite({ roles: ['directorGeneral'] }))).toBe('guardedRole');
      expect(codeOf(await invite({ roles: [], personId }))).toBe('guardedPerson');
      expect((await invite({ roles: ['itSecurityOfficer'] }, director)).statusCode).toBe(201);
    });

    test('but for the first head of a centre that has none', async () => {
      await server.asOwner('DELETE FROM link WHERE account_id = $1', [director.id]);
      expect(codeOf(await invite({ roles: ['itSecurityOfficer'] }))).toBe('guardedRole');
      expect((await invite({ roles: ['directorGeneral'] })).statusCode).toBe(201);
    });

    test('one’s own address, a member’s, one invited already; nobody unknown; no auditor without an end', async () => {
      expect(codeOf(await invite({ email: adviser.email }))).toBe('ownGrant');
      expect(codeOf(await invite({ email: director.email }))).toBe('alreadyMember');
      const email = address();
      expect((await invite({ email })).statusCode).toBe(201);
      expect(codeOf(await invite({ email }))).toBe('alreadyInvited');
      expect(codeOf(await invite({ personId: adviser.id }))).toBe('unknownPerson');
      expect(codeOf(await invite({ roles: ['auditor'] }))).toBe('auditorUntil');
    });

    test('a mandate written between invitation and acceptance does not make a head of somebody', async () => {
      const personId = await server.addPerson(centre);
      await invite({ roles: [], personId });
      const written = await server.call('POST', `/organizations/${centre}/mandates`, { as: adviser, body: { personId, kind: 'directorGeneral', start: '2026-01-01' } });
      expect(written.statusCode).toBe(201);
      expect((await accept(lastToken())).statusCode).toBe(404);
    });

    test('an invitation of somebody who has lost their own access', async () => {
      await invite({});
      await server.asOwner('DELETE FROM link WHERE account_id = $1', [adviser.id]);
      expect((await accept(lastToken())).statusCode).toBe(404);
    });

    test('a stand-in gives nothing by the role that was lent to them', async () => {
      const helper = await server.addAccount({ centre, roles: ['staff'] });
      const [from] = await server.asOwner<{ id: string }>('SELECT id FROM link WHERE account_id = $1', [director.id]);
      const [to] = await server.asOwner<{ id: string }>('SELECT id FROM link WHERE account_id = $1', [helper.id]);
      await server.asOwner(
        `INSERT INTO delegation (organization_id, id, from_link_id, to_link_id, role, start, "end", made_by) VALUES ($1, gen_random_uuid(), $2, $3, 'directorGeneral', '2026-11-01', '2026-11-30', $4)`,
        [centre, from!.id, to!.id, director.id],
      );
      expect(await rolesOf(helper)).toEqual(['directorGeneral', 'staff']);
      expect(codeOf(await invite({ roles: ['archivist'] }, helper))).toBe('beyondOwnRoles');
    });
  });

  test('asked twice with one key, one invitation is made and one message sent', async () => {
    const before = mails.length;
    const body = { email: address() };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const [one, two] = [await invite(body, adviser, headers), await invite(body, adviser, headers)];
    expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
    expect(two.json().id).toBe(one.json().id);
    expect(mails).toHaveLength(before + 1);
  });
});

describe('without a mail server', () => {
  test('the link is shown once to who invites, and when the server refuses it, with the reason', async () => {
    const server = await testServer();
    const centre = await server.addCentre({ slug: 'nomail' });
    const adviser = await server.addAccount({ centre, roles: ['adviser'] });
    const path = `/organizations/${centre}/invitations`;
    const made = (await server.call('POST', path, { as: adviser, body: { email: 'x@example.be', language: 'fr', roles: ['archivist'] } })).json<{ id: string; link: string }>();
    expect(made.link).toMatch(/^http:\/\/localhost:3000\/accept#/);
    const list = await server.call('GET', path, { as: adviser });
    expect(list.json()).toMatchObject({ mail: false, items: [{ sentByMail: false }] });
    expect(list.body).not.toContain(made.link.split('.')[1]);
    const admin = await server.addAccount({ installation: ['administrator'] });
    await server.call('PUT', '/mailSettings', { as: admin, body: { host: '127.0.0.1', port: 1, security: 'none', sender: 'b@example.be' }, headers: { 'if-match': '"0"' } });
    expect((await server.call('POST', `${path}/${made.id}/send`, { as: adviser })).json()).toMatchObject({ mailFault: 'refused', link: expect.stringContaining('/accept#') });
    expect(JSON.stringify(server.log())).not.toContain('x@example.be');
    await server.close();
  });
});
