import { makeCentre } from './intake.ts';
import { type Figures, oneByOne, secondsSince } from './measure.ts';
import { openEmbedded } from './server.ts';

const perDay = 20;

/** Twenty passages and twenty visits a day, of one year and of ten: the lists, the desk of the reception, the register as a document; then the names of a year of visits are taken away. */
export const measurePremises = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    const id = await makeCentre(bench, 'bench');
    const at = (rest: string): string => `/organizations/${id}/${rest}`;
    const zone = JSON.parse((await bench.call(at('zones'), { method: 'POST', body: { name: 'Salle des serveurs', building: 'Siège', kind: 'serverRoom', risk: 'critical' } })).body.toString()) as {
      id: string;
    };
    const person = JSON.parse((await bench.call(at('people'), { method: 'POST', body: { firstName: 'Karim', lastName: 'Haddad', kind: 'staff' } })).body.toString()) as { id: string };
    const fill = async (fromDaysAgo: number, untilDaysAgo: number): Promise<void> => {
      const days = `generate_series(${untilDaysAgo}, ${fromDaysAgo - 1}) ago, generate_series(1, ${perDay}) turn`;
      const when = `now() - make_interval(days => ago) - make_interval(mins => turn * 20)`;
      await bench.sql(`INSERT INTO passage (organization_id, id, zone_id, entered_at, left_at, person_id, reason)
        SELECT '${id}', gen_random_uuid(), '${zone.id}', ${when}, ${when} + interval '10 minutes', '${person.id}', 'Bande de sauvegarde' FROM ${days}`);
      await bench.sql(`INSERT INTO visitor (organization_id, id, name, firm, host, badge, arrived_at, left_at)
        SELECT '${id}', gen_random_uuid(), 'Visiteur ' || ago || '-' || turn, 'Firme ' || turn, 'Service social', turn::text, ${when}, ${when} + interval '15 minutes' FROM ${days}`);
      await bench.sql('VACUUM ANALYZE');
    };
    const ask = async (rest: string, times = 100) => {
      for (let warm = 0; warm < 5; warm += 1) await bench.call(at(rest));
      const { p50, p99 } = await oneByOne(times, () => bench.call(at(rest)));
      return { p50ms: p50, p99ms: p99 };
    };
    const lists = async (): Promise<Figures> => ({
      passages: await ask('passages?sort=-entered'),
      passagesOfZone: await ask(`passages?zoneId=${zone.id}&who=inside`),
      desk: await ask('visitorDesk'),
      visitors: await ask('visitors?sort=-arrived'),
      register: await ask('premisesRegister?format=pdf', 20),
    });
    await fill(366, 1);
    const oneYear = await lists();
    await fill(3_650, 366);
    const tenYears = await lists();
    const begun = performance.now();
    await bench.sql("SELECT purge_visitors((now() - interval '9 years')::date)");
    return { perDay, oneYear, tenYears, purgeOfOneYearSeconds: secondsSince(begun) };
  } finally {
    await bench.close();
  }
};
