import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow, requiredKinds } from '../duties.ts';

/** What is due by the documents of these centres, in one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<DutyRow>`
    SELECT d.organization_id, CASE d.state WHEN 'draft' THEN 'draft' ELSE 'inForce' END AS what, d.id, d.kind, CASE d.state WHEN 'draft' THEN d.drafted_on ELSE greatest(d.decided_on,
        (SELECT max(v.verified_on) FROM document_verification v WHERE v.organization_id = d.organization_id AND v.document_version_id = d.id)) END AS date,
        CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'title', w.title, 'yearlyReview', w.yearly_review) END AS own
      FROM document_version d LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id WHERE d.organization_id = ANY(${centres}) AND d.state IN ('draft', 'approved')
    UNION ALL SELECT o.id, 'missing', o.id, k.kind, NULL, NULL FROM organization o CROSS JOIN unnest(${requiredKinds}::text[]) k(kind)
      WHERE o.id = ANY(${centres}) AND NOT EXISTS (SELECT FROM document_version d WHERE d.organization_id = o.id AND d.kind = k.kind)`.execute(tx);
  return duties(rows, asking);
};
