import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { abilities } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { deleteRecord, findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import { ActInput, ChangeInput, CopiesInput, copyStates, GivingInput, KeyInput, keyKinds, settlings } from '../key.ts';
import { actOnCopy, changeKey, giveCopy, resourceOfKey, tellCode } from './key-acts.ts';
import * as store from './key-store.ts';
import { zonesOf } from './store.ts';

const optional = z.string().optional();
const can = z.record(z.string(), z.boolean());
const tag = 'premises';
const wants = z.enum(['recover', 'change']);

const Key = z
  .object({
    ...KeyInput.shape,
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    can,
    zoneIds: z.array(z.uuid()),
    zones: optional.describe('The names of the zones that it opens'),
    resourceId: z.uuid(),
    changedOn: optional,
    retiredOn: optional,
    kept: z.int(),
    held: z.int(),
    lost: z.int(),
    toRecover: z.int().describe('Copies held by somebody whose right has ended'),
    toChange: z.int().describe('Copies that were lost, and people who know the code and may not any more'),
    state: z.enum(['inUse', 'retired']),
  })
  .meta({ id: 'PremisesKey' });
const Copy = z
  .object({
    id: z.uuid(),
    version: z.int(),
    keyId: z.uuid(),
    kind: z.enum(keyKinds),
    keyName: z.string(),
    mark: optional,
    state: z.enum(copyStates),
    keptWhere: optional,
    personId: z.uuid().optional(),
    personName: optional,
    since: z.string(),
    rightEndedOn: optional,
    settledOn: optional,
    settledHow: z.enum(settlings).optional(),
    settledNote: optional,
    want: wants.optional(),
  })
  .meta({ id: 'KeyCopy' });
const Moves = z.object({ items: z.array(z.object({ id: z.uuid(), mark: optional, what: z.string(), movedOn: z.string(), personName: optional, note: optional })) }).meta({ id: 'KeyMoves' });
const Made = z.object({ id: z.uuid(), added: z.int() }).meta({ id: 'KeyCopiesMade' });

const keyFilters = { kind: z.enum(keyKinds).optional(), zoneId: z.uuid().optional(), state: z.enum(['inUse', 'retired']).optional(), wants: wants.optional() };
const copyFilters = { keyId: z.uuid().optional(), personId: z.uuid().optional(), state: z.enum(copyStates).optional(), wants: wants.optional() };

/** Keys, badges and codes: where each copy is, who has it, and what must be changed. */
export const registerKeys = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const base = '/organizations/:organizationId/premisesKeys';
  const href = (organizationId: string, id: string) => `${services.url}/api/beffroi/v1/organizations/${organizationId}/premisesKeys/${id}`;
  const keyOf = async (tx: Tx, organizationId: string, id: string) => {
    const key = await store.listKeys(tx, organizationId, {}, today(services)).where('k.id', '=', id).executeTakeFirst();
    if (!key) throw new Problem('resourceNotFound');
    return key as { id: string; version: number; zoneIds: string[]; name: string } & Record<string, unknown>;
  };
  const checked = async (tx: Tx, organizationId: string, key: KeyInput) => {
    if ((await zonesOf(tx, organizationId, key.zoneIds)).length !== key.zoneIds.length) throw invalidInput('zoneIds', 'zoneUnknown');
    if (key.changedOn && key.changedOn > today(services)) throw invalidInput('changedOn', 'inTheFuture');
    const { zoneIds: _zoneIds, ...values } = key;
    return { ...values, searchText: searchText(key.name, key.note) };
  };

  api.get(
    base,
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'listPremisesKeys',
        tags: [tag],
        summary: 'List keys, badges and codes',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['name', 'kind']), ...keyFilters }),
        response: responses({ 200: Page(Key).meta({ id: 'PremisesKeys' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const may = abilities(request.access.actor, { update: 'premises.write', delete: 'premises.write' });
      const page = await services.db.tx(request.access.scope, (tx) =>
        listPage<{ id: string }>(store.listKeys(tx, organizationId, filters as store.KeyFilters, today(services)), store.keySorts, sql.ref('k.id'), { after, pageSize, sort }, 'withRows'),
      );
      return collection(
        services.url,
        request.url,
        page,
        page.items.map((item) => ({ ...item, href: href(organizationId, item.id), can: may })),
        pageSize,
      ) as never;
    },
  );

  api.post(
    base,
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'createPremisesKey',
        tags: [tag],
        summary: 'Add a key, a kind of badge or a code; the right to hold it is made in the register of rights',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: KeyInput,
        response: responses({ 201: Key }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await services.db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const values = await checked(tx, organizationId, request.body);
            const resourceId = await resourceOfKey(tx, organizationId, request.body.kind, request.body.name);
            const key = await insertRecord(tx, 'premisesKey', organizationId, { ...values, resourceId });
            await store.setZones(tx, organizationId, key.id, request.body.zoneIds);
            return keyOf(tx, organizationId, key.id);
          },
          find: (id) => keyOf(tx, organizationId, id),
        }),
      );
      reply.status(201).header('location', href(organizationId, made.id));
      return sendVersioned(reply, { ...made, href: href(organizationId, made.id), can: { update: true, delete: true } }) as never;
    },
  );

  api.get(
    `${base}/:id`,
    { config: { action: 'premises.read' }, schema: { operationId: 'getPremisesKey', tags: [tag], summary: 'Read a key', params: RecordPath, response: responses({ 200: Key }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const key = await services.db.tx(request.access.scope, (tx) => keyOf(tx, organizationId, id));
      return sendVersioned(reply, { ...key, href: href(organizationId, id), can: abilities(request.access.actor, { update: 'premises.write', delete: 'premises.write' }) }) as never;
    },
  );

  api.put(
    `${base}/:id`,
    {
      config: { action: 'premises.write' },
      schema: { operationId: 'setPremisesKey', tags: [tag], summary: 'Write what is known of a key, whole', params: RecordPath, body: KeyInput, response: responses({ 200: Key }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const key = await services.db.tx(request.access.scope, async (tx) => {
        const before = await keyOf(tx, organizationId, id);
        if (before['kind'] !== request.body.kind) throw invalidInput('kind', 'kindFixed');
        const { kind: _kind, ...values } = await checked(tx, organizationId, request.body);
        if (values.retiredOn && Number(before['held']) > 0) throw invalidInput('retiredOn', 'copiesHeld', { count: Number(before['held']) });
        await updateRecord(tx, 'premisesKey', organizationId, id, version, { changedOn: null, note: null, retiredOn: null, ...values });
        await store.setZones(tx, organizationId, id, request.body.zoneIds);
        return keyOf(tx, organizationId, id);
      });
      return sendVersioned(reply, { ...key, href: href(organizationId, id), can: { update: true, delete: true } }) as never;
    },
  );

  api.delete(
    `${base}/:id`,
    {
      config: { action: 'premises.write' },
      schema: { operationId: 'deletePremisesKey', tags: [tag], summary: 'Delete a key that was entered by mistake', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, async (tx) => {
        const key = await keyOf(tx, organizationId, id);
        if (Number(key['held']) > 0) throw new Problem('stillReferenced');
        await deleteRecord(tx, 'premisesKey', organizationId, id, version);
      });
      return reply.status(204).send();
    },
  );

  api.get(
    `${base}/:id/moves`,
    {
      config: { action: 'premises.read' },
      schema: { operationId: 'listKeyMoves', tags: [tag], summary: 'What happened to the copies of a key', params: RecordPath, response: responses({ 200: Moves }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'premisesKey', organizationId, id))) throw new Problem('resourceNotFound');
        return { items: await store.movesOf(tx, organizationId, id) } as never;
      });
    },
  );

  api.post(
    `${base}/:id/copies`,
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'addKeyCopies',
        tags: [tag],
        summary: 'Add copies of a key, or badges, all of them or none',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: CopiesInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: keyId } = request.params;
      const { marks, keptWhere } = request.body;
      const made = await services.db.tx(request.access.scope, async (tx) => {
        const key = await findRecord(tx, 'premisesKey', organizationId, keyId);
        if (!key) throw new Problem('resourceNotFound');
        if (key['kind'] === 'code') throw invalidInput('marks', 'codeHasNoCopies');
        return once(tx, request, organizationId, {
          make: async () => {
            const ids = await store.addCopies(
              tx,
              organizationId,
              marks.map((mark) => ({ keyId, mark, state: 'kept', keptWhere, since: today(services) })),
            );
            return { id: ids[0]!, added: ids.length };
          },
          find: async (id) => ({ id, added: marks.length }),
        });
      });
      return reply.status(201).send(made);
    },
  );

  api.post(
    `${base}/:id/knowers`,
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'tellKeyCode',
        tags: [tag],
        summary: 'Note that somebody knows a code; the code itself is never kept',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: GivingInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const made = await services.db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => ({ id: await tellCode(tx, request, organizationId, id, request.body, today(services)), added: 1 }),
          find: async (copy) => ({ id: copy, added: 1 }),
        }),
      );
      return reply.status(201).send(made);
    },
  );

  api.post(
    `${base}/:id/change`,
    {
      config: { action: 'premises.write' },
      schema: { operationId: 'changePremisesKey', tags: [tag], summary: 'Note that the lock or the code was changed', params: RecordPath, body: ChangeInput, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => changeKey(tx, organizationId, id, version, request.body.on, request.body.note, today(services)));
      return reply.status(204).send();
    },
  );

  const copies = '/organizations/:organizationId/keyCopies';
  const columns = [
    'keyName',
    'kind',
    'zones',
    'changedOn',
    'mark',
    'state',
    'personName',
    'since',
    'keptWhere',
    'rightEndedOn',
    'settledOn',
    'settledHow',
    'settledNote',
    'note',
    'retiredOn',
  ] as const;
  api.get(
    copies,
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'listKeyCopies',
        tags: [tag],
        summary: 'Where each copy is, and who has it',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['mark', 'person']), ...copyFilters }),
        response: responses({ 200: Page(Copy).meta({ id: 'KeyCopies' }) }),
      },
    },
    async (request) => {
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await services.db.tx(request.access.scope, (tx) =>
        listPage<{ id: string }>(store.listCopies(tx, request.params.organizationId, filters as never, today(services)), store.copySorts, sql.ref('c.id'), { after, pageSize, sort }, 'withRows'),
      );
      return collection(services.url, request.url, page, page.items, pageSize) as never;
    },
  );
  api.get(
    `${copies}/export`,
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'exportKeyCopies',
        tags: [tag],
        summary: 'Export the register of keys as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(['mark', 'person']).sort, ...copyFilters }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'keys',
        domain: tag,
        columns,
        codes: { kind: 'keyKinds', state: 'copyStates', settledHow: 'settledHow' },
        query: (tx) => ordered(store.copiesForExport(tx, organizationId, filters as never, today(services)), store.copySorts, sql.ref('c.id'), sort),
        event: { organizationId, table: 'keyCopy' },
      }) as never;
    },
  );
  api.post(
    `${copies}/:id/give`,
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'giveKeyCopy',
        tags: [tag],
        summary: 'Hand a copy to somebody, with the right to hold it',
        params: RecordPath,
        body: GivingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => giveCopy(tx, request, organizationId, id, version, request.body, today(services)));
      return reply.status(204).send();
    },
  );
  api.post(
    `${copies}/:id/acts`,
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'actOnKeyCopy',
        tags: [tag],
        summary: 'A copy comes back, is lost, is found, is destroyed; or one has done with a lost one',
        params: RecordPath,
        body: ActInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => actOnCopy(tx, organizationId, id, version, request.body, today(services)));
      return reply.status(204).send();
    },
  );
};
