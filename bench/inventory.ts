import { writeWorkbook } from '../src/server/spreadsheet/write.ts';
import { makeCentre } from './intake.ts';
import { type Figures, oneByOne, round, secondsSince } from './measure.ts';
import { type Bench, openEmbedded } from './server.ts';

const devices = 10_000;
const rooms = 60;
const types = ['Portable', 'Tower', 'Écran', 'Imprimante', 'GSM'];

/** A list as a centre keeps one: a title, a heading, a line for each device; three in a hundred name somebody whom nobody knows. */
const listOf = async (note: string, model = 'Modèle'): Promise<Buffer> => {
  const row = (i: number) => [
    `POSTE-${i}`,
    types[i % 5]!,
    'HP',
    `${model} ${i % 40}`,
    `SN${String(i).padStart(6, '0')}`,
    i % 33 === 0 ? 'Inconnue Jeanne' : '',
    `Local ${i % rooms}`,
    `${1 + (i % 28)}/${1 + (i % 12)}/20${18 + (i % 8)}`,
    String(300 + (i % 900)),
    note,
  ];
  const heading = ['Nom', 'Type', 'Marque', 'Modèle', 'N° de série', 'Utilisateur', 'Local', 'Date d’achat', 'Prix', 'Remarque'];
  return Buffer.from(
    await writeWorkbook(
      [{ name: 'Inventaire', columns: heading.map(() => ({ width: 20 })), rows: [['Inventaire 2026'], heading, ...Array.from({ length: devices }, (_, i) => row(i))] }],
      '2026-11-22',
    ),
  );
};

const give = async (bench: Bench, id: string, bytes: Buffer, write: boolean) => {
  const boundary = 'bench-boundary';
  const raw = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="inventaire.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const begun = performance.now();
  const sent = await bench.call(`/organizations/${id}/deviceImports?write=${write}`, { method: 'POST', raw, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  const accepted = secondsSince(begun);
  const task = `/organizations/${id}/tasks/${String(sent.headers['location']).split('/').at(-1)}`;
  for (;;) {
    const { state, report } = JSON.parse((await bench.call(task)).body.toString()) as {
      state: string;
      report: { rows: number; created: number; updated: number; faultCount: number; written: boolean };
    };
    if (state === 'done') return { report, accepted, seconds: secondsSince(begun) };
    if (state === 'failed') throw new Error('The list was refused');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** An inventory of 10,000 devices: its list imported, looked at, counted, labelled, and its review signed, which freezes it as PDF, Word and Excel. */
export const measureInventory = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    const id = await makeCentre(bench, 'bench');
    const at = (rest: string): string => `/organizations/${id}/${rest}`;
    for (let room = 0; room < rooms; room += 1) await bench.call(at('zones'), { method: 'POST', body: { name: `Local ${room}`, building: 'Siège', kind: 'office', risk: 'internal' } });
    const list = await listOf('');
    const dry = await give(bench, id, list, false);
    const first = await give(bench, id, list, true);
    if (first.report.created !== devices || !first.report.written) throw new Error(`It wrote ${JSON.stringify(first.report)}`);
    const again = await give(bench, id, list, true);
    const changed = await give(bench, id, await listOf('', 'Latitude'), true);
    const small = await give(bench, id, Buffer.from(`Nom;Série\n${Array.from({ length: 200 }, (_, i) => `PETIT-${i};P${i}`).join('\n')}`), false);
    await bench.sql('VACUUM ANALYZE');
    const ask = async (times: number, rest: string, options?: Parameters<Bench['call']>[1]) => {
      for (let warm = 0; warm < 5; warm += 1) await bench.call(at(rest), options);
      const { p50, p99 } = await oneByOne(times, () => bench.call(at(rest), options));
      return { p50ms: p50, p99ms: p99 };
    };
    const figures: Figures = {
      devices,
      megabytes: round(list.length / 1e6),
      acceptSeconds: first.accepted,
      drySeconds: dry.seconds,
      enterSeconds: first.seconds,
      againSeconds: again.seconds,
      changedSeconds: changed.seconds,
      smallSeconds: small.seconds,
    };
    figures['list'] = await ask(100, 'devices');
    figures['search'] = await ask(100, 'devices/search', { method: 'POST', body: { text: 'sn00999' } });
    figures['lacking'] = await ask(50, 'devices?lacks=label&sort=-countedOn');
    figures['overview'] = await ask(50, 'inventoryOverview');
    const review = JSON.parse((await bench.call(at('inventoryReviews'), { method: 'POST' })).body.toString()) as { id: string; version: number };
    let number = 0;
    const zoneId = (JSON.parse((await bench.call(at('zones?pageSize=1'))).body.toString()) as { items: { id: string }[] }).items[0]!.id;
    const sighting = await oneByOne(300, () => bench.call(at(`inventoryReviews/${review.id}/sightings`), { method: 'POST', body: { code: String((number += 1)), zoneId } }));
    figures['sighting'] = { p50ms: sighting.p50, p99ms: sighting.p99 };
    figures['countPage'] = await ask(50, `inventoryReviews/${review.id}/devices?seen=false&zoneId=${zoneId}`);
    figures['missing'] = await ask(50, `inventoryReviews/${review.id}/devices?seen=false`);
    const start = performance.now();
    const labels = (await bench.call(at('deviceLabels'), { method: 'POST', body: { format: 'sheet65', unlabelled: true } })).body.length;
    figures['labels'] = { count: 1000, seconds: secondsSince(start), megabytes: round(labels / 1e6) };
    const signing = performance.now();
    await bench.call(at(`inventoryReviews/${review.id}/signature`), { method: 'POST', body: {}, headers: { 'if-match': `"${review.version}"` } });
    figures['signSeconds'] = secondsSince(signing);
    while ((JSON.parse((await bench.call(at(`inventoryReviews/${review.id}`))).body.toString()) as { files: string }).files === 'coming') await new Promise((resolve) => setTimeout(resolve, 100));
    figures['drawnSeconds'] = secondsSince(signing);
    const sizes: Figures = {};
    for (const format of ['pdf', 'docx', 'xlsx']) sizes[format] = round((await bench.call(at(`inventoryReviews/${review.id}/file?format=${format}`))).body.length / 1e6, 2);
    return { ...figures, megabytesOf: sizes };
  } finally {
    await bench.close();
  }
};
