import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareDataDirectory, readConfig } from './config.ts';
import { ConfigError, StartupError } from './errors.ts';

describe('readConfig', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: resolve('data'),
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      url: 'http://localhost:3000',
      backups: { directory: resolve('data/backups'), at: '02:30' },
      localDirectories: false,
      localMailboxes: false,
    });
  });

  test('takes every variable, and an empty one as absent', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '::',
      BEFFROI_DATA: '/srv/beffroi',
      DATABASE_URL: 'postgres://app:a@db/beffroi',
      DATABASE_OWNER_URL: 'postgresql://owner:b@db/beffroi',
      BEFFROI_URL: 'https://beffroi.example.be/',
      BEFFROI_BACKUPS: '/srv/backups',
      BEFFROI_BACKUP_AT: '23:05',
      BEFFROI_BACKUP_PASSPHRASE: 'cinq mots sans aucun rapport',
      BEFFROI_LOCAL_DIRECTORY: 'allow',
      BEFFROI_LOCAL_MAILBOX: 'allow',
      SMTP_URL: 'smtps://beffroi:se%40same@mail.example.be:465',
      MAIL_FROM: 'Beffroi <beffroi@example.be>',
    });
    expect(config).toEqual({
      port: 8080,
      host: '::',
      dataDirectory: '/srv/beffroi',
      databaseUrl: 'postgres://app:a@db/beffroi',
      databaseOwnerUrl: 'postgresql://owner:b@db/beffroi',
      url: 'https://beffroi.example.be',
      backups: { directory: '/srv/backups', at: '23:05', passphrase: 'cinq mots sans aucun rapport' },
      localDirectories: true,
      localMailboxes: true,
      mail: { host: 'mail.example.be', port: 465, security: 'tls', username: 'beffroi', password: 'se@same', sender: 'Beffroi <beffroi@example.be>' },
    });
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', BEFFROI_URL: '' })).toEqual(readConfig({}));
  });

  test('the default address follows the port, and the owner follows the database', () => {
    expect(readConfig({ PORT: '4000' }).url).toBe('http://localhost:4000');
    expect(readConfig({ DATABASE_URL: 'postgres://db/x' }).databaseOwnerUrl).toBe('postgres://db/x');
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['PORT', '1e3'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_OWNER_URL', 'nonsense'],
    ['BEFFROI_URL', 'beffroi.example.be'],
    ['BEFFROI_URL', 'https://example.be/beffroi'],
    ['BEFFROI_URL', 'ftp://example.be'],
    ['BEFFROI_BACKUP_AT', '2:30'],
    ['BEFFROI_BACKUP_AT', '24:00'],
    ['BEFFROI_BACKUP_AT', 'never'],
    ['BEFFROI_LOCAL_DIRECTORY', 'yes'],
    ['BEFFROI_LOCAL_MAILBOX', 'yes'],
    ['BEFFROI_BACKUP_PASSPHRASE', 'too short'],
    ['SMTP_URL', 'mail.example.be:587'],
    ['SMTP_URL', 'https://mail.example.be'],
    ['SMTP_URL', 'smtp://beffroi@mail.example.be'],
    ['SMTP_URL', 'smtp://mail.example.be/?ignoreTLS=true'],
    ['SMTP_URL', 'smtp://u:50%@mail.example.be'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} .*: it must be [^.]+.*\\.$`));
  });

  test('never repeats a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgre://u:sesame@db/x' })).toThrow(/^(?!.*sesame)/);
    expect(() => readConfig({ SMTP_URL: 'http://u:sesame@mail/x' })).toThrow(/^(?!.*sesame)/);
    expect(() => readConfig({ BEFFROI_BACKUP_PASSPHRASE: 'sesame' })).toThrow(/^(?!.*sesame)/);
  });

  test('makes no backup at night when told so, and sends no mail without knowing from whom', () => {
    expect(readConfig({ BEFFROI_BACKUP_AT: 'off' }).backups).toEqual({ directory: resolve('data/backups') });
    expect(readConfig({}).localDirectories).toBe(false);
    expect(readConfig({ MAIL_FROM: 'beffroi@example.be' }).mail).toBeUndefined();
    expect(() => readConfig({ SMTP_URL: 'smtp://localhost:25' })).toThrow(/^SMTP_URL is set but MAIL_FROM is not/);
    expect(() => readConfig({ SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'beffroi' })).toThrow(/^MAIL_FROM is "beffroi": it must be/);
  });

  test('refuses an owner without a database', () => {
    expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://db/x' })).toThrow(/DATABASE_URL is not/);
  });
});

describe('prepareDataDirectory', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'beffroi-config-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('creates a private directory, and leaves nothing in it', () => {
    const path = join(folder, 'a', 'b');
    prepareDataDirectory(path);
    prepareDataDirectory(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(readdirSync(path)).toEqual([]);
  });

  test('refuses a file, and a directory below a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    expect(() => prepareDataDirectory(file)).toThrow(StartupError);
    expect(() => prepareDataDirectory(join(file, 'data'))).toThrow(/is a file, not a directory; choose another with BEFFROI_DATA/);
    expect(existsSync(file)).toBe(true);
  });

  test('refuses a place that nobody may write', () => {
    expect(() => prepareDataDirectory('/proc/beffroi')).toThrow(/^The data directory \/proc\/beffroi cannot be used: [^.]+\.$/);
  });
});
