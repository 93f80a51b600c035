import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actionsOfScopes } from '../../kernel/token-scopes.ts';
import { Problem } from '../../kernel/problem.ts';
import { tokenHash } from '../auth/personal-token.ts';
import { installationId } from '../db/database.ts';
import { tokenAccess } from '../db/roles.ts';
import { type Services, today } from '../services.ts';
import type { Access } from './access.ts';
import { originOf } from './origin.ts';

/** So many wrong tokens an origin may show in a minute. A right one passes all the same: of those who share an address, one must not shut out the others. */
const wrongOnes = 30;

/** Whether a request comes from a program, which says so by this header: no other site makes a browser send it without asking first. */
export const isProgram = (request: FastifyRequest): boolean => request.headers.authorization !== undefined;

/**
 * Who a request with `Authorization: Bearer` acts for: the account of the token, in the centres of the token, with the roles held there today, for
 * the actions of its scopes and nothing else; never with a role of the installation. `centre` is the one that the address names. Throws
 * invalidAccessToken (also where it was revoked), expiredAccessToken, missingPermission where no role is left in any of them, tooManyRequests.
 */
export const makeBearer = (api: FastifyInstance, services: Services): ((request: FastifyRequest, centre: string | undefined) => Promise<Access>) => {
  let count: ReturnType<FastifyInstance['createRateLimit']> | undefined;
  const refuse = async (request: FastifyRequest, reason: 'invalidAccessToken' | 'expiredAccessToken'): Promise<never> => {
    count ??= api.createRateLimit({ max: wrongOnes, timeWindow: 60_000, keyGenerator: ({ ip }) => `token ${originOf(ip)} ${Math.floor(performance.now() / 60_000)}` });
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new Problem('tooManyRequests', { headers: { 'retry-after': String(Math.max(1, counted.ttlInSeconds)) } });
    throw new Problem(reason);
  };
  return async (request, centre) => {
    const hash = tokenHash(/^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!hash) return refuse(request, 'invalidAccessToken');
    const now = services.now();
    const found = await tokenAccess(services.db.kysely, hash, now, today(services), centre);
    if (!found || found.revokedAt) return refuse(request, 'invalidAccessToken');
    if (found.expiresAt <= now) return refuse(request, 'expiredAccessToken');
    const { tokenId, accountId, name, email, language, links, scopes, backupPlanId } = found;
    // Whose roles have ended, or whose account was shut, has programs that do nothing more.
    if (centre === undefined && links.length === 0) throw new Problem('missingPermission');
    return {
      // A program has no session: no route that asks for one is open to it.
      account: { accountId, sessionId: installationId, name, email, language, confirmedAt: null, owed: undefined, locked: false },
      ...(backupPlanId ? { backupPlanId } : {}),
      links,
      installation: [],
      actor: { accountId, roles: [...new Set(links.flatMap((link) => link.roles))], installation: [], only: actionsOfScopes(scopes) },
      scope: { organizations: links.map((link) => link.organizationId), actor: { kind: 'account', id: accountId, token: tokenId } },
    };
  };
};
