import { parentPort, workerData } from 'node:worker_threads';
import { StartupError, errorCode, errorText } from '../errors.ts';
import type { Message, Work } from './aside.ts';
import { verifyBackup } from './verify.ts';
import { writeBackup } from './write.ts';

const work = workerData as Work;
const say = (message: Message): void => parentPort?.postMessage(message);
const progress = (done: number, total: number): void => say({ progress: [done, total] });
try {
  say({ result: work.kind === 'write' ? await writeBackup(work.owner, work.file, { ...work, progress }) : await verifyBackup(work.file, { ...work, progress }) });
} catch (error) {
  say({ fault: errorText(error), plain: error instanceof StartupError, code: errorCode(error) || errorCode((error as Error).cause) });
}
