import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { Tx } from '../db/database.ts';
import { type Claim, claimKey, settleKey } from '../db/idempotency.ts';

/** The header of routes that make something: the same key with the same content, sent again within a day, makes nothing more. */
export const IdempotencyHeader = z.looseObject({
  'idempotency-key': z.uuid().optional().describe('A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more'),
});

/**
 * Makes something in the transaction, unless a request with the same `Idempotency-Key` of the same account has made it: then what it made is
 * found anew. Of two at once, the second waits for the first. Without the header it always makes. `content` is what the request says beside
 * its address. Throws idempotencyKeyReused for a key that came with other content, resourceNotFound for what was deleted since.
 */
export const once = async <T extends { id: string }>(
  tx: Tx,
  request: FastifyRequest,
  organizationId: string,
  work: { make: () => Promise<T>; find: (id: string) => Promise<T | undefined>; content?: Uint8Array },
): Promise<T> => {
  const key = request.headers['idempotency-key'];
  const accountId = request.access.account?.accountId;
  if (typeof key !== 'string' || !accountId) return work.make();
  const claim: Claim = { organizationId, accountId, key, digest: digestOf(request, work.content) };
  const earlier = await claimKey(tx, claim);
  if (!earlier) {
    const made = await work.make();
    await settleKey(tx, claim, made.id);
    return made;
  }
  if (!earlier.digest.equals(claim.digest)) throw new Problem('idempotencyKeyReused');
  const found = earlier.recordId === null ? undefined : await work.find(earlier.recordId);
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

const digestOf = (request: FastifyRequest, content: Uint8Array | undefined): Buffer =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n`)
    .update(content ?? JSON.stringify(request.body ?? null))
    .digest();
