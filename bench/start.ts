import { open } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, startProcess } from '../test/process.ts';
import { type Figures, oneByOne, postgresMegabytes, residentMegabytes, round, secondsSince } from './measure.ts';
import { centreId, fillCentres, fillPeople } from './rows.ts';
import { openEmbedded } from './server.ts';

/** Seconds from the command to the first answer that says UP. */
const secondsToUp = async (directory: string): Promise<number> => {
  const port = await freePort();
  const begun = performance.now();
  const server = startProcess({ BEFFROI_DATA: directory, PORT: String(port) });
  try {
    for (;;) {
      const up = await fetch(`http://127.0.0.1:${port}/api/beffroi/v1/health`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (up) return secondsSince(begun);
      if (server.process.exitCode !== null) throw new Error(server.err());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    server.process.kill('SIGTERM');
    await server.ended;
  }
};

/** From an empty directory to UP, then twice more on what is there. */
export const measureStart = async (directory: string): Promise<Figures> => {
  const data = join(directory, 'data');
  const firstSeconds = await secondsToUp(data);
  const again = [await secondsToUp(data), await secondsToUp(data)];
  return { firstSeconds, againSeconds: Math.min(...again) };
};

/** Ten people who change page every ten seconds for an hour, three requests a page. */
const hour = 10_800;
const clients = 8;

/** The server after its garbage was collected, through its inspector. */
const afterCollection = async (inspector: string): Promise<{ heapMegabytes: number }> => {
  const [target] = (await (await fetch(`http://${inspector}/json/list`)).json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(target!.webSocketDebuggerUrl);
  const answer = (id: number): Promise<{ result?: { value?: number } }> =>
    new Promise((resolve, reject) => {
      socket.addEventListener('message', (message) => {
        const said = JSON.parse(String(message.data)) as { id?: number; result: { result?: { value?: number } } };
        if (said.id === id) resolve(said.result);
      });
      socket.addEventListener('error', () => reject(new Error('The inspector does not answer')));
    });
  const ask = (id: number, method: string, params = {}): ReturnType<typeof answer> => {
    const answered = answer(id);
    socket.send(JSON.stringify({ id, method, params }));
    return answered;
  };
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('The inspector does not answer')));
    });
    await ask(1, 'HeapProfiler.collectGarbage');
    const { result } = await ask(2, 'Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed' });
    return { heapMegabytes: round((result?.value ?? 0) / 2 ** 20) };
  } finally {
    socket.close();
  }
};

/** Memory of the server and of its PostgreSQL at rest, after an hour's work done at once, and after a second one: what work leaves behind must not grow. */
export const measureMemory = async (directory: string): Promise<Figures> => {
  const inspector = `127.0.0.1:${await freePort()}`;
  const bench = await openEmbedded(directory, { NODE_OPTIONS: `--inspect=${inspector}` });
  const look = async (): Promise<Figures> => ({
    ...(await afterCollection(inspector)),
    serverMegabytes: await residentMegabytes(bench.server.process.pid!),
    postgresMegabytes: await postgresMegabytes(bench.postmaster),
  });
  try {
    await fillCentres(bench);
    await fillPeople(bench, 0, 565 * 180);
    const atRest = await look();
    const person = await bench.call(`/organizations/${centreId(1)}/people`, { method: 'POST', body: { lastName: 'Témoin', firstName: 'Ida', kind: 'staff' } });
    const { id } = JSON.parse(person.body.toString()) as { id: string };
    const office: ((n: number) => Promise<unknown>)[] = [
      (n) => bench.call(`/organizations/${centreId(n % 12)}/people`),
      () => bench.call('/me'),
      (n) => bench.call(`/organizations/${centreId(n % 12)}/people?state=present&sort=service`),
      () => bench.call(`/organizations/${centreId(1)}/people/${id}`),
      (n) => bench.call(`/organizations/${centreId(n % 12)}/peopleOverview`),
      (n) => bench.call(`/organizations/${centreId(n % 12)}/auditEntries`),
    ];
    const rare = async (n: number): Promise<void> => {
      if (n % 20 === 0) await bench.call(`/organizations/${centreId(n % 12)}/people`, { method: 'POST', body: { lastName: `Nouveau${n}`, firstName: 'Prénom', kind: 'staff' } });
      if (n % 500 === 0) await bench.call(`/organizations/${centreId(n % 12)}/people/export?format=xlsx`);
      if (n % 1000 === 0) await bench.call(`/organizations/${centreId(n % 12)}/documents/securityPolicyOperational/preview`);
    };
    let n = 0;
    const work = async (): Promise<void> => {
      const end = n + hour;
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (n < end) {
            const mine = (n += 1);
            await office[mine % office.length]!(mine);
            await rare(mine);
          }
        }),
      );
    };
    const begun = performance.now();
    await work();
    const seconds = secondsSince(begun);
    const afterAnHour = await look();
    await work();
    return { requestsAnHour: hour, seconds, atRest, afterAnHour, afterTwo: await look() };
  } finally {
    await bench.close();
  }
};

/** A commit of one small row against writing and syncing one page of a file beside it, one after the other. */
export const measureCommit = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  const client = new pg.Client(bench.owner);
  const file = await open(join(directory, 'page'), 'w');
  try {
    await client.connect();
    await client.query('CREATE TABLE commit_figure (id int)');
    const page = Buffer.alloc(8192, 1);
    const commit = await oneByOne(500, (n) => client.query('INSERT INTO commit_figure VALUES ($1)', [n]));
    const sync = await oneByOne(500, async (n) => {
      await file.write(page, 0, page.length, (n % 100) * page.length);
      await file.datasync();
    });
    return { commitP50ms: commit.p50, commitP99ms: commit.p99, syncP50ms: sync.p50, syncP99ms: sync.p99, ratio: round(commit.p50 / sync.p50, 2) };
  } finally {
    await file.close();
    await client.end().catch(() => undefined);
    await bench.close();
  }
};
