import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Owed, type Proof } from '../db/sessions.ts';
import { recordSignInEvent } from '../db/sign-in-events.ts';
import { networkOf } from '../http/origin.ts';
import { type Services, today } from '../services.ts';

/** What a browser says of itself, where it says something. */
export const deviceOf = (request: FastifyRequest): string | undefined => request.headers['user-agent']?.slice(0, 300) || undefined;

/**
 * Signs the browser of a request in as an account that was proved just now, by whatever `proof`: its cookie goes with the reply, the session it
 * held before ends, and the sign-in is kept among the account's events once nothing is owed. Says what is still owed; then the session can do
 * nothing but finish the sign-in. `secondFactor` says, where a provider proved it, that it asked for a second factor itself.
 */
export const openSession = async (services: Services, request: FastifyRequest, reply: FastifyReply, who: { accountId: string; proof: Proof; secondFactor?: boolean }): Promise<Owed | undefined> => {
  const device = deviceOf(request);
  const { owed, setCookie } = await services.auth.openSession({ ...who, ...(device ? { device } : {}), cookieHeader: request.headers.cookie, now: services.now(), day: today(services) });
  reply.header('set-cookie', setCookie);
  if (!owed) await recordSignInEvent(services.db.kysely, { accountId: who.accountId, at: services.now(), kind: 'signedIn', proof: who.proof, origin: networkOf(request.ip), device });
  return owed;
};
