import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { StartupError } from '../errors.ts';
import type { Verified } from './verify.ts';
import type { BackupOptions, BackupSummary } from './write.ts';

export type Work = { kind: 'write'; owner: pg.ClientConfig; file: string; passphrase?: string | undefined } | { kind: 'verify'; file: string; scratch: string; passphrase?: string | undefined };
export type Message = { progress: [done: number, total: number] } | { result: BackupSummary | Verified } | { fault: string; plain: boolean; code: string };

/** `writeBackup` in a thread of its own: for a server, which must go on answering while rows are hashed, compressed and encrypted. */
export const writeBackupAside = (owner: pg.ClientConfig, file: string, { passphrase, progress }: BackupOptions = {}): Promise<BackupSummary> =>
  aside<BackupSummary>({ kind: 'write', owner, file, passphrase }, progress);

/** `verifyBackup` in a thread of its own. */
export const verifyBackupAside = (file: string, { passphrase, scratch, progress }: BackupOptions & { scratch: string }): Promise<Verified> =>
  aside<Verified>({ kind: 'verify', file, scratch, passphrase }, progress);

const aside = <T>(work: Work, progress?: (done: number, total: number) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./aside.worker.ts', import.meta.url), { workerData: work, execArgv: [] });
    worker.on('message', (message: Message) => {
      if ('progress' in message) progress?.(...message.progress);
      else if ('result' in message) resolve(message.result as T);
      // The code, of what caused it as a rule, goes along: it tells a full disk from a database that went away.
      else reject(Object.assign(message.plain ? new StartupError(message.fault) : new Error(message.fault), message.code && { code: message.code }));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The backup's thread ended with ${code}`)));
  });
