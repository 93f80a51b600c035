import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { newId } from '../../kernel/id.ts';
import type { Database } from '../db/database.ts';
import { prolongSession, sessionAccess } from '../db/roles.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { cookieAttributes, cookiePrefix, type Secret, type Secrets, sessionSeconds, tokenOf } from './session-cookie.ts';

/** A session in use is prolonged this often. */
const renewSeconds = 600;

const betterAuthOf = (db: Database, url: string, secrets: Secrets) =>
  betterAuth({
    baseURL: url,
    // The first signs the cookies. What better-auth encrypts names the secret by its number, which must stay when others come and go.
    secret: secrets[0].value,
    secrets: [...new Map(secrets.map((secret) => [numberOf(secret), { version: numberOf(secret), value: secret.value }])).values()],
    database: { db: db.kysely, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: cookiePrefix(url),
      useSecureCookies: false,
      defaultCookieAttributes: cookieAttributes(url),
      disableOriginCheck: true,
      disableCSRFCheck: true,
    },
    rateLimit: { enabled: false },
    user: { modelName: 'account', additionalFields: { language: { type: 'string', required: false, input: true } } },
    account: { modelName: 'credential' },
    session: { modelName: 'session', expiresIn: sessionSeconds, updateAge: renewSeconds },
    verification: { modelName: 'verification' },
    emailAndPassword: { enabled: true, autoSignIn: true, minPasswordLength: 1, maxPasswordLength: 1000, password: { hash: hashPassword, verify: verifyPassword } },
  });

const numberOf = ({ value }: Secret): number => createHash('sha256').update(value).digest().readUInt32BE();

/**
 * Sessions and passwords by better-auth, on the server's own connection. Our routes call it (src/modules/accounts/server);
 * none of its own routes is served. `url` is the address people type; the first of `secrets` signs the cookies, and those
 * that a former one signed are accepted and signed anew.
 */
export const makeAuth = (db: Database, url: string, secrets: Secrets) => {
  const { api } = betterAuthOf(db, url, secrets);
  return {
    signIn: api.signInEmail,
    /**
     * The session of a `Cookie` header, with what its account is on `day` in all its centres or in the one given, and the Set-Cookie that renews
     * its signature where a former secret made it; undefined when there is none, or it is over. Use prolongs a session by twelve hours
     * each time; twelve hours after those of the sign-in it ends all the same. `now` is the instant of the request.
     */
    session: async (header: string, now: Date, day: string, organizationId?: string) => {
      const signed = tokenOf(header, url, secrets, now);
      const found = signed && (await sessionAccess(db.kysely, signed.token, day, organizationId));
      // By the clock of the machine, which gave the session its end at the sign-in.
      const clock = Date.now();
      if (!found || found.expiresAt.getTime() < clock || found.expiresAt.getTime() - found.createdAt.getTime() > 2 * sessionSeconds * 1000) return undefined;
      const end = clock + sessionSeconds * 1000;
      if (found.expiresAt.getTime() <= end - renewSeconds * 1000 && !(await prolongSession(db.kysely, found.sessionId, new Date(clock), new Date(end)))) return undefined;
      return { ...found, setCookie: signed?.renewed?.(sessionSeconds - (now.getTime() - found.createdAt.getTime()) / 1000) };
    },
  };
};

export type Auth = ReturnType<typeof makeAuth>;
