import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mergePdfs, pdfPages } from '../../../documents/pdf-merge.ts';
import { CivilDate } from '../../../kernel/dates.ts';
import { DocumentLanguage, documentLanguages } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { cleanFileName, fileKindOf } from '../../../server/file-kind.ts';
import { attachment, openFile, readFileBytes } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import { type Services, today } from '../../../server/services.ts';
import { variants } from '../declaration.ts';
import { scanFaults } from '../scan-pages.ts';
import { fileScan, fileSheet, signingDay } from './filing.ts';
import * as scans from './scan-store.ts';
import * as sheetStore from './sheet-store.ts';
import { makeSheets } from './sheets.ts';
import { insertEarlier } from './store.ts';

const tags = ['declarations'];
const id = z.uuid().toLowerCase();
const Sheet = z
  .object({ id: z.uuid(), name: z.string(), variant: z.enum(variants), language: z.enum(documentLanguages), pages: z.int(), madeAt: z.string(), file: z.string() })
  .meta({ id: 'DeclarationSheet' });
const Sheets = Page(Sheet).meta({ id: 'DeclarationSheets' });
const SheetsInput = z
  .strictObject({ personIds: z.array(id).max(50).default([]), supplierId: id.optional(), language: DocumentLanguage.optional() })
  .refine((input) => input.personIds.length > 0 || input.supplierId !== undefined, { message: 'chooseOne', path: ['personIds'] })
  .meta({ id: 'DeclarationSheetsData', example: { personIds: ['01990000-0000-7000-8000-000000000001'] } });
const Scan = z
  .object({
    id: z.uuid(),
    batchName: z.string(),
    pages: z.array(z.int()),
    receivedAt: z.string(),
    fault: z.enum(scanFaults).optional(),
    sheetId: z.uuid().optional(),
    sheetName: z.string().optional(),
    declarationId: z.uuid().optional(),
    number: z.int().optional(),
    name: z.string().optional(),
    setAsideOn: z.string().optional(),
    setAsideReason: z.string().optional(),
    file: z.string(),
  })
  .meta({ id: 'DeclarationScan' });
const Scans = Page(Scan).meta({ id: 'DeclarationScans' });
const ByHand = z
  .union([z.strictObject({ sheetId: id, signedOn: CivilDate }), z.strictObject({ personId: id, variant: z.enum(['staff', 'council', 'outsider', 'firm']), signedOn: CivilDate })])
  .meta({ id: 'DeclarationScanFilingData', example: { personId: '01990000-0000-7000-8000-000000000001', variant: 'staff', signedOn: '2026-01-05' } });
const Reason = z.strictObject({ reason: z.string().trim().min(1).max(300) }).meta({ id: 'DeclarationScanReason', example: { reason: 'Page blanche' } });

/** Undertakings on paper: sheets that are printed, scans that file themselves, and those that a person files. */
export const registerDeclarationPaper = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const base = (organizationId: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}`;

  const showSheet = ({ organizationId, id: record, name, variant, language, pages, madeAt }: sheetStore.SheetRow) => ({
    id: record,
    name,
    variant,
    language,
    pages,
    madeAt: madeAt.toISOString(),
    file: `${base(organizationId)}/declarationSheets/${record}/file`,
  });
  const showScan = (organizationId: string, { fileId: _file, receivedAt, ...scan }: scans.ScanRow) => ({
    ...scan,
    receivedAt: receivedAt.toISOString(),
    file: `${base(organizationId)}/declarationScans/${scan.id}/file`,
  });

  const sheetPage = async (request: FastifyRequest, organizationId: string, query: { after?: string | undefined; pageSize: number; sort: string }) => {
    const page = await db.tx(request.access.scope, (tx) => listPage<sheetStore.SheetRow>(sheetStore.listSheets(tx, organizationId, { open: true }), sheetStore.sheetSorts, sheetStore.sheetId, query));
    return collection(url, request.url, page, page.items.map(showSheet), query.pageSize) as never;
  };

  api.get(
    '/organizations/:organizationId/declarationSheets',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'listDeclarationSheets',
        tags,
        summary: 'Sheets that were printed and have not come back',
        params: OrganizationPath,
        querystring: z.strictObject(pageQuery(['made'])),
        response: responses({ 200: Sheets }),
      },
    },
    async (request) => sheetPage(request, request.params.organizationId, request.query),
  );

  api.post(
    '/organizations/:organizationId/declarationSheets',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'printDeclarationSheets',
        tags,
        summary: 'Make sheets to sign for these people, or for a supplier; those that were out for the same are withdrawn',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: SheetsInput,
        response: responses({ 201: z.object({ sheets: z.array(Sheet) }).meta({ id: 'PrintedDeclarationSheets' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope } = request.access;
      const ids = await makeSheets(services, scope, organizationId, request.body);
      const rows = await db.tx(scope, async (tx) => {
        // A request that is sent again prints again, and what it printed first is withdrawn: nothing is there twice.
        await once(tx, request, organizationId, { make: async () => ({ id: ids[0]! }), find: async (record) => ({ id: record }) });
        return sheetStore.sheetsOf(tx, organizationId, ids);
      });
      return reply.status(201).send({ sheets: rows.map(showSheet) }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/declarationSheets/print',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'downloadDeclarationSheets',
        tags,
        summary: 'All sheets that are out, one after the other (PDF), the newest hundred',
        params: OrganizationPath,
        response: responses({ 200: z.any().describe('The PDF') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope } = request.access;
      const rows = await db.tx(scope, (tx) => sheetStore.newestSheets(tx, organizationId, 100));
      if (rows.length === 0) throw new Problem('resourceNotFound');
      const parts: { title: string; bytes: Uint8Array }[] = [];
      for (const row of rows) parts.push({ title: row.name, bytes: (await readFileBytes(db, scope, organizationId, row.fileId)).bytes });
      if ((await pdfPages(parts.map(({ bytes }) => bytes))).includes(null)) throw invalidInput('file', 'fileDamaged', undefined, 'query');
      const pdf = await mergePdfs(parts, '');
      return reply.type('application/pdf').headers(attachment('engagements-a-signer.pdf', pdf.length)).send(Buffer.from(pdf)) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/declarationSheets/:id/file',
    {
      config: { action: 'declaration.write' },
      schema: { operationId: 'downloadDeclarationSheet', tags, summary: 'A sheet to print (PDF)', params: RecordPath, response: responses({ 200: z.any().describe('The PDF') }) },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const sheet = await db.tx(request.access.scope, (tx) => sheetStore.findSheet(tx, organizationId, { id: record }));
      if (!sheet) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, sheet.fileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );

  const scanPage = async (request: FastifyRequest, organizationId: string, filter: { open?: boolean }, query: { after?: string | undefined; pageSize: number; sort: string }) => {
    const page = await db.tx(request.access.scope, (tx) => listPage<scans.ScanRow>(scans.listScans(tx, organizationId, filter), scans.scanSorts, scans.scanId, query));
    return collection(
      url,
      request.url,
      page,
      page.items.map((row) => showScan(organizationId, row)),
      query.pageSize,
    ) as never;
  };

  api.get(
    '/organizations/:organizationId/declarationScans',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'listDeclarationScans',
        tags,
        summary: 'Scans that were given, and what became of each part',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['received']), state: z.enum(['open']).optional() }),
        response: responses({ 200: Scans }),
      },
    },
    async (request) => {
      const { state, ...query } = request.query;
      return scanPage(request, request.params.organizationId, { open: state === 'open' }, query);
    },
  );

  api.post(
    '/organizations/:organizationId/declarationScans',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'giveDeclarationScan',
        tags,
        summary: 'Give a scan of signed sheets (multipart field `file`: PDF, PNG or JPEG): each sheet is filed by its code, the rest waits for a person',
        consumes: ['multipart/form-data'],
        params: OrganizationPath,
        querystring: z.strictObject({ signedOn: CivilDate.optional() }),
        headers: IdempotencyHeader,
        response: responses({ 201: z.object({ parts: z.array(Scan) }).meta({ id: 'FiledDeclarationScan' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope } = request.access;
      const signedOn = signingDay(services, request.query.signedOn);
      const first = await withUpload(request, async ({ name, bytes }) => {
        const kind = (await fileKindOf(bytes, ['pdf', 'png', 'jpg'])) as 'pdf' | 'png' | 'jpg';
        return fileScan(services, scope, organizationId, { name: cleanFileName(name, kind), kind, bytes, signedOn }, (tx, make) =>
          once(tx, request, organizationId, { make, find: async (record) => scans.findScan(tx, organizationId, record), content: bytes }),
        );
      });
      const rows = await db.tx(scope, (tx) => scans.partsOf(tx, organizationId, first));
      return reply.status(201).send({ parts: rows.map((row) => showScan(organizationId, row)) } as never) as never;
    },
  );

  const openScan = async (tx: Tx, organizationId: string, record: string): Promise<scans.ScanRow> => {
    const scan = await scans.findScan(tx, organizationId, record);
    if (!scan) throw new Problem('resourceNotFound');
    if (scan.declarationId !== null || scan.setAsideOn !== null) throw new Problem('wrongState');
    return scan;
  };

  api.get(
    '/organizations/:organizationId/declarationScans/:id/file',
    {
      config: { action: 'declaration.write' },
      schema: { operationId: 'downloadDeclarationScan', tags, summary: 'The pages of a scan', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const scan = await db.tx(request.access.scope, (tx) => scans.findScan(tx, organizationId, record));
      if (!scan) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, scan.fileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/declarationScans/:id/filing',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'fileDeclarationScan',
        tags,
        summary: 'File a scan by hand: as a sheet that is out, or as somebody’s undertaking on other paper',
        params: RecordPath,
        body: ByHand,
        response: responses({ 200: Scan }),
      },
    },
    async (request) => {
      const { organizationId, id: record } = request.params;
      const { body } = request;
      if (body.signedOn > today(services)) throw invalidInput('signedOn', 'inTheFuture');
      return db.tx(request.access.scope, async (tx) => {
        await sheetStore.lockFiling(tx, organizationId);
        const scan = await openScan(tx, organizationId, record);
        const file = { fileId: scan.fileId, sha256: '', pages: scan.pages };
        let declarationId: string;
        if ('sheetId' in body) {
          const sheet = await sheetStore.findSheet(tx, organizationId, { id: body.sheetId });
          if (!sheet) throw invalidInput('sheetId', 'referencedResourceNotFound');
          if (sheet.declarationId !== null) throw invalidInput('sheetId', 'usedSheet');
          declarationId = (await fileSheet(tx, organizationId, sheet, file, body.signedOn)).id;
        } else {
          declarationId = (await insertEarlier(tx, organizationId, body, request.access.account?.accountId, scan.fileId)).id;
        }
        await scans.settleScan(tx, organizationId, record, { declarationId });
        return showScan(organizationId, (await scans.findScan(tx, organizationId, record))!) as never;
      });
    },
  );

  api.post(
    '/organizations/:organizationId/declarationScans/:id/setAside',
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'setDeclarationScanAside',
        tags,
        summary: 'Set a scan aside, with the reason: it is nobody’s undertaking',
        params: RecordPath,
        body: Reason,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      await db.tx(request.access.scope, async (tx) => {
        await openScan(tx, organizationId, record);
        await scans.settleScan(tx, organizationId, record, { setAsideOn: today(services), setAsideReason: request.body.reason });
      });
      return reply.status(204).send() as never;
    },
  );
};
