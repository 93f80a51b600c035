import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { lastUses } from '../../reconciliation/server/service.ts';
import './tables.ts';

export type ReviewRow = {
  id: string;
  version: number;
  year: number;
  takenOn: CivilDate;
  answerBy: CivilDate;
  begunAt: Date;
  begunName: string | null;
  language: DocumentLanguage;
  conclusion: string | null;
  signedAt: Date | null;
  signedName: string | null;
  contentHash: string | null;
  auditHead: string | null;
  pdfFileId: string | null;
  docxFileId: string | null;
  xlsxFileId: string | null;
  people: number;
  rights: number;
  /** Neither decided, nor ended since, nor left open with a reason. */
  undecided: number;
  changed: number;
  withdrawn: number;
  leftOpen: number;
};

/** The reviews of a centre with what became of their rights, the newest year first; or one of them. There is one a year. */
export const listReviews = async (tx: Tx, organizationId: string, day: CivilDate, id?: string): Promise<ReviewRow[]> => {
  const { rows } = await sql<ReviewRow>`
    SELECT v.id, v.version, v.year, v.taken_on, v.answer_by, v.begun_at, a.name AS begun_name, v.language, v.conclusion, v.signed_at, v.signed_name, v.content_hash, v.audit_head,
      v.pdf_file_id, v.docx_file_id, v.xlsx_file_id, c.people, c.rights, c.undecided, c.changed, c.withdrawn, c.left_open
    FROM access_review v LEFT JOIN account a ON a.id = v.begun_by
    CROSS JOIN LATERAL (SELECT count(DISTINCT i.person_id)::int AS people, count(*)::int AS rights,
        count(*) FILTER (WHERE v.signed_at IS NULL AND i.decision IS NULL AND g.id IS NOT NULL AND COALESCE(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date)::int AS undecided,
        count(*) FILTER (WHERE i.decision = 'change')::int AS changed, count(*) FILTER (WHERE i.decision = 'withdraw')::int AS withdrawn, count(i.left_open)::int AS left_open
      FROM access_review_item i LEFT JOIN access_grant g ON g.organization_id = i.organization_id AND g.id = i.grant_id
      WHERE i.organization_id = v.organization_id AND i.review_id = v.id) c
    WHERE v.organization_id = ${organizationId} AND ${id === undefined ? sql`true` : sql`v.id = ${id}`} ORDER BY v.year DESC`.execute(tx);
  return rows;
};

export const findReview = async (tx: Tx, organizationId: string, id: string, day: CivilDate): Promise<ReviewRow | undefined> => (await listReviews(tx, organizationId, day, id))[0];

/** What is there already and stands in the way: the review of that year, or another that is still under way; whose it is and since when. */
export const inTheWay = async (tx: Tx, organizationId: string, year: number) =>
  (
    await sql<{ id: string; year: number; begunAt: Date; begunName: string | null; signed: boolean }>`SELECT v.id, v.year, v.begun_at, a.name AS begun_name, v.signed_at IS NOT NULL AS signed
      FROM access_review v LEFT JOIN account a ON a.id = v.begun_by WHERE v.organization_id = ${organizationId} AND (v.year = ${year} OR v.signed_at IS NULL) ORDER BY v.signed_at NULLS FIRST LIMIT 1`.execute(
      tx,
    )
  ).rows[0];

export type Begun = { year: number; takenOn: CivilDate; answerBy: CivilDate; begunAt: Date; begunBy: string | null };

/**
 * Begins the review of a year in these centres, with all rights that are held that day: of each centre that has none of that year and none under
 * way. Returns those that were begun; of two who begin at once, the second waits and begins nothing. As many statements whatever the number of centres, and one for each account list.
 */
export const beginReviews = async (tx: Tx, organizationIds: readonly string[], { year, takenOn, answerBy, begunAt, begunBy }: Begun): Promise<{ organizationId: string; id: string }[]> => {
  const { rows } = await sql<{ organizationId: string; id: string }>`
    INSERT INTO access_review (organization_id, id, year, taken_on, answer_by, begun_at, begun_by, language)
    SELECT o.id, gen_random_uuid(), ${year}, ${takenOn}, ${answerBy}, ${begunAt}, ${begunBy}, o.document_language FROM organization o WHERE o.id = ANY(${organizationIds}::uuid[]) ORDER BY o.id
    ON CONFLICT DO NOTHING RETURNING organization_id, id`.execute(tx);
  if (rows.length === 0) return [];
  const begun = sql`unnest(${rows.map(({ organizationId }) => organizationId)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) v (organization_id, id)`;
  // Who has left with rights still open is reviewed where they last worked.
  await sql`INSERT INTO access_review_person (organization_id, id, review_id, person_id, service_id, service_name, function, outsider)
    SELECT v.organization_id, gen_random_uuid(), v.id, e.id, k.service_id, s.name, k.function, e.kind = 'outsider'
    FROM ${begun} JOIN person e ON e.organization_id = v.organization_id
    LEFT JOIN LATERAL (SELECT c.service_id, c.function FROM contract c WHERE c.organization_id = e.organization_id AND c.person_id = e.id AND c.start <= ${takenOn}::date
      ORDER BY c."end" IS NULL OR c."end" >= ${takenOn}::date DESC, c.start DESC, c.id LIMIT 1) k ON true
    LEFT JOIN service s ON s.organization_id = v.organization_id AND s.id = k.service_id
    WHERE EXISTS (SELECT FROM access_grant g WHERE g.organization_id = e.organization_id AND g.person_id = e.id AND ${heldOn(takenOn)})`.execute(tx);
  const used = await lastUses(
    tx,
    rows.map(({ organizationId }) => organizationId),
    takenOn,
  );
  await sql`INSERT INTO access_review_item (organization_id, id, review_id, person_id, resource_id, grant_id, level, account, since, until, last_used_on)
    SELECT v.organization_id, gen_random_uuid(), v.id, g.person_id, g.resource_id, g.id, g.level, g.account, g.start, g.until, u."on"
    FROM ${begun} JOIN access_grant g ON g.organization_id = v.organization_id AND ${heldOn(takenOn)}
    LEFT JOIN unnest(${used.map(({ grantId }) => grantId)}::uuid[], ${used.map((one) => one.on)}::date[]) u (grant_id, "on") ON u.grant_id = g.id`.execute(tx);
  return rows;
};

/** A right counts from its start to its end, both included. */
const heldOn = (day: CivilDate) => sql`g.start <= ${day}::date AND COALESCE(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date`;

/** Takes back a review upon which nobody has decided anything; false where somebody has, or it is not there. */
export const dropReview = async (tx: Tx, organizationId: string, id: string): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`DELETE FROM access_review v WHERE v.organization_id = ${organizationId} AND v.id = ${id} AND v.signed_at IS NULL
    AND NOT EXISTS (SELECT FROM access_review_item i WHERE i.organization_id = v.organization_id AND i.review_id = v.id AND i.decision IS NOT NULL) RETURNING v.id`.execute(tx);
  return rows.length > 0;
};

export type GivenSince = { personId: string; personName: string; resourceId: string; resourceName: string; level: string; start: CivilDate };

/** Rights that were given after the day of the review and are held today, which it therefore does not hold. */
export const givenSince = async (tx: Tx, organizationId: string, review: { id: string; takenOn: CivilDate }, day: CivilDate): Promise<GivenSince[]> =>
  (
    await sql<GivenSince>`SELECT g.person_id, e.first_name || ' ' || e.last_name AS person_name, g.resource_id, r.name AS resource_name, g.level, g.start
      FROM access_grant g JOIN person e ON e.organization_id = g.organization_id AND e.id = g.person_id JOIN resource r ON r.organization_id = g.organization_id AND r.id = g.resource_id
      WHERE g.organization_id = ${organizationId} AND ${heldOn(day)} AND NOT EXISTS (SELECT FROM access_review_item i WHERE i.organization_id = g.organization_id AND i.review_id = ${review.id} AND i.grant_id = g.id)
      ORDER BY g.start, e.last_name COLLATE names, e.first_name COLLATE names, r.name COLLATE names`.execute(tx)
  ).rows;

/** Holds a review for a decision upon it: undefined where it is not there or is signed off. */
export const lockOpen = async (tx: Tx, organizationId: string, id: string): Promise<{ version: number } | undefined> =>
  (await sql<{ version: number }>`SELECT version FROM access_review WHERE organization_id = ${organizationId} AND id = ${id} AND signed_at IS NULL FOR UPDATE`.execute(tx)).rows[0];

/** What a person of the centre is called; undefined where the register has none with that id. */
export const nameOf = async (tx: Tx, organizationId: string, id: string): Promise<string | undefined> =>
  (await sql<{ name: string }>`SELECT first_name || ' ' || last_name AS name FROM person WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx)).rows[0]?.name;

type Signed = {
  conclusion: string | null;
  signedAt: Date;
  signedBy: string | null;
  signedName: string;
  contentHash: string;
  model: DocumentModel;
  auditHead: string | null;
  pdfFileId: string;
  docxFileId: string;
  xlsxFileId: string;
};

/** Freezes a review with what was kept of it: nothing in it changes any more. */
export const writeSigned = async (tx: Tx, organizationId: string, id: string, { model, ...values }: Signed): Promise<void> => {
  await tx
    .updateTable('accessReview')
    .set({ ...values, model: json(model) as never })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute();
};
