import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { pdfData } from './pdf-data.ts';
import type { DocumentModel } from './section.ts';

type Answer = { pdf: Uint8Array } | { error: string };
type Job = { json: string; milliseconds: number; done: (pdf: Uint8Array) => void; failed: (error: Error) => void };

/** Two threads at most: a document takes tens of milliseconds, a compiler some tens of megabytes. */
const size = Math.min(2, availableParallelism());
const timeout = 30_000;

const idle: Worker[] = [];
const busy = new Set<Worker>();
const waiting: Job[] = [];

/** Gives one job to one thread; a thread that fails or takes too long is replaced, since Typst cannot be interrupted. */
const run = (worker: Worker, job: Job): void => {
  const settle = (keep: boolean, finish: () => void): void => {
    clearTimeout(timer);
    worker.off('message', answered).off('error', crashed).off('exit', ended);
    busy.delete(worker);
    if (keep) {
      worker.unref();
      idle.push(worker);
    } else void worker.terminate();
    finish();
    next();
  };
  const fail = (reason: string, keep = false): void => settle(keep, () => job.failed(new Error(`The PDF could not be made: ${reason}`)));
  const answered = (answer: Answer): void => ('pdf' in answer ? settle(true, () => job.done(answer.pdf)) : fail(answer.error, true));
  const crashed = (error: unknown): void => fail(String(error));
  const ended = (code: number): void => fail(`its thread ended with code ${code}`);
  const timer = setTimeout(() => fail(`it was not ready within ${job.milliseconds} ms`), job.milliseconds);
  busy.add(worker);
  worker.ref();
  worker.on('message', answered).on('error', crashed).on('exit', ended);
  worker.postMessage(job.json);
};

const start = (): Worker => {
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url));
  // One that dies between two jobs is not given another; during a job, the job hears of it.
  worker.on('error', () => {});
  worker.on('exit', () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  });
  return worker;
};

const next = (): void => {
  if (waiting.length === 0) return;
  const worker = idle.pop() ?? (busy.size < size ? start() : undefined);
  if (worker) run(worker, waiting.shift()!);
};

/**
 * Draws a document as PDF/A-2a: A4, tagged, with title, author, date and language. The same model gives the same bytes, on any machine.
 * A sign that none of the bundled fonts has (Thai, Chinese, most emoji) is printed as U+FFFD.
 * @param milliseconds how long drawing may take
 * @throws Error that says why, where drawing fails or takes too long
 */
export const renderPdf = (model: DocumentModel, milliseconds = timeout): Promise<Uint8Array> => drawPdf(pdfData(model), milliseconds);

/** Draws the data of a template (`document.typ`, or the one that `template` names); for the files of this folder. */
export const drawPdf = (data: object, milliseconds: number): Promise<Uint8Array> =>
  new Promise((done, failed) => {
    waiting.push({ json: JSON.stringify(data), milliseconds, done, failed });
    next();
  });

/** Ends the threads; documents under way fail. A later `renderPdf` starts new ones. */
export const closePdf = async (): Promise<void> => {
  for (const job of waiting.splice(0)) job.failed(new Error('The PDF was not made: the service is closing'));
  const workers = [...idle.splice(0), ...busy];
  await Promise.all(workers.map((worker) => worker.terminate()));
};
