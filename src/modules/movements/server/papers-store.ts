import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Frozen } from '../../documents/server/service.ts';
import './tables.ts';

/** The number of the next certificate of a year; of two at once, the second waits. */
export const nextNumber = async (tx: Tx, organizationId: string, year: number): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`movement/${organizationId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ number: number }>`SELECT coalesce(max(number), 0) AS number FROM movement_certificate WHERE organization_id = ${organizationId} AND year = ${year}`.execute(tx);
  return rows[0]!.number + 1;
};

export type NewCertificate = Frozen & { movementId: string; year: number; number: number; language: DocumentLanguage; issuedAt: Date };

export const insertCertificate = async (tx: Tx, organizationId: string, { model, ...values }: NewCertificate): Promise<void> => {
  await tx
    .insertInto('movementCertificate')
    .values({ organizationId, id: newId(), ...values, model: json(model) })
    .execute();
};

/** The frozen certificate of a case. */
export const findCertificate = async (tx: Tx, organizationId: string, movementId: string) =>
  tx.selectFrom('movementCertificate').select(['language', 'pdfFileId', 'docxFileId']).where('organizationId', '=', organizationId).where('movementId', '=', movementId).executeTakeFirst();

/** What a case takes away that a firm stands behind. */
export const rightsAtFirm = async (tx: Tx, organizationId: string, movementId: string, supplierId: string): Promise<{ resourceName: string; level: string | null; account: string | null }[]> =>
  tx
    .selectFrom('accessStep as a')
    .innerJoin('resource', (join) => join.onRef('resource.organizationId', '=', 'a.organizationId').onRef('resource.id', '=', 'a.resourceId'))
    .select(['resource.name as resourceName', 'a.level', 'a.account'])
    .where('a.organizationId', '=', organizationId)
    .where('a.originKind', '=', 'movement')
    .where('a.originId', '=', movementId)
    .where('a.kind', '=', 'withdraw')
    .where('a.state', '<>', 'dropped')
    .where('resource.supplierId', '=', supplierId)
    .orderBy(sql`resource.name COLLATE names`)
    .orderBy('a.id')
    .execute();

/** The frozen certificates of these cases, in the order of their numbers. */
export const certificatesOf = async (tx: Tx, organizationId: string, movementIds: readonly string[]): Promise<{ year: number; number: number; pdfFileId: string }[]> =>
  movementIds.length === 0
    ? []
    : tx
        .selectFrom('movementCertificate')
        .select(['year', 'number', 'pdfFileId'])
        .where('organizationId', '=', organizationId)
        .where('movementId', 'in', movementIds)
        .orderBy('year')
        .orderBy('number')
        .execute();
