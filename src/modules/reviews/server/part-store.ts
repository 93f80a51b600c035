import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Decision, DecisionInput, Ground, Level } from '../review.ts';
import './tables.ts';
import { answered, overMany, readWays } from './ways-store.ts';

/** What falls to one person, or to the adviser (`reviewerId` null), of a review. */
export type PartRow = {
  organizationId: string;
  reviewId: string;
  reviewerId: string | null;
  reviewerName: string | null;
  ground: Ground;
  services: string[];
  people: number;
  /** Of them, those of whom something is undecided. */
  waiting: number;
  rights: number;
  undecided: number;
  changed: number;
  withdrawn: number;
  leftOpen: number;
  /** The last of the instants at which something was handed in; null while something is not. */
  handedAt: Date | null;
};

/** Who answers for what in these reviews, as the organization charts stand that day: two statements over all of them. */
export const partsOf = async (tx: Tx, organizationIds: readonly string[], reviewIds: readonly string[], day: CivilDate): Promise<PartRow[]> => {
  const ways = await readWays(tx, organizationIds, day);
  const { rows } = await overMany(tx, reviewIds, () =>
    sql<PartRow>`
    SELECT x.organization_id, x.review_id, x.reviewer_id, min(e.first_name || ' ' || e.last_name) AS reviewer_name, mode() WITHIN GROUP (ORDER BY x.ground) AS ground,
      COALESCE(array_agg(DISTINCT x.service_name) FILTER (WHERE x.service_name IS NOT NULL AND NOT x.outsider), '{}') AS services, count(DISTINCT x.person_id)::int AS people,
      count(DISTINCT x.person_id) FILTER (WHERE ${isWaiting})::int AS waiting, count(*)::int AS rights, count(*) FILTER (WHERE ${isWaiting})::int AS undecided,
      count(*) FILTER (WHERE x.decision = 'change')::int AS changed, count(*) FILTER (WHERE x.decision = 'withdraw')::int AS withdrawn, count(x.left_open)::int AS left_open,
      CASE WHEN bool_and(x.handed_at IS NOT NULL OR x.gone_on IS NOT NULL) THEN max(x.handed_at) END AS handed_at
    FROM ${answered(ways, organizationIds, day, sql`i.review_id = ANY(${reviewIds}::uuid[])`)} x LEFT JOIN person e ON e.organization_id = x.organization_id AND e.id = x.reviewer_id
    GROUP BY x.organization_id, x.review_id, x.reviewer_id ORDER BY min(e.last_name COLLATE names) NULLS LAST, x.reviewer_id`.execute(tx),
  );
  return rows;
};

const isWaiting = sql`x.decision IS NULL AND x.gone_on IS NULL AND x.left_open IS NULL`;

export type ItemRow = {
  id: string;
  version: number;
  grantId: string;
  personId: string;
  personName: string;
  serviceId: string | null;
  serviceName: string | null;
  function: string | null;
  outsider: boolean;
  seenBy: string[];
  resourceId: string;
  resourceName: string;
  offered: Level[];
  /** Who answers for the resource, where they are still there. */
  ownerId: string | null;
  level: Level;
  account: string | null;
  /** Why the right was given, as the register of access says. */
  given: string | null;
  since: CivilDate | null;
  until: CivilDate | null;
  lastUsedOn: CivilDate | null;
  goneOn: CivilDate | null;
  decision: Decision | null;
  newLevel: Level | null;
  reason: string | null;
  decidedAt: Date | null;
  decidedName: string | null;
  handedAt: Date | null;
  leftOpen: string | null;
  reviewerId: string | null;
};

type Which = { reviewerId?: string | null; ids?: readonly string[]; personIds?: readonly string[] };

/** Rights of a review with what was decided upon each, by person and resource: those of one part, or these, or all. */
export const itemsOf = async (tx: Tx, organizationId: string, reviewId: string, day: CivilDate, { reviewerId, ids, personIds }: Which = {}): Promise<ItemRow[]> => {
  const ways = await readWays(tx, [organizationId], day);
  const which = sql.join([sql`i.review_id = ${reviewId}`, ...(ids ? [sql`i.id = ANY(${ids}::uuid[])`] : []), ...(personIds ? [sql`i.person_id = ANY(${personIds}::uuid[])`] : [])], sql` AND `);
  const { rows } = await sql<ItemRow>`
    SELECT x.id, x.version, x.grant_id, x.person_id, e.first_name || ' ' || e.last_name AS person_name, x.service_id, x.service_name, x.function, x.outsider, x.seen_by, x.resource_id, x.resource_name, x.offered, x.owner_id,
      x.level, x.account, g.reason AS given, x.since, x.until, x.last_used_on, x.gone_on, x.decision, x.new_level, x.reason, x.decided_at, a.name AS decided_name, x.handed_at, x.left_open, x.reviewer_id
    FROM ${answered(ways, [organizationId], day, which)} x JOIN person e ON e.organization_id = x.organization_id AND e.id = x.person_id
    LEFT JOIN access_grant g ON g.organization_id = x.organization_id AND g.id = x.grant_id LEFT JOIN account a ON a.id = x.decided_by
    WHERE ${reviewerId === undefined ? sql`true` : sql`x.reviewer_id IS NOT DISTINCT FROM ${reviewerId}::uuid`}
    ORDER BY x.outsider, e.last_name COLLATE names, e.first_name COLLATE names, x.person_id, x.resource_name COLLATE names, x.level, x.id`.execute(tx);
  return rows;
};

/** Writes answers, each if the right still has the version that was read. Throws staleVersion where one has not: then none is written. */
export const writeDecisions = async (tx: Tx, organizationId: string, items: readonly DecisionInput[], at: Date, accountId: string | null): Promise<void> => {
  const column = <T>(of: (item: DecisionInput) => T) => items.map(of);
  const { rows } = await sql<{ id: string }>`
    UPDATE access_review_item i SET decision = n.decision, new_level = n.new_level, reason = n.reason, decided_at = CASE WHEN n.decision IS NULL THEN NULL ELSE ${at}::timestamptz END,
      decided_by = CASE WHEN n.decision IS NULL THEN NULL ELSE ${accountId}::uuid END
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ version }) => version)}::int[], ${column(({ decision }) => decision ?? null)}::text[], ${column(({ newLevel }) => newLevel ?? null)}::text[],
      ${column(({ reason }) => reason ?? null)}::text[]) n (id, version, decision, new_level, reason)
    WHERE i.organization_id = ${organizationId} AND i.id = n.id AND i.version = n.version AND i.handed_at IS NULL RETURNING i.id`.execute(tx);
  if (rows.length < items.length) throw new Problem('staleVersion');
};

/** Notes that an account has opened the rights of these people. */
export const markSeen = async (tx: Tx, organizationId: string, reviewId: string, personIds: readonly string[], accountId: string): Promise<void> => {
  await sql`UPDATE access_review_person SET seen_by = array_append(seen_by, ${accountId}::uuid) WHERE organization_id = ${organizationId} AND review_id = ${reviewId}
    AND person_id = ANY(${personIds}::uuid[]) AND NOT seen_by @> ARRAY[${accountId}::uuid]`.execute(tx);
};

/** Confirms these rights, which nobody has answered for. */
export const confirm = async (tx: Tx, organizationId: string, ids: readonly string[], at: Date, accountId: string | null): Promise<void> => {
  await sql`UPDATE access_review_item SET decision = 'confirm', decided_at = ${at}, decided_by = ${accountId} WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[]) AND decision IS NULL`.execute(
    tx,
  );
};

/** Hands in these rights: what was decided does not change any more. */
export const handIn = async (tx: Tx, organizationId: string, ids: readonly string[], at: Date): Promise<void> => {
  await sql`UPDATE access_review_item SET handed_at = ${at} WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[]) AND decision IS NOT NULL AND handed_at IS NULL`.execute(tx);
};

/** Why rights were left without an answer. */
export const leaveOpen = async (tx: Tx, organizationId: string, reviewId: string, left: readonly { id: string; reason: string }[]): Promise<void> => {
  await sql`UPDATE access_review_item i SET left_open = n.reason FROM unnest(${left.map(({ id }) => id)}::uuid[], ${left.map(({ reason }) => reason)}::text[]) n (id, reason)
    WHERE i.organization_id = ${organizationId} AND i.review_id = ${reviewId} AND i.id = n.id`.execute(tx);
};
