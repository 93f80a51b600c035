import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../kernel/counting.ts';
import { DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { deleteRecord, findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { attachment } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { AbsentDecision, AbsentInput, AbsentLook, absentState, AbsentTold, absenceFault, type AbsentState } from '../emergency.ts';
import { absentStatement, openingStatement } from '../statement.ts';
import { words } from '../words.ts';
import { Absent, Absents } from './schemas.ts';
import * as store from './store.ts';

const tags = ['emergency'];
const StatementQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf'), language: DocumentLanguage.optional() });

/** Looking into what somebody absent keeps: asked, decided by the director-general, done in somebody's presence, told; and the statements. */
export const registerAbsentAccesses = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const base = '/organizations/:organizationId/absentAccesses';

  const present = (request: FastifyRequest, organizationId: string, row: store.AbsentRow) => {
    const { actor } = request.access;
    const state = absentState(row);
    const { outcome: _outcome, ...shown } = row;
    const write = can(actor, 'absent.write');
    return {
      ...Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value === null ? [] : [[key, value instanceof Date ? value.toISOString() : value]]))),
      version: row.version,
      state,
      href: `${url}/api/beffroi/v1/organizations/${organizationId}/absentAccesses/${row.id}`,
      can: { delete: write && state === 'asked', decide: can(actor, 'absent.decide') && state === 'asked', look: write && state === 'allowed', tell: write && state === 'looked' },
    };
  };
  const find = async (tx: Tx, organizationId: string, id: string) => {
    const [row] = await store.listAbsent(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  const inState = async (tx: Tx, organizationId: string, id: string, state: AbsentState) => {
    const row = await find(tx, organizationId, id);
    if (absentState(row) !== state) throw new Problem('wrongState');
    return row;
  };
  const notLater = (field: string, value: string): void => {
    if (value.length > 10 ? Date.parse(value) > services.now().getTime() : value > today(services)) throw invalidInput(field, 'inTheFuture');
  };

  api.get(
    base,
    {
      config: { action: 'absent.read' },
      schema: { operationId: 'listAbsentAccesses', tags, summary: 'Looks into what somebody absent keeps, the newest first', params: OrganizationPath, response: responses({ 200: Absents }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const rows = await db.tx(request.access.scope, (tx) => store.listAbsent(tx, organizationId));
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
    base,
    {
      config: { action: 'absent.write' },
      schema: {
        operationId: 'askAbsentAccess',
        tags,
        summary: 'Ask to look into what somebody absent keeps; refused for an absence that is not long enough, unless it is of extreme urgency',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: AbsentInput,
        response: responses({ 201: Absent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { body } = request;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            notLater('askedOn', body.askedOn);
            const { length } = (await readClocks(tx, [organizationId])).ruleIn('mailboxOfAbsent', organizationId);
            const fault = absenceFault(body, length.amount);
            if (fault) throw invalidInput('absentSince', 'absenceTooShort', fault);
            const known = await store.knownPeople(tx, organizationId, [body.personId, body.askedById]);
            for (const field of ['personId', 'askedById'] as const) if (!known.includes(body[field])) throw invalidInput(field, 'personUnknown');
            if (body.resourceId && !(await findRecord(tx, 'resource', organizationId, body.resourceId))) throw invalidInput('resourceId', 'resourceUnknown');
            return { id: (await insertRecord(tx, 'absentAccess', organizationId, body)).id };
          },
          find: async (record) => ({ id: record }),
        });
        return present(request, organizationId, await find(tx, organizationId, id));
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    `${base}/:id`,
    {
      config: { action: 'absent.read' },
      schema: { operationId: 'getAbsentAccess', tags, summary: 'A look into what somebody absent keeps', params: RecordPath, response: responses({ 200: Absent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      return sendVersioned(reply, await db.tx(request.access.scope, async (tx) => present(request, organizationId, await find(tx, organizationId, id)))) as never;
    },
  );

  api.delete(
    `${base}/:id`,
    {
      config: { action: 'absent.write' },
      schema: { operationId: 'deleteAbsentAccess', tags, summary: 'Take back a request that nobody has decided upon', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        await inState(tx, organizationId, id, 'asked');
        await deleteRecord(tx, 'absentAccess', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/:id/decide`,
    {
      config: { action: 'absent.decide' },
      schema: { operationId: 'decideAbsentAccess', tags, summary: 'The director-general allows or refuses it', params: RecordPath, body: AbsentDecision, response: responses({ 200: Absent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { outcome, decidedOn, reason } = request.body;
      const account = request.access.account!;
      const after = await db.tx(request.access.scope, async (tx) => {
        const row = await inState(tx, organizationId, id, 'asked');
        notLater('decidedOn', decidedOn);
        if (decidedOn < row.askedOn) throw invalidInput('decidedOn', 'beforeRequest');
        // Nobody decides upon a look into what they keep themselves, nor alone upon what they asked for.
        const me = request.access.links.find((link) => link.organizationId === organizationId)?.personId;
        if (me && (me === row.personId || me === row.askedById)) throw invalidInput('outcome', 'ownRequest');
        await updateRecord(tx, 'absentAccess', organizationId, id, version, { outcome, decidedOn, decidedBy: account.accountId, decidedName: account.name, decisionReason: reason ?? null });
        return present(request, organizationId, await find(tx, organizationId, id));
      });
      return sendVersioned(reply, after) as never;
    },
  );

  api.post(
    `${base}/:id/look`,
    {
      config: { action: 'absent.write' },
      schema: {
        operationId: 'recordAbsentLook',
        tags,
        summary: 'Who looked, in whose presence, at what; what is marked personal stayed closed',
        params: RecordPath,
        body: AbsentLook,
        response: responses({ 200: Absent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { personalLeftClosed: _closed, lookedFrom, lookedUntil, ...look } = request.body;
      const after = await db.tx(request.access.scope, async (tx) => {
        const row = await inState(tx, organizationId, id, 'allowed');
        notLater('lookedUntil', lookedUntil);
        if (dayOf(lookedFrom) < row.decidedOn!) throw invalidInput('lookedFrom', 'beforeDecision');
        const known = await store.knownPeople(tx, organizationId, [look.lookedById, look.presenceId]);
        for (const field of ['lookedById', 'presenceId'] as const) {
          if (!known.includes(look[field])) throw invalidInput(field, 'personUnknown');
          if (look[field] === row.personId) throw invalidInput(field, 'isAbsent');
        }
        await updateRecord(tx, 'absentAccess', organizationId, id, version, { ...look, lookedFrom: new Date(lookedFrom), lookedUntil: new Date(lookedUntil) });
        return present(request, organizationId, await find(tx, organizationId, id));
      });
      return sendVersioned(reply, after) as never;
    },
  );

  api.post(
    `${base}/:id/tell`,
    {
      config: { action: 'absent.write' },
      schema: { operationId: 'tellAbsentAccess', tags, summary: 'The person was told of it: when, and how', params: RecordPath, body: AbsentTold, response: responses({ 200: Absent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const after = await db.tx(request.access.scope, async (tx) => {
        const row = await inState(tx, organizationId, id, 'looked');
        notLater('toldOn', request.body.toldOn);
        if (request.body.toldOn < dayOf(row.lookedUntil!)) throw invalidInput('toldOn', 'beforeLook');
        await updateRecord(tx, 'absentAccess', organizationId, id, version, request.body);
        return present(request, organizationId, await find(tx, organizationId, id));
      });
      return sendVersioned(reply, after) as never;
    },
  );

  const statements = [
    { path: `${base}/:id/statement`, name: 'AbsentAccess', action: 'absent.read', summary: 'The statement of a look into what somebody absent keeps, as PDF or Word' },
    { path: '/organizations/:organizationId/emergencyOpenings/:id/statement', name: 'EmergencyOpening', action: 'emergency.read', summary: 'The statement of an opening, as PDF or Word' },
  ] as const;
  for (const statement of statements)
    api.get(
      statement.path,
      {
        config: { action: statement.action },
        schema: {
          operationId: `download${statement.name}Statement`,
          tags,
          summary: statement.summary,
          params: RecordPath,
          querystring: StatementQuery,
          response: responses({ 200: z.any().describe('The file') }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const { format } = request.query;
        const { model, name } = await db.tx(request.access.scope, async (tx) => {
          const organization = await findOrganization(tx, organizationId);
          if (!organization) throw new Problem('resourceNotFound');
          const language = request.query.language ?? organization.documentLanguage;
          const { address } = organization;
          const centre = { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
          if (statement.name === 'AbsentAccess') {
            const row = await find(tx, organizationId, id);
            return { model: absentStatement({ ...row, state: absentState(row) }, centre, language, today(services)), name: `${organization.slug}-${words[language].absentFile}-${row.askedOn}` };
          }
          const [row] = await store.listOpenings(tx, organizationId, { id });
          if (!row) throw new Problem('resourceNotFound');
          return { model: openingStatement(row, centre, language, today(services)), name: `${organization.slug}-${words[language].openingFile}-${dayOf(row.openedAt)}` };
        });
        const bytes = Buffer.from(await render(model, format));
        return reply
          .type(fileKinds[format])
          .headers(attachment(`${name}.${format}`, bytes.length))
          .send(bytes) as never;
      },
    );
};
