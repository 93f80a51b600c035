// Called by `npm test`: brings the programs that some tests need, says by name what is left out without them, and runs the tests.
// Words after `npm test --` go to vitest: `npm test -- src/kernel`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { toolGroups } from './tools.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const begun = performance.now();
const plain = Boolean(process.env['CI']) || !process.stdout.isTTY;
const env = { ...process.env, NODE_ENV: 'test', ...(plain ? { NO_COLOR: '1', FORCE_COLOR: undefined } : {}) };

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const absent = () => toolGroups.filter((group) => !group.present());

/** Debian's packages, without what they only recommend; the output is shown when it fails. */
const install = (packages: readonly string[]): void => {
  const apt = (...args: string[]) => spawnSync('apt-get', ['-q', '-y', ...args], { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  say(`Installing ${packages.join(', ')}…`);
  const updated = apt('update');
  const done = updated.status === 0 ? apt('install', '--no-install-recommends', ...packages) : updated;
  if (done.status !== 0) say(`They could not be installed: ${(done.stderr ?? done.error?.message ?? '').trim().split('\n').at(-1) ?? ''}`);
};

const needed = absent().flatMap((group) => group.packages);
if (needed.length > 0 && process.geteuid?.() === 0) install(needed);
for (const group of absent()) say(`Left out: ${group.tests}. To run them: apt-get install ${group.packages.join(' ')}`);

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status, signal } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
const seconds = Math.round((performance.now() - begun) / 1000);
const leftOut = absent().length;
say(
  status === 0
    ? `All tests passed in ${seconds} s${leftOut > 0 ? `; ${leftOut} ${leftOut === 1 ? 'group was' : 'groups were'} left out (see the first lines)` : ''}.`
    : `Tests failed after ${seconds} s${signal ? ` (${signal})` : ''}: the reasons stand above.`,
);
process.exitCode = status ?? 1;
