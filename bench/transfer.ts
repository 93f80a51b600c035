import { finished } from 'node:stream/promises';
import { type Figures, residentMegabytes, round, secondsSince } from './measure.ts';
import { intakeTemplate } from '../src/modules/intake/template.ts';
import { writeWorkbook } from '../src/server/spreadsheet/write.ts';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { enterWorkbook, makeCentre } from './intake.ts';
import { bareList, peopleOrders } from './people.ts';
import { centreId, fillCentres, fillPeople } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';
import { manyPeople } from './workbook.ts';

/** A workbook of 5,000 people with a contract each, sent, read, checked and written by the server; then the same once more, which changes nothing. */
export const measureImport = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    const workbook = await writeWorkbook(intakeTemplate('fr', manyPeople(5000)));
    const id = await makeCentre(bench, 'bench');
    const firstSeconds = await enterWorkbook(bench, id, workbook);
    const { rows } = await bench.sql('SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM contract) AS contracts');
    if (rows[0].people !== 5000 || rows[0].contracts !== 5000) throw new Error(`It wrote ${JSON.stringify(rows[0])}`);
    return { people: 5000, megabytes: round(workbook.length / 1e6), firstSeconds, againSeconds: await enterWorkbook(bench, id, workbook) };
  } finally {
    await bench.close();
  }
};

/** Seconds that PostgreSQL takes to send the same rows as text, with nobody in between. */
const copied = async (bench: Bench, query: string): Promise<number> => {
  const client = new pg.Client(bench.owner);
  await client.connect();
  try {
    const begun = performance.now();
    await finished(client.query(copyTo(`COPY (${query}) TO STDOUT`)).resume());
    return secondsSince(begun);
  } finally {
    await client.end();
  }
};

/** The list of a centre of a million people, which no centre has, as CSV: how fast, and what it takes of memory. */
export const measureExport = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  const pid = bench.server.process.pid!;
  try {
    await fillCentres(bench);
    await fillPeople(bench, 0, 1_000_000, 1);
    const before = await residentMegabytes(pid);
    let most = before;
    const watch = setInterval(() => void residentMegabytes(pid).then((now) => (most = Math.max(most, now))), 100);
    const begun = performance.now();
    const { lines, bytes } = await bench.lines(`/organizations/${centreId(0)}/people/export?format=csv`).finally(() => clearInterval(watch));
    const seconds = secondsSince(begun);
    if (lines !== 1_000_001) throw new Error(`The export has ${lines} lines`);
    const copySeconds = await copied(
      bench,
      bareList(peopleOrders.name)
        .replaceAll('$1', `'${centreId(0)}'`)
        .replaceAll('$2', 'current_date'),
    );
    return {
      rows: lines - 1,
      megabytes: round(bytes / 1e6),
      seconds,
      copySeconds,
      ratio: round(copySeconds / seconds, 2),
      serverMegabytesBefore: before,
      serverMegabytesAtMost: most,
    };
  } finally {
    await bench.close();
  }
};
