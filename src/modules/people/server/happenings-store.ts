import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { MandateKind } from '../mandate.ts';

/** Functions whose beginning and end are told to the council: those of security and privacy, which it decides upon, and the management's. */
export const toldKinds = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo', 'directorGeneral'] as const satisfies readonly MandateKind[];

type Row = { organizationId: string; on: string; what: 'taken' | 'ended'; kind: (typeof toldKinds)[number]; name: string; id: string };

/**
 * Mandates taken and ended. The council designates who advises it and hears their name; the director-general is told by the function alone,
 * and arrivals and departures of the staff are not told at all.
 */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Row>`
    SELECT m.organization_id, h.on, h.what, m.kind, p.first_name || ' ' || p.last_name AS name, m.id
    FROM mandate m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
    CROSS JOIN LATERAL (VALUES ('taken', m.start), ('ended', m."end")) h(what, "on")
    WHERE m.organization_id = ANY(${organizationIds}::uuid[]) AND m.kind = ANY(${[...toldKinds]}::text[]) AND h.on BETWEEN ${from} AND ${until}
    ORDER BY h.on, m.kind, m.id`.execute(tx);
  return rows.map(({ organizationId, on, what, kind, name, id }) => ({
    organizationId,
    room: 'people',
    kind: 'people',
    on,
    title: { key: `${what}.${kind}` },
    about: kind === 'directorGeneral' ? undefined : name,
    path: `people/mandates/${id}`,
    read: 'mandate.read',
  }));
};
