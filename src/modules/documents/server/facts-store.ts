import { sql } from 'kysely';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';

type Row = { organizationId: string; parts: number; approvedOn: CivilDate | null; verifiedOn: CivilDate | null; procedures: number; asked: number; confirmed: number };

/** What the documents of these centres prove today, in one statement: the policy approved in both parts, verified within the year, the procedures read. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Row>`
    WITH centre AS (SELECT unnest(${organizationIds}::uuid[]) AS id),
    part AS (SELECT d.organization_id, d.kind, max(d.decided_on) AS approved_on, max(greatest(d.decided_on, v.verified_on)) AS verified_on
      FROM document_version d LEFT JOIN document_verification v ON v.organization_id = d.organization_id AND v.document_version_id = d.id
      WHERE d.organization_id = ANY(${organizationIds}::uuid[]) AND d.state = 'approved' AND d.kind IN ('securityPolicyFormal', 'securityPolicyOperational') GROUP BY 1, 2),
    policy AS (SELECT organization_id, count(*)::int AS parts, max(approved_on) AS approved_on, min(verified_on) AS verified_on FROM part GROUP BY 1),
    reading AS (SELECT q.organization_id, count(DISTINCT q.id)::int AS procedures, count(*)::int AS asked, count(c.id)::int AS confirmed
      FROM publication q JOIN document_version d ON d.organization_id = q.organization_id AND d.id = q.document_version_id
      JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id AND w.category = 'procedure'
      CROSS JOIN LATERAL publication_audience(q, ${today}::date) a
      LEFT JOIN confirmation c ON c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = a.person_id
      WHERE q.organization_id = ANY(${organizationIds}::uuid[]) AND q.confirm AND q.ended_on IS NULL AND q.starts_on <= ${today}::date GROUP BY 1)
    SELECT centre.id AS organization_id, COALESCE(p.parts, 0) AS parts, p.approved_on, p.verified_on,
      COALESCE(r.procedures, 0) AS procedures, COALESCE(r.asked, 0) AS asked, COALESCE(r.confirmed, 0) AS confirmed
    FROM centre LEFT JOIN policy p ON p.organization_id = centre.id LEFT JOIN reading r ON r.organization_id = centre.id`.execute(tx);
  return rows.flatMap((row) => factsOf(row, today));
};

const factsOf = ({ organizationId, parts, approvedOn, verifiedOn, procedures, asked, confirmed }: Row, today: CivilDate): LiveFact[] => {
  const whole = parts === 2 && approvedOn !== null && verifiedOn !== null;
  const until = whole ? addMonths(verifiedOn, 12) : undefined;
  const path = 'documents/securityPolicyFormal';
  const read = asked > 0 && confirmed === asked;
  return [
    {
      organizationId,
      id: 'documents.policyApproved',
      path,
      ...(whole ? { state: 'true', title: { key: 'policyApproved.true', values: { date: { date: approvedOn } } }, on: approvedOn } : { state: 'missing', title: { key: 'policyApproved.missing' } }),
    },
    {
      organizationId,
      id: 'documents.policyVerified',
      path,
      ...(whole && until !== undefined
        ? { state: until < today ? 'stale' : 'true', title: { key: until < today ? 'policyVerified.stale' : 'policyVerified.true', values: { date: { date: verifiedOn } } }, on: verifiedOn, until }
        : { state: 'missing', title: { key: 'policyVerified.missing' } }),
    },
    {
      organizationId,
      id: 'documents.proceduresRead',
      path: 'documents/publications',
      state: read ? 'true' : 'missing',
      title: asked === 0 ? { key: 'proceduresRead.none' } : { key: read ? 'proceduresRead.true' : 'proceduresRead.missing', values: { procedures, confirmed, asked } },
    },
  ];
};
