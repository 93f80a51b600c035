import { sql } from 'kysely';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { derogationDuties, type DerogationDutyRow } from '../derogation-duties.ts';
import { stateSql } from './derogation-store.ts';

/** One is shown so many days before it ends. */
const aheadDays = 60;

/** What is due by the derogations of these centres: one statement. One that another already continues asks for nothing before its end. */
export const derogationObligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const { rows } = await sql<DerogationDutyRow>`
    SELECT organization_id, id, year || '/' || number || ' – ' || what AS about, CASE WHEN state = 'expired' THEN 'expired' WHEN state = 'running' THEN 'ends' WHEN advice IS NULL THEN 'advise' ELSE 'decide' END AS what,
      CASE WHEN state = 'asked' THEN asked_on ELSE ends_on END AS "on"
    FROM (SELECT g.*, ${stateSql(today)} AS state FROM derogation g WHERE g.organization_id = ANY(${organizationIds}::uuid[]) AND g.ended_how IS NULL) s
    WHERE state IN ('asked', 'expired') OR (state = 'running' AND ends_on <= ${addDays(today, aheadDays)}::date
      AND NOT EXISTS (SELECT FROM derogation n WHERE n.organization_id = s.organization_id AND n.renews_id = s.id AND n.ended_how IS NULL AND n.decision IS DISTINCT FROM 'refused'))`.execute(tx);
  return derogationDuties(rows, asking);
};

/** Whether every exception to the policy has its end, and none outlived it. */
export const derogationFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; running: number; expired: number; all: number }>`
    SELECT o.id AS organization_id, count(s.state)::int AS "all", count(*) FILTER (WHERE s.state = 'running')::int AS running, count(*) FILTER (WHERE s.state = 'expired')::int AS expired
    FROM unnest(${organizationIds}::uuid[]) o (id) LEFT JOIN LATERAL (SELECT ${stateSql(today)} AS state FROM derogation g WHERE g.organization_id = o.id) s ON true GROUP BY 1`.execute(tx);
  return rows.map(({ organizationId, running, expired, all }): LiveFact => ({
    organizationId,
    id: 'inventories.derogations',
    state: expired > 0 ? 'stale' : all > 0 ? 'true' : 'missing',
    title: expired > 0 ? { key: 'derogations.expired', values: { count: expired } } : all > 0 ? { key: 'derogations.true', values: { count: running } } : { key: 'derogations.none' },
    path: expired > 0 ? 'inventories/derogations?state=expired' : 'inventories/derogations',
  }));
};

/** Derogations agreed, refused and taken back, by day. One statement. */
export const derogationHappenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; what: 'agreed' | 'refused' | 'withdrawn'; on: CivilDate; count: number }>`
    SELECT organization_id, decision AS what, decided_on AS "on", count(*)::int AS count FROM derogation
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND decided_on BETWEEN ${from} AND ${until} GROUP BY 1, 2, 3
    UNION ALL SELECT organization_id, 'withdrawn', ended_on, count(*)::int FROM derogation
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND ended_how = 'withdrawn' AND decision = 'agreed' AND ended_on BETWEEN ${from} AND ${until} GROUP BY 1, 3`.execute(tx);
  return rows.map(({ organizationId, what, on, count }): Happening => ({
    organizationId,
    room: 'inventories',
    on,
    kind: 'access',
    read: 'derogation.read',
    path: 'inventories/derogations',
    title: { key: `derogations.${what}`, values: { count } },
  }));
};

type Found = { organizationId: string; id: string; title: string; detail: string; past: boolean };
const hitOf = ({ organizationId, id, title, detail, past }: Found): Hit => ({ id, organizationId, title, detail, ...(past ? { past } : {}), page: `inventories/derogations/${id}` });
const columns = (day: string) => sql`g.organization_id, g.id, g.what AS title, g.year || '/' || g.number AS detail, ${stateSql(day)} NOT IN ('asked', 'running', 'expired') AS past`;

/** Derogations by their number, or letters of what they allow; those that are over last. */
export const derogationFinder: Finder<Tx> = {
  group: 'derogations',
  action: 'derogation.read',
  find: async (tx, { words, centres, today }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`SELECT ${columns(today)}, count(*) OVER ()::int AS total FROM derogation g
      WHERE g.organization_id = ANY(${centres}::uuid[]) AND g.search_text LIKE ALL (${patterns}::text[]) ORDER BY past, g.year DESC, g.number DESC, g.id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres, today }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT ${columns(today)} FROM derogation g
      WHERE g.organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND g.id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
