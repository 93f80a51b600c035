import { Worker } from 'node:worker_threads';
import type { Workbook } from '../../kernel/workbook.ts';
import { SpreadsheetError } from './error.ts';
import type { SpreadsheetErrorCode, SpreadsheetErrorParameters } from './error.ts';

export type ReadOptions = {
  /** Filled rows that one sheet may hold. */
  maxRows?: number;
  /** Filled cells in all. */
  maxCells?: number;
  timeoutMs?: number;
  memoryMb?: number;
};

type Answer = { workbook: Workbook } | { code: SpreadsheetErrorCode; parameters: SpreadsheetErrorParameters };

/**
 * Reads the cells of an XLSX file that nobody vouches for, in a worker with limits of size, memory and time.
 * In: the file's bytes. Out: every filled cell; dates as `YYYY-MM-DD`, formulas by their cached value.
 * Throws a SpreadsheetError.
 */
export const readWorkbook = (bytes: Uint8Array, options: ReadOptions = {}): Promise<Workbook> => {
  const { maxRows = 50_000, maxCells = 2_000_000, timeoutMs = 30_000, memoryMb = 512 } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read.worker.ts', import.meta.url), {
      workerData: { bytes, maxRows, maxCells },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
      env: {},
    });
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(() => reject(new SpreadsheetError('tooSlow', { seconds: Math.round(timeoutMs / 1000) }))), timeoutMs);
    worker.once('message', (answer: Answer) => finish(() => ('workbook' in answer ? resolve(answer.workbook) : reject(new SpreadsheetError(answer.code, answer.parameters)))));
    worker.once('error', (error: NodeJS.ErrnoException) => finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SpreadsheetError('tooLarge', { megabytes: memoryMb }) : error)));
  });
};
