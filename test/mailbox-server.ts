import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { accountOf } from './clusters.ts';
import { freePort } from './process.ts';
import { mailboxPrograms } from './tools.ts';

const run = promisify(execFile);
/** Whose mailbox it is, and the password of an application that opens it. */
export const owner = { username: 'interventions@cpas.example', password: 'quatre-moineaux/sous la pluie' };

export type MailboxServer = {
  /** With STARTTLS, and encrypted from the start. */
  port: number;
  tlsPort: number;
  /** The certificate that a client must trust, in PEM. */
  certificate: string;
  /** Lays a mail (its source, with lines that end in LF or CRLF) in the inbox, as a delivery does. */
  deliver: (source: string | Buffer) => Promise<void>;
  /** The names of the files of the inbox, with their flags. */
  files: () => Promise<string[]>;
  /** Forgets the numbering of the inbox: its uids count anew under another validity. */
  renumber: () => Promise<void>;
  /** What it did, line by line. */
  log: () => Promise<string>;
  stop: () => Promise<void>;
  /** Starts again on the same ports, with the same mails. */
  start: () => Promise<void>;
  /** Stops for good and takes the mails away. */
  close: () => Promise<void>;
};

type As = { user: string; uid: number; gid: number };
const configuration = (folder: string, port: number, tlsPort: number, mail: As, root: boolean): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
${root ? '' : `default_internal_user = ${mail.user}\ndefault_login_user = ${mail.user}\ndefault_internal_group = ${mail.gid}`}
first_valid_uid = 1
ssl = required
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = yes
auth_failure_delay = 0
mail_location = maildir:${folder}/Maildir
mail_max_userip_connections = 100
maildir_very_dirty_syncs = no
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${mail.uid} gid=${mail.gid} home=${folder}
}
service anvil {
  chroot =
  # A wrong password makes no other sign-in wait.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
`;

/** Debian's Dovecot in the foreground, on two free ports of 127.0.0.1, as whoever runs the tests, with one mailbox. */
export const startMailboxServer = async ({ host = '127.0.0.1' }: { host?: string } = {}): Promise<MailboxServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-mailbox-'));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const programs = mailboxPrograms()!;
  const root = process.geteuid?.() === 0;
  const me = userInfo();
  const mail: As = root ? { user: 'mail', ...(await accountOf('mail')) } : { user: me.username, uid: me.uid, gid: me.gid };
  const name = host === '127.0.0.1' ? 'IP:127.0.0.1,DNS:localhost' : `DNS:${host}`;
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`, '-addext', `subjectAltName=${name}`];
  await run(programs.openssl, [...request, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]);
  await writeFile(join(folder, 'dovecot.conf'), configuration(folder, port, tlsPort, mail, root));
  await writeFile(join(folder, 'users'), `${owner.username}:${owner.password}\n`);
  const inbox = join(folder, 'Maildir');
  for (const part of ['', 'tmp', 'new', 'cur']) {
    await mkdir(join(inbox, part));
    if (root) await chown(join(inbox, part), mail.uid, mail.gid);
  }
  if (root) await chown(folder, mail.uid, mail.gid);
  await chmod(folder, 0o755);

  let child: ReturnType<typeof spawn> | undefined;
  let ended = Promise.resolve();
  let delivered = 0;
  const log = () => readFile(join(folder, 'log'), 'utf8').catch(() => '');
  const stop = async (): Promise<void> => {
    child?.kill('SIGTERM');
    await ended;
    child = undefined;
  };
  const start = async (): Promise<void> => {
    const started = spawn(programs.dovecot, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    child = started;
    ended = new Promise<void>((resolve) => started.once('close', () => resolve()));
    const deadline = Date.now() + 10_000;
    for (;;) {
      const open = await new Promise<boolean>((resolve) => {
        const socket = connect(tlsPort, '127.0.0.1');
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
        socket.once('connect', () => socket.destroy());
      });
      if (open) return;
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`The mailbox does not answer: ${await log()}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  await start();
  return {
    port,
    tlsPort,
    certificate: await readFile(join(folder, 'certificate.pem'), 'utf8'),
    deliver: async (source) => {
      // In order: the server numbers what is new by name.
      const file = `${String(1_700_000_000 + delivered).padStart(10, '0')}.M${String(delivered).padStart(6, '0')}${randomBytes(3).toString('hex')}.test`;
      delivered += 1;
      const [half, whole] = [join(inbox, 'tmp', file), join(inbox, 'new', file)];
      await writeFile(half, typeof source === 'string' ? source.replace(/\r?\n/g, '\r\n') : source);
      if (root) await chown(half, mail.uid, mail.gid);
      await rename(half, whole);
    },
    files: async () => [...(await readdir(join(inbox, 'new'))), ...(await readdir(join(inbox, 'cur')))],
    renumber: async () => {
      await stop();
      for (const file of await readdir(inbox)) if (file.startsWith('dovecot')) await rm(join(inbox, file));
      // The validity is the second of its making: another one, later.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await start();
    },
    log,
    stop,
    start,
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
