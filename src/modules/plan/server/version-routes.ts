import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { abilities } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { deleteRecord } from '../../../server/db/records.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { stateOf, SubmissionInput, VersionChange, VersionDecision, VersionInput, versionName } from '../version.ts';
import { FileQuery, Preview, Version, Versions } from './plan-schemas.ts';
import { fileName, inState, modelOf, prepareDecision, previewOf, readVersion, submitVersion } from './version.ts';
import * as store from './version-store.ts';

const tags = ['plan'];
const mediaTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

/** The yearly versions of the plan: drafted, put to the council, decided; each as a document. */
export const registerPlanVersions = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const present = (request: FastifyRequest, organizationId: string, row: store.VersionRow) => {
    const { id, version, year, number, language, introduction, draftedOn, submittedOn, decidedOn, decisionNumber, contentHash, auditHead } = row;
    const state = stateOf(row);
    const may = abilities(request.access.actor, { update: 'plan.write', approve: 'plan.approve' });
    const [update, approve] = [Boolean(may['update']), Boolean(may['approve'])];
    return {
      id,
      version,
      year,
      number,
      language,
      introduction,
      draftedOn,
      submittedOn,
      decidedOn,
      decisionNumber,
      contentHash,
      auditHead,
      name: versionName(row),
      state,
      href: `${url}/api/beffroi/v1/organizations/${organizationId}/planVersions/${id}`,
      can: { update: update && state === 'drafted', submit: update && state === 'drafted', withdraw: update && state === 'submitted', decide: approve && state === 'submitted' },
    };
  };
  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const row = await store.findVersion(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return present(request, organizationId, row);
  };

  api.get(
    '/organizations/:organizationId/planVersions',
    {
      config: { action: 'plan.read' },
      schema: { operationId: 'listPlanVersions', tags, summary: 'List the versions of the plan, the newest first', params: OrganizationPath, response: responses({ 200: Versions }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const rows = await db.tx(request.access.scope, (tx) => store.listVersions(tx, organizationId));
      return collection(
        url,
        request.url,
        { total: rows.length },
        rows.map((row) => present(request, organizationId, row)),
        rows.length,
      ) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/planVersions',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'createPlanVersion',
        tags,
        summary: 'Begin the version of the plan of a year',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: VersionInput,
        response: responses({ 201: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { year, language, introduction } = request.body;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            const organization = await findOrganization(tx, organizationId);
            if (!organization) throw new Problem('resourceNotFound');
            return {
              id: await store.insertVersion(tx, organizationId, { year, language: language ?? organization.documentLanguage, introduction: introduction ?? null, draftedOn: today(services) }),
            };
          },
          find: async (record) => ({ id: record }),
        });
        return shown(tx, request, organizationId, id);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/planVersions/:id',
    { config: { action: 'plan.read' }, schema: { operationId: 'getPlanVersion', tags, summary: 'Read a version of the plan', params: RecordPath, response: responses({ 200: Version }) } },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/planVersions/:id',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'updatePlanVersion',
        tags,
        summary: 'Change the language or the introduction of a draft (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'PlanVersionPatch' }),
        response: responses({ 200: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const before = await inState(tx, organizationId, id, version, 'drafted');
        const result = VersionChange.safeParse(mergePatch({ language: before.language, ...(before.introduction ? { introduction: before.introduction } : {}) }, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        await store.updateVersion(tx, organizationId, id, version, { language: result.data.language, introduction: result.data.introduction ?? null });
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, changed) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/planVersions/:id',
    {
      config: { action: 'plan.write' },
      schema: { operationId: 'deletePlanVersion', tags, summary: 'Delete a draft of the plan', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        await inState(tx, organizationId, id, version, 'drafted');
        await deleteRecord(tx, 'planVersion', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/planVersions/:id/submit',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'submitPlanVersion',
        tags,
        summary: 'Put a draft of the plan to the council: what it says is kept as it is',
        params: RecordPath,
        body: SubmissionInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => submitVersion(tx, organizationId, id, version, request.body.submittedOn, today(services)));
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/planVersions/:id/withdraw',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'withdrawPlanVersion',
        tags,
        summary: 'Take a plan back from the council before it has decided: it is a draft again',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        await inState(tx, organizationId, id, version, 'submitted');
        await store.updateVersion(tx, organizationId, id, version, { submittedOn: null, content: null });
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/planVersions/:id/decide',
    {
      config: { action: 'plan.approve' },
      schema: {
        operationId: 'decidePlanVersion',
        tags,
        summary: 'Record what the council decided on the plan: approved, it is frozen',
        params: RecordPath,
        body: VersionDecision,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const record = await prepareDecision(services, request.access.scope, organizationId, id, request.body, version);
      await db.tx(request.access.scope, record);
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/planVersions/:id/preview',
    { config: { action: 'plan.read' }, schema: { operationId: 'previewPlanVersion', tags, summary: 'The plan as HTML', params: RecordPath, response: responses({ 200: Preview }) } },
    async (request) => {
      const { organizationId, id } = request.params;
      const day = today(services);
      return previewOf(await db.tx(request.access.scope, (tx) => readVersion(tx, organizationId, id, day)), day);
    },
  );

  api.get(
    '/organizations/:organizationId/planVersions/:id/file',
    {
      config: { action: 'plan.read' },
      schema: {
        operationId: 'downloadPlanVersion',
        tags,
        summary: 'The plan as PDF or Word: the frozen bytes once it is approved',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const day = today(services);
      const read = await db.tx(request.access.scope, (tx) => readVersion(tx, organizationId, id, day));
      const frozen = format === 'pdf' ? read.row.pdfFileId : read.row.docxFileId;
      reply.type(mediaTypes[format]);
      if (frozen) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, frozen);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      return reply.headers(attachment(fileName(read, format))).send(Buffer.from(await render(modelOf(read, day), format))) as never;
    },
  );
};
