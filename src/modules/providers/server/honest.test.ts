// The whole flow against an OpenID provider that others wrote, and that keeps the standard: oidc-provider, in this process.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../../../test/harness.ts';

let server: TestServer;
let close: () => Promise<void>;
let issuer: string;
const clientSecret = randomBytes(32).toString('base64url');
const email = 'honnete@cpas.example.be';

beforeAll(async () => {
  server = await testServer();
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  close = () =>
    new Promise((resolve) => {
      http.closeAllConnections();
      http.close(() => resolve());
    });
  const admin = await server.addAccount({ installation: ['administrator'] });
  // The redirect address is known once the provider is saved, and it is saved once the issuer answers.
  let redirectUri = 'http://localhost:3000/';
  const provider = new Provider(issuer, {
    clients: [],
    adapter: class {
      static kept = new Map<string, unknown>();
      readonly kind: string;
      constructor(kind: string) {
        this.kind = kind;
      }
      private key = (id: string): string => `${this.kind} ${id}`;
      upsert = async (id: string, payload: object) => void (provided.kept.set(this.key(id), payload), 'uid' in payload && provided.kept.set(`uid ${String(payload.uid)}`, payload));
      find = async (id: string) =>
        this.kind === 'Client'
          ? { client_id: 'beffroi', client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }
          : (provided.kept.get(this.key(id)) as never);
      findByUid = async (uid: string) => provided.kept.get(`uid ${uid}`) as never;
      findByUserCode = async () => undefined;
      consume = async (id: string) => void Object.assign(provided.kept.get(this.key(id)) as object, { consumed: Math.floor(Date.now() / 1000) });
      destroy = async (id: string) => void provided.kept.delete(this.key(id));
      revokeByGrantId = async () => undefined;
    } as never,
    cookies: { keys: ['tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 60, IdToken: 60 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: async (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, email, email_verified: true, name: 'Honnête Homme', locale: 'fr', groups: ['accueil'] }) }),
  });
  const provided = { kept: new Map<string, unknown>() };
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    // Whoever comes is the same person, and consents.
    void (async () => {
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: 'honnete', clientId: String(params['client_id']) });
      grant.addOIDCScope('openid email profile');
      await provider.interactionFinished(request, response, { login: { accountId: 'honnete' }, consent: { grantId: await grant.save() } });
    })();
  });
  const made = await server.call('POST', '/providers', {
    as: admin,
    body: { name: 'Honnête', preset: 'other', issuer, clientId: 'beffroi', clientSecret, groupsClaim: 'groups', emailDomains: ['cpas.example.be'] },
  });
  expect(made.statusCode, made.body).toBe(201);
  redirectUri = (made.json() as { redirectUri: string }).redirectUri;
});
afterAll(async () => {
  await server.close();
  await close();
});

/** A browser at the provider, with its cookies, until it is sent back to us. */
const browse = async (from: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let address = from;
  for (let hop = 0; hop < 10; hop += 1) {
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = new URL(answer.headers.get('location') ?? '', address);
    if (next.origin !== issuer) return next.href;
    address = next.href;
  }
  throw new Error('The provider never sent the browser back');
};

test('a newcomer whose group gives a role is signed in through oidc-provider, its claims asked of userinfo', async () => {
  const centre = await server.addCentre({ slug: 'honnete' });
  const director = await server.addAccount({ centre, roles: ['directorGeneral'] });
  const [{ id: providerId }] = (await server.call('GET', '/signInProviders')).json().items as [{ id: string }];
  const base = `/organizations/${centre}/groupMappings`;
  await server.call('POST', base, { as: director, body: { providerId, groupName: 'accueil', role: 'reception' } });
  const { digest } = (await server.call('GET', `${base}/preview`, { as: director })).json() as { digest: string };
  expect((await server.call('POST', `${base}/apply`, { as: director, body: { digest } })).statusCode).toBe(204);

  const start = await server.call('POST', `/signInProviders/${providerId}/start`, { body: {} });
  const back = await browse((start.json() as { location: string }).location);
  const answer = await server.call('GET', back, { headers: { cookie: String(start.headers['set-cookie']).split(';')[0]! } });
  expect([answer.statusCode, answer.headers.location], JSON.stringify(server.log().filter(({ fault }) => fault))).toEqual([302, '/']);
  const me = await server.call('GET', '/me', { as: String(answer.headers['set-cookie']).split(';')[0]! });
  expect(me.json()).toMatchObject({ account: { email, name: 'Honnête Homme' }, organizations: [{ id: centre, roles: ['reception'] }] });
  // The same answer again, with the browser's cookie, is worth nothing.
  const again = await server.call('GET', back, { headers: { cookie: String(start.headers['set-cookie']).split(';')[0]! } });
  expect(again.headers.location).toContain('journeyOver');
});
