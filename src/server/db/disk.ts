import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

// One segment of the write-ahead log: PostgreSQL makes a new one as a whole, and cannot go on without.
const segment = 16 * 1024 * 1024;

/** Whether a cluster lacks room to write, where its data or its write-ahead log lie. */
export async function diskIsFull(cluster: string): Promise<boolean> {
  const places = await Promise.all([cluster, join(cluster, 'pg_wal')].map((place) => statfs(place).catch(() => undefined)));
  return places.some((place) => place !== undefined && place.bavail * place.bsize < segment);
}

const silence = 60_000;
let reported = -Infinity;

/** Tells the operator in words, once a minute at most: the log may be on that disk too. */
export function reportFullDisk(logger: { error: (words: string) => void }): void {
  const now = performance.now();
  if (now - reported < silence) return;
  reported = now;
  logger.error('The disk of the database is full: nothing is saved until there is room. Free some space; no restart is needed.');
}
