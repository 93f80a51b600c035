import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

/** A server, or a computer that stands alone, that no backup of the centre names; `endedOn` is when the last that did was over. */
export type Uncovered = { id: string; name: string; kind: 'server' | 'computer'; endedOn: CivilDate | null };
/** What of a centre is not backed up: those, and paper where no backup is of paper; and the backup that was entered first. */
export type Gaps = { organizationId: string; plans: number; firstId: string | null; uncovered: Uncovered[]; paper: boolean };

/** What no backup covers in these centres that day (POL 1.6: servers and each computer that stands alone; MES 2.8: paper too); not what makes the backups. One statement. */
export const gapsOf = async (tx: Tx, organizationIds: readonly string[], day: CivilDate): Promise<Gaps[]> =>
  (
    await sql<Gaps>`
      SELECT c.id AS organization_id, p.plans, p.paper, (SELECT min(f.id::text) FROM backup_plan f WHERE f.organization_id = c.id) AS first_id, COALESCE(u.uncovered, '[]') AS uncovered
      FROM unnest(${organizationIds}::uuid[]) c (id)
      CROSS JOIN LATERAL (SELECT count(*)::int AS plans, COALESCE(bool_or(p.kind = 'paper'), false) AS paper FROM backup_plan p
        WHERE p.organization_id = c.id AND (p.ended_on IS NULL OR p.ended_on >= ${day}::date)) p
      CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'endedOn', k.ended_on) ORDER BY r.name COLLATE names) AS uncovered FROM resource r
        CROSS JOIN LATERAL (SELECT COALESCE(bool_or(p.ended_on IS NULL OR p.ended_on >= ${day}::date), false) AS covered, max(p.ended_on) AS ended_on FROM backup_plan p
          WHERE p.organization_id = r.organization_id AND (p.resource_id = r.id OR p.covered_ids ? r.id::text)) k
        WHERE r.organization_id = c.id AND r.kind IN ('server', 'computer') AND r.catalogue_id IS DISTINCT FROM 'backupSystem' AND (r.retired_on IS NULL OR r.retired_on > ${day}::date)
          AND NOT k.covered) u`.execute(tx)
  ).rows;
