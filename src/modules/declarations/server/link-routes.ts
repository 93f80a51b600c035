import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope } from '../../../server/db/database.ts';
import { atMost } from '../../../server/http/at-most.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { SignatureInput } from '../../../kernel/signature.ts';
import { LetterInput, linkKinds, LinkInput, SignatoryInput } from '../declaration.ts';
import { linkAddress, queueLetters } from './letters.ts';
import * as links from './link-store.ts';
import { presentShown } from './own-routes.ts';
import { OwnUndertaking } from './schemas.ts';
import { shownFor, sign, type Subject } from './signing.ts';

const tags = ['declarations'];
const token = z.string().regex(/^[\w-]{20,60}$/);
const Opening = z.strictObject({ token, device: token.optional() }).meta({ id: 'UndertakingOpening', example: { token: 'abcdefghijklmnopqrstuvwxyz012345' } });
const Disowning = z.strictObject({ token, device: token }).meta({ id: 'UndertakingDisowning', example: { token: 'abcdefghijklmnopqrstuvwxyz012345', device: 'abcdefghijklmnopqrstuvwxyz012345' } });
const Signing = z
  .strictObject({ token, device: token, contentHash: z.string().regex(/^[0-9a-f]{64}$/), agreed: z.literal(true, 'agreementMissing'), signature: SignatureInput, signatory: SignatoryInput.optional() })
  .meta({
    id: 'UndertakingSignatureData',
    example: { token: 'abcdefghijklmnopqrstuvwxyz012345', device: 'abcdefghijklmnopqrstuvwxyz012345', contentHash: '0'.repeat(64), agreed: true, signature: { typed: 'Claire Delvaux' } },
  });
const Opened = OwnUndertaking.extend({ centre: z.string(), person: z.string(), kind: z.enum(linkKinds), device: z.string(), until: z.string() }).meta({ id: 'OpenedUndertaking' });
const Told = z
  .object({
    id: z.uuid(),
    kind: z.enum(linkKinds),
    madeAt: z.string(),
    mailTo: z.string().optional(),
    sentAt: z.string().optional(),
    fault: z.string().optional(),
    openedAt: z.string().optional(),
    disownedAt: z.string().optional(),
    expiresAt: z.string(),
    used: z.boolean(),
    current: z.boolean(),
  })
  .meta({ id: 'DeclarationLinkTold' });
const WhoseLinks = z.strictObject({ personId: z.uuid().toLowerCase().optional(), supplierId: z.uuid().toLowerCase().optional() });
const subjectOf = ({ personId, supplierId }: links.LinkRow): Subject => (personId ? { personId } : { supplierId: supplierId! });

/** Signing without an account: an address for one person or firm, on one device, on a screen of the centre for some minutes or on one of their own for some days. */
export const registerDeclarationLinks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  // Whoever tries addresses is stopped, and a tablet that goes from hand to hand is not.
  const slowly = atMost(app, 'undertaking', 60);

  api.get(
    '/organizations/:organizationId/declarationLinks',
    {
      config: { action: 'declaration.collect' },
      schema: {
        operationId: 'listDeclarationLinks',
        tags,
        summary: 'The addresses made for this person or firm, the last ten, with what became of each; never their secrets',
        params: OrganizationPath,
        querystring: WhoseLinks,
        response: responses({ 200: z.object({ items: z.array(Told), mailWorks: z.boolean() }).meta({ id: 'DeclarationLinks' }) }),
      },
    },
    async (request) => {
      const { personId, supplierId } = request.query;
      if ((personId === undefined) === (supplierId === undefined)) throw invalidInput('personId', 'personOrSupplier', undefined, 'query');
      const whom = { personId: personId ?? null, supplierId: supplierId ?? null };
      const items = await db.tx(request.access.scope, (tx) => links.linksOf(tx, request.params.organizationId, whom, services.now()));
      return { items, mailWorks: await services.mail.configured() } as never;
    },
  );

  api.post(
    '/organizations/:organizationId/declarationLinks',
    {
      config: { action: 'declaration.collect' },
      schema: {
        operationId: 'handDeclarationLink',
        tags,
        summary:
          'An address at which this person, or whoever represents this firm, signs on one device: shown once, for half an hour on a screen of the centre, for a fortnight on one of their own; earlier ones serve no more',
        params: OrganizationPath,
        body: LinkInput,
        response: responses({ 201: z.object({ link: z.string(), expiresAt: z.string() }).meta({ id: 'DeclarationLink' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { personId, supplierId, language, kind } = request.body;
      const subject = personId === undefined ? { supplierId: supplierId! } : { personId };
      const made = await db.tx(request.access.scope, async (tx) => {
        const shown = await shownFor(tx, organizationId, subject, today(services), language, true);
        if (!shown) throw invalidInput(personId === undefined ? 'supplierId' : 'personId', 'notBound');
        const madeBy = request.access.account?.accountId;
        const whom = { personId: shown.personId, supplierId: shown.supplierId };
        return links.makeLink(tx, organizationId, { ...whom, kind, variant: shown.need.variant, language: shown.language, textId: shown.text.id!, madeBy }, services.now());
      });
      // After the #, which no server and no log sees.
      return reply.status(201).send({ link: linkAddress(url, made.token), expiresAt: made.expiresAt.toISOString() }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/declarationLetters',
    {
      config: { action: 'declaration.collect' },
      schema: {
        operationId: 'writeDeclarationLetters',
        tags,
        summary: 'Write to somebody, to a firm, or to all who wait and have no account, with a personal address at which they sign; to each once a week at most when all are written to',
        params: OrganizationPath,
        body: LetterInput,
        response: responses({ 200: z.object({ letters: z.int(), withoutAddress: z.int(), mailWorks: z.boolean() }).meta({ id: 'QueuedDeclarationLetters' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const mailWorks = await services.mail.configured();
      if (!mailWorks) return { letters: 0, withoutAddress: 0, mailWorks } as never;
      const madeBy = request.access.account?.accountId;
      const queued = await db.tx(request.access.scope, (tx) => queueLetters(tx, organizationId, request.body, madeBy, services));
      return { ...queued, mailWorks } as never;
    },
  );

  /** The centre whose address it is. A secret that is none has no answer of its own. */
  const scopeOf = async (secret: string): Promise<{ organizationId: string; id: string; scope: Scope }> => {
    const link = await links.linkOf(db.kysely, secret);
    if (!link) throw new Problem('resourceNotFound');
    return { ...link, scope: { organizations: [link.organizationId], actor: { kind: 'link' } } };
  };

  api.post(
    '/undertaking',
    {
      config: { action: 'public' },
      preHandler: slowly,
      schema: { operationId: 'openUndertaking', tags, summary: 'What such an address shows; the first device to open it keeps it', body: Opening, response: responses({ 200: Opened }) },
    },
    async (request) => {
      const { organizationId, id, scope } = await scopeOf(request.body.token);
      return db.tx(scope, async (tx) => {
        const link = await links.lockLink(tx, organizationId, id);
        if (!link) throw new Problem('resourceNotFound');
        links.refuseLink(link, request.body.device, services.now());
        const shown = await shownFor(tx, organizationId, subjectOf(link), today(services), link.language);
        if (!shown) throw invalidInput('token', 'linkExpired');
        const device = link.deviceHash === null ? await links.openOnDevice(tx, organizationId, id, services.now()) : request.body.device!;
        return { ...presentShown(shown), centre: shown.centre.facts(shown.language).name, person: shown.name, kind: link.kind, device, until: link.expiresAt.toISOString() } as never;
      });
    },
  );

  api.post(
    '/undertaking/sign',
    {
      config: { action: 'public' },
      preHandler: slowly,
      schema: {
        operationId: 'signUndertaking',
        tags,
        summary: 'Whoever the address was made for signs, on the device that opened it; once',
        body: Signing,
        response: responses({ 201: z.object({ signedOn: z.string() }).meta({ id: 'SignedUndertaking' }) }),
      },
    },
    async (request, reply) => {
      const { token: secret, device, contentHash, signature, signatory } = request.body;
      const { organizationId, id, scope } = await scopeOf(secret);
      const check = async (tx: Parameters<typeof links.lockLink>[0]) => {
        const link = await links.lockLink(tx, organizationId, id);
        if (!link) throw new Problem('resourceNotFound');
        links.refuseLink(link, device, services.now());
        // It is opened before it is signed: what was read is on that device.
        if (link.openedAt === null) throw invalidInput('token', 'linkElsewhere');
        return { ...link, openedAt: link.openedAt };
      };
      const link = await db.tx(scope, check);
      await sign(services, scope, organizationId, {
        ...subjectOf(link),
        language: link.language,
        contentHash,
        how: link.kind,
        signature,
        signatory,
        handedBy: link.mailTo ? undefined : (link.madeByName ?? undefined),
        proof: { link: { id, handedBy: link.madeBy, ...(link.mailTo ? { mailedTo: link.mailTo } : {}), openedAt: link.openedAt.toISOString() } },
        keep: async (tx, write) => {
          await check(tx);
          const made = await write();
          await links.closeLink(tx, organizationId, id, made.id);
          return made;
        },
      });
      return reply.status(201).send({ signedOn: today(services) }) as never;
    },
  );

  api.post(
    '/undertaking/disown',
    {
      config: { action: 'public' },
      preHandler: slowly,
      schema: {
        operationId: 'disownUndertaking',
        tags,
        summary: 'Whoever opened the address is somebody else: it serves no more, and the centre sees it',
        body: Disowning,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id, scope } = await scopeOf(request.body.token);
      await db.tx(scope, async (tx) => {
        const link = await links.lockLink(tx, organizationId, id);
        if (!link) throw new Problem('resourceNotFound');
        links.refuseLink(link, request.body.device, services.now());
        await links.disownLink(tx, organizationId, id, services.now());
      });
      return reply.status(204).send() as never;
    },
  );
};
