import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

type Held = { on: CivilDate; notifiedOn: CivilDate | null };
type Row = { organizationId: string; adviser: Held | null; deputy: Held | null; dpo: Held | null; services: number; headed: number };

/** Whether the functions of security are held and made known, and every service has a head, in one statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const held = (kind: string) => sql`(SELECT jsonb_build_object('on', COALESCE(m.decided_on, m.start), 'notifiedOn', m.federal_service_notified_on) FROM mandate m
    WHERE m.organization_id = centre.id AND m.kind = ${kind} AND m.start <= ${today}::date AND (m."end" IS NULL OR m."end" >= ${today}::date) ORDER BY m.start DESC, m.id LIMIT 1)`;
  const { rows } = await sql<Row>`
    SELECT centre.id AS organization_id, ${held('adviser')} AS adviser, ${held('deputyAdviser')} AS deputy, ${held('dpo')} AS dpo, s.services, s.headed
    FROM unnest(${organizationIds}::uuid[]) centre(id)
    CROSS JOIN LATERAL (SELECT count(*)::int AS services, count(*) FILTER (WHERE s.head_id IS NOT NULL AND COALESCE((SELECT bool_or(k."end" IS NULL OR k."end" >= ${today}::date)
      FROM contract k WHERE k.organization_id = s.organization_id AND k.person_id = s.head_id), true))::int AS headed
      FROM service s WHERE s.organization_id = centre.id) s`.execute(tx);
  return rows.flatMap(factsOf);
};

const factsOf = ({ organizationId, adviser, deputy, dpo, services, headed }: Row): LiveFact[] => {
  const appointed = (name: string, mandate: Held | null): LiveFact => ({
    organizationId,
    id: `people.${name}`,
    path: 'people/mandates',
    ...(mandate ? { state: 'true', title: { key: `${name}.true`, values: { date: { date: mandate.on } } }, on: mandate.on } : { state: 'missing', title: { key: `${name}.missing` } }),
  });
  const notified = adviser?.notifiedOn ?? undefined;
  const whole = services > 0 && headed === services;
  return [
    appointed('adviserAppointed', adviser),
    appointed('deputyAppointed', deputy),
    appointed('dpoAppointed', dpo),
    {
      organizationId,
      id: 'people.adviserNotified',
      path: 'people/mandates',
      ...(notified ? { state: 'true', title: { key: 'adviserNotified.true', values: { date: { date: notified } } }, on: notified } : { state: 'missing', title: { key: 'adviserNotified.missing' } }),
    },
    {
      organizationId,
      id: 'people.servicesHeaded',
      path: 'people/services',
      state: whole ? 'true' : 'missing',
      title: services === 0 ? { key: 'servicesHeaded.none' } : { key: whole ? 'servicesHeaded.true' : 'servicesHeaded.missing', values: { headed, services } },
    },
  ];
};
