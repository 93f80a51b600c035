import { sql } from 'kysely';
import { newId } from '../kernel/id.ts';
import { json, type Tx } from '../server/db/database.ts';

/** How one norm was answered; `confirmed`: whether what last year said was looked at again. */
export type Answer = {
  id: string;
  answers: Record<string, boolean>;
  answer: 'notApplicable' | null;
  reason: string | null;
  comment: string | null;
  result: string | null;
  ownerId: string | null;
  confirmed: boolean;
};

/** Writes the answers of a year in one statement. */
export const writeAnswers = async (tx: Tx, organizationId: string, answers: readonly Answer[], at: Date): Promise<void> => {
  await sql`
    UPDATE assessment_norm n SET answers = r.answers, answer = r.answer, reason = r.reason, comment = r.comment, result = r.result, owner_id = r."ownerId",
      confirmed_at = CASE WHEN n.carried_from IS NOT NULL AND r.confirmed THEN ${at}::timestamptz END
    FROM jsonb_to_recordset(${json(answers)}) AS r(id uuid, answers jsonb, answer text, reason text, comment text, result text, "ownerId" uuid, confirmed boolean)
    WHERE n.organization_id = ${organizationId} AND n.id = r.id`.execute(tx);
};

export type Proof = { row: string; url: string | null; fact: string | null; title: string | null; validUntil: string | null };

/** Puts evidence under norms, in one statement. */
export const writeEvidence = async (tx: Tx, organizationId: string, proofs: readonly Proof[], addedOn: string): Promise<void> => {
  if (proofs.length === 0) return;
  await sql`
    INSERT INTO assessment_evidence (organization_id, id, assessment_norm_id, kind, url, fact, title, valid_until, added_on)
    SELECT ${organizationId}::uuid, r.id, r."row", CASE WHEN r.fact IS NULL THEN 'link' ELSE 'fact' END, r.url, r.fact, r.title, r."validUntil", ${addedOn}::date
    FROM jsonb_to_recordset(${json(proofs.map((proof) => ({ id: newId(), ...proof })))}) AS r(id uuid, "row" uuid, url text, fact text, title text, "validUntil" date)`.execute(tx);
};

export type Days = { prepared: string; validated: string; submitted: string; acknowledged: string };

/** Ends a year as it went: prepared, validated, sent and acknowledged on those days. */
export const closeAssessment = async (tx: Tx, organizationId: string, id: string, days: Days, acknowledgement: string): Promise<void> => {
  const at = (day: string) => new Date(`${day}T11:00:00Z`);
  await sql`UPDATE assessment SET state = 'acknowledged', prepared_at = ${at(days.prepared)}, validated_at = ${at(days.validated)}, submitted_at = ${at(days.submitted)},
    acknowledged_on = ${days.acknowledged}, acknowledgement = ${acknowledgement} WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
};

/** A day of closing that may be past. */
export const setClosing = async (tx: Tx, organizationId: string, id: string, closesOn: string): Promise<void> => {
  await sql`UPDATE assessment SET closes_on = ${closesOn} WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
};
