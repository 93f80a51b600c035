import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type CentreRow, reviewDuties } from '../duties.ts';
import { partsOf } from './part-store.ts';

/** What is due by the yearly reviews of these centres: three statements, whatever their number. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows } = await sql<CentreRow>`
    SELECT o.id AS organization_id, v.id AS open_id, v.year AS open_year, v.answer_by, 0 AS open_undecided,
      (SELECT max(n.year) FROM access_review n WHERE n.organization_id = o.id) AS newest_year,
      EXISTS (SELECT FROM access_grant g WHERE g.organization_id = o.id AND g.start IS NOT NULL AND g.ended_on IS NULL) AS rights
    FROM organization o LEFT JOIN access_review v ON v.organization_id = o.id AND v.signed_at IS NULL
    WHERE o.id = ANY(${organizationIds}::uuid[])`.execute(tx);
  const open = rows.filter(({ openId }) => openId !== null);
  const parts =
    open.length === 0
      ? []
      : await partsOf(
          tx,
          open.map(({ organizationId }) => organizationId),
          open.map(({ openId }) => openId!),
          asking.today,
        );
  const waiting = parts.filter(({ undecided }) => undecided > 0);
  const byReview = new Map(open.map((row) => [row.openId!, row]));
  const left = Map.groupBy(waiting, ({ reviewId }) => reviewId);
  return reviewDuties(
    rows.map((row) => ({ ...row, openUndecided: (left.get(row.openId ?? '') ?? []).reduce((sum, { undecided }) => sum + undecided, 0) })),
    waiting.map((part) => ({ ...part, year: byReview.get(part.reviewId)!.openYear!, answerBy: byReview.get(part.reviewId)!.answerBy! })),
    asking,
  );
};
