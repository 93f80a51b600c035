import type { FastifyRequest } from 'fastify';
import { type Action, type Actor, can } from '../../../kernel/permissions.ts';
import type { Services } from '../../../server/services.ts';
import { type Act, actsOf } from '../intervention.ts';
import { gapsOf, isHistory, isUncovered } from '../maintenance.ts';
import type { Acting } from './acts.ts';
import type { EventRow, InterventionRow } from './store.ts';

/** Who may do what: the permission of each act. */
export const actionOfAct: Record<Act, Action> = {
  decide: 'intervention.decide',
  answer: 'intervention.announce',
  change: 'intervention.announce',
  start: 'intervention.carry',
  finish: 'intervention.carry',
  cancel: 'intervention.carry',
  correct: 'intervention.write',
};

/** An intervention as the API shows it, with what this caller may do with it now. */
export const present = (services: Pick<Services, 'url'>, organizationId: string, row: InterventionRow, actor: Actor, urgentFirst: boolean) => {
  const { decidedByPersonName, decidedName, announcedAt: _at, announcedBy: _by, searchText: _search, decidedById: _decider, originKind: _kind, originId: _origin, ...shown } = row;
  return {
    ...shown,
    decidedBy: decidedByPersonName ?? decidedName,
    href: `${services.url}/api/beffroi/v1/organizations/${organizationId}/interventions/${row.id}`,
    uncovered: isUncovered(row),
    history: isHistory(row),
    gaps: gapsOf(row),
    acts: actsOf(row, urgentFirst).filter((act) => can(actor, actionOfAct[act])),
  };
};

export const presentEvents = (events: readonly EventRow[]) => events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));

/** Who acts by this request. */
export const actingBy = (request: FastifyRequest, services: Pick<Services, 'now'>, day: string): Acting => {
  const { account } = request.access;
  return { by: { accountId: account?.accountId, name: account?.name }, at: services.now(), day };
};
