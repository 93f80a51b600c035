import { X509Certificate } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Imap, ImapError, imapFaults, withFolder } from '../../../server/imap.ts';
import { readMessage } from '../../../server/message.ts';
import { expectedVersion, NoContent, OrganizationPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { keepsPassword, MailboxInput, needsOAuth } from '../mailbox.ts';
import { vouchersIn } from '../mail-proof.ts';
import { dropMailbox, findMailbox, keepMailbox, type MailboxRow, tellReading } from './mailbox-store.ts';
import { openMailbox } from './mailbox-work.ts';

const tags = ['interventions'];
const { password: _password, ...shown } = MailboxInput.shape;
const MailboxOut = z
  .object({
    set: z.boolean(),
    version: z.int(),
    ...Object.fromEntries(Object.entries(shown).map(([name, schema]) => [name, (schema as z.ZodType).optional()])),
    readAt: z.string().optional(),
    nextAt: z.string().optional(),
    fault: z.enum(imapFaults).optional(),
    faultSince: z.string().optional(),
    failures: z.int().optional(),
    needsOAuth: z.boolean().optional().describe('Its provider takes no password by IMAP'),
  })
  .meta({ id: 'Mailbox' });
const Tried = z
  .object({
    fault: z.enum(imapFaults).optional(),
    mails: z.int().optional(),
    vouchers: z.array(z.string()).optional().describe('The servers that signed Authentication-Results in the newest mails'),
  })
  .meta({ id: 'MailboxTried' });
/** One who tries passwords by this would be slow. */
const config = { action: 'mailbox.configure' as const, rateLimit: { max: 20, timeWindow: 60_000 } };
/** So many of the newest mails are looked at for who signs there. */
const looked = 10;

const readable = (pem: string): boolean => {
  try {
    return [...pem.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)].map(([one]) => new X509Certificate(one).raw.length).length > 0;
  } catch {
    return false;
  }
};

const present = (row: MailboxRow | undefined) => {
  if (!row) return { set: false, version: 0 };
  const { password: _secret, id: _id, since: _since, uidValidity: _validity, lastUid: _uid, stuckUid: _stuck, stuckTimes: _times, readAt, nextAt, faultSince, ...rest } = row;
  return { ...rest, set: true, readAt: readAt?.toISOString(), nextAt: nextAt.toISOString(), faultSince: faultSince?.toISOString(), needsOAuth: needsOAuth(row.host) };
};

/** The password that goes with what was given: its own, sealed, or the one that is kept, where it goes to the same account of the same server. Throws badRequest. */
const sealedFor = (services: Pick<Services, 'mailboxSeal'>, before: MailboxRow | undefined, given: MailboxInput): Buffer => {
  if (given.authority && !readable(given.authority)) throw invalidInput('authority', 'invalidCertificate');
  if (given.password !== undefined) return services.mailboxSeal.seal(given.password);
  if (before && keepsPassword(before, given)) return before.password;
  throw invalidInput('password', 'passwordNeeded');
};

/** The mailbox of a centre: where it is, whether it can be read, and how it went last. */
export const registerMailbox = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const whole = async (tx: Tx, organizationId: string) => present(await findMailbox(tx, organizationId));

  api.get(
    '/organizations/:organizationId/mailbox',
    {
      config: { action: 'mailbox.configure' },
      schema: {
        operationId: 'getMailbox',
        tags,
        summary: 'The mailbox to which interventions are announced, and how it was read last',
        params: OrganizationPath,
        response: responses({ 200: MailboxOut }),
      },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request.params.organizationId))) as never,
  );

  api.put(
    '/organizations/:organizationId/mailbox',
    {
      config: { action: 'mailbox.configure' },
      schema: {
        operationId: 'setMailbox',
        tags,
        summary: 'Set the mailbox: it is read from now on',
        params: OrganizationPath,
        body: MailboxInput,
        response: responses({ 200: MailboxOut }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const written = await db.tx(request.access.scope, async (tx) => {
        const before = await findMailbox(tx, organizationId, true);
        const password = sealedFor(services, before, request.body);
        const { authority = null, vouchedBy = null, ...values } = request.body;
        await keepMailbox(tx, organizationId, version, { ...values, authority, vouchedBy, password }, services.now(), before);
        return whole(tx, organizationId);
      });
      return sendVersioned(reply, written) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/mailbox',
    {
      config: { action: 'mailbox.configure' },
      schema: {
        operationId: 'deleteMailbox',
        tags,
        summary: 'Read the mailbox no more, and forget its password; what was taken in stays',
        params: OrganizationPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const row = await findMailbox(tx, request.params.organizationId, true);
        if (!row) throw new Problem('resourceNotFound');
        if (!(await dropMailbox(tx, request.params.organizationId, version))) throw new Problem('staleVersion');
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/mailbox/tryConnection',
    {
      config,
      schema: {
        operationId: 'tryMailbox',
        tags,
        summary: 'Try a mailbox before it is kept: whether it can be opened, and who vouches there for senders',
        params: OrganizationPath,
        body: MailboxInput,
        response: responses({ 200: Tried }),
      },
    },
    async (request) => {
      const before = await db.tx(request.access.scope, (tx) => findMailbox(tx, request.params.organizationId));
      const password = sealedFor(services, before, request.body);
      try {
        const imap: Imap = openMailbox(services, { ...request.body, authority: request.body.authority ?? null, password } as MailboxRow);
        return await withFolder(
          imap,
          async (folder) => {
            const newest = (await folder.uidsAfter(0, new Date(0))).slice(-looked);
            const vouchers = new Set<string>();
            for (const uid of newest) {
              const raw = await folder.read(uid);
              const message = raw && (await readMessage(raw).catch(() => undefined));
              // The topmost alone: what lies below, the sender may have written.
              const [first] = vouchersIn(message?.headers ?? []);
              if (first) vouchers.add(first);
            }
            return { mails: folder.count, vouchers: [...vouchers] };
          },
          undefined,
          { connectMs: 8000, answerMs: 10_000 },
        );
      } catch (error) {
        if (!(error instanceof ImapError)) throw error;
        return { fault: error.fault };
      }
    },
  );

  api.post(
    '/organizations/:organizationId/mailbox/readNow',
    {
      config,
      schema: { operationId: 'readMailboxNow', tags, summary: 'Read the mailbox at the next look, within the minute', params: OrganizationPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      await db.tx(request.access.scope, async (tx) => {
        if (!(await findMailbox(tx, request.params.organizationId))) throw new Problem('resourceNotFound');
        await tellReading(tx, request.params.organizationId, { nextAt: services.now() });
      });
      return reply.status(204).send() as never;
    },
  );
};
