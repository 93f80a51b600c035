import { sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { insertRecord, refuseStale } from '../../../server/db/records.ts';
import type { PlanFacts } from '../plan-document.ts';
import './tables.ts';

const listed = ['id', 'version', 'year', 'number', 'language', 'introduction', 'draftedOn', 'submittedOn', 'decidedOn', 'outcome', 'decisionNumber', 'contentHash', 'auditHead'] as const;
export type VersionRow = {
  id: string;
  version: number;
  year: number;
  number: number;
  language: DocumentLanguage;
  introduction: string | null;
  draftedOn: string;
  submittedOn: string | null;
  decidedOn: string | null;
  outcome: 'approved' | 'refused' | null;
  decisionNumber: string | null;
  contentHash: string | null;
  auditHead: string | null;
};

/** The versions of a centre's plan, the newest first. There is one a year, seldom two. */
export const listVersions = async (tx: Tx, organizationId: string): Promise<VersionRow[]> =>
  tx.selectFrom('planVersion').select(listed).where('organizationId', '=', organizationId).orderBy('year', 'desc').orderBy('number', 'desc').execute();

export type WholeVersion = VersionRow & { content: PlanFacts | null; model: DocumentModel | null; pdfFileId: string | null; docxFileId: string | null };
export const findVersion = async (tx: Tx, organizationId: string, id: string): Promise<WholeVersion | undefined> =>
  tx
    .selectFrom('planVersion')
    .select([...listed, 'content', 'model', 'pdfFileId', 'docxFileId'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();

/** The approved plan that was in force before a year's plan, or is in force for it: the newest up to that year, other than the one with this id. */
export const approvedBefore = async (tx: Tx, organizationId: string, year: number, id?: string): Promise<WholeVersion | undefined> =>
  tx
    .selectFrom('planVersion')
    .select([...listed, 'content', 'model', 'pdfFileId', 'docxFileId'])
    .where('organizationId', '=', organizationId)
    .where('outcome', '=', 'approved')
    .where('year', '<=', year)
    .$if(id !== undefined, (query) => query.where('id', '<>', id!))
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Adds a draft with the next number of its year. Of two at once, the database refuses one (alreadyExists). */
export const insertVersion = async (tx: Tx, organizationId: string, values: { year: number; language: DocumentLanguage; introduction: string | null; draftedOn: string }): Promise<string> => {
  const last = await tx
    .selectFrom('planVersion')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .where('year', '=', values.year)
    .executeTakeFirstOrThrow();
  return (await insertRecord(tx, 'planVersion', organizationId, { ...values, number: last.number + 1 })).id;
};

type Written =
  | { language: DocumentLanguage; introduction: string | null }
  | { submittedOn: string | null; content: PlanFacts | null }
  | {
      outcome: 'approved';
      decidedOn: string;
      decisionNumber: string | null;
      approvedAt: Date;
      approvedBy: string | null;
      contentHash: string;
      model: DocumentModel;
      auditHead: string | null;
      pdfFileId: string;
      docxFileId: string;
    }
  | { outcome: 'refused'; decidedOn: string; decisionNumber: string | null };

/** Throws resourceNotFound, or staleVersion with who changed what since. */
export const updateVersion = async (tx: Tx, organizationId: string, id: string, version: number, values: Written): Promise<void> => {
  const written = {
    ...values,
    ...('content' in values && values.content ? { content: json(values.content) as never } : {}),
    ...('model' in values ? { model: json(values.model) as never } : {}),
  };
  const updated = await tx.updateTable('planVersion').set(written).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'planVersion', organizationId, id, version);
};

/** What waits for the council, the oldest first; and of some, those that are decided. */
export const submittedVersions = async (tx: Tx, organizationId: string): Promise<VersionRow[]> =>
  tx
    .selectFrom('planVersion')
    .select(listed)
    .where('organizationId', '=', organizationId)
    .where('submittedOn', 'is not', null)
    .where('outcome', 'is', null)
    .orderBy('submittedOn')
    .orderBy('id')
    .execute();

export const decidedVersions = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; decidedOn: string; decisionNumber: string | null }[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('planVersion')
    .select(['id', 'decidedOn', 'decisionNumber'])
    .where('organizationId', '=', organizationId)
    .where('id', 'in', [...ids])
    .where('outcome', 'is not', null)
    .execute();
  return rows.map(({ id, decidedOn, decisionNumber }) => ({ id, decidedOn: decidedOn!, decisionNumber }));
};

/** The plans that the council approved, the newest first, with the names under which their files were kept. */
export const approvedPlans = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ id: string; year: number; decidedOn: string; decisionNumber: string | null; files: { id: string; name: string }[] }>`
    SELECT v.id, v.year, v.decided_on, v.decision_number,
      (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.id = v.docx_file_id)
       FROM file f WHERE f.organization_id = v.organization_id AND f.id IN (v.pdf_file_id, v.docx_file_id)) AS files
    FROM plan_version v WHERE v.organization_id = ${organizationId} AND v.outcome = 'approved' AND v.pdf_file_id IS NOT NULL
    ORDER BY v.year DESC, v.number DESC`.execute(tx);
  return rows;
};
