import { sql } from 'kysely';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { MovementKind } from '../movement.ts';
import './tables.ts';

/** How far ahead the contracts are looked at, in days: who comes or leaves in a month is prepared for now. */
const ahead = 31;

export type EventRow = {
  organizationId: string;
  kind: MovementKind;
  contractId: string;
  personId: string;
  personName: string;
  function: string;
  contractKind: string;
  serviceName: string | null;
  day: CivilDate;
  until: CivilDate | null;
  suspensionId: string | null;
};

/**
 * What the contracts of these centres say that has no case, since the day from which each is followed, and for a month ahead: somebody who comes, or
 * whose next contract is of another function or service; a suspension; the end of the last of contracts that follow one another, unless the accounts
 * were closed; a suspension that ended without its return. One statement, the latest first. Contracts are read once and each knows the days of its
 * person's others: a join of what was read with itself compares every two of them, since nothing is known of its size.
 */
export const eventsWithoutCase = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<EventRow[]> => {
  const until = addDays(today, ahead);
  const { rows } = await sql<EventRow>`
    WITH centre AS MATERIALIZED (SELECT id, followed_since FROM organization WHERE id = ANY(${organizationIds}::uuid[])),
    near AS MATERIALIZED (SELECT k.*, c.followed_since, array_agg(k.start) OVER others AS starts, array_agg(k."end") OVER others AS ends,
        array_agg(k.function) OVER others AS functions, array_agg(k.service_id) OVER others AS services
      FROM centre c JOIN contract k ON k.organization_id = c.id WHERE k."end" IS NULL OR k."end" >= c.followed_since - 1
      WINDOW others AS (PARTITION BY k.organization_id, k.person_id ORDER BY k."end", k.id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
    event AS (
      SELECT k.organization_id, CASE WHEN before.at IS NULL THEN 'arrival' ELSE 'change' END AS kind, k.id AS contract_id, k.person_id, k.function, k.kind AS contract_kind, k.service_id, k.start AS day,
          NULL::date AS until, NULL::uuid AS suspension_id
        FROM near k CROSS JOIN LATERAL (SELECT array_position(k.ends, k.start - 1) AS at) before
        WHERE k.start BETWEEN k.followed_since AND ${until}::date
          AND (before.at IS NULL OR k.functions[before.at] <> k.function OR k.services[before.at] IS DISTINCT FROM k.service_id)
          AND k.id NOT IN (SELECT m.contract_id FROM movement m WHERE m.organization_id = ANY(${organizationIds}::uuid[]) AND m.contract_id IS NOT NULL AND m.kind IN ('arrival', 'change') AND m.resumes_id IS NULL)
      UNION ALL SELECT k.organization_id, 'departure', k.id, k.person_id, k.function, k.kind, k.service_id, k."end", NULL, NULL FROM near k
        WHERE k."end" BETWEEN k.followed_since AND ${until}::date AND (k.accounts_closed_on IS NULL OR k."end" >= ${today}::date)
          AND k."end" + 1 <> ALL (k.starts)
          AND NOT EXISTS (SELECT FROM movement m WHERE m.organization_id = k.organization_id AND m.contract_id = k.id AND m.kind = 'departure' AND m.state <> 'cancelled')
      UNION ALL SELECT k.organization_id, 'suspension', k.id, k.person_id, k.function, k.kind, k.service_id, (s ->> 'start')::date, (s ->> 'end')::date, NULL
        FROM near k CROSS JOIN jsonb_array_elements(k.suspensions) s
        WHERE (s ->> 'start')::date <= ${until}::date AND COALESCE((s ->> 'end')::date, 'infinity') >= ${today}::date AND (s ->> 'start')::date >= k.followed_since
          AND NOT EXISTS (SELECT FROM movement m WHERE m.organization_id = k.organization_id AND m.contract_id = k.id AND m.kind = 'suspension' AND m.day = (s ->> 'start')::date AND m.state <> 'cancelled')
      UNION ALL SELECT k.organization_id, 'arrival', k.id, k.person_id, k.function, k.kind, k.service_id, (s ->> 'end')::date + 1, NULL, m.id
        FROM near k CROSS JOIN jsonb_array_elements(k.suspensions) s
        JOIN movement m ON m.organization_id = k.organization_id AND m.contract_id = k.id AND m.kind = 'suspension' AND m.day = (s ->> 'start')::date AND m.state <> 'cancelled'
        WHERE (s ->> 'end')::date BETWEEN k.followed_since AND ${until}::date - 1
          AND NOT EXISTS (SELECT FROM movement r WHERE r.organization_id = k.organization_id AND r.resumes_id = m.id AND r.state <> 'cancelled'))
    SELECT e.organization_id, e.kind, e.contract_id, e.person_id, p.first_name || ' ' || p.last_name AS person_name, e.function, e.contract_kind, s.name AS service_name, e.day, e.until, e.suspension_id
    FROM event e JOIN person p ON p.organization_id = e.organization_id AND p.id = e.person_id LEFT JOIN service s ON s.organization_id = e.organization_id AND s.id = e.service_id
    ORDER BY e.day DESC, e.contract_id, e.kind`.execute(tx);
  return rows;
};
