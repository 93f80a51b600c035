import { PDFiumLibrary } from '@hyzyla/pdfium';

const width = 640;
const height = 480;

/** The first page of a PDF as grey points, so many to the millimeter. */
const greyOf = async (pdf: Uint8Array): Promise<{ points: Uint8Array; across: number; down: number }> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const { data, width: across, height: down } = await document.getPage(0).render({ scale: 3, render: 'bitmap' });
    return { points: Uint8Array.from({ length: across * down }, (_, at) => data[at * 4 + 1]!), across, down };
  } finally {
    document.destroy();
    library.destroy();
  }
};

/** A video (Y4M) of a label that is held before the camera: the first page of its PDF in the middle of a grey desk. */
export const labelHeldUp = async (pdf: Uint8Array): Promise<Buffer> => {
  const { points, across, down } = await greyOf(pdf);
  const light = Buffer.alloc(width * height, 110);
  const [left, top] = [Math.floor((width - across) / 2), Math.floor((height - down) / 2)];
  for (let y = 0; y < down; y += 1)
    if (y + top >= 0 && y + top < height) for (let x = 0; x < across; x += 1) if (x + left >= 0 && x + left < width) light[(y + top) * width + x + left] = points[y * across + x]!;
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: 5 }, () => frame)]);
};
