import { readdir, readFile } from 'node:fs/promises';

/** What a figure prints: one JSON object. */
export type Figures = { [name: string]: number | string | boolean | Figures };

/** Rounds to so many digits after the point, one unless told. */
export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Seconds since an instant of `performance.now()`. */
export const secondsSince = (start: number): number => round((performance.now() - start) / 1000, 2);

/** What many calls took: how many a second, and the milliseconds that half, 95 and 99 of 100 stayed under. */
export type Load = { perSecond: number; p50: number; p95: number; p99: number };

const summary = (taken: number[], seconds: number): Load => {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 2);
  return { perSecond: round(taken.length / seconds), p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};

/** So many calls, one after the other. */
export const oneByOne = async (count: number, call: (n: number) => Promise<unknown>): Promise<Load> => {
  const taken: number[] = [];
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await call(n);
    taken.push(performance.now() - start);
  }
  return summary(taken, (performance.now() - begun) / 1000);
};

/** So many clients at once, each calling again as soon as it is answered, until the time is over; the first tenth warms up and does not count. */
export const together = async (clients: number, seconds: number, call: (n: number, client: number) => Promise<unknown>): Promise<Load> => {
  const taken: number[] = [];
  let next = 0;
  const begun = performance.now();
  const counted = begun + seconds * 100;
  const end = counted + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const start = performance.now();
        await call((next += 1), client);
        if (start >= counted) taken.push(performance.now() - start);
      }
    }),
  );
  return summary(taken, (performance.now() - counted) / 1000);
};

/** Seconds of a processor that a process has used (Linux). */
const processorSeconds = async (pid: number | string): Promise<number> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, , , , , , , , , , , user = '0', system = '0'] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(user) + Number(system)) / 100;
};

/** What a load took of the processors for each call, in milliseconds: the server (where there is one), all of PostgreSQL, and this program as its clients. */
export const withCosts = async (processes: { server?: number | undefined; postmaster: number }, load: (count: () => void) => Promise<Load>): Promise<Load & { costs: Figures }> => {
  const look = async (): Promise<Map<string, number>> => {
    const pids = [...(await familyOf(processes.postmaster)), ...(processes.server === undefined ? [] : [String(processes.server)]), String(process.pid)];
    return new Map(await Promise.all(pids.map(async (pid) => [pid, await processorSeconds(pid)] as const)));
  };
  let calls = 0;
  const before = await look();
  const taken = await load(() => (calls += 1));
  const after = await look();
  const used = { server: 0, postgres: 0, clients: 0 };
  for (const [pid, seconds] of after) used[pid === String(processes.server) ? 'server' : pid === String(process.pid) ? 'clients' : 'postgres'] += seconds - (before.get(pid) ?? 0);
  const each = (name: keyof typeof used): number => round((used[name] * 1000) / calls, 2);
  return { ...taken, costs: { ...(processes.server === undefined ? {} : { server: each('server') }), postgres: each('postgres'), clients: each('clients') } };
};

/** Resident megabytes of a process (Linux). */
export const residentMegabytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
};

/** Megabytes that PostgreSQL keeps for itself: what its processes share counts once (proportional set size, Linux). */
export const postgresMegabytes = async (postmaster: number): Promise<number> => {
  const own = async (pid: string): Promise<number> => Number(/Pss:\s+(\d+)/.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => ''))?.[1] ?? 0);
  return Math.round((await Promise.all((await familyOf(postmaster)).map(own))).reduce((sum, part) => sum + part, 0) / 1024);
};

/** A process and its children. */
const familyOf = async (pid: number): Promise<string[]> => {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(all.map(async (name) => /PPid:\s+(\d+)/.exec(await readFile(`/proc/${name}/status`, 'utf8').catch(() => ''))?.[1]));
  return all.filter((name, index) => name === String(pid) || parents[index] === String(pid));
};
