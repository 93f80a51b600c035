import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { restoreBackup } from '../src/server/backup/restore.ts';
import { connectPlain, fillTable, leftOut, readTable, savedTables, withoutRules } from '../src/server/backup/store.ts';
import { writeBackup } from '../src/server/backup/write.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { type Figures, round } from './measure.ts';

const centre = '01990000-0000-7000-8000-000000000000';
const passphrase = 'cinq mots qui ne vont pas';

/** A third each: people with their entries in the audit trail, as they compress well; frozen documents, which do not; and long notes. */
const fill = async (client: pg.Client): Promise<void> => {
  await client.query(
    `INSERT INTO organization (id, slug, name, document_language, municipality, region, search_text) VALUES ('${centre}', 'bench', '{"fr":"Bench"}', 'fr', 'Bench', 'wallonia', 'bench')`,
  );
  await client.query(
    `INSERT INTO person (organization_id, id, last_name, first_name, kind, note, search_text) SELECT '${centre}', gen_random_uuid(), 'Nom ' || i, 'Prénom ' || i % 97, 'staff', repeat(md5(i::text), 8), 'nom ' || i FROM generate_series(1, 90000) i`,
  );
  for (let file = 0; file < 60; file += 1)
    for (let number = 0; number < 8; number += 1)
      await client.query('INSERT INTO file_chunk (organization_id, sha256, number, bytes) VALUES ($1, $2, $3, $4)', [centre, randomBytes(32).fill(file, 0, 1), number, randomBytes(256 * 1024)]);
};

const megabytes = async (client: pg.Client): Promise<number> => Number((await client.query(`SELECT pg_database_size(current_database()) / 1e6 AS size`)).rows[0].size);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/**
 * Backup and restore, in seconds per gigabyte of database and as ratios to PostgreSQL's COPY of the same tables on one connection: out, its text
 * thrown away; and out of one database straight into another with the same tables.
 */
export const measureBackup = async (directory: string): Promise<Figures> => {
  const clusters = await Promise.all(
    ['one', 'other'].map(async (name) => {
      await mkdir(join(directory, name), { mode: 0o700 });
      return startEmbedded(join(directory, name));
    }),
  );
  const [one, other] = clusters as [(typeof clusters)[0], (typeof clusters)[0]];
  try {
    await migrate(one.owner, 'beffroi_server');
    const client = await connectPlain(one.owner);
    await fill(client);
    const size = await megabytes(client);
    const tables = await savedTables(client, leftOut);
    const bareOut = await timed(async () => {
      for (const table of tables) for await (const _ of readTable(client, table)) continue;
    });
    const [plain, sealed] = [join(directory, 'plain'), join(directory, 'sealed')];
    const written = await timed(() => writeBackup(one.owner, plain));
    const encrypted = await timed(() => writeBackup(one.owner, sealed, { passphrase }));
    await migrate(other.owner, 'beffroi_server');
    const target = await connectPlain(other.owner);
    const bareIn = await timed(() =>
      withoutRules(target, tables, async () => {
        for (const table of tables) await pipeline(readTable(client, table), fillTable(target, table));
      }),
    );
    await target.end();
    await client.end();
    const empty = await emptied(other.superuser);
    const restored = await timed(() => restoreBackup(empty, 'beffroi_server', sealed, { passphrase }));
    const perGigabyte = (seconds: number): number => round((seconds / size) * 1000);
    return {
      megabytes: Math.round(size),
      fileMegabytes: Math.round((await stat(plain)).size / 1e6),
      bareCopySecondsPerGB: perGigabyte(bareOut),
      backupSecondsPerGB: perGigabyte(written),
      backupRatio: round(written / bareOut),
      encryptedSecondsPerGB: perGigabyte(encrypted),
      encryptedRatio: round(encrypted / bareOut),
      bareCopyIntoSecondsPerGB: perGigabyte(bareIn),
      restoreEncryptedSecondsPerGB: perGigabyte(restored),
      restoreRatio: round(restored / bareIn),
    };
  } finally {
    for (const cluster of clusters) await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
};

const emptied = async (superuser: pg.ClientConfig): Promise<pg.ClientConfig> => {
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query('CREATE DATABASE emptied OWNER beffroi_owner');
  await client.end();
  return { ...superuser, user: 'beffroi_owner', database: 'emptied' };
};
