// Every figure we claim, one JSON line each: `npm run bench` for all, `npm run bench -- NAME` for one.
import { rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchmarks } from './benchmarks.ts';

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benchmarks));
if (unknown) {
  process.stderr.write(`There is no figure "${unknown}". There are: ${Object.keys(benchmarks).join(', ')}.\n`);
  process.exit(2);
}
process.stdout.write(`${JSON.stringify({ machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version } })}\n`);
for (const [name, measure] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const directory = await mkdtemp(join(tmpdir(), 'beffroi-bench-'));
  try {
    process.stdout.write(`${JSON.stringify({ figure: name, ...(await measure(directory)) })}\n`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
