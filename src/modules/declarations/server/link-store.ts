import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import { type LinkKind, linkMinutes, type Variant } from '../declaration.ts';
import './tables.ts';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
/** A secret of 192 bits. */
const newSecret = (): string => randomBytes(24).toString('base64url');
export type LinkRow = {
  id: string;
  personId: string | null;
  supplierId: string | null;
  kind: LinkKind;
  variant: Variant;
  language: DocumentLanguage;
  deviceHash: Buffer | null;
  madeBy: string | null;
  madeByName: string | null;
  mailTo: string | null;
  expiresAt: Date;
  openedAt: Date | null;
  disownedAt: Date | null;
  declarationId: string | null;
};
/** Whom an address is for: one of the two. */
export type Bound = { personId: string | null; supplierId: string | null };
export type NewLink = Bound & { kind: LinkKind; variant: Variant; language: DocumentLanguage; textId: string; madeBy: string | undefined };

const ofBound = ({ personId, supplierId }: Bound) => (personId ? (['personId', personId] as const) : (['supplierId', supplierId!] as const));
export const expiryOf = (kind: LinkKind, now: Date): Date => new Date(now.getTime() + linkMinutes[kind] * 60_000);

const insert = async (tx: Tx, organizationId: string, { madeBy, ...values }: NewLink, tokenHash: Buffer | null, mailTo: string | null, now: Date): Promise<{ id: string; expiresAt: Date }> => {
  const [column, bound] = ofBound(values);
  await tx
    .updateTable('declarationLink')
    .set({ expiresAt: now })
    .where('organizationId', '=', organizationId)
    .where(column, '=', bound)
    .where('declarationId', 'is', null)
    .where('expiresAt', '>', now)
    .execute();
  const id = newId();
  const expiresAt = expiryOf(values.kind, now);
  const none = { deviceHash: null, takenAt: null, sentAt: null, fault: null, openedAt: null, disownedAt: null, declarationId: null };
  await tx
    .insertInto('declarationLink')
    .values({ ...none, ...values, organizationId, id, tokenHash, mailTo, madeAt: now, madeBy: madeBy ?? null, expiresAt })
    .execute();
  return { id, expiresAt };
};

/** An address for one person or firm; the ones made for them before serve no more. Returns its secret, which is kept hashed only. */
export const makeLink = async (tx: Tx, organizationId: string, values: NewLink, now: Date): Promise<{ token: string; expiresAt: Date }> => {
  const token = newSecret();
  const { expiresAt } = await insert(tx, organizationId, values, hashOf(token), null, now);
  return { token, expiresAt };
};

/** The same, to be sent by mail: its secret is made when its letter leaves. */
export const queueLink = async (tx: Tx, organizationId: string, values: NewLink, mailTo: string, now: Date): Promise<{ id: string }> => insert(tx, organizationId, values, null, mailTo, now);

/** Which centre's address a secret is, whatever has become of it. */
export const linkOf = async (db: Kysely<Tables>, token: string): Promise<{ organizationId: string; id: string } | undefined> =>
  (await sql<{ organizationId: string; id: string }>`SELECT organization_id AS "organizationId", id FROM declaration_link_of(${hashOf(token)})`.execute(db)).rows[0];

/** The address, held for this transaction: of two devices at once, the second waits and is refused. */
export const lockLink = async (tx: Tx, organizationId: string, id: string): Promise<LinkRow | undefined> =>
  (
    await sql<LinkRow>`SELECT l.id, l.person_id, l.supplier_id, l.kind, l.variant, l.language, l.device_hash, l.made_by, a.name AS made_by_name, l.mail_to, l.expires_at, l.opened_at, l.disowned_at,
      l.declaration_id FROM declaration_link l LEFT JOIN account a ON a.id = l.made_by WHERE l.organization_id = ${organizationId} AND l.id = ${id} FOR UPDATE OF l`.execute(tx)
  ).rows[0];

/** Refuses what no longer serves, or serves on another device. Throws badRequest on `token` (`linkUsed`, `linkExpired`, `linkElsewhere`). */
export const refuseLink = (link: LinkRow, device: string | undefined, now: Date): void => {
  if (link.declarationId !== null) throw invalidInput('token', 'linkUsed');
  if (link.disownedAt !== null || link.expiresAt <= now) throw invalidInput('token', 'linkExpired');
  if (link.deviceHash !== null && (!device || !hashOf(device).equals(link.deviceHash))) throw invalidInput('token', 'linkElsewhere');
};

/** The first device to open it keeps it: returns the secret by which it is known again. */
export const openOnDevice = async (tx: Tx, organizationId: string, id: string, now: Date): Promise<string> => {
  const device = newSecret();
  await tx
    .updateTable('declarationLink')
    .set({ deviceHash: hashOf(device), openedAt: now })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute();
  return device;
};

export const closeLink = async (tx: Tx, organizationId: string, id: string, declarationId: string): Promise<void> => {
  await tx.updateTable('declarationLink').set({ declarationId }).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** Whoever opened it is not the one it was made for: it serves no more, and the centre sees it. */
export const disownLink = async (tx: Tx, organizationId: string, id: string, now: Date): Promise<void> => {
  await tx.updateTable('declarationLink').set({ disownedAt: now }).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

export type LinkTold = Pick<LinkRow, 'id' | 'kind' | 'mailTo' | 'expiresAt' | 'openedAt' | 'disownedAt'> & { madeAt: Date; sentAt: Date | null; fault: string | null; used: boolean; current: boolean };

/** The addresses made for one person or firm, the newest first, with what became of each. */
export const linksOf = async (tx: Tx, organizationId: string, whom: Bound, now: Date): Promise<LinkTold[]> =>
  tx
    .selectFrom('declarationLink')
    .select(['id', 'kind', 'mailTo', 'expiresAt', 'openedAt', 'disownedAt', 'madeAt', 'sentAt', 'fault'])
    .select(sql<boolean>`declaration_id IS NOT NULL`.as('used'))
    .select(sql<boolean>`declaration_id IS NULL AND disowned_at IS NULL AND expires_at > ${now}`.as('current'))
    .where('organizationId', '=', organizationId)
    .where(...([ofBound(whom)[0], '=', ofBound(whom)[1]] as const))
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();

/** In which centres letters wait to leave. */
export const lettersToSend = async (db: Kysely<Tables>): Promise<string[]> =>
  (await sql<{ id: string }>`SELECT declaration_links_to_send AS id FROM declaration_links_to_send()`.execute(db)).rows.map(({ id }) => id);

export type ToSend = {
  id: string;
  supplierId: string | null;
  name: string;
  language: DocumentLanguage;
  mailTo: string;
  expiresAt: Date;
  centre: Partial<Record<DocumentLanguage, string>>;
  token: string;
};
/** A letter that a node took and said no more of is taken up by another after this time. */
const silence = '10 minutes';

/** Takes some letters that wait, each with a new secret; nobody else takes them meanwhile. Of one who has signed since, or whose address was replaced, none leaves. */
export const takeLetters = async (tx: Tx, organizationId: string, now: Date, count = 8): Promise<ToSend[]> => {
  const { rows } = await sql<Omit<ToSend, 'token'>>`
    SELECT l.id, l.supplier_id, l.language, l.mail_to, l.expires_at, o.name AS centre, COALESCE(p.first_name || ' ' || p.last_name, s.name) AS name
    FROM declaration_link l JOIN organization o ON o.id = l.organization_id
    LEFT JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id LEFT JOIN supplier s ON s.organization_id = l.organization_id AND s.id = l.supplier_id
    WHERE l.organization_id = ${organizationId} AND l.mail_to IS NOT NULL AND l.sent_at IS NULL AND l.fault IS NULL AND (l.taken_at IS NULL OR l.taken_at < ${now}::timestamptz - ${silence}::interval)
    ORDER BY l.made_at, l.id LIMIT ${count} FOR UPDATE OF l SKIP LOCKED`.execute(tx);
  const taken: ToSend[] = [];
  for (const letter of rows) {
    const token = newSecret();
    const goes = letter.expiresAt > now;
    await tx
      .updateTable('declarationLink')
      .set(goes ? { takenAt: now, tokenHash: hashOf(token) } : { fault: 'notNeeded' })
      .where('organizationId', '=', organizationId)
      .where('id', '=', letter.id)
      .execute();
    if (goes) taken.push({ ...letter, token });
  }
  return taken;
};

/** What became of a letter: it left, or why it did not. */
export const settleLetter = async (tx: Tx, organizationId: string, id: string, outcome: { sentAt: Date } | { fault: string }): Promise<void> => {
  await tx.updateTable('declarationLink').set(outcome).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** Gives a letter back that was taken and could not leave now. */
export const returnLetter = async (tx: Tx, organizationId: string, id: string): Promise<void> => {
  await tx.updateTable('declarationLink').set({ takenAt: null, tokenHash: null }).where('organizationId', '=', organizationId).where('id', '=', id).where('sentAt', 'is', null).execute();
};

/** Forgets where letters to a person went; one that has not left leaves no more. Who signed by which letter stays in the proof of the undertaking. */
export const forgetAddresses = async (tx: Tx, organizationId: string, personId: string): Promise<void> => {
  await sql`DELETE FROM declaration_link WHERE organization_id = ${organizationId} AND person_id = ${personId} AND token_hash IS NULL`.execute(tx);
  await sql`UPDATE declaration_link SET mail_to = NULL WHERE organization_id = ${organizationId} AND person_id = ${personId} AND mail_to IS NOT NULL`.execute(tx);
};
