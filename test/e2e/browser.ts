import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Secret, TOTP } from 'otpauth';
import { pino } from 'pino';
import { chromium, type APIResponse, type Browser, type BrowserContext, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { vi } from 'vitest';
import type { Language } from '../../src/kernel/language.ts';
import type { CentreRole } from '../../src/kernel/permissions.ts';
import { accountByEmail, insertAccount, insertLink } from '../../src/modules/accounts/server/service.ts';
import { hashPassword } from '../../src/server/auth/passwords.ts';
import { installationId } from '../../src/server/db/database.ts';
import { type Server, startServer } from '../../src/server/start.ts';
import { today } from '../../src/server/services.ts';
import { program } from '../tools.ts';

export const chromiumPath = program('chromium');
export const password = 'sept girafes violettes au marché';
export const example = fileURLToPath(new URL('../../examples/valombre.xlsx', import.meta.url));

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** What went wrong out of sight since the last call: errors of scripts, refusals of the security policy, answers of 500 and more. */
  faults: () => string[];
};

export type Site = {
  address: string;
  setUpLink: string;
  server: Server;
  /** A browser of its own: its own cookies, storage and address. */
  visit: (options?: BrowserContextOptions & { language?: Language }) => Promise<Visitor>;
  /** A call of the API from a visitor's browser, with its session; throws where it is refused. */
  call: <T = Record<string, unknown>>(visitor: Visitor, method: 'GET' | 'POST' | 'PATCH', path: string, data?: unknown, headers?: Record<string, string>) => Promise<T>;
  close: () => Promise<void>;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** The whole program on a new data directory and a free port, its pages as built, and a browser beside it (with more `flags`, as for a camera of its own). */
export const openSite = async (more: readonly string[] = []): Promise<Site> => {
  if (!existsSync(new URL('../../dist/web/index.html', import.meta.url))) throw new Error('The pages are not built: run "node scripts/prepare.mjs web"');
  const dataDirectory = await mkdtemp(join(tmpdir(), 'beffroi-e2e-'));
  const port = await freePort();
  // By its name: browsers know no passkey of a number.
  const address = `http://localhost:${port}`;
  const server = await startServer({ port, host: '127.0.0.1', dataDirectory, url: address }, { logger: pino({ level: 'silent' }) });
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath!, args: [...flags, ...more] });

  const visit: Site['visit'] = async ({ language = 'fr', ...options } = {}) => {
    const context = await browser.newContext({
      baseURL: address,
      locale: { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-GB' }[language],
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    countRequests(page);
    let found: string[] = [];
    page.on('pageerror', (error) => found.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) found.push(`${response.status()} ${response.url()}`);
    });
    return {
      context,
      page,
      faults: () => {
        const seen = found;
        found = [];
        return seen;
      },
    };
  };

  const call: Site['call'] = async <T>(visitor: Visitor, method: string, path: string, data?: unknown, headers: Record<string, string> = {}): Promise<T> => {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const answer: APIResponse = await visitor.context.request.fetch(`${address}/api/beffroi/v1${path}`, {
      method,
      headers: { 'X-Beffroi': '1', ...(data === undefined ? {} : { 'Content-Type': type }), ...headers },
      ...(data === undefined ? {} : { data: JSON.stringify(data) }),
    });
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
    return ((await answer.text()) === '' ? undefined : await answer.json()) as T;
  };

  return {
    address,
    setUpLink: server.setUpLink!,
    server,
    visit,
    call,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
};

/** Signs a visitor in without the form, as after their second factor. */
export const signIn = async (site: Site, visitor: Visitor, email: string): Promise<void> => {
  const { auth, db, now } = site.server.services;
  const account = await accountByEmail(db.kysely, email);
  if (!account) throw new Error(`Nobody has the address ${email}`);
  const { setCookie } = await auth.openSession({ accountId: account.id, proof: 'totp', now: now(), day: today({ now }) });
  const [name = '', value = ''] = setCookie.split(';')[0]!.split('=');
  await visitor.context.addCookies([{ name, value, url: site.address, httpOnly: true, sameSite: 'Strict' }]);
};

/** Enrols an application for whoever is signed in; its key. */
export const enrolApplication = async (site: Site, visitor: Visitor): Promise<string> => {
  const { challenge, key } = await site.call<{ challenge: string; key: string }>(visitor, 'POST', '/me/applicationRequests');
  await site.call(visitor, 'POST', '/me/factors', { name: 'Téléphone', challenge, code: codeOf(key, -30_000) });
  return key;
};

/** The code that an application shows, some milliseconds from now. */
export const codeOf = (key: string, off = 0): string => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + off });

/** Opens the first account through the set-up link's own call; the visitor is signed in. */
export const openFirstAccount = async (site: Site, visitor: Visitor, who = { name: 'Claire Delvaux', email: 'claire@example.be' }): Promise<void> => {
  await site.call(visitor, 'POST', '/setup', { token: site.setUpLink.split('#')[1], ...who, password, language: 'fr' });
  await signIn(site, visitor, who.email);
};

/** A centre with the example workbook entered; gives its id. */
export const enterExample = async (site: Site, visitor: Visitor, slug = 'valombre'): Promise<{ id: string; taskId: string }> => {
  const { id } = await site.call<{ id: string }>(visitor, 'POST', '/organizations', {
    slug,
    name: { fr: 'CPAS de Valombre' },
    documentLanguage: 'fr',
    municipality: 'Valombre',
    region: 'wallonia',
    as: 'adviser',
  });
  const taskId = await sendWorkbook(site, visitor, id, await readFile(example), false);
  return { id, taskId };
};

/** Sends a workbook and waits until it has been dealt with; gives the task. */
export const sendWorkbook = async (site: Site, visitor: Visitor, organizationId: string, buffer: Buffer, dryRun: boolean): Promise<string> => {
  const sent = await visitor.context.request.post(`${site.address}/api/beffroi/v1/organizations/${organizationId}/intakes?dryRun=${dryRun}`, {
    headers: { 'X-Beffroi': '1' },
    multipart: { file: { name: 'intake.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer } },
  });
  if (sent.status() !== 202) throw new Error(`The workbook was refused: ${await sent.text()}`);
  const taskId = sent.headers()['location']!.split('/').at(-1)!;
  await taskDone(site, visitor, organizationId, taskId);
  return taskId;
};

/** Gives a list of devices and waits until it was read, or entered; the id of the task. */
export const giveDevices = async (site: Site, visitor: Visitor, organizationId: string, text: string, write = false): Promise<string> => {
  const sent = await visitor.context.request.post(`${site.address}/api/beffroi/v1/organizations/${organizationId}/deviceImports?write=${write}`, {
    headers: { 'X-Beffroi': '1' },
    multipart: { file: { name: 'devices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) } },
  });
  if (sent.status() !== 202) throw new Error(`The list was refused: ${await sent.text()}`);
  const taskId = sent.headers()['location']!.split('/').at(-1)!;
  await taskDone(site, visitor, organizationId, taskId);
  return taskId;
};

/** Gives a list of accounts to a resource and waits until it was compared; the id of the run. */
export const giveList = async (site: Site, visitor: Visitor, organizationId: string, resourceId: string, buffer: Buffer, name = 'accounts.csv'): Promise<string> => {
  const sent = await visitor.context.request.post(`${site.address}/api/beffroi/v1/organizations/${organizationId}/accountLists/${resourceId}/compare`, {
    headers: { 'X-Beffroi': '1' },
    multipart: { file: { name, mimeType: 'text/csv', buffer } },
  });
  if (sent.status() !== 202) throw new Error(`The list was refused: ${await sent.text()}`);
  const taskId = sent.headers()['location']!.split('/').at(-1)!;
  await taskDone(site, visitor, organizationId, taskId);
  const { report } = await site.call<{ report: { reconciliationId: string } }>(visitor, 'GET', `/organizations/${organizationId}/tasks/${taskId}`);
  return report.reconciliationId;
};

/** Gives a document of the centre's own its file and records its approval by the management; the id of the version. */
export const approveOwn = async (site: Site, visitor: Visitor, organizationId: string, documentId: string, buffer: Buffer, decidedOn: string): Promise<string> => {
  const given = await visitor.context.request.post(`${site.address}/api/beffroi/v1/organizations/${organizationId}/ownDocuments/${documentId}/versions`, {
    headers: { 'X-Beffroi': '1' },
    multipart: { file: { name: 'document.pdf', mimeType: 'application/pdf', buffer } },
  });
  if (given.status() !== 201) throw new Error(`The file was refused: ${await given.text()}`);
  const { id, version } = (await given.json()) as { id: string; version: number };
  await site.call(visitor, 'POST', `/organizations/${organizationId}/ownVersions/${id}/approve`, { decidedOn, approver: 'management' }, { 'If-Match': `"${version}"` });
  return id;
};

/** Waits until a task has ended well. */
export const taskDone = async (site: Site, visitor: Visitor, organizationId: string, taskId: string): Promise<void> => {
  await vi.waitFor(
    async () => {
      // A task that left a result sends on to it, which has no state.
      const { state = 'done' } = await site.call<{ state?: string }>(visitor, 'GET', `/organizations/${organizationId}/tasks/${taskId}`);
      if (state !== 'done') throw new Error(`The task is ${state}`);
    },
    { timeout: 60_000, interval: 100 },
  );
};

/** Another account, with roles in a centre, or through a person of its register. */
export const addAccount = async (site: Site, organizationId: string, who: { name: string; email: string; roles: readonly CentreRole[]; personId?: string }): Promise<void> => {
  const { db, now } = site.server.services;
  const passwordHash = await hashPassword(password);
  await db.tx({ organizations: [installationId, organizationId], actor: { kind: 'setup' } }, async (tx) => {
    const account = await insertAccount(tx, { name: who.name, email: who.email, language: 'fr', passwordHash }, now());
    await insertLink(tx, { organizationId, accountId: account, roles: who.roles, start: '2020-01-01', ...(who.personId ? { personId: who.personId } : {}) });
  });
};

/** Opens an address and waits until the page stands. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await settled(page);
};

/** Goes to another address as a link within the application does, which costs a quarter of opening it. */
export const go = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await settled(page);
};

const underWay = new WeakMap<Page, Set<Request>>();

const countRequests = (page: Page): void => {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => {
    // That nobody has a form open any more is said as the page goes (keepalive): the browser does not tell how that ends.
    if (!request.url().endsWith('/editing') || !request.postData()?.includes('"done":true')) requests.add(request);
  });
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
};

/** Waits until the page stands: its heading is there, and what it asked for has come and been drawn. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await vi.waitFor(
    async () => {
      // Twice: an answer may make the page ask for more once it has been drawn.
      for (const time of ['first', 'second']) {
        const open = underWay.get(page)?.size ?? 0;
        if (open > 0) throw new Error(`${open} requests under way the ${time} time`);
        const stands = await page.evaluate(
          () => new Promise<boolean>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(document.querySelector('h1')?.checkVisibility() ?? false)))),
        );
        if (!stands) throw new Error('The page has gone blank');
      }
    },
    { timeout: 60_000, interval: 20 },
  );
};
