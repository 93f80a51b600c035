import { sql } from 'kysely';
import { addMonths } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow, filledKinds } from '../duties.ts';
import { notifiedToAuthority, notifiedToFederalService } from '../mandate.ts';
import './tables.ts';

const name = sql`p.first_name || ' ' || p.last_name`;
const holder = sql`JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id`;

/**
 * What is due by the people of these centres, in one statement: what is late whenever it began, what is to come for a year. The mandates that
 * run are looked up once: each row that is read is compared with every centre of the scope.
 */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const filled = sql`${Object.keys(filledKinds)}::text[]`;
  const horizon = sql`${addMonths(today, 12)}::date`;
  const { rows } = await sql<DutyRow>`
    WITH centre AS MATERIALIZED (SELECT id, followed_since FROM organization WHERE id = ANY(${organizationIds}::uuid[])),
    running AS MATERIALIZED (SELECT m.* FROM centre c JOIN mandate m ON m.organization_id = c.id
      WHERE m.kind = ANY(${[...new Set([...Object.keys(filledKinds), ...notifiedToFederalService])]}::text[]) AND (m."end" IS NULL OR m."end" >= ${today}::date)),
    vacant AS MATERIALIZED (SELECT c.id, k.kind FROM centre c CROSS JOIN unnest(${filled}) k(kind)
      WHERE NOT EXISTS (SELECT FROM running m WHERE m.organization_id = c.id AND m.kind = k.kind AND m.start <= ${today}::date))
    SELECT v.id AS organization_id, 'vacant' AS what, v.id, v.kind, last."end" AS date, NULL AS name FROM vacant v
      CROSS JOIN LATERAL (SELECT max(m."end") AS "end" FROM mandate m WHERE m.organization_id = v.id AND m.kind = v.kind AND m."end" < ${today}::date) last
      WHERE v.kind <> 'deputyAdviser' OR last."end" IS NOT NULL
    UNION ALL SELECT m.organization_id, 'ending', m.id, m.kind, m."end", ${name} FROM running m ${holder}
      WHERE m.kind = ANY(${filled}) AND m.start <= ${today}::date AND m."end" <= ${horizon}
        AND NOT EXISTS (SELECT FROM running n WHERE n.organization_id = m.organization_id AND n.kind = m.kind AND n.id <> m.id AND n.start <= m."end" + 1 AND (n."end" IS NULL OR n."end" > m."end"))
    UNION ALL SELECT m.organization_id, due.what, m.id, m.kind, COALESCE(m.decided_on, m.start), ${name} FROM running m ${holder}
      JOIN unnest(ARRAY['undecided', 'federalNotice', 'authorityNotice']) due(what) ON CASE due.what
        WHEN 'undecided' THEN m.decided_on IS NULL
        WHEN 'federalNotice' THEN m.decided_on IS NOT NULL AND m.federal_service_notified_on IS NULL
        ELSE m.kind = ANY(${notifiedToAuthority}::text[]) AND m.decided_on IS NOT NULL AND m.authority_notified_on IS NULL END
      WHERE m.kind = ANY(${notifiedToFederalService}::text[])
    UNION ALL SELECT y.organization_id, CASE WHEN y.sent_on IS NULL THEN 'candidacyUnsent' ELSE 'candidacySent' END, y.id, y.function, COALESCE(y.sent_on, m.decided_on), ${name}
      FROM centre c JOIN candidacy y ON y.organization_id = c.id JOIN person p ON p.organization_id = y.organization_id AND p.id = y.person_id
      LEFT JOIN LATERAL (SELECT min(m.decided_on) AS decided_on FROM running m WHERE m.organization_id = y.organization_id AND m.person_id = y.person_id AND m.kind = y.function) m ON true
      WHERE y.outcome = 'pending' AND COALESCE(y.sent_on, m.decided_on) IS NOT NULL
    UNION ALL SELECT s.organization_id, CASE WHEN s.head_id IS NULL THEN 'headless' ELSE 'headGone' END, s.id, s.kind, gone.last, s.name FROM centre c JOIN service s ON s.organization_id = c.id
      LEFT JOIN LATERAL (SELECT max(k."end") AS last, bool_or(k."end" IS NULL OR k."end" >= ${today}::date) AS here FROM contract k
        WHERE k.organization_id = s.organization_id AND k.person_id = s.head_id AND s.head_id IS NOT NULL) gone ON s.head_id IS NOT NULL
      WHERE s.head_id IS NULL OR NOT gone.here
    UNION ALL SELECT k.organization_id, 'departure', k.id, k.kind, k."end", ${name} FROM centre c JOIN contract k ON k.organization_id = c.id
      JOIN person p ON p.organization_id = k.organization_id AND p.id = k.person_id
      WHERE k."end" BETWEEN c.followed_since AND ${horizon} AND k.accounts_closed_on IS NULL
        AND NOT EXISTS (SELECT FROM contract n WHERE n.organization_id = k.organization_id AND n.person_id = k.person_id AND n.id <> k.id AND n.start <= k."end" + 1 AND (n."end" IS NULL OR n."end" > k."end"))
        AND NOT EXISTS (SELECT FROM movement v WHERE v.organization_id = k.organization_id AND v.contract_id = k.id AND v.kind = 'departure' AND v.state <> 'cancelled')`.execute(tx);
  return duties(rows, asking);
};
