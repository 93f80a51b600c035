import { execFile } from 'node:child_process';
import { chmod, chown, lchown, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../errors.ts';

const run = promisify(execFile);

/** How to start PostgreSQL's programs, which refuse to run as root. */
export type Account = {
  /** What precedes the program on the command line. */
  prefix: string[];
  /** The account to change to; absent where the program runs as ourselves. */
  drop?: { uid: number; gid: number };
  /** The owner, seen from here, of what the program writes. */
  uid: number;
};

type PasswdEntry = { name: string; uid: number; gid: number };

/**
 * Chooses the account for the cluster of this data directory: ourselves; as root, ourselves under another number in a user namespace
 * (the files stay root's, any folder works); where namespaces are barred or the cluster belongs to an ordinary account, that account.
 * @param options.namespaces false to do as if user namespaces were barred
 * @throws StartupError with what to do, when none of these works
 */
export async function chooseAccount(dataDirectory: string, binary: string, options: { namespaces?: boolean } = {}): Promise<Account> {
  const self = process.geteuid?.() ?? 0;
  const cluster = join(dataDirectory, 'postgres');
  const owner = (await stat(cluster).catch(() => undefined))?.uid ?? self;
  if (self !== 0) {
    if (owner === self) return { prefix: [], uid: self };
    throw new StartupError(`The database in ${cluster} belongs to another account (number ${owner}): start Beffroi with that account.`);
  }
  const accounts = await ordinaryAccounts();
  if (owner === 0 && options.namespaces !== false) {
    // initdb looks its account up by number, so the namespace must show one that exists
    const shown = accounts[0] ?? { uid: 1000, gid: 1000 };
    const prefix = ['unshare', '--user', `--map-user=${shown.uid}`, `--map-group=${shown.gid}`];
    if (await succeeds([...prefix, binary, '--version'])) return { prefix, uid: 0 };
  }
  const drop =
    owner === 0 ? (accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody')) : (accounts.find(({ uid }) => uid === owner) ?? { uid: owner, gid: owner });
  if (drop && (await canReach(dataDirectory, binary, drop))) return { prefix: [], drop: { uid: drop.uid, gid: drop.gid }, uid: drop.uid };
  throw new StartupError(`PostgreSQL does not run as root, and here no ordinary account can reach both ${binary} and ${dataDirectory}: start Beffroi with an ordinary account, or set DATABASE_URL.`);
}

/** Gives a directory and all that is in it to the account. */
export async function giveTo(directory: string, account: Account): Promise<void> {
  if (!account.drop) return;
  const { uid, gid } = account.drop;
  for (const entry of await readdir(directory, { recursive: true })) await lchown(join(directory, entry), uid, gid);
  await chown(directory, uid, gid);
}

async function canReach(dataDirectory: string, binary: string, drop: { uid: number; gid: number }): Promise<boolean> {
  const { mode, uid } = await stat(dataDirectory);
  // our own directory is private: let the account pass through it, without listing it
  if (uid === 0 && (mode & 0o001) === 0) await chmod(dataDirectory, (mode & 0o777) | 0o011);
  const reached = (await succeeds(['test', '-x', dataDirectory], drop)) && (await succeeds([binary, '--version'], drop));
  if (!reached) await chmod(dataDirectory, mode & 0o777);
  return reached;
}

async function ordinaryAccounts(): Promise<PasswdEntry[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
}

async function succeeds([program = '', ...args]: string[], identity: { uid?: number; gid?: number } = {}): Promise<boolean> {
  // the working directory may be closed to the other account
  return run(program, args, { ...identity, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
