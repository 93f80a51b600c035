import { parentPort } from 'node:worker_threads';
import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { MergeAnswer, MergeJob } from './pdf-merge.ts';

const read = async (bytes: Uint8Array): Promise<PDFDocument | undefined> => {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return pdf.getPageCount() > 0 ? pdf : undefined;
  } catch {
    return undefined;
  }
};

/** One bookmark per part, one after the other: what a reader shows beside the pages. */
const addBookmarks = (pdf: PDFDocument, bookmarks: readonly { title: string; page: number }[]): void => {
  const { context } = pdf;
  const outlines = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  for (const [index, { title, page }] of bookmarks.entries()) {
    const near: Record<string, PDFRef> = { ...(index > 0 ? { Prev: refs[index - 1]! } : {}), ...(index < refs.length - 1 ? { Next: refs[index + 1]! } : {}) };
    context.assign(refs[index]!, context.obj({ Title: PDFHexString.fromText(title), Parent: outlines, Dest: context.obj([pdf.getPage(page).ref, PDFName.of('Fit')]), ...near }));
  }
  context.assign(outlines, context.obj({ Type: 'Outlines', First: refs[0]!, Last: refs.at(-1)!, Count: PDFNumber.of(refs.length) }));
  pdf.catalog.set(PDFName.of('Outlines'), outlines);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
};

/** The number of each page among all, small, at the foot on the right, whichever way the page is turned. */
const numberPages = async (pdf: PDFDocument, footer: string): Promise<void> => {
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const pages = pdf.getPages();
  for (const [index, page] of pages.entries()) {
    const text = `${footer} ${index + 1} / ${pages.length}`;
    const size = 8;
    const { x, y, width } = page.getCropBox();
    if (page.getRotation().angle !== 0) continue;
    page.drawText(text, { x: x + width - 34 - font.widthOfTextAtSize(text, size), y: y + 16, size, font, color: rgb(0.35, 0.35, 0.35) });
  }
};

const split = async (bytes: Uint8Array, groups: readonly number[][]): Promise<MergeAnswer> => {
  const pdf = await read(bytes);
  if (!pdf) return { error: 'it cannot be read' };
  const files: Uint8Array[] = [];
  for (const group of groups) {
    const part = await PDFDocument.create();
    for (const page of await part.copyPages(pdf, group)) part.addPage(page);
    files.push(await part.save({ updateFieldAppearances: false }));
  }
  return { pages: [pdf.getPageCount()], files };
};

const answer = async ({ parts, footer, groups }: MergeJob): Promise<MergeAnswer> => {
  if (groups) return split(parts[0]!.bytes, groups);
  const pages: (number | null)[] = [];
  const joined = footer !== undefined ? await PDFDocument.create() : undefined;
  const bookmarks: { title: string; page: number }[] = [];
  for (const { title, bytes } of parts) {
    const pdf = await read(bytes);
    pages.push(pdf?.getPageCount() ?? null);
    if (!joined) continue;
    if (!pdf) return { error: `“${title}” cannot be read` };
    bookmarks.push({ title, page: joined.getPageCount() });
    for (const page of await joined.copyPages(pdf, pdf.getPageIndices())) joined.addPage(page);
  }
  if (!joined) return { pages };
  addBookmarks(joined, bookmarks);
  if (footer) await numberPages(joined, footer);
  joined.setTitle(parts[0]!.title, { showInWindowTitleBar: true });
  joined.setProducer('Beffroi');
  joined.setCreator('Beffroi');
  return { pages, pdf: await joined.save({ updateFieldAppearances: false }) };
};

parentPort!.on('message', (job: MergeJob) => {
  answer(job).then(
    (done) => parentPort!.postMessage(done),
    (error: Error) => parentPort!.postMessage({ error: error.message }),
  );
});
