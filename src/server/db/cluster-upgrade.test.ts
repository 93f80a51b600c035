import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemPostgres } from '../../../test/tools.ts';
import { restoreBackup } from '../backup/restore.ts';
import { databaseContents } from '../backup/verify.ts';
import { readConfig } from '../config.ts';
import { clusterMajor } from './cluster.ts';
import { upgradeCluster } from './cluster-upgrade.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { chooseAccount, giveTo } from './postgres-account.ts';
import { embeddedMajor, findFormerBinaries } from './postgres-binaries.ts';
import { programEnvironment } from './postmaster.ts';

const bin = systemPostgres();
const major = bin?.split('/').at(-2) ?? '';
const release = new URL('../../../test/fixtures/release-0.1.0.tar.zst', import.meta.url).pathname;

describe.skipIf(bin === undefined || major === embeddedMajor)(`a cluster of PostgreSQL ${major}, Debian’s, taken over by PostgreSQL ${embeddedMajor}`, () => {
  let folder: string;
  let data: string;
  let cluster: string;
  let before: Awaited<ReturnType<typeof databaseContents>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beffroi-major-'));
    await chmod(folder, 0o755);
    data = join(folder, 'data');
    cluster = join(data, 'postgres');
    await mkdir(data, { mode: 0o700 });
    await makeFormerCluster();
    const former = await startEmbedded(data, { binaries: await findFormerBinaries(major) });
    await restoreBackup(former.owner, 'beffroi_server', release);
    await migrate(former.owner, 'beffroi_server');
    const client = new pg.Client(former.owner);
    await client.connect();
    await client.query(
      `INSERT INTO session (id, user_id, token, expires_at, created_at, updated_at) SELECT gen_random_uuid(), id, 'kept', now() + interval '1 hour', now(), now() FROM account LIMIT 1`,
    );
    await client.end();
    before = await databaseContents(former.owner, []);
    await former.stop();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** As a program of ours that brought that version would have made it. */
  const makeFormerCluster = async (): Promise<void> => {
    const binaries = await findFormerBinaries(major);
    const account = await chooseAccount(data, binaries.postgres);
    await mkdir(cluster, { mode: 0o700 });
    await giveTo(cluster, account);
    const [program = '', ...words] = [...account.prefix, binaries.initdb, '-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
    await promisify(execFile)(program, words, { cwd: cluster, env: programEnvironment(), ...account.drop });
  };

  test('a start puts its whole content, sessions included, into a new cluster, and keeps the former', async () => {
    expect(await clusterMajor(cluster)).toBe(major);
    const database = await openDatabase(readConfig({ BEFFROI_DATA: data }), 'server');
    try {
      expect(await clusterMajor(cluster)).toBe(embeddedMajor);
      expect(await clusterMajor(join(data, `postgres.${major}`))).toBe(major);
      expect(await databaseContents(database.owner, [])).toEqual(before);
      expect(existsSync(join(data, 'upgrade'))).toBe(false);
    } finally {
      await database.close();
    }
  });

  test('one that was cut off between its last two renames ends at the next start; an unfinished copy is made anew', async () => {
    const complete = join(data, 'postgres.upgraded');
    await rename(cluster, complete);
    await upgradeCluster(data);
    expect(await clusterMajor(cluster)).toBe(embeddedMajor);
    await mkdir(complete);
    await writeFile(join(complete, 'PG_VERSION'), embeddedMajor);
    await upgradeCluster(data);
    expect(existsSync(complete)).toBe(false);
    const opened = await startEmbedded(data);
    expect(await databaseContents(opened.owner, [])).toEqual(before);
    await opened.stop();
  });
});

test('without the programs of the former version, it is said what to install', async () => {
  const data = await mkdtemp(join(tmpdir(), 'beffroi-major-'));
  await mkdir(join(data, 'postgres'));
  await writeFile(join(data, 'postgres', 'PG_VERSION'), '9\n');
  await expect(upgradeCluster(data)).rejects.toThrow(/made by PostgreSQL 9, and this program brings PostgreSQL \d+;.*apt-get install postgresql-9/);
  await rm(data, { recursive: true });
});
