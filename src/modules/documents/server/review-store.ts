import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type CentreRole, permissions } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import { type AwaitedRow, type Opinion, reviewDuties } from '../review.ts';
import './wording-tables.ts';

/** What is said of a version, oldest first; who wrote it and who settled it by name. */
export const listComments = async (tx: Tx, organizationId: string, versionId: string) =>
  tx
    .selectFrom('documentComment as c')
    .leftJoin('account as writer', 'writer.id', 'c.writtenBy')
    .leftJoin('account as settler', 'settler.id', 'c.resolvedBy')
    .where('c.organizationId', '=', organizationId)
    .where('c.documentVersionId', '=', versionId)
    .select(['c.id', 'c.version', 'c.sectionKey', 'c.parentId', 'c.text', 'c.writtenAt', 'c.resolvedAt', 'c.writtenBy as writerId', 'writer.name as writtenBy', 'settler.name as resolvedBy'])
    .orderBy('c.id')
    .execute();
export type CommentRow = Awaited<ReturnType<typeof listComments>>[number];

/** A comment as it is kept. Throws resourceNotFound. */
export const findComment = async (tx: Tx, organizationId: string, id: string) => {
  const found = await tx.selectFrom('documentComment').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

export const insertComment = async (
  tx: Tx,
  organizationId: string,
  comment: { documentVersionId: string; sectionKey: string; parentId: string | null; text: string; writtenBy: string; writtenAt: Date },
): Promise<{ id: string }> => {
  const id = newId();
  await tx
    .insertInto('documentComment')
    .values({ ...comment, organizationId, id, resolvedBy: null, resolvedAt: null })
    .execute();
  return { id };
};

/** Settles a thread, or opens it again with `undefined`. */
export const settleComment = async (tx: Tx, organizationId: string, id: string, by: { accountId: string; at: Date } | undefined): Promise<void> => {
  await tx
    .updateTable('documentComment')
    .set({ resolvedBy: by?.accountId ?? null, resolvedAt: by?.at ?? null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute();
};

/** The reviews of a version, newest first, each with its answers by name. */
export const listReviews = async (tx: Tx, organizationId: string, versionId: string) =>
  tx
    .selectFrom('documentReview as r')
    .leftJoin('account as asker', 'asker.id', 'r.askedBy')
    .leftJoin('account as closer', 'closer.id', 'r.closedBy')
    .where('r.organizationId', '=', organizationId)
    .where('r.documentVersionId', '=', versionId)
    .select(['r.id', 'r.version', 'r.until', 'r.note', 'r.askedAt', 'r.closedAt', 'asker.name as askedBy', 'closer.name as closedBy'])
    .select(
      sql<{ accountId: string; name: string; opinion: Opinion | null; text: string | null; answeredAt: string | null }[]>`(
        SELECT jsonb_agg(jsonb_build_object('accountId', a.account_id, 'name', who.name, 'opinion', a.opinion, 'text', a.text, 'answeredAt', a.answered_at) ORDER BY who.name COLLATE names)
        FROM document_review_answer a JOIN account who ON who.id = a.account_id WHERE a.organization_id = r.organization_id AND a.review_id = r.id)`.as('answers'),
    )
    .orderBy('r.id', 'desc')
    .execute();
export type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number];

/** The version that a review is about, and whether it is still open. Throws resourceNotFound. */
export const findReview = async (tx: Tx, organizationId: string, id: string) => {
  const found = await tx.selectFrom('documentReview').select(['id', 'documentVersionId', 'closedAt']).where('organizationId', '=', organizationId).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

/** True where this account is asked in a review of the version that is open. */
export const isAsked = async (tx: Tx, organizationId: string, versionId: string, accountId: string): Promise<boolean> => {
  const found = await tx
    .selectFrom('documentReview as r')
    .innerJoin('documentReviewAnswer as a', (join) => join.onRef('a.organizationId', '=', 'r.organizationId').onRef('a.reviewId', '=', 'r.id'))
    .select('a.id')
    .where('r.organizationId', '=', organizationId)
    .where('r.documentVersionId', '=', versionId)
    .where('r.closedAt', 'is', null)
    .where('a.accountId', '=', accountId)
    .executeTakeFirst();
  return found !== undefined;
};

/** The accounts of a centre that may read its documents that day, with what they are there. */
export const listReviewers = async (tx: Tx, organizationId: string, today: string): Promise<{ accountId: string; name: string; roles: CentreRole[] }[]> => {
  const readers: readonly string[] = permissions['document.read'];
  const { rows } = await sql<{ accountId: string; name: string; roles: CentreRole[] }>`
    SELECT a.id AS account_id, a.name, array_agg(DISTINCT role ORDER BY role) AS roles
    FROM (SELECT DISTINCT account_id FROM link WHERE organization_id = ${organizationId}) l JOIN account a ON a.id = l.account_id
      CROSS JOIN LATERAL account_roles(a.id, ${today}::date, ${organizationId}::uuid) given CROSS JOIN LATERAL unnest(given.roles) role
    WHERE role = ANY (${readers}::text[]) GROUP BY a.id, a.name ORDER BY a.name COLLATE names, a.id`.execute(tx);
  return rows;
};

/** Asks people for a review. Throws alreadyExists where one of this version is open. */
export const insertReview = async (
  tx: Tx,
  organizationId: string,
  review: { documentVersionId: string; until: string; note: string | null; askedBy: string | null; askedAt: Date },
  accountIds: readonly string[],
): Promise<{ id: string }> => {
  const id = newId();
  const added = await tx
    .insertInto('documentReview')
    .values({ ...review, organizationId, id, closedBy: null, closedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem('alreadyExists');
  await tx
    .insertInto('documentReviewAnswer')
    .values(accountIds.map((accountId) => ({ organizationId, id: newId(), reviewId: id, accountId, opinion: null, text: null, answeredAt: null })))
    .execute();
  return { id };
};

/** Keeps an answer; false where this account was not asked. */
export const writeAnswer = async (tx: Tx, organizationId: string, reviewId: string, accountId: string, answer: { opinion: Opinion; text: string | null; answeredAt: Date }): Promise<boolean> => {
  const kept = await tx
    .updateTable('documentReviewAnswer')
    .set(answer)
    .where('organizationId', '=', organizationId)
    .where('reviewId', '=', reviewId)
    .where('accountId', '=', accountId)
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
};

/** True when everybody who was asked has answered. */
export const allAnswered = async (tx: Tx, organizationId: string, reviewId: string): Promise<boolean> =>
  (await tx.selectFrom('documentReviewAnswer').select('id').where('organizationId', '=', organizationId).where('reviewId', '=', reviewId).where('answeredAt', 'is', null).executeTakeFirst()) ===
  undefined;

export const closeReview = async (tx: Tx, organizationId: string, id: string, closed: { closedBy: string | null; closedAt: Date }): Promise<void> => {
  await tx.updateTable('documentReview').set(closed).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** The answers awaited in the open reviews of drafts of these centres, in one statement; those of accounts that are a person there. */
export const reviewObligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows } = await sql<AwaitedRow>`
    SELECT DISTINCT a.organization_id, a.id, l.person_id, d.kind, d.own_document_id AS own_id, r.until, (r.asked_at AT TIME ZONE 'Europe/Brussels')::date AS asked_on
    FROM document_review_answer a JOIN document_review r ON r.organization_id = a.organization_id AND r.id = a.review_id AND r.closed_at IS NULL
      JOIN document_version d ON d.organization_id = r.organization_id AND d.id = r.document_version_id AND d.state = 'draft'
      JOIN link l ON l.organization_id = a.organization_id AND l.account_id = a.account_id AND l.person_id IS NOT NULL
    WHERE a.organization_id = ANY(${sql`${organizationIds}::uuid[]`}) AND a.answered_at IS NULL`.execute(tx);
  return reviewDuties(rows, asking);
};
