import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type DecisionInput, decisionFault } from '../review.ts';
import * as parts from './part-store.ts';
import { personOf } from './present.ts';
import { lockOpen } from './store.ts';

/** Whose part is asked for, as the store knows it; whether it is the caller's own, and whether they may answer in it. Throws missingPermission for what is neither theirs to see nor to do. */
export const whose = (request: FastifyRequest, organizationId: string, by: string, doing: 'read' | 'answer'): { reviewerId: string | null; own: boolean; answer: boolean } => {
  const { actor } = request.access;
  const me = personOf(request, organizationId);
  // Without a place in the register nothing is one's own.
  if (by === 'own' && me === null && !can(actor, 'review.follow')) throw new Problem('resourceNotFound');
  const reviewerId = by === 'own' ? (me ?? null) : by === 'adviser' ? null : by;
  const own = me !== null && reviewerId === me;
  const answer = own || can(actor, 'review.write');
  if (doing === 'answer' ? !answer : !answer && !can(actor, 'review.follow')) throw new Problem('missingPermission');
  return { reviewerId, own, answer };
};

const openOr = async (tx: Tx, organizationId: string, reviewId: string, find: () => Promise<unknown>): Promise<void> => {
  if (await lockOpen(tx, organizationId, reviewId)) return;
  throw new Problem((await find()) ? 'wrongState' : 'resourceNotFound');
};

/** `me`: the person of the centre whose own rights are not theirs to decide upon. */
type Where = { organizationId: string; reviewId: string; day: CivilDate; now: Date; accountId: string | null; me: string | null };

/** Writes answers in a part: all, or none. Throws resourceNotFound, wrongState, staleVersion, badRequest (`ownRight`, codes of `decisionFault`). */
export const decide = async (
  tx: Tx,
  { organizationId, reviewId, day, now, accountId, me }: Where,
  reviewerId: string | null,
  answers: readonly DecisionInput[],
  exists: () => Promise<unknown>,
): Promise<parts.ItemRow[]> => {
  await openOr(tx, organizationId, reviewId, exists);
  const ids = answers.map(({ id }) => id);
  const read = async () => new Map((await parts.itemsOf(tx, organizationId, reviewId, day, { reviewerId, ids })).map((row) => [row.id, row]));
  const rows = await read();
  for (const [index, answer] of answers.entries()) {
    const row = rows.get(answer.id);
    // Of another part, or of another centre: for whoever answers here it is not there.
    if (!row) throw new Problem('resourceNotFound');
    // Nor by whoever answers in somebody's place.
    if (row.personId === me) throw invalidInput(`items[${index}].decision`, 'ownRight');
    const fault = decisionFault(row, answer);
    if (fault) throw invalidInput(`items[${index}].${fault.name}`, fault.code);
  }
  await parts.writeDecisions(tx, organizationId, answers, now, accountId);
  const after = await read();
  return ids.map((id) => after.get(id)!);
};

const undecided = (row: parts.ItemRow): boolean => row.decision === null && row.goneOn === null;

/** Confirms what is undecided in a part, but for the caller's own rights, once the caller has opened each of its people. Throws badRequest (`peopleUnseen`), resourceNotFound, wrongState. */
export const confirmRest = async (tx: Tx, { organizationId, reviewId, day, now, accountId, me }: Where, reviewerId: string | null, exists: () => Promise<unknown>): Promise<void> => {
  await openOr(tx, organizationId, reviewId, exists);
  const rest = (await parts.itemsOf(tx, organizationId, reviewId, day, { reviewerId })).filter((row) => undecided(row) && row.personId !== me);
  const unseen = new Set(rest.filter(({ seenBy }) => accountId === null || !seenBy.includes(accountId)).map(({ personId }) => personId));
  if (unseen.size > 0) throw invalidInput('by', 'peopleUnseen', { count: unseen.size });
  await parts.confirm(
    tx,
    organizationId,
    rest.map(({ id }) => id),
    now,
    accountId,
  );
};

/** Hands a part in: nothing in it may be undecided. Returns the rights that were handed in now. Throws badRequest (`undecidedLeft`), resourceNotFound, wrongState. */
export const handInPart = async (tx: Tx, { organizationId, reviewId, day, now }: Where, reviewerId: string | null, exists: () => Promise<unknown>): Promise<parts.ItemRow[]> => {
  await openOr(tx, organizationId, reviewId, exists);
  const rows = await parts.itemsOf(tx, organizationId, reviewId, day, { reviewerId });
  if (rows.length === 0) throw new Problem('resourceNotFound');
  const left = rows.filter(undecided).length;
  if (left > 0) throw invalidInput('by', 'undecidedLeft', { count: left });
  const fresh = rows.filter(({ decision, handedAt }) => decision !== null && handedAt === null);
  await parts.handIn(
    tx,
    organizationId,
    fresh.map(({ id }) => id),
    now,
  );
  return fresh;
};
