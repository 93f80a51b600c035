import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { NormAnswer } from '../assessment.ts';
import type { Result } from '../scoring.ts';
import { toConfirm } from './assessment-store.ts';
import './assessment-tables.ts';

/** A row as it is opened: what last year said of it, where that still holds. */
export type NewRow = {
  normId: string;
  chapterId: string;
  position: number;
  answers: Record<string, boolean>;
  answer: Result | null;
  reason: string | null;
  documentation: number | null;
  implementation: number | null;
  comment: string | null;
  result: Result | null;
  byProfile: boolean;
  ownerId: string | null;
  carriedFrom: string | null;
  normChanged: boolean;
};

/** Adds the rows of an assessment in one statement, however many norms there are; returns their ids in order. */
export const insertRows = async (tx: Tx, organizationId: string, assessmentId: string, rows: readonly NewRow[]): Promise<string[]> => {
  const ids = rows.map(() => newId());
  await sql`
    INSERT INTO assessment_norm (organization_id, id, assessment_id, norm_id, chapter_id, position, answers, answer, reason, documentation, implementation, comment, result, by_profile, owner_id, carried_from, norm_changed)
    SELECT ${organizationId}::uuid, r.id, ${assessmentId}::uuid, r."normId", r."chapterId", r.position, r.answers, r.answer, r.reason, r.documentation, r.implementation, r.comment, r.result, r."byProfile", r."ownerId", r."carriedFrom", r."normChanged"
    FROM jsonb_to_recordset(${json(rows.map((row, index) => ({ id: ids[index], ...row })))}) AS r(id uuid, "normId" text, "chapterId" text, position int, answers jsonb, answer text, reason text, documentation int,
      implementation int, comment text, result text, "byProfile" boolean, "ownerId" uuid, "carriedFrom" uuid, "normChanged" boolean)`.execute(tx);
  return ids;
};

/** What the rows of an assessment answered, by norm, for the year after. An owner who has left the centre is not carried on. */
export const answersOf = async (tx: Tx, organizationId: string, assessmentId: string, today: string) =>
  tx
    .selectFrom('assessmentNorm as n')
    .select(['n.id', 'n.normId', 'n.answers', 'n.answer', 'n.reason', 'n.documentation', 'n.implementation', 'n.comment'])
    .select(
      sql<
        string | null
      >`(SELECT p.id FROM person p WHERE p.organization_id = n.organization_id AND p.id = n.owner_id AND (NOT EXISTS (SELECT FROM contract c WHERE c.organization_id = p.organization_id AND c.person_id = p.id)
        OR EXISTS (SELECT FROM contract c WHERE c.organization_id = p.organization_id AND c.person_id = p.id AND (c."end" IS NULL OR c."end" >= ${today}::date))))`.as('ownerId'),
    )
    .where('n.organizationId', '=', organizationId)
    .where('n.assessmentId', '=', assessmentId)
    .execute();

type Filters = { assessmentId?: string | undefined; chapterId?: string | undefined; ids?: readonly string[] | undefined; ownerId?: string | undefined; open?: boolean };

/** Rows with their owner and with what last year said of the norm, in the order of the framework. `open`: of assessments that may be answered. */
export const listRows = async (tx: Tx, organizationId: string, filters: Filters) => {
  let query = tx
    .selectFrom('assessmentNorm as n')
    .innerJoin('assessment as a', (join) => join.onRef('a.organizationId', '=', 'n.organizationId').onRef('a.id', '=', 'n.assessmentId'))
    .leftJoin('person as owner', (join) => join.onRef('owner.organizationId', '=', 'n.organizationId').onRef('owner.id', '=', 'n.ownerId'))
    .leftJoin('assessmentNorm as b', (join) => join.onRef('b.organizationId', '=', 'n.organizationId').onRef('b.id', '=', 'n.carriedFrom'))
    .leftJoin('assessment as ba', (join) => join.onRef('ba.organizationId', '=', 'b.organizationId').onRef('ba.id', '=', 'b.assessmentId'))
    .where('n.organizationId', '=', organizationId)
    .select([
      'n.id',
      'n.version',
      'n.assessmentId',
      'n.normId',
      'n.chapterId',
      'n.position',
      'n.answers',
      'n.answer',
      'n.reason',
      'n.documentation',
      'n.implementation',
      'n.comment',
      'n.result',
      'n.byProfile',
      'n.ownerId',
      'n.carriedFrom',
      'n.normChanged',
      'n.confirmedAt',
      'a.framework',
      'a.frameworkVersion',
      'a.year',
      'a.state',
      'a.closesOn',
      'b.answers as beforeAnswers',
      'b.answer as beforeAnswer',
      'b.reason as beforeReason',
      'b.documentation as beforeDocumentation',
      'b.implementation as beforeImplementation',
      'b.comment as beforeComment',
      'b.result as beforeResult',
      'ba.year as beforeYear',
    ])
    .select([toConfirm.as('toConfirm'), sql<string | null>`owner.first_name || ' ' || owner.last_name`.as('ownerName')]);
  if (filters.assessmentId !== undefined) query = query.where('n.assessmentId', '=', filters.assessmentId);
  if (filters.chapterId !== undefined) query = query.where('n.chapterId', '=', filters.chapterId);
  if (filters.ids !== undefined) query = query.where('n.id', 'in', [...filters.ids]);
  if (filters.ownerId !== undefined) query = query.where('n.ownerId', '=', filters.ownerId);
  if (filters.open) query = query.where('a.state', '=', 'opened');
  return query.orderBy('a.year', 'desc').orderBy('a.framework').orderBy('n.position').execute();
};
export type NormRow = Awaited<ReturnType<typeof listRows>>[number];

/** One row; one's own where `ownerId` is given. Throws resourceNotFound, also for a row that is somebody else's. */
export const findRow = async (tx: Tx, organizationId: string, id: string, ownerId?: string): Promise<NormRow> => {
  const [found] = await listRows(tx, organizationId, { ids: [id], ownerId });
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

type Written = { [Key in keyof Required<NormAnswer>]: Required<NormAnswer>[Key] | null } & {
  answers: Record<string, boolean>;
  result: Result | null;
  confirmed?: { at: Date; by: string | null } | undefined;
};

/** Writes an answer upon the version that its writer read. Throws staleVersion with who changed what since. */
export const writeAnswer = async (tx: Tx, organizationId: string, id: string, version: number, { answers, confirmed, ...values }: Written): Promise<void> => {
  const updated = await tx
    .updateTable('assessmentNorm')
    .set({ ...values, answers: json(answers) as never, ...(confirmed ? { confirmedAt: confirmed.at, confirmedBy: confirmed.by } : {}) })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'assessment_norm', organizationId, id, version);
};

type Which = { chapterId?: string | undefined; ids?: readonly string[] | undefined };
const chosen = ({ chapterId, ids }: Which) => (ids === undefined ? sql`n.chapter_id = ${chapterId ?? ''}` : sql`n.id = ANY(${ids}::uuid[])`);

/** How many of these rows the assessment has. */
export const countRows = async (tx: Tx, organizationId: string, assessmentId: string, which: Which): Promise<number> =>
  (
    await sql<{ count: number }>`SELECT count(*)::int AS count FROM assessment_norm n WHERE n.organization_id = ${organizationId} AND n.assessment_id = ${assessmentId} AND ${chosen(which)}`.execute(
      tx,
    )
  ).rows[0]!.count;

/** Hands rows out; those that are already theirs stay as they are. */
export const assignRows = async (tx: Tx, organizationId: string, assessmentId: string, which: Which, ownerId: string | null): Promise<void> => {
  await sql`UPDATE assessment_norm n SET owner_id = ${ownerId}::uuid WHERE n.organization_id = ${organizationId} AND n.assessment_id = ${assessmentId} AND ${chosen(which)} AND n.owner_id IS DISTINCT FROM ${ownerId}::uuid`.execute(
    tx,
  );
};

/** What was taken over from last year holds this year too. */
export const confirmRows = async (tx: Tx, organizationId: string, assessmentId: string, which: Which & { ownerId?: string | undefined }, by: { at: Date; accountId: string | null }): Promise<void> => {
  await sql`UPDATE assessment_norm n SET confirmed_at = ${by.at}, confirmed_by = ${by.accountId}::uuid
    WHERE n.organization_id = ${organizationId} AND n.assessment_id = ${assessmentId} AND ${chosen(which)} AND ${toConfirm} ${which.ownerId === undefined ? sql`` : sql`AND n.owner_id = ${which.ownerId}::uuid`}`.execute(
    tx,
  );
};

export const personExists = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst()) !== undefined;

/** Who owns how many norms of an assessment, and how many of them wait for their answer or its confirmation. */
export const ownersOf = async (tx: Tx, organizationId: string, assessmentId: string) =>
  tx
    .selectFrom('assessmentNorm as n')
    .innerJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'n.organizationId').onRef('p.id', '=', 'n.ownerId'))
    .where('n.organizationId', '=', organizationId)
    .where('n.assessmentId', '=', assessmentId)
    .groupBy(['p.id', 'p.firstName', 'p.lastName'])
    .select(['p.id as personId', sql<string>`p.first_name || ' ' || p.last_name`.as('name'), sql<number>`count(*)::int`.as('norms')])
    .select(sql<number>`count(*) FILTER (WHERE n.result IS NULL OR ${toConfirm})::int`.as('waiting'))
    .orderBy(sql`p.last_name COLLATE names, p.first_name COLLATE names, p.id`)
    .execute();

/** The answers of an assessment, a line for each norm, with what proves it and what last year said; unfinished, for an export. */
export const answersToExport = (tx: Tx, organizationId: string, assessmentId: string) =>
  tx
    .selectFrom('assessmentNorm as n')
    .leftJoin('person as owner', (join) => join.onRef('owner.organizationId', '=', 'n.organizationId').onRef('owner.id', '=', 'n.ownerId'))
    .leftJoin('assessmentNorm as b', (join) => join.onRef('b.organizationId', '=', 'n.organizationId').onRef('b.id', '=', 'n.carriedFrom'))
    .where('n.organizationId', '=', organizationId)
    .where('n.assessmentId', '=', assessmentId)
    .select(['n.id', 'n.chapterId', 'n.normId', 'n.result', 'n.answers', 'n.reason', 'n.documentation', 'n.implementation', 'n.comment', 'b.result as beforeResult'])
    .select(sql<string | null>`owner.first_name || ' ' || owner.last_name`.as('ownerName'))
    .select(
      sql<string | null>`(SELECT string_agg(COALESCE(e.title, f.name, e.url, e.fact), '; ' ORDER BY e.id) FROM assessment_evidence e
        LEFT JOIN file f ON f.organization_id = e.organization_id AND f.id = e.file_id WHERE e.organization_id = n.organization_id AND e.assessment_norm_id = n.id)`.as('evidence'),
    )
    .orderBy('n.position');
