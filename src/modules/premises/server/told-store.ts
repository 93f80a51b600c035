import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';
import { guardedRisks } from '../zone.ts';
import { wantSql } from './key-store.ts';
import { staleSheets } from './sheet-store.ts';

const guarded = sql`ANY(${[...guardedRisks]}::text[])`;

/** What is due by the premises of these centres. One statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const ids = sql`ANY(${organizationIds}::uuid[])`;
  const { rows } = await sql<DutyRow>`
    WITH copies AS (
      SELECT c.organization_id, k.id, k.name, c.state, ${wantSql(today)} AS want, CASE WHEN c.state = 'lost' THEN c.since ELSE LEAST(g.until, g.ended_on) END AS date
      FROM key_copy c JOIN premises_key k ON k.organization_id = c.organization_id AND k.id = c.key_id LEFT JOIN access_grant g ON g.organization_id = c.organization_id AND g.id = c.grant_id
      WHERE c.organization_id = ${ids} AND c.state IN ('lost', 'held'))
    SELECT organization_id, CASE WHEN want = 'recover' THEN 'back' WHEN state = 'lost' THEN 'lost' ELSE 'code' END AS what, id, name AS about, min(date) AS date, count(*)::int AS count
      FROM copies WHERE want IS NOT NULL GROUP BY 1, 2, 3, 4
    UNION ALL SELECT v.organization_id, 'visitors', v.organization_id, NULL, min((v.arrived_at AT TIME ZONE 'Europe/Brussels')::date), count(*)::int FROM visitor v
      WHERE v.organization_id = ${ids} AND v.left_at IS NULL AND NOT v.left_unseen AND v.arrived_at < ${today}::date::timestamp AT TIME ZONE 'Europe/Brussels' GROUP BY 1
    UNION ALL SELECT z.organization_id, 'unheld', z.id, z.name, NULL, 1 FROM zone z WHERE z.organization_id = ${ids} AND z.risk = ${guarded} AND z.resource_id IS NULL
      AND (z.retired_on IS NULL OR z.retired_on >= ${today}::date)
    UNION ALL SELECT z.organization_id, 'rounds', z.organization_id, NULL, (SELECT max(r.held_on) FROM desk_round r WHERE r.organization_id = z.organization_id), 1 FROM zone z
      WHERE z.organization_id = ${ids} AND z.kind = 'office' AND (z.retired_on IS NULL OR z.retired_on >= ${today}::date) GROUP BY 1
    UNION ALL SELECT h.organization_id, 'sheets', h.organization_id, NULL, ${today}::date, h.stale FROM (${staleSheets(ids, today)}) h WHERE h.stale > 0`.execute(tx);
  return duties(rows, asking);
};

/** What stands as evidence: zones by risk, who may enter the guarded ones, keys accounted for, passages noted, protections, a round in the year. One statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{
    organizationId: string;
    zones: number;
    guarded: number;
    unheld: number;
    keys: number;
    loose: number;
    passages: number;
    protections: number;
    rounds: number;
    sheets: number;
    stale: number;
  }>`
    SELECT o.id AS organization_id,
      (SELECT count(*)::int FROM zone z WHERE z.organization_id = o.id AND (z.retired_on IS NULL OR z.retired_on >= ${today}::date)) AS zones,
      (SELECT count(*)::int FROM zone z WHERE z.organization_id = o.id AND z.risk = ${guarded} AND (z.retired_on IS NULL OR z.retired_on >= ${today}::date)) AS guarded,
      (SELECT count(*)::int FROM zone z WHERE z.organization_id = o.id AND z.risk = ${guarded} AND z.resource_id IS NULL AND (z.retired_on IS NULL OR z.retired_on >= ${today}::date)) AS unheld,
      (SELECT count(*)::int FROM key_copy c WHERE c.organization_id = o.id AND c.state <> 'gone') AS keys,
      (SELECT count(*)::int FROM key_copy c JOIN premises_key k ON k.organization_id = c.organization_id AND k.id = c.key_id
        LEFT JOIN access_grant g ON g.organization_id = c.organization_id AND g.id = c.grant_id WHERE c.organization_id = o.id AND ${wantSql(today)} IS NOT NULL) AS loose,
      (SELECT count(*)::int FROM passage p WHERE p.organization_id = o.id AND p.entered_at >= (${today}::date - 365)) AS passages,
      (SELECT count(*)::int FROM protection p WHERE p.organization_id = o.id AND (p.retired_on IS NULL OR p.retired_on > ${today}::date)) AS protections,
      (SELECT count(*)::int FROM desk_round r WHERE r.organization_id = o.id AND r.held_on > (${today}::date - interval '1 year')) AS rounds,
      coalesce(h.hanging, 0) AS sheets, coalesce(h.stale, 0) AS stale
    FROM unnest(${organizationIds}::uuid[]) o(id) LEFT JOIN (${staleSheets(sql`ANY(${organizationIds}::uuid[])`, today)}) h ON h.organization_id = o.id`.execute(tx);
  return rows.flatMap(({ organizationId, zones, guarded: closed, unheld, keys, loose, passages, protections, rounds, sheets, stale }): LiveFact[] => {
    const fact = (id: string, all: number, open: number, path: string): LiveFact => ({
      organizationId,
      id: `premises.${id}`,
      state: all > 0 && open === 0 ? 'true' : 'missing',
      title: { key: `${id}.${all === 0 ? 'none' : open === 0 ? 'true' : 'missing'}`, values: { count: open === 0 ? all : open } },
      path,
    });
    return [
      fact('zones', zones, 0, 'premises'),
      fact('entry', closed, unheld, 'premises?risk=critical'),
      fact('keys', keys, loose, 'premises/keys'),
      fact('passages', passages, 0, 'premises/passages'),
      fact('protections', protections, 0, 'premises/protections'),
      fact('rounds', rounds, 0, 'premises/rounds'),
      fact('sheets', sheets, stale, 'premises/sheets'),
    ];
  });
};

/** Rounds made, keys lost, locks and codes changed. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const ids = sql`ANY(${organizationIds}::uuid[])`;
  const { rows } = await sql<{ organizationId: string; what: string; on: CivilDate; about: string | null; path: string }>`
    SELECT r.organization_id, CASE WHEN EXISTS (SELECT FROM jsonb_array_elements(r.findings) f WHERE f ->> 'good' = 'false') THEN 'roundWanting' ELSE 'round' END AS what, r.held_on AS "on",
      NULL AS about, 'premises/rounds/' || r.id AS path FROM desk_round r WHERE r.organization_id = ${ids} AND r.held_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT m.organization_id, 'keyLost', m.moved_on, k.name, 'premises/keys/' || k.id FROM key_move m JOIN key_copy c ON c.organization_id = m.organization_id AND c.id = m.copy_id
      JOIN premises_key k ON k.organization_id = c.organization_id AND k.id = c.key_id WHERE m.organization_id = ${ids} AND m.what = 'lost' AND m.moved_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT k.organization_id, 'changed', k.changed_on, k.name, 'premises/keys/' || k.id FROM premises_key k WHERE k.organization_id = ${ids} AND k.changed_on BETWEEN ${from} AND ${until}`.execute(
    tx,
  );
  return rows.map(({ organizationId, what, on, about, path }) => ({
    organizationId,
    room: 'premises',
    kind: 'access',
    on,
    title: { key: what },
    ...(about ? { about } : {}),
    path,
    read: 'premises.read',
  }));
};
