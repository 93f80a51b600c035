// Every figure we claim, one JSON line each: `npm run bench` for all, `npm run bench -- NAME` for one.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureAccess } from './access.ts';
import { measureAssessment } from './assessment.ts';
import { measureBackup } from './backup.ts';
import { measureChart } from './chart.ts';
import { measureContinuity } from './continuity.ts';
import { measureDigest } from './digest.ts';
import { measureDocuments } from './documents.ts';
import type { Figures } from './measure.ts';
import { measureInventory } from './inventory.ts';
import { measureInterventions } from './interventions.ts';
import { measureHeat } from './heat.ts';
import { measureMails } from './mails.ts';
import { measureNormsImport } from './norms-import.ts';
import { measurePages } from './pages.ts';
import { measureList, measureWrite } from './people.ts';
import { measurePremises } from './premises.ts';
import { measureReconcile } from './reconcile.ts';
import { measureReport } from './report.ts';
import { measureReviews } from './reviews.ts';
import { measureSearch } from './search.ts';
import { measureCommit, measureMemory, measureStart } from './start.ts';
import { measureToday } from './today.ts';
import { measureExport, measureImport } from './transfer.ts';

/** The figures in the order of README.md. Each gets an empty directory of its own. */
const figures: Record<string, (directory: string) => Promise<Figures>> = {
  start: measureStart,
  memory: measureMemory,
  commit: measureCommit,
  list: measureList('embedded'),
  listSystem: measureList('system'),
  write: measureWrite('embedded'),
  writeSystem: measureWrite('system'),
  import: measureImport,
  export: measureExport,
  documents: measureDocuments,
  chart: measureChart,
  backup: measureBackup,
  digest: measureDigest,
  today: measureToday,
  pages: measurePages,
  search: measureSearch,
  assessment: measureAssessment,
  normsImport: measureNormsImport,
  heat: measureHeat,
  report: measureReport,
  reconcile: measureReconcile,
  access: measureAccess,
  reviews: measureReviews,
  inventory: measureInventory,
  premises: measurePremises,
  continuity: measureContinuity,
  mails: measureMails,
  interventions: measureInterventions,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in figures));
if (unknown) {
  process.stderr.write(`There is no figure "${unknown}". There are: ${Object.keys(figures).join(', ')}.\n`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.stdout.write(`${JSON.stringify({ machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version } })}\n`);
for (const [name, measure] of Object.entries(figures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const directory = await mkdtemp(join(tmpdir(), 'beffroi-bench-'));
  const begun = performance.now();
  try {
    process.stdout.write(`${JSON.stringify({ figure: name, ...(await measure(directory)), took: Math.round((performance.now() - begun) / 1000) })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ figure: name, failed: String(error) })}\n`);
    process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
