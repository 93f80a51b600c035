import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { RuleId } from '../../../kernel/rules.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { deleteRecord, findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { movementKinds } from '../movement.ts';
import { Span, stepKinds } from '../step.ts';
import { arranged, expansions, SettingInput, stepOwners } from '../template.ts';
import { templates } from './library.ts';
import { columnsOf, listSettings, personKnown, presentOn } from './setting-store.ts';

const tags = ['movements'];
const TemplateStep = z.object({
  /** Of the library's step, or of the centre's own. */
  id: z.string(),
  kind: z.enum(stepKinds),
  title: z.string().optional(),
  own: z.boolean(),
  each: z.enum(expansions).optional(),
  after: z.enum(stepKinds).optional(),
  /** Only where no other contract goes on. */
  lastContract: z.boolean(),
  source: z.string(),
  owner: z.enum(stepOwners),
  ownerId: z.uuid().optional(),
  ownerName: z.string().optional(),
  /** Whoever is named works here no more: the function answers in their place. */
  ownerLeft: z.boolean(),
  /** How long after the day of the case; by which rule, where one gives it. */
  amount: z.int(),
  unit: z.enum(['hour', 'day', 'month', 'year']),
  rule: z.string().optional(),
  /** What the library says, where the centre says otherwise. */
  proposed: z.object({ owner: z.enum(stepOwners), amount: z.int(), unit: z.string() }).optional(),
  dropped: z.boolean(),
  /** What the centre set, to be changed or taken back. */
  setting: z
    .object({
      id: z.uuid(),
      version: z.int(),
      position: z.int(),
      title: z.string().optional(),
      dropReason: z.string().optional(),
      owner: z.enum(stepOwners).optional(),
      ownerId: z.uuid().optional(),
      term: Span.optional(),
    })
    .optional(),
});
const Templates = z.object({ items: z.array(z.object({ kind: z.enum(movementKinds), steps: z.array(TemplateStep) })) }).meta({ id: 'StepTemplates' });
const Made = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'StepSettingRecord' });

/** Refuses what names no step of the library, a term where a rule gives it, or an owner who is none of the centre. */
const refuse = async (tx: Tx, organizationId: string, { movementKind, templateId, ownerId, term }: SettingInput): Promise<void> => {
  const template = templates()[movementKind].find(({ id }) => id === templateId);
  if (templateId && !template) throw invalidInput('templateId', 'entryUnknown');
  if (template && term && 'rule' in template.term) throw invalidInput('term', 'termOfRule');
  if (ownerId && !(await personKnown(tx, organizationId, ownerId))) throw invalidInput('ownerId', 'personUnknown');
};

/** The steps that the next case of each kind opens, as the centre adapts them. An open case keeps the steps that it has. */
export const registerStepSettings = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const languageOf = (request: FastifyRequest) => (request.access.account?.language ?? 'fr') as Language;

  api.get(
    '/organizations/:organizationId/stepTemplates',
    {
      config: { action: 'movement.adapt' },
      schema: {
        operationId: 'listStepTemplates',
        tags,
        summary: 'The steps that the next case of each kind opens: those of the library with what the centre changed, and its own',
        params: OrganizationPath,
        response: responses({ 200: Templates }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        const [settings, clocks] = await Promise.all([listSettings(tx, organizationId), readClocks(tx, [organizationId])]);
        const named = settings.flatMap(({ ownerId }) => ownerId ?? []);
        const present = await presentOn(tx, organizationId, named, today(services));
        const lengthOf = (term: { rule: RuleId } | { amount: number; unit: 'day' | 'month' }) => ('rule' in term ? { ...clocks.ruleIn(term.rule, organizationId).length, rule: term.rule } : term);
        return {
          items: movementKinds.map((kind) => ({
            kind,
            steps: arranged(
              templates()[kind],
              settings.filter(({ movementKind }) => movementKind === kind),
              languageOf(request),
            ).map(({ term, when, setting, ...entry }) => {
              const set = settings.find(({ id }) => id === setting?.id);
              const library = templates()[kind].find(({ id }) => id === entry.id);
              return {
                ...entry,
                ...lengthOf(term),
                lastContract: when !== undefined,
                ownerName: set?.ownerName ?? undefined,
                ownerLeft: Boolean(entry.ownerId && !present.has(entry.ownerId)),
                dropped: set?.dropped ?? false,
                ...(library && (set?.owner ?? set?.ownerId ?? set?.term) ? { proposed: { owner: library.owner, ...lengthOf(library.term) } } : {}),
                ...(set ? { setting: set } : {}),
              };
            }),
          })),
        } as never;
      });
    },
  );

  api.post(
    '/organizations/:organizationId/stepSettings',
    {
      config: { action: 'movement.adapt' },
      schema: {
        operationId: 'createStepSetting',
        tags,
        summary: 'Drop a step of the library with the reason, change its owner, its term or its words, or add a step of the centre’s own: what the next case plans',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: SettingInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        await refuse(tx, organizationId, request.body);
        return once<{ id: string }>(tx, request, organizationId, {
          make: () => insertRecord(tx, 'stepSetting', organizationId, columnsOf(request.body)),
          find: async (record) => ({ id: record }),
        });
      });
      return reply.status(201).send({ id: made.id, version: 1 }) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/stepSettings/:id',
    {
      config: { action: 'movement.adapt' },
      schema: { operationId: 'updateStepSetting', tags, summary: 'Change what a centre set of a step', params: RecordPath, body: SettingInput, response: responses({ 200: Made }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const row = await db.tx(request.access.scope, async (tx) => {
        const before = await findRecord(tx, 'stepSetting', organizationId, id);
        if (!before) throw new Problem('resourceNotFound');
        // What is set is set of one step for good.
        if (before['movementKind'] !== request.body.movementKind || (before['templateId'] ?? undefined) !== request.body.templateId) throw invalidInput('templateId', 'entryUnknown');
        await refuse(tx, organizationId, request.body);
        return updateRecord(tx, 'stepSetting', organizationId, id, version, columnsOf(request.body));
      });
      return sendVersioned(reply, { id, version: Number(row['version']) }) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/stepSettings/:id',
    {
      config: { action: 'movement.adapt' },
      schema: {
        operationId: 'deleteStepSetting',
        tags,
        summary: 'Let a step be as the library has it again, or remove one of the centre’s own',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => deleteRecord(tx, 'stepSetting', organizationId, id, version));
      return reply.status(204).send() as never;
    },
  );
};
