// Loaded only when a camera opens or a picture is chosen: the reader is a megabyte. It lies beside our pages; nothing is fetched from anywhere else.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** Longer sides are drawn smaller before they are read. */
const side = 1280;

/** The words of the QR code in what a canvas can draw (a moment of a video, a picture), or undefined. */
export const readCode = async (source: CanvasImageSource, width: number, height: number, thorough: boolean): Promise<string | undefined> => {
  const scale = Math.min(1, side / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const found = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), { formats: ['QRCode'], tryHarder: thorough, tryRotate: thorough, tryInvert: false, maxNumberOfSymbols: 1 });
  return found.find(({ isValid }) => isValid)?.text;
};

/** The words of the QR code on a picture that was chosen or taken. */
export const readPicture = async (file: Blob): Promise<string | undefined> => {
  const picture = await createImageBitmap(file);
  try {
    return await readCode(picture, picture.width, picture.height, true);
  } finally {
    picture.close();
  }
};
