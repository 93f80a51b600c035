import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { sendExport } from '../../../server/http/export.ts';
import { collection, expectedVersion, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { AnswerData, CloseData } from '../finding.ts';
import { compareAgain } from './compare.ts';
import { presenter } from './present.ts';
import * as read from './read-store.ts';
import * as schemas from './schemas.ts';
import { answerMatch, reopenMatch } from './store.ts';

const tags = ['reconciliation'];
const headers = z.looseObject({ 'if-match': z.string().optional() });

/** The findings of the comparisons, closed with a reason or opened again; and whose the accounts are. */
export const registerFindings = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const at = () => ({ today: today(services), now: services.now() });

  api.get(
    '/organizations/:organizationId/accountFindings',
    {
      config: { action: 'reconciliation.read' },
      schema: {
        operationId: 'listAccountFindings',
        tags,
        summary: 'Where account lists and the rights contradict each other',
        params: OrganizationPath,
        querystring: schemas.findingsQuery,
        response: responses({ 200: schemas.AccountFindings }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await db.tx(request.access.scope, (tx) => listPage(read.listFindings(tx, organizationId, filters), read.findingSorts, sql.ref('f.id'), { after, pageSize, sort }));
      const shown = presenter(url, organizationId, request.access.actor, today(services));
      return collection(url, request.url, page, (page.items as unknown as read.FindingRow[]).map(shown.finding), pageSize) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accountFindings/export',
    {
      config: { action: 'reconciliation.read' },
      schema: {
        operationId: 'exportAccountFindings',
        tags,
        summary: 'Export the findings as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: schemas.findingsExport,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'accountFindings',
        domain: 'reconciliation',
        columns: ['resource', 'kind', 'account', 'label', 'person', 'level', 'day', 'foundOn', 'state', 'reason', 'note', 'closedOn'],
        codes: { kind: 'kinds', level: 'levels', state: 'states', reason: 'reasons' },
        query: (tx) => ordered(read.listFindings(tx, organizationId, filters), read.findingSorts, sql.ref('f.id'), sort),
        event: { organizationId, table: 'account_finding' },
      }) as never;
    },
  );

  const findingOf = async (tx: Tx, organizationId: string, id: string): Promise<read.FindingRow> => {
    const found = (await read.listFindings(tx, organizationId, { id }).executeTakeFirst()) as read.FindingRow | undefined;
    if (!found) throw new Problem('resourceNotFound');
    return found;
  };

  api.get(
    '/organizations/:organizationId/accountFindings/:id',
    {
      config: { action: 'reconciliation.read' },
      schema: { operationId: 'getAccountFinding', tags, summary: 'Read a finding', params: RecordPath, response: responses({ 200: schemas.AccountFinding }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const row = await db.tx(request.access.scope, (tx) => findingOf(tx, organizationId, id));
      return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).finding(row)) as never;
    },
  );

  for (const [verb, summary, state] of [
    ['close', 'Say why a finding may stand; it returns when its facts change', 'closed'],
    ['reopen', 'Open a finding again', 'open'],
  ] as const)
    api.post(
      `/organizations/:organizationId/accountFindings/:id/${verb}`,
      {
        config: { action: 'reconciliation.decide' },
        schema: {
          operationId: `${verb}AccountFinding`,
          tags,
          summary,
          params: RecordPath,
          headers,
          ...(verb === 'close' ? { body: CloseData } : {}),
          response: responses({ 200: schemas.AccountFinding }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const version = expectedVersion(request.headers['if-match']);
        const row = await db.tx(request.access.scope, async (tx) => {
          const before = await findingOf(tx, organizationId, id);
          if (before.goneOn !== null || before.state === (verb === 'close' ? 'step' : 'open')) throw new Problem('wrongState');
          const { reason, note } = (verb === 'close' ? request.body : {}) as Partial<CloseData>;
          const written = await read.setFinding(tx, organizationId, id, version, { state, reason: reason ?? null, note: note ?? null, closedOn: state === 'closed' ? today(services) : null });
          if (!written) await refuseStale(tx, 'account_finding', organizationId, id, version);
          return findingOf(tx, organizationId, id);
        });
        return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).finding(row)) as never;
      },
    );

  api.get(
    '/organizations/:organizationId/accountMatches',
    {
      config: { action: 'reconciliation.read' },
      schema: {
        operationId: 'listAccountMatches',
        tags,
        summary: 'Whose accounts are: what was said, and what is still to be asked',
        params: OrganizationPath,
        querystring: schemas.matchesQuery,
        response: responses({ 200: schemas.AccountMatches }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await db.tx(request.access.scope, (tx) => listPage(read.listMatches(tx, organizationId, filters), read.matchSorts, sql.ref('m.id'), { after, pageSize, sort }));
      const shown = presenter(url, organizationId, request.access.actor, today(services));
      return collection(url, request.url, page, (page.items as unknown as Record<string, unknown>[]).map(shown.match), pageSize) as never;
    },
  );

  const matchOf = async (tx: Tx, organizationId: string, id: string): Promise<Record<string, unknown> & { version: number; resourceId: string }> => {
    const found = (await read.listMatches(tx, organizationId, { id }).executeTakeFirst()) as (Record<string, unknown> & { version: number; resourceId: string }) | undefined;
    if (!found) throw new Problem('resourceNotFound');
    return found;
  };

  api.get(
    '/organizations/:organizationId/accountMatches/:id',
    {
      config: { action: 'reconciliation.read' },
      schema: { operationId: 'getAccountMatch', tags, summary: 'Whose an account is', params: RecordPath, response: responses({ 200: schemas.AccountMatch }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const row = await db.tx(request.access.scope, (tx) => matchOf(tx, organizationId, id));
      return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).match(row) as never) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/accountMatches/:id',
    {
      config: { action: 'reconciliation.decide' },
      schema: {
        operationId: 'putAccountMatch',
        tags,
        summary: 'Say whose an account is, once for all; the list is compared anew',
        params: RecordPath,
        headers,
        body: AnswerData,
        response: responses({ 200: schemas.AccountMatch }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const row = await db.tx(
        request.access.scope,
        async (tx) => {
          const { resourceId } = await matchOf(tx, organizationId, id);
          await answerMatch(tx, organizationId, id, version, { kind: request.body.kind, personId: request.body.personId ?? null, answeredOn: today(services) });
          await compareAgain(tx, organizationId, resourceId, at());
          return matchOf(tx, organizationId, id);
        },
        { seconds: 30 },
      );
      return sendVersioned(reply, presenter(url, organizationId, request.access.actor, today(services)).match(row) as never) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/accountMatches/:id',
    {
      config: { action: 'reconciliation.decide' },
      schema: { operationId: 'deleteAccountMatch', tags, summary: 'Forget what was said of an account', params: RecordPath, headers, response: responses({ 204: z.undefined().describe('Done') }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(
        request.access.scope,
        async (tx) => {
          const { resourceId } = await matchOf(tx, organizationId, id);
          await reopenMatch(tx, organizationId, id, version);
          await compareAgain(tx, organizationId, resourceId, at());
        },
        { seconds: 30 },
      );
      return reply.status(204).send(undefined) as never;
    },
  );
};
