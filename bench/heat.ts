import { largeFramework } from '../src/modules/norms/fixture.ts';
import { installationId } from '../src/server/db/database.ts';
import { type Figures, oneByOne } from './measure.ts';
import { centres, fillCentres } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

const norms = 250;
const chapters = Math.ceil(norms / 20);
const sizes = [18, centres] as const;
const histories = [1, 10] as const;

/** The library's version of a framework as large as the largest of ours, and a sum for every centre and year: a norm in five not fulfilled, one partly, other ones in each centre. */
const fillYears = async (bench: Bench, from: number, to: number): Promise<void> => {
  const tally = (of: number): string => JSON.stringify({ norms: of, yes: of - 2, partly: 1, no: 1, notApplicable: 0, open: 0, toConfirm: 0 });
  const ofChapters = JSON.stringify(Array.from({ length: chapters }, (_, index) => ({ id: String(index + 1), ...JSON.parse(tally(20)) })));
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica;
    INSERT INTO assessment (organization_id, id, framework, framework_version, year, state, opened_on, submitted_at, acknowledged_on, summary)
    SELECT o.id, gen_random_uuid(), 'grand-cadre', '1', year, 'acknowledged', make_date(year, 1, 10), make_date(year, 3, 1), make_date(year, 3, 10),
      jsonb_build_object('total', '${tally(norms)}'::jsonb, 'chapters', '${ofChapters}'::jsonb, 'weak',
        (SELECT jsonb_object_agg((n / 20 + 1) || '.' || (n % 20 + 1), CASE WHEN n % 2 = 0 THEN 'no' ELSE 'partly' END) FROM generate_series(0, ${norms - 1}) n WHERE (n + hashtext(o.slug) + year) % 5 < 2))
    FROM organization o, generate_series(${from}, ${to}) year WHERE o.id <> '${installationId}'; COMMIT`);
  await bench.sql('VACUUM ANALYZE assessment');
};

/** The picture of norms over a pool of 18 centres and over all 565, where each has one and then ten years of assessments behind it. */
export const measureHeat = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    await fillCentres(bench, 0);
    const content = JSON.stringify(largeFramework(norms));
    await bench.sql(
      `INSERT INTO framework (id, framework_id, framework_version, origin, format, title, languages, norms, content, content_hash, imported_at)
       VALUES (gen_random_uuid(), 'grand-cadre', '1', 'import', 'xlsx', '{"fr": "Grand cadre"}', '{fr}', $1, $2::jsonb, sha256($2::text::bytea), now())`,
      [norms, content],
    );
    const year = new Date().getUTCFullYear();
    const figures: Figures = { norms };
    let first = year + 1;
    for (const years of histories) {
      await fillYears(bench, year - years + 1, first - 1);
      first = year - years + 1;
      for (const size of sizes) {
        await bench.sql(`DELETE FROM link WHERE account_id = '${bench.account.id}' AND organization_id <> '${installationId}'`);
        await bench.sql(
          `INSERT INTO link (organization_id, id, account_id, granted_roles, start) SELECT id, gen_random_uuid(), '${bench.account.id}', '{adviser}', '2020-01-01' FROM organization WHERE id <> '${installationId}' ORDER BY id LIMIT ${size}`,
        );
        const look = () => bench.call('/normHeat');
        for (let warm = 0; warm < 5; warm += 1) await look();
        const { body } = await look();
        const shown = (JSON.parse(body.toString()) as { centres: unknown[] }).centres.length;
        if (shown !== size) throw new Error(`The picture shows ${shown} centres of ${size}`);
        const page = await oneByOne(30, look);
        figures[`years${years}centres${size}`] = { bytes: body.length, p50ms: page.p50, p99ms: page.p99 };
      }
    }
    return figures;
  } finally {
    await bench.close();
  }
};
