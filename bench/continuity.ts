import type { Asking } from '../src/kernel/obligation.ts';
import { obligations, yearFigures } from '../src/modules/continuity/server/service.ts';
import { connect } from '../src/server/db/database.ts';
import { type Figures, oneByOne } from './measure.ts';
import { centreId, centres, fillCentres } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

const backups = 8;
const centre = centreId(1);
/** The pool of an adviser, and everybody. */
const pools = [18, centres] as const;

/** Eight backups a day in every centre; one in fifty runs fails, one in a hundred is never heard of, and the newest of one backup in eight is missing. */
const fillPlans = (bench: Bench): Promise<unknown> =>
  bench.sql(`BEGIN; SET LOCAL session_replication_role = replica;
    INSERT INTO backup_plan (organization_id, id, name, kind, what, method, weekdays, times, on_holidays, scheduled_since, place, off_site, search_text)
      SELECT o.id, gen_random_uuid(), 'Sauvegarde ' || n, 'server', 'Tout', 'full', '[1,2,3,4,5,6,7]', '["22:00"]', true, current_date - 3660, 'NAS', 'Commune', 'sauvegarde ' || n
      FROM organization o, generate_series(1, ${backups}) n; COMMIT`);
const fillRuns = async (bench: Bench, which: string, fromDaysAgo: number, untilDaysAgo: number): Promise<void> => {
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica;
    INSERT INTO backup_plan_run (organization_id, id, plan_id, planned_on, planned_time, result, source)
      SELECT p.organization_id, gen_random_uuid(), p.id, current_date - ago, '22:00', CASE WHEN (ago * 7 + n) % 50 = 0 THEN 'failed' ELSE 'good' END, 'program'
      FROM (SELECT *, right(name, 1)::int AS n FROM backup_plan WHERE ${which}) p, generate_series(${untilDaysAgo}, ${fromDaysAgo - 1}) ago
      WHERE (ago * 13 + n) % 100 > 0 AND NOT (ago < 3 AND n = 8); COMMIT`);
  await bench.sql('VACUUM ANALYZE backup_plan_run');
};

/** Eight backups daily in each of 565 centres: the pages of one centre and its year, after one year and after ten of it; what is missed, over a pool and over all, with a month and with half a year of runs everywhere. */
export const measureContinuity = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  const db = connect(bench.app, 2);
  try {
    await fillCentres(bench);
    await fillPlans(bench);
    const [plan] = (await bench.sql(`SELECT id FROM backup_plan WHERE organization_id = '${centre}' ORDER BY name LIMIT 1`)).rows;
    const asked = async (work: () => Promise<unknown>, times = 60) => {
      for (let warm = 0; warm < 3; warm += 1) await work();
      const { p50, p99 } = await oneByOne(times, work);
      return { p50ms: p50, p99ms: p99 };
    };
    const page = (rest: string, times?: number) => asked(() => bench.call(`/organizations/${centre}/${rest}`), times);
    const day = new Date().toISOString().slice(0, 10);
    const year = { from: `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`, until: day };
    // What is due is not what is measured here: each duty is due when it begins.
    const asking: Asking = { today: day, now: new Date(), due: (_rule, _centre, start) => start, since: () => '2015-01-01' };
    const scope = (organizations: string[]) => ({ organizations, actor: { kind: 'job' as const } });
    const ofCentre = async (): Promise<Figures> => ({
      standing: await page('backupPlansOverview'),
      plans: await page('backupPlans'),
      runs: await page('backupPlanRuns?sort=-plannedOn'),
      calendar: await page(`backupPlans/${plan.id}/calendar`),
      year: await asked(() => db.tx(scope([centre]), (tx) => yearFigures(tx, centre, year))),
      register: await page('backupRegister?format=pdf', 10),
    });
    const missed = async (): Promise<Figures> => {
      const figures: Figures = {};
      for (const count of pools) {
        const organizations = Array.from({ length: count }, (_, number) => centreId(number));
        figures[`of${count}`] = await asked(() => db.tx(scope(organizations), (tx) => obligations(tx, organizations, asking)), 8);
      }
      return figures;
    };
    const others = `organization_id <> '${centre}'`;
    const own = `organization_id = '${centre}'`;
    await fillRuns(bench, own, 366, 1);
    await fillRuns(bench, others, 31, 1);
    const oneYear = await ofCentre();
    const missedAfterAMonth = await missed();
    await fillRuns(bench, own, 3_650, 366);
    await fillRuns(bench, others, 183, 31);
    const tenYears = await ofCentre();
    const missedAfterHalfAYear = await missed();
    const [{ count }] = (await bench.sql('SELECT count(*) FROM backup_plan_run')).rows;
    return { backups, runs: Number(count), oneYear, tenYears, missedAfterAMonth, missedAfterHalfAYear };
  } finally {
    await db.close();
    await bench.close();
  }
};
