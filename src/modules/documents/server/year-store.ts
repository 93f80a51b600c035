import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Period } from '../../../kernel/happening.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { DocumentsYear } from '../year.ts';

type Row = {
  what: 'inForce' | 'approved';
  id: string;
  kind: string;
  category: string | null;
  title: string | null;
  number: number;
  decidedOn: CivilDate;
  decisionNumber: string | null;
  verifiedOn: CivilDate | null;
  ownId: string | null;
};

/** What the documents of a centre say of a period, by the days of their decisions and verifications: as it was on its last day, whatever came after. */
export const yearFigures = async (tx: Tx, organizationId: string, language: DocumentLanguage, { from, until }: Period): Promise<DocumentsYear> => {
  const { rows } = await sql<Row>`
    SELECT * FROM (SELECT DISTINCT ON (d.kind) 'inForce' AS what, d.id, d.kind, NULL AS category, NULL AS title, d.number, d.decided_on, d.decision_number,
        (SELECT max(v.verified_on) FROM document_verification v WHERE v.organization_id = d.organization_id AND v.document_version_id = d.id AND v.verified_on <= ${until}) AS verified_on, NULL::uuid AS own_id
      FROM document_version d
      WHERE d.organization_id = ${organizationId} AND d.kind <> 'own' AND d.language = ${language} AND d.state <> 'draft' AND d.decided_on <= ${until}
      ORDER BY d.kind, d.decided_on DESC, d.number DESC) f
    UNION ALL
    SELECT 'approved', d.id, d.kind, w.category, w.title, d.number, d.decided_on, d.decision_number, NULL, w.id
      FROM document_version d LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
      WHERE d.organization_id = ${organizationId} AND d.state <> 'draft' AND d.decided_on BETWEEN ${from} AND ${until} AND (d.kind = 'own' OR d.language = ${language})
    ORDER BY 7, 3, 1`.execute(tx);
  return {
    inForce: rows.filter(({ what }) => what === 'inForce').map(({ kind, number, decidedOn, verifiedOn }) => ({ kind, number, decidedOn, verifiedOn })),
    approved: rows
      .filter(({ what }) => what === 'approved')
      .map(({ id, kind, category, title, number, decidedOn, decisionNumber, ownId }) => ({
        id,
        kind,
        category,
        title,
        number,
        decidedOn,
        decisionNumber,
        path: ownId ? `documents/own/${ownId}` : `documents/${kind}`,
      })),
  };
};
