import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { Services } from '../services.ts';

/** How long a proof counts as fresh for what changes how somebody, or a program in their name, comes in. */
const freshMinutes = 10;

/** Throws proofRequired unless something was proved in this session a moment ago. */
export const requireFresh = (services: Pick<Services, 'now'>, request: FastifyRequest): void => {
  const { confirmedAt } = request.access.account!;
  if (!confirmedAt || services.now().getTime() - confirmedAt.getTime() > freshMinutes * 60_000) throw new Problem('proofRequired');
};
