import { sql } from 'kysely';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import type { InterventionYear } from '../year.ts';
import { gapsSql, toRatifySql, uncoveredSql, waitingSql } from './store.ts';

/** Interventions that ended, those that were refused, agreements of remote maintenance given and withdrawn, and years whose table was frozen. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const number = sql`i.year || '/' || lpad(i.number::text, GREATEST(2, length(i.number::text)), '0') || ' ' || i.subject`;
  const { rows } = await sql<{ organizationId: string; what: string; on: CivilDate; about: string; path: string }>`
    SELECT i.organization_id, CASE WHEN ${uncoveredSql} THEN 'uncovered' WHEN i.unagreed THEN 'unagreed' WHEN i.outcome = 'notGood' THEN 'notGood' ELSE 'done' END AS what, i."end" AS "on", ${number} AS about, 'interventions/' || i.id AS path
      FROM intervention i WHERE i.organization_id = ANY(${centres}) AND i."end" BETWEEN ${from} AND ${until}
    UNION ALL SELECT i.organization_id, 'refused', i.decided_on, ${number}, 'interventions/' || i.id FROM intervention i
      WHERE i.organization_id = ANY(${centres}) AND i.decision = 'refused' AND i.decided_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT a.organization_id, a.what, a."on", a.subject, 'interventions/maintenance/' || a.id FROM (
      SELECT m.organization_id, m.id, m.subject, 'maintenanceAgreed' AS what, GREATEST(m.adviser_on, m.it_head_on, m.controller_on) AS "on" FROM remote_maintenance m
        WHERE m.organization_id = ANY(${centres}) AND m.adviser_on IS NOT NULL AND m.it_head_on IS NOT NULL AND m.controller_on IS NOT NULL
      UNION ALL SELECT m.organization_id, m.id, m.subject, 'maintenanceWithdrawn', m.withdrawn_on FROM remote_maintenance m WHERE m.organization_id = ANY(${centres}) AND m.withdrawn_on IS NOT NULL) a
      WHERE a."on" BETWEEN ${from} AND ${until}
    UNION ALL SELECT y.organization_id, 'frozen', (y.frozen_at AT TIME ZONE 'Europe/Brussels')::date, y.year::text, 'interventions/tables' FROM intervention_year y
      WHERE y.organization_id = ANY(${centres}) AND (y.frozen_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN ${from} AND ${until}`.execute(tx);
  return rows.map(({ organizationId, what, on, about, path }) => ({ organizationId, room: 'interventions', kind: 'intervention', on, title: { key: what }, about, path, read: 'intervention.read' }));
};

type FactRow = {
  organizationId: string;
  ended: number;
  waiting: number;
  lastOn: CivilDate | null;
  power: CivilDate | null;
  powerGood: boolean | null;
  agreements: number;
  asked: number;
  uncovered: number;
  lacking: number;
};
/** What stands as evidence: a register that is kept and answered for, emergency power that was tested within six months (POL 1.6), and remote maintenance that is agreed and known (MES 2.10). One statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<FactRow>`
    SELECT o.id AS organization_id, r.*, m.*, p."end" AS power, p.outcome = 'good' AS power_good FROM unnest(${organizationIds}::uuid[]) o (id)
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE i."end" > ${addMonths(today, -12)}::date)::int AS ended, max(i."end") AS last_on,
      count(*) FILTER (WHERE ${uncoveredSql} AND i.start > ${addMonths(today, -12)}::date)::int AS uncovered,
      count(*) FILTER (WHERE ${gapsSql} AND i."end" > ${addMonths(today, -12)}::date)::int AS lacking,
      count(*) FILTER (WHERE ${toRatifySql} OR (${waitingSql} AND i.announced_on < ${today}::date - 14))::int AS waiting FROM intervention i WHERE i.organization_id = o.id) r
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE m.adviser_on IS NOT NULL AND m.it_head_on IS NOT NULL AND m.controller_on IS NOT NULL)::int AS agreements,
      count(*) FILTER (WHERE m.adviser_on IS NULL OR m.it_head_on IS NULL OR m.controller_on IS NULL)::int AS asked FROM remote_maintenance m
      WHERE m.organization_id = o.id AND m.withdrawn_on IS NULL AND (m."end" IS NULL OR m."end" >= ${today})) m
    LEFT JOIN LATERAL (SELECT i."end", i.outcome FROM intervention i WHERE i.organization_id = o.id AND i.nature = 'emergencyPowerTest' AND i."end" IS NOT NULL ORDER BY i."end" DESC, i.number DESC LIMIT 1) p ON true`.execute(
    tx,
  );
  return rows.flatMap(({ organizationId, ended, waiting, lastOn, power, powerGood, agreements, asked, uncovered, lacking }): LiveFact[] => {
    const until = power ? addMonths(power, 6) : undefined;
    const remote = uncovered > 0 ? ['uncovered', uncovered] : lacking > 0 ? ['lacking', lacking] : asked > 0 ? ['asked', asked] : agreements > 0 ? ['true', agreements] : ['none', 0];
    return [
      {
        organizationId,
        id: 'interventions.register',
        state: ended === 0 || waiting > 0 ? 'missing' : 'true',
        title: ended === 0 ? { key: 'register.none' } : waiting > 0 ? { key: 'register.waiting', values: { count: waiting } } : { key: 'register.true', values: { count: ended } },
        ...(ended > 0 && waiting === 0 && lastOn ? { on: lastOn } : {}),
        path: 'interventions',
      },
      {
        organizationId,
        id: 'interventions.emergencyPower',
        state: !power || !powerGood ? 'missing' : until! < today ? 'stale' : 'true',
        title: !power ? { key: 'power.none' } : { key: powerGood ? 'power.true' : 'power.notGood', values: { date: { date: power } } },
        ...(power && powerGood ? { on: power, until } : {}),
        path: 'interventions/checks',
      },
      {
        organizationId,
        id: 'interventions.remoteMaintenance',
        state: remote[0] === 'true' ? 'true' : 'missing',
        title: { key: `remote.${remote[0]}`, ...(remote[1] ? { values: { count: remote[1] as number } } : {}) },
        path: 'interventions/maintenance',
      },
    ];
  });
};

/** Interventions of a period, for the yearly report. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<InterventionYear> =>
  (
    await sql<InterventionYear>`SELECT count(*)::int AS done, count(*) FILTER (WHERE unagreed)::int AS unagreed, count(*) FILTER (WHERE remote)::int AS remote,
      count(*) FILTER (WHERE check_id IS NOT NULL)::int AS checks, count(*) FILTER (WHERE outcome = 'notGood')::int AS not_good
      FROM intervention WHERE organization_id = ${organizationId} AND "end" BETWEEN ${from} AND ${until}`.execute(tx)
  ).rows[0]!;

type Found = { organizationId: string; id: string; name: string; past: boolean };
const hitOf = ({ organizationId, id, name, past }: Found): Hit => ({ id, organizationId, title: name, ...(past ? { past } : {}), page: `interventions/${id}` });
const found = sql`organization_id, id, year || '/' || lpad(number::text, GREATEST(2, length(number::text)), '0') || ' ' || subject AS name, ("end" IS NOT NULL OR cancelled_on IS NOT NULL) AS past`;

/** Interventions by words of what they were; those that are over last. */
export const interventionFinder: Finder<Tx> = {
  group: 'interventions',
  action: 'intervention.read',
  find: async (tx, { words, centres }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`SELECT ${found}, count(*) OVER ()::int AS total FROM intervention
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, year DESC, number DESC, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } =
      await sql<Found>`SELECT ${found} FROM intervention WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(
        tx,
      );
    return rows.map(hitOf);
  },
};
