import { sql } from 'kysely';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';

type Told = { organizationId: string; what: 'opened' | 'resealed' | 'looked'; on: CivilDate; count: number; about: string | null; path: string };

/** Openings of sealed ways in, and their end; looks into what somebody absent keeps, by their number alone: one statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const day = (column: string) => sql`(${sql.ref(column)} AT TIME ZONE 'Europe/Brussels')::date`;
  const { rows } = await sql<Told>`
    SELECT o.organization_id, h.what, h."on", 1 AS count, r.name AS about, 'emergency/' || o.envelope_id AS path
      FROM emergency_opening o JOIN emergency_envelope v ON v.organization_id = o.organization_id AND v.id = o.envelope_id JOIN resource r ON r.organization_id = v.organization_id AND r.id = v.resource_id
      CROSS JOIN LATERAL (VALUES ('opened', ${day('o.opened_at')}), ('resealed', o.resealed_on)) h (what, "on")
      WHERE o.organization_id = ANY(${centres}) AND h."on" BETWEEN ${from} AND ${until}
    UNION ALL SELECT a.organization_id, 'looked', ${day('a.looked_until')}, count(*)::int, NULL, 'emergency' FROM absent_access a
      WHERE a.organization_id = ANY(${centres}) AND ${day('a.looked_until')} BETWEEN ${from} AND ${until} GROUP BY a.organization_id, ${day('a.looked_until')}
    ORDER BY 3, 2`.execute(tx);
  return rows.map(({ organizationId, what, on, count, about, path }) => ({
    organizationId,
    room: 'emergency',
    kind: 'access',
    on,
    title: { key: what, values: { count } },
    about: about ?? undefined,
    path,
    read: what === 'looked' ? 'absent.read' : 'emergency.read',
  }));
};

type FactRow = { organizationId: string; envelopes: number; open: number; oldest: CivilDate | null };

/** Whether emergency access is sealed, whole and looked at within the year. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<FactRow>`
    SELECT o.id AS organization_id, count(v.id)::int AS envelopes, count(n.id)::int AS open,
      min(GREATEST(v.sealed_on, (SELECT max(c.checked_on) FROM emergency_check c WHERE c.organization_id = v.organization_id AND c.envelope_id = v.id AND c.intact AND c.checked_on <= ${today}::date))) AS oldest
    FROM unnest(${organizationIds}::uuid[]) o (id) LEFT JOIN emergency_envelope v ON v.organization_id = o.id AND v.retired_on IS NULL AND v.sealed_on <= ${today}::date
    LEFT JOIN emergency_opening n ON n.organization_id = v.organization_id AND n.envelope_id = v.id AND n.resealed_on IS NULL GROUP BY o.id`.execute(tx);
  return rows.map(({ organizationId, envelopes, open, oldest }): LiveFact => {
    const base = { organizationId, id: 'emergency.sealed', path: 'emergency' };
    if (!oldest) return { ...base, state: 'missing', title: { key: 'sealed.missing' } };
    const until = addMonths(oldest, 12);
    if (open > 0) return { ...base, state: 'stale', title: { key: 'sealed.open', values: { open } }, on: oldest };
    return { ...base, state: until >= today ? 'true' : 'stale', title: { key: until >= today ? 'sealed.true' : 'sealed.stale', values: { envelopes, date: { date: oldest } } }, on: oldest, until };
  });
};
