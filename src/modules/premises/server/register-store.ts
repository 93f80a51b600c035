import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { PremisesFacts } from '../register.ts';
import type { PremisesYear } from '../year.ts';
import { wantSql } from './key-store.ts';

/** Who holds the right to enter a zone that day, by name, of all the zones of a centre. One statement. */
export const registerHolders = async (tx: Tx, organizationId: string, day: CivilDate): Promise<PremisesFacts['holders']> => {
  const { rows } = await sql<PremisesFacts['holders'][number]>`
    SELECT DISTINCT ON (z.id, p.last_name COLLATE names, p.first_name COLLATE names, p.id) z.id AS zone_id, p.first_name || ' ' || p.last_name AS person_name, coalesce(e.hours, 'service') AS hours
    FROM zone z JOIN access_grant g ON g.organization_id = z.organization_id AND g.resource_id = z.resource_id AND g.start <= ${day}::date AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date
    JOIN person p ON p.organization_id = g.organization_id AND p.id = g.person_id
    LEFT JOIN zone_entry e ON e.organization_id = z.organization_id AND e.zone_id = z.id AND e.person_id = p.id
    WHERE z.organization_id = ${organizationId}
    ORDER BY z.id, p.last_name COLLATE names, p.first_name COLLATE names, p.id`.execute(tx);
  return rows;
};

/** The keys, badges and codes in use with the zones that they open. */
export const registerKeys = async (tx: Tx, organizationId: string, day: CivilDate): Promise<PremisesFacts['keys']> => {
  const { rows } = await sql<PremisesFacts['keys'][number]>`
    SELECT k.id, k.kind, k.name, k.changed_on,
      ARRAY(SELECT z.name FROM premises_key_zone kz JOIN zone z ON z.organization_id = kz.organization_id AND z.id = kz.zone_id
        WHERE kz.organization_id = k.organization_id AND kz.key_id = k.id ORDER BY z.position, z.name COLLATE names) AS zones
    FROM premises_key k WHERE k.organization_id = ${organizationId} AND (k.retired_on IS NULL OR k.retired_on >= ${day}::date) ORDER BY k.name COLLATE names, k.id`.execute(tx);
  return rows;
};

/** Each copy of them that is not gone: where it is, who has it, and what is to be done about it. */
export const registerCopies = async (tx: Tx, organizationId: string, day: CivilDate): Promise<PremisesFacts['copies']> => {
  const { rows } = await sql<PremisesFacts['copies'][number]>`
    SELECT c.key_id, c.mark, c.state, c.kept_where, p.first_name || ' ' || p.last_name AS person_name, c.since, ${wantSql(day)} AS want
    FROM key_copy c JOIN premises_key k ON k.organization_id = c.organization_id AND k.id = c.key_id
    LEFT JOIN access_grant g ON g.organization_id = c.organization_id AND g.id = c.grant_id
    LEFT JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id AND c.state = 'held'
    WHERE c.organization_id = ${organizationId} AND c.state <> 'gone' ORDER BY c.mark COLLATE names NULLS LAST, c.id`.execute(tx);
  return rows;
};

/** What a year says of the premises, in numbers; visitors count after their names have gone. One statement. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<PremisesYear> => {
  const start = sql`${from}::date::timestamp AT TIME ZONE 'Europe/Brussels'`;
  const end = sql`(${until}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'`;
  const { rows } = await sql<PremisesYear>`
    SELECT (SELECT count(*)::int FROM passage p WHERE p.organization_id = o.id AND p.entered_at >= ${start} AND p.entered_at < ${end}) AS passages,
      (SELECT count(*)::int FROM passage p WHERE p.organization_id = o.id AND p.entered_at >= ${start} AND p.entered_at < ${end} AND p.name IS NOT NULL) AS outsiders,
      (SELECT count(*)::int FROM visitor v WHERE v.organization_id = o.id AND v.arrived_at >= ${start} AND v.arrived_at < ${end}) AS visitors,
      (SELECT count(*)::int FROM desk_round r WHERE r.organization_id = o.id AND r.held_on BETWEEN ${from} AND ${until}) AS rounds,
      (SELECT count(*)::int FROM desk_round r, jsonb_array_elements(r.findings) f WHERE r.organization_id = o.id AND r.held_on BETWEEN ${from} AND ${until} AND f ->> 'good' = 'false') AS findings,
      (SELECT count(*)::int FROM (SELECT DISTINCT ON (f ->> 'zoneId', f ->> 'topic') f ->> 'good' AS good FROM desk_round r, jsonb_array_elements(r.findings) f
        WHERE r.organization_id = o.id AND r.held_on <= ${until} ORDER BY f ->> 'zoneId', f ->> 'topic', r.held_on DESC, r.id DESC) last WHERE last.good = 'false') AS findings_open,
      c.checks, c.checks_in_time,
      (SELECT count(*)::int FROM key_move m WHERE m.organization_id = o.id AND m.what = 'lost' AND m.moved_on BETWEEN ${from} AND ${until}) AS lost
    FROM (SELECT ${organizationId}::uuid AS id) o, LATERAL (
      SELECT count(*)::int AS checks, count(*) FILTER (WHERE d."end" <= d.due)::int AS checks_in_time FROM (
        SELECT i."end", coalesce((lag(i."end") OVER (PARTITION BY r.id ORDER BY i."end", i.id) + make_interval(months => r.every_amount))::date, r.first_on) AS due
        FROM recurring_check r JOIN intervention i ON i.organization_id = r.organization_id AND i.check_id = r.id AND i."end" IS NOT NULL
        WHERE r.organization_id = o.id AND r.origin_kind = 'protection' AND r.every_unit = 'month') d WHERE d."end" BETWEEN ${from} AND ${until}) c`.execute(tx);
  return rows[0]!;
};
