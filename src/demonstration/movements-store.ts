import { sql } from 'kysely';
import type { CivilDate } from '../kernel/dates.ts';
import { newId } from '../kernel/id.ts';
import type { MovementKind } from '../modules/movements/movement.ts';
import type { StepKind } from '../modules/movements/step.ts';
import type { Tx } from '../server/db/database.ts';
import '../modules/movements/server/tables.ts';

export type PastCase = {
  kind: MovementKind;
  personId: string;
  contractId: string;
  day: CivilDate;
  announcedAt: Date;
  closedAt: Date;
  /** Left to be closed with its certificate. */
  certified?: boolean;
  steps: { kind: StepKind; dueAt?: string; dueOn?: CivilDate; doneAt: Date; ownerRole: string; recipientId?: string; reason?: string; proof?: string; state: 'done' | 'notApplicable' }[];
};

export const hasCases = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('movement').select('id').where('organizationId', '=', organizationId).executeTakeFirst()) !== undefined;

/** Writes cases that were closed long ago with their steps, in two statements; returns those that are left to be closed with their certificate. */
export const insertPastCases = async (tx: Tx, organizationId: string, cases: readonly PastCase[]): Promise<{ id: string; closedAt: Date }[]> => {
  if (cases.length === 0) return [];
  const rows = cases.map((one) => ({ ...one, id: newId() }));
  await sql`INSERT INTO movement (organization_id, id, kind, person_id, contract_id, day, announced_at, state, closed_at, search_text)
    SELECT ${organizationId}, n.id, n.kind, n."personId", n."contractId", n.day, n."announcedAt", CASE WHEN n.certified THEN 'open' ELSE 'closed' END, CASE WHEN NOT COALESCE(n.certified, false) THEN n."closedAt" END, p.search_text
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(id uuid, kind text, "personId" uuid, "contractId" uuid, day date, "announcedAt" timestamptz, "closedAt" timestamptz, certified boolean)
    JOIN person p ON p.organization_id = ${organizationId} AND p.id = n."personId"`.execute(tx);
  const steps = rows.flatMap((one) => one.steps.map((step, position) => ({ ...step, id: newId(), originId: one.id, personId: one.personId, openedAt: one.announcedAt, position })));
  await sql`INSERT INTO access_step (organization_id, id, origin_kind, origin_id, kind, person_id, owner_role, due_at, due_on, position, opened_at, state, done_at, proof, reason, recipient_id)
    SELECT ${organizationId}, n.id, 'movement', n."originId", n.kind, n."personId", n."ownerRole", n."dueAt", n."dueOn", n.position, n."openedAt", n.state, n."doneAt", n.proof, n.reason, n."recipientId"
    FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) AS n(id uuid, "originId" uuid, kind text, "personId" uuid, "ownerRole" text, "dueAt" timestamptz, "dueOn" date, position int, "openedAt" timestamptz,
      state text, "doneAt" timestamptz, proof text, reason text, "recipientId" uuid)`.execute(tx);
  return rows.flatMap(({ id, closedAt, certified }) => (certified ? [{ id, closedAt }] : []));
};
