import { createHash } from 'node:crypto';
import { splitPdf } from '../../../documents/pdf-merge.ts';
import { type CivilDate, zone } from '../../../kernel/dates.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { storeFile } from '../../../server/files.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { type Services, today } from '../../../server/services.ts';
import { groupPages, pageCode, sheetFault } from '../scan-pages.ts';
import { readPayload } from './code.ts';
import { readScan, scanLimits } from './scan.ts';
import { givenBefore, insertScan } from './scan-store.ts';
import { findSheet, lockFiling, type SheetRow } from './sheet-store.ts';
import { insertDeclaration } from './store.ts';

const civilDay = (at: Date): CivilDate => at.toLocaleDateString('sv-SE', { timeZone: zone });

/** The undertaking of a sheet that came back: what was printed is what was signed. */
export const fileSheet = (tx: Tx, organizationId: string, sheet: SheetRow, scan: { fileId: string; sha256: string; pages: number[] }, signedOn: CivilDate): Promise<{ id: string; number: number }> => {
  const printed = civilDay(sheet.madeAt);
  return insertDeclaration(tx, organizationId, {
    personId: sheet.personId,
    supplierId: sheet.supplierId,
    variant: sheet.variant,
    how: 'paper',
    // Nobody signs a sheet before it is printed.
    signedOn: signedOn < printed ? printed : signedOn,
    language: sheet.language,
    textId: sheet.textId,
    model: sheet.model,
    contentHash: sheet.contentHash,
    proof: { scan: { sha256: scan.sha256, pages: scan.pages } },
    fileId: scan.fileId,
    sheetId: sheet.id,
  });
};

/**
 * Files a scan: reads the codes on its pages outside any transaction, then files each sheet that is whole and waited for; the rest is kept, each
 * with what stands in its way, for a person. Returns the ids of its parts. Throws badRequest on `file` (`scanGivenBefore`, `fileDamaged`, `tooManyPages`, `tooSlow`).
 */
export const fileScan = async (
  services: Services,
  scope: Scope,
  organizationId: string,
  given: { name: string; kind: 'pdf' | 'png' | 'jpg'; bytes: Buffer; signedOn: CivilDate },
  write: (tx: Tx, make: () => Promise<{ id: string }>) => Promise<{ id: string }>,
): Promise<string> => {
  const sha256 = createHash('sha256').update(given.bytes).digest('hex');
  const refuseSecond = async (tx: Tx): Promise<void> => {
    const at = await givenBefore(tx, organizationId, sha256);
    if (at) throw invalidInput('file', 'scanGivenBefore', { date: civilDay(at) });
  };
  const answer = await readScan(given.bytes, given.kind);
  if ('fault' in answer) throw invalidInput('file', answer.fault, answer.fault === 'tooManyPages' ? { pages: scanLimits.pages } : {});
  const groups = groupPages(answer.pages.map((codes) => pageCode(codes, (payload) => readPayload(organizationId, payload))));
  const whole = groups.length === 1;
  const parts =
    whole || given.kind !== 'pdf'
      ? groups.map(() => given.bytes)
      : await splitPdf(
          given.bytes,
          groups.map(({ pages }) => pages.map((page) => page - 1)),
        );
  const made = await services.db.tx(scope, (tx) =>
    write(tx, async () => {
      await lockFiling(tx, organizationId);
      await refuseSecond(tx);
      const ids: string[] = [];
      for (const [index, group] of groups.entries()) {
        const mark = whole ? '' : `-${group.pages[0]}`;
        const name = given.name.replace(/(\.\w+)$/, `${mark}$1`);
        const { id: fileId } = await storeFile(tx, organizationId, { name, mediaType: fileKinds[given.kind], bytes: parts[index]! });
        const sheet = group.code ? await findSheet(tx, organizationId, { code: group.code }) : undefined;
        const fault = group.fault ?? sheetFault(sheet && { pages: sheet.pages, withdrawn: sheet.withdrawnOn !== null, used: sheet.declarationId !== null }, group.pages.length);
        const filed = sheet && !fault ? await fileSheet(tx, organizationId, sheet, { fileId, sha256, pages: group.pages }, given.signedOn) : undefined;
        ids.push(
          await insertScan(tx, organizationId, {
            batchName: given.name,
            batchHash: sha256,
            pages: group.pages,
            fileId,
            receivedAt: services.now(),
            fault: fault ?? null,
            sheetId: sheet?.id ?? null,
            declarationId: filed?.id ?? null,
          }),
        );
      }
      return { id: ids[0]! };
    }),
  );
  return made.id;
};

/** The day on which a scan says that it was signed: never later than today. Throws badRequest (`inTheFuture`). */
export const signingDay = (services: Services, asked: CivilDate | undefined): CivilDate => {
  const day = today(services);
  if (asked && asked > day) throw invalidInput('signedOn', 'inTheFuture', undefined, 'query');
  return asked ?? day;
};
