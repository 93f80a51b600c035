import { Problem } from '../../../kernel/problem.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { storeFile } from '../../../server/files.ts';
import type { Services } from '../../../server/services.ts';
import { workTasks } from '../../../server/tasks.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { documentWords, reviewFile, type ReviewModel, reviewRows, sheetWidths } from '../review.ts';
import './tables.ts';

export const reviewTask = 'inventoryReview';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const reviewFormats = ['pdf', 'docx', 'xlsx'] as const;
type ReviewFormat = (typeof reviewFormats)[number];

/** Milliseconds that drawing the inventory may take: ten thousand devices are three hundred pages. */
const patience = 180_000;

/** Of the columns of a review that was signed before its workbook had rows of its own. */
const narrow = [10, 30, 22, 44, 40, 14, 20];

/** A file of a signed review, drawn from what was signed. */
export const drawReview = (model: ReviewModel, format: ReviewFormat): Promise<Uint8Array> => {
  if (format !== 'xlsx') return render(model, format, patience);
  return writeWorkbook([{ name: documentWords(model.language).sheet, columns: (model.sheet ? sheetWidths : narrow).map((width) => ({ width })), rows: reviewRows(model), frozenRows: 1 }], model.date);
};

/** The name of a file of a review. */
export const reviewFileName = (slug: string, model: ReviewModel, format: ReviewFormat): string => `${slug}-${reviewFile[model.language]}-${model.date}.${format}`;

/** Draws the files of reviews that were signed, on this node: the signature stands already, sealed with its content, and nobody waits for three hundred pages. */
export const workInventoryReviews = (services: Services): Promise<void> =>
  workTasks(services, reviewTask, async ({ organizationId, scope, input, progress, finish }) => {
    const { reviewId } = input as { reviewId: string };
    const { db } = services;
    const { row, slug } = await db.tx(scope, async (tx) => {
      const found = await findRecord(tx, 'inventoryReview', organizationId, reviewId);
      const organization = await findOrganization(tx, organizationId);
      if (!found?.['model'] || !organization) throw new Problem('resourceNotFound');
      return { row: found, slug: organization.slug };
    });
    const result = { report: { reviewId } };
    if (row['pdfFileId']) return result;
    const model = row['model'] as ReviewModel;
    const files: [ReviewFormat, Uint8Array][] = [];
    for (const format of reviewFormats) {
      await progress(files.length, reviewFormats.length);
      files.push([format, await drawReview(model, format)]);
    }
    await db.tx(
      scope,
      async (tx) => {
        const ids: Record<string, string> = {};
        for (const [format, bytes] of files)
          ids[`${format}FileId`] = (await storeFile(tx, organizationId, { name: reviewFileName(slug, model, format), mediaType: format === 'xlsx' ? xlsx : mediaTypes[format], bytes })).id;
        await updateRecord(tx, 'inventoryReview', organizationId, reviewId, row.version, ids);
        await finish(tx, result);
      },
      { seconds: 60 },
    );
    return result;
  });
