import { type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { type SectionKey, sectionKeys } from '../report.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** The reports of a centre, or those that lie before the council or were approved by it, with how many of their sections have a text. */
export const listReports = (tx: Tx, organizationId: string, withDrafts = true): Listed =>
  tx
    .selectFrom('yearlyReport as r')
    .where('r.organizationId', '=', organizationId)
    .$if(!withDrafts, (query) => query.where((where) => where.or([where('r.submittedOn', 'is not', null), where('r.decidedOn', 'is not', null)])))
    .select(['r.id', 'r.version', 'r.year', 'r.language', 'r.begunOn', 'r.submittedOn', 'r.decidedOn', 'r.decisionNumber'])
    .select(sql<string>`CASE WHEN r.decided_on IS NOT NULL THEN 'approved' WHEN r.submitted_on IS NOT NULL THEN 'submitted' ELSE 'draft' END`.as('state'))
    .select(sql<number>`(SELECT count(*)::int FROM report_text t WHERE t.organization_id = r.organization_id AND t.report_id = r.id AND t.body <> '')`.as('written')) as Listed;
export const reportSorts: Sorts = { year: [sql`r.year`] };

export const findReport = async (tx: Tx, organizationId: string, id: string) =>
  tx
    .selectFrom('yearlyReport')
    .leftJoin('account', 'account.id', 'yearlyReport.approvedBy')
    .where('yearlyReport.organizationId', '=', organizationId)
    .where('yearlyReport.id', '=', id)
    .select([
      'yearlyReport.id',
      'yearlyReport.version',
      'yearlyReport.year',
      'yearlyReport.language',
      'yearlyReport.begunOn',
      'yearlyReport.submittedOn',
      'yearlyReport.decidedOn',
      'yearlyReport.decisionNumber',
      'yearlyReport.contentHash',
      'yearlyReport.auditHead',
      'yearlyReport.model',
      'yearlyReport.pdfFileId',
      'yearlyReport.docxFileId',
      'account.name as approvedBy',
    ])
    .executeTakeFirst();
export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** Years that have a report. */
export const yearsTaken = async (tx: Tx, organizationId: string): Promise<number[]> =>
  (await tx.selectFrom('yearlyReport').select('year').where('organizationId', '=', organizationId).execute()).map(({ year }) => year);

/** Begins the report of a year, with an empty text for each section. Throws alreadyExists (by the database). */
export const insertReport = async (tx: Tx, organizationId: string, report: { year: number; language: DocumentLanguage; begunOn: string }): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('yearlyReport')
    .values({ ...report, organizationId, id })
    .execute();
  await tx
    .insertInto('reportText')
    .values(sectionKeys.map((section) => ({ organizationId, id: newId(), reportId: id, section })))
    .execute();
  return id;
};

/** Throws resourceNotFound or staleVersion; wrongState once approved. */
export const submitReport = async (tx: Tx, organizationId: string, id: string, version: number, submittedOn: string | null): Promise<void> => {
  const updated = await tx
    .updateTable('yearlyReport')
    .set({ submittedOn })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('decidedOn', 'is', null)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'yearly_report', organizationId, id, version);
};

export const deleteReport = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('yearlyReport').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'yearly_report', organizationId, id, version);
};

/** The report is frozen from here on. */
export const approveReport = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  frozen: {
    decidedOn: string;
    decisionNumber: string;
    approvedAt: Date;
    approvedBy: string | null;
    contentHash: string;
    model: DocumentModel;
    auditHead: string | null;
    pdfFileId: string;
    docxFileId: string;
  },
): Promise<void> => {
  const updated = await tx
    .updateTable('yearlyReport')
    .set({ ...frozen, model: json(frozen.model) as never })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('decidedOn', 'is', null)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'yearly_report', organizationId, id, version);
};

const texts = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('reportText')
    .innerJoin('yearlyReport', (join) => join.onRef('yearlyReport.organizationId', '=', 'reportText.organizationId').onRef('yearlyReport.id', '=', 'reportText.reportId'))
    .leftJoin('account', 'account.id', 'reportText.writtenBy')
    .where('reportText.organizationId', '=', organizationId)
    .select(['reportText.id', 'reportText.version', 'reportText.reportId', 'reportText.section', 'reportText.body', 'reportText.writtenAt', 'account.name as writtenBy', 'yearlyReport.decidedOn']);
export const textsOf = async (tx: Tx, organizationId: string, reportId: string) => texts(tx, organizationId).where('reportText.reportId', '=', reportId).execute();
export type TextRow = Awaited<ReturnType<typeof textsOf>>[number];

/** Throws resourceNotFound. */
export const findText = async (tx: Tx, organizationId: string, id: string): Promise<TextRow> => {
  const found = await texts(tx, organizationId).where('reportText.id', '=', id).executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

/** Throws resourceNotFound or staleVersion. */
export const writeText = async (tx: Tx, organizationId: string, id: string, version: number, text: { body: string; writtenAt: Date; writtenBy: string | null }): Promise<void> => {
  const updated = await tx.updateTable('reportText').set(text).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'report_text', organizationId, id, version);
};

/** The text of one section, for who writes reports beforehand (the demonstration, an import). */
export const textIds = async (tx: Tx, organizationId: string, reportId: string): Promise<Map<SectionKey, string>> =>
  new Map(
    (await tx.selectFrom('reportText').select(['section', 'id']).where('organizationId', '=', organizationId).where('reportId', '=', reportId).execute()).map(({ section, id }) => [section, id]),
  );

/** Approved reports with their frozen files (PDF, then Word), the newest first. */
export const approvedReports = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ id: string; year: number; decidedOn: string; decisionNumber: string; files: { id: string; name: string }[] }>`
    SELECT r.id, r.year, r.decided_on, r.decision_number,
      (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.id = r.docx_file_id)
       FROM file f WHERE f.organization_id = r.organization_id AND f.id IN (r.pdf_file_id, r.docx_file_id)) AS files
    FROM yearly_report r
    WHERE r.organization_id = ${organizationId} AND r.decided_on IS NOT NULL
    ORDER BY r.year DESC`.execute(tx);
  return rows;
};
