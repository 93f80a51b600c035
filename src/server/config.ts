import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError, StartupError, errorCode } from './errors.ts';
import { type MailSettings, settingsOfUrl } from './mail.ts';

export type Config = {
  /** 0 lets the system choose a free port. */
  port: number;
  host: string;
  /** Absolute path. */
  dataDirectory: string;
  /** Absent: the embedded PostgreSQL. */
  databaseUrl?: string;
  /** The role that owns the tables and runs the migrations; present whenever `databaseUrl` is. */
  databaseOwnerUrl?: string;
  /** The address that people type, without a final slash. */
  url: string;
  /** Absent where a test chooses nothing: the data directory's own, and no backup at night. */
  backups?: BackupSettings;
  /** Absent: mail leaves by the settings of the page, where there are any. */
  mail?: MailSettings;
  /** Whether a directory of accounts may be on this very machine; absent: no. */
  localDirectories?: boolean;
  /** Whether a mailbox that is read may be on this very machine. */
  localMailboxes?: boolean;
};

export type BackupSettings = {
  /** Absolute path. */
  directory: string;
  /** Belgian time of the nightly one, `HH:MM`; absent: none is made at night. */
  at?: string;
  /** Absent: backups are in clear. */
  passphrase?: string;
};

const postgresUrl = 'a PostgreSQL address such as postgres://user:password@host:5432/beffroi';
const siteUrl = 'an address without a path, such as https://beffroi.example.be';
const path = z.string().refine((text) => !text.includes('\0'));
/** What may not be told again, for it holds a password. */
const secrets = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'BEFFROI_BACKUP_PASSPHRASE'];

const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65535),
  HOST: z.string().regex(/^[A-Za-z0-9.:_%-]+$/),
  BEFFROI_DATA: path,
  BEFFROI_BACKUPS: path,
  BEFFROI_BACKUP_AT: z.string().regex(/^(?:off|(?:[01]\d|2[0-3]):[0-5]\d)$/),
  BEFFROI_BACKUP_PASSPHRASE: z.string().min(12),
  BEFFROI_LOCAL_DIRECTORY: z.enum(['allow', 'refuse']),
  BEFFROI_LOCAL_MAILBOX: z.enum(['allow', 'refuse']),
  SMTP_URL: z.string().refine((text) => {
    const url = URL.parse(text);
    const plain = url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' && ['', '/'].includes(url.pathname) && !url.search && !url.hash;
    return plain && (url.username === '') === (url.password === '') && [url.username, url.password].every(decodes);
  }),
  MAIL_FROM: z.string().regex(/^(?:[^<>\r\n]{1,80}<)?[^\s<>@]+@[^\s<>@]+>?$/),
  DATABASE_URL: z.string().refine((text) => ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '')),
  BEFFROI_URL: z.string().transform((text, context) => {
    const url = URL.parse(text);
    const plain = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
    if (!plain) context.addIssue({ code: 'custom', message: 'not a site' });
    return url?.origin ?? '';
  }),
};

const expected = {
  PORT: 'a whole number from 0 to 65535, such as 3000',
  HOST: 'a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  BEFFROI_DATA: 'the path of a directory, such as ./data',
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  BEFFROI_URL: siteUrl,
  BEFFROI_BACKUPS: 'the path of a directory, such as /var/backups/beffroi',
  BEFFROI_BACKUP_AT: 'a Belgian time such as 02:30, or off',
  BEFFROI_BACKUP_PASSPHRASE: '12 characters or more, such as five words that do not belong together',
  BEFFROI_LOCAL_DIRECTORY: 'allow or refuse',
  BEFFROI_LOCAL_MAILBOX: 'allow or refuse',
  SMTP_URL: 'smtp://host:587, smtp://user:password@host:587 or smtps://user:password@host:465, with the special characters of the user and the password percent-encoded',
  MAIL_FROM: 'an address such as beffroi@example.be, or Beffroi <beffroi@example.be>',
};

/**
 * Reads the configuration from environment variables; an empty variable counts as absent.
 * Pure, apart from resolving a relative BEFFROI_DATA against the working directory.
 * @throws ConfigError naming the variable, what is wrong with it and what would be right; what holds a password is never repeated
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = read(env, 'PORT', variables.PORT) ?? 3000;
  const host = read(env, 'HOST', variables.HOST) ?? '127.0.0.1';
  const dataDirectory = resolve(read(env, 'BEFFROI_DATA', variables.BEFFROI_DATA) ?? './data');
  const databaseUrl = read(env, 'DATABASE_URL', variables.DATABASE_URL);
  const ownerUrl = read(env, 'DATABASE_OWNER_URL', variables.DATABASE_URL);
  const url = read(env, 'BEFFROI_URL', variables.BEFFROI_URL) ?? `http://localhost:${port}`;
  if (ownerUrl && !databaseUrl) {
    throw new ConfigError('DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither to use the embedded database.');
  }
  return {
    port,
    host,
    dataDirectory,
    databaseUrl,
    databaseOwnerUrl: ownerUrl ?? databaseUrl,
    url,
    backups: readBackups(env, dataDirectory),
    ...readMail(env),
    localDirectories: read(env, 'BEFFROI_LOCAL_DIRECTORY', variables.BEFFROI_LOCAL_DIRECTORY) === 'allow',
    localMailboxes: read(env, 'BEFFROI_LOCAL_MAILBOX', variables.BEFFROI_LOCAL_MAILBOX) === 'allow',
  };
}

function readBackups(env: Record<string, string | undefined>, dataDirectory: string): BackupSettings {
  const at = read(env, 'BEFFROI_BACKUP_AT', variables.BEFFROI_BACKUP_AT) ?? '02:30';
  const passphrase = read(env, 'BEFFROI_BACKUP_PASSPHRASE', variables.BEFFROI_BACKUP_PASSPHRASE);
  const directory = read(env, 'BEFFROI_BACKUPS', variables.BEFFROI_BACKUPS);
  return { directory: directory ? resolve(directory) : join(dataDirectory, 'backups'), ...(at === 'off' ? {} : { at }), ...(passphrase ? { passphrase } : {}) };
}

function readMail(env: Record<string, string | undefined>): { mail?: MailSettings } {
  const url = read(env, 'SMTP_URL', variables.SMTP_URL);
  const from = read(env, 'MAIL_FROM', variables.MAIL_FROM);
  if (!url) return {};
  if (!from) throw new ConfigError('SMTP_URL is set but MAIL_FROM is not: say from which address mail comes, such as beffroi@example.be.');
  return { mail: settingsOfUrl(url, from) };
}

const decodes = (text: string): boolean => {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
};

function read<T>(env: Record<string, string | undefined>, name: keyof typeof expected, schema: z.ZodType<T>): T | undefined {
  const value = env[name]?.trim();
  if (!value) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const shown = secrets.includes(name) ? 'cannot be read' : `is "${value}"`;
  throw new ConfigError(`${name} ${shown}: it must be ${expected[name]}.`);
}

/**
 * Creates the data directory where it is missing (mode 0700) and makes sure that files can be written in it.
 * @throws StartupError when it cannot be created or written
 */
export function prepareDataDirectory(dataDirectory: string): void {
  try {
    makeDirectory(dataDirectory);
    accessSync(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(dataDirectory, `.write-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const reasons: Record<string, string> = {
      EACCES: 'this account may not write there',
      EPERM: 'this account may not write there',
      EROFS: 'that file system is read-only',
      ENOSPC: 'the disk is full',
      ENOTDIR: 'it or one of its parents is a file, not a directory',
      ENOENT: 'that file system takes no directories',
    };
    const reason = reasons[errorCode(error)] ?? errorCode(error);
    throw new StartupError(`The data directory ${dataDirectory} cannot be used: ${reason}; choose another with BEFFROI_DATA or change its permissions.`, {
      cause: error,
    });
  }
}

// mkdir's own `recursive` never returns where a file system answers ENOENT to every creation, as /proc does
function makeDirectory(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw Object.assign(new Error(`${path} is a file`), { code: 'ENOTDIR' });
    return;
  }
  makeDirectory(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
