import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { alike, likenesses, MergeInput, mergeRefusal, undoDays } from '../merge.ts';
import { personKinds } from '../person.ts';
import * as store from './merge-store.ts';

const Alike = z.object({
  id: z.uuid(),
  version: z.int(),
  lastName: z.string(),
  firstName: z.string(),
  kind: z.enum(personKinds),
  email: z.string().optional(),
  phone: z.string().optional(),
  reference: z.string().optional(),
});
const Duplicates = z
  .object({ self: z.string(), total: z.int(), pageSize: z.int(), items: z.array(z.object({ one: Alike, other: Alike, likenesses: z.array(z.enum(likenesses)) })) })
  .meta({ id: 'PersonDuplicates' });
const Merges = z
  .object({
    self: z.string(),
    total: z.int(),
    pageSize: z.int(),
    items: z.array(
      z.object({
        id: z.uuid(),
        keptId: z.uuid(),
        keptName: z.string(),
        goneName: z.string(),
        mergedAt: z.string(),
        mergedBy: z.string().optional(),
        undoneAt: z.string().optional(),
        undoUntil: z.string().describe('The instant from which it can no longer be undone'),
      }),
    ),
  })
  .meta({ id: 'PersonMerges' });
const References = z.object({ items: z.array(z.object({ table: z.string(), count: z.int() })) }).meta({ id: 'PersonReferences' });
const Merged = z.object({ id: z.uuid(), keptId: z.uuid() }).meta({ id: 'PersonMerged' });

const undoMilliseconds = undoDays * 86_400_000;
const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Two records of one person: which may be, made one, and made two again. */
export const registerMerges = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const whole = <T>(url: string, items: T[]) => ({ self: `${services.url}${url}`, total: items.length, pageSize: items.length, items });

  api.get(
    '/organizations/:organizationId/peopleDuplicates',
    {
      config: { action: 'person.merge' },
      schema: { operationId: 'listDuplicates', tags: ['people'], summary: 'Records that may be of one person, all pairs', params: OrganizationPath, response: responses({ 200: Duplicates }) },
    },
    async (request) => whole(request.url, alike(await db.tx(request.access.scope, (tx) => store.everybody(tx, request.params.organizationId)))) as never,
  );

  api.get(
    '/organizations/:organizationId/people/:id/references',
    {
      config: { action: 'person.merge' },
      schema: { operationId: 'countReferences', tags: ['people'], summary: 'How many records name a person, by table', params: RecordPath, response: responses({ 200: References }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'person', organizationId, id))) throw new Problem('resourceNotFound');
        return { items: await store.referencesTo(tx, organizationId, id) };
      });
    },
  );

  api.get(
    '/organizations/:organizationId/peopleMerges',
    {
      config: { action: 'person.merge' },
      schema: { operationId: 'listMerges', tags: ['people'], summary: 'Records made one that may still be undone', params: OrganizationPath, response: responses({ 200: Merges }) },
    },
    async (request) => {
      const since = new Date(services.now().getTime() - undoMilliseconds);
      const rows = await db.tx(request.access.scope, (tx) => store.mergesSince(tx, request.params.organizationId, since));
      return whole(
        request.url,
        rows.map(({ mergedAt, undoneAt, ...row }) => ({
          ...row,
          mergedAt: mergedAt.toISOString(),
          undoneAt: undoneAt?.toISOString(),
          undoUntil: new Date(mergedAt.getTime() + undoMilliseconds).toISOString(),
        })),
      ) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/peopleMerges',
    {
      config: { action: 'person.merge' },
      schema: {
        operationId: 'mergePeople',
        tags: ['people'],
        summary: 'Make two records of one person one',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: MergeInput,
        response: responses({ 201: Merged }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { keptId, keptVersion, goneId, goneVersion, values } = request.body;
      const { actor } = request.access;
      const merged = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const powers = [await store.powersOf(tx, organizationId, keptId), await store.powersOf(tx, organizationId, goneId)] as const;
            const refusal = mergeRefusal({ accountId: actor.accountId, roles: actor.roles }, powers);
            if (refusal) throw invalidInput('goneId', refusal);
            const row = Object.fromEntries(Object.keys(MergeInput.shape.values.shape).map((name) => [columnOf(name), values[name as keyof typeof values] ?? null]));
            return store.mergePeople(tx, organizationId, { keptId, keptVersion, goneId, goneVersion, values: row, at: services.now(), on: today(services), by: actor.accountId });
          },
          find: async (id) => ({ id }),
        }),
      );
      return reply.status(201).send({ id: merged.id, keptId }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/peopleMerges/:id/undo',
    {
      config: { action: 'person.merge' },
      schema: { operationId: 'undoMerge', tags: ['people'], summary: 'Make two records of one again, within ninety days', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const now = services.now();
      const { actor } = request.access;
      await db.tx(request.access.scope, async (tx) => {
        // It takes mandates from an account as a merge gives them: for the same people.
        const parted = await store.powersParted(tx, organizationId, id);
        const refusal = parted && mergeRefusal({ accountId: actor.accountId, roles: actor.roles }, parted);
        if (refusal) throw invalidInput('id', refusal);
        await store.undoMerge(tx, organizationId, id, now, new Date(now.getTime() - undoMilliseconds));
      });
      return reply.status(204).send() as never;
    },
  );
};

/** Forgets, once a night, what can no longer be undone. */
export const workMerges = async (services: Services): Promise<void> => {
  await services.jobs.schedule('purgePersonMerges', '53 3 * * *', () => store.purgeMerges(services.db.kysely, new Date(services.now().getTime() - undoMilliseconds)));
};
