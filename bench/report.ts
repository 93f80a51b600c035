import { installationId } from '../src/server/db/database.ts';
import { type Figures, oneByOne, secondsSince } from './measure.ts';
import { centreId, centres, fillCentres, fillPeople } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

const people = 100;
/** How many reports are asked for at a time. */
const atATime = 3;
const histories = [1, 10] as const;

/** So many years of every centre: an assessment summed up, a policy approved, six advices decided, twelve actions of the plan. */
const fillYears = async (bench: Bench, from: number, to: number): Promise<void> => {
  const tally = '{"norms": 20, "yes": 15, "partly": 3, "no": 2, "notApplicable": 0, "open": 0, "toConfirm": 0}';
  const each = `FROM organization o, generate_series(${from}, ${to}) year`;
  const of = `WHERE o.id <> '${installationId}'`;
  const statements = [
    `INSERT INTO assessment (organization_id, id, framework, framework_version, year, state, opened_on, submitted_at, acknowledged_on, summary)
     SELECT o.id, gen_random_uuid(), 'bcss-minimum', '2026.3', year, 'acknowledged', make_date(year, 1, 10), make_date(year, 3, 1), make_date(year, 3, 10), jsonb_build_object('total', '${tally}'::jsonb, 'chapters', '[]'::jsonb, 'weak', '{}'::jsonb) ${each} ${of}`,
    `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, decided_on, approver, content_hash)
     SELECT o.id, gen_random_uuid(), 'securityPolicyOperational', 'fr', year, 'superseded', 1, make_date(year, 2, 1), make_date(year, 4, 1), 'council', 'x' ${each} ${of}`,
    `INSERT INTO advice (organization_id, id, year, number, capacity, subject, sent_on, received_on, due_on, sent_at, content_hash, outcome, decided_on)
     SELECT o.id, gen_random_uuid(), year, n, 'adviser', 'Avis ' || n, make_date(year, n, 2), make_date(year, n, 2), make_date(year, n + 3, 2), make_date(year, n, 2), 'x', 'follow', make_date(year, n + 1, 2) ${each}, generate_series(1, 6) n ${of}`,
    `INSERT INTO plan_action (organization_id, id, number, title, priority, due_on, state, progress, person_days, costs, series_id, done_on, created_on, search_text)
     SELECT o.id, gen_random_uuid(), (year - 2000) * 12 + n, 'Mesure ' || n, 'normal', make_date(year, n, 20), 'done', 100, 2, jsonb_build_array(jsonb_build_object('kind', 'oneOff', 'year', year, 'amount', 100000)),
       gen_random_uuid(), make_date(year, n, 15), make_date(year, 1, 5), '' ${each}, generate_series(1, 12) n ${of}`,
  ];
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica; ${statements.join('; ')}; COMMIT`);
  await bench.sql('VACUUM ANALYZE');
};

/** All of the work, taken from one queue by so many at a time. */
const queue = async (count: number, atATime: number, work: (n: number) => Promise<unknown>): Promise<number> => {
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < count) await work((next += 1) - 1);
    }),
  );
  return secondsSince(begun);
};

/** The yearly report of a centre on the page and as PDF, and those of all 565 as a queue of work, with one and then ten years behind them. */
export const measureReport = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    await fillCentres(bench, centres);
    await fillPeople(bench, 0, centres * people);
    const year = new Date().getUTCFullYear() - 1;
    await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica;
      INSERT INTO yearly_report (organization_id, id, year, language, begun_on) SELECT id, id, ${year}, 'fr', make_date(${year} + 1, 1, 10) FROM organization WHERE id <> '${installationId}'; COMMIT`);
    const at = (n: number): string => `/organizations/${centreId(n % centres)}/yearlyReports/${centreId(n % centres)}`;
    const pdf = (n: number) => bench.call(`${at(n)}/file?format=pdf`);
    const figures: Figures = { centres, people };
    let first = year + 1;
    for (const years of histories) {
      await fillYears(bench, year - years + 1, first - 1);
      first = year - years + 1;
      const shown = JSON.parse((await bench.call(at(0))).body.toString()) as { figures?: unknown };
      if (JSON.stringify(shown).length < 5000) throw new Error('The report has no figures');
      for (let warm = 0; warm < 5; warm += 1) await Promise.all([bench.call(at(warm)), pdf(warm)]);
      const read = await oneByOne(30, (n) => bench.call(at(n)));
      const drawn = await oneByOne(10, (n) => pdf(n + 5));
      figures[`years${years}`] = {
        read: { p50: read.p50, p99: read.p99 },
        pdf: { p50: drawn.p50, p99: drawn.p99 },
        allReadSeconds: await queue(centres, atATime, (n) => bench.call(at(n))),
        allPdfSeconds: await queue(centres, atATime, pdf),
      };
    }
    return figures;
  } finally {
    await bench.close();
  }
};
