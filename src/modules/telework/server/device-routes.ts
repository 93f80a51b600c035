import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { collection, expectedVersion, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { PostureInput } from '../device.ts';
import { postureLines } from '../lines.ts';
import * as store from './store.ts';

const optional = z.string().optional();
const tags = ['telework'];

/** The devices of the inventory that may leave the building, and how each was found when it was looked at. */
export const registerTeleworkDevices = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const Device = z
    .object({
      id: z.uuid(),
      number: z.int(),
      name: z.string(),
      kind: z.string(),
      serial: optional,
      encrypted: z.boolean(),
      checkedOn: optional,
      checkedBy: optional,
      holderName: optional,
      outSince: optional,
      backBy: optional,
    })
    .meta({ id: 'TeleworkDevice' });
  api.get(
    '/organizations/:organizationId/teleworkDevices',
    {
      config: { action: 'telework.read' },
      schema: {
        operationId: 'listTeleworkDevices',
        tags,
        summary: 'Devices of the inventory that may leave the building, with their last check and who has them',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['name', 'checked']), state: z.enum(['out', 'in', 'unencrypted']).optional() }),
        response: responses({ 200: Page(Device).meta({ id: 'TeleworkDevices' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, state } = request.query as { after?: string; pageSize: number; sort: string; state?: string };
      const page = await services.db.tx(request.access.scope, (tx) =>
        listPage(store.listDevices(tx, organizationId, { state }, today(services)), store.deviceSorts, sql.ref('d.id'), { after, pageSize, sort }),
      );
      return collection(services.url, request.url, page, page.items as never[], pageSize) as never;
    },
  );

  const Posture = z
    .object({ posture: z.array(z.string()), lines: z.array(z.string()).describe('What there is to see in order'), checkedOn: optional, checkedBy: optional, version: z.int() })
    .meta({ id: 'TeleworkPosture' });
  const shown = async (tx: Tx, organizationId: string, id: string) => {
    const found = await store.findPosture(tx, organizationId, id);
    if (!found) throw new Problem('resourceNotFound');
    const { posture, checkedOn, checkedBy, version } = found;
    return { posture, lines: [...postureLines], ...(checkedOn ? { checkedOn } : {}), ...(checkedBy ? { checkedBy } : {}), version };
  };
  api.get(
    '/organizations/:organizationId/teleworkDevices/:id/posture',
    {
      config: { action: 'telework.read' },
      schema: { operationId: 'getTeleworkPosture', tags, summary: 'How a device was found when it was looked at', params: RecordPath, response: responses({ 200: Posture }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      return sendVersioned(reply, await services.db.tx(request.access.scope, (tx) => shown(tx, organizationId, id))) as never;
    },
  );
  api.put(
    '/organizations/:organizationId/teleworkDevices/:id/posture',
    {
      config: { action: 'telework.equip' },
      schema: {
        operationId: 'setTeleworkPosture',
        tags,
        summary: 'Note how a device was found (`If-Match: "0"` where nobody had looked)',
        params: RecordPath,
        body: PostureInput,
        response: responses({ 200: Posture }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      if (request.body.checkedOn && request.body.checkedOn > today(services)) throw invalidInput('checkedOn', 'inTheFuture');
      const written = await services.db.tx(request.access.scope, async (tx) => {
        await store.writePosture(tx, organizationId, id, version, request.body);
        return shown(tx, organizationId, id);
      });
      return sendVersioned(reply, written) as never;
    },
  );
};
