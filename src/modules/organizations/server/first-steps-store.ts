import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import { type Beginnings, firstMandates } from '../first-steps.ts';

/** What the registers of a centre say of its beginnings, in one statement; undefined where the centre is not there. */
export const beginningsOf = async (tx: Tx, organizationId: string): Promise<Beginnings | undefined> => {
  const { rows } = await sql<Beginnings>`SELECT o.profile, o.facts,
      (SELECT count(*)::int FROM (SELECT FROM person p WHERE p.organization_id = o.id LIMIT 1) one) AS people,
      (SELECT count(*)::int FROM (SELECT FROM service s WHERE s.organization_id = o.id LIMIT 1) one) AS services,
      ARRAY(SELECT DISTINCT m.kind FROM mandate m WHERE m.organization_id = o.id AND m.kind = ANY (${[...firstMandates]})) AS mandates,
      EXISTS (SELECT FROM document_version v WHERE v.organization_id = o.id AND v.state <> 'draft') AS approved,
      (EXISTS (SELECT FROM link l WHERE l.organization_id = o.id AND ('directorGeneral' = ANY (l.granted_roles || l.provided_roles)
          OR EXISTS (SELECT FROM mandate m WHERE m.organization_id = o.id AND m.person_id = l.person_id AND m.kind = 'directorGeneral')))
        OR EXISTS (SELECT FROM invitation i LEFT JOIN mandate m ON m.organization_id = o.id AND m.person_id = i.person_id AND m.kind = 'directorGeneral'
          WHERE i.organization_id = o.id AND i.withdrawn_at IS NULL AND ('directorGeneral' = ANY (i.roles) OR m.id IS NOT NULL))) AS direction
    FROM organization o WHERE o.id = ${organizationId}`.execute(tx);
  return rows[0];
};
