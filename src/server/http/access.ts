import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Action, type Actor, can, type InstallationRole } from '../../kernel/permissions.ts';
import { Problem } from '../../kernel/problem.ts';
import { type CentreLink, confidentialIn } from '../db/roles.ts';
import type { Owed } from '../db/sessions.ts';
import { installationId, type Scope } from '../db/database.ts';
import { type Services, today } from '../services.ts';
import { isProgram, makeBearer } from './bearer.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the caller must be allowed to do; `public` needs no account. Every route of the API says one. */
    action?: Action | 'public';
    /** In which states a session may call it beside a whole one: with a second factor owed or to be enrolled, or locked. */
    during?: readonly SessionState[];
    /** Confidential records exist for whoever may know of them: nowhere else do they, and never for a program. */
    confidential?: true;
  }
  interface FastifyRequest {
    access: Access;
  }
}

export type SessionState = Owed | 'locked';

export type SignedIn = {
  accountId: string;
  sessionId: string;
  name: string;
  email: string;
  language: string;
  /** When something was last proved in this session. */
  confirmedAt: Date | null;
  owed: Owed | undefined;
  locked: boolean;
};

/** Who asks, what they are in each of their centres, and the centre the address names. */
export type Access = {
  account: SignedIn | undefined;
  /** Where the address names a centre, of that one alone. */
  links: readonly CentreLink[];
  installation: readonly InstallationRole[];
  /** With the roles held in the centre that the address names; elsewhere with those held in any centre. */
  actor: Actor;
  /** The one backup of which a program may tell, where its token names one. */
  backupPlanId?: string;
  /** The centre named by the address, else every centre of the account. */
  scope: Scope;
};

const nobody: Access = { account: undefined, links: [], installation: [], actor: { accountId: undefined, roles: [], installation: [] }, scope: { organizations: [], actor: { kind: 'account' } } };

/** Reads the session, the roles and the scope of each request, and refuses what the permission table does not allow. A route without an action stops the start. */
export const registerAccess = (api: FastifyInstance, services: Services): void => {
  api.decorateRequest('access', null as unknown as Access);
  const bearer = makeBearer(api, services);
  api.addHook('onRoute', (route) => {
    if (!route.config?.action) throw new Error(`Route ${String(route.method)} ${route.url} does not say which permission it needs`);
  });
  api.addHook('onRequest', async (request, reply) => {
    request.access = nobody;
    refuseCrossSite(request);
    const action = request.routeOptions.config.action;
    if (action === undefined) throw new Problem('resourceNotFound');
    if (action === 'public') return;
    request.access = isProgram(request) ? await bearer(request, centreOf(request)) : await identify(request, reply, services);
    if (!request.access.account) throw new Problem('noAccessToken');
    refuseUnfinished(request.access.account, request.routeOptions.config.during ?? []);
    narrow(request);
    const { actor } = request.access;
    if (actor.only && !actor.only.includes(action)) throw refused(request, 'missingScope');
    if (!can(actor, action)) throw refused(request, 'missingPermission');
    if (request.routeOptions.config.confidential && !isProgram(request)) await letIn(request, services);
  });
};

// Whoever is signed in and asks for what is not theirs: the log names them by the number of their account, which says nothing to a stranger.
const refused = (request: FastifyRequest, reason: 'missingPermission' | 'missingScope' | 'resourceNotFound'): Problem => {
  request.log.warn({ method: request.method, route: request.routeOptions.url, account: request.access.account?.accountId, reason }, 'refused');
  return new Problem(reason);
};

// A session whose sign-in is unfinished, or that is locked, does what ends that, and nothing else.
const refuseUnfinished = ({ owed, locked }: SignedIn, during: readonly SessionState[]): void => {
  if (owed && !during.includes(owed)) throw new Problem('signInUnfinished');
  if (locked && !during.includes('locked')) throw new Problem('sessionLocked');
};

// The cookie is SameSite=Strict; this header, which another site cannot send without a preflight, is the second lock. No other is the header of a program.
const refuseCrossSite = (request: FastifyRequest): void => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || isProgram(request)) return;
  const site = request.headers['sec-fetch-site'];
  if (request.headers['x-beffroi'] !== '1' || (site !== undefined && site !== 'same-origin' && site !== 'none')) throw new Problem('crossSiteRequest');
};

/** The centre that the address names; what names none is no centre of theirs. */
const centreOf = (request: FastifyRequest): string | undefined => {
  const { organizationId } = request.params as { organizationId?: string };
  return organizationId === undefined || z.uuid().safeParse(organizationId).success ? organizationId : installationId;
};

const identify = async (request: FastifyRequest, reply: FastifyReply, services: Services): Promise<Access> => {
  const cookie = request.headers.cookie;
  if (!cookie) return nobody;
  const found = await services.auth.session(cookie, services.now(), today(services), centreOf(request));
  if (!found) return nobody;
  if (found.setCookie) reply.header('set-cookie', found.setCookie);
  const { accountId, sessionId, name, email, language, confirmedAt, owed, lockedAt, links, installation } = found;
  return {
    account: { accountId, sessionId, name, email, language, confirmedAt, owed: owed ?? undefined, locked: lockedAt !== null },
    links,
    installation,
    actor: { accountId, roles: [...new Set(links.flatMap((link) => link.roles))], installation },
    scope: { organizations: links.map((link) => link.organizationId), actor: { kind: 'account', id: accountId } },
  };
};

// A centre that is not the caller's does not exist for them; the administrator reaches a centre's record, and nothing within it that the table does not give.
const narrow = (request: FastifyRequest): void => {
  const { organizationId } = request.params as { organizationId?: string };
  if (organizationId === undefined) return;
  const { access } = request;
  const link = access.links.find((candidate) => candidate.organizationId === organizationId.toLowerCase());
  const known = link !== undefined || (access.installation.includes('administrator') && z.uuid().safeParse(organizationId).success && organizationId !== installationId);
  if (!known) throw refused(request, 'resourceNotFound');
  request.access = { ...access, actor: { ...access.actor, roles: link?.roles ?? [] }, scope: { ...access.scope, organizations: [organizationId] } };
};

// Asked of the roles of the day, apart from the others: what was lent gives it only where the lender said so.
const letIn = async (request: FastifyRequest, services: Services): Promise<void> => {
  const { account, scope, links } = request.access;
  const centres = links.filter((link) => scope.organizations.includes(link.organizationId) && can({ ...request.access.actor, roles: link.roles }, 'infringement.read'));
  if (!account || centres.length === 0) return;
  const confidential = await confidentialIn(
    services.db.kysely,
    account.accountId,
    today(services),
    centres.map(({ organizationId }) => organizationId),
  );
  request.access = { ...request.access, scope: { ...scope, confidential } };
};

/** The scope widened to what belongs to no centre; only for routes whose action is the installation's. */
export const withInstallation = (scope: Scope): Scope => ({ ...scope, organizations: [...scope.organizations, installationId] });
