import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Approver } from '../document.ts';

type Row = { organizationId: string; on: string; what: Approver | 'verified'; kind: string; number: number; decisionNumber: string | null; ownId: string | null; title: string | null };

/** Documents approved by the day of their decision, and verified without anything to change; versions that were superseded since are told too. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Row>`
    SELECT d.organization_id, d.decided_on AS on, d.approver AS what, d.kind, d.number, d.decision_number, w.id AS own_id, w.title
      FROM document_version d LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
      WHERE d.organization_id = ANY(${organizationIds}::uuid[]) AND d.state <> 'draft' AND d.decided_on BETWEEN ${from} AND ${until}
    UNION ALL
    SELECT v.organization_id, v.verified_on, 'verified', d.kind, d.number, NULL, w.id, w.title
      FROM document_verification v JOIN document_version d ON d.organization_id = v.organization_id AND d.id = v.document_version_id
      LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
      WHERE v.organization_id = ANY(${organizationIds}::uuid[]) AND v.verified_on BETWEEN ${from} AND ${until}
    ORDER BY 2, 4`.execute(tx);
  return rows.map(({ organizationId, on, what, kind, number, decisionNumber, ownId, title }) => ({
    organizationId,
    room: 'documents',
    kind: 'documents',
    on,
    title: { key: decisionNumber ? `${what}Numbered` : what, values: { document: { word: `kinds.${kind}` }, number, ...(decisionNumber ? { decision: decisionNumber } : {}) } },
    about: title ?? undefined,
    path: ownId ? `documents/own/${ownId}` : `documents/${kind}`,
    read: 'document.read',
  }));
};
