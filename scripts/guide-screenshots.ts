// The pictures of the user's guide, in French and in Dutch: `npm run guide` starts a demonstration on a directory of its own, opens its pages in
// Chromium, and writes docs/guide/images/<page>.<language>.jpg. Fictional people only; run it again when the pages have changed.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/guide/images');
const languages = ['fr', 'nl'] as const;
const password = 'quatre tours sous la pluie';
/** The whole folder goes into every copy of the program. In bytes. */
const most = 2_000_000;

type Shot = { name: string; path: string; before?: (page: Page, language: 'fr' | 'nl') => Promise<void>; narrow?: boolean };
const shots: Shot[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'monday', path: '/' },
  { name: 'people', path: '/c/{centre}/people' },
  { name: 'chart', path: '/c/{centre}/people/chart' },
  { name: 'access', path: '/c/{centre}/members' },
  { name: 'documents', path: '/c/{centre}/documents' },
  { name: 'document', path: '/c/{centre}/documents/securityPolicyFormal' },
  { name: 'publications', path: '/c/{centre}/documents/publications' },
  { name: 'platform', path: '/c/{centre}/platform' },
  {
    name: 'norms',
    path: '/c/{centre}/norms',
    before: async (page) => {
      await page.locator('.norm-chapters').waitFor();
    },
  },
  { name: 'plan', path: '/c/{centre}/plan' },
  {
    name: 'advice',
    path: '/c/{centre}/advice',
    before: async (page) => {
      await page.locator('main tbody a').nth(1).click();
      await page.locator('.paper').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  { name: 'council', path: '/c/{centre}/council' },
  {
    name: 'report',
    path: '/c/{centre}/report',
    before: async (page) => {
      await page.locator('main a[href*="/report/"]').first().click();
      await page.locator('main h2').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'search',
    path: '/c/{centre}/people',
    before: async (page) => {
      await page.locator('.search-box').click();
      await page.getByRole('dialog').getByRole('combobox').fill('mar');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'help',
    path: '/c/{centre}/people/mandates',
    before: async (page) => {
      await page.keyboard.press('F1');
      await page.locator('.help-text').waitFor();
    },
  },
  // A centre that begins, made for the picture: after the others, which would count it.
  { name: 'first-steps', path: '/c/neufmoulin/first-steps' },
  {
    name: 'phone',
    path: '/c/{centre}/today',
    narrow: true,
    before: async (page) => {
      await page.locator('main li').first().waitFor();
    },
  },
];
/** Names of pictures to take anew; all of them when none is given. */
const only = process.argv.slice(2);
const centres = { fr: 'valombre', nl: 'lindebeke' };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const directory = await mkdtemp(join(tmpdir(), 'beffroi-guide-'));
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ['src/cli/main.ts', 'demo', '--centers', '4', '--serve'], {
  cwd: root,
  env: { ...process.env, BEFFROI_DATA: directory, PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const ended = new Promise((resolve) => server.once('exit', resolve));

const answers = async (): Promise<void> => {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (server.exitCode !== null) throw new Error('The demonstration did not start');
    if (
      await fetch(`${address}/api/beffroi/v1/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The demonstration did not answer');
};

try {
  await answers();
  await mkdir(images, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  for (const language of languages) {
    for (const narrow of [false, true]) {
      const context = await browser.newContext({
        baseURL: address,
        locale: `${language}-BE`,
        viewport: narrow ? { width: 390, height: 844 } : { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      await context.addInitScript(`localStorage.setItem('beffroi.language', '${language}')`);
      const page = await context.newPage();
      let signedIn = false;
      for (const shot of shots.filter((one) => (one.narrow ?? false) === narrow && (only.length === 0 || only.includes(one.name)))) {
        if (shot.path !== '/sign-in' && !signedIn) {
          await context.request.post('/api/beffroi/v1/session', { headers: { 'X-Beffroi': '1' }, data: { email: 'claire.delvaux@example.be', password }, failOnStatusCode: true });
          signedIn = true;
        }
        if (shot.name === 'first-steps')
          await context.request.post('/api/beffroi/v1/organizations', {
            headers: { 'X-Beffroi': '1' },
            data: { slug: 'neufmoulin', name: { fr: 'CPAS de Neufmoulin', nl: 'OCMW Neufmoulin' }, documentLanguage: language, municipality: 'Neufmoulin', region: 'wallonia', as: 'adviser' },
          });
        await page.goto(shot.path.replace('{centre}', centres[language]));
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        await shot.before?.(page, language);
        await page.screenshot({ path: join(images, `${shot.name}.${language}.jpg`), type: 'jpeg', quality: 44 });
        process.stdout.write(`${shot.name}.${language}.jpg\n`);
      }
      await context.close();
    }
  }
  await browser.close();
  const sizes = await Promise.all((await readdir(images)).map(async (name) => (await stat(join(images, name))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  process.stdout.write(`${sizes.length} pictures, ${Math.round(total / 1000)} kB\n`);
  if (total > most) throw new Error(`The pictures are larger than ${most} bytes together`);
} finally {
  server.kill('SIGTERM');
  await ended;
  await rm(directory, { recursive: true, force: true });
}
