import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { ordered } from '../../../server/db/list.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { callTasks, copyStates, planGaps, stepPhases, stepScenarios } from '../disaster.ts';
import { cardFile } from '../disaster-card.ts';
import { drawCard } from './disaster-card.ts';
import { callLines, copyStanding, disasterPlanFacts, gapsIn, planVersions } from './disaster-facts-store.ts';
import { stepLanguages } from './disaster-library.ts';
import { oneAfterTheOther, proposeCalls, proposeRestart, proposeServices } from './disaster-propose-store.ts';
import { callSorts, listCalls } from './disaster-store.ts';

const optional = z.string().optional();
const tags = ['continuity'];

const Version = z.object({ id: z.uuid(), number: z.int(), language: z.string(), state: z.enum(['approved', 'superseded', 'draft']), decidedOn: optional, draftedOn: z.string() });
const Step = z.object({
  scenario: z.enum(stepScenarios),
  phase: z.enum(stepPhases),
  id: z.uuid().optional().describe('The record of the centre, where there is one'),
  version: z.int().optional(),
  libraryKey: optional,
  libraryText: optional,
  text: z.string(),
  task: z.enum(callTasks).optional(),
  who: optional,
  droppedReason: optional,
  position: z.int(),
});
const Plan = z
  .object({
    versions: z.array(Version),
    copies: z.object({ state: z.enum(copyStates), seenOn: optional, count: z.int() }),
    gaps: z.array(z.enum(planGaps)),
    counts: z.object({ calls: z.int(), withoutNumber: z.int(), services: z.int(), places: z.int(), restart: z.int(), steps: z.int(), dropped: z.int(), own: z.int() }),
    steps: z.array(Step),
    providers: z.array(z.object({ name: z.string(), phone: optional, email: optional, resources: optional, contract: optional })),
    where: z.array(z.object({ kind: z.enum(['server', 'backup', 'key']), name: z.string(), place: optional, offSite: optional })),
    can: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'DisasterPlan' });

const withoutNull = <T>(value: T): never => JSON.parse(JSON.stringify(value, (_key, inner: unknown) => inner ?? undefined)) as never;

/** The disaster plan as a whole: how it stands, what the registers propose for it, its card, and whom anybody of the centre may call. */
export const registerDisasterPlan = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/organizations/:organizationId/disasterPlan',
    {
      config: { action: 'continuity.read' },
      schema: {
        operationId: 'getDisasterPlan',
        tags,
        summary: 'How the disaster plan stands: its versions, what it lacks, its steps, and what the registers say in it',
        params: OrganizationPath,
        querystring: z.strictObject({ language: z.enum(stepLanguages).default('fr') }),
        response: responses({ 200: Plan }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        const facts = await disasterPlanFacts(tx, organizationId, request.query.language, day);
        return withoutNull({
          versions: await planVersions(tx, organizationId),
          copies: await copyStanding(tx, organizationId, day),
          gaps: gapsIn(facts),
          counts: {
            calls: facts.calls.length,
            withoutNumber: facts.calls.filter(({ number }) => !number).length,
            services: facts.services.length,
            places: facts.places.length,
            restart: facts.restart.length,
            steps: facts.steps.filter(({ droppedReason }) => !droppedReason).length,
            dropped: facts.steps.filter(({ droppedReason }) => droppedReason).length,
            own: facts.steps.filter(({ libraryKey }) => !libraryKey).length,
          },
          steps: facts.steps,
          providers: facts.providers,
          where: facts.where,
          can: { write: can(request.access.actor, 'continuity.write') },
        });
      });
    },
  );

  const Parts = z
    .strictObject({
      parts: z
        .array(z.enum(['calls', 'services', 'restart']))
        .min(1)
        .max(3),
    })
    .meta({ id: 'DisasterPlanParts', example: { parts: ['calls'] } });
  const Proposed = z.object({ calls: z.int(), services: z.int(), restart: z.int() }).meta({ id: 'DisasterPlanProposed' });
  api.post(
    '/organizations/:organizationId/disasterPlan/propose',
    {
      config: { action: 'continuity.write' },
      schema: {
        operationId: 'proposeDisasterPlan',
        tags,
        summary: 'Add what the registers and the library give and what is not there yet; twice does it once',
        params: OrganizationPath,
        body: Parts,
        response: responses({ 200: Proposed }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      const wants = (part: 'calls' | 'services' | 'restart') => request.body.parts.includes(part);
      return services.db.tx(request.access.scope, async (tx) => {
        const organization = await findOrganization(tx, organizationId);
        if (!organization) throw new Problem('resourceNotFound');
        await oneAfterTheOther(tx, organizationId);
        return {
          calls: wants('calls') ? await proposeCalls(tx, organizationId, organization.documentLanguage, day, organization.federalContact) : 0,
          services: wants('services') ? await proposeServices(tx, organizationId, organization.documentLanguage) : 0,
          restart: wants('restart') ? await proposeRestart(tx, organizationId, day) : 0,
        };
      });
    },
  );

  const Sheet = z.object({ items: z.array(z.object({ id: z.uuid(), task: z.enum(callTasks), label: z.string(), number: optional })) }).meta({ id: 'CallSheet' });
  api.get(
    '/organizations/:organizationId/callSheet',
    {
      config: { action: 'continuity.call' },
      schema: {
        operationId: 'getCallSheet',
        tags,
        summary: 'Whom anybody of the centre may call: the entries that are shown to all, with one number and nothing private',
        params: OrganizationPath,
        response: responses({ 200: Sheet }),
      },
    },
    async (request) =>
      services.db.tx(request.access.scope, async (tx) => {
        const items = await ordered(listCalls(tx, request.params.organizationId, { forEverybody: 'true' }), callSorts, sql.ref('c.id'), 'position').execute();
        return withoutNull({ items });
      }),
  );

  api.get(
    '/organizations/:organizationId/disasterPlan/card',
    {
      config: { action: 'continuity.read' },
      schema: {
        operationId: 'getCallCard',
        tags,
        summary: 'The call tree as a card to fold, several on a sheet (PDF)',
        params: OrganizationPath,
        querystring: z.strictObject({ language: DocumentLanguage.optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const day = today(services);
      const { organization, language, calls, versions } = await services.db.tx(request.access.scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        const of = request.query.language ?? found.documentLanguage;
        return { organization: found, language: of, calls: await callLines(tx, organizationId), versions: await planVersions(tx, organizationId) };
      });
      const bytes = await drawCard({ organization, calls, versions }, language, day);
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${cardFile(organization.slug, language)}"`)
        .header('cache-control', 'no-store');
      return reply.send(Buffer.from(bytes)) as never;
    },
  );
};
