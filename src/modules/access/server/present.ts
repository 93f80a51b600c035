import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Services } from '../../../server/services.ts';
import { stateOf } from '../grant.ts';
import { findGrant, type GrantRow } from './grant-store.ts';
import { callerPerson, viewOf } from './view-store.ts';

/** A right as the API shows it: its state on the day, and what this caller may do with it. Nobody agrees to a right of their own. */
export const presentGrant = (request: FastifyRequest, { url }: Pick<Services, 'url'>, organizationId: string, row: GrantRow, day: CivilDate) => {
  const { actor } = request.access;
  const state = stateOf(row, day);
  const own = callerPerson(request, organizationId) === row.personId;
  const open = state === 'asked' || state === 'agreed';
  const there = state === 'held' || state === 'temporary' || state === 'withdrawal' || state === 'coming';
  const [ask, agree, give] = [can(actor, 'access.ask'), can(actor, 'access.agree') && !own, can(actor, 'access.give')];
  return {
    ...row,
    state,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/accessGrants/${row.id}`,
    can: {
      update: give,
      decide: agree && open,
      give: give && (state === 'agreed' || (state === 'asked' && agree)),
      withdraw: agree && there && state !== 'withdrawal',
      keep: agree && state === 'withdrawal',
      end: give && there,
      delete: ask && open,
    },
  };
};

/** A right within what the caller may see, as the API shows it. Throws resourceNotFound. */
export const shownGrant = async (tx: Tx, request: FastifyRequest, services: Pick<Services, 'url'>, organizationId: string, id: string, day: CivilDate) =>
  presentGrant(request, services, organizationId, await grantOf(tx, request, organizationId, id, day), day);

/** The right of that id within what the caller may see. Throws resourceNotFound. */
export const grantOf = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string, day: CivilDate): Promise<GrantRow> => {
  const row = await findGrant(tx, organizationId, id, viewOf(request, organizationId, 'access.read'), day);
  if (!row) throw new Problem('resourceNotFound');
  return row;
};
