import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope } from '../../../server/db/database.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { SignatureInput } from '../declaration.ts';
import * as links from './link-store.ts';
import { presentShown } from './own-routes.ts';
import { OwnUndertaking } from './schemas.ts';
import { shownTo, sign } from './signing.ts';

const tags = ['declarations'];
const token = z.string().regex(/^[\w-]{20,60}$/);
const HandOut = z
  .strictObject({ personId: z.uuid().toLowerCase(), language: DocumentLanguage.optional() })
  .meta({ id: 'DeclarationLinkData', example: { personId: '01990000-0000-7000-8000-000000000001' } });
const Opening = z.strictObject({ token, device: token.optional() }).meta({ id: 'UndertakingOpening', example: { token: 'abcdefghijklmnopqrstuvwxyz012345' } });
const Signing = z.strictObject({ token, device: token, contentHash: z.string().regex(/^[0-9a-f]{64}$/), agreed: z.literal(true, 'agreementMissing'), signature: SignatureInput }).meta({
  id: 'UndertakingSignatureData',
  example: { token: 'abcdefghijklmnopqrstuvwxyz012345', device: 'abcdefghijklmnopqrstuvwxyz012345', contentHash: '0'.repeat(64), agreed: true, signature: { typed: 'Claire Delvaux' } },
});
const Opened = OwnUndertaking.extend({ centre: z.string(), person: z.string(), device: z.string(), until: z.string() }).meta({ id: 'OpenedUndertaking' });

/** Signing on a screen that reception or the adviser hands over: an address for one person, on one device, for some minutes. */
export const registerDeclarationLinks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.post(
    '/organizations/:organizationId/declarationLinks',
    {
      config: { action: 'declaration.collect' },
      schema: {
        operationId: 'handDeclarationLink',
        tags,
        summary: 'An address at which this person signs on this device: shown once, for half an hour; earlier ones serve no more',
        params: OrganizationPath,
        body: HandOut,
        response: responses({ 201: z.object({ link: z.string(), expiresAt: z.string() }).meta({ id: 'DeclarationLink' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { personId, language } = request.body;
      const made = await db.tx(request.access.scope, async (tx) => {
        const shown = await shownTo(tx, organizationId, personId, today(services), language, true);
        if (!shown) throw invalidInput('personId', 'notBound');
        const madeBy = request.access.account?.accountId;
        return links.makeLink(tx, organizationId, { personId, variant: shown.need.variant, language: shown.language, textId: shown.text.id!, madeBy }, services.now());
      });
      // After the #, which no server and no log sees.
      return reply.status(201).send({ link: `${url}/undertake#${made.token}`, expiresAt: made.expiresAt.toISOString() }) as never;
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
      schema: { operationId: 'openUndertaking', tags, summary: 'What such an address shows; the first device to open it keeps it', body: Opening, response: responses({ 200: Opened }) },
    },
    async (request) => {
      const { organizationId, id, scope } = await scopeOf(request.body.token);
      return db.tx(scope, async (tx) => {
        const link = await links.lockLink(tx, organizationId, id);
        if (!link) throw new Problem('resourceNotFound');
        links.refuseLink(link, request.body.device, services.now());
        const shown = await shownTo(tx, organizationId, link.personId, today(services), link.language);
        if (!shown) throw invalidInput('token', 'linkExpired');
        const device = link.deviceHash === null ? await links.openOnDevice(tx, organizationId, id, services.now()) : request.body.device!;
        return { ...presentShown(shown), centre: shown.centre.facts(shown.language).name, person: shown.name, device, until: link.expiresAt.toISOString() } as never;
      });
    },
  );

  api.post(
    '/undertaking/sign',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'signUndertaking',
        tags,
        summary: 'Whoever the address was made for signs, on the device that opened it; once',
        body: Signing,
        response: responses({ 201: z.object({ signedOn: z.string() }).meta({ id: 'SignedUndertaking' }) }),
      },
    },
    async (request, reply) => {
      const { token: secret, device, contentHash, signature } = request.body;
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
        personId: link.personId,
        language: link.language,
        contentHash,
        how: 'screen',
        signature,
        handedBy: link.madeByName ?? undefined,
        proof: { link: { id, handedBy: link.madeBy, openedAt: link.openedAt.toISOString() } },
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
};
