// A server killed in the middle of a backup, and a full disk: what is left, and who is told.
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../mail-server.ts';
import { type Client, freePort, killProcesses, type ServerProcess, setUp, startProcess } from '../process.ts';
import { mailPrograms } from '../tools.ts';

type Backups = { items: { name: string; encrypted: boolean }[]; state: string; failure?: { fault: string }; running?: object };

const run = promisify(execFile);
const passphrase = 'cinq mots sans aucun rapport';
const soon = { timeout: 30_000, interval: 200 };

describe.skipIf(!mailPrograms())('a backup', () => {
  let folder: string;
  let post: MailServer;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beffroi-backups-'));
    await chmod(folder, 0o755);
    post = await startMailServer();
    port = await freePort();
    await writeFile(join(folder, 'certificate.pem'), post.certificate);
  });
  afterEach(killProcesses);
  afterAll(async () => {
    await post?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const base = (): string => `http://127.0.0.1:${port}`;
  const start = async (more: Record<string, string> = {}): Promise<ServerProcess> => {
    const server = startProcess({
      PORT: String(port),
      BEFFROI_DATA: join(folder, 'data'),
      BEFFROI_BACKUP_PASSPHRASE: passphrase,
      SMTP_URL: post.url,
      MAIL_FROM: 'beffroi@example.be',
      NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem'),
      LOG_LEVEL: 'warn',
      ...more,
    });
    await server.says(/Beffroi: http/);
    return server;
  };
  let client: Client;
  const listed = async (): Promise<Backups> => (await (await client.call('GET', '/backups')).json()) as Backups;

  test('whose server is killed in the middle has failed, leaves no half file, and is told by mail at the next start', async () => {
    const backups = join(folder, 'data', 'backups');
    const first = await start();
    client = await setUp(base(), first);
    // Reading this table waits, so that the kill falls in the middle.
    const place = { host: join(folder, 'data', 'socket'), user: 'postgres', database: 'beffroi' };
    const holder = new pg.Client(place);
    const watcher = new pg.Client(place);
    await holder.connect();
    await watcher.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE candidacy IN ACCESS EXCLUSIVE MODE');
    expect((await client.call('POST', '/backups')).status).toBe(202);
    const waiting = async (): Promise<number> => (await watcher.query(`SELECT FROM pg_stat_activity WHERE application_name = 'beffroi backup' AND wait_event_type = 'Lock'`)).rowCount ?? 0;
    await expect.poll(waiting, soon).toBe(1);
    expect(await readdir(backups)).toEqual([expect.stringMatching(/\.unfinished$/)]);
    first.process.kill('SIGKILL');
    await first.ended;
    await holder.end();
    await watcher.end();

    const second = await start();
    await expect.poll(async () => (await listed()).failure?.fault, soon).toBe('interrupted');
    expect(await readdir(backups)).toEqual([]);
    // Beside what tells the account of its own sign-ins.
    const told = async () => (await post.received()).filter(({ subject }) => subject?.includes('sauvegarde')).map(({ to, subject }) => ({ to, subject }));
    await expect.poll(told, soon).toEqual([{ to: 'odile.lambin@example.be', subject: 'Beffroi\u202f: la sauvegarde demandée a échoué' }]);
    // The next one is whole, and ends the alarm.
    expect((await client.call('POST', '/backups')).status).toBe(202);
    await expect.poll(async () => (await listed()).state, soon).toBe('good');
    expect(await listed()).toMatchObject({ items: [{ encrypted: true }] });
    expect(first.out() + second.out() + first.err() + second.err()).not.toMatch(/cinq mots|trois-pigeons|odile\.lambin/);
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  test('that finds no room has failed for that reason, and leaves the room that there was', async ({ skip }) => {
    const small = join(folder, 'small');
    await mkdir(small);
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', small]).then(
      () => true,
      () => false,
    );
    if (!mounted) skip('a small file system cannot be mounted here');
    let server: ServerProcess | undefined;
    try {
      const before = (await post.received()).length;
      server = await start({ BEFFROI_BACKUPS: small });
      expect((await client.call('POST', '/backups')).status).toBe(202);
      await expect.poll(async () => (await listed()).failure?.fault, soon).toBe('diskFull');
      expect(await readdir(small)).toEqual([]);
      await expect.poll(async () => (await post.received()).length, soon).toBe(before + 1);
      const mail = (await post.received()).find(({ text }) => text.includes('plus de place'));
      expect(mail?.text).toContain(small);
    } finally {
      server?.process.kill('SIGTERM');
      await server?.ended;
      await run('umount', [small]);
    }
  });

  test('whose server is asked to stop in the middle is given up at once, and told as interrupted at the next start', async () => {
    const backups = join(folder, 'data', 'backups');
    const first = await start();
    const before = await readdir(backups);
    const holder = new pg.Client({ host: join(folder, 'data', 'socket'), user: 'postgres', database: 'beffroi' });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE candidacy IN ACCESS EXCLUSIVE MODE');
    expect((await client.call('POST', '/backups')).status).toBe(202);
    await expect.poll(async () => (await readdir(backups)).some((name) => name.endsWith('.unfinished')), soon).toBe(true);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await readdir(backups)).toEqual(before);
    await holder.end().catch(() => undefined);

    const second = await start();
    await expect.poll(async () => (await listed()).failure?.fault, soon).toBe('interrupted');
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});
