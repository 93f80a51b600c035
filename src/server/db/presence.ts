import type { Client } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { DataDirectoryInUse } from '../errors.ts';

const family = 0x62_65_66_66;
const everyone = 1;
const theServer = 2;
const patience = 2000;

/**
 * Marks this process as a user of the cluster, as long as the connection lives: the last to leave stops the cluster.
 * Taken and given up under the start lock only.
 */
export async function holdPresence(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', [family, everyone]);
}

/**
 * Marks this process as the one server of the cluster, as long as the connection lives.
 * Waits two seconds, for PostgreSQL notices late that a killed server is gone.
 * @throws DataDirectoryInUse when another server holds the place
 */
export async function holdServerLock(client: Client, dataDirectory: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await tryLock(client, theServer))) {
    if (performance.now() > deadline) {
      throw new DataDirectoryInUse(`Another Beffroi server already runs on ${dataDirectory}: stop it first, or choose another directory with BEFFROI_DATA.`);
    }
    await wait(50);
  }
}

/** Gives the presence up; true when nobody else is left. */
export async function leave(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1, $2)', [family, everyone]);
  return await tryLock(client, everyone);
}

async function tryLock(client: Client, which: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [family, which]);
  return rows[0]?.held === true;
}
