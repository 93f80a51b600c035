import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renderLabels } from '../../../documents/labels.ts';
import { drawCode } from '../../../documents/qr.ts';
import { CivilDate } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { attachment } from '../../../server/files.ts';
import { atMost } from '../../../server/http/at-most.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { roomText } from '../../../server/texts.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { deviceKinds } from '../device.ts';
import { labelAddress } from '../label.ts';
import { labelFormatNames, labelFormats, mostLabels, placesOn } from '../label-formats.ts';
import * as store from './label-store.ts';

const tags = ['inventories'];
const id = z.uuid().toLowerCase();
const choice = {
  kind: z.enum(deviceKinds).optional(),
  zoneId: id.optional(),
  before: CivilDate.optional().describe('Those alone whose label was not printed on or after this day'),
};
/** Without its label, or with one of before that day. */
const unlabelled = z.enum(['true', 'false']).default('false');

const LabelsInput = z
  .strictObject({
    format: z.enum(labelFormatNames),
    start: z.int().min(1).max(65).default(1).describe('The first free place of a sheet that was begun, by rows'),
    ids: z.array(id).min(1).max(200).optional(),
    unlabelled: z.boolean().default(false),
    ...choice,
  })
  .refine(({ format, start }) => start <= placesOn(format), { message: 'noSuchPlace', path: ['start'] })
  .meta({ id: 'DeviceLabelsData', example: { format: 'sheet24', unlabelled: true } });

/** Labels with the codes of devices: how many there would be, and their sheets to print. */
export const registerDeviceLabels = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const choiceOf = ({
    unlabelled: without,
    ...given
  }: {
    unlabelled: boolean;
    ids?: string[] | undefined;
    kind?: string | undefined;
    zoneId?: string | undefined;
    before?: string | undefined;
  }): store.LabelChoice => ({ ...given, ...(without ? { lacks: 'label' } : {}) }) as store.LabelChoice;

  api.get(
    '/organizations/:organizationId/deviceLabels',
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'countDeviceLabels',
        tags,
        summary: 'How many labels a choice of devices makes',
        params: OrganizationPath,
        querystring: z.strictObject({ ...choice, unlabelled }),
        response: responses({ 200: z.object({ labels: z.int(), most: z.int().describe('So many in one file') }).meta({ id: 'DeviceLabelCount' }) }),
      },
    },
    async (request) => {
      const { unlabelled: without, ...rest } = request.query;
      return {
        labels: await db.tx(request.access.scope, (tx) => store.countToLabel(tx, request.params.organizationId, choiceOf({ ...rest, unlabelled: without === 'true' }), today(services))),
        most: mostLabels,
      };
    },
  );

  api.post(
    '/organizations/:organizationId/deviceLabels',
    {
      config: { action: 'inventory.write' },
      preHandler: atMost(app, 'deviceLabels', 30, (request) => request.access.account?.accountId ?? ''),
      schema: {
        operationId: 'printDeviceLabels',
        tags,
        summary: 'Sheets of labels with codes (PDF), and the note that they were printed',
        params: OrganizationPath,
        body: LabelsInput,
        response: responses({ 200: z.any().describe('The PDF') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, start, ...rest } = request.body;
      const { scope } = request.access;
      const day = today(services);
      const { centre, devices } = await db.tx(scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        return { centre: found, devices: await store.devicesToLabel(tx, organizationId, choiceOf(rest), day, mostLabels) };
      });
      if (devices.length === 0) throw invalidInput('unlabelled', 'noLabels');
      const language = centre.documentLanguage;
      const said = (key: string, values: Record<string, string> = {}): string => roomText('inventories', key, language, values);
      const over = inLanguage(centre.name, language);
      // Drawn outside any transaction.
      const pdf = await renderLabels({
        format: labelFormats[format],
        title: said('labels.file'),
        author: over,
        language,
        date: day,
        start,
        labels: devices.map((device) => ({
          over,
          number: said('number', { number: String(device.number) }),
          name: device.name,
          under: [said(`kinds.${device.kind}`), [device.brand, device.model].filter(Boolean).join(' ')].filter(Boolean).join(', '),
          svg: drawCode(labelAddress(url, centre, device.number), 2),
        })),
      });
      await db.tx(scope, (tx) =>
        store.noteLabels(
          tx,
          organizationId,
          devices.map((device) => device.id),
          day,
        ),
      );
      return reply
        .type('application/pdf')
        .headers(attachment(`${centre.slug}-${said('labels.name')}-${day}.pdf`, pdf.length))
        .send(Buffer.from(pdf)) as never;
    },
  );
};
