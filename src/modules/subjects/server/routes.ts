import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { AnswerInput, CorrectionInput, erasableFrom, requestStates } from '../data-subject.ts';
import * as store from './store.ts';

const Request = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  askedOn: z.string(),
  dueOn: z.string().describe('The last day to answer: one month after it was asked (GDPR 12(3))'),
  text: z.string(),
  state: z.enum(requestStates),
  answer: z.string().optional(),
  answeredOn: z.string().optional(),
  version: z.int(),
});
const Requests = z.object({ self: z.string(), items: z.array(Request), total: z.int(), pageSize: z.int() }).meta({ id: 'CorrectionRequests' });
const OwnData = z
  .object({
    personId: z.uuid().optional().describe('Absent where the account is nobody’s record in this centre'),
    account: z.object({ name: z.string(), email: z.string(), language: z.string(), createdAt: z.string() }),
    roles: z.array(z.string()),
    facts: z.array(z.object({ table: z.string(), row: z.record(z.string(), z.any()) })).describe('Every row of every table that is about the person'),
  })
  .meta({ id: 'OwnData' });
const Departed = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  kind: z.string(),
  lastDay: z.string(),
  erasableFrom: z.string(),
  erasable: z.boolean(),
  access: z.boolean().describe('Still has access to Beffroi: nothing is erased before that ends'),
});
const Retention = z.object({ self: z.string(), items: z.array(Departed), total: z.int(), pageSize: z.int(), erasable: z.int(), frozenDocuments: z.int(), today: z.string() }).meta({ id: 'Retention' });
const Erased = z.object({ entries: z.int().describe('So many entries of the audit trail forgot their texts') }).meta({ id: 'Erased' });

/** What people may ask of the data about them: to see and take them along, to have them corrected, and their erasure at the end of the retention. */
export const registerDataSubjects = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const clocksOf = (tx: Tx, organizationId: string) => readClocks(tx, [organizationId]);
  const recordOf = (request: FastifyRequest, organizationId: string) => request.access.links.find((link) => link.organizationId === organizationId)?.personId;
  /** The caller's own record in this centre. Throws resourceNotFound where their account is nobody's there. */
  const ownId = (request: FastifyRequest, organizationId: string): string => {
    const personId = recordOf(request, organizationId);
    if (!personId) throw new Problem('resourceNotFound');
    return personId;
  };
  const shown = async (tx: Tx, url: string, organizationId: string, rows: Awaited<ReturnType<typeof store.allRequests>>) => {
    const clocks = await clocksOf(tx, organizationId);
    const items = rows.map((row) => {
      const due = clocks.due('dataSubjectAnswer', organizationId, { on: row.askedOn });
      return { ...row, dueOn: 'on' in due ? due.on : due.at.slice(0, 10), answer: row.answer ?? undefined, answeredOn: row.answeredOn ?? undefined };
    });
    return { self: `${services.url}${url}`, items, total: items.length, pageSize: items.length };
  };
  const ownData = async (request: FastifyRequest, organizationId: string) => {
    const { access } = request;
    const personId = recordOf(request, organizationId) ?? undefined;
    const roles = access.links.find((link) => link.organizationId === organizationId)?.roles ?? [];
    return db.tx(access.scope, async (tx) => {
      const account = await store.accountFacts(tx, access.account!.accountId);
      return { personId, account: { ...account, createdAt: account.createdAt.toISOString() }, roles: [...roles], facts: personId ? await store.everythingAbout(tx, organizationId, personId) : [] };
    });
  };

  api.get(
    '/organizations/:organizationId/ownData',
    {
      config: { action: 'dataSubject.own' },
      schema: { operationId: 'getOwnData', tags: ['subjects'], summary: 'What this centre holds about oneself (GDPR 15)', params: OrganizationPath, response: responses({ 200: OwnData }) },
    },
    async (request) => ownData(request, request.params.organizationId),
  );
  api.get(
    '/organizations/:organizationId/ownData/export',
    {
      config: { action: 'dataSubject.own' },
      schema: {
        operationId: 'exportOwnData',
        tags: ['subjects'],
        summary: 'The same as a file to take along (GDPR 20)',
        params: OrganizationPath,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const data = await ownData(request, request.params.organizationId);
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="beffroi-donnees.json"')
        .send(JSON.stringify({ madeAt: services.now().toISOString(), ...data }, null, 2)) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/ownCorrectionRequests',
    {
      config: { action: 'dataSubject.own' },
      schema: { operationId: 'listOwnCorrectionRequests', tags: ['subjects'], summary: 'What one has asked to have corrected', params: OrganizationPath, response: responses({ 200: Requests }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const personId = recordOf(request, organizationId);
      return db.tx(request.access.scope, async (tx) => shown(tx, request.url, organizationId, personId ? await store.requestsOf(tx, organizationId, personId) : []));
    },
  );
  api.post(
    '/organizations/:organizationId/ownCorrectionRequests',
    {
      config: { action: 'dataSubject.own' },
      schema: {
        operationId: 'askCorrection',
        tags: ['subjects'],
        summary: 'Ask to have something corrected (GDPR 16)',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: CorrectionInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'CorrectionAsked' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const personId = ownId(request, organizationId);
      const asked = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, { make: () => store.insertRequest(tx, organizationId, personId, request.body.text, today(services)), find: async (id) => ({ id }) }),
      );
      return reply.status(201).send(asked) as never;
    },
  );
  api.post(
    '/organizations/:organizationId/ownCorrectionRequests/:id/withdraw',
    {
      config: { action: 'dataSubject.own' },
      schema: { operationId: 'withdrawCorrection', tags: ['subjects'], summary: 'Withdraw a request that was not answered', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const personId = ownId(request, organizationId);
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const found = await store.findRequest(tx, organizationId, id);
        if (found?.personId !== personId) throw new Problem('resourceNotFound');
        await store.endRequest(tx, organizationId, id, version, { state: 'withdrawn' });
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/correctionRequests',
    {
      config: { action: 'dataSubject.answer' },
      schema: {
        operationId: 'listCorrectionRequests',
        tags: ['subjects'],
        summary: 'What people ask to have corrected, open ones first',
        params: OrganizationPath,
        response: responses({ 200: Requests }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      return db.tx(request.access.scope, async (tx) => shown(tx, request.url, organizationId, await store.allRequests(tx, organizationId)));
    },
  );
  api.post(
    '/organizations/:organizationId/correctionRequests/:id/answer',
    {
      config: { action: 'dataSubject.answer' },
      schema: {
        operationId: 'answerCorrection',
        tags: ['subjects'],
        summary: 'Say that it was corrected, or why not',
        params: RecordPath,
        body: AnswerInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { state, answer } = request.body;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => store.endRequest(tx, organizationId, id, version, { state, answer, day: today(services), by: request.access.account?.accountId }));
      return reply.status(204).send() as never;
    },
  );

  const retention = async (tx: Tx, organizationId: string) => {
    const clocks = await clocksOf(tx, organizationId);
    const day = today(services);
    return (await store.departed(tx, organizationId, day)).map((person) => {
      const from = erasableFrom(person.lastDay, clocks, organizationId);
      return { ...person, erasableFrom: from, erasable: from <= day && !person.access };
    });
  };
  api.get(
    '/organizations/:organizationId/retention',
    {
      config: { action: 'dataSubject.erase' },
      schema: {
        operationId: 'listRetention',
        tags: ['subjects'],
        summary: 'Who has left, and from when their data may be erased',
        params: OrganizationPath,
        response: responses({ 200: Retention }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        const items = await retention(tx, organizationId);
        return {
          self: `${services.url}${request.url}`,
          items,
          total: items.length,
          pageSize: items.length,
          erasable: items.filter((item) => item.erasable).length,
          frozenDocuments: await store.frozenSince(tx, organizationId),
          today: today(services),
        };
      });
    },
  );
  api.post(
    '/organizations/:organizationId/people/:id/erase',
    {
      config: { action: 'dataSubject.erase' },
      schema: {
        operationId: 'erasePerson',
        tags: ['subjects'],
        summary: 'Erase the data of somebody whose retention has ended; nothing brings them back (GDPR 17)',
        params: RecordPath,
        response: responses({ 200: Erased }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      return db.tx(request.access.scope, async (tx) => {
        const person = (await retention(tx, organizationId)).find((one) => one.id === id);
        if (!person) throw new Problem('resourceNotFound');
        if (!person.erasable) throw person.access ? invalidInput('id', 'accessNotEnded') : new Problem('wrongState');
        return { entries: await store.erasePerson(tx, organizationId, id, version, today(services)) };
      });
    },
  );
};
