import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { abilities, can } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { isLate } from '../action.ts';
import { changesSince, defaultLeave, leaveOn, totalsOf, workYears, yearsOf } from '../plan.ts';
import { LeaveInput, stateOf, versionName } from '../version.ts';
import { Overview, OverviewQuery, Plans } from './plan-schemas.ts';
import { centrePlans, findLeave, findLeaves, plannedActions, saveLeave, slippedActions } from './plan-store.ts';
import { approvedBefore, listVersions } from './version-store.ts';

const tags = ['plan'];
/** Of the late actions over all centres, so many are listed; the count of each centre is whole. */
const slipsShown = 200;

/** The plan as a whole: three years of it, what changed since it was approved, and how it stands in all of one's centres. */
export const registerPlanOverview = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const overview = async (tx: Tx, organizationId: string, day: string, asked: number | undefined) => {
    const thisYear = Number(day.slice(0, 4));
    const year = asked ?? thisYear;
    const approved = await approvedBefore(tx, organizationId, year);
    const frozen = approved?.content?.actions ?? [];
    const actions = await plannedActions(
      tx,
      organizationId,
      `${year}-01-01`,
      frozen.map(({ id }) => id),
    );
    const leave = await findLeave(tx, organizationId);
    const versions = await listVersions(tx, organizationId);
    const [plan] = await centrePlans(tx, [organizationId], day);
    const next = versions.find((version) => version.year === thisYear + 1 && version.outcome !== 'refused');
    const shown = new Set(yearsOf(year));
    return {
      year,
      years: totalsOf(actions, year, day),
      lines: actions
        .map((action) => ({ ...action, origins: [...new Set(action.origins.map(({ kind }) => kind))], late: isLate(action, day), years: workYears(action, year).filter((each) => shown.has(each)) }))
        .filter(({ state, years, dueOn, startOn }) => years.length > 0 || (state !== 'done' && state !== 'givenUp' && !dueOn && !startOn)),
      open: plan?.open ?? 0,
      late: plan?.late ?? 0,
      unanswered: plan?.unanswered ?? 0,
      next: { year: thisYear + 1, leavesOn: leaveOn(leave ?? defaultLeave, thisYear), state: next ? stateOf(next) : ('none' as const), ...(next ? { versionId: next.id } : {}) },
      leave: { ...(leave ? { month: leave.month, day: leave.day } : defaultLeave), own: leave !== undefined },
      ...(approved?.decidedOn ? { approved: { id: approved.id, name: versionName(approved), decidedOn: approved.decidedOn } } : {}),
      changes: approved ? changesSince(frozen, actions, day) : [],
    };
  };

  api.get(
    '/organizations/:organizationId/plan',
    {
      config: { action: 'plan.read' },
      schema: {
        operationId: 'getPlan',
        tags,
        summary: 'Three years of the plan: its actions, its totals by year, what changed since it was approved',
        params: OrganizationPath,
        querystring: OverviewQuery,
        response: responses({ 200: Overview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const read = await db.tx(request.access.scope, (tx) => overview(tx, organizationId, today(services), request.query.year));
      return { ...read, can: abilities(request.access.actor, { update: 'plan.write', approve: 'plan.approve', setLeave: 'rule.set' }) } as never;
    },
  );

  api.put(
    '/organizations/:organizationId/planSetting',
    {
      config: { action: 'rule.set' },
      schema: {
        operationId: 'setPlanLeave',
        tags,
        summary: 'Set by which day of the year the plan leaves for the budget',
        params: OrganizationPath,
        body: LeaveInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      await db.tx(request.access.scope, (tx) => saveLeave(tx, organizationId, request.body));
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/plans',
    {
      config: { action: 'plan.read' },
      schema: { operationId: 'listPlans', tags, summary: 'How the plan stands in each of one’s centres, and the actions that are late in them', response: responses({ 200: Plans }) },
    },
    async (request) => {
      const { access } = request;
      const day = today(services);
      const year = Number(day.slice(0, 4));
      const centres = access.links.filter(({ roles }) => can({ ...access.actor, roles, installation: [] }, 'plan.read')).map(({ organizationId }) => organizationId);
      return db.tx({ ...access.scope, organizations: centres }, async (tx) => {
        const [plans, slips, leaves] = [await centrePlans(tx, centres, day), await slippedActions(tx, centres, day, slipsShown), await findLeaves(tx, centres)];
        return {
          centres: plans.map(({ approvedYear, submittedYear, ...plan }) => ({
            ...plan,
            ...(approvedYear === null ? {} : { approvedYear }),
            nextYear: year + 1,
            leavesOn: leaveOn(leaves.get(plan.organizationId) ?? defaultLeave, year),
            submitted: submittedYear !== null && submittedYear > year,
          })),
          late: plans.reduce((sum, { late }) => sum + late, 0),
          slips,
        } as never;
      });
    },
  );
};
