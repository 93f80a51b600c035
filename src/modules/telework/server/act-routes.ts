import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Action } from '../../../kernel/permissions.ts';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { agreementFileName } from '../agreement.ts';
import { agreedOnPaper, AgreementInput, AnswersInput, AuthorisationInput, ChecksInput, ClosingInput, EndInput, RefusalInput, ReviewInput } from '../telework.ts';
import * as steps from './steps.ts';
import * as store from './store.ts';

const tags = ['telework'];
type Told = { tx: Tx; day: string; organizationId: string; id: string; version: number; name: string; request: FastifyRequest };

/** The steps of a telework, each by whoever may take it, and its agreement. */
export const registerTeleworkSteps = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const step = <B extends z.ZodType>(path: string, action: Action, operationId: string, summary: string, body: B, work: (told: Told, body: z.infer<B>) => Promise<unknown>): void => {
    app.post(
      `/organizations/:organizationId/teleworks/:id/${path}`,
      { config: { action }, schema: { operationId, tags, summary, params: RecordPath, body, response: responses({ 204: NoContent }) } },
      async (request, reply) => {
        const { organizationId, id } = request.params as z.infer<typeof RecordPath>;
        const version = expectedVersion(request.headers['if-match']);
        const name = request.access.account?.name ?? '';
        await db.tx(request.access.scope, (tx) => work({ tx, day: today(services), organizationId, id, version, name, request }, request.body as z.infer<B>));
        return reply.status(204).send();
      },
    );
  };

  step('assess', 'telework.write', 'assessTelework', 'Record what the person answered, told on paper or by telephone', AnswersInput, ({ tx, day, organizationId, id, version }, body) =>
    steps.assess(tx, day, organizationId, id, version, body),
  );
  step('check', 'telework.check', 'checkTelework', 'Record what was checked, line by line: in order, not, or on a condition', ChecksInput, ({ tx, day, organizationId, id, version, name }, body) =>
    steps.check(tx, day, organizationId, id, version, body, name),
  );
  step(
    'authorise',
    'telework.authorise',
    'authoriseTelework',
    'The adviser authorises the access from outside, with conditions or without',
    AuthorisationInput,
    ({ tx, day, organizationId, id, version, name }, body) => steps.authorise(tx, day, organizationId, id, version, body, name),
  );
  step('refuse', 'telework.refuse', 'refuseTelework', 'Refuse a telework, with the reason that the person reads', RefusalInput, ({ tx, day, organizationId, id, version, name }, body) =>
    steps.refuse(tx, day, organizationId, id, version, body, name),
  );
  step('review', 'telework.authorise', 'reviewTelework', 'Say that a telework was looked at again', ReviewInput, ({ tx, day, organizationId, id, version }, body) =>
    steps.review(tx, day, organizationId, id, version, body),
  );
  step('end', 'telework.write', 'endTelework', 'End a telework, with the reason', EndInput, ({ tx, day, organizationId, id, version }, body) => steps.end(tx, day, organizationId, id, version, body));
  step('close', 'telework.equip', 'closeTelework', 'After the end: local copies erased, the device back', ClosingInput, ({ tx, day, organizationId, id, version }, body) =>
    steps.close(tx, day, organizationId, id, version, body),
  );

  api.post(
    '/organizations/:organizationId/teleworks/:id/agree',
    {
      config: { action: 'telework.agree' },
      schema: {
        operationId: 'agreeTelework',
        tags,
        summary: 'The director-general agrees, from a day and until another: the agreement is drawn and frozen',
        params: RecordPath,
        body: AgreementInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await steps.agree(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body);
      return reply.status(204).send() as never;
    },
  );

  const Query = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf'), language: DocumentLanguage.optional() });
  const agreement = (path: string, action: Action, operationId: string, own: (request: FastifyRequest, organizationId: string) => string | undefined): void => {
    api.get(
      path as '/organizations/:organizationId/teleworks/:id/agreement',
      {
        config: { action },
        schema: {
          operationId,
          tags,
          summary: 'The agreement: as it was frozen, else as it would be',
          params: RecordPath,
          querystring: Query,
          response: responses({ 200: z.any().describe('The file') }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const { format, language: asked } = request.query;
        const found = await db.tx(request.access.scope, async (tx) => {
          const row = await store.findTelework(tx, organizationId, id, own(request, organizationId));
          // Of an agreement of paper Beffroi draws nothing that would look like it.
          if (!row || row.situation === 'onSite' || agreedOnPaper(row)) throw new Problem('resourceNotFound');
          const fileId = row[format === 'pdf' ? 'pdfFileId' : 'docxFileId'];
          return { row, fileId, draft: fileId ? undefined : await steps.readAgreement(tx, organizationId, row, today(services), row, asked) };
        });
        if (found.fileId) {
          const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, found.fileId);
          return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
        }
        const { model, slug, language } = found.draft!;
        const bytes = Buffer.from(await render(model, format));
        return reply
          .type(mediaTypes[format])
          .headers(attachment(agreementFileName(slug, found.row.start, language, format), bytes.length))
          .send(bytes) as never;
      },
    );
  };
  agreement('/organizations/:organizationId/teleworks/:id/agreement', 'telework.read', 'downloadTeleworkAgreement', () => undefined);
  // Whoever is no person of the centre has none of their own.
  agreement(
    '/organizations/:organizationId/ownTeleworks/:id/agreement',
    'telework.own',
    'downloadOwnTeleworkAgreement',
    (request, organizationId) => ownPersonOf(request, organizationId) ?? '00000000-0000-0000-0000-000000000000',
  );
};

/** The person that the caller is in the centre of the address; undefined for an account without one. */
export const ownPersonOf = (request: FastifyRequest, organizationId: string): string | undefined => request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined;
