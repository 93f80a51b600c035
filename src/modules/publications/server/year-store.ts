import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { PublicationsYear } from '../year.ts';

/** Publications by the day from which they were to be read; withdrawn ones are not told. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<PublicationsYear> => {
  const { rows } = await sql<PublicationsYear['publications'][number]>`
    SELECT q.id, d.kind, w.title, q.starts_on, q.confirm, n.asked, n.read
    FROM publication q
    JOIN document_version d ON d.organization_id = q.organization_id AND d.id = q.document_version_id
    LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS asked, count(c.id)::int AS read FROM publication_audience(q, ${until}) a
      LEFT JOIN confirmation c ON c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = a.person_id AND c.confirmed_on <= ${until}) n
    WHERE q.organization_id = ${organizationId} AND q.starts_on BETWEEN ${from} AND ${until} AND q.end_reason IS DISTINCT FROM 'withdrawn'
    ORDER BY q.starts_on, q.id`.execute(tx);
  return { publications: rows };
};
