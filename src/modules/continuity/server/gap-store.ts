import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

/** A server, or a computer that stands alone, that no backup of the centre names. */
export type Uncovered = { id: string; name: string; kind: 'server' | 'computer' };
/** What of a centre is not backed up: those, and paper where no backup is of paper. */
export type Gaps = { organizationId: string; plans: number; uncovered: Uncovered[]; paper: boolean };

/** What no backup covers in these centres that day (POL 1.6: servers and each computer that stands alone; MES 2.8: paper too); not what makes the backups. One statement. */
export const gapsOf = async (tx: Tx, organizationIds: readonly string[], day: CivilDate): Promise<Gaps[]> =>
  (
    await sql<Gaps>`
      SELECT c.id AS organization_id, p.plans, p.paper, COALESCE(u.uncovered, '[]') AS uncovered FROM unnest(${organizationIds}::uuid[]) c (id)
      CROSS JOIN LATERAL (SELECT count(*)::int AS plans, COALESCE(bool_or(p.kind = 'paper'), false) AS paper FROM backup_plan p
        WHERE p.organization_id = c.id AND (p.ended_on IS NULL OR p.ended_on >= ${day}::date)) p
      CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind) ORDER BY r.name COLLATE names) AS uncovered FROM resource r
        WHERE r.organization_id = c.id AND r.kind IN ('server', 'computer') AND r.catalogue_id IS DISTINCT FROM 'backupSystem' AND (r.retired_on IS NULL OR r.retired_on > ${day}::date)
          AND NOT EXISTS (SELECT FROM backup_plan p WHERE p.organization_id = r.organization_id AND p.resource_id = r.id AND (p.ended_on IS NULL OR p.ended_on >= ${day}::date))) u`.execute(tx)
  ).rows;
