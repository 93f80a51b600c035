import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { addMonths } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';

type Told = { organizationId: string; id: string; what: 'begun' | 'signed'; on: CivilDate; year: number; people: number; rights: number; withdrawn: number; changed: number };

/** Reviews that were begun and signed off in a period, with what came of them: one statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Told>`
    SELECT v.organization_id, v.id, h.what, h."on", v.year, c.people, c.rights, c.withdrawn, c.changed
    FROM access_review v CROSS JOIN LATERAL (VALUES ('begun', v.taken_on), ('signed', (v.signed_at AT TIME ZONE 'Europe/Brussels')::date)) h (what, "on")
    CROSS JOIN LATERAL (SELECT count(DISTINCT i.person_id)::int AS people, count(*)::int AS rights, count(*) FILTER (WHERE i.decision = 'withdraw')::int AS withdrawn,
      count(*) FILTER (WHERE i.decision = 'change')::int AS changed FROM access_review_item i WHERE i.organization_id = v.organization_id AND i.review_id = v.id) c
    WHERE v.organization_id = ANY(${organizationIds}::uuid[]) AND h."on" BETWEEN ${from} AND ${until} ORDER BY h."on", v.id`.execute(tx);
  return rows.map(({ organizationId, id, what, on, year, people, rights, withdrawn, changed }) => ({
    organizationId,
    room: 'reviews',
    kind: 'access',
    on,
    title: { key: what, values: { year, people, rights, withdrawn, changed } },
    path: `reviews/${id}`,
    read: 'review.read',
  }));
};

type FactRow = { organizationId: string; id: string | null; on: CivilDate | null; heads: number; openYear: number | null };

/** Whether the rights were reviewed within a year, by how many: the fact turns stale when a year has gone by. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<FactRow>`
    SELECT o.id AS organization_id, v.id, v."on", COALESCE(v.heads, 0) AS heads, (SELECT n.year FROM access_review n WHERE n.organization_id = o.id AND n.signed_at IS NULL) AS open_year
    FROM unnest(${organizationIds}::uuid[]) o (id)
    LEFT JOIN LATERAL (SELECT v.id, (v.signed_at AT TIME ZONE 'Europe/Brussels')::date AS "on",
        (SELECT count(DISTINCT i.decided_by)::int FROM access_review_item i WHERE i.organization_id = v.organization_id AND i.review_id = v.id) AS heads
      FROM access_review v WHERE v.organization_id = o.id AND v.signed_at IS NOT NULL AND (v.signed_at AT TIME ZONE 'Europe/Brussels')::date <= ${today}::date ORDER BY v.signed_at DESC LIMIT 1) v ON true`.execute(
    tx,
  );
  return rows.map(({ organizationId, id, on, heads, openYear }): LiveFact => {
    const base = { organizationId, id: 'reviews.yearly', path: id ? `reviews/${id}` : 'reviews' };
    if (!on) return { ...base, state: 'missing', title: openYear ? { key: 'yearly.underWay', values: { year: openYear } } : { key: 'yearly.missing' } };
    const until = addMonths(on, 12);
    return { ...base, state: until >= today ? 'true' : 'stale', title: { key: until >= today ? 'yearly.true' : 'yearly.stale', values: { date: { date: on }, heads } }, on, until };
  });
};
