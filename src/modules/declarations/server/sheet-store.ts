import { type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { Variant } from '../declaration.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type SheetRow = {
  id: string;
  organizationId: string;
  code: string;
  personId: string | null;
  supplierId: string | null;
  name: string;
  variant: Variant;
  language: DocumentLanguage;
  textId: string;
  model: DocumentModel;
  contentHash: string;
  pages: number;
  fileId: string;
  madeAt: Date;
  withdrawnOn: CivilDate | null;
  /** What came of it, if it has come back. */
  declarationId: string | null;
};

/** Printed sheets, with whom they are for and what came of them. `open`: those that are still out. */
export const listSheets = (tx: Tx, organizationId: string, filter: { open?: boolean; code?: string; id?: string } = {}): Listed => {
  let query = tx
    .selectFrom('declarationSheet as sheet')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'sheet.organizationId').onRef('person.id', '=', 'sheet.personId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'sheet.organizationId').onRef('supplier.id', '=', 'sheet.supplierId'))
    .leftJoin('declaration', (join) => join.onRef('declaration.organizationId', '=', 'sheet.organizationId').onRef('declaration.sheetId', '=', 'sheet.id').on('declaration.annulledOn', 'is', null))
    .where('sheet.organizationId', '=', organizationId)
    .selectAll('sheet')
    .select(['declaration.id as declarationId', sql<string>`coalesce(person.first_name || ' ' || person.last_name, supplier.name)`.as('name')]) as Listed;
  if (filter.open) query = query.where('sheet.withdrawnOn', 'is', null).where('declaration.id', 'is', null);
  if (filter.code) query = query.where('sheet.code', '=', filter.code);
  if (filter.id) query = query.where('sheet.id', '=', filter.id);
  return query;
};

export const sheetSorts: Sorts = { made: [sql`sheet.made_at`] };
export const sheetId = sql.ref('sheet.id');

export const sheetsOf = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<SheetRow[]> =>
  listSheets(tx, organizationId).where('sheet.id', 'in', ids).execute() as Promise<SheetRow[]>;

/** So many of those that are out, the newest first. */
export const newestSheets = async (tx: Tx, organizationId: string, count: number): Promise<SheetRow[]> =>
  listSheets(tx, organizationId, { open: true }).orderBy('sheet.madeAt', 'desc').orderBy('sheet.id').limit(count).execute() as Promise<SheetRow[]>;

export const findSheet = async (tx: Tx, organizationId: string, by: { code: string } | { id: string }): Promise<SheetRow | undefined> =>
  (listSheets(tx, organizationId, by) as Listed).executeTakeFirst() as Promise<SheetRow | undefined>;

/** Notes a printed sheet; those that were out for the same signature are withdrawn, so that one alone can come back. */
export const insertSheet = async (
  tx: Tx,
  organizationId: string,
  sheet: Omit<SheetRow, 'id' | 'organizationId' | 'name' | 'withdrawnOn' | 'declarationId'>,
  day: CivilDate,
): Promise<{ id: string }> => {
  const id = newId();
  await sql`UPDATE declaration_sheet s SET withdrawn_on = ${day} WHERE s.organization_id = ${organizationId} AND s.withdrawn_on IS NULL
    AND (s.person_id = ${sheet.personId} OR s.supplier_id = ${sheet.supplierId})
    AND NOT EXISTS (SELECT FROM declaration d WHERE d.organization_id = s.organization_id AND d.sheet_id = s.id AND d.annulled_on IS NULL)`.execute(tx);
  const { model, ...plain } = sheet;
  await tx
    .insertInto('declarationSheet')
    .values({ ...plain, model: JSON.stringify(model), organizationId, id, withdrawnOn: null })
    .execute();
  return { id };
};

/** One file at a time is filed in a centre: what it finds used, no other uses meanwhile. */
export const lockFiling = async (tx: Tx, organizationId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`declarationScan/${organizationId}`}, 0))`.execute(tx);
};
