import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { addDays } from '../../../kernel/dates.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { besideMatrix, matrixOn } from './matrix-store.ts';
import { DayQuery, Matrix } from './schemas.ts';
import { viewOf } from './view-store.ts';

/** Rights that end within so many days are told in the sentence above the matrix. */
const soon = 30;

/** Who may reach what, on any day, as one picture. */
export const registerAccessMatrix = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/accessMatrix',
    {
      config: { action: 'access.read' },
      schema: {
        operationId: 'getAccessMatrix',
        tags: ['access'],
        summary: 'Who may reach what: people, resources and rights of a day, today unless another is asked for',
        params: OrganizationPath,
        querystring: DayQuery,
        response: responses({ 200: Matrix }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      const on = request.query.on ?? day;
      const view = viewOf(request, organizationId, 'access.read');
      const {
        people,
        resources,
        cells,
        services: ofCentre,
        beside,
      } = await services.db.tx(request.access.scope, async (tx) => {
        const [matrix, besides] = await Promise.all([matrixOn(tx, organizationId, on, view), besideMatrix(tx, organizationId, view, day)]);
        return { ...matrix, beside: besides };
      });
      const placeOf = (items: readonly { id: string }[]) => new Map(items.map(({ id }, index) => [id, index]));
      const [persons, things] = [placeOf(people), placeOf(resources)];
      const ends = cells.flatMap(({ u }) => (u !== null && u <= addDays(on, soon) ? [u] : [])).toSorted();
      const left = new Set(people.filter(({ leftOn }) => leftOn !== null).map(({ id }) => id));
      return {
        on,
        people,
        resources,
        services: ofCentre,
        cells: cells.map(({ p, r, l, g, u, w }) => ({ p: persons.get(p)!, r: things.get(r)!, l, g, ...(u ? { u } : {}), ...(w ? { w } : {}) })),
        sums: {
          people: new Set(cells.map(({ p }) => p)).size,
          resources: new Set(cells.map(({ r }) => r)).size,
          rights: cells.length,
          gone: cells.filter(({ p }) => left.has(p)).length,
          withdrawals: cells.filter(({ p, w }) => w && !left.has(p)).length,
          asked: beside.asked,
          ending: ends.length,
          ...(ends[0] ? { nextEnd: ends[0] } : {}),
        },
        ...(beside.listedOn && beside.listedBy ? { list: { on: beside.listedOn, reason: beside.listedBy } } : {}),
      } as never;
    },
  );
};
