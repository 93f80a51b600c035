import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import { findRecord } from '../../../server/db/records.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { CivilDate } from '../../../kernel/dates.ts';
import { CandidacyInput, heldTwice, incompatibilities, mandateKinds, MandateInput, notifiedToAuthority, notifiedToFederalService, singleKinds, undecided } from '../mandate.ts';
import { ContractInput, contractKinds, PersonInput, personKinds, ServiceInput, serviceKinds, Suspension } from '../person.ts';
import { refuseMandates } from './service.ts';
import * as store from './store.ts';

const states = ['present', 'coming', 'gone', 'noContract'] as const;
const noRefinement = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optionalShape = (schema: z.ZodType): z.ZodRawShape =>
  Object.fromEntries(
    Object.entries((schema as unknown as { shape: Record<string, z.ZodType> }).shape).map(([key, member]) => [
      key,
      z
        .any()
        .optional()
        .describe(member.description ?? ''),
    ]),
  );

/** The routes of the room of people: people, services, contracts, mandates, candidacies, and the overview with its warnings. */
export const registerPeople = (app: FastifyInstance, services: Services): void => {
  registerResource(app, services, {
    plural: 'people',
    singular: 'person',
    tag: 'people',
    table: 'person',
    read: 'person.read',
    write: 'person.write',
    input: noRefinement(PersonInput),
    output: z.object({
      ...PersonInput.shape,
      ssin: z.string().optional(),
      email: z.string().optional(),
      function: z.string().optional(),
      serviceId: z.string().optional(),
      serviceName: z.string().optional(),
      contractStart: z.string().optional(),
      contractEnd: z.string().optional(),
      state: z.enum(states).optional(),
      mandates: z.array(z.enum(mandateKinds)).optional(),
    }),
    sorts: ['name', 'service', 'since'],
    filters: {
      kind: z.enum(personKinds).optional(),
      serviceId: z.uuid().optional(),
      state: z.enum(states).optional(),
      mandate: z.enum(mandateKinds).optional(),
      missing: z.enum(['service', 'email']).optional(),
    },
    list: (tx, organizationId, filters, context) => store.listPeople(tx, organizationId, filters, context.today),
    count: (tx, organizationId, filters, context) => store.countOfPeople(tx, organizationId, filters, context.today),
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.peopleSorts,
    idColumn: 'person.id',
    prepare: async (_tx, _organizationId, values) => ({ ...values, searchText: searchText(values['lastName'] as string, values['firstName'] as string, values['email'] as string | undefined) }),
    conceal: (record, actor) => ({ ...record, ssin: can(actor, 'person.readSsin') ? record['ssin'] : undefined, note: can(actor, 'person.write') ? record['note'] : undefined }),
    exportColumns: ['lastName', 'firstName', 'kind', 'function', 'serviceName', 'contractStart', 'contractEnd', 'state', 'mandates', 'email', 'phone', 'employer'],
    exportCodes: { kind: 'kinds', state: 'states', mandates: 'mandateKinds' },
  });
  registerResource(app, services, {
    plural: 'services',
    singular: 'service',
    tag: 'people',
    table: 'service',
    read: 'service.read',
    write: 'service.write',
    input: noRefinement(ServiceInput),
    output: z.object({ ...ServiceInput.shape, seesPersonalData: z.boolean(), headName: z.string().optional(), parentName: z.string().optional(), people: z.int().optional() }),
    sorts: ['name'],
    filters: { kind: z.enum(serviceKinds).optional(), headless: z.literal('true').optional() },
    list: (tx, organizationId, filters, context) => store.listServices(tx, organizationId, filters, context.today),
    orderBy: store.serviceSorts,
    idColumn: 'service.id',
    prepare: async (tx, organizationId, values, id) => {
      if (id && values['parentId'] && (await store.isWithin(tx, organizationId, id, values['parentId'] as string))) throw invalidInput('parentId', 'serviceWithinItself');
      if (values['headId'] && !(await findRecord(tx, 'person', organizationId, values['headId'] as string))) throw invalidInput('headId', 'personUnknown');
      if (values['parentId'] && !(await findRecord(tx, 'service', organizationId, values['parentId'] as string))) throw invalidInput('parentId', 'serviceUnknown');
      return values;
    },
    exportColumns: ['name', 'kind', 'parentName', 'headName', 'people', 'seesPersonalData'],
    exportCodes: { kind: 'serviceKinds' },
  });
  registerResource(app, services, {
    plural: 'contracts',
    singular: 'contract',
    tag: 'people',
    table: 'contract',
    read: 'contract.read',
    write: 'contract.write',
    input: noRefinement(ContractInput),
    output: z.object({
      ...optionalShape(ContractInput),
      personId: z.string(),
      start: z.string(),
      end: z.string().optional(),
      function: z.string(),
      kind: z.enum(contractKinds),
      suspensions: z.array(z.object({ start: z.string(), end: z.string().optional(), reason: Suspension.shape.reason.optional() })).optional(),
      accountsClosedOn: z.string().optional(),
      serviceId: z.string().optional(),
      weeklyHours: z.int().optional(),
      personName: z.string().optional(),
      serviceName: z.string().optional(),
    }),
    sorts: ['start', 'end'],
    filters: { personId: z.uuid().optional(), serviceId: z.uuid().optional(), kind: z.enum(contractKinds).optional(), on: CivilDate.optional() },
    list: (tx, organizationId, filters) => store.listContracts(tx, organizationId, filters),
    orderBy: store.contractSorts,
    idColumn: 'contract.id',
    // Why somebody is absent is for those who keep the register.
    conceal: (record, actor) => (can(actor, 'contract.write') ? record : { ...record, suspensions: (record['suspensions'] as Suspension[]).map(({ reason: _reason, ...period }) => period) }),
    prepare: async (tx, organizationId, values) => {
      if (!(await findRecord(tx, 'person', organizationId, values['personId'] as string))) throw invalidInput('personId', 'personUnknown');
      if (values['serviceId'] && !(await findRecord(tx, 'service', organizationId, values['serviceId'] as string))) throw invalidInput('serviceId', 'serviceUnknown');
      return values;
    },
    exportColumns: ['personName', 'serviceName', 'kind', 'function', 'start', 'end', 'weeklyHours'],
    exportCodes: { kind: 'contractKinds' },
  });
  const personOf = async (tx: Parameters<typeof findRecord>[0], organizationId: string, values: Record<string, unknown>) => {
    if (!(await findRecord(tx, 'person', organizationId, values['personId'] as string))) throw invalidInput('personId', 'personUnknown');
    return values;
  };
  registerResource(app, services, {
    plural: 'mandates',
    singular: 'mandate',
    tag: 'people',
    table: 'mandate',
    read: 'mandate.read',
    write: 'mandate.write',
    input: noRefinement(MandateInput),
    output: z.object({
      personId: z.string(),
      kind: z.enum(mandateKinds),
      start: z.string(),
      end: z.string().optional(),
      decidedOn: z.string().optional(),
      decisionNumber: z.string().optional(),
      federalServiceNotifiedOn: z.string().optional(),
      authorityNotifiedOn: z.string().optional(),
      weeklyHours: z.int().optional(),
      personName: z.string().optional(),
    }),
    sorts: ['kind', 'name', 'start'],
    filters: {
      personId: z.uuid().optional(),
      kind: z.enum(mandateKinds).optional(),
      on: CivilDate.optional(),
      state: z.enum(['inOffice', 'coming', 'ended']).optional(),
      missing: z.enum(['decision', 'federalServiceNotice', 'authorityNotice']).optional(),
    },
    list: (tx, organizationId, filters, context) => store.listMandates(tx, organizationId, filters, context.today),
    orderBy: store.mandateSorts,
    idColumn: 'mandate.id',
    prepare: (tx, organizationId, values) => {
      if (values['decidedOn'] && (values['decidedOn'] as string) > today(services)) throw invalidInput('decidedOn', 'inTheFuture');
      return personOf(tx, organizationId, values);
    },
    guard: (tx, organizationId, mandate, actor) => refuseMandates(tx, organizationId, actor, [mandate as Pick<MandateInput, 'personId' | 'kind'>]),
    exportColumns: ['personName', 'kind', 'start', 'end', 'decidedOn', 'decisionNumber', 'federalServiceNotifiedOn', 'authorityNotifiedOn', 'weeklyHours'],
    exportCodes: { kind: 'mandateKinds' },
  });
  registerResource(app, services, {
    plural: 'candidacies',
    singular: 'candidacy',
    tag: 'people',
    table: 'candidacy',
    read: 'candidacy.read',
    write: 'candidacy.write',
    input: noRefinement(CandidacyInput),
    output: z.object({
      ...optionalShape(CandidacyInput),
      personId: z.string(),
      function: CandidacyInput.shape.function,
      sentOn: z.string().optional(),
      outcome: z.string(),
      outcomeOn: z.string().optional(),
      weeklyHours: z.int().optional(),
      personName: z.string().optional(),
    }),
    sorts: ['sentOn'],
    filters: { personId: z.uuid().optional(), outcome: z.enum(['pending', 'favorable', 'conditional', 'unfavorable']).optional() },
    list: (tx, organizationId, filters) => store.listCandidacies(tx, organizationId, filters),
    orderBy: store.candidacySorts,
    idColumn: 'candidacy.id',
    prepare: personOf,
    exportColumns: ['personName', 'function', 'sentOn', 'outcome', 'outcomeOn', 'weeklyHours'],
    exportCodes: { function: 'mandateKinds', outcome: 'outcomes' },
  });

  const Overview = z
    .object({
      people: z.object({ present: z.int(), coming: z.int(), gone: z.int(), noContract: z.int() }),
      services: z.int(),
      headless: z.array(z.object({ id: z.string(), name: z.string() })),
      withoutService: z.int(),
      vacant: z.array(z.enum(mandateKinds)),
      heldTwice: z.array(z.object({ kind: z.enum(singleKinds), holders: z.array(z.object({ personId: z.string(), personName: z.string() })) })),
      undecided: z.array(z.object({ mandateId: z.string(), personId: z.string(), personName: z.string(), kind: z.enum(mandateKinds) })),
      notNotified: z.array(z.object({ mandateId: z.string(), personName: z.string(), kind: z.enum(mandateKinds), to: z.enum(['federalService', 'authority']) })),
      incompatibilities: z.array(z.object({ rule: z.string(), personId: z.string(), personName: z.string(), since: z.string(), source: z.string() })),
    })
    .meta({ id: 'PeopleOverview' });
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/peopleOverview',
    {
      config: { action: 'person.read' },
      schema: {
        operationId: 'getPeopleOverview',
        tags: ['people'],
        summary: 'How many people, which functions are vacant or incompatible',
        params: OrganizationPath,
        response: responses({ 200: Overview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        const withoutService = await store.countPeople(tx, organizationId, { missing: 'service', state: 'present' }, day);
        return { ...overview(await store.peopleFacts(tx, organizationId, day), await store.countPeople(tx, organizationId, {}, day), day), withoutService: withoutService['present'] ?? 0 };
      });
    },
  );
};

const overview = (facts: store.PeopleFacts, counts: Record<string, number>, day: string) => {
  const held = facts.mandates.filter((mandate) => mandate.start <= day && (!mandate.end || mandate.end >= day));
  const name = (personId: string): string => facts.mandates.find((mandate) => mandate.personId === personId)?.personName ?? '';
  const notNotified = held.flatMap((mandate) => [
    ...(notifiedToFederalService.includes(mandate.kind) && !mandate.federalServiceNotifiedOn
      ? [{ mandateId: mandate.id, personName: mandate.personName, kind: mandate.kind, to: 'federalService' as const }]
      : []),
    ...(notifiedToAuthority.includes(mandate.kind) && !mandate.authorityNotifiedOn ? [{ mandateId: mandate.id, personName: mandate.personName, kind: mandate.kind, to: 'authority' as const }] : []),
  ]);
  return {
    people: { present: counts['present'] ?? 0, coming: counts['coming'] ?? 0, gone: counts['gone'] ?? 0, noContract: counts['noContract'] ?? 0 },
    services: facts.services.length,
    headless: facts.services.filter((service) => !service.headId).map(({ id, name: serviceName }) => ({ id, name: serviceName })),
    vacant: singleKinds.filter((kind) => !held.some((mandate) => mandate.kind === kind)),
    heldTwice: heldTwice(facts.mandates, day).map(({ kind, personIds }) => ({ kind, holders: personIds.map((personId) => ({ personId, personName: name(personId) })) })),
    undecided: undecided(facts.mandates, day).map(({ id, personId, personName, kind }) => ({ mandateId: id, personId, personName, kind })),
    notNotified,
    incompatibilities: incompatibilities({
      mandates: facts.mandates.filter((mandate) => !mandate.end || mandate.end >= day),
      heads: facts.services.flatMap((service) => (service.headId ? [{ headId: service.headId, serviceKind: service.kind }] : [])),
      outsiders: facts.outsiders.flatMap((outsider) => (outsider.employer ? [{ personId: outsider.personId, employer: outsider.employer }] : [])),
      itSupplier: facts.itSupplier,
    }).map((found) => ({ ...found, personName: name(found.personId) })),
  };
};
