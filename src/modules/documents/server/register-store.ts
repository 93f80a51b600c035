import { type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { documentKinds, documentRules } from '../document.ts';
import { categoryOf, kindIds, type registerShows, reviewSoon } from '../own.ts';
import { libraryTitle } from './library.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schema
type Listed = SelectQueryBuilder<any, any, any>;

export type RegisterFilters = { language: DocumentLanguage; category?: string | undefined; show?: (typeof registerShows)[number] | undefined; text?: string | undefined };

/** One line for each document that there is or should be: the generated kinds in one language, then the centre's own in theirs. */
const documents = (tx: Tx, organizationId: string, language: DocumentLanguage) => {
  const kinds = documentKinds.map(
    (kind, index) => sql`(${kindIds[kind]}::uuid, ${kind}::text, ${libraryTitle(kind, language)}::text, ${categoryOf[kind]}::text, ${documentRules[kind].yearlyVerification}::boolean, ${index}::int)`,
  );
  return sql<{
    id: string;
    kind: string;
    ownDocumentId: string | null;
    title: string;
    category: string;
    language: DocumentLanguage;
    yearlyReview: boolean;
    inPolicy: boolean;
    rank: number;
    inForceId: string | null;
    number: number | null;
    decidedOn: string | null;
    decisionNumber: string | null;
    approver: string | null;
    reviewDueOn: string | null;
    draftId: string | null;
    draftNumber: number | null;
    draftedOn: string | null;
    state: 'inForce' | 'missing';
  }>`(
    SELECT d.*, f.id AS in_force_id, f.number, f.decided_on, f.decision_number, f.approver, w.id AS draft_id, w.number AS draft_number, w.drafted_on,
      CASE WHEN f.id IS NULL THEN 'missing' ELSE 'inForce' END AS state,
      CASE WHEN d.yearly_review THEN (GREATEST(f.decided_on,
        (SELECT max(v.verified_on) FROM document_verification v WHERE v.organization_id = f.organization_id AND v.document_version_id = f.id)) + interval '1 year')::date END AS review_due_on
    FROM (
      SELECT k.id, k.kind, NULL::uuid AS own_document_id, k.title, k.category, ${language}::text AS language, k.yearly_review, false AS in_policy, k.rank
      FROM (VALUES ${sql.join(kinds)}) AS k (id, kind, title, category, yearly_review, rank)
      UNION ALL
      SELECT o.id, 'own', o.id, o.title, o.category, o.language, o.yearly_review, o.in_policy, 100
      FROM own_document o WHERE o.organization_id = ${organizationId}
    ) d
    LEFT JOIN document_version f ON f.organization_id = ${organizationId} AND f.kind = d.kind AND f.state = 'approved' AND f.own_document_id IS NOT DISTINCT FROM d.own_document_id AND (d.kind = 'own' OR f.language = d.language)
    LEFT JOIN document_version w ON w.organization_id = ${organizationId} AND w.kind = d.kind AND w.state = 'draft' AND w.own_document_id IS NOT DISTINCT FROM d.own_document_id AND (d.kind = 'own' OR w.language = d.language)
  )`.as('document');
};

/** The register of documents: what is in force since when and by which decision, what is due for review, what is in hand, what is missing. */
export const listRegister = (tx: Tx, organizationId: string, filters: RegisterFilters, today: string): Listed => {
  const { language, category, show, text } = filters;
  let query = tx.selectFrom(documents(tx, organizationId, language)).selectAll('document') as Listed;
  if (category) query = query.where('document.category', '=', category);
  if (show === 'inForce' || show === 'missing') query = query.where('document.state', '=', show);
  if (show === 'draft') query = query.where('document.draftId', 'is not', null);
  if (show === 'review') query = query.where(sql<boolean>`document.review_due_on <= ${today}::date + ${reviewSoon}::int`);
  for (const word of (text ?? '').trim().split(/\s+/).filter(Boolean)) query = query.where(sql<boolean>`document.title ILIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return query;
};

export const registerSorts: Sorts = {
  order: [sql`document.rank`, sql`document.title COLLATE names`],
  title: [sql`document.title COLLATE names`],
  since: [sql`coalesce(document.decided_on, 'infinity')`],
  review: [sql`coalesce(document.review_due_on, 'infinity')`],
};

/** How the centre's own documents stand, for the sentence above the register. */
export const ownCounts = async (tx: Tx, organizationId: string, today: string): Promise<{ total: number; inForce: number; late: number; drafts: number }> => {
  const { rows } = await sql<{ total: number; inForce: number; late: number; drafts: number }>`
    SELECT count(*)::int AS total, count(f.id)::int AS "inForce",
      count(*) FILTER (WHERE o.yearly_review AND (GREATEST(f.decided_on, (SELECT max(v.verified_on) FROM document_verification v
        WHERE v.organization_id = f.organization_id AND v.document_version_id = f.id)) + interval '1 year')::date < ${today}::date)::int AS late,
      count(w.id)::int AS drafts
    FROM own_document o
    LEFT JOIN document_version f ON f.organization_id = o.organization_id AND f.own_document_id = o.id AND f.state = 'approved'
    LEFT JOIN document_version w ON w.organization_id = o.organization_id AND w.own_document_id = o.id AND w.state = 'draft'
    WHERE o.organization_id = ${organizationId}`.execute(tx);
  return rows[0]!;
};

/** The centre's own documents, by what they are. */
export const ownDocuments = (tx: Tx, organizationId: string, filters: { category?: string }): Listed => {
  const query = tx.selectFrom('ownDocument').selectAll('ownDocument').where('organizationId', '=', organizationId) as Listed;
  return filters.category ? query.where('category', '=', filters.category) : query;
};
export const ownSorts: Sorts = { title: [sql`own_document.title COLLATE names`] };
