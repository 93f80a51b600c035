import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';

type Row = { organizationId: string; startsOn: CivilDate | null; asked: number; confirmed: number };

/** Whether everybody whom the security policy was published to has confirmed it, in one statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Row>`
    SELECT centre.id AS organization_id, r.starts_on, COALESCE(r.asked, 0) AS asked, COALESCE(r.confirmed, 0) AS confirmed
    FROM unnest(${organizationIds}::uuid[]) centre(id) LEFT JOIN (SELECT q.organization_id, max(q.starts_on) AS starts_on, count(*)::int AS asked, count(c.id)::int AS confirmed
      FROM publication q JOIN document_version d ON d.organization_id = q.organization_id AND d.id = q.document_version_id AND d.kind IN ('securityPolicyFormal', 'securityPolicyOperational')
      CROSS JOIN LATERAL publication_audience(q, ${today}::date) a
      LEFT JOIN confirmation c ON c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = a.person_id
      WHERE q.organization_id = ANY(${organizationIds}::uuid[]) AND q.confirm AND q.ended_on IS NULL AND q.starts_on <= ${today}::date GROUP BY 1) r ON r.organization_id = centre.id`.execute(tx);
  return rows.map(({ organizationId, startsOn, asked, confirmed }): LiveFact => {
    const shared = { organizationId, id: 'publications.policyRead', path: 'documents/publications' };
    if (startsOn === null) return { ...shared, state: 'missing', title: { key: 'policyRead.none' } };
    const read = confirmed === asked;
    return { ...shared, state: read ? 'true' : 'missing', title: { key: read ? 'policyRead.true' : 'policyRead.missing', values: { confirmed, asked, date: { date: startsOn } } }, on: startsOn };
  });
};
