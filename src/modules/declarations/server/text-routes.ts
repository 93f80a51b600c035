import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { documentLanguages } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { TextInput, type Variant, variants } from '../declaration.ts';
import { undertakingModel } from '../model.ts';
import { libraryText } from './library.ts';
import * as shapes from './schemas.ts';
import * as texts from './text-store.ts';

const tags = ['declarations'];
const PreviewQuery = z.strictObject({ language: z.enum(documentLanguages).optional(), textId: z.uuid().optional(), variant: z.enum(variants).default('staff') });

/** Where each version of a variant stands: the newest that has begun is in force. */
const withStates = (rows: readonly texts.TextRow[], day: CivilDate) => {
  const inForce = rows.find(({ inForceOn }) => inForceOn <= day);
  return rows.map(({ content: _content, ...row }) => ({ ...row, state: row.inForceOn > day ? 'coming' : row.id === inForce?.id ? 'inForce' : 'replaced' }));
};

/** The texts of a centre's undertakings, their versions, and after how long they are asked for again. */
export const registerDeclarationTexts = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/declarationTexts',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'listDeclarationTexts',
        tags,
        summary: 'The texts by variant, with their versions, and what the library has newer',
        params: OrganizationPath,
        response: responses({ 200: shapes.DeclarationTexts }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      const { rows, renewMonths } = await db.tx(request.access.scope, async (tx) => ({
        rows: await texts.listTexts(tx, organizationId),
        renewMonths: await texts.renewMonthsOf(tx, organizationId),
      }));
      const of = (variant: Variant) => {
        const own = rows.filter((row) => row.variant === variant);
        const libraryRevision = libraryText(variant, 'fr').revision;
        return { variant, libraryRevision, newer: own.length > 0 && libraryRevision > own[0]!.libraryRevision, texts: withStates(own, day) };
      };
      return { variants: variants.map(of), ...(renewMonths === null ? {} : { renewMonths }), can: { text: can(request.access.actor, 'declaration.text') } } as never;
    },
  );

  api.get(
    '/organizations/:organizationId/declarationTexts/preview',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'previewDeclarationText',
        tags,
        summary: 'A text as it is shown to whoever signs it: a version, or what is signed today',
        params: OrganizationPath,
        querystring: PreviewQuery,
        response: responses({ 200: shapes.TextPreview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { textId, variant } = request.query;
      const day = today(services);
      const model = await db.tx(request.access.scope, async (tx) => {
        const centre = await texts.readCentre(tx, organizationId);
        const text = textId ? await texts.findText(tx, organizationId, textId) : await texts.currentText(tx, organizationId, variant, centre, day);
        if (!text) throw new Problem('resourceNotFound');
        const language = request.query.language ?? centre.documentLanguage;
        return undertakingModel(text.content[language], { centre: centre.facts(language), language, number: text.number, addition: text.additions[language], signer: { name: '…' }, day });
      });
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
    },
  );

  api.post(
    '/organizations/:organizationId/declarationTexts',
    {
      config: { action: 'declaration.text' },
      schema: {
        operationId: 'addDeclarationText',
        tags,
        summary: 'A new version of a text: today’s library with the centre’s additions; whoever signed before is asked again, or not',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: TextInput,
        response: responses({ 201: shapes.DeclarationTextItem }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const input = request.body;
      const day = today(services);
      if (input.inForceOn < day) throw invalidInput('inForceOn', 'inThePast');
      const made = await db.tx(request.access.scope, async (tx) => {
        const centre = await texts.readCentre(tx, organizationId);
        const { id } = await once(tx, request, organizationId, { make: async () => ({ id: await texts.addText(tx, organizationId, input, centre, day) }), find: async (record) => ({ id: record }) });
        return withStates(await texts.listTexts(tx, organizationId, input.variant), day).find((row) => row.id === id);
      });
      if (!made) throw new Problem('resourceNotFound');
      return reply.status(201).send(made as never) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/declarationSetting',
    {
      config: { action: 'declaration.text' },
      schema: {
        operationId: 'setDeclarationRenewal',
        tags,
        summary: 'After how many months an undertaking is asked for again; without it: never by time alone',
        params: OrganizationPath,
        body: shapes.SettingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      await db.tx(request.access.scope, (tx) => texts.setRenewMonths(tx, request.params.organizationId, request.body.renewMonths ?? null));
      return reply.status(204).send() as never;
    },
  );
};
