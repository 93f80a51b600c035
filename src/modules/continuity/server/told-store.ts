import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { standingPlans } from './store.ts';
import { backupFacts, proofFacts } from '../facts.ts';
import { disasterHappenings, disasterLiveFacts } from './disaster-told-store.ts';
import { newestProofs } from './restore-store.ts';

type Told = { organizationId: string; what: string; on: CivilDate; about: string; path: string };

/** Backups that ended, restores that were tried, exercises, and what was decided of how soon and how much. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<Told>`
    SELECT organization_id, 'planEnded' AS what, ended_on AS "on", name AS about, 'continuity/backups/' || id AS path FROM backup_plan
      WHERE organization_id = ANY(${centres}) AND ended_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT t.organization_id, CASE WHEN t.readable THEN 'tested' ELSE 'unreadable' END, t.tested_on, p.name, 'continuity/restores/' || t.id
      FROM restore_test t JOIN backup_plan p ON p.organization_id = t.organization_id AND p.id = t.plan_id WHERE t.organization_id = ANY(${centres}) AND t.tested_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT organization_id, 'exercised', held_on, title, 'continuity/exercises/' || id FROM continuity_exercise WHERE organization_id = ANY(${centres}) AND held_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT organization_id, 'decided', decided_on, restart_hours || ' h / ' || loss_hours || ' h', 'continuity/restores' FROM recovery_objective
      WHERE organization_id = ANY(${centres}) AND decided_on BETWEEN ${from} AND ${until}
    ORDER BY 3, 2, 5`.execute(tx);
  const ofPlan = await disasterHappenings(tx, organizationIds, { from, until });
  return [
    ...rows.map(({ organizationId, what, on, about, path }): Happening => ({ organizationId, room: 'continuity', kind: 'continuity', on, title: { key: what }, about, path, read: 'continuity.read' })),
    ...ofPlan,
  ];
};

/** What stands as evidence of these centres. `now` is the present instant: a run is missed from a morning on. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const plans = Map.groupBy(await standingPlans(tx, organizationIds, today), ({ organizationId }) => organizationId);
  // The facts are asked by the day: what was missed shows from its morning on, and by noon at the latest.
  const now = new Date(`${today}T12:00:00Z`);
  const proofs = await newestProofs(tx, organizationIds);
  const ofPlan = await disasterLiveFacts(tx, organizationIds, today);
  return [...ofPlan, ...proofs.flatMap((proof) => [...backupFacts(proof.organizationId, plans.get(proof.organizationId) ?? [], now), ...proofFacts(proof, today)])];
};

type Found = { organizationId: string; id: string; title: string; past: boolean };
const hitOf = ({ organizationId, id, title, past }: Found): Hit => ({ id, organizationId, title, ...(past ? { past } : {}), page: `continuity/backups/${id}` });

/** Backup plans by their name and what they hold. */
export const planFinder: Finder<Tx> = {
  group: 'continuity',
  action: 'continuity.read',
  find: async (tx, { words, centres, today }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`
      SELECT organization_id, id, name AS title, coalesce(ended_on < ${today}::date, false) AS past, count(*) OVER ()::int AS total FROM backup_plan
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, name COLLATE names, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres, today }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT organization_id, id, name AS title, coalesce(ended_on < ${today}::date, false) AS past FROM backup_plan
      WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
