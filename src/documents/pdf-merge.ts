import { Worker } from 'node:worker_threads';

/** What the thread is asked, and what it answers. */
export type MergeJob = {
  parts: { title: string; bytes: Uint8Array }[];
  /** What stands before the number of a page, none where it is empty; nothing is joined without it. */
  footer?: string | undefined;
  /** Pages of the only part, from 0, that make a file each. */
  groups?: number[][] | undefined;
};
export type MergeAnswer = { pages: (number | null)[]; pdf?: Uint8Array; files?: Uint8Array[] } | { error: string };

const timeout = 60_000;

/** One thread per job: a file from outside may be slow to read, or kill who reads it. */
const ask = (job: MergeJob): Promise<Extract<MergeAnswer, { pages: unknown }>> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('./pdf-merge.worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const fail = (reason: string): void => failed(new Error(`The PDF files could not be joined: ${reason}`));
    const timer = setTimeout(() => fail(`it took more than ${timeout} ms`), timeout);
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      finish();
      void worker.terminate();
    };
    worker.on('message', (answer: MergeAnswer) => end(() => ('error' in answer ? fail(answer.error) : done(answer))));
    worker.on('error', (error) => end(() => fail(String(error))));
    worker.on('exit', () => end(() => fail('its thread ended')));
    worker.postMessage(job);
  });

/** How many pages each of these has; null for one that cannot be read, or that a password closes. */
export const pdfPages = async (parts: readonly Uint8Array[]): Promise<(number | null)[]> => (await ask({ parts: parts.map((bytes) => ({ title: '', bytes })) })).pages;

/**
 * Joins PDF files into one, with a bookmark for each and, after `footer`, the number of the page among all at the foot of every page. Throws Error where one
 * cannot be read: ask `pdfPages` first.
 */
export const mergePdfs = async (parts: readonly { title: string; bytes: Uint8Array }[], footer: string): Promise<Uint8Array> => (await ask({ parts: [...parts], footer })).pdf!;

/** Some pages of a PDF file, from 0, as a file for each group. Throws Error where it cannot be read. */
export const splitPdf = async (bytes: Uint8Array, groups: readonly (readonly number[])[]): Promise<Uint8Array[]> =>
  (await ask({ parts: [{ title: '', bytes }], groups: groups.map((group) => [...group]) })).files!;
