import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { cleanFileName, type FileKind, fileKindOf, fileKinds } from '../../../server/file-kind.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { DoneInput, HandInput, isLate } from '../step.ts';
import { setByHand } from './hand.ts';
import { caseOf } from './origin-store.ts';
import { ledOnly, ownOf } from './own.ts';
import { doStep, undoStep } from './step.ts';
import { ownQuery, Step, stepQuery, Steps } from './step-schemas.ts';
import * as store from './step-store.ts';

const tags = ['movements'];
const accepted: readonly FileKind[] = ['pdf', 'docx', 'xlsx', 'png', 'jpg'];

/** Steps as the API shows them: late or not at this moment, and what this caller may do. */
export const presentSteps = (request: FastifyRequest, services: Pick<Services, 'now' | 'url'>, organizationId: string, rows: readonly store.StepRow[]) => {
  const own = ownOf(request, organizationId);
  const writes = can(request.access.actor, 'movement.write');
  const now = services.now();
  return rows.map(({ term: _term, templateId: _template, position: _position, caseState, caseCancelledAt, ...row }) => {
    const may = writes || (row.ownerId !== null && row.ownerId === own.personId) || (row.ownerRole !== null && own.roles.includes(row.ownerRole));
    return {
      ...row,
      dueAt: row.dueAt?.toISOString(),
      openedAt: row.openedAt.toISOString(),
      doneAt: row.doneAt?.toISOString(),
      href: `${services.url}/api/beffroi/v1/organizations/${organizationId}/accessSteps/${row.id}`,
      late: isLate(row, now),
      // What was certified stays, and so does what a step of its own undoes.
      can: {
        do: may && row.state === 'open',
        undo: may && (row.state === 'done' || row.state === 'notApplicable') && caseState !== 'closed' && !(caseCancelledAt && row.doneAt! <= caseCancelledAt),
        hand: writes && row.state === 'open',
      },
    };
  });
};

/** The steps of a centre, whatever they were born from: listed, done, opened again, with the file that shows it. */
export const registerSteps = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const page = async (request: FastifyRequest, organizationId: string, { after, pageSize, sort }: { after?: string | undefined; pageSize: number; sort: string }, filters: store.StepFilters) => {
    const found = await db.tx(request.access.scope, (tx) =>
      listPage<store.StepRow>(store.listSteps(tx, organizationId, filters, services.now()), store.stepSorts, sql.ref('a.id'), { after, pageSize, sort }),
    );
    return collection(url, request.url, found, presentSteps(request, services, organizationId, found.items), pageSize) as never;
  };
  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => presentSteps(request, services, organizationId, [(await store.findStep(tx, organizationId, id))!])[0]!;
  /** A step that the caller may do: whoever keeps the cases, any; everybody else, their own. */
  const stepOf = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string): Promise<store.StepRow> => {
    const step = await store.findStep(tx, organizationId, id, can(request.access.actor, 'movement.write') ? {} : { own: ownOf(request, organizationId) });
    if (!step) throw new Problem('resourceNotFound');
    return step;
  };

  api.get(
    '/organizations/:organizationId/accessSteps',
    {
      config: { action: 'movement.read' },
      schema: { operationId: 'listAccessSteps', tags, summary: 'List the steps about rights of access', params: OrganizationPath, querystring: stepQuery, response: responses({ 200: Steps }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      return page(request, organizationId, { after, pageSize, sort }, { ...filters, led: ledOnly(request, organizationId) });
    },
  );

  api.get(
    '/organizations/:organizationId/ownSteps',
    {
      config: { action: 'step.own' },
      schema: {
        operationId: 'listOwnSteps',
        tags,
        summary: 'The steps that one answers for, by name or by function',
        params: OrganizationPath,
        querystring: ownQuery,
        response: responses({ 200: Steps }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, state } = request.query;
      return page(request, organizationId, { after, pageSize, sort }, { state, own: ownOf(request, organizationId) });
    },
  );

  api.put(
    '/organizations/:organizationId/ownSteps/:id/outcome',
    {
      config: { action: 'step.own' },
      schema: {
        operationId: 'doAccessStep',
        tags,
        summary: 'Say that a step is done, or does not apply: one’s own, or any for whoever keeps the cases',
        params: RecordPath,
        body: DoneInput,
        response: responses({ 200: Step }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const step = await db.tx(request.access.scope, async (tx) => {
        await doStep(tx, organizationId, await stepOf(tx, request, organizationId, id), version, request.body, { now: services.now(), accountId: request.access.account?.accountId });
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, step) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/ownSteps/:id/outcome',
    {
      config: { action: 'step.own' },
      schema: { operationId: 'undoAccessStep', tags, summary: 'Open a step again: it was not done after all', params: RecordPath, response: responses({ 200: Step }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const step = await db.tx(request.access.scope, async (tx) => {
        await undoStep(tx, organizationId, await stepOf(tx, request, organizationId, id), version);
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, step) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/accessSteps/:id',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'handAccessStep',
        tags,
        summary: 'Say who answers for one open step, and by when; a term that a rule gives comes sooner, never later',
        params: RecordPath,
        body: HandInput,
        response: responses({ 200: Step }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const step = await db.tx(request.access.scope, async (tx) => {
        await setByHand(tx, organizationId, await stepOf(tx, request, organizationId, id), version, request.body);
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, step) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/ownSteps/:id/file',
    {
      config: { action: 'step.own' },
      schema: {
        operationId: 'giveStepProof',
        tags,
        summary: 'Give a step the file that shows that it was done (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before',
        consumes: ['multipart/form-data'],
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => stepOf(tx, request, organizationId, id));
      await withUpload(request, async ({ name, bytes }) => {
        const kind = await fileKindOf(bytes, accepted);
        await db.tx(request.access.scope, async (tx) => {
          const step = await stepOf(tx, request, organizationId, id);
          // What was certified keeps what showed it.
          if (step.originKind === 'movement' && (await caseOf(tx, organizationId, step.originId))?.state === 'closed') throw new Problem('wrongState');
          const { id: fileId } = await storeFile(tx, organizationId, { name: cleanFileName(name, kind), mediaType: fileKinds[kind], bytes });
          await store.setStepProof(tx, organizationId, step, version, fileId);
        });
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessSteps/:id/file',
    {
      config: { action: 'movement.read' },
      schema: { operationId: 'downloadStepProof', tags, summary: 'The file that shows that a step was done', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const step = await db.tx(request.access.scope, (tx) => store.findStep(tx, organizationId, id, { led: ledOnly(request, organizationId) }));
      if (!step?.proofFileId) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, step.proofFileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );
};
