import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { ScanFault } from '../scan-pages.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type ScanRow = {
  id: string;
  version: number;
  batchName: string;
  pages: number[];
  fileId: string;
  receivedAt: Date;
  fault: ScanFault | null;
  sheetId: string | null;
  /** Whom the sheet was printed for, where it is one of ours. */
  sheetName: string | null;
  declarationId: string | null;
  number: number | null;
  name: string | null;
  setAsideOn: CivilDate | null;
  setAsideReason: string | null;
};

/** Scans with what became of them; `open`: those that wait for a person. */
export const listScans = (tx: Tx, organizationId: string, filter: { open?: boolean; id?: string; ids?: readonly string[] } = {}): Listed => {
  const nameOf = (person: string, supplier: string) => sql<string | null>`coalesce(${sql.ref(person)}.first_name || ' ' || ${sql.ref(person)}.last_name, ${sql.ref(supplier)}.name)`;
  let query = tx
    .selectFrom('declarationScan as scan')
    .leftJoin('declarationSheet as sheet', (join) => join.onRef('sheet.organizationId', '=', 'scan.organizationId').onRef('sheet.id', '=', 'scan.sheetId'))
    .leftJoin('person as asked', (join) => join.onRef('asked.organizationId', '=', 'scan.organizationId').onRef('asked.id', '=', 'sheet.personId'))
    .leftJoin('supplier as askedFirm', (join) => join.onRef('askedFirm.organizationId', '=', 'scan.organizationId').onRef('askedFirm.id', '=', 'sheet.supplierId'))
    .leftJoin('declaration', (join) => join.onRef('declaration.organizationId', '=', 'scan.organizationId').onRef('declaration.id', '=', 'scan.declarationId'))
    .leftJoin('person as signer', (join) => join.onRef('signer.organizationId', '=', 'scan.organizationId').onRef('signer.id', '=', 'declaration.personId'))
    .leftJoin('supplier as signerFirm', (join) => join.onRef('signerFirm.organizationId', '=', 'scan.organizationId').onRef('signerFirm.id', '=', 'declaration.supplierId'))
    .where('scan.organizationId', '=', organizationId)
    .select(['scan.id', 'scan.version', 'scan.batchName', 'scan.pages', 'scan.fileId', 'scan.receivedAt', 'scan.fault', 'scan.sheetId', 'scan.declarationId', 'scan.setAsideOn', 'scan.setAsideReason'])
    .select(['declaration.number', nameOf('asked', 'askedFirm').as('sheetName'), nameOf('signer', 'signerFirm').as('name')]) as Listed;
  if (filter.open) query = query.where('scan.declarationId', 'is', null).where('scan.setAsideOn', 'is', null);
  if (filter.id) query = query.where('scan.id', '=', filter.id);
  if (filter.ids) query = query.where('scan.id', 'in', filter.ids);
  return query;
};

export const scanSorts: Sorts = { received: [sql`scan.received_at`] };
export const scanId = sql.ref('scan.id');

/** All parts of the file that this one came in, in the order of their pages. */
export const partsOf = async (tx: Tx, organizationId: string, id: string): Promise<ScanRow[]> =>
  listScans(tx, organizationId)
    .where(sql<boolean>`scan.batch_hash = (SELECT f.batch_hash FROM declaration_scan f WHERE f.organization_id = scan.organization_id AND f.id = ${id})`)
    .orderBy(sql`scan.pages`)
    .execute() as Promise<ScanRow[]>;

export const findScan = async (tx: Tx, organizationId: string, id: string): Promise<ScanRow | undefined> =>
  (listScans(tx, organizationId, { id }) as Listed).executeTakeFirst() as Promise<ScanRow | undefined>;

/** Scans that wait to be filed by hand. */
export const countOpenScans = async (tx: Tx, organizationId: string): Promise<number> =>
  (
    await tx
      .selectFrom('declarationScan')
      .select(sql<number>`count(*)::int`.as('open'))
      .where('organizationId', '=', organizationId)
      .where('declarationId', 'is', null)
      .where('setAsideOn', 'is', null)
      .executeTakeFirstOrThrow()
  ).open;

/** The day on which this very file was given before, or undefined. */
export const givenBefore = async (tx: Tx, organizationId: string, batchHash: string): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom('declarationScan')
      .select(sql<Date | null>`min(received_at)`.as('at'))
      .where('organizationId', '=', organizationId)
      .where('batchHash', '=', batchHash)
      .executeTakeFirst()
  )?.at ?? undefined;

export type NewScan = { batchName: string; batchHash: string; pages: number[]; fileId: string; receivedAt: Date; fault: ScanFault | null; sheetId: string | null; declarationId: string | null };

export const insertScan = async (tx: Tx, organizationId: string, scan: NewScan): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('declarationScan')
    .values({ ...scan, organizationId, id, setAsideOn: null, setAsideReason: null })
    .execute();
  return id;
};

/** Settles a scan that waits: filed as that undertaking, or set aside. Returns false where it waits no more. */
export const settleScan = async (tx: Tx, organizationId: string, id: string, outcome: { declarationId: string } | { setAsideOn: CivilDate; setAsideReason: string }): Promise<boolean> => {
  const settled = await tx
    .updateTable('declarationScan')
    .set(outcome)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('declarationId', 'is', null)
    .where('setAsideOn', 'is', null)
    .executeTakeFirst();
  return Number(settled.numUpdatedRows) > 0;
};

/** What was filed as this undertaking, which is annulled: it waits again for somebody to file it as whose it is. */
export const reopenScans = async (tx: Tx, organizationId: string, declarationId: string): Promise<void> => {
  await tx.updateTable('declarationScan').set({ declarationId: null, fault: 'filingAnnulled' }).where('organizationId', '=', organizationId).where('declarationId', '=', declarationId).execute();
};
