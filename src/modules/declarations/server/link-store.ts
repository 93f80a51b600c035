import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import type { Variant } from '../declaration.ts';
import './tables.ts';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
/** A secret of 192 bits. */
const newSecret = (): string => randomBytes(24).toString('base64url');
/** How long such an address serves: long enough to read, short enough that nobody finds it later. */
export const linkMinutes = 30;

export type LinkRow = {
  id: string;
  personId: string;
  variant: Variant;
  language: DocumentLanguage;
  deviceHash: Buffer | null;
  madeBy: string | null;
  madeByName: string | null;
  expiresAt: Date;
  openedAt: Date | null;
  declarationId: string | null;
};

/** An address for one person; the ones made for them before serve no more. Returns its secret, which is kept hashed only. */
export const makeLink = async (
  tx: Tx,
  organizationId: string,
  values: { personId: string; variant: Variant; language: DocumentLanguage; textId: string; madeBy: string | undefined },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> => {
  await tx
    .updateTable('declarationLink')
    .set({ expiresAt: now })
    .where('organizationId', '=', organizationId)
    .where('personId', '=', values.personId)
    .where('declarationId', 'is', null)
    .where('expiresAt', '>', now)
    .execute();
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
  const { madeBy, ...plain } = values;
  await tx
    .insertInto('declarationLink')
    .values({ ...plain, organizationId, id: newId(), tokenHash: hashOf(token), deviceHash: null, madeAt: now, madeBy: madeBy ?? null, expiresAt, openedAt: null, declarationId: null })
    .execute();
  return { token, expiresAt };
};

/** Which centre's address a secret is, whatever has become of it. */
export const linkOf = async (db: Kysely<Tables>, token: string): Promise<{ organizationId: string; id: string } | undefined> =>
  (await sql<{ organizationId: string; id: string }>`SELECT organization_id AS "organizationId", id FROM declaration_link_of(${hashOf(token)})`.execute(db)).rows[0];

/** The address, held for this transaction: of two devices at once, the second waits and is refused. */
export const lockLink = async (tx: Tx, organizationId: string, id: string): Promise<LinkRow | undefined> =>
  (
    await sql<LinkRow>`SELECT l.id, l.person_id, l.variant, l.language, l.device_hash, l.made_by, a.name AS made_by_name, l.expires_at, l.opened_at, l.declaration_id
      FROM declaration_link l LEFT JOIN account a ON a.id = l.made_by WHERE l.organization_id = ${organizationId} AND l.id = ${id} FOR UPDATE OF l`.execute(tx)
  ).rows[0];

/** Refuses what no longer serves, or serves on another device. Throws badRequest on `token` (`linkUsed`, `linkExpired`, `linkElsewhere`). */
export const refuseLink = (link: LinkRow, device: string | undefined, now: Date): void => {
  if (link.declarationId !== null) throw invalidInput('token', 'linkUsed');
  if (link.expiresAt <= now) throw invalidInput('token', 'linkExpired');
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
