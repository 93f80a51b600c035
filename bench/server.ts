import { Agent, request } from 'node:http';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ensureDatabase } from '../src/server/db/cluster.ts';
import { findRunning } from '../src/server/db/postmaster.ts';
import { freePort, type ServerProcess, setUp, startProcess } from '../test/process.ts';
import { type Engine, startSystem } from '../test/clusters.ts';

/** A server as a process of its own at a real port, with one account signed in, and the database beside it. */
export type Bench = {
  address: string;
  server: ServerProcess;
  engine: Engine;
  /** The account's id and cookie. */
  account: { id: string; cookie: string };
  /** As the superuser of the cluster, on the program's database. */
  owner: pg.ClientConfig;
  /** As the server's role, which sees the rows of its scope only. */
  app: pg.ClientConfig;
  postmaster: number;
  sql: (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
  /** One call on a connection that stays open, from an origin of its own; throws unless the answer is 2xx. */
  call: (path: string, options?: { method?: string; body?: unknown; raw?: Buffer; headers?: Record<string, string> }) => Promise<Answer>;
  /** Reads an answer without keeping it: how many lines, and bytes, it has. */
  lines: (path: string) => Promise<{ lines: number; bytes: number }>;
  close: () => Promise<void>;
};
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** Which PostgreSQL of Debian is there decides whether the second engine is measured. */
const openSystem = async (directory: string) => {
  await chmod(directory, 0o755);
  const cluster = await startSystem(directory, '');
  if (!cluster) return undefined;
  const superuser = { ...cluster.place, user: 'postgres', database: 'postgres' };
  const client = new pg.Client(superuser);
  await client.connect();
  await ensureDatabase(client);
  await client.end();
  const url = (user: string): string => `postgres://${user}@localhost/beffroi?host=${encodeURIComponent(cluster.place.host)}&port=${cluster.place.port}`;
  return { stop: cluster.stop, place: cluster.place, env: { DATABASE_URL: url('beffroi_server'), DATABASE_OWNER_URL: url('beffroi_owner') }, cluster: join(cluster.place.host, 'data') };
};

/**
 * Starts the server on an empty database and makes its first account. `undefined` where the engine asked for is not there.
 * It believes itself behind a proxy, so that each call may come from an origin of its own (one origin may ask fifty times a second);
 * `plain` leaves that out, for a browser.
 */
export const openBench = async (directory: string, options: { engine?: Engine; env?: Record<string, string>; plain?: boolean } = {}): Promise<Bench | undefined> => {
  const { engine = 'embedded', env = {}, plain = false } = options;
  const system = engine === 'system' ? await openSystem(directory) : undefined;
  if (engine === 'system' && !system) return undefined;
  const data = join(directory, 'data');
  await mkdir(data, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const server = startProcess({ BEFFROI_DATA: data, PORT: String(port), ...(plain ? {} : { BEFFROI_URL: 'https://bench.example.be' }), ...system?.env, ...env });
  const address = `http://127.0.0.1:${port}`;
  // Whatever ends this program takes the server along, which stops its database.
  const stop = (): void => void server.process.kill('SIGTERM');
  process.once('exit', stop);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let origins = 0;
  const account = { id: '', cookie: '' };

  const call: Bench['call'] = (path, { method = 'GET', body, raw, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      origins += 1;
      const content = raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const sent = request(
        `${address}${path}`,
        {
          agent,
          method,
          headers: {
            'x-beffroi': '1',
            'x-forwarded-for': `10.${(origins >> 16) & 255}.${(origins >> 8) & 255}.${origins & 255}`,
            ...(account.cookie ? { cookie: account.cookie } : {}),
            ...(content ? { 'content-length': String(content.length), ...(raw ? {} : { 'content-type': type }) } : {}),
            ...headers,
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            const whole = Buffer.concat(parts);
            if (status >= 200 && status < 300) resolve({ status, headers: answer.headers, body: whole });
            else reject(new Error(`${method} ${path} answered ${status}: ${whole.toString().slice(0, 500)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(content);
    });

  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    agent.destroy();
    for (const closer of closers.toReversed()) await closer().catch(() => undefined);
    stop();
    await server.ended;
    process.off('exit', stop);
    await system?.stop();
  };
  try {
    account.cookie = (await setUp(address, server)).cookie;
    const running = await findRunning(system?.cluster ?? join(data, 'postgres'));
    if (!running) throw new Error('PostgreSQL does not run');
    const place = system?.place ?? { host: running.socket.directory, port: running.socket.port };
    const owner = { ...place, user: 'postgres', database: 'beffroi' };
    const pool = new pg.Pool({ ...owner, max: 2 });
    closers.push(() => pool.end());
    account.id = (await pool.query<{ id: string }>('SELECT id FROM account')).rows[0]?.id ?? '';
    return {
      address,
      server,
      engine,
      account,
      owner,
      app: { ...place, user: 'beffroi_server', database: 'beffroi', options: '-c role=beffroi_app' },
      postmaster: running.pid,
      sql: (text, values) => pool.query(text, values),
      call: (path, rest) => call(`/api/beffroi/v1${path}`, rest),
      lines: async (path) => {
        const answer = await fetch(`${address}/api/beffroi/v1${path}`, { headers: { cookie: account.cookie } });
        if (!answer.ok || !answer.body) throw new Error(`GET ${path} answered ${answer.status}`);
        const read = { lines: 0, bytes: 0 };
        for await (const part of answer.body) {
          read.bytes += part.length;
          for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) read.lines += 1;
        }
        return read;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The same, where the engine must be there. */
export const openEmbedded = async (directory: string, env: Record<string, string> = {}): Promise<Bench> => (await openBench(directory, { env }))!;
