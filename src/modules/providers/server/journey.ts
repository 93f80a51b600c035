import { createHash, randomBytes } from 'node:crypto';
import { cookiePrefix } from '../../../server/auth/session-cookie.ts';
import type { ProviderSettings } from '../../../server/auth/openid.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import type { Services } from '../../../server/services.ts';
import type { ProviderRow } from './store.ts';

/** How long a sign-in may stay away at the provider, and what it said wait for its account. In seconds. */
export const journeySeconds = 600;

/** Providers belong to no centre; at a sign-in nobody is known yet. */
export const asProvider: Scope = { organizations: [installationId], actor: { kind: 'provider' } };

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
export const callbackOf = (services: Pick<Services, 'url'>, id: string): string => `${services.url}/api/beffroi/v1/signInProviders/${id}/callback`;

const cookieName = (url: string): string => `${cookiePrefix(url)}.provider`;

/**
 * What binds a sign-in by a provider to the browser that began it: a secret in a cookie. Lax, for the browser comes back from another site; it
 * opens nothing by itself.
 */
export const newBrowser = (url: string): { hash: Buffer; setCookie: string } => {
  const value = randomBytes(32).toString('base64url');
  return { hash: sha256(value), setCookie: `${cookieName(url)}=${value}; Max-Age=${journeySeconds}; Path=/; HttpOnly${url.startsWith('https:') ? '; Secure' : ''}; SameSite=Lax` };
};

/** The browser of a `Cookie` header, where it began a sign-in. */
export const browserOf = (url: string, header: string | undefined): Buffer | undefined => {
  const start = `${cookieName(url)}=`;
  const value = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length);
  return value && /^[\w-]{43}$/.test(value) ? sha256(value) : undefined;
};

/** Only a path of our own pages may follow a sign-in, never another site. */
export const ownPath = (path: string | null | undefined): string => (path && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/');

/** What is needed to speak with a provider, its secret opened. Undefined where no secret of the server opens it any more. */
export const settingsOf = ({ providerSeal }: Pick<Services, 'providerSeal'>, { issuer, clientId, clientSecret, scopes }: ProviderRow): ProviderSettings | undefined => {
  const opened = providerSeal.open(clientSecret);
  return opened && { issuer, clientId, clientSecret: opened.text, scopes };
};
