import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';
import { answered, overMany, readWays } from './ways-store.ts';

/** A centre with its review of a year, where it has one. */
export type PoolRow = {
  organizationId: string;
  slug: string;
  municipality: string;
  reviewId: string | null;
  takenOn: CivilDate | null;
  answerBy: CivilDate | null;
  signedOn: CivilDate | null;
  /** Another year's review that is still under way, and stands in the way of this one. */
  otherYear: number | null;
};

/** These centres with their reviews of a year, by municipality: one statement. */
export const poolOf = async (tx: Tx, organizationIds: readonly string[], year: number): Promise<PoolRow[]> =>
  (
    await sql<PoolRow>`SELECT o.id AS organization_id, o.slug, o.municipality, v.id AS review_id, v.taken_on, v.answer_by, (v.signed_at AT TIME ZONE 'Europe/Brussels')::date AS signed_on, w.year AS other_year
      FROM organization o LEFT JOIN access_review v ON v.organization_id = o.id AND v.year = ${year} LEFT JOIN access_review w ON w.organization_id = o.id AND w.signed_at IS NULL AND w.year <> ${year}
      WHERE o.id = ANY(${organizationIds}::uuid[]) ORDER BY o.municipality COLLATE names, o.id`.execute(tx)
  ).rows;

/** Of which years these centres have reviews, the newest first. */
export const poolYears = async (tx: Tx, organizationIds: readonly string[]): Promise<number[]> =>
  (await sql<{ year: number }>`SELECT DISTINCT year FROM access_review WHERE organization_id = ANY(${organizationIds}::uuid[]) ORDER BY year DESC`.execute(tx)).rows.map(({ year }) => year);

/** How far the answers of a review are: its rights, those undecided, how many people answer (the adviser as one), and how many of them still owe something. */
export type PoolFigures = { organizationId: string; people: number; rights: number; undecided: number; answering: number; owing: number };

const isWaiting = sql`x.decision IS NULL AND x.gone_on IS NULL AND x.left_open IS NULL`;
const nobodyElse = '00000000-0000-0000-0000-000000000000';

/** The figures of these reviews, as the organization charts stand that day: two statements, whatever the number of centres. */
export const poolFigures = async (tx: Tx, organizationIds: readonly string[], reviewIds: readonly string[], day: CivilDate): Promise<PoolFigures[]> => {
  if (reviewIds.length === 0) return [];
  const ways = await readWays(tx, organizationIds, day);
  const reviewer = sql`COALESCE(x.reviewer_id, ${nobodyElse}::uuid)`;
  const { rows } = await overMany(tx, reviewIds, () =>
    sql<PoolFigures>`
    SELECT y.organization_id, sum(y.rights)::int AS rights, sum(y.undecided)::int AS undecided, count(*)::int AS answering, count(*) FILTER (WHERE y.undecided > 0)::int AS owing,
      (SELECT count(*)::int FROM access_review_person p WHERE p.organization_id = y.organization_id AND p.review_id = y.review_id) AS people
    FROM (SELECT x.organization_id, x.review_id, ${reviewer} AS reviewer, count(*) AS rights, count(*) FILTER (WHERE ${isWaiting}) AS undecided
      FROM ${answered(ways, organizationIds, day, sql`i.review_id = ANY(${reviewIds}::uuid[])`)} x GROUP BY 1, 2, 3) y
    GROUP BY y.organization_id, y.review_id`.execute(tx),
  );
  return rows;
};

export type InTheWay = { organizationId: string; municipality: string; year: number; begunAt: Date; begunName: string | null; signed: boolean };

/** What stands in the way of a year's review in these centres: that review itself, or another under way; one line for each centre. */
export const inTheWayOf = async (tx: Tx, organizationIds: readonly string[], year: number): Promise<InTheWay[]> =>
  (
    await sql<InTheWay>`SELECT DISTINCT ON (v.organization_id) v.organization_id, o.municipality, v.year, v.begun_at, a.name AS begun_name, v.signed_at IS NOT NULL AS signed
      FROM access_review v JOIN organization o ON o.id = v.organization_id LEFT JOIN account a ON a.id = v.begun_by
      WHERE v.organization_id = ANY(${organizationIds}::uuid[]) AND (v.year = ${year} OR v.signed_at IS NULL) ORDER BY v.organization_id, v.signed_at NULLS FIRST`.execute(tx)
  ).rows;
