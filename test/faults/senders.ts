import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Client } from '../process.ts';

/** No request may last longer, in milliseconds: what would is reported as hanging. */
const bound = 30_000;

export type Senders = {
  /** Names of the people whose creation was acknowledged, with their ids. */
  acknowledged: Map<string, string>;
  /** How many answers of each status there were. */
  statuses: Map<number, number>;
  /** What no client should meet: a hang, a status that is neither a success nor 503, a 503 that does not say when to come back, words of the inside. */
  faults: string[];
  /** The longest that one request took, in milliseconds. */
  longest: () => number;
  /** Resolves once each sender had a person acknowledged whom it began from now on. */
  through: () => Promise<void>;
  stop: () => Promise<void>;
};

// What PostgreSQL, its driver or the address of the database would say.
const inside = /postgres|beffroi_|sql|relation|fatal|econn|terminat|timeout|statement|127\.0\.0\.1|\bat \w+ \(/i;

/** Several clients of one person that create people, and send each again with its key until it is acknowledged; `mark` begins the names. */
export const startSenders = (client: Client, centre: string, mark: string, count = 6): Senders => {
  const acknowledged: Senders['acknowledged'] = new Map();
  const statuses: Senders['statuses'] = new Map();
  const faults: string[] = [];
  const done = Array.from({ length: count }, () => 0);
  let longest = 0;
  const state = { running: true };

  /** One attempt; the id of the person where it was acknowledged. */
  const attempt = async (lastName: string, key: string, from: string): Promise<string | undefined> => {
    const begun = performance.now();
    try {
      const answer = await client.call('POST', `/organizations/${centre}/people`, {
        body: { lastName, firstName: 'Odile', kind: 'staff' },
        headers: { 'idempotency-key': key, 'x-forwarded-for': from },
        signal: AbortSignal.timeout(bound),
      });
      const text = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 201) return (JSON.parse(text) as { id: string }).id;
      if (answer.status !== 503 || !/^\d+$/.test(answer.headers.get('retry-after') ?? '') || inside.test(text)) faults.push(`${answer.status} ${text}`);
    } catch (error) {
      faults.push(`No answer after ${Math.round(performance.now() - begun)} ms: ${String(error)}`);
    } finally {
      longest = Math.max(longest, performance.now() - begun);
    }
    return undefined;
  };
  const sender = async (index: number): Promise<void> => {
    for (let number = 0; state.running; number += 1) {
      const name = `${mark} ${index} ${number}`;
      const key = randomUUID();
      for (let id: string | undefined; id === undefined && state.running;) {
        id = await attempt(name, key, `10.1.${index}.${number % 250}`);
        if (id) acknowledged.set(name, id);
        // Sooner than the server asks: the fault is to meet as many requests as possible.
        else await wait(100);
      }
      done[index] = number;
    }
  };
  const loops = done.map((_, index) => sender(index));
  return {
    acknowledged,
    statuses,
    faults,
    longest: () => Math.round(longest),
    through: async () => {
      const goals = done.map((number) => number + 2);
      while (state.running && !done.every((number, index) => number >= goals[index]!)) await wait(20);
    },
    stop: async () => {
      state.running = false;
      await Promise.all(loops);
    },
  };
};

/** What is wrong with the people of a mark in the database: acknowledged and not there under that id, or there twice. */
export const compare = async (owner: pg.ClientConfig, centre: string, mark: string, { acknowledged }: Senders): Promise<string[]> => {
  const database = new pg.Client(owner);
  await database.connect();
  const { rows } = await database.query<{ id: string; name: string }>(`SELECT id, last_name AS name FROM person WHERE organization_id = $1 AND last_name LIKE $2`, [centre, `${mark} %`]);
  await database.end();
  const byName = Map.groupBy(rows, ({ name }) => name);
  return [
    ...[...acknowledged].filter(([name, id]) => !byName.get(name)?.some((row) => row.id === id)).map(([name]) => `${name} was acknowledged and is not there`),
    ...[...byName].filter(([, same]) => same.length > 1).map(([name, same]) => `${name} is there ${same.length} times`),
  ];
};
