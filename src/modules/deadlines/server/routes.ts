import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clocks } from '../../../server/db/clocks.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { OrganizationPath, pageQuery, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { type Seen, sortOut, type State, states, sumUp } from '../due.ts';
import { readAllObligations } from './engine.ts';
import { registerRules } from './rule-routes.ts';
import { Obligations, ObligationSummary } from './schemas.ts';

/** So many centres stand in the sums, the most pressing; the list of centres has them all. */
const pressingCentres = 12;

/** What is due: for one centre, or over all of one's own; and the rules by which it is counted. */
export const registerDeadlines = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  /** What the caller sees of what is due in the centres of the request, in order. What is the installation's belongs to no centre. */
  const seenBy = async (request: FastifyRequest): Promise<{ seen: Seen[]; ruleIn: Clocks['ruleIn'] }> => {
    const { access } = request;
    const inCentre = (request.params as { organizationId?: string }).organizationId !== undefined;
    const scope = !inCentre && access.installation.includes('administrator') ? withInstallation(access.scope) : access.scope;
    const { obligations, ruleIn } = await readAllObligations(services, scope);
    const reader = { accountId: access.account?.accountId, links: access.links, installation: access.installation };
    return { seen: sortOut(obligations, reader, { today: today(services), now: services.now() }), ruleIn };
  };
  const show = ({ act, key: _key, read: _read, ...seen }: Seen, ruleIn: Clocks['ruleIn']) => ({ ...seen, ruleLength: ruleIn(seen.rule, seen.organizationId).length, roles: [...act.roles] });

  const filters = {
    ...pageQuery(['due']),
    after: z.string().min(16).max(300).optional(),
    state: z.enum(states).optional(),
    room: z.string().max(40).optional(),
    role: z.string().max(40).optional(),
  };
  const listOf = async (request: FastifyRequest, query: z.infer<z.ZodObject<typeof filters>>) => {
    const { after, pageSize, sort, state, room, role } = query;
    const { seen, ruleIn } = await seenBy(request);
    const wanted = seen.filter((one) => (!state || one.state === state) && (!room || one.room === room) && (!role || (one.act.roles as readonly string[]).includes(role)));
    const inOrder = sort === '-due' ? wanted.toReversed() : wanted;
    const rest = after === undefined ? inOrder : inOrder.filter(({ key }) => (sort === '-due' ? key < after : key > after));
    const items = rest.slice(0, pageSize);
    const self = `${services.url}${request.url}`;
    const next = new URL(self);
    next.searchParams.set('after', items.at(-1)?.key ?? '');
    return { self, items: items.map((one) => show(one, ruleIn)), total: wanted.length, pageSize, ...(rest.length > items.length ? { next: next.href } : {}) };
  };
  const sumsOf = async (request: FastifyRequest, first: number) => {
    const { seen, ruleIn } = await seenBy(request);
    const { centres, ...sums } = sumUp(seen, today(services));
    const lines = (state: State) => {
      const inOrder = seen.filter((one) => one.state === state);
      // Of what is late, what has just become so comes first: it is what one can still mend.
      return (state === 'overdue' ? inOrder.toReversed() : inOrder).slice(0, first).map((one) => show(one, ruleIn));
    };
    return {
      self: `${services.url}${request.url}`,
      today: today(services),
      now: services.now().toISOString(),
      ...sums,
      centres: centres.slice(0, pressingCentres),
      centresConcerned: centres.filter(({ overdue, week }) => overdue + week > 0).length,
      overdue: lines('overdue'),
      week: lines('week'),
      waiting: lines('waiting'),
    };
  };

  const ofAll = z.strictObject(filters);
  const ofSummary = z.strictObject({ first: z.coerce.number().int().min(0).max(200).default(0).describe('So many lines of each state that presses') });
  api.get(
    '/obligations',
    {
      config: { action: 'obligation.list', confidential: true },
      schema: {
        operationId: 'listObligations',
        tags: ['deadlines'],
        summary: 'What is due in the centres of the signed-in account, as it sees it',
        querystring: ofAll,
        response: responses({ 200: Obligations }),
      },
    },
    async (request) => listOf(request, request.query),
  );
  api.get(
    '/obligations/summary',
    {
      config: { action: 'obligation.list', confidential: true },
      schema: {
        operationId: 'summarizeObligations',
        tags: ['deadlines'],
        summary: 'Sums of what is due by state, room, centre and month, with its first lines',
        querystring: ofSummary,
        response: responses({ 200: ObligationSummary }),
      },
    },
    async (request) => sumsOf(request, request.query.first) as never,
  );
  api.get(
    '/organizations/:organizationId/obligations',
    {
      config: { action: 'obligation.read', confidential: true },
      schema: {
        operationId: 'listObligationsOfOrganization',
        tags: ['deadlines'],
        summary: 'What is due in a centre, as the caller sees it',
        params: OrganizationPath,
        querystring: ofAll,
        response: responses({ 200: Obligations }),
      },
    },
    async (request) => listOf(request, request.query),
  );
  api.get(
    '/organizations/:organizationId/obligations/summary',
    {
      config: { action: 'obligation.read', confidential: true },
      schema: {
        operationId: 'summarizeObligationsOfOrganization',
        tags: ['deadlines'],
        summary: 'Sums of what is due in a centre, with its first lines',
        params: OrganizationPath,
        querystring: ofSummary,
        response: responses({ 200: ObligationSummary }),
      },
    },
    async (request) => sumsOf(request, request.query.first) as never,
  );
  registerRules(app, services);
};
