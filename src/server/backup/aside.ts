import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { StartupError } from '../errors.ts';
import { type Verified, withTrialFolder } from './verify.ts';
import type { BackupOptions, BackupSummary } from './write.ts';

export type Work = { kind: 'write'; owner: pg.ClientConfig; file: string; passphrase?: string | undefined } | { kind: 'verify'; file: string; folder: string; passphrase?: string | undefined };
export type Message = { progress: [done: number, total: number] } | { result: BackupSummary | Verified } | { fault: string; plain: boolean; code: string };

type AsideOptions = Pick<BackupOptions, 'passphrase' | 'progress'> & {
  /** Ends the thread, wherever it is, and rejects with its reason. */
  signal?: AbortSignal | undefined;
};

const minutes = 60_000;
/** So long a thread may say nothing before it is ended: a part of a table is written in seconds, but a reference over many rows takes its time. */
const patience = { write: 10 * minutes, verify: 30 * minutes };

/**
 * `writeBackup` in a thread of its own: for a server, which must go on answering while rows are hashed, compressed and encrypted.
 * A thread that is ended early leaves its unfinished file.
 */
export const writeBackupAside = (owner: pg.ClientConfig, file: string, { passphrase, ...options }: AsideOptions = {}): Promise<BackupSummary> =>
  aside<BackupSummary>({ kind: 'write', owner, file, passphrase }, options);

/** `verifyBackup` in a thread of its own. */
export const verifyBackupAside = (file: string, { passphrase, scratch, ...options }: AsideOptions & { scratch: string }): Promise<Verified> =>
  withTrialFolder(scratch, (folder) => aside<Verified>({ kind: 'verify', file, folder, passphrase }, options));

const aside = <T>(work: Work, { progress, signal }: AsideOptions): Promise<T> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./aside.worker.ts', import.meta.url), { workerData: work, execArgv: [] });
    let ended: unknown;
    const end = (reason: unknown): void => {
      ended = reason;
      void worker.terminate();
    };
    const abort = (): void => end(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const watch = setTimeout(() => end(Object.assign(new Error('The backup stood still and was ended'), { code: 'ETIMEDOUT' })), patience[work.kind]);
    worker.on('message', (message: Message) => {
      watch.refresh();
      if ('progress' in message) progress?.(...message.progress);
      else if ('result' in message) resolve(message.result as T);
      // The code goes along: it tells a full disk from a database that went away.
      else reject(Object.assign(message.plain ? new StartupError(message.fault) : new Error(message.fault), message.code && { code: message.code }));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(watch);
      signal?.removeEventListener('abort', abort);
      reject(ended ?? new Error(`The backup's thread ended with ${code}`));
    });
  });
