import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';

type Row = { organizationId: string; on: string; id: string; kind: string; title: string | null; confirm: boolean; asked: number; read: number };

/** Documents published, by the day from which they were to be read, with how many of those asked had confirmed by the end of the period. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Row>`
    SELECT q.organization_id, q.starts_on AS on, q.id, d.kind, w.title, q.confirm, n.asked, n.read
    FROM publication q
    JOIN document_version d ON d.organization_id = q.organization_id AND d.id = q.document_version_id
    LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS asked, count(c.id)::int AS read FROM publication_audience(q, ${until}) a
      LEFT JOIN confirmation c ON c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = a.person_id AND c.confirmed_on <= ${until}) n
    WHERE q.organization_id = ANY(${organizationIds}::uuid[]) AND q.starts_on BETWEEN ${from} AND ${until} AND q.end_reason IS DISTINCT FROM 'withdrawn'
    ORDER BY q.starts_on, q.id`.execute(tx);
  return rows.map(({ organizationId, on, id, kind, title, confirm, asked, read }) => ({
    organizationId,
    room: 'publications',
    kind: 'awareness',
    on,
    title: { key: confirm ? 'published' : 'publishedToKnow', values: { document: { word: `kinds.${kind}` }, ...(confirm ? { asked, read } : {}) } },
    about: title ?? undefined,
    path: `documents/publications/${id}`,
    read: 'publication.read',
  }));
};
