import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a session lives. */
export const sessionSeconds = 12 * 3600;

/** A secret that signs session cookies; a former one may carry the instant until which it is still accepted. */
export type Secret = { value: string; until?: Date };
/** The first signs, the others are accepted. */
export type Secrets = readonly [Secret, ...Secret[]];

/** What names the cookie at this address. Under https a browser takes a `__Host-` cookie from this very host only, over TLS. */
export const cookiePrefix = (url: string): string => (url.startsWith('https:') ? '__Host-beffroi' : 'beffroi');

const written = (url: string, value: string, seconds: number): string =>
  `${cookiePrefix(url)}.session_token=${value}; Max-Age=${seconds}; Path=/; HttpOnly${url.startsWith('https:') ? '; Secure' : ''}; SameSite=Strict`;

/** The Set-Cookie that takes the session's cookie away. */
export const endedCookie = (url: string): string => written(url, '', 0);

// `token.base64(HMAC-SHA-256)`, percent-encoded.
const signature = (token: string, secret: Secret): Buffer => createHmac('sha256', secret.value).update(token).digest();
const signed = (token: string, secret: Secret): string => encodeURIComponent(`${token}.${signature(token, secret).toString('base64')}`);

/** The Set-Cookie of a session, signed by `secret`, for so many seconds. */
export const cookieOf = (url: string, token: string, secret: Secret, seconds: number): string => written(url, signed(token, secret), seconds);

/**
 * The token of the session in a `Cookie` header, where one of the secrets signed it that is accepted at `now`; undefined otherwise. Where a
 * former one did, `renewed` makes the Set-Cookie that the newest signs, for the session's remaining seconds.
 */
export const tokenOf = (header: string, url: string, [newest, ...former]: Secrets, now: Date): { token: string; renewed?: (seconds: number) => string } | undefined => {
  const name = `${cookiePrefix(url)}.session_token=`;
  const value = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
  const found = /^([^.]+)\.([\w+/]{43}=)$/.exec(decoded(value ?? ''));
  if (!found?.[1] || !found[2]) return undefined;
  const [token, given] = [found[1], Buffer.from(found[2], 'base64')];
  const signedBy = (secret: Secret): boolean => given.length === 32 && timingSafeEqual(signature(token, secret), given);
  if (signedBy(newest)) return { token };
  if (!former.some((secret) => (secret.until === undefined || secret.until > now) && signedBy(secret))) return undefined;
  return { token, renewed: (seconds) => written(url, signed(token, newest), Math.max(1, Math.floor(seconds))) };
};

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
};
