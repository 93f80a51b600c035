import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { ReviewsYear } from '../year.ts';

/** The review that was signed off in a period, for the yearly report: one statement. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<ReviewsYear> => {
  const { rows } = await sql<ReviewsYear>`SELECT v.signed_on, c.rights, c.withdrawn, c.changed
    FROM (SELECT organization_id, id, (signed_at AT TIME ZONE 'Europe/Brussels')::date AS signed_on FROM access_review WHERE organization_id = ${organizationId} AND signed_at IS NOT NULL) v
    CROSS JOIN LATERAL (SELECT count(*)::int AS rights, count(*) FILTER (WHERE i.decision = 'withdraw')::int AS withdrawn, count(*) FILTER (WHERE i.decision = 'change')::int AS changed
      FROM access_review_item i WHERE i.organization_id = v.organization_id AND i.review_id = v.id) c
    WHERE v.signed_on BETWEEN ${from}::date AND ${until}::date ORDER BY v.signed_on DESC LIMIT 1`.execute(tx);
  return rows[0] ?? { signedOn: null, rights: 0, withdrawn: 0, changed: 0 };
};
