import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addDays } from '../../../kernel/dates.ts';
import type { Action } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { AdviceInput, advices, decisions, DerogationDecisionInput, DerogationEndInput, DerogationInput, derogationKinds, derogationStates, endings } from '../derogation.ts';
import { type Act, advise, changed, close, decide, numbered, withdraw } from './derogation-acts.ts';
import * as store from './derogation-store.ts';

const optional = z.string().optional();
const tag = 'inventories';
const tags = [tag];
/** One that ends within so many days is said to end soon. */
const soonDays = 30;

/** What is told of a derogation beside what was asked. */
export const derogationOutput = {
  year: z.int(),
  number: z.int().describe('Within the year of its asking, without a gap'),
  state: z.enum(derogationStates).optional(),
  askedByName: optional,
  personName: optional,
  deviceName: optional,
  zoneName: optional,
  resourceName: optional,
  advice: z.enum(advices).optional(),
  adviceText: optional,
  adviceOn: optional,
  adviceBy: optional,
  decision: z.enum(decisions).optional(),
  decisionText: optional,
  decidedOn: optional,
  decidedById: z.uuid().optional(),
  decidedBy: optional.describe('A body such as the council, or who signed in without being of the centre'),
  decidedByName: optional.describe('Either of both, to show'),
  endedOn: optional,
  endedHow: z.enum(endings).optional(),
  endedWhy: optional,
  endedBy: optional,
  renewedById: optional.describe('The one that continues it'),
};

/** Who acts on a derogation, by the request: their name, their person in this centre, and whether they direct it. */
export const actOf = (request: FastifyRequest, services: Services): Omit<Act, 'tx' | 'version'> => {
  const { organizationId, id } = request.params as z.infer<typeof RecordPath>;
  return {
    organizationId,
    id,
    day: today(services),
    name: request.access.account?.name ?? '',
    personId: request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined,
    directs: request.access.actor.roles.includes('directorGeneral'),
  };
};

/** The register of derogations: asked, advised, decided, ended. */
export const registerDerogations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  registerResource(app, services, {
    plural: 'derogations',
    singular: 'derogation',
    tag,
    table: 'derogation',
    read: 'derogation.read',
    write: 'derogation.write',
    input: DerogationInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({ ...DerogationInput.shape, ...derogationOutput }),
    sorts: ['number', 'endsOn', 'askedOn'],
    filters: {
      kind: z.enum(derogationKinds).optional(),
      state: z.enum(derogationStates).optional(),
      personId: z.uuid().optional().describe('For them, or asked by them'),
      deviceId: z.uuid().optional(),
      zoneId: z.uuid().optional(),
      resourceId: z.uuid().optional(),
      year: z.coerce.number().int().min(1990).max(2200).optional().describe('Asked in that year, or in force in it'),
    },
    list: (tx, organizationId, given, context) => store.listDerogations(tx, organizationId, given, context.today),
    count: (tx, organizationId, given, context) => store.matchingDerogations(tx, organizationId, given, context.today),
    search: (given, text) => ({ ...given, text }),
    find: (tx, organizationId, id, context) => store.findDerogation(tx, organizationId, id, context.today),
    orderBy: store.derogationSorts,
    idColumn: 'g.id',
    // What was decided stays as it was; so does what was taken back.
    guard: async (_tx, _organizationId, record) => {
      if (record['decision'] || record['endedHow']) throw new Problem('wrongState');
    },
    prepare: async (tx, organizationId, values, id) => {
      if (!id) return numbered(tx, organizationId, values, today(services));
      return changed(tx, organizationId, id, values, today(services));
    },
    // Its number would leave a gap: it is taken back instead.
    after: async (_tx, _organizationId, _id, record) => {
      if (!record) throw new Problem('wrongState');
    },
    exportColumns: [
      'year',
      'number',
      'kind',
      'what',
      'reason',
      'measures',
      'askedOn',
      'askedByName',
      'personName',
      'deviceName',
      'zoneName',
      'resourceName',
      'startsOn',
      'endsOn',
      'renewsNumber',
      'state',
      'advice',
      'adviceText',
      'adviceOn',
      'adviceBy',
      'decision',
      'decisionText',
      'decidedOn',
      'decidedByName',
      'endedOn',
      'endedHow',
      'endedWhy',
      'endedBy',
    ],
    exportCodes: { kind: 'derogationKinds', state: 'derogationStates', advice: 'advices', decision: 'decisions', endedHow: 'endings' },
  });

  const act = <B extends z.ZodType>(path: string, action: Action, operationId: string, summary: string, body: B, work: (act: Act, body: z.infer<B>) => Promise<void>): void => {
    app.post(
      `/organizations/:organizationId/derogations/:id/${path}`,
      { config: { action }, schema: { operationId, tags, summary, params: RecordPath, body, response: responses({ 204: NoContent }) } },
      async (request, reply) => {
        const version = expectedVersion(request.headers['if-match']);
        await db.tx(request.access.scope, (tx) => work({ ...actOf(request, services), tx, version }, request.body as z.infer<B>));
        return reply.status(204).send();
      },
    );
  };
  act('advice', 'derogation.advise', 'adviseDerogation', 'The adviser gives advice on what is asked', AdviceInput, advise);
  act(
    'decision',
    'derogation.decide',
    'decideDerogation',
    'Who directs the centre agrees or refuses; the adviser may enter what they decided, with the person, or the body in words',
    DerogationDecisionInput,
    decide,
  );
  act('withdrawal', 'derogation.decide', 'withdrawDerogation', 'Take back what was agreed, before its end, with the reason', DerogationEndInput, withdraw);
  act('closing', 'derogation.write', 'closeDerogation', 'It is over: what was allowed is no longer there', DerogationEndInput, close);

  const Overview = z
    .object({ asked: z.int(), running: z.int(), expired: z.int().describe('Past their end, and nobody said that what they allowed is gone'), ending: z.int().describe('That end within a month') })
    .meta({ id: 'DerogationsOverview' });
  api.get(
    '/organizations/:organizationId/derogationsOverview',
    {
      config: { action: 'derogation.read' },
      schema: { operationId: 'getDerogationsOverview', tags, summary: 'How the derogations stand', params: OrganizationPath, response: responses({ 200: Overview }) },
    },
    async (request) => {
      const day = today(services);
      return db.tx(request.access.scope, (tx) => store.derogationCounts(tx, request.params.organizationId, day, addDays(day, soonDays)));
    },
  );
};
