import type { FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/problem.ts';
import { originOf } from '../../../server/http/origin.ts';
import type { Services } from '../../../server/services.ts';
import { forgetFailures, returnTry, takeTry } from './store.ts';

type Counted = { key: string; free: number };

/**
 * What counts the tries of a password for an address: five free ones from one origin; thirty for an origin, which many people may share; fifty for
 * an address from anywhere, so that a stranger who knows it cannot keep its owner out with a try now and then.
 */
export const passwordTries = (request: FastifyRequest, email: string): Counted[] => {
  const origin = originOf(request.ip);
  return [
    { key: `address ${email} ${origin}`, free: 5 },
    { key: `address ${email}`, free: 50 },
    { key: `origin ${origin}`, free: 30 },
  ];
};

/** What counts the tries of a second factor, or of a proof asked again, by who is known already. */
export const proofTries = (request: FastifyRequest, accountId: string): Counted[] => [
  { key: `proof ${accountId} ${originOf(request.ip)}`, free: 5 },
  { key: `proof ${accountId}`, free: 20 },
];

/**
 * Does what may fail as often as the counters allow: each takes its try before anybody knows whether it succeeds, so that of many at once none
 * slips past. What throws has used it; what succeeds gives it back, and wipes the first counter. Throws `accountLocked` without doing anything.
 */
export const counted = async <T>({ db, now }: Pick<Services, 'db' | 'now'>, counters: readonly Counted[], work: () => Promise<T>): Promise<T> => {
  const at = now();
  for (const [index, { key, free }] of counters.entries()) {
    const until = await takeTry(db.kysely, key, free, at);
    if (!until) continue;
    for (const earlier of counters.slice(0, index)) await returnTry(db.kysely, earlier.key, earlier.free);
    throw new Problem('accountLocked', { headers: { 'retry-after': String(Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000))) } });
  }
  const done = await work();
  for (const { key, free } of counters.slice(1)) await returnTry(db.kysely, key, free);
  if (counters[0]) await forgetFailures(db.kysely, counters[0].key);
  return done;
};
