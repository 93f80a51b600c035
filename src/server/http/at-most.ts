import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { originOf } from './origin.ts';

/**
 * A hook of one route that lets so many requests pass in a minute, for each origin or for each `who`, beside the limit of the whole: once that one
 * has counted a request, the library counts it for no route any more. Throws tooManyRequests.
 */
export const atMost = (app: FastifyInstance, name: string, max: number, who: (request: FastifyRequest) => string = () => ''): ((request: FastifyRequest) => Promise<void>) => {
  let count: ReturnType<FastifyInstance['createRateLimit']> | undefined;
  return async (request) => {
    count ??= app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: (asked) => `${name} ${who(asked)} ${originOf(asked.ip)} ${Math.floor(performance.now() / 60_000)}` });
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new Problem('tooManyRequests', { headers: { 'retry-after': String(Math.max(1, counted.ttlInSeconds)) } });
  };
};
