import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { authorities, networkState, networkStates, NoticeInput, noticeKinds, noticeStates, StepInput, type Step, stepsFault } from '../network.ts';
import * as store from './network-store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();

/** Warnings and losses of access by the authorities of the network, with all that followed. */
export const registerNetwork = (app: FastifyInstance, services: Services): void => {
  const notLater = (values: Record<string, unknown>, name: string): void => {
    if ((values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
  };

  registerResource(app, services, {
    plural: 'networkNotices',
    singular: 'networkNotice',
    tag: 'inspections',
    table: 'networkNotice',
    read: 'network.read',
    write: 'network.write',
    input: register(NoticeInput),
    output: z.object({ ...NoticeInput.shape, fileId: optional, fileName: optional }),
    sorts: ['received'],
    filters: { authority: z.enum(authorities).optional(), kind: z.enum(noticeKinds).optional() },
    list: (tx, organizationId, filters) => store.listNotices(tx, organizationId, filters),
    orderBy: store.noticeSorts,
    idColumn: 'network_notice.id',
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'receivedOn');
      const [known] = id ? await store.noticeLives(tx, [organizationId], id) : [];
      if (known && stepsFault(values as NoticeInput, known.steps)) throw invalidInput('receivedOn', 'afterItsSteps');
      return values;
    },
    exportColumns: ['receivedOn', 'authority', 'kind', 'reference', 'subject', 'deadlineOn', 'text'],
    exportCodes: { authority: 'authorities', kind: 'noticeKinds' },
  });

  /** All of a notice's steps with this one among them, in the place of the one it changes. */
  const checkSteps = async (tx: Tx, organizationId: string, noticeId: string, change: (steps: Step[]) => Step[]): Promise<void> => {
    // Of two who write at once, the second sees the step of the first.
    await store.lockNotice(tx, organizationId, noticeId);
    const [notice] = await store.noticeLives(tx, [organizationId], noticeId);
    if (!notice) throw invalidInput('noticeId', 'noticeUnknown');
    const fault = stepsFault(notice, change(notice.steps));
    if (fault) throw invalidInput(fault.name, fault.code);
  };

  registerResource(app, services, {
    plural: 'networkSteps',
    singular: 'networkStep',
    tag: 'inspections',
    table: 'networkStep',
    read: 'network.read',
    write: 'network.write',
    input: register(StepInput),
    output: z.object({ ...StepInput.shape }),
    sorts: ['happened'],
    filters: { noticeId: z.uuid().optional() },
    list: (tx, organizationId, filters) => store.listSteps(tx, organizationId, filters),
    orderBy: store.stepSorts,
    idColumn: 'network_step.id',
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'happenedOn');
      const step = values as StepInput;
      const before = id ? await findRecord(tx, 'networkStep', organizationId, id) : undefined;
      if (before && before['noticeId'] !== step.noticeId) throw invalidInput('noticeId', 'otherNotice');
      await checkSteps(tx, organizationId, step.noticeId, (steps) => [...steps.filter((one) => one.id !== id), { ...step, ...(id ? { id } : {}) }]);
      return values;
    },
    exportColumns: ['noticeId', 'happenedOn', 'kind', 'reference', 'deadlineOn', 'text'],
    exportCodes: { kind: 'stepKinds' },
  });

  registerRecordFile(app, services, { plural: 'networkNotices', singular: 'NetworkNotice', tag: 'inspections', table: 'networkNotice', read: 'network.read', write: 'network.write' });

  const Access = z
    .object({
      state: z.enum(networkStates),
      notices: z.array(
        z.object({
          id: z.uuid(),
          authority: z.enum(authorities),
          kind: z.enum(noticeKinds),
          subject: z.string(),
          receivedOn: z.string(),
          state: z.enum(noticeStates),
          deadlineOn: optional,
          answeredOn: optional,
          suspendedOn: optional,
          liftedOn: optional,
          late: z.boolean().describe('The day for the answer has passed and none was sent'),
        }),
      ),
    })
    .meta({ id: 'NetworkAccess' });
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/networkAccess',
    {
      config: { action: 'network.read' },
      schema: {
        operationId: 'getNetworkAccess',
        tags: ['inspections'],
        summary: 'Whether the centre has its access to the network, and every warning with how it stands, the newest first',
        params: OrganizationPath,
        response: responses({ 200: Access }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const notices = await services.db.tx(request.access.scope, (tx) => store.noticeLives(tx, [organizationId]));
      return {
        state: networkState(notices.map(({ life }) => life)),
        notices: notices.toReversed().map(({ id, authority, kind, subject, receivedOn, life }) => ({
          id,
          authority,
          kind,
          subject,
          receivedOn,
          ...life,
          late: life.state !== 'lifted' && life.answeredOn === undefined && life.deadlineOn !== undefined && life.deadlineOn < today(services),
        })),
      };
    },
  );
};
