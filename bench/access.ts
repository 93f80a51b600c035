import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { program } from '../test/tools.ts';
import { type Figures, round } from './measure.ts';
import { centreId, fillCentres, fillPeople } from './rows.ts';
import { type Bench, openBench } from './server.ts';

const people = 180;
const resources = 60;
const years = 10;
const centre = centreId(1);
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** 60 resources; each person holds every third today, and every year ten other rights of theirs ended. */
const fillGrants = async (bench: Bench): Promise<number> => {
  await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica;
    INSERT INTO resource (organization_id, id, name, kind, levels, search_text, position)
      SELECT '${centre}', gen_random_uuid(), 'Ressource numéro ' || n, CASE WHEN n % 4 = 0 THEN 'folder' ELSE 'application' END, '{read,write,administer}', 'ressource ' || n, n FROM generate_series(1, ${resources}) n;
    CREATE TEMPORARY TABLE pairs ON COMMIT DROP AS SELECT p.id AS person_id, p.n, r.id AS resource_id, r.m FROM
      (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person WHERE organization_id = '${centre}') p, (SELECT id, position AS m FROM resource WHERE organization_id = '${centre}') r;
    INSERT INTO access_grant (organization_id, id, person_id, resource_id, level, start, until, source)
      SELECT '${centre}', gen_random_uuid(), person_id, resource_id, CASE WHEN (n + m) % 9 = 0 THEN 'administer' WHEN m % 2 = 0 THEN 'write' ELSE 'read' END, '2016-01-01'::date + ((n * 31 + m * 7) % 3500)::int,
        CASE WHEN (n + m) % 27 = 0 THEN '2030-01-01'::date END, 'hand' FROM pairs WHERE (n + m) % 3 = 0;
    INSERT INTO access_grant (organization_id, id, person_id, resource_id, level, start, ended_on, ended_because, source)
      SELECT '${centre}', gen_random_uuid(), person_id, resource_id, 'read', make_date(y, 1, 1) + ((n + m) % 200)::int, make_date(y, 9, 1) + ((n + m) % 100)::int, 'change', 'hand'
      FROM pairs, generate_series(${new Date().getUTCFullYear() - years}, ${new Date().getUTCFullYear() - 1}) y WHERE (n + m) % 3 <> 0 AND (n * 7 + m + y) % 4 = 0;
    COMMIT`);
  await bench.sql('VACUUM ANALYZE');
  return Number((await bench.sql('SELECT count(*) FROM access_grant')).rows[0].count);
};

/** How long until the grid is painted with nothing in the cache, and how long the frames take while it is scrolled from corner to corner. */
const looked = async (bench: Bench, page: Page): Promise<Figures> => {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const begun = performance.now();
  await page.goto(`${bench.address}/c/centre-1/access`, { waitUntil: 'commit' });
  await page
    .locator('table.matrix tbody tr')
    .nth(people - 40)
    .waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const gridMs = round(performance.now() - begun, 0);
  const cells = await page.locator('table.matrix td').count();
  const frames = await page.evaluate(async () => {
    const frame = document.querySelector('.matrix-frame')!;
    const [down, across] = [frame.scrollHeight - frame.clientHeight, frame.scrollWidth - frame.clientWidth];
    const taken: number[] = [];
    let last = performance.now();
    for (let n = 0; n <= 120; n += 1) {
      frame.scrollTo(across * (n / 120), down * (n / 120));
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      taken.push(now - last);
      last = now;
    }
    return taken.toSorted((a, b) => a - b);
  });
  return { gridMs, cells, frameP50ms: round(frames[60]!), frameP95ms: round(frames[Math.floor(frames.length * 0.95)]!), frameMostMs: round(frames.at(-1)!) };
};

const inBrowser = async (bench: Bench): Promise<Figures> => {
  const path = program('chromium');
  if (!path || !existsSync(new URL('../dist/web/index.html', import.meta.url))) return { missing: 'no Chromium, or the pages are not built' };
  const browser = await chromium.launch({ executablePath: path, args: flags });
  try {
    const visits: Figures[] = [];
    for (let n = 0; n < 3; n += 1) {
      const context = await browser.newContext({ locale: 'fr-BE', viewport: { width: 1440, height: 900 } });
      const [name = '', value = ''] = bench.account.cookie.split('=');
      await context.addCookies([{ name, value, url: bench.address }]);
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      visits.push(await looked(bench, page));
      await context.close();
    }
    return visits.toSorted((a, b) => Number(a['gridMs']) - Number(b['gridMs']))[1]!;
  } finally {
    await browser.close();
  }
};

/** The matrix of 180 people and 60 resources with ten years of rights behind it: asked of the API for today and for days of the past (who had access then), and drawn and scrolled in Chromium. */
export const measureAccess = async (directory: string): Promise<Figures> => {
  const bench = (await openBench(directory, { plain: true }))!;
  try {
    await fillCentres(bench);
    await fillPeople(bench, 0, 565 * people);
    const rights = await fillGrants(bench);
    const of = `/organizations/${centre}`;
    const slow = async <T>(call: () => Promise<T>): Promise<T> => {
      // Without a proxy before it, one origin may ask fifty times a second.
      await new Promise((done) => setTimeout(done, 60));
      return call();
    };
    const measured = async (path: (n: number) => string): Promise<Figures> => {
      const taken: number[] = [];
      let bytes = 0;
      for (let n = 0; n < 43; n += 1) {
        const ms = await slow(async () => {
          const start = performance.now();
          ({
            body: { length: bytes },
          } = await bench.call(path(n)));
          return performance.now() - start;
        });
        if (n > 2) taken.push(ms);
      }
      taken.sort((a, b) => a - b);
      return { bytes, p50ms: round(taken[20]!), p99ms: round(taken.at(-1)!) };
    };
    const day = (n: number): string => `${new Date().getUTCFullYear() - years + (n % years)}-${String((n % 12) + 1).padStart(2, '0')}-15`;
    return {
      people,
      resources,
      rights,
      today: await measured(() => `${of}/accessMatrix`),
      thatDay: await measured((n) => `${of}/accessMatrix?on=${day(n)}`),
      browser: await inBrowser(bench),
    };
  } finally {
    await bench.close();
  }
};
