// Called by `npm run check`: format, lint, types, unused code, architecture; all of them, even after one has failed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
const module = (path: string): string => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

const checks: readonly [name: string, program: string, ...args: string[]][] = [
  ['Format', bin('oxfmt'), '--check'],
  ['Lint', bin('oxlint')],
  ['Types', process.execPath, module('typescript-7/bin/tsc'), '-p', '.'],
  ['Unused code', process.execPath, module('knip/bin/knip.js'), '--no-progress'],
  ['Architecture', process.execPath, module('vitest/vitest.mjs'), 'run', 'test/architecture.test.ts'],
];

const failed: string[] = [];
for (const [name, program, ...args] of checks) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (status === 0) continue;
  failed.push(name);
  process.stdout.write(`${stdout}${stderr}\n`);
}
process.stdout.write(failed.length === 0 ? 'All checks passed.\n' : `Failed: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
