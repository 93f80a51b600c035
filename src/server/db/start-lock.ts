import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { StartupError } from '../errors.ts';

const patience = 120_000;

/**
 * Runs `work` while no other process starts or stops the cluster of this data directory.
 * Node offers no lock on files that dies with its holder; an exclusive SQLite transaction on an empty file is one.
 * @throws StartupError when another process holds it for two minutes
 */
export async function withStartLock<T>(dataDirectory: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(join(dataDirectory, 'start.lock'), { timeout: 0 });
  try {
    const deadline = performance.now() + patience;
    while (!acquired(lock)) {
      if (performance.now() > deadline) throw new StartupError(`Another process has been starting the database in ${dataDirectory} for two minutes: stop it and try again.`);
      await wait(30);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function acquired(lock: DatabaseSync): boolean {
  const busy = 5;
  try {
    // nothing is written there, and no journal beside it: the disk may be full
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw error;
  }
}
