import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/server/main.ts', import.meta.url));
const running = new Set<ChildProcess>();

/** A server as a process of its own: what it wrote so far, its exit code, and the first group (or the whole) of words it says on standard output. */
export type ServerProcess = { process: ChildProcess; out: () => string; err: () => string; ended: Promise<number | null>; says: (words: RegExp) => Promise<string> };

/** Starts `src/server/main.ts` with these variables, on the embedded database unless they name another. `says` rejects with standard error when it ends first. */
export const startProcess = (env: Record<string, string>): ServerProcess => {
  const child = spawn(process.execPath, [program], { env: { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'silent', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (said.err += part.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const says = (words: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(said.out);
        if (found) resolve(found[1] ?? found[0]);
      };
      child.stdout?.on('data', look);
      void ended.then(() => reject(new Error(`It ended: ${said.err}`)));
      look();
    });
  return { process: child, out: () => said.out, err: () => said.err, ended, says };
};

/** Ends every server that a test left running. */
export const killProcesses = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** A port of this machine that nobody uses at present. */
export const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/** A client of the API of one server at its real address, signed in or not. */
export type Client = { cookie: string; call: (method: string, path: string, options?: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }) => Promise<Response> };

/** Calls `path` after `/api/beffroi/v1` of the server at `base`, as our own pages do. */
export const clientOf = (base: string, cookie = ''): Client => ({
  cookie,
  call: (method, path, { body, headers = {}, signal } = {}) =>
    fetch(`${base}/api/beffroi/v1${path}`, {
      method,
      headers: {
        'x-beffroi': '1',
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }),
});

const password = 'sept girafes violettes au marché';

/** Makes the first account of a fresh server with its set-up link, and signs it in. */
export const setUp = async (base: string, server: ServerProcess, email = 'odile.lambin@example.be'): Promise<Client> => {
  const token = await server.says(/\/setup#([\w-]{20,})/);
  const made = await clientOf(base).call('POST', '/setup', { body: { token, name: 'Odile Lambin', email, password, language: 'fr' } });
  if (!made.ok) throw new Error(`The set-up answered ${made.status}: ${await made.text()}`);
  return signIn(base, email);
};

/** Signs in with the password that `setUp` gave. */
export const signIn = async (base: string, email = 'odile.lambin@example.be'): Promise<Client> => {
  const answer = await clientOf(base).call('POST', '/session', { body: { email, password } });
  if (!answer.ok) throw new Error(`The sign-in answered ${answer.status}: ${await answer.text()}`);
  return clientOf(base, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
};
