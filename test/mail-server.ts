import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { accountOf } from './clusters.ts';
import { freePort } from './process.ts';
import { mailPrograms } from './tools.ts';

const run = promisify(execFile);
/** Who may send through the mail server of the tests, and the host of its certificate. */
export const sender = { user: 'beffroi', password: 'trois-pigeons/muets' };

export type Received = { from: string; to: string; subject: string; text: string; whole: string };
export type MailServer = {
  port: number;
  /** The certificate that a client must trust, in PEM. */
  certificate: string;
  /** The address for SMTP_URL, with the password in it. */
  url: string;
  /** The port that is encrypted from the start. */
  tlsPort: number;
  /** What has arrived, in order. */
  received: () => Promise<Received[]>;
  stop: () => Promise<void>;
};

/** `port`: where one stood before that was stopped. */
type Options = { tls?: boolean; open?: boolean; host?: string; port?: number };

const configuration = (folder: string, port: number, tlsPort: number, { tls = true, open = false, host = '127.0.0.1' }: Options): string => `
primary_hostname = mail.example.be
local_interfaces = ${host}
daemon_smtp_ports = <; ${port} ; ${tlsPort}
tls_on_connect_ports = ${tlsPort}
spool_directory = ${folder}/spool
log_file_path = ${folder}/%slog
deliver_drop_privilege
message_logs = false
tls_advertise_hosts = ${tls ? '*' : ''}
tls_certificate = ${folder}/certificate.pem
tls_privatekey = ${folder}/key.pem
auth_advertise_hosts = ${open ? '' : '*'}
acl_smtp_rcpt = recipient
begin acl
recipient:
  ${open ? 'accept' : 'accept authenticated = *'}
  deny message = sign in first
begin routers
everybody:
  driver = accept
  transport = maildir
begin transports
maildir:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  envelope_to_add
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = \${if and{{eq{$auth2}{${sender.user}}}{eq{$auth3}{${sender.password}}}}}
  server_set_id = $auth2
`;

/**
 * Debian's exim in the foreground, on two free ports of 127.0.0.1, the second encrypted from the start; with sign-in (unless `open`),
 * STARTTLS (unless without `tls`) and a mailbox that takes whatever comes.
 */
export const startMailServer = async (options: Options = {}): Promise<MailServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-mail-'));
  const port = options.port ?? (await freePort());
  const tlsPort = await freePort();
  const account = process.geteuid?.() === 0 ? await accountOf('Debian-exim') : undefined;
  await writeFile(join(folder, 'exim.conf'), configuration(folder, port, tlsPort, options));
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  await run(mailPrograms()!.openssl, [...request, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]);
  await mkdir(join(folder, 'mail'));
  await mkdir(join(folder, 'spool'));
  if (account) for (const name of ['', 'mail', 'spool', 'key.pem', 'certificate.pem', 'exim.conf']) await chown(join(folder, name), account.uid, account.gid);
  await chmod(folder, 0o755);
  const child = spawn(mailPrograms()!.exim, ['-C', join(folder, 'exim.conf'), '-bdf'], { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, ...account });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(port, () => (child.exitCode === null ? undefined : `The mail server ended: ${said}`));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    tlsPort,
    certificate: await readFile(join(folder, 'certificate.pem'), 'utf8'),
    url: `smtp://${sender.user}:${encodeURIComponent(sender.password)}@127.0.0.1:${port}`,
    received: async () => {
      const inbox = join(folder, 'mail', 'new');
      const names = await readdir(inbox).catch(() => []);
      return Promise.all(names.toSorted().map(async (name) => read(await readFile(join(inbox, name), 'utf8'))));
    },
    stop,
  };
};

/** Resolves once somebody greets on the port; rejects with what `over` says, or after ten seconds. */
const answers = async (port: number, over: () => string | undefined): Promise<void> => {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const fault = over() ?? (Date.now() > deadline ? 'The mail server does not answer' : undefined);
    if (fault) throw new Error(fault);
    const greeted = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.once('data', () => socket.end('QUIT\r\n'));
    });
    if (greeted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const words = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) => decoded(kind.toLowerCase() === 'b' ? 'base64' : 'quoted-printable', text.replaceAll('_', '=20')));
const decoded = (encoding: string, text: string): string => {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return text;
  return Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};

/** A message of one part, as its reader sees it. */
const read = (whole: string): Received => {
  const [head = '', ...rest] = whole.split(/\r?\n\r?\n/);
  const headers = head.replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  return { from: header('From'), to: header('To'), subject: words(header('Subject')), text: decoded(header('Content-Transfer-Encoding').toLowerCase(), rest.join('\n\n')), whole };
};
