import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const period = 30;
/** So many periods before and after: the clock of a telephone may be a minute off. Codes are counted, and good once. */
const tolerance = 2;

/** A new key, in base32. */
export const newTotpKey = (): string => new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;

const totp = (key: string, email = ''): TOTP => new TOTP({ issuer: 'Beffroi', label: email, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(key) });

/** The address of a key, which an application reads from a picture. */
export const totpUri = (key: string, email: string): string => totp(key, email).toString();

/** The period of thirty seconds (counted since 1970) whose code this is; undefined when it is none of those around `now`. */
export const totpStep = (key: string, code: string, now: Date): number | undefined => {
  const delta = totp(key).validate({ token: code, timestamp: now.getTime(), window: tolerance });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
};
