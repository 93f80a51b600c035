import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { newId } from '../../../kernel/id.ts';
import { Language, LocalizedText } from '../../../kernel/language.ts';
import { centreRoles } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { openSession } from '../../../server/auth/open-session.ts';
import { hashPassword, passwordFault } from '../../../server/auth/passwords.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { mailFaults } from '../../../server/mail.ts';
import { type Services, today } from '../../../server/services.ts';
import { insertAccount } from '../../accounts/server/service.ts';
import { InvitationData } from '../member.ts';
import * as invitations from './invitation-store.ts';
import { acceptInvitation, checkInvitation, makeInvitation, sendInvitation } from './invitations.ts';

const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  language: Language,
  personId: z.uuid().optional(),
  personName: z.string().optional(),
  roles: z.array(z.enum(centreRoles)),
  accessFrom: z.string().optional(),
  accessUntil: z.string().optional(),
  invitedBy: z.string(),
  sentAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
  sentByMail: z.boolean(),
});
const Invitations = z
  .object({ self: z.string(), items: z.array(Invitation), total: z.int(), pageSize: z.int(), mail: z.boolean().describe('Whether links are sent by mail') })
  .meta({ id: 'Invitations' });
const Sent = z
  .object({
    id: z.uuid(),
    link: z.string().optional().describe('Shown this once, where no mail server took it: to be passed on by oneself'),
    mailFault: z.enum(mailFaults).optional().describe('Why the mail server did not take it'),
  })
  .meta({ id: 'InvitationSent' });
// `<centre>.<secret>`: the scope is known before anything is looked up.
const Token = z.string().regex(/^[0-9a-f-]{36}\.[\w-]{20,60}$/, 'invalid');
const split = (token: string): { organizationId: string; secret: string } => {
  const [organizationId = '', secret = ''] = token.split('.');
  if (!z.uuid().safeParse(organizationId).success || organizationId === installationId) throw new Problem('resourceNotFound');
  return { organizationId, secret };
};
const InvitationToken = z.strictObject({ token: Token }).meta({ id: 'InvitationToken' });
const Shown = z
  .object({
    email: z.string(),
    language: Language,
    centre: z.object({ name: LocalizedText, municipality: z.string() }),
    roles: z.array(z.string()),
    invitedBy: z.string().optional(),
    accessFrom: z.string().optional(),
    accessUntil: z.string().optional(),
    expiresAt: z.string(),
    hasAccount: z.boolean().describe('The address has an account already: sign in with it'),
  })
  .meta({ id: 'InvitationShown' });
const Acceptance = z
  .strictObject({ token: Token, name: z.string().trim().min(1).max(120), language: Language, password: z.string().min(1).max(1000) })
  .meta({ id: 'InvitationAcceptance', example: { token: '01990000-0000-7000-8000-000000000001.the-secret-of-the-link', name: 'Odile Lambin', language: 'fr', password: 'quatre mots sans suite' } });

/** Access offered to an address, by a link that is good once for a week. */
export const registerInvitations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = '/organizations/:organizationId/invitations';
  const accepting = (organizationId: string, accountId?: string): Scope => ({
    organizations: [organizationId, installationId],
    actor: accountId ? { kind: 'account', id: accountId } : { kind: 'setup' },
  });

  api.get(
    base,
    {
      config: { action: 'member.read' },
      schema: { operationId: 'listInvitations', tags: ['members'], summary: 'The invitations that wait for an answer', params: OrganizationPath, response: responses({ 200: Invitations }) },
    },
    async (request) => {
      const now = services.now();
      const rows = await db.tx(request.access.scope, (tx) => invitations.pendingInvitations(tx, request.params.organizationId));
      const items = rows.map((row) => ({
        ...row,
        language: row.language as z.infer<typeof Language>,
        roles: row.roles as (typeof centreRoles)[number][],
        personId: row.personId ?? undefined,
        personName: row.personName ?? undefined,
        accessFrom: row.accessFrom ?? undefined,
        accessUntil: row.accessUntil ?? undefined,
        sentAt: row.sentAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        expired: row.expiresAt <= now,
      }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length, mail: await services.mail.configured() };
    },
  );

  api.post(
    base,
    {
      config: { action: 'member.write' },
      schema: {
        operationId: 'createInvitation',
        tags: ['members'],
        summary: 'Give somebody access, by a link to their address',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: InvitationData,
        response: responses({ 201: Sent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const giver = request.access.account!;
      const scope = withInstallation(request.access.scope);
      let token: string | undefined;
      const { id } = await db.tx(scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const made = await makeInvitation(tx, organizationId, request.body, giver, services);
            token = made.token;
            return { id: made.id };
          },
          find: async (found) => invitations.invitationById(tx, organizationId, found),
        }),
      );
      const sent = token === undefined ? {} : await sendInvitation(services, organizationId, id, token, scope);
      return reply.status(201).send({ id, ...sent } as never);
    },
  );

  api.post(
    `${base}/:id/send`,
    {
      config: { action: 'member.write' },
      schema: {
        operationId: 'resendInvitation',
        tags: ['members'],
        summary: 'Send an invitation again, with a new link; the former is good no more',
        params: RecordPath,
        response: responses({ 200: Sent }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const giver = request.access.account!;
      const scope = withInstallation(request.access.scope);
      const token = await db.tx(scope, async (tx) => {
        const found = await invitations.invitationById(tx, organizationId, id);
        if (!found) throw new Problem('resourceNotFound');
        if (found.acceptedAt || found.withdrawnAt) throw new Problem('wrongState');
        await checkInvitation(tx, organizationId, { email: found.email, personId: found.personId ?? undefined, roles: found.roles as (typeof centreRoles)[number][] }, giver, today(services));
        return invitations.renewInvitation(tx, organizationId, id, giver.accountId, services.now());
      });
      return { id, ...(await sendInvitation(services, organizationId, id, token, scope)) } as never;
    },
  );

  api.post(
    `${base}/:id/withdraw`,
    {
      config: { action: 'member.write' },
      schema: { operationId: 'withdrawInvitation', tags: ['members'], summary: 'Take an invitation back', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await db.tx(request.access.scope, async (tx) => {
        if (!(await invitations.invitationById(tx, organizationId, id))) throw new Problem('resourceNotFound');
        if (!(await invitations.withdrawInvitation(tx, organizationId, id, services.now()))) throw new Problem('wrongState');
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/invitations/check',
    {
      config: { action: 'public' },
      schema: { operationId: 'checkInvitation', tags: ['members'], summary: 'What an invitation offers, while its link is good', body: InvitationToken, response: responses({ 200: Shown }) },
    },
    async (request) => {
      const { organizationId, secret } = split(request.body.token);
      return db.tx(accepting(organizationId), async (tx) => {
        const found = await invitations.invitationByToken(tx, organizationId, secret, services.now());
        if (!found) throw new Problem('resourceNotFound');
        const { centre, invitedBy, accountId } = await invitations.invitationFacts(tx, organizationId, found.email, found.invitedBy);
        return {
          email: found.email,
          language: found.language as z.infer<typeof Language>,
          centre: { name: centre.name as z.infer<typeof LocalizedText>, municipality: centre.municipality },
          roles: found.roles,
          invitedBy,
          accessFrom: found.accessFrom ?? undefined,
          accessUntil: found.accessUntil ?? undefined,
          expiresAt: found.expiresAt.toISOString(),
          hasAccount: accountId !== undefined,
        };
      });
    },
  );

  api.post(
    '/invitations/accept',
    {
      config: { action: 'public' },
      schema: { operationId: 'acceptInvitation', tags: ['members'], summary: 'Accept an invitation with a new account', body: Acceptance, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { token, name, language, password } = request.body;
      const { organizationId, secret } = split(token);
      const now = services.now();
      const found = await db.tx(accepting(organizationId), async (tx) => {
        const invitation = await invitations.invitationByToken(tx, organizationId, secret, now);
        return invitation && { email: invitation.email, known: (await invitations.invitationFacts(tx, organizationId, invitation.email, invitation.invitedBy)).accountId };
      });
      if (!found) throw new Problem('resourceNotFound');
      // Whoever has an account proves it by signing in.
      if (found.known) throw new Problem('alreadyExists');
      const fault = await passwordFault(password, language, [name, found.email]);
      if (fault) throw invalidInput('password', fault);
      const passwordHash = await hashPassword(password);
      const id = newId();
      await db.tx(accepting(organizationId, id), async (tx) => {
        await insertAccount(tx, { id, name, email: found.email, language, passwordHash }, now);
        await acceptInvitation(tx, services, organizationId, secret, { id, email: found.email });
      });
      await openSession(services, request, reply, { accountId: id, proof: 'password' });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/invitations/join',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'joinByInvitation', tags: ['members'], summary: 'Accept an invitation with one’s own account', body: InvitationToken, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, secret } = split(request.body.token);
      const { accountId, email } = request.access.account!;
      await db.tx(accepting(organizationId, accountId), (tx) => acceptInvitation(tx, services, organizationId, secret, { id: accountId, email }));
      return reply.status(204).send() as never;
    },
  );
};
