import pg from 'pg';
import { type Figures, type Load, round, together, withCosts } from './measure.ts';
import { centreId, fillCentres, fillPeople } from './rows.ts';
import { type Bench, openBench } from './server.ts';

const clients = 8;
const seconds = 2;
const warm = 500;
const ofAccount = 12;

type Row = Record<string, unknown>;

/** The page's query as somebody would write it by hand who had the rows and no program: the same rows in the same order, without scope, total, or links. */
export const bareList = (order: string, where = 'true'): string => `
  SELECT person.*, current.function, current.service_id, current.service_name, current.contract_start, current.contract_end,
    CASE WHEN current.contract_start IS NULL THEN 'noContract' WHEN current.contract_start > $2 THEN 'coming' WHEN current.contract_end < $2 THEN 'gone' ELSE 'present' END AS state,
    ARRAY(SELECT m.kind FROM mandate m WHERE m.organization_id = person.organization_id AND m.person_id = person.id AND m.start <= $2 AND (m."end" IS NULL OR m."end" >= $2)) AS mandates
  FROM person LEFT JOIN LATERAL (
    SELECT c.function, c.service_id, s.name AS service_name, c.start AS contract_start, c."end" AS contract_end FROM contract c
    LEFT JOIN service s ON s.organization_id = c.organization_id AND s.id = c.service_id
    WHERE c.organization_id = person.organization_id AND c.person_id = person.id
    ORDER BY (c.start <= $2 AND (c."end" IS NULL OR c."end" >= $2)) DESC, c.start DESC LIMIT 1) current ON true
  WHERE person.organization_id = $1 AND ${where} ORDER BY ${order}, person.id`;

/** The orders of the list, as SQL. */
export const peopleOrders = { name: 'person.last_name COLLATE names, person.first_name COLLATE names', service: `coalesce(current.service_name, '') COLLATE names, person.last_name COLLATE names` };
const page = 'LIMIT 51';

/** What a page asks, and the bare query that gives its rows. */
const lists = {
  byName: { query: '', bare: `${bareList(peopleOrders.name)} ${page}` },
  filteredAndSorted: {
    query: '?kind=staff&state=present&sort=service',
    bare: `${bareList(peopleOrders.service, `person.kind = 'staff' AND current.contract_start <= $2 AND (current.contract_end IS NULL OR current.contract_end >= $2)`)} ${page}`,
  },
};

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());
type Costed = Load & { costs: Figures };
const compared = (ours: Costed, bare: Costed): Figures => ({
  perSecond: ours.perSecond,
  p50ms: ours.p50,
  p99ms: ours.p99,
  barePerSecond: bare.perSecond,
  bareP99ms: bare.p99,
  ratio: round(ours.perSecond / bare.perSecond, 2),
  processorMs: ours.costs,
  bareProcessorMs: bare.costs,
});

/** All clients at once for the usual time, with what each call takes of the processors, after so many calls that programs and plans are warm. */
const costly = async (bench: Bench, server: boolean, call: (n: number, client: number) => Promise<unknown>): Promise<Costed> => {
  let left = warm;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (left > 0) await call((left -= 1), client);
    }),
  );
  return withCosts({ postmaster: bench.postmaster, ...(server ? { server: bench.server.process.pid } : {}) }, (count) =>
    together(clients, seconds, (n, client) => {
      count();
      return call(n + warm, client);
    }),
  );
};

/** Eight connections without a pool between them, each with its own client: as fast as the driver goes. The superuser's: no policy is looked at. */
const withBare = async <T>(bench: Bench, work: (query: (client: number, text: string, values: unknown[]) => Promise<pg.QueryResult<Row>>) => Promise<T>): Promise<T> => {
  const connections = Array.from({ length: clients }, () => new pg.Client(bench.owner));
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    return await work((client, text, values) => connections[client]!.query<Row>(text, values));
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
};

const measureLists = async (bench: Bench, over: number): Promise<Figures> => {
  const day = today();
  const figures: Figures = {};
  for (const [name, { query, bare }] of Object.entries(lists)) {
    const path = (n: number): string => `/organizations/${centreId(n % over)}/people${query}`;
    const first = JSON.parse((await bench.call(path(0))).body.toString()) as { items: Row[] };
    const ours = await costly(bench, true, (n) => bench.call(path(n)));
    const theirs = await withBare(bench, async (send) => {
      const { rows } = await send(0, bare, [centreId(0), day]);
      if (JSON.stringify(rows.slice(0, 50).map((row) => row['id'])) !== JSON.stringify(first.items.map((row) => row['id']))) throw new Error(`The bare query gives other rows than the list ${name}`);
      return costly(bench, false, (n, client) => send(client, bare, [centreId(n % over), day]));
    });
    figures[name] = { rows: first.items.length, ...compared(ours, theirs) };
  }
  return figures;
};

/** The list of people of a centre, filtered and sorted, while the whole grows: eight clients of an adviser of twelve centres, against the bare query. */
export const measureList =
  (engine: Bench['engine']) =>
  async (directory: string): Promise<Figures> => {
    const bench = await openBench(directory, { engine });
    if (!bench) return { missing: 'no PostgreSQL of the system' };
    try {
      await fillCentres(bench, ofAccount);
      const figures: Figures = {};
      let there = 0;
      for (const people of [100, 10_000, 1_000_000]) {
        await fillPeople(bench, there, people);
        there = people;
        figures[`people${people}`] = await measureLists(bench, ofAccount);
      }
      return figures;
    } finally {
      await bench.close();
    }
  };

/** One person written with its audit entry and its link of the chain, against the bare insertion of the same row, whose triggers write
 * the same entry and link; and against a table that has none. All are committed alike. */
export const measureWrite =
  (engine: Bench['engine']) =>
  async (directory: string): Promise<Figures> => {
    const bench = await openBench(directory, { engine });
    if (!bench) return { missing: 'no PostgreSQL of the system' };
    try {
      await fillCentres(bench, ofAccount);
      await fillPeople(bench, 0, 10_000);
      const body = (n: number) => ({ lastName: `Nouveau${n}`, firstName: 'Prénom', kind: 'staff', email: `n${n}@centre.example.be` });
      const bare = `INSERT INTO person (organization_id, id, last_name, first_name, kind, email, search_text) VALUES ($1, gen_random_uuid(), $2, 'Prénom', 'staff', $3, $4) RETURNING *`;
      const insert = (table: string, n: number): [string, unknown[]] => [bare.replace('person', table), [centreId(n % ofAccount), `Nouveau${n}`, `n${n}@centre.example.be`, `nouveau${n} prenom`]];
      const ours = await costly(bench, true, (n) => bench.call(`/organizations/${centreId(n % ofAccount)}/people`, { method: 'POST', body: body(n) }));
      const bareWithTrail = await withBare(bench, (send) => costly(bench, false, (n, client) => send(client, ...insert('person', n))));
      // The table with its indexes, without its triggers and foreign keys.
      await bench.sql('CREATE TABLE bare_person (LIKE person INCLUDING ALL)');
      const without = await withBare(bench, (send) => costly(bench, false, (n, client) => send(client, ...insert('bare_person', n))));
      return { ...compared(ours, bareWithTrail), withoutTrailPerSecond: without.perSecond, withoutTrailProcessorMs: without.costs, trailRatio: round(without.perSecond / bareWithTrail.perSecond, 2) };
    } finally {
      await bench.close();
    }
  };
