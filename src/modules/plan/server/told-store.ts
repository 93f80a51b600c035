import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { planFacts, type PlanSums } from '../facts.ts';
import './tables.ts';

type Row = {
  organizationId: string;
  on: CivilDate;
  key: 'done' | 'givenUp' | 'slipped' | 'added' | 'addedOne' | 'submitted' | 'approved' | 'refused';
  id: string | null;
  number: number;
  title: string | null;
};

/**
 * What happened to the plans of these centres in a period: actions done, given up, and those whose term went by before they were; how many were added
 * on a day; plans put to the council and decided.
 */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<Row>`
    SELECT a.organization_id, h."on", h.key, a.id, a.number, a.title FROM plan_action a CROSS JOIN LATERAL (VALUES
        (a.done_on, 'done'), (a.given_up_on, 'givenUp'),
        (CASE WHEN coalesce(a.done_on, a.given_up_on, 'infinity') > a.due_on THEN a.due_on + 1 END, 'slipped')) h ("on", key)
      WHERE a.organization_id = ANY(${centres}) AND h."on" BETWEEN ${from} AND ${until}
    UNION ALL SELECT organization_id, created_on, CASE WHEN count(*) = 1 THEN 'addedOne' ELSE 'added' END, CASE WHEN count(*) = 1 THEN (array_agg(id))[1] END,
        CASE WHEN count(*) = 1 THEN min(number) ELSE count(*)::int END, CASE WHEN count(*) = 1 THEN min(title) END
      FROM plan_action WHERE organization_id = ANY(${centres}) AND created_on BETWEEN ${from} AND ${until} GROUP BY organization_id, created_on
    UNION ALL SELECT v.organization_id, h."on", h.key, v.id, v.year, NULL FROM plan_version v CROSS JOIN LATERAL (VALUES (v.submitted_on, 'submitted'), (v.decided_on, v.outcome)) h ("on", key)
      WHERE v.organization_id = ANY(${centres}) AND h."on" BETWEEN ${from} AND ${until}
    ORDER BY 2, 3, 5`.execute(tx);
  return rows.map(({ organizationId, on, key, id, number, title }): Happening => {
    const ofPlan = key === 'submitted' || key === 'approved' || key === 'refused';
    return {
      organizationId,
      room: 'plan',
      kind: 'plan',
      on,
      title: { key, values: ofPlan ? { first: number, last: number + 2 } : key === 'added' ? { count: number } : { number } },
      about: title ?? undefined,
      path: ofPlan ? `plan/versions/${id}` : id ? `plan/actions/${id}` : 'plan',
      read: 'plan.read',
    };
  });
};

/** Whether a plan is approved for this year, and whether it is worked at. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<PlanSums>`
    SELECT o.id AS organization_id, v.year, v.decided_on, a.open, a.late, a.done, a.worked_on
    FROM unnest(${organizationIds}::uuid[]) o (id)
    LEFT JOIN LATERAL (SELECT year, decided_on FROM plan_version v WHERE v.organization_id = o.id AND v.outcome = 'approved' ORDER BY year DESC, number DESC LIMIT 1) v ON true
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state IN ('planned', 'underWay'))::int AS open, count(*) FILTER (WHERE state IN ('planned', 'underWay') AND due_on < ${today})::int AS late,
      count(*) FILTER (WHERE done_on > ${today}::date - 365)::int AS done, max(done_on) AS worked_on FROM plan_action p WHERE p.organization_id = o.id) a`.execute(tx);
  return planFacts(rows, today);
};

type Found = { organizationId: string; id: string; number: number; title: string; past: boolean };
const hitOf = ({ organizationId, id, number, title, past }: Found): Hit => ({ id, organizationId, title, detail: String(number), ...(past ? { past } : {}), page: `plan/actions/${id}` });

/** Actions of the plan, by words of what is to be done or how it was; the open ones first. */
export const planFinder: Finder<Tx> = {
  group: 'plan',
  action: 'plan.read',
  find: async (tx, { words, centres }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`
      SELECT organization_id, id, number, title, state IN ('done', 'givenUp') AS past, count(*) OVER ()::int AS total FROM plan_action
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, due_on, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT organization_id, id, number, title, state IN ('done', 'givenUp') AS past FROM plan_action
      WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
