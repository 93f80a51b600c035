import { betterAuth } from 'better-auth';
import { newId } from '../../kernel/id.ts';
import type { Database } from '../db/database.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** How long a session lives. */
export const sessionSeconds = 12 * 3600;

/**
 * Sessions and passwords by better-auth, on the server's own connection. Our routes call it (src/modules/accounts/server);
 * none of its own routes is served. `url` is the address people type, `secret` signs the cookies.
 */
export const makeAuth = (db: Database, url: string, secret: string) =>
  betterAuth({
    baseURL: url,
    secret,
    database: { db: db.kysely, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'beffroi',
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      disableOriginCheck: true,
      disableCSRFCheck: true,
    },
    rateLimit: { enabled: false },
    user: { modelName: 'account', additionalFields: { language: { type: 'string', required: false, input: true } } },
    account: { modelName: 'credential' },
    session: { modelName: 'session', expiresIn: sessionSeconds, updateAge: 600 },
    verification: { modelName: 'verification' },
    emailAndPassword: { enabled: true, autoSignIn: true, minPasswordLength: 1, maxPasswordLength: 1000, password: { hash: hashPassword, verify: verifyPassword } },
  });

export type Auth = ReturnType<typeof makeAuth>;
