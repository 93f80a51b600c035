import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, password, testServer, type TestServer } from '../../../../test/harness.ts';
import { type Issuer, type Lie, type Person, startIssuer } from '../../../../test/issuer.ts';
import { endProviderSessions } from './store.ts';

const some = (): string => randomBytes(5).toString('hex');

describeOnBothEngines('sign-in by a provider', (engine) => {
  let server: TestServer;
  let issuer: Issuer;
  let administrator: Account;
  let centre: string;
  let offset = 0;
  let providerId: string;

  const addProvider = async (values: object = {}) =>
    server.call('POST', '/providers', {
      as: administrator,
      body: {
        name: `Commune ${some()}`,
        preset: 'other',
        issuer: issuer.url,
        clientId: 'beffroi',
        clientSecret: issuer.clientSecret,
        groupsClaim: 'groups',
        emailDomains: ['cpas.example.be'],
        secondFactorValues: ['mfa'],
        ...values,
      },
    });
  const setFor = async (values: object): Promise<void> => {
    const { version } = (await server.call('GET', `/providers/${providerId}`, { as: administrator })).json() as { version: number };
    const answer = await server.call('PATCH', `/providers/${providerId}`, { as: administrator, headers: { 'if-match': `"${version}"` }, body: values });
    expect(answer.statusCode, answer.body).toBe(200);
  };

  /** A browser that begins: its cookie, and where it is sent. */
  const depart = async (returnTo?: string) => {
    const answer = await server.call('POST', `/signInProviders/${providerId}/start`, { body: returnTo === undefined ? {} : { returnTo } });
    expect(answer.statusCode, answer.body).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^beffroi\.provider=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    return { browser: cookie.split(';')[0]!, location: (answer.json() as { location: string }).location };
  };
  /** The browser comes back: the page it is led to, and its session where it has one. */
  const comeBack = async (address: string, browser: string) => {
    const answer = await server.call('GET', address, { headers: { cookie: browser, 'x-beffroi': '' } });
    expect(answer.statusCode, answer.body).toBe(302);
    const cookie = answer.headers['set-cookie'];
    return { page: String(answer.headers.location), session: cookie === undefined ? undefined : String(cookie).split(';')[0]!, browser };
  };
  const signIn = async (person: Person, lie?: Lie, returnTo?: string) => {
    const { browser, location } = await depart(returnTo);
    return comeBack(issuer.authorize(location, person, lie), browser);
  };
  const meOf = async (session: string | undefined) =>
    (await server.call('GET', '/me', { as: session })).json() as { account?: { id: string; email: string }; organizations?: { id: string; roles: string[] }[] };

  /** An account that joined this person by an act of its own. */
  const joined = async (person: Person, account?: Account): Promise<Account> => {
    const who = account ?? (await server.addAccount({ centre, roles: ['reception'] }));
    const { browser } = await signIn(person);
    const answer = await server.call('POST', '/me/identities/join', { as: `${who.cookie}; ${browser}` });
    expect(answer.statusCode, answer.body).toBe(204);
    return who;
  };
  const map = async (groupName: string, role: string, at = centre, by?: Account): Promise<void> => {
    const director = by ?? (await server.addAccount({ centre: at, roles: ['directorGeneral'] }));
    const made = await server.call('POST', `/organizations/${at}/groupMappings`, { as: director, body: { providerId, groupName, role } });
    expect(made.statusCode, made.body).toBe(201);
    const { digest } = (await server.call('GET', `/organizations/${at}/groupMappings/preview`, { as: director })).json() as { digest: string };
    expect((await server.call('POST', `/organizations/${at}/groupMappings/apply`, { as: director, body: { digest } })).statusCode).toBe(204);
  };

  beforeAll(async () => {
    server = await testServer({ engine, now: () => new Date(Date.now() + offset) });
    issuer = await startIssuer();
    administrator = await server.addAccount({ installation: ['administrator'] });
    centre = await server.addCentre({ slug: 'fournisseurs' });
  });
  afterAll(async () => {
    await server.close();
    await issuer.close();
  });
  beforeEach(async () => {
    const made = await addProvider();
    expect(made.statusCode, made.body).toBe(201);
    providerId = (made.json() as { id: string }).id;
  });
  afterEach(async () => {
    offset = 0;
    issuer.clock.ahead = 0;
    // One issuer in the place of many: whom it knows under one of its providers, it knows under none of the next.
    await server.asOwner('DELETE FROM identity_provider');
  });

  test('is offered by name to strangers, and nothing else is told of it', async () => {
    const { items } = (await server.call('GET', '/signInProviders')).json() as { items: object[] };
    expect(items).toEqual([{ id: providerId, name: expect.stringContaining('Commune') }]);
    await setFor({ enabled: false });
    expect((await server.call('GET', '/signInProviders')).json().items).toEqual([]);
    expect((await server.call('POST', `/signInProviders/${providerId}/start`, { body: {} })).statusCode).toBe(404);
  });

  test('goes by code with PKCE, state and nonce, all new each time, and leads back to the page', async () => {
    const person = { sub: some() };
    const account = await joined(person);
    const seen = [await depart(), await depart()].map(({ location }) => new URL(location).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(seen[0]!.get(name), name).not.toBe(seen[1]!.get(name));
    expect(Object.fromEntries(seen[0]!)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email profile',
      redirect_uri: expect.stringContaining(`/signInProviders/${providerId}/callback`),
    });
    for (const [returnTo, page] of [
      ['/c/fournisseurs/people', '/c/fournisseurs/people'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example', '/'],
      [undefined, '/'],
    ] as const) {
      const arrived = await signIn(person, {}, returnTo);
      expect(arrived.page).toBe(page);
      expect((await meOf(arrived.session)).account?.id).toBe(account.id);
    }
  });

  const minutes = (count: number): number => Math.floor(Date.now() / 1000) + count * 60;
  test.each<[string, Lie, string]>([
    ['another issuer', { claims: { iss: 'https://login.example.be' } }, 'providerUntrusted'],
    ['another audience', { claims: { aud: 'somebody-else' } }, 'providerUntrusted'],
    ['several audiences, for another', { claims: { aud: ['beffroi', 'x'], azp: 'x' } }, 'providerUntrusted'],
    ['another nonce', { claims: { nonce: 'x' } }, 'providerUntrusted'],
    ['no nonce', { claims: { nonce: undefined } }, 'providerUntrusted'],
    ['no subject', { claims: { sub: undefined } }, 'providerUntrusted'],
    ['a token that is over', { claims: { iat: minutes(-20), exp: minutes(-10) } }, 'providerUntrusted'],
    ['a token of later', { claims: { nbf: minutes(10) } }, 'providerUntrusted'],
    ['no signature', { sign: 'none' }, 'providerUntrusted'],
    ['a signature with the secret that we know', { sign: 'HS256' }, 'providerUntrusted'],
    ['a signature by another key', { sign: 'strangeKey' }, 'providerUntrusted'],
    ['userinfo about somebody else', { userinfo: { sub: 'somebody-else' } }, 'providerUntrusted'],
    ['a code that it does not know', { tokenFails: true }, 'providerUntrusted'],
  ])('believes no provider with %s', async (_name, lie, problem) => {
    const person = { sub: some() };
    await joined(person);
    const arrived = await signIn(person, lie);
    expect(arrived).toMatchObject({ page: `/sign-in?provider=${providerId}&problem=${problem}`, session: undefined });
    expect((await signIn(person)).session).toBeDefined();
  });

  test('a state is good once, in the browser that began, for ten minutes, at the provider it was made for', async () => {
    const person = { sub: some() };
    await joined(person);
    const over = { page: `/sign-in?provider=${providerId}&problem=journeyOver`, session: undefined };
    const first = await depart();
    const address = issuer.authorize(first.location, person);
    const other = await depart();
    expect(await comeBack(address, other.browser)).toMatchObject(over);
    expect(await comeBack(address, 'beffroi.provider=')).toMatchObject(over);
    expect(await comeBack(address.replace(/state=[^&]+/, 'state=x'), first.browser)).toMatchObject(over);
    const second = (await addProvider({ name: 'Autre' })).json() as { id: string };
    expect((await comeBack(address.replace(providerId, second.id), first.browser)).page).toContain('journeyOver');
    const both = await Promise.all([comeBack(address, first.browser), comeBack(address, first.browser)]);
    expect(both.filter(({ session }) => session !== undefined)).toHaveLength(1);
    expect(await comeBack(address, first.browser)).toMatchObject(over);
    const late = await depart();
    const lateAddress = issuer.authorize(late.location, person);
    offset = 600_001;
    expect(await comeBack(lateAddress, late.browser)).toMatchObject(over);
  });

  test('a refusal at the provider is said, and nobody is signed in', async () => {
    const { browser, location } = await depart();
    const state = new URL(location).searchParams.get('state');
    const page = `/signInProviders/${providerId}/callback?error=access_denied&error_description=no&state=${state}`;
    expect(await comeBack(page, browser)).toMatchObject({ page: expect.stringContaining('problem=providerRefused'), session: undefined });
  });

  test('keys that the issuer changed: the new one is known at once, the former one no more', async () => {
    const person = { sub: some() };
    await joined(person);
    issuer.rotate();
    expect((await signIn(person)).session).toBeDefined();
    expect((await signIn(person, { sign: 'formerKey' })).page).toContain('providerUntrusted');
  });

  test.each([
    [60, true],
    [-60, true],
    [600, true],
    [-600, false],
  ])('a clock that is off by %i seconds: %s', async (ahead, good) => {
    const person = { sub: some() };
    await joined(person);
    issuer.clock.ahead = ahead;
    expect((await signIn(person)).session !== undefined).toBe(good);
  });

  test('nobody becomes an account by its address alone: verified or not, of an allowed domain or not', async () => {
    await map('portier', 'reception');
    const victim = await server.addAccount({ centre, roles: ['adviser'], email: `victime.${some()}@cpas.example.be` });
    for (const claims of [{ email_verified: true }, { email_verified: false }, { email_verified: 'true' }, {}]) {
      const arrived = await signIn({ sub: some(), email: victim.email.toUpperCase(), groups: ['portier'], ...claims });
      expect(arrived.session).toBeUndefined();
      expect(arrived.page).toMatch(/problem=unknownIdentity/);
    }
    expect(await server.asOwner('SELECT 1 FROM provider_identity WHERE account_id = $1', [victim.id])).toEqual([]);
  });

  test('a newcomer gets an account by a proven address of an allowed domain and a group that gives a role, and by no less', async () => {
    await map('portier', 'reception');
    const proven = (): Person => ({ sub: some(), name: 'Nadia Peeters', locale: 'nl-BE', email: `nadia.${some()}@cpas.example.be`, email_verified: true, groups: ['portier', 'autres'] });
    const refused: Person[] = [
      { ...proven(), email_verified: false },
      { ...proven(), email: `nadia.${some()}@ailleurs.example.be` },
      { ...proven(), email: `nadia.${some()}@faux.cpas.example.be` },
      { ...proven(), email: `"x@cpas.example.be"@ailleurs.example.be` },
      { ...proven(), groups: ['autres'] },
      { ...proven(), groups: [] },
    ];
    for (const person of refused) expect((await signIn(person)).session, JSON.stringify(person)).toBeUndefined();
    const arrived = await signIn(proven());
    expect(arrived.page).toBe('/');
    expect(await meOf(arrived.session)).toMatchObject({ account: { name: 'Nadia Peeters', language: 'nl' }, organizations: [{ id: centre, roles: ['reception'] }] });
  });

  test('what a provider proved is joined by whoever signs in in that browser, once, and to one account', async () => {
    const account = await server.addAccount({ centre, roles: ['reception'] });
    const { browser, page } = await signIn({ sub: some(), email: 'Prenom@ailleurs.example.be' });
    expect(page).toContain(`from=${encodeURIComponent('/account#identities')}`);
    const elsewhere = await server.call('GET', '/me/identities', { as: account });
    expect(elsewhere.json()).toMatchObject({ items: [], others: [{ id: providerId }] });
    expect(elsewhere.json().pending).toBeUndefined();
    const as = `${account.cookie}; ${browser}`;
    expect((await server.call('GET', '/me/identities', { as })).json().pending).toMatchObject({ email: 'Prenom@ailleurs.example.be' });
    expect((await server.call('POST', '/me/identities/join', { as: account })).statusCode).toBe(409);
    const both = await Promise.all([1, 2].map(() => server.call('POST', '/me/identities/join', { as })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 409]);
    const { items } = (await server.call('GET', '/me/identities', { as })).json() as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    // Another person of the same provider is not joined beside the first.
    const second = await signIn({ sub: some() });
    expect((await server.call('POST', '/me/identities/join', { as: `${account.cookie}; ${second.browser}` })).statusCode).toBe(409);
    expect((await server.call('DELETE', `/me/identities/${items[0]!.id}`, { as: administrator })).statusCode).toBe(404);
    expect((await server.call('DELETE', `/me/identities/${items[0]!.id}`, { as })).statusCode).toBe(204);
  });

  test('from one’s own account to the provider and back joins the two, unless the other is somebody’s', async () => {
    const person = { sub: some() };
    const account = await server.addAccount({ centre, roles: ['reception'] });
    const go = async (as: Account) => {
      const answer = await server.call('POST', '/me/identities', { as, body: { providerId } });
      const browser = String(answer.headers['set-cookie']).split(';')[0]!;
      // The session's own cookie does not come from another site: the journey knows whose it is.
      return comeBack(issuer.authorize((answer.json() as { location: string }).location, person), browser);
    };
    expect(await go(account)).toMatchObject({ page: '/account#identities', session: undefined });
    expect((await meOf((await signIn(person)).session)).account?.id).toBe(account.id);
    const thief = await server.addAccount({ centre, roles: ['reception'] });
    expect((await go(thief)).page).toBe('/account?identity=taken#identities');
    expect((await meOf((await signIn(person)).session)).account?.id).toBe(account.id);
  });

  test('the last way in is not taken away, and a shut account does not come in', async () => {
    await map('portier', 'reception');
    const person = { sub: some(), email: `seul.${some()}@cpas.example.be`, email_verified: true, groups: ['portier'] };
    const { session } = await signIn(person);
    const { items } = (await server.call('GET', '/me/identities', { as: session })).json() as { items: { id: string }[] };
    const kept = await server.call('DELETE', `/me/identities/${items[0]!.id}`, { as: session });
    expect([kept.statusCode, kept.json().type]).toEqual([409, 'urn:problem-type:beffroi:lastWayIn']);
    await server.asOwner('UPDATE account SET disabled_at = now() WHERE email = $1', [person.email]);
    expect(await signIn(person)).toMatchObject({ page: expect.stringContaining('accountClosed'), session: undefined });
  });

  test('an issuer that is down is said plainly, and a password still signs in', async () => {
    const gone = await startIssuer();
    const made = await addProvider({ issuer: gone.url });
    const { id } = made.json() as { id: string };
    await gone.close();
    const answer = await server.call('POST', `/signInProviders/${id}/start`, { body: {} });
    expect([answer.statusCode, answer.json().type]).toEqual([424, 'urn:problem-type:beffroi:providerUnavailable']);
    const account = await server.addAccount({ centre, roles: ['reception'] });
    expect((await server.call('POST', '/session', { body: { email: account.email, password } })).statusCode).toBe(204);
    expect(JSON.stringify(server.log())).not.toContain(issuer.clientSecret);
  });

  describe('a second factor', () => {
    test('counts where the provider says one of the values that were agreed, and is asked for by us otherwise', async () => {
      const person = { sub: some() };
      const account = await joined(person);
      await server.asOwner(`INSERT INTO second_factor (id, account_id, kind, name, created_at, totp_key, last_step) VALUES (gen_random_uuid(), $1, 'totp', 'x', now(), '\\x00', 0)`, [account.id]);
      for (const [claims, whole] of [
        [{ amr: ['pwd', 'mfa'] }, true],
        [{ acr: 'mfa' }, true],
        [{ amr: ['pwd'] }, false],
        [{}, false],
      ] as const) {
        const { session } = await signIn({ ...person, ...claims });
        expect((await server.call('GET', '/organizations', { as: session })).statusCode === 200, JSON.stringify(claims)).toBe(whole);
      }
    });
  });

  describe('groups', () => {
    test('give roles once applied, lose them at the next sign-in, and what somebody granted stays', async () => {
      const person = { sub: some(), groups: ['lecteurs'] };
      const account = await joined(person);
      const roles = async (groups: unknown) => (await meOf((await signIn({ ...person, groups })).session)).organizations?.[0]?.roles.toSorted();
      expect(await roles(['lecteurs'])).toEqual(['reception']);
      await map('lecteurs', 'auditor');
      await map('lecteurs', 'archivist');
      expect(await roles(['lecteurs'])).toEqual(['archivist', 'auditor', 'reception']);
      expect(await roles([])).toEqual(['reception']);
      expect(await roles('lecteurs')).toEqual(['archivist', 'auditor', 'reception']);
      // Too many to tell: nothing is taken away on that account.
      const { session } = await signIn({ sub: person.sub, _claim_names: { groups: 'src1' } });
      expect((await meOf(session)).organizations?.[0]?.roles.toSorted()).toEqual(['archivist', 'auditor', 'reception']);
      const [entry] = await server.asOwner(
        `SELECT actor_kind FROM audit_entry e JOIN link l ON l.id = e.record_id WHERE l.account_id = $1 AND e.fields -> 'after' ? 'provided_roles' ORDER BY e.at DESC LIMIT 1`,
        [account.id],
      );
      expect(entry).toEqual({ actor_kind: 'provider' });
      expect(await server.asOwner('SELECT * FROM audit_verify()')).toEqual([]);
    });

    test('are shown before they are applied: who would gain and lose what, and no more than was shown is done', async () => {
      const at = await server.addCentre({ slug: `vue-${some()}` });
      const [director, adviser] = [await server.addAccount({ centre: at, roles: ['directorGeneral'] }), await server.addAccount({ centre: at, roles: ['adviser'] })];
      const base = `/organizations/${at}/groupMappings`;
      const member = await joined({ sub: some(), groups: ['x', 'y'] });
      const preview = async () => (await server.call('GET', `${base}/preview`, { as: adviser })).json() as { digest: string; changes: object[]; needsDirector: boolean; pending: number };
      const apply = async (digest: string, as = adviser) => (await server.call('POST', `${base}/apply`, { as, body: { digest } })).statusCode;
      const wish = async (groupName: string, role: string) => (await server.call('POST', base, { as: adviser, body: { providerId, groupName, role } })).json() as { id: string };
      const held = async () => (await server.asOwner<{ roles: string[] }>('SELECT provided_roles AS roles FROM link WHERE account_id = $1 AND organization_id = $2', [member.id, at]))[0]?.roles;

      const first = await wish('x', 'auditor');
      const shown = await preview();
      expect(shown).toMatchObject({ changes: [{ account: { id: member.id }, gains: ['auditor'], loses: [] }], pending: 1, needsDirector: false });
      expect(await held()).toBeUndefined();
      const tried = await server.call('POST', `${base}/trial`, { as: adviser, body: { providerId, groups: ['x', 'z'] } });
      expect(tried.json()).toEqual({ wanted: ['auditor'], applied: [] });
      await wish('y', 'itAgent');
      expect(await apply(shown.digest)).toBe(409);
      expect(await apply((await preview()).digest)).toBe(204);
      expect(await held()).toEqual(['itAgent', 'auditor']);
      expect((await server.call('DELETE', `${base}/${first.id}`, { as: adviser })).statusCode).toBe(204);
      expect(await preview()).toMatchObject({ changes: [{ gains: [], loses: ['auditor'] }] });
      expect(await held()).toEqual(['itAgent', 'auditor']);
      expect(await apply((await preview()).digest)).toBe(204);
      expect(await held()).toEqual(['itAgent']);

      await wish('x', 'directorGeneral');
      const guarded = await preview();
      expect(guarded.needsDirector).toBe(true);
      expect(await apply(guarded.digest)).toBe(403);
      expect(await held()).toEqual(['itAgent']);
      expect(await apply(guarded.digest, director)).toBe(204);
      expect(await held()).toEqual(['directorGeneral', 'itAgent']);
      expect((await server.call('POST', base, { as: director, body: { providerId, groupName: 'x', role: 'headOfService' } })).statusCode).toBe(400);
      expect((await server.call('GET', base, { as: administrator })).statusCode).toBe(403);
    });

    test('give nothing back to whose access was ended by hand', async () => {
      const person = { sub: some(), groups: ['finis'] };
      const account = await joined(person);
      await map('finis', 'auditor');
      await server.asOwner(`UPDATE link SET "end" = '2020-01-01', start = '2019-01-01' WHERE account_id = $1`, [account.id]);
      expect((await meOf((await signIn(person)).session)).organizations).toEqual([]);
    });
  });

  test('its sessions end with its hours, and at once when it is put out of use, with the roles of its groups', async () => {
    await map('hors', 'auditor');
    const person = { sub: some(), email: `hors.${some()}@cpas.example.be`, email_verified: true, groups: ['hors'] };
    const first = (await signIn(person)).session;
    await endProviderSessions(server.db.kysely, new Date(Date.now() + 8 * 3_600_000 - 5000));
    expect((await meOf(first)).organizations).toHaveLength(1);
    await endProviderSessions(server.db.kysely, new Date(Date.now() + 8 * 3_600_000));
    expect((await meOf(first)).account).toBeUndefined();
    const second = (await signIn(person)).session;
    await setFor({ enabled: false });
    expect((await meOf(second)).account).toBeUndefined();
    expect(await server.asOwner('SELECT l.provided_roles FROM link l JOIN account a ON a.id = l.account_id WHERE a.email = $1', [person.email])).toEqual([{ provided_roles: [] }]);
    await setFor({ enabled: true });
    expect((await meOf((await signIn(person)).session)).organizations).toHaveLength(1);
  });
});
