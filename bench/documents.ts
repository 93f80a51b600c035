import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { pdfData } from '../src/documents/pdf-data.ts';
import { composeDraft, readCentreDocuments } from '../src/modules/documents/server/compose.ts';
import { connect } from '../src/server/db/database.ts';
import { program } from '../test/tools.ts';
import { enterWorkbook, makeCentre } from './intake.ts';
import { type Figures, type Load, oneByOne, round, secondsSince } from './measure.ts';
import { cloneCentre } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

const run = promisify(execFile);
const kind = 'securityPolicyOperational';
/** So many policies are drawn one by one, each of another centre: a second drawing of the same would find much of it done. */
const single = 20;

/** 565 centres like that of the example, each with the draft of its policy: [centre, version] of each. */
const openDrafts = async (bench: Bench): Promise<[string, string][]> => {
  const first = await makeCentre(bench, 'valombre');
  await enterWorkbook(bench, first, await readFile(new URL('../examples/valombre.xlsx', import.meta.url)));
  const drafts: [string, string][] = [];
  for (const centre of await cloneCentre(bench, first)) {
    const draft = await bench.call(`/organizations/${centre}/documents/${kind}/drafts`, { method: 'POST', body: {} });
    drafts.push([centre, (JSON.parse(draft.body.toString()) as { id: string }).id]);
  }
  return drafts;
};

/** The policy of a centre drawn by nothing but Typst, in this thread, on data that is ready. */
const bareTypst = async (bench: Bench, centres: readonly string[]): Promise<Load> => {
  const folder = fileURLToPath(new URL('../src/documents/', import.meta.url));
  const template = readFileSync(join(folder, 'document.typ'), 'utf8');
  const compiler = NodeCompiler.create({ workspace: folder });
  const db = connect(bench.app, 1);
  try {
    const models: string[] = [];
    for (const centre of centres) {
      const facts = await db.tx({ organizations: [centre], actor: { kind: 'command' } }, (tx) => readCentreDocuments(tx, centre, new Date().toISOString().slice(0, 10)));
      models.push(JSON.stringify(pdfData(composeDraft(facts, kind).model)));
    }
    const draw = async (n: number): Promise<void> => {
      compiler.mapShadow(join(folder, 'model.json'), Buffer.from(models[n]!));
      compiler.pdf({ mainFileContent: template }, { pdfStandard: 'a-2a' });
      compiler.evictCache(4);
    };
    await draw(0);
    return await oneByOne(models.length - 1, (n) => draw(n + 1));
  } finally {
    await db.close();
  }
};

/** Seconds for each document with a new LibreOffice for each, and with one for all. */
const libreOffice = async (directory: string, documents: readonly Buffer[]): Promise<{ cold: number; warm: number } | undefined> => {
  if (!program('soffice')) return undefined;
  const names = documents.map((_, index) => join(directory, `policy${index}.docx`));
  await Promise.all(documents.map((bytes, index) => writeFile(names[index]!, bytes)));
  const out = join(directory, 'pdf');
  await mkdir(out);
  const convert = (files: readonly string[]): Promise<unknown> =>
    run('soffice', ['--headless', `-env:UserInstallation=file://${join(directory, 'office')}`, '--convert-to', 'pdf', '--outdir', out, ...files], { timeout: 120_000 });
  // The first start of all makes its profile.
  await convert(names.slice(0, 1));
  const cold = await oneByOne(3, (n) => convert(names.slice(n, n + 1)));
  const begun = performance.now();
  await convert(names);
  return { cold: cold.p50 / 1000, warm: (performance.now() - begun) / 1000 / documents.length };
};

/** One policy after the other as PDF and Word through the API, against Typst alone and against LibreOffice; then those of 565 centres, and how long others wait meanwhile. */
export const measureDocuments = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    const drafts = await openDrafts(bench);
    const file = (n: number, format: string) => bench.call(`/organizations/${drafts[n]![0]}/documentVersions/${drafts[n]![1]}/file?format=${format}`);
    // Both threads that draw have started, and both formats have been written once.
    await Promise.all([file(0, 'pdf'), file(1, 'pdf'), file(0, 'docx')]);
    const pdf = await oneByOne(single, (n) => file(n + 2, 'pdf'));
    const words: Buffer[] = [];
    const docx = await oneByOne(single, async (n) => void words.push((await file(n + 2, 'docx')).body));
    const bare = await bareTypst(
      bench,
      drafts.slice(2, single + 3).map(([centre]) => centre),
    );
    const office = await libreOffice(directory, words.slice(0, 10));
    return {
      pdfP50ms: pdf.p50,
      docxP50ms: docx.p50,
      bareTypstP50ms: bare.p50,
      ratioToTypst: round(bare.p50 / pdf.p50, 2),
      ...(office
        ? {
            libreOfficeSeconds: round(office.cold, 2),
            timesFaster: round((office.cold * 1000) / pdf.p50),
            libreOfficeManySecondsEach: round(office.warm, 2),
            timesFasterThanMany: round((office.warm * 1000) / pdf.p50),
          }
        : { libreOffice: 'is not there' }),
      ...(await measureMany(bench, drafts, (n) => file(n, 'pdf'))),
    };
  } finally {
    await bench.close();
  }
};

/** Every policy, three asked for at a time, while somebody reads a list every twenty milliseconds. */
const measureMany = async (bench: Bench, drafts: readonly [string, string][], file: (n: number) => Promise<unknown>): Promise<Figures> => {
  const over = new AbortController();
  const read = async (count: number): Promise<Load> => {
    const taken: Promise<number>[] = [];
    for (let n = 0; n < count && !over.signal.aborted; n += 1) {
      const begun = performance.now();
      taken.push(bench.call(`/organizations/${drafts[n % drafts.length]![0]}/people`).then(() => performance.now() - begun));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const sorted = (await Promise.all(taken)).toSorted((a, b) => a - b);
    const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? 0);
    return { perSecond: 50, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  };
  const alone = await read(150);
  let next = 0;
  const begun = performance.now();
  const drawing = Promise.all(
    Array.from({ length: 3 }, async () => {
      while (next < drafts.length) await file((next += 1) - 1);
    }),
  ).finally(() => over.abort());
  const [meanwhile] = await Promise.all([read(10_000), drawing]);
  return { policies: drafts.length, policiesSeconds: secondsSince(begun), apiP99msAlone: alone.p99, apiP50msMeanwhile: meanwhile.p50, apiP99msMeanwhile: meanwhile.p99 };
};
