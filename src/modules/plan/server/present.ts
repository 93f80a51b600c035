import type { FastifyRequest } from 'fastify';
import { can } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { isLate } from '../action.ts';
import { showOrigins } from './origins.ts';
import type { ActionRow, Own } from './store.ts';

/** Whose actions the caller's are, in the centre of the address. */
export const ownOf = (request: FastifyRequest, organizationId: string): Own => ({
  personId: request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? null,
  roles: request.access.actor.roles,
});

const isOwn = (row: ActionRow, { personId, roles }: Own): boolean => (row.ownerId !== null && row.ownerId === personId) || (row.ownerRole !== null && roles.includes(row.ownerRole));

/** Actions as the API shows them: late or not today, with what they come from, and what this caller may do. */
export const presentActions = async (tx: Tx, request: FastifyRequest, services: Services, organizationId: string, rows: readonly ActionRow[]) => {
  const { actor } = request.access;
  const day = today(services);
  const own = ownOf(request, organizationId);
  const write = can(actor, 'plan.write');
  const shown = await showOrigins(tx, organizationId, rows, actor);
  return shown.map(({ seriesId: _series, anchorOn: _on, anchorOccurrence: _occurrence, copiedFromId: _copied, ...row }, index) => ({
    ...row,
    href: `${services.url}/api/beffroi/v1/organizations/${organizationId}/planActions/${row.id}`,
    late: isLate(row, day),
    can: { update: write, delete: write && row.state === 'planned', progress: write || isOwn(rows[index]!, own) },
  }));
};
