import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentLanguages } from '../../../kernel/language.ts';
import { type Problem } from '../../../kernel/problem.ts';
import { deviceOf } from '../../../server/auth/open-session.ts';
import { installationId, type Tx } from '../../../server/db/database.ts';
import { recordSignInEvent } from '../../../server/db/sign-in-events.ts';
import { networkOf } from '../../../server/http/origin.ts';
import { type Services, today } from '../../../server/services.ts';
import { accountByEmail, insertAccount } from '../../accounts/server/service.ts';
import { type Claims, countsAsSecondFactor, groupsOf, provenEmail } from '../provider.ts';
import { asProvider, journeySeconds, ownPath } from './journey.ts';
import { providedCentres } from './mapping-store.ts';
import { syncProvided } from './provided.ts';
import * as store from './store.ts';

type Arrival = { provider: store.ProviderRow; claims: Claims; browserHash: Buffer; accountId: string | null; returnTo: string | null };

const emailOf = (claims: Claims): string | undefined => (typeof claims['email'] === 'string' && claims['email'].length <= 200 ? claims['email'] : undefined);
const nameOf = (claims: Claims, email: string): string => (typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].trim().slice(0, 120) : email);
const languageOf = (claims: Claims): string => documentLanguages.find((language) => typeof claims['locale'] === 'string' && claims['locale'].toLowerCase().startsWith(language)) ?? 'fr';
const pageWith = (parameters: Record<string, string>): string => `/sign-in?${new URLSearchParams(parameters)}`;

/**
 * What becomes of somebody whom a provider has proved: the page to send their browser to. Known by issuer and subject and by nothing else, they
 * are signed in. On a journey from their own account they are joined to it. Unknown, they get an account where none has their proven address
 * and a group of theirs gives a role; else what was said waits for whoever signs in in this browser to join it by an act of their own.
 */
export const arrive = async (services: Services, request: FastifyRequest, reply: FastifyReply, arrival: Arrival): Promise<string> => {
  const { provider, claims, browserHash } = arrival;
  const identity = await services.db.tx(asProvider, (tx) => store.findIdentity(tx, claims.iss, claims.sub));
  if (arrival.accountId !== null) {
    if (identity && identity.accountId !== arrival.accountId) return '/account?identity=taken#identities';
    if (!identity) await join(services, provider, claims, arrival.accountId);
    return '/account#identities';
  }
  if (identity?.disabledAt) return pageWith({ provider: provider.id, problem: 'accountClosed' });
  const groups = groupsOf(claims, provider.groupsClaim ?? undefined);
  if (identity) {
    await remember(services, provider, identity.id, identity.accountId, claims, groups);
    await open(services, request, reply, provider, identity.accountId, claims);
    return ownPath(arrival.returnTo);
  }
  const made = await newcomer(services, provider, claims, groups ?? []);
  if (made) {
    await open(services, request, reply, provider, made, claims);
    return ownPath(arrival.returnTo);
  }
  await store.keepClaims(services.db.kysely, { providerId: provider.id, browserHash, claims: kept(claims, groups), expiresAt: new Date(services.now().getTime() + journeySeconds * 1000) });
  return pageWith({ from: '/account#identities', provider: provider.id, problem: 'unknownIdentity' });
};

/** What is needed to join later, and nothing else that a provider may have said. */
const kept = (claims: Claims, groups: string[] | undefined): Record<string, unknown> => ({ iss: claims.iss, sub: claims.sub, email: emailOf(claims), groups });

/** Keeps what the provider says now of somebody known, and the roles that come of it. */
const remember = (services: Services, provider: store.ProviderRow, identityId: string, accountId: string, claims: Claims, groups: string[] | undefined): Promise<void> =>
  syncProvided(services, { providerId: provider.id, groups: groups ?? [], accountId }, async (tx: Tx) => {
    const email = emailOf(claims);
    if (email) await store.renameIdentity(tx, identityId, email);
    // Groups that were not told are not taken away: there may have been too many to tell.
    if (groups) await store.keepGroups(tx, identityId, groups, services.now());
  });

/** Joins what a provider said of somebody to an account. Throws alreadyExists where one of the two has another. */
export const join = async (services: Services, provider: store.ProviderRow, claims: Claims, accountId: string, groups = groupsOf(claims, provider.groupsClaim ?? undefined)): Promise<void> => {
  await syncProvided(services, { providerId: provider.id, groups: groups ?? [], accountId }, async (tx) => {
    const id = await store.insertIdentity(tx, { providerId: provider.id, accountId, issuer: claims.iss, subject: claims.sub, email: emailOf(claims), linkedAt: services.now() });
    if (groups) await store.keepGroups(tx, id, groups, services.now());
  });
};

/**
 * An account for somebody of whom the provider proves an address that nobody has here, and a group that gives them a role in a centre. Undefined
 * where one of the three is missing: an address that is somebody's is never enough to become them.
 */
const newcomer = async (services: Services, provider: store.ProviderRow, claims: Claims, groups: string[]): Promise<string | undefined> => {
  const email = provenEmail(claims, provider.emailDomains);
  if (!email || (await accountByEmail(services.db.kysely, email))) return undefined;
  if ((await providedCentres(services.db.kysely, provider.id, groups, undefined)).length === 0) return undefined;
  const now = services.now();
  const accountId = await services.db
    .tx({ organizations: [installationId], actor: { kind: 'provider' } }, async (tx) => {
      const id = await insertAccount(tx, { name: nameOf(claims, email), email, language: languageOf(claims), passwordHash: undefined }, now);
      await store.insertIdentity(tx, { providerId: provider.id, accountId: id, issuer: claims.iss, subject: claims.sub, email, linkedAt: now });
      return id;
    })
    // Two at once with the same address: the second is asked to sign in.
    .catch((error: { code?: string } | Problem) => {
      if (error.code === '23505' || error.code === 'alreadyExists') return undefined;
      throw error;
    });
  if (accountId === undefined) return undefined;
  await syncProvided(services, { providerId: provider.id, groups, accountId }, async (tx) => {
    const identity = await store.findIdentity(tx, claims.iss, claims.sub);
    if (identity) await store.keepGroups(tx, identity.id, groups, now);
  });
  return accountId;
};

/** Signs the browser in. The session ends with the hours of the provider, so that what changed there is seen. */
const open = async (services: Services, request: FastifyRequest, reply: FastifyReply, provider: store.ProviderRow, accountId: string, claims: Claims): Promise<void> => {
  const now = services.now();
  const device = deviceOf(request);
  const secondFactor = countsAsSecondFactor(claims, provider.secondFactorValues);
  const opened = await services.auth.openSession({ accountId, proof: 'provider', secondFactor, ...(device ? { device } : {}), cookieHeader: request.headers.cookie, now, day: today(services) });
  await store.insertProviderSession(services.db.kysely, { sessionId: opened.sessionId, providerId: provider.id, endsAt: new Date(now.getTime() + provider.sessionHours * 3_600_000) });
  reply.header('set-cookie', opened.setCookie);
  if (!opened.owed) await recordSignInEvent(services.db.kysely, { accountId, at: now, kind: 'signedIn', proof: 'provider', origin: networkOf(request.ip), device });
};
