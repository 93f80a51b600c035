import type { FastifyRequest } from 'fastify';
import { can } from '../../../kernel/permissions.ts';
import type { Own } from './step-store.ts';

/** Whose steps the caller's are, in the centre of the address. */
export const ownOf = (request: FastifyRequest, organizationId: string): Own => ({
  personId: request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? null,
  roles: request.access.actor.roles,
});

/** A head of service who is nothing else here knows of the people whom they lead alone; undefined for whoever reads all. */
export const ledOnly = (request: FastifyRequest, organizationId: string): Own | undefined => {
  const { actor } = request.access;
  return can({ ...actor, roles: actor.roles.filter((role) => role !== 'headOfService') }, 'movement.read') ? undefined : ownOf(request, organizationId);
};
