import { sql } from 'kysely';
import type { Answers } from '../../../documents/condition.ts';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { AssessmentState } from '../assessment.ts';
import { type Scored, type Summary, summarize } from '../scoring.ts';
import './assessment-tables.ts';

const head = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('assessment as a')
    .leftJoin('account as preparer', 'preparer.id', 'a.preparedBy')
    .leftJoin('account as validator', 'validator.id', 'a.validatedBy')
    .leftJoin('account as submitter', 'submitter.id', 'a.submittedBy')
    .where('a.organizationId', '=', organizationId)
    .select([
      'a.id',
      'a.version',
      'a.framework',
      'a.frameworkVersion',
      'a.level',
      'a.year',
      'a.state',
      'a.openedOn',
      'a.closesOn',
      'a.preparedAt',
      'a.validatedAt',
      'a.submittedAt',
      'a.acknowledgedOn',
      'a.acknowledgement',
      'a.summary',
      'a.contentHash',
      'preparer.name as preparedBy',
      'validator.name as validatedBy',
      'submitter.name as submittedBy',
    ]);

/** The assessments of a centre, the newest year first. */
export const listAssessments = (tx: Tx, organizationId: string, filters: { year?: number | undefined; framework?: string | undefined } = {}) => {
  let query = head(tx, organizationId).orderBy('a.year', 'desc').orderBy('a.framework');
  if (filters.year !== undefined) query = query.where('a.year', '=', filters.year);
  if (filters.framework !== undefined) query = query.where('a.framework', '=', filters.framework);
  return query.execute();
};

/** One assessment with the names of who prepared, validated and submitted it. Throws resourceNotFound. */
export const findAssessment = async (tx: Tx, organizationId: string, id: string) => {
  const found = await head(tx, organizationId).where('a.id', '=', id).executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  return found;
};
export type AssessmentRow = Awaited<ReturnType<typeof findAssessment>>;

/** The last assessment against that framework of a year before. */
export const assessmentBefore = (tx: Tx, organizationId: string, framework: string, year: number) =>
  head(tx, organizationId).where('a.framework', '=', framework).where('a.year', '<', year).orderBy('a.year', 'desc').limit(1).executeTakeFirst();

export const assessmentExists = async (tx: Tx, organizationId: string, framework: string, year: number): Promise<boolean> =>
  (await tx.selectFrom('assessment').select('id').where('organizationId', '=', organizationId).where('framework', '=', framework).where('year', '=', year).executeTakeFirst()) !== undefined;

/** Holds an assessment until the end of the transaction, so that whoever writes its rows next sees what this one wrote. Throws resourceNotFound, wrongState. */
export const lockAssessment = async (tx: Tx, organizationId: string, id: string, states: readonly AssessmentState[] = ['opened']) => {
  const found = await tx
    .selectFrom('assessment')
    .select(['id', 'version', 'framework', 'frameworkVersion', 'level', 'year', 'state', 'openedOn', 'closesOn'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  if (!states.includes(found.state)) throw new Problem('wrongState');
  return found;
};

type Opening = { framework: string; frameworkVersion: string; level: string | null; year: number; openedOn: string; closesOn: string | null; summary: Summary };

export const insertAssessment = async (tx: Tx, organizationId: string, { summary, ...values }: Opening): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('assessment')
    .values({ organizationId, id, ...values, summary: json(summary), model: null })
    .execute();
  return id;
};

/** Throws resourceNotFound or staleVersion. */
export const setClosing = async (tx: Tx, organizationId: string, id: string, version: number, closesOn: string | null): Promise<void> => {
  const updated = await tx.updateTable('assessment').set({ closesOn }).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'assessment', organizationId, id, version);
};

/** Throws resourceNotFound, staleVersion, or stillReferenced where a later year took its answers over. */
export const deleteAssessment = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('assessment').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'assessment', organizationId, id, version);
};

/** A row that was taken over with an answer and that nobody has confirmed. */
export const toConfirm = sql<boolean>`(n.carried_from IS NOT NULL AND NOT n.norm_changed AND n.confirmed_at IS NULL AND (n.answers <> '{}' OR n.answer IS NOT NULL OR n.documentation IS NOT NULL OR n.implementation IS NOT NULL))`;

/** Adds the rows of an assessment up and keeps the sum with it. The caller holds the assessment (lockAssessment). */
export const refreshSummary = async (tx: Tx, organizationId: string, id: string): Promise<Summary> => {
  const rows: Scored[] = await tx
    .selectFrom('assessmentNorm as n')
    .select(['n.normId', 'n.chapterId', 'n.result', 'n.documentation', 'n.implementation', toConfirm.as('toConfirm')])
    .where('n.organizationId', '=', organizationId)
    .where('n.assessmentId', '=', id)
    .orderBy('n.position')
    .execute();
  const summary = summarize(rows);
  await sql`UPDATE assessment SET summary = ${json(summary)} WHERE organization_id = ${organizationId} AND id = ${id} AND summary IS DISTINCT FROM ${json(summary)}`.execute(tx);
  return summary;
};

/** What a centre answers to the conditions under which a norm applies: its profile, and what its registers say today. Throws resourceNotFound. */
export const profileAnswers = async (tx: Tx, organizationId: string, today: string): Promise<Answers> => {
  const held = (kind: string) =>
    sql<boolean>`EXISTS (SELECT FROM mandate m WHERE m.organization_id = o.id AND m.kind = ${kind} AND m.start <= ${today}::date AND (m."end" IS NULL OR m."end" >= ${today}::date))`;
  const found = await tx
    .selectFrom('organization as o')
    .where('o.id', '=', organizationId)
    .select(['o.profile', 'o.region'])
    .select([held('deputyAdviser').as('deputy'), held('dpo').as('dpo'), held('itAgent').as('itAgent')])
    .select(sql<boolean>`EXISTS (SELECT FROM pool_membership p WHERE p.organization_id = o.id AND p.start <= ${today}::date AND (p."end" IS NULL OR p."end" >= ${today}::date))`.as('pool'))
    .executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  const { profile, region, ...has } = found;
  return { profile: profile as Answers['profile'], has: { ...has, flemishDecree: region === 'flanders' } };
};
