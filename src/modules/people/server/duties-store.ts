import { sql } from 'kysely';
import { addMonths } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow, filledKinds } from '../duties.ts';
import { notifiedToAuthority, notifiedToFederalService } from '../mandate.ts';
import './tables.ts';

const name = sql`p.first_name || ' ' || p.last_name`;
const holder = sql`JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id`;

/** What is due by the people of these centres, in one statement: what is late whenever it began, what is to come for a year. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const centres = sql`${organizationIds}::uuid[]`;
  const filled = sql`${Object.keys(filledKinds)}::text[]`;
  const horizon = sql`${addMonths(today, 12)}::date`;
  const running = sql`(m."end" IS NULL OR m."end" >= ${today}::date)`;
  const { rows } = await sql<DutyRow>`
    SELECT c.id AS organization_id, 'vacant' AS what, c.id, k.kind, last."end" AS date, NULL AS name
      FROM organization c CROSS JOIN unnest(${filled}) k(kind)
      CROSS JOIN LATERAL (SELECT max(m."end") AS "end" FROM mandate m WHERE m.organization_id = c.id AND m.kind = k.kind AND m."end" < ${today}::date) last
      WHERE c.id = ANY(${centres}) AND (k.kind <> 'deputyAdviser' OR last."end" IS NOT NULL)
        AND NOT EXISTS (SELECT FROM mandate m WHERE m.organization_id = c.id AND m.kind = k.kind AND m.start <= ${today}::date AND ${running})
    UNION ALL SELECT m.organization_id, 'ending', m.id, m.kind, m."end", ${name} FROM mandate m ${holder}
      WHERE m.organization_id = ANY(${centres}) AND m.kind = ANY(${filled}) AND m.start <= ${today}::date AND m."end" BETWEEN ${today}::date AND ${horizon}
        AND NOT EXISTS (SELECT FROM mandate n WHERE n.organization_id = m.organization_id AND n.kind = m.kind AND n.id <> m.id AND n.start <= m."end" + 1 AND (n."end" IS NULL OR n."end" > m."end"))
    UNION ALL SELECT m.organization_id, due.what, m.id, m.kind, COALESCE(m.decided_on, m.start), ${name} FROM mandate m ${holder}
      JOIN unnest(ARRAY['undecided', 'federalNotice', 'authorityNotice']) due(what) ON CASE due.what
        WHEN 'undecided' THEN m.decided_on IS NULL
        WHEN 'federalNotice' THEN m.decided_on IS NOT NULL AND m.federal_service_notified_on IS NULL
        ELSE m.kind = ANY(${notifiedToAuthority}::text[]) AND m.decided_on IS NOT NULL AND m.authority_notified_on IS NULL END
      WHERE m.organization_id = ANY(${centres}) AND m.kind = ANY(${notifiedToFederalService}::text[]) AND ${running}
    UNION ALL SELECT y.organization_id, CASE WHEN y.sent_on IS NULL THEN 'candidacyUnsent' ELSE 'candidacySent' END, y.id, y.function, COALESCE(y.sent_on, m.decided_on), ${name}
      FROM candidacy y JOIN person p ON p.organization_id = y.organization_id AND p.id = y.person_id
      LEFT JOIN LATERAL (SELECT min(m.decided_on) AS decided_on FROM mandate m WHERE m.organization_id = y.organization_id AND m.person_id = y.person_id AND m.kind = y.function AND ${running}) m ON true
      WHERE y.organization_id = ANY(${centres}) AND y.outcome = 'pending' AND COALESCE(y.sent_on, m.decided_on) IS NOT NULL
    UNION ALL SELECT s.organization_id, CASE WHEN s.head_id IS NULL THEN 'headless' ELSE 'headGone' END, s.id, s.kind, gone.last, s.name FROM service s
      LEFT JOIN LATERAL (SELECT max(k."end") AS last, bool_or(k."end" IS NULL OR k."end" >= ${today}::date) AS here FROM contract k
        WHERE k.organization_id = s.organization_id AND k.person_id = s.head_id) gone ON s.head_id IS NOT NULL
      WHERE s.organization_id = ANY(${centres}) AND (s.head_id IS NULL OR NOT gone.here)
    UNION ALL SELECT k.organization_id, 'departure', k.id, k.kind, k."end", ${name} FROM organization c JOIN contract k ON k.organization_id = c.id
      JOIN person p ON p.organization_id = k.organization_id AND p.id = k.person_id
      WHERE c.id = ANY(${centres}) AND k."end" BETWEEN c.followed_since AND ${horizon} AND k.accounts_closed_on IS NULL
        AND NOT EXISTS (SELECT FROM contract n WHERE n.organization_id = k.organization_id AND n.person_id = k.person_id AND n.id <> k.id AND n.start <= k."end" + 1 AND (n."end" IS NULL OR n."end" > k."end"))`.execute(
    tx,
  );
  return duties(rows, asking);
};
