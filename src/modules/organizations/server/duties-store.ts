import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type OpenProfile } from '../duties.ts';
import { Profile } from '../organization.ts';

/** What is due by the profiles of these centres. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const questions = Object.keys(Profile.shape);
  const { rows } = await sql<OpenProfile>`SELECT o.id AS organization_id, open.count::int AS open FROM organization o
    CROSS JOIN LATERAL (SELECT count(*) FROM unnest(${questions}::text[]) question WHERE o.profile -> question IS NULL) open
    WHERE o.id = ANY(${organizationIds}::uuid[]) AND open.count > 0`.execute(tx);
  return duties(rows, asking);
};
