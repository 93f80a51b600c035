import { makeCentre } from './intake.ts';
import { type Figures, oneByOne } from './measure.ts';
import { openEmbedded } from './server.ts';

/** So many interventions a year: eight a week, of which one in forty began unagreed and one in ten came from afar. */
const perYear = 400;

/** The register of interventions with one year behind it and with ten: the page of a year, its sums, the years, a search in the year, what is due; the table of a year as PDF and as Excel. */
export const measureInterventions = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    const id = await makeCentre(bench, 'bench');
    const at = (rest: string): string => `/organizations/${id}/${rest}`;
    const make = async (path: string, body: object): Promise<string> => (JSON.parse((await bench.call(at(path), { method: 'POST', body })).body.toString()) as { id: string }).id;
    const supplier = await make('suppliers', { name: 'Informatique du Val', kind: 'software', email: 'info@firme.example', processor: false });
    const person = await make('people', { firstName: 'Karim', lastName: 'Haddad', kind: 'staff' });
    const current = new Date().getFullYear() - 1;
    const fill = async (year: number): Promise<void> => {
      const day = `make_date(${year}, 1, 2) + (n * 363 / ${perYear})`;
      await bench.sql(`INSERT INTO intervention (organization_id, id, year, number, nature, subject, reason, remote, supplier_id, by_person_id, how, announced_on, announced_at, decision, decided_on,
          decided_by_id, decided_how, start, "end", outcome, unagreed, result, search_text)
        SELECT '${id}', gen_random_uuid(), ${year}, n, (ARRAY['repair', 'update', 'installation', 'check'])[1 + n % 4], 'Serveur de fichiers, disque ' || n, 'Erreurs de lecture relevées au journal du matin',
          n % 10 = 0, CASE WHEN n % 3 > 0 THEN '${supplier}'::uuid END, CASE WHEN n % 3 = 0 THEN '${person}'::uuid END, 'page', ${day}, ${day}, 'agreed', ${day}, '${person}', 'page', ${day}, ${day} + 1,
          CASE WHEN n % 25 = 0 THEN 'notGood' ELSE 'good' END, n % 40 = 0, 'Disque remplacé, grappe reconstruite', 'serveur de fichiers disque ' || n FROM generate_series(1, ${perYear}) n`);
      await bench.sql(`INSERT INTO intervention_event (organization_id, id, intervention_id, at, kind)
        SELECT '${id}', gen_random_uuid(), i.id, i.announced_at, kind FROM intervention i, unnest(ARRAY['announced', 'agreed', 'started', 'done']) kind WHERE i.year = ${year}`);
    };
    const ask = async (rest: string, times = 100, body?: object) => {
      const call = () => bench.call(at(rest), body ? { method: 'POST', body } : {});
      for (let warm = 0; warm < 5; warm += 1) await call();
      const { p50, p99 } = await oneByOne(times, call);
      return { p50ms: p50, p99ms: p99 };
    };
    const measured = async (): Promise<Figures> => {
      await bench.sql('VACUUM ANALYZE');
      const pdf = await ask(`interventionTables/file?year=${current}&format=pdf`, 8);
      return {
        list: await ask(`interventions?year=${current}&sort=-number`),
        search: await ask(`interventions/search?year=${current}`, 100, { text: 'disque 17' }),
        sums: await ask(`interventionsOverview?year=${current}`),
        years: await ask('interventionYears'),
        due: await ask('obligations'),
        pdf,
        xlsx: await ask(`interventionTables/file?year=${current}&format=xlsx`, 20),
      };
    };
    await fill(current);
    const oneYear = await measured();
    for (let back = 1; back < 10; back += 1) await fill(current - back);
    const tenYears = await measured();
    return { perYear, oneYear, tenYears };
  } finally {
    await bench.close();
  }
};
