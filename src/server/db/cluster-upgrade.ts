import { existsSync } from 'node:fs';
import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreBackup } from '../backup/restore.ts';
import { writeBackup } from '../backup/write.ts';
import { clusterMajor } from './cluster.ts';
import { startEmbedded } from './embedded.ts';
import { embeddedMajor, findFormerBinaries } from './postgres-binaries.ts';
import { withStartLock } from './start-lock.ts';

/**
 * Takes over the cluster of a data directory that another major version of PostgreSQL made: run by the programs of that version, copied
 * into a cluster of ours beside it, then put in its place. The former is kept as `postgres.<major>`; until the new one is complete, nothing
 * of it has changed. Does nothing for a cluster of our version, or none.
 * @throws StartupError in one sentence: the former programs are missing, another server runs, the disk is full
 */
export async function upgradeCluster(dataDirectory: string): Promise<void> {
  const data = await realpath(dataDirectory);
  const [cluster, complete, beside] = [join(data, 'postgres'), join(data, 'postgres.upgraded'), join(data, 'upgrade')];
  if (existsSync(complete)) await withStartLock(data, () => settle(cluster, complete));
  const major = await clusterMajor(cluster);
  if (major === '' || major === embeddedMajor) return;

  const former = await startEmbedded(data, { server: true, binaries: await findFormerBinaries(major) });
  try {
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside, { mode: 0o700 });
    const next = await startEmbedded(beside);
    try {
      const file = join(beside, 'cluster.tar.zst');
      await writeBackup(former.owner, file, { whole: true });
      await restoreBackup(next.owner, 'beffroi_server', file);
    } finally {
      await next.stop();
    }
  } finally {
    await former.stop();
  }
  await withStartLock(data, async () => {
    await rename(join(beside, 'postgres'), complete);
    await rename(cluster, `${cluster}.${major}`);
    await settle(cluster, complete);
  });
  await rm(beside, { recursive: true, force: true });
}

/** Ends what a process that died between two renames has left: a complete copy takes the place that is free; one beside its original is made anew. */
const settle = async (cluster: string, complete: string): Promise<void> => {
  if (!existsSync(complete)) return;
  if (existsSync(cluster)) await rm(complete, { recursive: true, force: true });
  else await rename(complete, cluster);
};
