import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { storeFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import { type Services, today } from '../../../server/services.ts';
import { createTask, taskHref } from '../../../server/tasks.ts';
import { directoryFaults, SourceData } from '../source.ts';
import { compareAgain } from './compare.ts';
import { presenter } from './present.ts';
import * as read from './read-store.ts';
import * as schemas from './schemas.ts';
import { DirectoryError, readDirectory } from './directory.ts';
import { openDirectory, saveSource } from './source.ts';
import { findSource } from './store.ts';
import { taskKind, type TaskInput } from './work.ts';

const tags = ['reconciliation'];
const headers = z.looseObject({ 'if-match': z.string().optional() });
type Row = Record<string, unknown> & { id: string };

// The name under which the trail knows the file: without signs that do not print or that part folders.
const cleanName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/[\p{C}/\\]/gu, '')
    .trim()
    .slice(0, 120) || 'accounts.csv';

/** The account lists of the resources: how they are read, and reading one. */
export const registerAccountLists = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const sourceOf = async (tx: Tx, organizationId: string, id: string): Promise<{ row: Row; words: string[] }> => {
    const row = (await read.listSources(tx, organizationId, { id }).executeTakeFirst()) as Row | undefined;
    if (!row) throw new Problem('resourceNotFound');
    const run = row['runId'] ? ((await read.listRuns(tx, organizationId, { id: row['runId'] as string }).executeTakeFirst()) as { format: { words?: string[] } } | undefined) : undefined;
    return { row, words: run?.format.words ?? [] };
  };

  api.get(
    '/organizations/:organizationId/accountLists',
    {
      config: { action: 'reconciliation.read' },
      schema: {
        operationId: 'listAccountLists',
        tags,
        summary: 'The resources whose accounts are listed, and how each stands',
        params: OrganizationPath,
        querystring: schemas.listsQuery,
        response: responses({ 200: schemas.AccountLists }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, all } = request.query;
      const page = await db.tx(request.access.scope, (tx) => listPage(read.listSources(tx, organizationId, { all: all === 'true' }), read.sourceSorts, sql.ref('s.id'), { after, pageSize, sort }));
      const shown = presenter(url, organizationId, request.access.actor, today(services));
      return collection(
        url,
        request.url,
        page,
        (page.items as Row[]).map((row) => shown.source(row)),
        pageSize,
      ) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accountLists/:id',
    {
      config: { action: 'reconciliation.read' },
      schema: { operationId: 'getAccountList', tags, summary: 'How the accounts of a resource are read, and what is open', params: RecordPath, response: responses({ 200: schemas.AccountList }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { row, words } = await db.tx(request.access.scope, (tx) => sourceOf(tx, organizationId, id));
      return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).source(row, words) as never) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/accountLists/:id',
    {
      config: { action: 'reconciliation.configure' },
      schema: {
        operationId: 'putAccountList',
        tags,
        summary: 'Say how the accounts of a resource are read: columns, words for rights, a directory',
        params: RecordPath,
        headers,
        body: SourceData,
        response: responses({ 200: schemas.AccountList }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { row, words } = await db.tx(
        request.access.scope,
        async (tx) => {
          const before = (await sourceOf(tx, organizationId, id)).row['levels'] ?? [];
          await saveSource(tx, services, organizationId, id, version, request.body);
          const after = await sourceOf(tx, organizationId, id);
          // What a word for a right means is told of the list that was given, too.
          if (JSON.stringify(after.row['levels']) !== JSON.stringify(before)) await compareAgain(tx, organizationId, id, { today: today(services), now: services.now() });
          return sourceOf(tx, organizationId, id);
        },
        { seconds: 30 },
      );
      return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).source(row, words) as never) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accountLists/:id/compare',
    {
      config: { action: 'reconciliation.give' },
      schema: {
        operationId: 'compareAccountList',
        tags,
        summary: 'Compare a list of accounts (multipart field `file`: CSV or XLSX) with the rights of a resource',
        consumes: ['multipart/form-data'],
        params: RecordPath,
        headers: IdempotencyHeader,
        response: responses({ 202: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: resourceId } = request.params;
      const { scope } = request.access;
      await db.tx(scope, (tx) => sourceOf(tx, organizationId, resourceId));
      const { id } = await withUpload(request, ({ name, bytes }) =>
        db.tx(scope, (tx) =>
          once(tx, request, organizationId, {
            make: async () => {
              const file = await storeFile(tx, organizationId, { name: cleanName(name), mediaType: 'application/octet-stream', bytes });
              const input: TaskInput = { resourceId, fileId: file.id, fileName: cleanName(name) };
              return { id: await createTask(services, tx, scope, { organizationId, kind: taskKind, input }) };
            },
            find: async (task) => ({ id: task }),
            content: bytes,
          }),
        ),
      );
      return reply
        .status(202)
        .header('location', taskHref(services, organizationId, id))
        .send(undefined) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accountLists/:id/compareAgain',
    {
      config: { action: 'reconciliation.give' },
      schema: {
        operationId: 'compareAccountListAgain',
        tags,
        summary: 'Compare the last list of a resource with the rights of today',
        params: RecordPath,
        response: responses({ 200: schemas.RunCounts }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const counts = await db.tx(
        request.access.scope,
        async (tx) => {
          await sourceOf(tx, organizationId, id);
          return compareAgain(tx, organizationId, id, { today: today(services), now: services.now() });
        },
        { seconds: 30 },
      );
      if (!counts) throw new Problem('wrongState');
      return counts;
    },
  );

  api.post(
    '/organizations/:organizationId/accountLists/:id/readDirectory',
    {
      config: { action: 'reconciliation.give' },
      schema: {
        operationId: 'readAccountDirectory',
        tags,
        summary: 'Read the directory of a resource now, and compare it',
        params: RecordPath,
        headers: IdempotencyHeader,
        response: responses({ 202: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: resourceId } = request.params;
      const { scope } = request.access;
      const { id } = await db.tx(scope, async (tx) => {
        const { row } = await sourceOf(tx, organizationId, resourceId);
        if (!row['host']) throw new Problem('wrongState');
        return once(tx, request, organizationId, {
          make: async () => ({ id: await createTask(services, tx, scope, { organizationId, kind: taskKind, input: { resourceId } }) }),
          find: async (task) => ({ id: task }),
        });
      });
      return reply
        .status(202)
        .header('location', taskHref(services, organizationId, id))
        .send(undefined) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accountLists/:id/tryDirectory',
    {
      config: { action: 'reconciliation.configure' },
      schema: {
        operationId: 'tryAccountDirectory',
        tags,
        summary: 'Ask the directory of a resource, and say how many accounts it gave or why it did not',
        params: RecordPath,
        response: responses({ 200: z.object({ accounts: z.int().optional(), fault: z.enum(directoryFaults).optional() }).meta({ id: 'AccountDirectoryTrial' }) }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const source = await db.tx(request.access.scope, async (tx) => {
        await sourceOf(tx, organizationId, id);
        return findSource(tx, organizationId, id);
      });
      if (!source?.host) throw new Problem('wrongState');
      try {
        const { accounts } = await readDirectory(openDirectory(services, source), { columns: source.columns, levels: source.levels }, { connectMs: 5000, answerMs: 10_000 });
        return { accounts: accounts.length };
      } catch (error) {
        if (error instanceof DirectoryError) return { fault: error.code };
        throw error;
      }
    },
  );

  api.get(
    '/organizations/:organizationId/reconciliations',
    {
      config: { action: 'reconciliation.read' },
      schema: {
        operationId: 'listReconciliations',
        tags,
        summary: 'The lists that were compared',
        params: OrganizationPath,
        querystring: schemas.runsQuery,
        response: responses({ 200: schemas.Runs }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, resourceId } = request.query;
      const page = await db.tx(request.access.scope, (tx) => listPage(read.listRuns(tx, organizationId, { resourceId }), read.runSorts, sql.ref('r.id'), { after, pageSize, sort }));
      const shown = presenter(url, organizationId, request.access.actor, today(services));
      return collection(url, request.url, page, (page.items as Row[]).map(shown.run), pageSize) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/reconciliations/:id',
    {
      config: { action: 'reconciliation.read' },
      schema: {
        operationId: 'getReconciliation',
        tags,
        summary: 'A list that was compared: how it was read, and the rows that are no account',
        params: RecordPath,
        response: responses({ 200: schemas.Run }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const row = (await db.tx(request.access.scope, (tx) => read.listRuns(tx, organizationId, { id }).executeTakeFirst())) as Row | undefined;
      if (!row) throw new Problem('resourceNotFound');
      return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).run(row) as never) as never;
    },
  );
};
