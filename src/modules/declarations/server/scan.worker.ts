import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ScanAnswer, ScanJob } from './scan.ts';

const { bytes, kind, maxPages } = workerData as ScanJob;

// The programs lie beside us: nothing is fetched from anywhere.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Every QR code of a picture, whichever way it is turned. */
const codesOf = async (picture: Uint8Array | ImageData): Promise<string[]> =>
  (await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 4 })).filter(({ isValid }) => isValid).map(({ text }) => text);

/** Points of the longer side of a picture to read: of an A4 sheet, some 150 to the inch. */
const side = 1800;

const readPdf = async (): Promise<ScanAnswer> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    const count = document.getPageCount();
    if (count === 0) return { fault: 'fileDamaged' };
    if (count > maxPages) return { fault: 'tooManyPages' };
    const pages: string[][] = [];
    for (const page of document.pages()) {
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      const scale = Math.min(4, side / Math.max(width, height, 1));
      const { data, width: across, height: down } = await page.render({ scale, render: 'bitmap' });
      // PDFium gives blue first; a code is black and white either way.
      pages.push(await codesOf({ data: new Uint8ClampedArray(data), width: across, height: down, colorSpace: 'srgb' } as ImageData));
    }
    return { pages };
  } finally {
    document.destroy();
    library.destroy();
  }
};

const read = async (): Promise<ScanAnswer> => (kind === 'pdf' ? readPdf() : { pages: [await codesOf(bytes)] });

read().then(
  (answer) => parentPort!.postMessage(answer),
  () => parentPort!.postMessage({ fault: 'fileDamaged' } satisfies ScanAnswer),
);
