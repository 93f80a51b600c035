import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Account, TestServer } from './harness.ts';

/** Waits for the end of the task that a 202 names: its report, or the problem that it ended with. */
export const endOfTask = async (server: TestServer, as: Account, accepted: LightMyRequestResponse): Promise<Record<string, unknown>> => {
  expect(accepted.statusCode, accepted.body).toBe(202);
  const look = async () => (await server.call('GET', String(accepted.headers['location']), { as })).json() as { state: string; report?: Record<string, unknown>; problem?: Record<string, unknown> };
  await expect.poll(async () => ['done', 'failed'].includes((await look()).state), { timeout: 60_000, interval: 25 }).toBe(true);
  const { report, problem } = await look();
  return report ?? problem ?? {};
};
