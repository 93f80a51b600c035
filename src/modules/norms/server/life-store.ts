import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Frozen } from '../../documents/server/service.ts';
import type { MandateKind } from '../../people/mandate.ts';
import type { LifeStep } from '../life.ts';
import { lifeTransitions } from '../life.ts';
import type { Summary } from '../scoring.ts';
import './assessment-tables.ts';
import './life-tables.ts';

/**
 * Holds an assessment for a step of its life, of the version that the caller read. Throws resourceNotFound; staleVersion with who changed what, as
 * for the second of two who validate; wrongState.
 */
export const holdForStep = async (tx: Tx, organizationId: string, id: string, version: number, step: LifeStep) => {
  const found = await tx
    .selectFrom('assessment')
    .select(['id', 'version', 'state', 'framework', 'frameworkVersion', 'year', 'openedOn', 'closesOn', 'summary', 'correctionReason', 'submittedAt', 'contentHash'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  if (found.version !== version) await refuseStale(tx, 'assessment', organizationId, id, version);
  if (!lifeTransitions[step].from.includes(found.state)) throw new Problem('wrongState');
  return found;
};

type By = { at: Date; accountId: string | null };
const update = (tx: Tx, organizationId: string, id: string) => tx.updateTable('assessment').where('organizationId', '=', organizationId).where('id', '=', id);

export const writePrepared = async (tx: Tx, organizationId: string, id: string, { at, accountId }: By): Promise<void> => {
  await update(tx, organizationId, id).set({ state: 'prepared', preparedAt: at, preparedBy: accountId, remark: null, remarkedAt: null, remarkedBy: null }).execute();
};

/** Opened again; with a remark where it was sent back. */
export const writeReopened = async (tx: Tx, organizationId: string, id: string, remark?: By & { remark: string }): Promise<void> => {
  await update(tx, organizationId, id)
    .set({
      state: 'opened',
      preparedAt: null,
      preparedBy: null,
      validatedAt: null,
      validatedBy: null,
      ...(remark ? { remark: remark.remark, remarkedAt: remark.at, remarkedBy: remark.accountId } : {}),
    })
    .execute();
};

export const writeValidated = async (tx: Tx, organizationId: string, id: string, { at, accountId }: By): Promise<void> => {
  await update(tx, organizationId, id).set({ state: 'validated', validatedAt: at, validatedBy: accountId }).execute();
};

/** Freezes what is sent: as a round of its own, for good, and as the state of the assessment. */
export const writeSubmitted = async (
  tx: Tx,
  organizationId: string,
  assessment: { id: string; summary: Summary; correctionReason: string | null },
  { model, ...frozen }: Frozen & { xlsxFileId: string },
  { at, accountId }: By,
): Promise<void> => {
  const { rows } = await sql<{
    round: number;
  }>`SELECT coalesce(max(round), 0) + 1 AS round FROM assessment_submission WHERE organization_id = ${organizationId} AND assessment_id = ${assessment.id}`.execute(tx);
  const { round } = rows[0]!;
  await tx
    .insertInto('assessmentSubmission')
    .values({
      organizationId,
      id: newId(),
      assessmentId: assessment.id,
      round,
      reason: round === 1 ? null : assessment.correctionReason,
      submittedAt: at,
      submittedBy: accountId,
      summary: json(assessment.summary),
      model: json(model) as never,
      ...frozen,
    })
    .execute();
  await update(tx, organizationId, assessment.id)
    .set({ state: 'submitted', submittedAt: at, submittedBy: accountId, model: json(model) as never, correctionReason: null, ...frozen })
    .execute();
};

export const writeAcknowledged = async (tx: Tx, organizationId: string, id: string, given: { acknowledgedOn: string; acknowledgement: string }, accountId: string | null): Promise<void> => {
  await tx
    .updateTable('assessmentSubmission')
    .set(given)
    .where('organizationId', '=', organizationId)
    .where('assessmentId', '=', id)
    .where('acknowledgedOn', 'is', null)
    .where('round', '=', sql<number>`(SELECT max(s.round) FROM assessment_submission s WHERE s.organization_id = ${organizationId} AND s.assessment_id = ${id})`)
    .execute();
  await update(tx, organizationId, id)
    .set({ state: 'acknowledged', ...given, acknowledgedBy: accountId })
    .execute();
};

/** Opens what was submitted for another round; what was sent stays as its round. */
export const writeCorrecting = async (tx: Tx, organizationId: string, id: string, reason: string): Promise<void> => {
  await update(tx, organizationId, id)
    .set({
      state: 'opened',
      correctionReason: reason,
      closesOn: null,
      preparedAt: null,
      preparedBy: null,
      validatedAt: null,
      validatedBy: null,
      submittedAt: null,
      submittedBy: null,
      acknowledgedOn: null,
      acknowledgedBy: null,
      acknowledgement: null,
      contentHash: null,
      model: null,
      auditHead: null,
      pdfFileId: null,
      docxFileId: null,
      xlsxFileId: null,
    })
    .execute();
};

/** What was sent so far, the last round first. */
export const listSubmissions = async (tx: Tx, organizationId: string, assessmentId: string) =>
  tx
    .selectFrom('assessmentSubmission as s')
    .leftJoin('account', 'account.id', 's.submittedBy')
    .select(['s.id', 's.round', 's.reason', 's.submittedAt', 's.contentHash', 's.acknowledgedOn', 's.acknowledgement', 'account.name as submittedBy'])
    .where('s.organizationId', '=', organizationId)
    .where('s.assessmentId', '=', assessmentId)
    .orderBy('s.round', 'desc')
    .execute();

/** One round with its frozen files. */
export const findSubmission = async (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('assessmentSubmission').select(['pdfFileId', 'docxFileId', 'xlsxFileId']).where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** The frozen files and the model of an assessment, and the remark with which it came back. */
export const lifeOf = async (tx: Tx, organizationId: string, id: string) =>
  tx
    .selectFrom('assessment as a')
    .leftJoin('account', 'account.id', 'a.remarkedBy')
    .select(['a.model', 'a.pdfFileId', 'a.docxFileId', 'a.xlsxFileId', 'a.remark', 'a.remarkedAt', 'account.name as remarkedBy', 'a.correctionReason'])
    .where('a.organizationId', '=', organizationId)
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow();

/** Who held which function on a day, by name, for the head of the questionnaire. */
export const officeHolders = async (tx: Tx, organizationId: string, day: string, kinds: readonly MandateKind[]): Promise<{ kind: MandateKind; name: string }[]> =>
  (await tx
    .selectFrom('mandate')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'mandate.organizationId').onRef('person.id', '=', 'mandate.personId'))
    .select(['mandate.kind', sql<string>`person.first_name || ' ' || person.last_name`.as('name')])
    .where('mandate.organizationId', '=', organizationId)
    .where('mandate.kind', 'in', [...kinds])
    .where(sql<boolean>`mandate.start <= ${day} AND (mandate."end" IS NULL OR mandate."end" >= ${day})`)
    .orderBy('mandate.start')
    .orderBy('mandate.id')
    .execute()) as { kind: MandateKind; name: string }[];

/** What was sent last of each assessment, with the names under which its files were kept. */
export const lastSubmissions = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ assessmentId: string; submittedAt: Date; acknowledgedOn: string | null; acknowledgement: string | null; files: { id: string; name: string }[] }>`
    SELECT DISTINCT ON (s.assessment_id) s.assessment_id, s.submitted_at, s.acknowledged_on, s.acknowledgement,
      (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.id = s.xlsx_file_id, f.id = s.docx_file_id)
       FROM file f WHERE f.organization_id = s.organization_id AND f.id IN (s.pdf_file_id, s.docx_file_id, s.xlsx_file_id)) AS files
    FROM assessment_submission s WHERE s.organization_id = ${organizationId}
    ORDER BY s.assessment_id, s.round DESC`.execute(tx);
  return rows;
};
