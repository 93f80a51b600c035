import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { tableModel, tableSheets } from '../table-document.ts';
import { overviewOf } from './store.ts';
import { frozenYears } from './year-store.ts';
import { freezeYear, readTable, tableFile, xlsx } from './yearly.ts';

const tags = ['interventions'];
const year = z.coerce.number().int().min(1990).max(2199);
const Years = z
  .object({
    items: z.array(
      z.object({
        year: z.int(),
        interventions: z.int().optional(),
        frozenAt: z.string().optional(),
        frozenName: z.string().optional(),
        contentHash: z.string().optional(),
        can: z.record(z.string(), z.boolean()),
      }),
    ),
  })
  .meta({ id: 'InterventionYears' });
const FileQuery = z.strictObject({ year, format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') });

/** The tables of the years: as they stand, and as they were frozen. */
export const registerInterventionYears = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/interventionYears',
    {
      config: { action: 'intervention.read' },
      schema: {
        operationId: 'listInterventionYears',
        tags,
        summary: 'The years that have interventions, and those whose table is frozen',
        params: OrganizationPath,
        response: responses({ 200: Years }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      const write = can(request.access.actor, 'intervention.write');
      return db.tx(request.access.scope, async (tx) => {
        const frozen = new Map((await frozenYears(tx, organizationId)).map((one) => [one.year, one]));
        const { years } = await overviewOf(tx, organizationId, Number(day.slice(0, 4)), day);
        return {
          items: years.map((one) => {
            const { interventions, frozenAt, frozenName, contentHash } = frozen.get(one) ?? {};
            return { year: one, interventions, frozenAt: frozenAt?.toISOString(), frozenName, contentHash, can: { freeze: write && !frozenAt && String(one) < day.slice(0, 4) } };
          }),
        };
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/interventionYears',
    {
      config: { action: 'intervention.write' },
      schema: {
        operationId: 'freezeInterventionYear',
        tags,
        summary: 'Freeze the table of a year that is over',
        params: OrganizationPath,
        body: z.strictObject({ year: year.meta({ example: 2025 }) }).meta({ id: 'InterventionYearData', example: { year: 2025 } }),
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'InterventionYearFrozen' }) }),
      },
    },
    async (request, reply) => {
      const made = await freezeYear(services, request.access.scope, request.params.organizationId, request.body.year, request.access.account?.name ?? 'Beffroi');
      return reply.status(201).send(made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/interventionTables/file',
    {
      config: { action: 'intervention.read' },
      schema: {
        operationId: 'downloadInterventionTable',
        tags,
        summary: 'The table of a year as PDF, Word or Excel: the frozen bytes where it is frozen',
        params: OrganizationPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { year: asked, format } = request.query;
      const { scope } = request.access;
      const [frozen] = await db.tx(scope, (tx) => frozenYears(tx, organizationId, asked));
      if (frozen) {
        const { name, mediaType, size, stream } = await openFile(db, scope, organizationId, frozen[`${format}FileId`]);
        return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
      }
      const day = today(services);
      const { rows, agreements, centre, language, slug } = await db.tx(scope, async (tx) => {
        await tellExport(tx, organizationId, 'intervention');
        return readTable(tx, organizationId, asked);
      });
      const bytes = Buffer.from(
        format === 'xlsx' ? await writeWorkbook(tableSheets(rows, asked, language), day) : await render(tableModel(rows, centre, asked, language, { date: day, frozen: false, agreements }), format),
      );
      return reply
        .type(format === 'xlsx' ? xlsx : mediaTypes[format])
        .headers(attachment(tableFile(slug, language, asked, format), bytes.length))
        .send(bytes) as never;
    },
  );
};
