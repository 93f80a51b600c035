import { type Figures, type Load, together } from './measure.ts';
import { centreId, centres, fillCentres, fillPeople } from './rows.ts';
import { openEmbedded } from './server.ts';

const clients = 4;
const seconds = 5;

/** Names as they are in Belgium: some thousand last names, a few hundred first ones, the frequent far more often than the rare. */
const syllables = [
  'de',
  'van',
  'mar',
  'del',
  'lam',
  'bert',
  'dup',
  'ont',
  'jan',
  'sens',
  'pee',
  'ters',
  'mer',
  'cier',
  'hae',
  'ne',
  'wil',
  'lems',
  'bou',
  'lan',
  'ger',
  'gill',
  'es',
  'cla',
  'es',
  'vaux',
  'sim',
  'on',
];
const array = `ARRAY['${syllables.join("','")}']`;
const piece = (number: string): string => `(${array})[1 + (${number})::int % ${syllables.length}]`;
const spread = (of: string, times: number): string => `(power((hashtext(p.id::text || '${of}') & 65535) / 65536.0, 3) * ${times})::int`;
const names = `
  UPDATE person p SET last_name = initcap(n.last), first_name = initcap(n.first), search_text = n.last || ' ' || n.first || ' ' || n.first || '.' || n.last || '@centre.example.be'
  FROM (SELECT p.organization_id, p.id, ${piece(`${spread('a', 28)}`)} || ${piece(`${spread('b', 28)} * 5 + 3`)} || ${piece(`${spread('c', 28)} * 11 + 7`)} AS last,
    ${piece(`${spread('d', 28)} * 3 + 1`)} || ${piece(`${spread('e', 28)} * 7 + 2`)} AS first FROM person p) n WHERE n.organization_id = p.organization_id AND n.id = p.id`;

/** What people type: the letters as they come, a whole name, a name with a first name, one that is misspelt, one that nobody bears. */
const typed = ['del', 'delv', 'mar', 'vanma', 'dupont', 'lambert', 'dede marde', 'jansens peters', 'mercier wil', 'qxz', 'delvaud', 'willemz'];

/** Typing in the search over a million people in 565 centres, for accounts of 1, 18 and 565 of them. */
export const measureSearch = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    await fillCentres(bench, 0);
    await fillPeople(bench, 0, 1_000_000);
    await bench.sql(
      `SET session_replication_role = replica; DROP INDEX person_search; ${names}; RESET session_replication_role; SET maintenance_work_mem = '256MB'; CREATE INDEX person_search ON person USING gin (search_text gin_trgm_ops)`,
    );
    await bench.sql('VACUUM ANALYZE person');
    const size = (await bench.sql(`SELECT pg_relation_size('person_search') / 1048576 AS mb`)).rows[0] as { mb: string };
    const figures: Figures = { indexMb: Number(size.mb) };
    for (const own of [1, 18, centres]) {
      await bench.sql(`DELETE FROM link WHERE account_id = $1`, [bench.account.id]);
      await bench.sql(
        `INSERT INTO link (organization_id, id, account_id, granted_roles, start) SELECT ('01990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(), $1, '{adviser}', '2020-01-01' FROM generate_series(0, $2 - 1) n`,
        [bench.account.id, own],
      );
      const ask = (n: number) => bench.call('/search', { method: 'POST', body: { text: typed[n % typed.length], ...(own === 1 ? { organizationId: centreId(0) } : {}) } });
      const slowest = await each(ask);
      const load: Load = await together(clients, seconds, ask);
      figures[`centres${own}`] = { perSecond: load.perSecond, p50ms: load.p50, p99ms: load.p99, alone: slowest };
    }
    return figures;
  } finally {
    await bench.close();
  }
};

/** Each text alone, the best of five: its milliseconds and how many it found. */
const each = async (ask: (n: number) => Promise<{ body: Buffer }>): Promise<Figures> => {
  const figures: Figures = {};
  for (const [n, text] of typed.entries()) {
    let best = Infinity;
    let found = 0;
    for (let time = 0; time < 5; time += 1) {
      const start = performance.now();
      const { groups } = JSON.parse((await ask(n)).body.toString()) as { groups: { group: string; total: number }[] };
      best = Math.min(best, performance.now() - start);
      found = groups.find(({ group }) => group === 'people')?.total ?? 0;
    }
    figures[text] = { ms: Math.round(best * 10) / 10, found };
  }
  return figures;
};
