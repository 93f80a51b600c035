// The backup as an operator makes it: on the command line, beside a server that runs, to another directory where another server starts.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { restoreBackup } from '../src/server/backup/restore.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { clientOf, freePort, killProcesses, setUp, signIn, startProcess } from './process.ts';

const program = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
let folder: string;
let data: string;

const command = async (directory: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> => {
  const run = promisify(execFile)(process.execPath, [program, ...words], { env: { ...process.env, DATABASE_URL: '', BEFFROI_DATA: directory, BEFFROI_BACKUP_PASSPHRASE: '' } });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout, err: error.stderr }),
  );
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beffroi-operator-'));
  data = join(folder, 'data');
  await writeFile(join(folder, 'passphrase'), 'cinq mots qui ne vont pas\n');
});
afterEach(killProcesses);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('saved while the server runs, verified, restored elsewhere, and its people sign in', async () => {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const server = startProcess({ PORT: String(port), BEFFROI_DATA: data, BEFFROI_BACKUP_AT: 'off' });
  const client = await setUp(base, server);
  expect((await client.call('POST', '/pools', { body: { name: 'Entre Meuse et Ourthe', form: 'agreement' } })).status).toBe(201);

  const file = join(folder, 'kept', 'beffroi.tar.zst.age');
  await mkdir(join(folder, 'kept'));
  const secret = ['--passphrase-file', join(folder, 'passphrase')];
  const saved = await command(data, 'backup', file, ...secret);
  expect(saved, saved.err).toMatchObject({ code: 0, err: '' });
  expect(saved.out).toMatch(/\d+ tables, \d+ rows, .*, encrypted\.\n$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'kept'))).toEqual(['beffroi.tar.zst.age']);
  expect((await client.call('GET', '/me')).status).toBe(200);

  const verified = await command(data, 'backup', '--verify', file, ...secret);
  expect(verified, verified.err).toMatchObject({ code: 0 });
  expect(verified.out).toMatch(/^All good\. .*restored and compared; the audit trail is whole\.\n$/);
  expect(await readdir(data)).not.toContain('trial-restore');

  const again = await command(data, 'restore', file, ...secret);
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/^The database is not empty[^\n]*\n$/) });
  server.process.kill('SIGTERM');
  await server.ended;

  const elsewhere = join(folder, 'elsewhere');
  const restored = await command(elsewhere, 'restore', file, ...secret);
  expect(restored, restored.err).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toMatch(/^Restored what was saved on .*\nEverybody signs in again\.\n$/);
  const other = startProcess({ PORT: String(port), BEFFROI_DATA: elsewhere, BEFFROI_BACKUP_AT: 'off' });
  await other.says(/Beffroi: /);
  // somebody has an account: there is nothing to set up
  expect(other.out()).not.toContain('/setup#');
  expect((await clientOf(base, client.cookie).call('GET', '/me')).status).toBe(401);
  expect(await (await (await signIn(base)).call('GET', '/me')).json()).toMatchObject({ account: { email: 'odile.lambin@example.be' } });
  expect((await command(elsewhere, 'audit', 'verify')).out).toMatch(/^All good\./);
});

const updates = [
  ['0.1.0', '0003'],
  ['0.2.0', '0007'],
  ['0.3.0', '0018'],
  ['0.4.0', '0027'],
  ['0.5.0', '0039'],
] as const;
test.each(updates)(
  'an update from %s: no command takes the tables from under a server; the server saves them, says where, and brings them to this version',
  { timeout: 60_000 },
  async (release, missing) => {
    const former = join(folder, `former-${release}`);
    await mkdir(former);
    const cluster = await startEmbedded(former);
    await restoreBackup(cluster.owner, 'beffroi_server', fileURLToPath(new URL(`fixtures/release-${release}.tar.zst`, import.meta.url)));
    await cluster.stop();
    // The commands say and do the same whatever the release: the last one is enough.
    const last = release === updates.at(-1)![0];
    if (last)
      expect(await command(former, 'organizations')).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(new RegExp(`^The database is of an earlier version of Beffroi \\(it lacks ${missing}_.*start the server of this version once`)),
      });
    const server = startProcess({ PORT: String(await freePort()), BEFFROI_DATA: former, BEFFROI_BACKUP_AT: 'off' });
    const saved = await server.says(/It was saved in (\S+) and is brought/);
    await server.says(/Beffroi: /);
    expect(saved).toMatch(new RegExp(`backups/before-${missing}_\\w+-[\\dT-]+\\.tar\\.zst$`));
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect((await command(former, 'organizations')).code).toBe(0);
    if (last) expect((await command(former, 'backup', '--verify', saved)).out).toMatch(/^All good/);
  },
);

test.each([
  ['backup', ['backup'], 2, /Name one file/],
  ['backup of nothing', ['backup', 'x.tar.zst'], 1, /^There is no database in .*: give the command the server's own environment/],
  ['restore of nothing', ['restore', 'absent.tar.zst'], 1, /absent\.tar\.zst does not exist/],
  ['short passphrase', ['backup', 'x', '--passphrase-file', '/dev/null'], 1, /shorter than 12 characters/],
  ['absent passphrase', ['backup', 'x', '--passphrase-file', '/nowhere'], 1, /cannot be read \(ENOENT\)/],
])('%s: one clear sentence', async (_name, words, code, said) => {
  const answer = await command(join(folder, 'nothing'), ...words);
  expect(answer).toMatchObject({ code, out: '' });
  expect(answer.err).toMatch(said);
});
