import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type ServiceNode, waysUp } from '../review.ts';

/** Somebody works here that day, as far as the contracts say: nobody without a contract is taken to have left. */
const here = (organization: string, person: string, day: CivilDate) =>
  sql`COALESCE((SELECT bool_or(k."end" IS NULL OR k."end" >= ${day}::date) FROM contract k WHERE k.organization_id = ${sql.ref(organization)} AND k.person_id = ${sql.ref(person)}), true)`;

/** Tables to join: who answers on a day, by service, by centre and by resource. */
export type Ways = { services: RawBuilder<unknown>; directors: RawBuilder<unknown>; owners: RawBuilder<unknown> };

/** Who answers for whom in these centres that day, from the organization chart as it is then: one statement, the walk upwards in `waysUp`. */
export const readWays = async (tx: Tx, organizationIds: readonly string[], day: CivilDate): Promise<Ways> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<ServiceNode>`SELECT s.id, s.parent_id, CASE WHEN s.head_id IS NOT NULL AND ${here('s.organization_id', 's.head_id', day)} THEN s.head_id END AS head_id
    FROM service s WHERE s.organization_id = ANY(${centres})`.execute(tx);
  const ways = waysUp(rows);
  const column = (name: 'serviceId' | 'first' | 'second') => sql`${ways.map((way) => way[name])}::uuid[]`;
  return {
    services: sql`(SELECT * FROM unnest(${column('serviceId')}, ${column('first')}, ${column('second')}) w (service_id, first, second))`,
    directors: sql`(SELECT DISTINCT ON (m.organization_id) m.organization_id, m.person_id FROM mandate m WHERE m.organization_id = ANY(${centres}) AND m.kind = 'directorGeneral'
      AND m.start <= ${day}::date AND (m."end" IS NULL OR m."end" >= ${day}::date) ORDER BY m.organization_id, m.start DESC, m.id)`,
    owners: sql`(SELECT r.organization_id, r.id, r.name, r.levels, r.owner_service_id, CASE WHEN r.owner_id IS NOT NULL AND ${here('r.organization_id', 'r.owner_id', day)} THEN r.owner_id END AS owner_id
      FROM resource r WHERE r.organization_id = ANY(${centres}))`,
  };
};

/**
 * The rights of a review (`i`) with the person's standing (`p`), the resource (`r`), and who answers (`reviewer_id`, null: the adviser) in which
 * right (`ground`). The nearest head who is not the person; without one the director-general; for whoever comes from outside, who answers for
 * the resource. `gone_on` is the last day of a right that has ended since.
 */
export const answered = (ways: Ways, organizationIds: readonly string[], day: CivilDate, more: RawBuilder<unknown> = sql`true`) => sql`(
  SELECT i.*, p.service_id, p.service_name, p.function, p.outsider, p.seen_by, r.name AS resource_name, r.levels AS offered, r.owner_id,
    CASE WHEN p.outsider THEN COALESCE(NULLIF(r.owner_id, i.person_id), CASE WHEN o.first = i.person_id THEN o.second ELSE o.first END)
      ELSE COALESCE(CASE WHEN w.first = i.person_id THEN w.second ELSE w.first END, NULLIF(d.person_id, i.person_id)) END AS reviewer_id,
    CASE WHEN p.outsider THEN CASE WHEN COALESCE(NULLIF(r.owner_id, i.person_id), CASE WHEN o.first = i.person_id THEN o.second ELSE o.first END) IS NULL THEN 'adviser' ELSE 'owner' END
      WHEN w.first = i.person_id AND w.second IS NOT NULL THEN 'above' WHEN w.first <> i.person_id THEN 'head'
      WHEN d.person_id <> i.person_id THEN 'direction' ELSE 'adviser' END AS ground,
    CASE WHEN g.id IS NULL THEN COALESCE(i.until, i.since) WHEN LEAST(g.until, g.ended_on) < ${day}::date THEN LEAST(g.until, g.ended_on) END AS gone_on
  FROM access_review_item i
  JOIN access_review_person p ON p.organization_id = i.organization_id AND p.review_id = i.review_id AND p.person_id = i.person_id
  JOIN ${ways.owners} r ON r.organization_id = i.organization_id AND r.id = i.resource_id
  LEFT JOIN access_grant g ON g.organization_id = i.organization_id AND g.id = i.grant_id
  LEFT JOIN ${ways.services} w ON w.service_id = p.service_id
  LEFT JOIN ${ways.services} o ON o.service_id = r.owner_service_id
  LEFT JOIN ${ways.directors} d ON d.organization_id = i.organization_id
  WHERE i.organization_id = ANY(${organizationIds}::uuid[]) AND ${more})`;

/** From so many reviews on, joins are not left to the guess of the planner. */
const many = 5;

/**
 * Asks over many reviews. The planner takes what `answered` joins to be one row, because each table of it is held to its centres twice, and would look
 * through all services of all centres for every right: over the whole country it never ended. It may use no such loop here.
 */
export const overMany = async <T>(tx: Tx, reviewIds: readonly string[], ask: () => Promise<T>): Promise<T> => {
  if (reviewIds.length < many) return ask();
  await sql`SET LOCAL enable_nestloop = off`.execute(tx);
  const found = await ask();
  await sql`SET LOCAL enable_nestloop = on`.execute(tx);
  return found;
};
