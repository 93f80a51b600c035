import { Worker } from 'node:worker_threads';
import type { Language } from '../../../kernel/language.ts';
import { SpreadsheetError } from '../../../server/spreadsheet/error.ts';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import { readSheets } from '../import-sheet.ts';
import { type Fault, importLimits, type Reading } from '../import.ts';

/** A YAML text of 50,000 lines takes a second and 100 MB; nothing that takes thirty times as much is worth waiting for. */
const limits = { seconds: 30, memoryMb: 1024 };

const refused = (format: Reading['format'], fault: Fault): Reading => ({ format, frameworks: [], mappings: [], leftOut: [], faults: [fault], faultsInAll: 1 });

let reading: Promise<unknown> = Promise.resolve();

/** Reads a text in a thread of its own, so that no file, however made, keeps the server from answering; one at a time, so that many together do not take its memory. */
const readText = (bytes: Uint8Array, language: Language): Promise<Reading> => {
  const mine = reading.then(() => readAside(bytes, language));
  reading = mine.catch(() => undefined);
  return mine;
};

const readAside = (bytes: Uint8Array, language: Language): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./import.worker.ts', import.meta.url), {
      workerData: { bytes, language },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
      env: {},
    });
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(() => resolve(refused('ciso', { code: 'tooSlow', parameters: { seconds: limits.seconds } }))), limits.seconds * 1000);
    worker.once('message', (reading: Reading) => finish(() => resolve(reading)));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refused('ciso', { code: 'tooLarge', parameters: { megabytes: importLimits.megabytes } })) : reject(error))),
    );
  });

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Reads a file of a framework that nobody vouches for: YAML, JSON or XLSX, told apart by what it holds. Whatever is wrong with it is a fault of the
 * reading, never an error. `language` is that of a catalogue, which does not say its own.
 */
export const readImport = async (bytes: Uint8Array, language: Language = 'en'): Promise<Reading> => {
  if (bytes.length > importLimits.megabytes * 1024 * 1024) return refused('ciso', { code: 'tooLarge', parameters: { megabytes: importLimits.megabytes } });
  if (!isZip(bytes)) return readText(bytes, language);
  try {
    return readSheets(await readWorkbook(bytes));
  } catch (error) {
    if (error instanceof SpreadsheetError) return refused('xlsx', { code: 'notWorkbook', value: error.code });
    throw error;
  }
};
