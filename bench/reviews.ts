import { type Figures, oneByOne, round } from './measure.ts';
import { centreId, centres, fillCentres, fillPeople } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

/** As many people in each centre, with rights on every second of twenty resources. */
const peopleEach = 25;
const resourcesEach = 20;

/** Heads of the four services, twenty resources, and ten rights of each person, of which two ended. */
export const fillRights = async (bench: Bench): Promise<number> => {
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE service s SET head_id = (SELECT k.person_id FROM contract k WHERE k.organization_id = s.organization_id AND k.service_id = s.id AND k."end" IS NULL ORDER BY k.person_id LIMIT 1);
    INSERT INTO resource (organization_id, id, name, kind, levels, search_text)
      SELECT o.id, gen_random_uuid(), 'Ressource ' || n, 'application', '{read,write}', 'ressource ' || n FROM organization o, generate_series(1, ${resourcesEach}) n WHERE o.slug LIKE 'centre-%';
    INSERT INTO access_grant (organization_id, id, person_id, resource_id, level, start, ended_on, ended_because, source)
      SELECT p.organization_id, gen_random_uuid(), p.id, r.id, CASE WHEN r.place % 3 = 0 THEN 'write' ELSE 'read' END, '2020-01-01', CASE WHEN r.place % 10 IN (3, 4) THEN '2024-06-30'::date END,
        CASE WHEN r.place % 10 IN (3, 4) THEN 'change' END, 'hand'
      FROM (SELECT *, row_number() OVER (PARTITION BY organization_id ORDER BY id) AS number FROM person) p
      JOIN (SELECT *, row_number() OVER (PARTITION BY organization_id ORDER BY id) AS place FROM resource) r ON r.organization_id = p.organization_id AND (r.place + p.number) % 2 = 0;
    COMMIT`);
  await bench.sql('VACUUM ANALYZE');
  return Number((await bench.sql('SELECT count(*) FROM access_grant WHERE ended_on IS NULL')).rows[0].count);
};

/** The review of the year begun in 565 centres at once, and how the picture of a pool is read afterwards: of 18 centres and of all. */
export const measureReviews = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    await fillCentres(bench, centres);
    await fillPeople(bench, 0, peopleEach * centres);
    const rights = await fillRights(bench);
    const year = new Date().getUTCFullYear();
    const body = { year, answerBy: `${year}-12-31`, organizationIds: Array.from({ length: centres }, (_, n) => centreId(n)) };
    const start = performance.now();
    const { body: begun } = await bench.call('/accessReviewBeginnings', { method: 'POST', body });
    const beginMs = round(performance.now() - start, 0);
    const { reviews } = JSON.parse(begun.toString()) as { reviews: unknown[] };
    if (reviews.length !== centres) throw new Error(`${reviews.length} reviews were begun of ${centres}`);
    await bench.sql('VACUUM ANALYZE');
    const figures: Figures = { rights, beginMs };
    for (const size of [18, centres]) {
      await bench.sql(`DELETE FROM link WHERE account_id = '${bench.account.id}' AND organization_id IN (SELECT id FROM organization WHERE slug LIKE 'centre-%' ORDER BY id OFFSET ${size})`);
      if (size === centres) {
        await bench.sql(
          `INSERT INTO link (organization_id, id, account_id, granted_roles, start) SELECT o.id, gen_random_uuid(), '${bench.account.id}', '{adviser}', '2020-01-01' FROM organization o
           WHERE o.slug LIKE 'centre-%' AND NOT EXISTS (SELECT FROM link l WHERE l.organization_id = o.id AND l.account_id = '${bench.account.id}')`,
        );
      }
      const look = () => bench.call('/accessReviewPool');
      for (let warm = 0; warm < 2; warm += 1) await look();
      const page = await oneByOne(size === centres ? 5 : 20, look);
      figures[`pool${size}`] = { bytes: (await look()).body.length, p50ms: page.p50, p99ms: page.p99 };
    }
    return figures;
  } finally {
    await bench.close();
  }
};
