import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { PeopleYear } from '../year.ts';

const told = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo', 'directorGeneral', 'president'] as const;

/** What the registers of people say of a period, as it was on its last day by the days of contracts and mandates. */
export const yearFigures = async (tx: Tx, organizationId: string, { until }: Period): Promise<PeopleYear> => {
  const { rows } = await sql<PeopleYear>`
    SELECT (SELECT count(DISTINCT c.person_id)::int FROM contract c WHERE c.organization_id = ${organizationId} AND c.start <= ${until} AND (c."end" IS NULL OR c."end" >= ${until})) AS staff,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'name', p.first_name || ' ' || p.last_name, 'since', m.start, 'weeklyHours', m.weekly_hours)
          ORDER BY array_position(${[...told]}::text[], m.kind), m.start, m.id), '[]')
        FROM mandate m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
        WHERE m.organization_id = ${organizationId} AND m.kind = ANY(${[...told]}::text[]) AND m.start <= ${until} AND (m."end" IS NULL OR m."end" >= ${until})) AS officers`.execute(tx);
  return rows[0]!;
};
