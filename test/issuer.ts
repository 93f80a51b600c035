// An identity provider for the tests that says whatever it is told to, in a process of ours: what an honest one never does must be tried too.
import { createHash, createHmac, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Person = { sub: string; [claim: string]: unknown };
/** How a token is changed before it is signed, and by what it is signed. */
export type Lie = { claims?: Record<string, unknown>; sign?: 'none' | 'HS256' | 'strangeKey' | 'formerKey'; userinfo?: Record<string, unknown>; tokenFails?: boolean };

type Key = { kid: string; privateKey: KeyObject; jwk: Record<string, unknown> };
export type Issuer = {
  url: string;
  clientSecret: string;
  /** The browser signs in there as somebody: the address it is sent back to. */
  authorize: (location: string, person: Person, lie?: Lie) => string;
  /** Another key from now on; the former one is published no more. */
  rotate: () => void;
  /** Seconds by which its clock is ahead. */
  clock: { ahead: number };
  close: () => Promise<void>;
};

const base64 = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const newKey = (): Key => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(6).toString('hex');
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } };
};
const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

export const startIssuer = async (): Promise<Issuer> => {
  const clientSecret = 'the-secret-of-the-tests-with-more-than-32-characters';
  let key = newKey();
  let former = key;
  const strange = newKey();
  const clock = { ahead: 0 };
  type Grant = { person: Person; lie: Lie; nonce: string; challenge: string; redirectUri: string; clientId: string };
  const codes = new Map<string, Grant>();
  const accesses = new Map<string, Grant>();

  const sign = (claims: Record<string, unknown>, how: Lie['sign']): string => {
    const by = how === 'strangeKey' ? { ...strange, kid: key.kid } : how === 'formerKey' ? former : key;
    const alg = how === 'none' || how === 'HS256' ? how : 'RS256';
    const text = `${base64({ alg, typ: 'JWT', ...(alg === 'RS256' ? { kid: by.kid } : {}) })}.${base64(claims)}`;
    if (alg === 'none') return `${text}.`;
    if (alg === 'HS256') return `${text}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(by.privateKey, 'base64url')}`;
  };

  const server = createServer((request, response) => {
    const send = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const path = new URL(request.url ?? '/', url).pathname;
    if (path === '/.well-known/openid-configuration')
      return send(200, {
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        userinfo_endpoint: `${url}/userinfo`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    // An issuer that says it is another.
    if (path === '/liar/.well-known/openid-configuration') return send(200, { issuer: 'https://login.example.be', authorization_endpoint: `${url}/authorize` });
    if (path === '/jwks') return send(200, { keys: [key.jwk] });
    if (path === '/userinfo') {
      const grant = accesses.get(request.headers.authorization?.replace(/^bearer /i, '') ?? '');
      return grant ? send(200, { ...grant.person, ...grant.lie.userinfo }) : send(401, { error: 'invalid_token' });
    }
    if (path !== '/token') return send(404, { error: 'not_found' });
    void bodyOf(request).then((body) => {
      const grant = codes.get(body.get('code') ?? '');
      codes.delete(body.get('code') ?? '');
      const known = Buffer.from(request.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
      if (decodeURIComponent(known) !== `beffroi:${clientSecret}`) return send(401, { error: 'invalid_client' });
      const proven =
        grant &&
        createHash('sha256')
          .update(body.get('code_verifier') ?? '')
          .digest('base64url') === grant.challenge &&
        body.get('redirect_uri') === grant.redirectUri;
      if (!grant || !proven || grant.lie.tokenFails) return send(400, { error: 'invalid_grant' });
      const now = Math.floor(Date.now() / 1000) + clock.ahead;
      const access = randomBytes(16).toString('hex');
      accesses.set(access, grant);
      const claims = { iss: url, aud: grant.clientId, nonce: grant.nonce, iat: now, exp: now + 30, ...grant.person, ...grant.lie.claims };
      return send(200, { access_token: access, token_type: 'Bearer', expires_in: 60, id_token: sign(claims, grant.lie.sign) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientSecret,
    authorize: (location, person, lie = {}) => {
      const asked = new URL(location).searchParams;
      const code = randomBytes(16).toString('hex');
      const redirectUri = asked.get('redirect_uri') ?? '';
      codes.set(code, { person, lie, nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', redirectUri, clientId: asked.get('client_id') ?? '' });
      return `${redirectUri}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
    },
    rotate: () => {
      former = key;
      key = newKey();
    },
    clock,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
