import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { newId } from '../../../kernel/id.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import { deleteRecord, insertRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { RightLevel } from '../grant.ts';
import { SegregationInput, type Side } from '../segregation.ts';
import { libraryRules } from './library.ts';
import { Warnings, WarningQuery } from './schemas.ts';
import { chartBreaches, conflictsOn, namesOfPeople, type RuleInForce, seesNoSocialData } from './segregation-store.ts';
import { refuseOutside, viewOf } from './view-store.ts';

const tags = ['access'];
const SideShown = z.object({ resources: z.array(z.string()), level: RightLevel.optional(), holder: z.array(z.string()).optional() });
const Segregation = z
  .object({
    rules: z.array(
      z.object({
        id: z.string(),
        library: z.boolean(),
        first: SideShown,
        second: SideShown,
        reason: z.string(),
        source: z.string().optional(),
        /** Of the centre: the pair itself, or what sets the rule aside. */
        recordId: z.uuid().optional(),
        version: z.int().optional(),
        asideReason: z.string().optional(),
      }),
    ),
    conflicts: z.array(z.object({ ruleId: z.string(), personId: z.uuid(), personName: z.string(), first: z.uuid().optional(), second: z.uuid().optional() })),
    chart: z.array(z.object({ id: z.uuid(), personName: z.string(), serviceName: z.string(), resourceName: z.string(), level: RightLevel })),
  })
  .meta({ id: 'AccessSegregation' });
const Made = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'AccessSegregationRecord' });

const inLanguageOf = (request: FastifyRequest, text: Record<'fr' | 'nl' | 'de' | 'en', string>): string => text[(request.access.account?.language ?? 'fr') as 'fr'] ?? text.fr;

/** What one person should not hold together: rules, those set aside, pairs of the centre, and what conflicts today. It warns, and never prevents. */
export const registerSegregation = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const reasonOf = (request: FastifyRequest, { library, own }: RuleInForce): { reason: string; source?: string } =>
    library ? { reason: inLanguageOf(request, library.reason), source: inLanguageOf(request, library.source) } : { reason: own!.reason };

  api.get(
    '/organizations/:organizationId/accessSegregations',
    {
      config: { action: 'access.lists' },
      schema: { operationId: 'getAccessSegregation', tags, summary: 'What should not be held together, and who holds it today', params: OrganizationPath, response: responses({ 200: Segregation }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return db.tx(request.access.scope, async (tx) => {
        const { rules, aside, resources, conflicts } = await conflictsOn(tx, organizationId, day);
        const [people, chart] = await Promise.all([
          namesOfPeople(
            tx,
            organizationId,
            conflicts.map(({ personId }) => personId),
          ),
          chartBreaches(tx, organizationId, day, viewOf(request, organizationId, 'access.lists')),
        ]);
        const side = (given: Side) => ('holder' in given ? { resources: [], holder: [...given.holder] } : { resources: given.resourceIds.map((id) => resources.get(id) ?? ''), level: given.level });
        return {
          rules: rules.map((rule) => {
            const off = aside.get(rule.id);
            const record = off ?? rule.own;
            return {
              id: rule.id,
              library: rule.library !== undefined,
              first: side(rule.first),
              second: side(rule.second),
              ...reasonOf(request, rule),
              ...(record ? { recordId: record.id, version: record.version } : {}),
              ...(off ? { asideReason: off.reason } : {}),
            };
          }),
          conflicts: conflicts.map((conflict) => ({ ...conflict, personName: people.get(conflict.personId) ?? '' })),
          chart,
        } as never;
      });
    },
  );

  api.post(
    '/organizations/:organizationId/accessSegregations',
    {
      config: { action: 'access.rules' },
      schema: {
        operationId: 'createAccessSegregation',
        tags,
        summary: 'Set a rule of the library aside, with the reason, or add a pair of the centre’s own',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: SegregationInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { libraryId } = request.body;
      if (libraryId && !libraryRules().some(({ id }) => id === libraryId)) throw invalidInput('libraryId', 'entryUnknown');
      const { id } = await db.tx(request.access.scope, (tx) =>
        once<{ id: string }>(tx, request, organizationId, { make: () => insertRecord(tx, 'accessSegregation', organizationId, request.body), find: async (record) => ({ id: record }) }),
      );
      return reply.status(201).send({ id, version: 1 }) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/accessSegregations/:id',
    {
      config: { action: 'access.rules' },
      schema: { operationId: 'deleteAccessSegregation', tags, summary: 'Let a rule count again, or take a pair away', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => deleteRecord(tx, 'accessSegregation', organizationId, id, version));
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessWarnings',
    {
      config: { action: 'access.ask' },
      schema: {
        operationId: 'getAccessWarnings',
        tags,
        summary: 'What speaks against a right before it is given: a warning, not a refusal',
        params: OrganizationPath,
        querystring: WarningQuery,
        response: responses({ 200: Warnings }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { personId, resourceId, level } = request.query;
      const day = today(services);
      return db.tx(request.access.scope, async (tx) => {
        await refuseOutside(tx, viewOf(request, organizationId, 'access.ask'), organizationId, day, personId);
        const wished = { id: newId(), personId, resourceId, level };
        const { rules, conflicts, resources, rights } = await conflictsOn(tx, organizationId, day, [personId], [wished]);
        const of = (id: string | undefined): string | undefined => (id ? resources.get(rights.get(id)?.resourceId ?? '') : undefined);
        return {
          warnings: [
            ...conflicts
              .filter(({ first, second }) => first === wished.id || second === wished.id)
              .map(({ ruleId, first, second }) => ({
                kind: 'segregation',
                rule: ruleId,
                ...reasonOf(
                  request,
                  rules.find(({ id }) => id === ruleId)!,
                ),
                first: of(first),
                second: of(second),
              })),
            ...((await seesNoSocialData(tx, organizationId, personId, resourceId, day)) ? [{ kind: 'socialData' }] : []),
          ],
        } as never;
      });
    },
  );
};
