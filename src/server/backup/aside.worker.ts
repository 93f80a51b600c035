import { parentPort, workerData } from 'node:worker_threads';
import { StartupError, errorCode, errorText } from '../errors.ts';
import type { Message, Work } from './aside.ts';
import { verifyBackupIn } from './verify.ts';
import { writeBackup } from './write.ts';

const work = workerData as Work;
const say = (message: Message): void => parentPort?.postMessage(message);
const progress = (done: number, total: number): void => say({ progress: [done, total] });

/** The code of an error or of what caused it: the chain of causes does not leave the thread. The database's client gives none to a connection that was cut. */
const codeOf = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = errorText(cause).startsWith('Connection terminated') ? 'ECONNRESET' : errorCode(cause);
    if (code) return code;
  }
  return '';
};

try {
  say({ result: work.kind === 'write' ? await writeBackup(work.owner, work.file, { ...work, progress }) : await verifyBackupIn(work.folder, work.file, { ...work, progress }) });
} catch (error) {
  say({ fault: errorText(error), plain: error instanceof StartupError, code: codeOf(error) });
}
