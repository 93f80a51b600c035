import { sql } from 'kysely';
import { endOfDay } from '../../../kernel/counting.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { roomText } from '../../../server/texts.ts';
import type { MovementKind } from '../movement.ts';
import type { NewStep } from '../step.ts';
import { longDay } from '../words.ts';
import './tables.ts';

type Of = { kind: MovementKind; personId: string; contractId: string | null; day: CivilDate };
type Known = { state: 'done' | 'notApplicable'; doneAt: Date; proof?: string; reason?: string };

/** Where the undertaking of a person stands on a day: signed in Beffroi or on its sheet, or covered by the contract of their firm. What was on paper before Beffroi is enough only where a person says so. */
const undertaking = async (tx: Tx, organizationId: string, personId: string, day: CivilDate, now: Date, language: Language): Promise<Known | undefined> => {
  const { rows } = await sql<{ state: string; number: number | null; how: string | null; signedOn: CivilDate | null; signedAt: Date | null; firm: string | null }>`
    SELECT n.state, d.number, d.how, d.signed_on, d.signed_at, f.name AS firm FROM declaration_needs(ARRAY[${organizationId}]::uuid[], ${day}::date, ARRAY[${personId}]::uuid[]) n
    LEFT JOIN declaration d ON d.organization_id = n.organization_id AND d.id = n.declaration_id
    LEFT JOIN supplier_contract k ON k.organization_id = n.organization_id AND k.id = n.covered_by
    LEFT JOIN supplier f ON f.organization_id = k.organization_id AND f.id = k.supplier_id`.execute(tx);
  const [need] = rows;
  if (need?.state === 'covered') return { state: 'notApplicable', doneAt: now, reason: roomText('movements', 'known.covered', language, { firm: need.firm ?? '' }) };
  if (need?.state !== 'signed' || !need.signedOn || need.how === 'earlier') return undefined;
  // Of a sheet only the day is known: noon stands for it.
  const doneAt = need.signedAt ?? new Date(`${need.signedOn}T12:00:00Z`);
  return { state: 'done', doneAt, proof: roomText('movements', 'known.undertaking', language, { number: String(need.number), date: longDay(need.signedOn, language) }) };
};

/** The accounts that the register of people says were closed already. */
const closed = async (tx: Tx, organizationId: string, contractId: string, now: Date, language: Language): Promise<Known | undefined> => {
  const contract = await tx.selectFrom('contract').select('accountsClosedOn').where('organizationId', '=', organizationId).where('id', '=', contractId).executeTakeFirst();
  const on = contract?.accountsClosedOn;
  // The register knows the day and not the hour: its last counts.
  return on ? { state: 'done', doneAt: new Date(Math.min(endOfDay(on) - 1, now.getTime())), proof: roomText('movements', 'known.accounts', language, { date: longDay(on, language) }) } : undefined;
};

/** Says of the new steps of a case what was done before it was opened, with what shows it: each can be opened again as any other. */
export const settleKnown = async (tx: Tx, organizationId: string, of: Of, steps: readonly (NewStep & { id: string })[], now: Date, language: Language): Promise<void> => {
  for (const { id, kind } of steps) {
    const known =
      kind === 'undertaking'
        ? await undertaking(tx, organizationId, of.personId, of.day, now, language)
        : kind === 'disableAccount' && of.kind === 'departure' && of.contractId
          ? await closed(tx, organizationId, of.contractId, now, language)
          : undefined;
    if (known) await tx.updateTable('accessStep').set(known).where('organizationId', '=', organizationId).where('id', '=', id).execute();
  }
};

/** What would take away, after they are back, what somebody who returns needs again. */
const undoneByReturn = ['deleteAccount', 'closeMailbox', 'closeProxy', 'cleanComputer'] as const;

/** Somebody who had left comes back: what their departure was still to close from that day on does not apply any more. */
export const spareReturned = async (tx: Tx, organizationId: string, personId: string, day: CivilDate, now: Date, language: Language): Promise<void> => {
  await sql`UPDATE access_step a SET state = 'notApplicable', done_at = ${now}, reason = ${roomText('movements', 'known.returned', language, { date: longDay(day, language) })}
    FROM movement m WHERE a.organization_id = ${organizationId} AND a.person_id = ${personId} AND a.state = 'open' AND a.origin_kind = 'movement' AND a.kind = ANY(${[...undoneByReturn]}::text[])
      AND m.organization_id = a.organization_id AND m.id = a.origin_id AND m.kind = 'departure' AND m.state = 'open' AND m.day < ${day}::date
      AND COALESCE(a.due_on, (a.due_at AT TIME ZONE 'Europe/Brussels')::date) >= ${day}::date`.execute(tx);
};
