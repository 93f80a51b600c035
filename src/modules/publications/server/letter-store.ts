import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import { hasAccount } from './store.ts';
import './tables.ts';

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** A secret of 192 bits. */
const newToken = (): string => randomBytes(24).toString('base64url');
/** A letter that a node took and said no more of is taken up by another after this time. */
const silence = '10 minutes';

/** The publications, of all centres, that are sent by mail on that day. */
export const publicationsByMail = async (db: Kysely<Tables>, today: string): Promise<{ organizationId: string; publicationId: string }[]> =>
  (await sql<{ organizationId: string; publicationId: string }>`SELECT organization_id AS "organizationId", publication_id AS "publicationId" FROM publications_by_mail(${today})`.execute(db)).rows;

/** Whose link a secret is, whatever has become of the publication since. */
export const letterOf = async (db: Kysely<Tables>, token: string): Promise<{ organizationId: string; publicationId: string; personId: string } | undefined> =>
  (
    await sql<{ organizationId: string; publicationId: string; personId: string }>`
      SELECT organization_id AS "organizationId", publication_id AS "publicationId", person_id AS "personId" FROM letter_of(${hashOf(token)})`.execute(db)
  ).rows[0];

/** A link for one person, to be handed over: returns its secret, which is kept hashed only. */
export const makeLink = async (tx: Tx, organizationId: string, publicationId: string, personId: string, at: Date): Promise<{ id: string; token: string }> => {
  const token = newToken();
  const id = newId();
  await tx
    .insertInto('publicationLetter')
    .values({ organizationId, id, publicationId, personId, kind: 'byHand', tokenHash: hashOf(token), madeAt: at, takenAt: null, sentAt: at, fault: null })
    .execute();
  return { id, token };
};

/** So many letters are written at once; of more people, the rest is written right after. */
const atOnce = 2000;

/** Letters of this kind to everybody who is asked, has an address, has not confirmed, and (`first`) got none or (`reminder`) got none that day. Returns how many. */
export const queueLetters = async (tx: Tx, organizationId: string, publicationId: string, kind: 'first' | 'reminder', today: string, at: Date, most = atOnce): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    SELECT p.id FROM publication q CROSS JOIN LATERAL publication_audience(q, ${today}) a
    JOIN person p ON p.organization_id = q.organization_id AND p.id = a.person_id AND p.email IS NOT NULL
    WHERE q.organization_id = ${organizationId} AND q.id = ${publicationId} AND q.ended_on IS NULL
      AND NOT EXISTS (SELECT FROM confirmation c WHERE c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = p.id)
      AND NOT EXISTS (SELECT FROM publication_letter l WHERE l.organization_id = q.organization_id AND l.publication_id = q.id AND l.person_id = p.id
        AND (l.kind = ${kind} AND (${kind} = 'first' OR (l.made_at AT TIME ZONE 'Europe/Brussels')::date = ${today}::date)))
    ORDER BY p.id LIMIT ${most}`.execute(tx);
  if (rows.length === 0) return 0;
  const made = await tx
    .insertInto('publicationLetter')
    .values(rows.map((row) => ({ organizationId, id: newId(), publicationId, personId: row.id, kind, tokenHash: null, madeAt: at, takenAt: null, sentAt: null, fault: null })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return made.length + (rows.length < most ? 0 : await queueLetters(tx, organizationId, publicationId, kind, today, at, most));
};

export type LetterToSend = { id: string; kind: 'first' | 'reminder'; email: string; language: string | null; hasAccount: boolean; token: string };

/** Takes some letters that wait to be sent, fewer than a slow server hands over within `silence` (a minute each), each with a new secret; nobody else takes them meanwhile. Who has confirmed or lost their address since gets none. */
export const takeLetters = async (tx: Tx, organizationId: string, publicationId: string, today: string, at: Date, count = 8): Promise<LetterToSend[]> => {
  const { rows } = await sql<Omit<LetterToSend, 'token'> & { email: string | null; done: boolean }>`
    SELECT l.id, l.kind, p.email, p.language, ${hasAccount(today)} AS "hasAccount",
      EXISTS (SELECT FROM confirmation c WHERE c.organization_id = l.organization_id AND c.publication_id = l.publication_id AND c.person_id = l.person_id) AS done
    FROM publication_letter l JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id
    WHERE l.organization_id = ${organizationId} AND l.publication_id = ${publicationId} AND l.sent_at IS NULL AND l.fault IS NULL
      AND (l.taken_at IS NULL OR l.taken_at < ${at}::timestamptz - ${silence}::interval)
    ORDER BY l.made_at, l.id LIMIT ${count} FOR UPDATE OF l SKIP LOCKED`.execute(tx);
  const taken: LetterToSend[] = [];
  for (const { email, done, ...letter } of rows) {
    const token = newToken();
    const goes = email !== null && !done;
    await tx
      .updateTable('publicationLetter')
      .set(goes ? { takenAt: at, tokenHash: letter.hasAccount ? null : hashOf(token) } : { fault: 'notNeeded' })
      .where('organizationId', '=', organizationId)
      .where('id', '=', letter.id)
      .execute();
    if (goes) taken.push({ ...letter, email, token });
  }
  return taken;
};

/** What became of a letter: it left, or why it did not. */
export const settleLetter = async (tx: Tx, organizationId: string, id: string, outcome: { sentAt: Date } | { fault: string }): Promise<void> => {
  await tx.updateTable('publicationLetter').set(outcome).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** Gives letters back that were taken and could not leave now. */
export const returnLetters = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> => {
  await tx.updateTable('publicationLetter').set({ takenAt: null, tokenHash: null }).where('organizationId', '=', organizationId).where('id', 'in', ids).where('sentAt', 'is', null).execute();
};
