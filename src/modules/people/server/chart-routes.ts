import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renderPdf } from '../../../documents/pdf.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type ChartFacts, chartFacts, chartWords, withoutPeople } from '../chart/chart.ts';
import { layoutOf } from '../chart/layout.ts';
import { papers } from '../chart/pages.ts';
import { drawChart } from '../chart/svg.ts';
import { mandateKinds } from '../mandate.ts';
import { peopleFacts } from './store.ts';

const Person = z
  .object({ personId: z.uuid(), name: z.string(), function: z.string().optional(), mandates: z.array(z.enum(mandateKinds)), head: z.boolean().optional() })
  .meta({ id: 'OrganizationChartPerson' });
const Chart = z
  .object({
    day: z.string(),
    services: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        parentId: z.uuid().optional(),
        seesPersonalData: z.boolean(),
        headName: z.string().optional(),
        headless: z.boolean(),
        count: z.int(),
        people: z.array(Person),
      }),
    ),
    others: z.array(Person),
  })
  .meta({ id: 'OrganizationChart' });
const FileQuery = z.strictObject({ format: z.enum(['pdf', 'svg']).default('pdf'), paper: z.enum(['a4', 'a3']).default('a4'), language: DocumentLanguage.optional() });

/** The chart of today, as much of it as this actor may see: the people are for those who may read the list of people. */
const chartOf = async (tx: Tx, organizationId: string, day: string, actor: Actor): Promise<ChartFacts> => {
  const facts = chartFacts(await peopleFacts(tx, organizationId, day), day);
  return can(actor, 'person.read') ? facts : withoutPeople(facts);
};

/** The organization chart of who may see personal data: as facts for the page, and as a file to hang on a wall. */
export const registerChart = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/organizations/:organizationId/organizationChart',
    {
      config: { action: 'service.read' },
      schema: {
        operationId: 'getOrganizationChart',
        tags: ['people'],
        summary: 'Services, their people, and who may see personal data',
        params: OrganizationPath,
        response: responses({ 200: Chart }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return { day, ...(await services.db.tx(request.access.scope, (tx) => chartOf(tx, organizationId, day, request.access.actor))) } as never;
    },
  );

  api.get(
    '/organizations/:organizationId/organizationChart/file',
    {
      config: { action: 'service.read' },
      schema: {
        operationId: 'downloadOrganizationChart',
        tags: ['people'],
        summary: 'The organization chart as PDF (landscape pages) or SVG (one drawing)',
        params: OrganizationPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, paper } = request.query;
      const day = today(services);
      const { centre, facts } = await services.db.tx(request.access.scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        await tellExport(tx, organizationId, 'service');
        return { centre: found, facts: await chartOf(tx, organizationId, day, request.access.actor) };
      });
      const language = request.query.language ?? centre.documentLanguage;
      const words = chartWords((key) => roomText('people', key, language));
      const said = (key: string, values: Record<string, string> = {}): string => roomText('people', `chart.file.${key}`, language, values);
      const [title, name] = [said('title'), inLanguage(centre.name, language)];
      const label = `${title}, ${name}`;
      const file = `${centre.slug}-${said('name')}-${day}`;
      if (format === 'svg') {
        const svg = drawChart(layoutOf(facts, { words, face: 'serif', room: papers[paper] }), { face: 'serif', label, words });
        return reply
          .type('image/svg+xml')
          .headers(attachment(`${file}.svg`))
          .send(svg) as never;
      }
      const model: DocumentModel = {
        language,
        layout: 'sheet',
        title,
        sender: { name, lines: [] },
        front: [],
        sections: [{ key: 'chart', level: 1, title, blocks: [{ type: 'chart', label, chart: facts, words, paper }] }],
        runningTitle: title,
        footer: said('footer', { date: day.split('-').toReversed().join('/') }),
        date: day,
      };
      return reply
        .type('application/pdf')
        .headers(attachment(`${file}-${paper}.pdf`))
        .send(Buffer.from(await renderPdf(model))) as never;
    },
  );
};
