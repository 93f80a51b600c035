import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { fillCentre } from '../../../test/centre.ts';
import { testDatabase, testServer, type TestServer } from '../../../test/harness.ts';
import { contentsOf, tablesOf } from '../../../test/table-contents.ts';
import { demonstrationPassword } from '../../demonstration/personas.ts';
import { readConfig } from '../config.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate, migrations } from '../db/migrate.ts';
import { StartupError } from '../errors.ts';
import { startServer } from '../start.ts';
import { writeBackupAside } from './aside.ts';
import { createArchive, readArchive } from './archive.ts';
import { contentDigest, entryNames } from './format.ts';
import { restoreBackup } from './restore.ts';
import { leftOut } from './store.ts';
import { databaseContents, removeLeftTrials, verifyBackup } from './verify.ts';
import { writeBackup } from './write.ts';

const release = new URL('../../../test/fixtures/release-0.1.0.tar.zst', import.meta.url).pathname;
const passphrase = 'cinq mots qui ne vont pas';
let folder: string;
let server: TestServer;
let files = 0;
const newFile = (): string => join(folder, `backup-${(files += 1)}.tar.zst`);
const drops: (() => Promise<void>)[] = [];

/** An empty database of its own, with its roles. */
const emptyDatabase = async (engine: 'embedded' | 'system' = 'embedded'): Promise<pg.ClientConfig> => {
  const database = await testDatabase(engine, 'template0');
  drops.push(database.drop);
  return database.owner;
};
const ask = async <T = Record<string, unknown>>(config: pg.ClientConfig, text: string): Promise<T[]> => {
  const client = new pg.Client(config);
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows as T[];
};
const heads = (owner: pg.ClientConfig) => ask(owner, `SELECT organization_id, class, max(number) AS number, max(encode(hash, 'hex')) AS hash FROM audit_link GROUP BY 1, 2 ORDER BY 1, 2`);
const isEmpty = async (owner: pg.ClientConfig): Promise<boolean> => (await ask(owner, `SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).length === 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beffroi-backup-'));
  server = await testServer();
  await fillCentre(server, 'valombre', 'Ambre');
  await fillCentre(server, 'rochefontaine', 'Zibeline');
  const [centre] = await server.asOwner<{ id: string }>('SELECT id FROM organization LIMIT 1');
  await server.addPerson(centre!.id, { lastName: 'Tab\there, \\back, “quotes”, 🦋', firstName: 'Line\nbreak'.replace('\n', ' '), note: '\\N and\nnew line' });
});
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('a backup comes back', () => {
  test.skipIf(!inject('engines').system)('from one engine to the other and home again, with the same rows and the same heads of the audit trail', async () => {
    const first = newFile();
    const written = await writeBackup(server.owner, first);
    expect(written.rows).toBeGreaterThan(60);
    const abroad = await emptyDatabase('system');
    await restoreBackup(abroad, 'beffroi_server', first);
    const second = newFile();
    await writeBackup(abroad, second, { passphrase });
    const home = await emptyDatabase();
    await restoreBackup(home, 'beffroi_server', second, { passphrase });
    const before = await databaseContents(server.owner);
    expect(Object.keys(before).length).toBeGreaterThan(15);
    expect(await databaseContents(abroad)).toEqual(before);
    expect(await databaseContents(home)).toEqual(before);
    expect(await heads(home)).toEqual(await heads(server.owner));
    expect(await ask(home, 'SELECT * FROM audit_verify()')).toEqual([]);
    // references and triggers are back: the database guards itself as before
    const guards = `SELECT (SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace)::int AS constraints, (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O')::int AS triggers`;
    expect(await ask(home, guards)).toEqual(await ask(server.owner, guards));
  });

  test('in its own PostgreSQL, compared table by table', async () => {
    const file = newFile();
    const { rows } = await writeBackup(server.owner, file);
    expect(await verifyBackup(file, { scratch: folder })).toMatchObject({ rows });
  });

  test('beside another trial, which is removed only when nobody makes it any more', async () => {
    const scratch = join(folder, 'trials');
    const trial = join(scratch, 'verify-other');
    await mkdir(trial, { recursive: true });
    const other = await startEmbedded(trial);
    await removeLeftTrials(scratch);
    expect(await ask(other.owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await other.stop();
    await removeLeftTrials(scratch);
    expect(await readdir(scratch)).toEqual(['verify-other']);
    await utimes(trial, 0, 0);
    await removeLeftTrials(scratch);
    await expect(stat(scratch)).rejects.toThrow(/ENOENT/);
  });

  test('as it was at one moment, whatever is written meanwhile', async () => {
    const [centre] = await server.asOwner<{ id: string }>('SELECT id FROM organization LIMIT 1');
    const writing = new AbortController();
    let acknowledged = 0;
    const writer = (async () => {
      for (; !writing.signal.aborted; acknowledged += 1) await server.addPerson(centre!.id, { lastName: `Pendant ${acknowledged}` });
    })();
    await expect.poll(() => acknowledged).toBeGreaterThan(5);
    const before = acknowledged;
    const file = newFile();
    await writeBackupAside(server.owner, file);
    const after = acknowledged + 1;
    writing.abort();
    await writer;
    const target = await emptyDatabase();
    await restoreBackup(target, 'beffroi_server', file);
    const [kept] = await ask<{ n: number }>(target, `SELECT count(*)::int AS n FROM person WHERE last_name LIKE 'Pendant %'`);
    expect(kept?.n).toBeGreaterThanOrEqual(before);
    expect(kept?.n).toBeLessThanOrEqual(after);
    expect(await ask(target, 'SELECT * FROM audit_verify()')).toEqual([]);
  });

  test('without sessions and links, which a thief could use', async () => {
    await server.addAccount({});
    expect(await server.asOwner('SELECT 1 FROM session')).not.toEqual([]);
    const file = newFile();
    await writeBackup(server.owner, file);
    const target = await emptyDatabase();
    await restoreBackup(target, 'beffroi_server', file);
    const tables = await tablesOf(target);
    // `verification` is of releases before 0.3, which save themselves before their update
    expect(leftOut.filter((name) => !tables.some((table) => table.name === name))).toEqual(['verification']);
    for (const { name } of tables) if (leftOut.includes(name)) expect(await ask(target, `SELECT 1 FROM ${name}`), name).toEqual([]);
    // no table says its next number by a sequence, which would stay behind
    expect(await server.asOwner(`SELECT 1 FROM pg_sequences WHERE schemaname = 'public'`)).toEqual([]);
  });
});

describe('what is not as it should be is refused, and nothing is restored', () => {
  let good: Buffer;
  let sealed: Buffer;
  beforeAll(async () => {
    const [plain, encrypted] = [newFile(), newFile()];
    await writeBackup(server.owner, plain);
    await writeBackup(server.owner, encrypted, { passphrase });
    good = await readFile(plain);
    sealed = await readFile(encrypted);
  });
  const refusal = async (bytes: Buffer, options = {}): Promise<string> => {
    const file = newFile();
    await writeFile(file, bytes);
    const target = await emptyDatabase();
    const error = await restoreBackup(target, 'beffroi_server', file, options).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(await isEmpty(target)).toBe(true);
    expect(error).toBeInstanceOf(StartupError);
    return (error as Error).message;
  };

  test('a database that is not empty', async () => {
    const file = newFile();
    await writeFile(file, good);
    await expect(restoreBackup(server.owner, 'beffroi_server', file)).rejects.toThrow(/not empty/);
  });

  /** A few bytes say nothing of the content (the end mark of the compression): whatever is done to them, what comes back is whole. */
  const expectRefusedOrWhole = async (bytes: Buffer): Promise<void> => {
    const file = newFile();
    await writeFile(file, bytes);
    const target = await emptyDatabase();
    const error = await restoreBackup(target, 'beffroi_server', file).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error === undefined) {
      expect(await databaseContents(target)).toEqual(await databaseContents(server.owner));
      return;
    }
    expect(String(error)).toMatch(/StartupError.*(?:no backup of Beffroi|damaged|too early|does not fit|and nothing was)/);
    expect(await isEmpty(target)).toBe(true);
  };

  test('a file that was cut anywhere', async () => {
    const anywhere = fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), (length) => expectRefusedOrWhole(good.subarray(0, length)));
    await fc.assert(anywhere, { numRuns: 8, examples: [[0], [3], [good.length - 1], [good.length - 10], [good.length - 40]] });
    expect(await refusal(good.subarray(0, good.length >> 1))).toMatch(/damaged|too early/);
  });

  test('a file with one bit turned over', async () => {
    const turned = (at: number, bit: number): Buffer => good.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte)) as Buffer;
    const anywhere = fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), fc.nat(7), (at, bit) => expectRefusedOrWhole(turned(at, bit)));
    await fc.assert(anywhere, { numRuns: 8 });
    expect(await refusal(turned(good.length >> 1, 0))).toMatch(/damaged|and nothing was/);
  });

  test('an encrypted one without its passphrase, with another, or altered', async () => {
    expect(sealed.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(sealed.includes('Ambre')).toBe(false);
    expect(await refusal(sealed)).toMatch(/is encrypted/);
    expect(await refusal(sealed, { passphrase: 'une tout autre phrase' })).toMatch(/does not open/);
    const altered = Buffer.from(sealed);
    altered[altered.length - 20]! ^= 1;
    expect(await refusal(altered, { passphrase })).toMatch(/damaged/);
  });

  /** The backup with one entry rewritten, its checksums right: by somebody who knows the format. */
  const rewritten = async (change: (name: string, text: string) => string): Promise<Buffer> => {
    const [from, to] = [newFile(), newFile()];
    await writeFile(from, good);
    const archive = createArchive(to, undefined);
    for await (const { name, bytes } of readArchive(from, undefined, () => undefined)) {
      const text = change(name, bytes.toString());
      if (text !== '') await archive.add(name, Buffer.from(text));
    }
    await archive.end();
    return readFile(to);
  };

  test('one of a newer program', async () => {
    const newer = (text: string) => text.replace('"migrations": [', '"migrations": [{"name":"9999_future.sql","sha256":"x"},');
    expect(await refusal(await rewritten((name, text) => (name === entryNames.manifest ? newer(text) : text)))).toMatch(
      /needs migration 9999_future\.sql, which this version of Beffroi does not know/,
    );
    expect(await refusal(await rewritten((name, text) => (name === entryNames.manifest ? text.replace('"format": 1', '"format": 2') : text)))).toMatch(/newer version/);
  });

  test('rows that are not those that were counted, named by their table', async () => {
    expect(await refusal(await rewritten((name, text) => (name.startsWith('tables/person/') ? text.replace('Ambre', 'Ombre') : text)))).toMatch(/damaged at table person/);
    expect(await refusal(await rewritten((name, text) => (name.startsWith('tables/person/') ? text.slice(text.indexOf('\n') + 1) : text)))).toMatch(/damaged at table person|nothing was/);
  });

  test('one that left out more than this program leaves out, and says so itself', async () => {
    const without = (name: string, text: string): string => {
      if (name.startsWith('tables/audit_')) return '';
      if (name !== entryNames.manifest) return text;
      const manifest = JSON.parse(text) as { tables: { name: string }[]; leftOut: string[] };
      const audit = ['audit_entry', 'audit_link'];
      return JSON.stringify({ ...manifest, tables: manifest.tables.filter((table) => !audit.includes(table.name)), leftOut: [...manifest.leftOut, ...audit] });
    };
    expect(await refusal(await rewritten(without))).toMatch(/does not fit its own migrations at table audit_entry/);
  });

  test('a file that is none of ours, and one that is not there', async () => {
    expect(await refusal(Buffer.from('dear diary, today'))).toMatch(/no backup of Beffroi/);
    await expect(restoreBackup(await emptyDatabase(), 'beffroi_server', join(folder, 'absent'))).rejects.toThrow(/does not exist/);
  });
});

describe('writing', () => {
  test('never over a file that exists, and never under its name by halves', async () => {
    const file = newFile();
    await writeFile(file, 'something else');
    await expect(writeBackup(server.owner, file)).rejects.toThrow(/exists already/);
    expect(await readFile(file, 'utf8')).toBe('something else');
    const lost = join(folder, 'a file', 'backup.tar.zst');
    await writeFile(join(folder, 'a file'), '');
    await expect(writeBackup(server.owner, lost)).rejects.toThrow(/cannot be written: .*a file is not a folder/);
    const unmounted = join(folder, 'disk', 'backup.tar.zst');
    await expect(writeBackup(server.owner, unmounted)).rejects.toThrow(/folder .*disk does not exist: make it, or mount its disk/);
  });

  test('by two at once under one name gives it to one, whole', async () => {
    const file = newFile();
    const outcomes = await Promise.allSettled([writeBackup(server.owner, file), writeBackup(server.owner, file)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(String((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason)).toMatch(/exists already/);
    await restoreBackup(await emptyDatabase(), 'beffroi_server', file);
    expect((await readdir(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  describe('ended in the middle', () => {
    let large: pg.ClientConfig;
    let drop: () => Promise<void>;
    beforeAll(async () => {
      ({ owner: large, drop } = await testDatabase('embedded', 'template0'));
      await migrate(large, 'beffroi_server');
      await ask(large, `CREATE TABLE aaa AS SELECT n, (SELECT string_agg(md5(n::text || i::text), '') FROM generate_series(1, 30) AS i) AS text FROM generate_series(1, 40000) AS n`);
    });
    afterAll(() => drop());
    const leftovers = async () => (await readdir(folder)).filter((name) => name.endsWith('.unfinished'));
    /** Ends the connection of the backup once a part of the table is written. */
    const cutter = () => {
      let cut: Promise<unknown> | undefined;
      const backends = `FROM pg_stat_activity WHERE application_name = 'beffroi backup' AND datname = current_database()`;
      return { progress: () => void (cut ??= ask(large, `SELECT pg_terminate_backend(pid) ${backends}`)), ended: () => cut };
    };

    test.each([
      ['in clear', undefined],
      ['encrypted', passphrase],
    ])('by the database, %s, it leaves nothing', async (_way, secret) => {
      const { progress, ended } = cutter();
      await expect(writeBackup(large, newFile(), { passphrase: secret, progress })).rejects.toThrow(/cannot be written: /);
      await ended();
      expect(await leftovers()).toEqual([]);
    });

    test('in a thread it is told as the fault of the database, or by the reason of whoever ended it', async () => {
      const { progress, ended } = cutter();
      await expect(writeBackupAside(large, newFile(), { progress })).rejects.toMatchObject({ name: 'StartupError', code: expect.stringMatching(/^(?:57P01|ECONNRESET)$/) });
      await ended();
      expect(await leftovers()).toEqual([]);
      const stopping = new AbortController();
      const stopped = writeBackupAside(large, newFile(), { progress: () => stopping.abort(new Error('stopping')), signal: stopping.signal });
      await expect(stopped).rejects.toThrow('stopping');
    });
  });

  test('a digest of rows knows no order and no cut, and every change of a row', () => {
    const rows = fc.uniqueArray(
      fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', '')),
      { minLength: 1, maxLength: 20 },
    );
    const digestOf = (pieces: Buffer[]) => {
      const digest = contentDigest();
      for (const piece of pieces) digest.add(piece);
      return digest.result();
    };
    const textOf = (list: string[]) => Buffer.from(list.map((row) => `${row}\n`).join(''));
    fc.assert(
      fc.property(rows, fc.array(fc.nat(600), { maxLength: 6 }), fc.nat(), (list, cuts, which) => {
        const whole = digestOf([textOf(list)]);
        const text = textOf(list.toReversed());
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b), text.length];
        expect(digestOf(places.slice(1).map((end, index) => text.subarray(places[index], end)))).toEqual(whole);
        const changed = list.with(which % list.length, `${list[which % list.length]}x`);
        if (new Set(changed).size === list.length) expect(digestOf([textOf(changed)])).not.toEqual(whole);
      }),
    );
  });
});

describe('from an earlier release', () => {
  test.each([['0.1.0', release]])('a backup of %s is restored and brought to this one, and its people sign in', async (_name, file) => {
    const target = await emptyDatabase();
    const { manifest, contents } = await restoreBackup(target, 'beffroi_server', file);
    expect(manifest.migrations.length).toBeLessThan((await migrations()).length);
    const before = await databaseContents(target);
    expect(before).toEqual(contents);
    const { applied } = await migrate(target, 'beffroi_server');
    expect(applied).toEqual((await migrations()).slice(manifest.migrations.length).map(({ name }) => name));
    expect(await ask(target, 'SELECT * FROM audit_verify()')).toEqual([]);
    // Every row of every table is as it was, in the columns that were there. A table or a column that a migration gives up is named here.
    const unmoved = await emptyDatabase();
    await restoreBackup(unmoved, 'beffroi_server', file);
    const [were, are] = [await tablesOf(unmoved), await tablesOf(target)];
    const kept = were.flatMap(({ name, columns }) => are.filter((table) => table.name === name).map((table) => ({ name, columns: columns.filter((column) => table.columns.includes(column)) })));
    const [old, now] = [await contentsOf(unmoved, kept), await contentsOf(target, kept)];
    expect(kept.map(({ name }) => name).filter((name) => now[name]!.digest !== old[name]!.digest || now[name]!.rows !== old[name]!.rows)).toEqual(['migration']);
    const gone = were.flatMap(({ name, columns }) => columns.filter((column) => !kept.some((table) => table.name === name && table.columns.includes(column))).map((column) => `${name}.${column}`));
    expect(gone.filter((column) => !column.startsWith('verification.'))).toEqual([]);
    const data = await mkdtemp(join(folder, 'data-'));
    const address = (user: string) => `postgres:///${target.database}?host=${target.host}&port=${target.port}&user=${user}`;
    const running = await startServer(readConfig({ BEFFROI_DATA: data, PORT: '0', DATABASE_URL: address('beffroi_server'), DATABASE_OWNER_URL: address('beffroi_owner'), BEFFROI_BACKUP_AT: 'off' }));
    try {
      const [persona] = await ask<{ email: string }>(target, `SELECT email FROM account ORDER BY email LIMIT 1`);
      const signedIn = await running.app.inject({ method: 'POST', url: '/api/beffroi/v1/session', headers: { 'x-beffroi': '1' }, payload: { email: persona?.email, password: demonstrationPassword } });
      // Whoever administers is asked for a second factor from this release on.
      expect(signedIn.json()).toEqual({ owed: 'enrolment' });
    } finally {
      await running.close();
    }
  });

  test('a migration that fails leaves the former state whole, and a backup of it', async () => {
    const target = await emptyDatabase();
    await restoreBackup(target, 'beffroi_server', release);
    await ask(target, 'CREATE TABLE backup_run (in_the_way int)');
    const [before, tables] = [await databaseContents(target), await ask(target, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1`)];
    const file = newFile();
    await expect(migrate(target, 'beffroi_server', async () => void (await writeBackup(target, file)))).rejects.toThrow(/failed and everything is as it was before/);
    expect(await databaseContents(target)).toEqual(before);
    expect(await ask(target, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1`)).toEqual(tables);
    expect((await stat(file)).size).toBeGreaterThan(100_000);
    await ask(target, 'DROP TABLE backup_run');
    expect((await migrate(target, 'beffroi_server')).applied.length).toBeGreaterThan(0);
  });

  test('what cannot be saved is not migrated', async () => {
    const target = await emptyDatabase();
    await restoreBackup(target, 'beffroi_server', release);
    const saving = migrate(target, 'beffroi_server', () => Promise.reject(new StartupError('no room')));
    await expect(saving).rejects.toThrow('no room');
    expect(await ask(target, 'SELECT name FROM migration ORDER BY 1')).toHaveLength(2);
  });
});
