import { Worker } from 'node:worker_threads';

export type ScanJob = { bytes: Uint8Array; kind: 'pdf' | 'png' | 'jpg'; maxPages: number };
/** The codes on each page in order, or why none could be read. */
export type ScanAnswer = { pages: string[][] } | { fault: 'fileDamaged' | 'tooManyPages' | 'tooSlow' };

/** Pages of one file, and how long they may take: a sheet is read in half a second. */
export const scanLimits = { pages: 60, points: 60_000_000, milliseconds: 120_000, megabytes: 512 };

/** How many points a picture says that it has; of what says nothing that can be read, none. A JPEG tells it in the first frame of its segments. */
const pointsOf = (bytes: Uint8Array, kind: 'png' | 'jpg'): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'png') return view.byteLength < 24 ? 0 : view.getUint32(16) * view.getUint32(20);
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const segment = view.getUint8(at + 1);
    if (segment >= 0xc0 && segment <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(segment)) return view.getUint16(at + 5) * view.getUint16(at + 7);
  }
  return 0;
};

let last: Promise<unknown> = Promise.resolve();

const ask = (job: ScanJob): Promise<ScanAnswer> =>
  new Promise((done) => {
    const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { workerData: job, resourceLimits: { maxOldGenerationSizeMb: scanLimits.megabytes } });
    const end = (answer: ScanAnswer): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => {});
      void worker.terminate();
      done(answer);
    };
    const timer = setTimeout(() => end({ fault: 'tooSlow' }), scanLimits.milliseconds);
    worker.on('message', end);
    // What kills its reader is no scan.
    worker.on('error', () => end({ fault: 'fileDamaged' }));
    worker.on('exit', () => end({ fault: 'fileDamaged' }));
  });

/** Reads the codes on the pages of a scan, in a thread of its own with limits of time and memory; one file at a time. */
export const readScan = (bytes: Uint8Array, kind: ScanJob['kind']): Promise<ScanAnswer> => {
  if (kind !== 'pdf') {
    const points = pointsOf(bytes, kind);
    if (points === 0 || points > scanLimits.points) return Promise.resolve({ fault: 'fileDamaged' });
  }
  const reading = last.then(() => ask({ bytes, kind, maxPages: scanLimits.pages }));
  last = reading;
  return reading;
};
