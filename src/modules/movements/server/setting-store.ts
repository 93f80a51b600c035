import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { MovementKind } from '../movement.ts';
import type { Setting, SettingInput } from '../template.ts';
import './tables.ts';

export type SettingRow = Setting & { version: number; movementKind: MovementKind; ownerName: string | null };

/** What a centre changed of the steps of every kind of case, or of one, and those that it added, with the names of the people who own them. */
export const listSettings = async (tx: Tx, organizationId: string, kind?: MovementKind): Promise<SettingRow[]> => {
  const { rows } = await sql<SettingRow>`SELECT s.id, s.version, s.movement_kind, s.template_id, s.title, s.dropped, s.drop_reason, s.owner, s.owner_id, s.term, s.position,
      p.first_name || ' ' || p.last_name AS owner_name
    FROM step_setting s LEFT JOIN person p ON p.organization_id = s.organization_id AND p.id = s.owner_id
    WHERE s.organization_id = ${organizationId} AND (${kind ?? null}::text IS NULL OR s.movement_kind = ${kind ?? null}) ORDER BY s.position, s.id`.execute(tx);
  return rows;
};

/** Of these people, those whom a contract or a mandate binds to the centre on a day. */
export const presentOn = async (tx: Tx, organizationId: string, personIds: readonly string[], on: CivilDate): Promise<Set<string>> => {
  if (personIds.length === 0) return new Set();
  const counts = sql`organization_id = ${organizationId} AND person_id = ANY(${[...personIds]}::uuid[]) AND start <= ${on}::date AND ("end" IS NULL OR "end" >= ${on}::date)`;
  const { rows } = await sql<{ personId: string }>`SELECT person_id FROM contract WHERE ${counts} UNION SELECT person_id FROM mandate WHERE ${counts}`.execute(tx);
  return new Set(rows.map(({ personId }) => personId));
};

/** Whether a person stands in the register of the centre. */
export const personKnown = async (tx: Tx, organizationId: string, personId: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('organizationId', '=', organizationId).where('id', '=', personId).executeTakeFirst()) !== undefined;

/** The columns of a setting, so that what is not said is not kept. */
export const columnsOf = ({ movementKind, templateId, title, dropped, dropReason, owner, ownerId, term, position }: SettingInput): Record<string, unknown> => ({
  movementKind,
  templateId: templateId ?? null,
  title: title ?? null,
  dropped,
  dropReason: dropped ? dropReason : null,
  owner: owner ?? null,
  ownerId: ownerId ?? null,
  term: term ?? null,
  position,
});
