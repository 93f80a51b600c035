import { sql } from 'kysely';
import type { CivilDate } from '../kernel/dates.ts';
import { newId } from '../kernel/id.ts';
import type { Variant } from '../modules/declarations/declaration.ts';
import '../modules/declarations/server/tables.ts';
import type { Tx } from '../server/db/database.ts';

export type Bound = { personId: string; kind: string; ofFirm: boolean; first: CivilDate; here: boolean };

/** Everybody who ever had a tie with the centre, with its first day, and whether it still runs; in the order of that day. */
export const everBound = async (tx: Tx, organizationId: string, today: CivilDate): Promise<Bound[]> =>
  (
    await sql<Bound>`
      SELECT p.id AS person_id, p.kind, bool_or(h.firm) OR p.employer IS NOT NULL AS of_firm, min(h.start) AS first, bool_or(h."end" IS NULL OR h."end" >= ${today}::date) AS here
      FROM (SELECT person_id, start, "end", false AS firm FROM contract WHERE organization_id = ${organizationId}
        UNION ALL SELECT person_id, start, "end", false FROM mandate WHERE organization_id = ${organizationId}
        UNION ALL SELECT person_id, start, "end", true FROM supplier_person WHERE organization_id = ${organizationId}) h
      JOIN person p ON p.organization_id = ${organizationId} AND p.id = h.person_id AND p.erased_on IS NULL
      GROUP BY p.id, p.kind, p.employer HAVING min(h.start) <= ${today}::date ORDER BY 4, 1`.execute(tx)
  ).rows;

export type OnPaper = { personId: string; variant: Variant; signedOn: CivilDate; place: string };

/** Undertakings on paper from before Beffroi, numbered in the order given, in one statement. */
export const insertOnPaper = async (tx: Tx, organizationId: string, declarations: readonly OnPaper[]): Promise<void> => {
  if (declarations.length === 0) return;
  const none = { supplierId: null, signedAt: null, language: null, textId: null, signatory: null, model: null!, contentHash: null, auditHead: null, signature: null!, fileId: null, sheetId: null };
  const neither = { countersignedOn: null, countersignedAt: null, countersignedById: null, countersignedBy: null, annulledOn: null, annulmentReason: null };
  await tx
    .insertInto('declaration')
    .values(declarations.map((declaration, index) => ({ ...none, ...neither, ...declaration, organizationId, id: newId(), number: index + 1, how: 'earlier', proof: '{}' })))
    .execute();
};

export const anyDeclaration = async (tx: Tx, organizationId: string, how: 'earlier' | 'screen'): Promise<boolean> =>
  (await tx.selectFrom('declaration').select('id').where('organizationId', '=', organizationId).where('how', '=', how).limit(1).executeTakeFirst()) !== undefined;
