import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { mailPrograms } from '../../../../test/tools.ts';
import { type Mail, makeMail, settingsOfUrl } from '../../../server/mail.ts';
import { outdated } from '../backup.ts';
import { lookForBackups, workBackups } from './make.ts';

let server: TestServer;
let administrator: Account;
let present: Date;
let mails: Mail[];
/** A Saturday night and the Sunday night after it, at 02:30 in Belgium. */
const saturday = new Date('2026-11-21T01:30:00Z');
const sunday = new Date('2026-11-22T01:30:00Z');

const sendBy = (address: string) => makeMail(settingsOfUrl(address, 'beffroi@example.be'), async () => undefined).send;

const open = async (language = 'fr', send?: (mail: Mail) => Promise<void>): Promise<void> => {
  mails = [];
  present = new Date('2026-11-20T09:00:00Z');
  server = await testServer({ now: () => present, mails: send ?? mails });
  server.services.backups.at = '02:30';
  administrator = await server.addAccount({ installation: ['administrator'], language });
};
afterEach(() => server.close());

type Answer = {
  items: { name: string; size: number; encrypted: boolean; rows?: number; verifiedAt?: string; doubtful: boolean }[];
  state: string;
  failure?: { fault: string };
  running?: { kind: string };
  readable: boolean;
};
const listed = async (): Promise<Answer> => {
  const answer = await server.call('GET', '/backups', { as: administrator });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as Answer;
};
const runs = () => server.asOwner<{ id: string; kind: string; state: string; fault: string | null; file: string | null }>('SELECT id, kind, state, fault, file FROM backup_run ORDER BY at, id');
const look = async (instant: Date): Promise<void> => {
  present = instant;
  await lookForBackups(server.services);
};
const directory = (): string => server.services.backups.directory;
/** Makes the place of the backups one that nobody can write: below a file. */
const breakDirectory = async (): Promise<void> => {
  const file = `${directory()}-file`;
  await writeFile(file, 'x');
  server.services.backups.directory = join(file, 'backups');
};

describe('at night', () => {
  test('a backup is made once, in a directory that only the server may enter', async () => {
    await open();
    expect((await listed()).state).toBe('none');
    await look(new Date('2026-11-20T12:00:00Z'));
    expect(await runs()).toEqual([]);
    await look(saturday);
    await look(new Date(saturday.getTime() + 60_000));
    expect(await runs()).toMatchObject([{ kind: 'scheduled', state: 'done', file: 'beffroi-2026-11-21T0230.tar.zst' }]);
    expect(await readdir(directory())).toEqual(['beffroi-2026-11-21T0230.tar.zst']);
    expect((await stat(directory())).mode & 0o777).toBe(0o700);
    const { items, failure } = await listed();
    expect(items).toMatchObject([{ encrypted: false, doubtful: false }]);
    expect(items[0]!.rows).toBeGreaterThan(5);
    expect(items[0]!.verifiedAt).toBeUndefined();
    expect([failure, mails]).toEqual([undefined, []]);
  });

  test('with a passphrase it is encrypted, and on Sundays restored for trial', async () => {
    await open();
    server.services.backups.passphrase = 'cinq mots sans aucun rapport';
    await look(sunday);
    const { items } = await listed();
    expect(items).toMatchObject([{ name: 'beffroi-2026-11-22T0230.tar.zst.age', encrypted: true, verifiedAt: sunday.toISOString() }]);
    expect(JSON.stringify([server.log(), await server.asOwner('SELECT * FROM backup_run')])).not.toContain('cinq mots');
    await expect(stat(server.services.backups.scratch)).rejects.toThrow(/ENOENT/);
  });

  test('what is outdated goes, and nothing else', async () => {
    await open();
    const others = ['beffroi-2026-11-18T0230.tar.zst', 'beffroi-2026-11-18T1200.tar.zst', 'beffroi-2025-01-01T0230.tar.zst', 'before-0005_backups-2026-08-01T0900.tar.zst', 'notes.txt'];
    await mkdir(directory(), { recursive: true });
    for (const name of others) await writeFile(join(directory(), name), 'x');
    await look(saturday);
    const gone = outdated([...others, 'beffroi-2026-11-21T0230.tar.zst'], saturday);
    expect(gone).toEqual(['beffroi-2026-11-18T0230.tar.zst', 'before-0005_backups-2026-08-01T0900.tar.zst']);
    expect((await readdir(directory())).toSorted()).toEqual([...others.filter((name) => !gone.includes(name)), 'beffroi-2026-11-21T0230.tar.zst'].toSorted());
  });

  test('two nodes make one', async () => {
    await open();
    present = saturday;
    await Promise.all([lookForBackups(server.services), lookForBackups(server.services), lookForBackups(server.services)]);
    await lookForBackups(server.services);
    expect(await runs()).toMatchObject([{ state: 'done' }]);
    expect(await readdir(directory())).toHaveLength(1);
  });

  test('one that is off makes none', async () => {
    await open();
    delete server.services.backups.at;
    await look(saturday);
    expect(await runs()).toEqual([]);
  });
});

describe('one that fails', () => {
  test('is recorded once, shown, and told to each administrator in their language, without the database or the passphrase', async () => {
    await open('fr');
    server.services.backups.passphrase = 'cinq mots sans aucun rapport';
    const others = await Promise.all(['nl', 'de', 'en'].map((language) => server.addAccount({ installation: ['administrator'], language, email: `${language}@example.be` })));
    await server.addAccount({ installation: ['federalSupervisor'], email: 'supervisor@example.be' });
    await breakDirectory();
    await look(saturday);
    await look(new Date(saturday.getTime() + 3_600_000));
    expect(await runs()).toMatchObject([{ state: 'failed', fault: 'notWritable' }]);
    expect(await listed()).toMatchObject({ state: 'failed', failure: { fault: 'notWritable' }, readable: false });
    expect(mails.map(({ to }) => to).toSorted()).toEqual([administrator.email, ...others.map(({ email }) => email)].toSorted());
    const words: Record<string, RegExp> = { nl: /kan niet worden geschreven/, de: /kann nicht geschrieben werden/, en: /cannot be written/ };
    for (const [language, sentence] of Object.entries(words)) expect(mails.find(({ to }) => to.startsWith(`${language}@`))?.text).toMatch(sentence);
    for (const { subject, text } of mails) {
      expect(text).toContain(directory());
      expect(text).toContain('http://localhost:3000/backups');
      expect(subject + text).not.toMatch(/cinq mots|beffroi_owner|postgres|\{\{/);
    }
    expect(JSON.stringify(server.log())).not.toMatch(/cinq mots|example\.be/);
  });

  test('its trial on Sunday is told, and its file is neither counted as good nor rotated away', async () => {
    await open();
    await look(saturday);
    // A file where the folder of the trial should be.
    await writeFile(server.services.backups.scratch, 'x');
    await look(sunday);
    expect(await runs()).toMatchObject([{ state: 'done' }, { state: 'failed', fault: 'unverified' }]);
    for (const night of [1, 2]) await look(new Date(sunday.getTime() + night * 86_400_000));
    const { items, failure } = await listed();
    expect(failure).toBeUndefined();
    expect(items.filter(({ doubtful }) => doubtful).map(({ name }) => name)).toEqual(['beffroi-2026-11-22T0230.tar.zst']);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('backup --verify');
  });

  test('the next night tries again, and its success ends the alarm', async () => {
    await open();
    const good = directory();
    await breakDirectory();
    await look(saturday);
    server.services.backups.directory = good;
    await look(sunday);
    expect((await runs()).map(({ state }) => state)).toEqual(['failed', 'done']);
    expect((await listed()).failure).toBeUndefined();
  });

  test('a mail that cannot leave is told in the log, without the recipient, and changes nothing else', async () => {
    await open('fr', sendBy('smtp://u:sesame@127.0.0.1:1'));
    await breakDirectory();
    await look(saturday);
    expect(await runs()).toMatchObject([{ state: 'failed' }]);
    const told = server.log().filter(({ msg }) => msg === 'mail not sent');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`sesame|${administrator.email}`));
  });
});

describe('one whose server was killed', () => {
  const killed = async (file: string): Promise<void> => {
    await open();
    await mkdir(directory(), { recursive: true });
    await server.asOwner(`INSERT INTO backup_run (id, kind, at, state, file, encrypted) VALUES (gen_random_uuid(), 'scheduled', $1, 'running', $2, false)`, [saturday, file]);
  };

  test('has failed, its unfinished file is gone, and it is made again', async () => {
    await killed('beffroi-2026-11-21T0230.tar.zst');
    await writeFile(join(directory(), 'beffroi-2026-11-21T0230.tar.zst.0a1b2c3d.unfinished'), 'half');
    await look(new Date('2026-11-21T07:00:00Z'));
    expect(await runs()).toMatchObject([{ state: 'failed', fault: 'interrupted' }]);
    expect(await readdir(directory())).toEqual([]);
    expect(mails).toHaveLength(1);
    await look(new Date('2026-11-21T07:01:00Z'));
    expect(await readdir(directory())).toEqual(['beffroi-2026-11-21T0801.tar.zst']);
    expect(mails).toHaveLength(1);
  });

  test('had finished where its file has taken its place', async () => {
    await killed('beffroi-2026-11-21T0230.tar.zst');
    await writeFile(join(directory(), 'beffroi-2026-11-21T0230.tar.zst'), 'whole');
    await look(new Date('2026-11-21T07:00:00Z'));
    expect(await runs()).toMatchObject([{ state: 'done', fault: null }]);
    expect(mails).toEqual([]);
  });

  test('or asked to stop during the verification of Sunday leaves no copy, has failed, and is made again and verified', async () => {
    await open();
    const { scratch } = server.services.backups;
    present = sunday;
    const stopping = new AbortController();
    const looking = lookForBackups(server.services, stopping.signal);
    const files = async (): Promise<string[]> => readdir(scratch, { recursive: true }).catch(() => []);
    await expect.poll(async () => (await files()).some((name) => name.endsWith('postmaster.pid'))).toBe(true);
    stopping.abort();
    await looking;
    await expect(stat(scratch)).rejects.toThrow(/ENOENT/);
    expect(await runs()).toMatchObject([{ state: 'running', file: 'beffroi-2026-11-22T0230.tar.zst' }]);
    expect(await readdir(directory())).toEqual(['beffroi-2026-11-22T0230.tar.zst']);
    // The trial of a command that begins beside it is not this server's to remove.
    const beside = join(scratch, 'verify-beside');
    await mkdir(beside, { recursive: true });
    for (const minutes of [30, 31]) await look(new Date(sunday.getTime() + minutes * 60_000));
    expect(await runs()).toMatchObject([
      { state: 'failed', fault: 'interrupted' },
      { state: 'done', file: 'beffroi-2026-11-22T0301.tar.zst' },
    ]);
    expect((await listed()).items.find(({ name }) => name === 'beffroi-2026-11-22T0301.tar.zst')?.verifiedAt).toBeDefined();
    expect(mails).toHaveLength(1);
    expect(await readdir(scratch)).toEqual(['verify-beside']);
  });

  test('is left alone while another node makes it', async () => {
    await killed('beffroi-2026-11-21T0230.tar.zst');
    const [lock] = await server.asOwner<{ pid: number }>(`SELECT pg_advisory_lock(hashtextextended('beffroi backups', 0)), pg_backend_pid() AS pid`);
    await look(new Date('2026-11-21T07:00:00Z'));
    expect(await runs()).toMatchObject([{ state: 'running', fault: null }]);
    await server.asOwner('SELECT pg_terminate_backend($1)', [lock!.pid]).catch(() => undefined);
  });
});

test('an administrator asks for one; who asks twice gets one; others may neither ask nor see', async () => {
  await open();
  delete server.services.backups.at;
  const adviser = await server.addAccount({ centre: await server.addCentre({ slug: 'valombre' }), roles: ['adviser'] });
  for (const method of ['GET', 'POST'] as const) expect((await server.call(method, '/backups', { as: adviser })).statusCode).toBe(403);
  for (const _ of [1, 2]) {
    const answer = await server.call('POST', '/backups', { as: administrator });
    expect(answer.statusCode).toBe(202);
    expect(answer.headers['location']).toBe('http://localhost:3000/api/beffroi/v1/backups');
  }
  expect((await listed()).running).toMatchObject({ kind: 'asked' });
  workBackups(server.services);
  await expect.poll(async () => (await listed()).items.length).toBe(1);
  await expect.poll(async () => (await listed()).running).toBeUndefined();
  expect(await runs()).toMatchObject([{ kind: 'asked', state: 'done' }]);
  await expect.poll(() => server.asOwner('SELECT done > 0 AS far FROM backup_progress')).toEqual([{ far: true }]);
  const [entry] = await server.asOwner<{ actor_id: string; action: string }>(`SELECT actor_id, action FROM audit_entry WHERE table_name = 'backup_run' ORDER BY at LIMIT 1`);
  expect(entry).toEqual({ actor_id: administrator.id, action: 'insert' });
});

describe.skipIf(!mailPrograms())('through a real mail server', () => {
  const known = getCACertificates();
  let post: MailServer;
  afterEach(async () => {
    setDefaultCACertificates(known);
    await post.stop();
  });

  test('the message of a failed night arrives', async () => {
    post = await startMailServer();
    setDefaultCACertificates([...known, post.certificate]);
    await open('fr', sendBy(post.url));
    await breakDirectory();
    await look(saturday);
    await expect.poll(post.received).toHaveLength(1);
    const [mail] = await post.received();
    expect(mail).toMatchObject({ to: administrator.email, from: 'beffroi@example.be', subject: 'Beffroi\u202f: la sauvegarde de cette nuit a échoué' });
    expect(mail!.text).toContain(`Le dossier des sauvegardes ${directory()} ne peut pas être écrit.`);
    expect(mail!.text).toContain('Aucune sauvegarde n’a encore réussi.');
  });
});
