import { randomBytes } from 'node:crypto';
import type { Role } from '../../kernel/permissions.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Database } from '../db/database.ts';
import { type Owed, owedFactor, type Proof, prolongSession, replaceSession, sessionAccess } from '../db/sessions.ts';
import { cookieOf, type Secrets, sessionSeconds, tokenOf } from './session-cookie.ts';

/** A session in use is prolonged this often. */
const renewSeconds = 600;
/** How long a sign-in that still owes its second factor waits for it. */
const unfinishedSeconds = 600;

/** For whom a session is opened. `secondFactor` says, where a provider proved it, that it asked for a second factor itself. */
export type Opening = { accountId: string; proof: Proof; secondFactor?: boolean; device?: string; cookieHeader?: string | undefined; now: Date; day: string };

/**
 * Sessions, on the server's own connection. `url` is the address people type; the first of `secrets` signs the cookies, and those that a former
 * one signed are accepted and signed anew. Whoever holds one of the `compelling` roles anywhere owes a second factor.
 */
export const makeAuth = (db: Database, url: string, secrets: Secrets, compelling: readonly Role[] = []) => ({
  /**
   * A session for an account that was proved, with a new token, in the place of the one that the same browser held (`cookieHeader`), and its
   * Set-Cookie. Where a second factor is owed that `proof` did not give, it can do nothing but finish the sign-in, and lives ten minutes.
   */
  openSession: async ({ accountId, proof, secondFactor, device, cookieHeader, now, day }: Opening): Promise<{ sessionId: string; owed: Owed | undefined; setCookie: string }> => {
    const proved = secondFactor ?? (proof !== 'password' && proof !== 'provider');
    const owed = proved ? undefined : await owedFactor(db.kysely, accountId, day, compelling);
    const token = randomBytes(32).toString('base64url');
    const seconds = owed ? unfinishedSeconds : sessionSeconds;
    // By the clock of the machine, as its end is looked at.
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + seconds * 1000);
    const former = cookieHeader && tokenOf(cookieHeader, url, secrets, now)?.token;
    const session = { accountId, token, proof, provedAt: proved ? now : null, confirmedAt: now, device: device?.slice(0, 300) ?? null, createdAt, expiresAt };
    const sessionId = await replaceSession(db.kysely, session, former || undefined);
    // An account that was shut is answered as an unknown one.
    if (sessionId === undefined) throw new Problem('wrongCredentials');
    return { sessionId, owed, setCookie: cookieOf(url, token, secrets[0], seconds) };
  },
  /** The roles that compel to a second factor here. */
  compelling,
  /**
   * The session of a `Cookie` header, with what it still owes, what its account is on `day` in all its centres or in the one given, and the
   * Set-Cookie that renews its signature where a former secret made it; undefined when there is none, or it is over. Use prolongs a session by
   * twelve hours each time, unless its sign-in is unfinished; twelve hours after those of the sign-in it ends all the same. `now` is the instant
   * of the request.
   */
  session: async (header: string, now: Date, day: string, organizationId?: string) => {
    const signed = tokenOf(header, url, secrets, now);
    const found = signed && (await sessionAccess(db.kysely, signed.token, day, compelling, organizationId));
    // By the clock of the machine, which gave the session its end at the sign-in.
    const clock = Date.now();
    if (!found || found.expiresAt.getTime() < clock || found.expiresAt.getTime() - found.createdAt.getTime() > 2 * sessionSeconds * 1000) return undefined;
    const end = clock + sessionSeconds * 1000;
    if (!found.owed && found.expiresAt.getTime() <= end - renewSeconds * 1000 && !(await prolongSession(db.kysely, found.sessionId, new Date(clock), new Date(end)))) return undefined;
    return { ...found, setCookie: signed?.renewed?.(sessionSeconds - (now.getTime() - found.createdAt.getTime()) / 1000) };
  },
});

export type Auth = ReturnType<typeof makeAuth>;
