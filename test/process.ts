import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Secret, TOTP } from 'otpauth';

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

/** Recovery codes by address: each sign-in of a test uses one up, for a code of an application would have to be waited for. */
const recoveryCodes = new Map<string, string[]>();
const keys = new Map<string, string>();
/** The code that the application of `setUp` shows, so many milliseconds from now. */
export const codeOf = (off = 0, email = 'odile.lambin@example.be'): string => new TOTP({ secret: Secret.fromBase32(keys.get(email) ?? '') }).generate({ timestamp: Date.now() + off });
const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Enrols an application for a session that owes it, and keeps the recovery codes. */
const enrol = async (base: string, cookie: string, email: string): Promise<Client> => {
  const client = clientOf(base, cookie);
  const asked = (await (await client.call('POST', '/me/applicationRequests')).json()) as { challenge: string; key: string };
  keys.set(email, asked.key);
  const added = await client.call('POST', '/me/factors', { body: { name: 'Test', challenge: asked.challenge, code: codeOf(-30_000, email) } });
  if (!added.ok) throw new Error(`The enrolment answered ${added.status}: ${await added.text()}`);
  recoveryCodes.set(email, ((await added.json()) as { recoveryCodes: string[] }).recoveryCodes);
  return clientOf(base, cookieOf(added));
};

/** Makes the first account of a fresh server with its set-up link, with a second factor, and signs it in. */
export const setUp = async (base: string, server: ServerProcess, email = 'odile.lambin@example.be'): Promise<Client> => {
  const token = await server.says(/\/setup#([\w-]{20,})/);
  const made = await clientOf(base).call('POST', '/setup', { body: { token, name: 'Odile Lambin', email, password, language: 'fr' } });
  if (!made.ok) throw new Error(`The set-up answered ${made.status}: ${await made.text()}`);
  return enrol(base, cookieOf(made), email);
};

/** Signs in with the password that `setUp` gave, and one of the recovery codes where a second factor is owed. */
export const signIn = async (base: string, email = 'odile.lambin@example.be'): Promise<Client> => {
  const answer = await clientOf(base).call('POST', '/session', { body: { email, password } });
  if (!answer.ok) throw new Error(`The sign-in answered ${answer.status}: ${await answer.text()}`);
  const client = clientOf(base, cookieOf(answer));
  if (answer.status === 204) return client;
  const { owed } = (await answer.json()) as { owed: string };
  if (owed === 'enrolment') return enrol(base, client.cookie, email);
  const done = await client.call('POST', '/session/finish', { body: { recoveryCode: recoveryCodes.get(email)?.pop() ?? 'none is left' } });
  if (!done.ok) throw new Error(`The second factor answered ${done.status}: ${await done.text()}`);
  return clientOf(base, cookieOf(done));
};
