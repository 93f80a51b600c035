import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { timingOf } from '../../../kernel/reasoned-decision.ts';
import type { ConfidentialRole, Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { standingOf } from '../../../server/db/roles.ts';
import { IdempotencyHeader } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { InfringementInput } from '../infringement.ts';
import { Infringement, infringementQuery, Infringements } from './schemas.ts';
import * as store from './store.ts';

const tags = ['infringements'];

/** As what the caller knows of the notices of a centre. Whoever does not is refused alike, whether there is one or none: throws missingPermission. */
export const knowsAs = (request: FastifyRequest, organizationId: string, needed?: ConfidentialRole): readonly ConfidentialRole[] => {
  const roles = (request.access.scope.confidential ?? []).filter((one) => one.organizationId === organizationId).map(({ as }) => as);
  if (roles.length === 0 || (needed && !roles.includes(needed))) throw new Problem('missingPermission');
  return roles;
};

const present = (url: string, row: store.InfringementRow, roles: readonly ConfidentialRole[], day: string) => {
  const { state, dueOn, decidedOn, organizationId, requestKey: _key, ...shown } = row;
  const writes = roles.includes('adviser');
  const decides = roles.includes(row.addressee);
  return {
    ...shown,
    state,
    dueOn,
    decidedOn,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/infringements/${row.id}`,
    ...(dueOn && !row.withdrawnOn ? { timing: timingOf({ dueOn, decidedOn }, day) } : {}),
    can: {
      update: writes && state === 'draft',
      delete: writes && state === 'draft',
      send: writes && state === 'draft',
      withdraw: writes && state === 'sent',
      decide: decides && state === 'sent',
      act: state === 'sent' || state === 'decided',
    },
  };
};

/** One notice as the caller sees it, with its measures. Throws missingPermission, resourceNotFound. */
export const shown = async (tx: Tx, services: Pick<Services, 'url' | 'now'>, request: FastifyRequest, organizationId: string, id: string) => {
  const roles = knowsAs(request, organizationId);
  const row = await store.findInfringement(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  const day = today(services);
  const [letters, measures] = [await store.letterHashes(tx, organizationId, id), await store.listMeasures(tx, organizationId, id)];
  const hashOf = (document: string) => letters.find((letter) => letter.document === document)?.contentHash;
  return {
    ...present(services.url, row, roles, day),
    noticeHash: hashOf('notice'),
    decisionHash: hashOf('decision'),
    actions: measures.map((measure) => ({ ...measure, late: !measure.doneOn && measure.dueOn !== null && measure.dueOn < day })),
  };
};

/** Infringement notices: for the adviser who writes them, and the one to whom they are addressed. Nothing of them is searched, exported, counted or told elsewhere. */
export const registerInfringements = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const authorName = async (tx: Tx, request: FastifyRequest, organizationId: string): Promise<string> => {
    const { accountId, name } = request.access.account!;
    return (await standingOf(tx, organizationId, accountId, 'adviser', today(services)))?.name ?? name;
  };
  const refuse = ({ foundOn }: InfringementInput): void => {
    if (foundOn && foundOn > today(services)) throw invalidInput('foundOn', 'inTheFuture');
  };

  api.get(
    '/organizations/:organizationId/infringements',
    {
      config: { action: 'infringement.read', confidential: true },
      schema: {
        operationId: 'listInfringements',
        tags,
        summary: 'List the infringement notices that exist for the caller',
        params: OrganizationPath,
        querystring: infringementQuery,
        response: responses({ 200: Infringements }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const roles = knowsAs(request, organizationId);
      const { after, pageSize, sort } = request.query;
      const page = await db.tx(request.access.scope, (tx) => listPage(store.listInfringements(tx, organizationId), store.infringementSorts, sql.ref('i.id'), { after, pageSize, sort }));
      const items = (page.items as unknown as store.InfringementRow[]).map((row) => present(url, row, roles, today(services)));
      const standing = (['adviser', 'directorGeneral', 'president'] as const).find((role) => roles.includes(role))!;
      return { ...collection(url, request.url, page, items, pageSize), standing, can: { write: standing === 'adviser' && can(request.access.actor, 'infringement.write') } } as never;
    },
  );

  api.post(
    '/organizations/:organizationId/infringements',
    {
      config: { action: 'infringement.write', confidential: true },
      schema: {
        operationId: 'createInfringement',
        tags,
        summary: 'Begin an infringement notice: a draft that its writer alone sees',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: InfringementInput,
        response: responses({ 201: Infringement }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      knowsAs(request, organizationId, 'adviser');
      refuse(request.body);
      const key = request.headers['idempotency-key'];
      const made = await db.tx(request.access.scope, async (tx) => {
        const id = await store.insertInfringement(tx, organizationId, request.body, await authorName(tx, request, organizationId), typeof key === 'string' ? key : null);
        return shown(tx, services, request, organizationId, id);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/infringements/:id',
    {
      config: { action: 'infringement.read', confidential: true },
      schema: { operationId: 'getInfringement', tags, summary: 'Read an infringement notice, what was decided on it and what follows', params: RecordPath, response: responses({ 200: Infringement }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, services, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/infringements/:id',
    {
      config: { action: 'infringement.write', confidential: true },
      schema: {
        operationId: 'updateInfringement',
        tags,
        summary: 'Change a draft (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'InfringementPatch' }),
        response: responses({ 200: Infringement }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      knowsAs(request, organizationId, 'adviser');
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const before = await store.findInfringement(tx, organizationId, id);
        if (!before) throw new Problem('resourceNotFound');
        if (before.sentOn) throw new Problem('wrongState');
        const current = Object.fromEntries(
          Object.keys(InfringementInput.shape).flatMap((key) => ((before as Record<string, unknown>)[key] === null ? [] : [[key, (before as Record<string, unknown>)[key]]])),
        );
        const result = InfringementInput.safeParse(mergePatch(current, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        refuse(result.data);
        await store.updateInfringement(tx, organizationId, id, version, result.data, await authorName(tx, request, organizationId));
        return shown(tx, services, request, organizationId, id);
      });
      return sendVersioned(reply, changed) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/infringements/:id',
    {
      config: { action: 'infringement.write', confidential: true },
      schema: { operationId: 'deleteInfringement', tags, summary: 'Delete a draft', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      knowsAs(request, organizationId, 'adviser');
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const found = await store.findInfringement(tx, organizationId, id);
        if (!found) throw new Problem('resourceNotFound');
        if (found.sentOn) throw new Problem('wrongState');
        await store.deleteInfringement(tx, organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );
};
