import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import { newSecret } from './letter-store.ts';
import './tables.ts';

export type FirmLinkRow = { id: string; supplierId: string; supplierName: string; madeAt: Date; madeByName: string | null; revokedAt: Date | null; usedOn: string | null };

/** The addresses of firms, those that serve first. */
export const firmLinks = async (tx: Tx, organizationId: string): Promise<FirmLinkRow[]> =>
  (
    await sql<FirmLinkRow>`SELECT l.id, l.supplier_id, s.name AS supplier_name, l.made_at, a.name AS made_by_name, l.revoked_at, l.used_on FROM firm_link l
      JOIN supplier s ON s.organization_id = l.organization_id AND s.id = l.supplier_id LEFT JOIN account a ON a.id = l.made_by
      WHERE l.organization_id = ${organizationId} ORDER BY l.revoked_at IS NOT NULL, s.name COLLATE names, l.id`.execute(tx)
  ).rows;

/** An address for a firm; the one it had serves no more. Returns its secret, which is kept hashed only. */
export const makeFirmLink = async (tx: Tx, organizationId: string, supplierId: string, madeBy: string | undefined, at: Date): Promise<{ id: string; token: string }> => {
  await tx.updateTable('firmLink').set({ revokedAt: at }).where('organizationId', '=', organizationId).where('supplierId', '=', supplierId).where('revokedAt', 'is', null).execute();
  const [id, token] = [newId(), newSecret()];
  await tx
    .insertInto('firmLink')
    .values({ organizationId, id, supplierId, tokenHash: createHash('sha256').update(token).digest(), madeAt: at, madeBy: madeBy ?? null, revokedAt: null, usedOn: null })
    .execute();
  return { id, token };
};

/** Takes an address away; one that was taken away keeps its moment. False where there is none. */
export const revokeFirmLink = async (tx: Tx, organizationId: string, id: string, at: Date): Promise<boolean> =>
  Number(
    (
      await tx
        .updateTable('firmLink')
        .set({ revokedAt: sql`coalesce(revoked_at, ${at})` })
        .where('organizationId', '=', organizationId)
        .where('id', '=', id)
        .executeTakeFirst()
    ).numUpdatedRows,
  ) === 1;

/** The firm of an address that serves, noted as opened that day; undefined where it was revoked or the firm works no more for the centre. */
export const openFirmLink = async (tx: Tx, organizationId: string, id: string, day: string): Promise<{ supplierId: string; supplierName: string } | undefined> => {
  const { rows } = await sql<{ supplierId: string; supplierName: string; usedOn: string | null }>`SELECT l.supplier_id, s.name AS supplier_name, l.used_on FROM firm_link l
    JOIN supplier s ON s.organization_id = l.organization_id AND s.id = l.supplier_id
    WHERE l.organization_id = ${organizationId} AND l.id = ${id} AND l.revoked_at IS NULL AND (s.ended_on IS NULL OR s.ended_on >= ${day})`.execute(tx);
  const [found] = rows;
  // Once a day is enough to see that it serves, and to find the day in the trail.
  if (found && found.usedOn !== day) await tx.updateTable('firmLink').set({ usedOn: day }).where('organizationId', '=', organizationId).where('id', '=', id).execute();
  return found;
};
