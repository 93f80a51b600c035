import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { type PartnerState, partnerStates } from '../declaration.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

/** A supplier or partner and where it stands: what was signed for it last, or the contract whose clause binds it. */
export type PartnerRow = {
  id: string;
  name: string;
  email: string | null;
  state: PartnerState;
  since: CivilDate;
  waitsSince: CivilDate;
  askedSince: CivilDate | null;
  signedOn: CivilDate | null;
  signatory: string | null;
  declarationId: string | null;
  coveredBy: string | null;
};

/** The suppliers and partners that work for the centre that day, one row each: one statement. The rules are those of `askedSince` (declaration.ts). */
const partners = (organizationId: string, day: CivilDate) => sql<PartnerRow>`(
  SELECT s.id, s.name, s.email, GREATEST(COALESCE(cover.start, o.followed_since), o.followed_since) AS since, last.id AS declaration_id, last.signed_on, last.signatory, again.since AS asked_since,
    GREATEST(COALESCE(again.since, cover.start, o.followed_since), o.followed_since) AS waits_since, cover.title AS covered_by,
    CASE WHEN last.id IS NOT NULL AND again.since <= ${day}::date THEN 'renewal' WHEN last.id IS NOT NULL THEN 'signed' WHEN cover.covers THEN 'covered' ELSE 'missing' END AS state
  FROM supplier s JOIN organization o ON o.id = s.organization_id
  LEFT JOIN declaration_setting g ON g.organization_id = s.organization_id
  LEFT JOIN LATERAL (SELECT CASE WHEN c.clauses @> '[{"kind": "confidentiality", "covered": "yes"}]' THEN c.title END AS title, c.clauses @> '[{"kind": "confidentiality", "covered": "yes"}]' AS covers, c.start
    FROM supplier_contract c WHERE c.organization_id = s.organization_id AND c.supplier_id = s.id AND c.start <= ${day}::date AND (c."end" IS NULL OR c."end" >= ${day}::date)
    ORDER BY 2 DESC, c.start LIMIT 1) cover ON true
  LEFT JOIN LATERAL (SELECT d.id, d.signed_on, d.signatory, t.number FROM declaration d LEFT JOIN declaration_text t ON t.organization_id = d.organization_id AND t.id = d.text_id
    WHERE d.organization_id = s.organization_id AND d.supplier_id = s.id AND d.annulled_on IS NULL ORDER BY d.signed_on DESC, d.id DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT min(a.since) AS since FROM (
    SELECT min(t.in_force_on) AS since FROM declaration_text t WHERE t.organization_id = s.organization_id AND t.variant = 'partner' AND t.ask_again
      AND t.in_force_on <= ${day}::date AND (t.number > last.number OR (last.number IS NULL AND t.in_force_on > last.signed_on))
    UNION ALL SELECT (last.signed_on + make_interval(months => g.renew_months))::date WHERE g.renew_months IS NOT NULL) a WHERE last.id IS NOT NULL) again ON true
  WHERE s.organization_id = ${organizationId} AND (s.ended_on IS NULL OR s.ended_on >= ${day}::date))`;

/** The suppliers and partners of the centre, as a list. */
export const listPartners = (tx: Tx, organizationId: string, filters: { supplierId?: string | undefined; state?: PartnerState | undefined }, day: CivilDate): Listed => {
  let query = tx.selectFrom(partners(organizationId, day).as('partner')).selectAll('partner') as Listed;
  if (filters.supplierId) query = query.where('partner.id', '=', filters.supplierId);
  if (filters.state) query = query.where('partner.state', '=', filters.state);
  return query;
};
export const partnerSorts: Sorts = {
  state: [sql`array_position(${[...partnerStates]}::text[], partner.state)`, sql`partner.waits_since`],
  name: [sql`partner.name COLLATE names`],
};

/** One of them, or undefined where the centre works with it no more. */
export const partnerOf = async (tx: Tx, organizationId: string, id: string, day: CivilDate): Promise<PartnerRow | undefined> =>
  listPartners(tx, organizationId, { supplierId: id }, day).executeTakeFirst() as Promise<PartnerRow | undefined>;
