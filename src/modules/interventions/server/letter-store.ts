import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import type { LetterKind } from './tables.ts';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
/** A secret of 192 bits. */
export const newSecret = (): string => randomBytes(24).toString('base64url');
/** So long an address in a mail serves. */
const linkDays = 14;
/** A letter that a node took and said no more of is taken up by another after this time. */
const silence = '10 minutes';

/**
 * Letters to whoever may agree in the centre that day (adviser and deputies), but not to who does it themselves. They leave by a job; one that waits
 * of the same kind is not written twice.
 */
export const queueLetters = async (tx: Tx, organizationId: string, interventionId: string, kind: LetterKind, day: string, at: Date, but?: string): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT l.account_id AS id FROM link l JOIN account a ON a.id = l.account_id AND a.disabled_at IS NULL
      CROSS JOIN LATERAL link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, ${day}::date, false) r
    WHERE l.organization_id = ${organizationId} AND l.start <= ${day} AND (l."end" IS NULL OR l."end" >= ${day}) AND r.role IN ('adviser', 'deputyAdviser')
      AND l.account_id IS DISTINCT FROM ${but ?? null}::uuid`.execute(tx);
  if (rows.length === 0) return;
  await tx
    .insertInto('interventionLetter')
    .values(rows.map(({ id }) => ({ organizationId, id: newId(), interventionId, accountId: id, kind, madeAt: at, sentAt: null, fault: null, takenAt: null })))
    .execute();
};

export type LetterToSend = { id: string; interventionId: string; accountId: string; kind: LetterKind; email: string; language: string };

/** The centres where letters wait: asked before any scope is known, by the function of the migration. */
export const centresWithLetters = async (db: Kysely<Tables>): Promise<string[]> =>
  (await sql<{ organizationId: string }>`SELECT organization_id AS "organizationId" FROM intervention_letters_waiting()`.execute(db)).rows.map(({ organizationId }) => organizationId);

/** Takes some letters that wait; nobody else takes them meanwhile. */
export const takeLetters = async (tx: Tx, organizationId: string, at: Date, count = 8): Promise<LetterToSend[]> => {
  const { rows } = await sql<LetterToSend>`
    SELECT l.id, l.intervention_id, l.account_id, l.kind, a.email, a.language FROM intervention_letter l JOIN account a ON a.id = l.account_id
    WHERE l.organization_id = ${organizationId} AND l.sent_at IS NULL AND l.fault IS NULL AND (l.taken_at IS NULL OR l.taken_at < ${at}::timestamptz - ${silence}::interval)
    ORDER BY l.made_at, l.id LIMIT ${count} FOR UPDATE OF l SKIP LOCKED`.execute(tx);
  if (rows.length > 0)
    await tx
      .updateTable('interventionLetter')
      .set({ takenAt: at })
      .where('organizationId', '=', organizationId)
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  return rows;
};

/** What became of a letter: it left, why it did not, or it waits for the next round. */
export const settleLetter = async (tx: Tx, organizationId: string, id: string, outcome: { sentAt: Date } | { fault: string } | { takenAt: null }): Promise<void> => {
  await tx.updateTable('interventionLetter').set(outcome).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** An address by which this account answers for this intervention, once; those made for it before serve no more. Returns its secret, which is kept hashed only. */
export const makeLink = async (tx: Tx, organizationId: string, interventionId: string, accountId: string, at: Date): Promise<string> => {
  await tx
    .updateTable('interventionLink')
    .set({ expiresAt: at })
    .where('organizationId', '=', organizationId)
    .where('interventionId', '=', interventionId)
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', at)
    .where('usedAt', 'is', null)
    .execute();
  const token = newSecret();
  await tx
    .insertInto('interventionLink')
    .values({ organizationId, id: newId(), interventionId, accountId, tokenHash: hashOf(token), madeAt: at, expiresAt: new Date(at.getTime() + linkDays * 86_400_000), usedAt: null })
    .execute();
  return token;
};

/** Which centre's address a secret is, whatever has become of it. */
export const linkOf = async (db: Kysely<Tables>, token: string, of: 'intervention' | 'firm'): Promise<{ organizationId: string; id: string } | undefined> =>
  (await sql<{ organizationId: string; id: string }>`SELECT organization_id AS "organizationId", id FROM ${sql.raw(`${of}_link_of`)}(${hashOf(token)})`.execute(db)).rows[0];

export type LinkRow = { id: string; interventionId: string; accountId: string; expiresAt: Date; usedAt: Date | null };
/** The address, held for this transaction: of two answers at once, the second is refused. Throws badRequest on `token` (`linkUsed`, `linkExpired`). */
export const lockLink = async (tx: Tx, organizationId: string, id: string, now: Date): Promise<LinkRow> => {
  const row = (await sql<LinkRow>`SELECT id, intervention_id, account_id, expires_at, used_at FROM intervention_link WHERE organization_id = ${organizationId} AND id = ${id} FOR UPDATE`.execute(tx))
    .rows[0]!;
  if (row.usedAt) throw invalidInput('token', 'linkUsed');
  if (row.expiresAt <= now) throw invalidInput('token', 'linkExpired');
  return row;
};

export const useLink = async (tx: Tx, organizationId: string, id: string, at: Date): Promise<void> => {
  await tx.updateTable('interventionLink').set({ usedAt: at }).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};
