import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { program } from '../test/tools.ts';
import { type Figures, round } from './measure.ts';
import { fillCentres, fillPeople } from './rows.ts';
import { type Bench, openBench } from './server.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** A slow mobile connection, as the tools of browsers have it. */
const slow = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

type Visit = { seconds: number; scriptKilobytes: number; allKilobytes: number; requests: number; encodings: string[] };

/** Opens the list of people with nothing in the cache, on the slow connection, and counts what comes until its rows stand there. */
const visit = async (page: Page, address: string): Promise<Visit> => {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await tools.send('Network.emulateNetworkConditions', slow);
  const scripts = new Set<string>();
  const encodings = new Set<string>();
  const bytes = { script: 0, all: 0, requests: 0 };
  tools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type !== 'Script') return;
    scripts.add(requestId);
    encodings.add(response.headers['content-encoding'] ?? 'none');
  });
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.requests += 1;
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.script += encodedDataLength;
  });
  const begun = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('row').nth(10).waitFor();
  const seconds = (performance.now() - begun) / 1000;
  await tools.detach();
  return { seconds, scriptKilobytes: round(bytes.script / 1024), allKilobytes: round(bytes.all / 1024), requests: bytes.requests, encodings: [...encodings] };
};

const open = async (bench: Bench): Promise<Figures> => {
  const browser = await chromium.launch({ executablePath: program('chromium')!, args: flags });
  try {
    const visits: Visit[] = [];
    for (let n = 0; n < 3; n += 1) {
      const context = await browser.newContext({ locale: 'fr-BE', viewport: { width: 1440, height: 900 } });
      const [name = '', value = ''] = bench.account.cookie.split('=');
      await context.addCookies([{ name, value, url: bench.address }]);
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      visits.push(await visit(page, `${bench.address}/c/centre-1/people`));
      await context.close();
    }
    const { seconds, ...rest } = visits.toSorted((a, b) => a.seconds - b.seconds)[1]!;
    return { ...rest, encodings: rest.encodings.join(' '), secondsToRows: round(seconds, 2) };
  } finally {
    await browser.close();
  }
};

/** The list of people of a centre, signed in, on 1.6 Mbit/s with 150 ms of delay and an empty cache: what is loaded, and when the rows are there. */
export const measurePages = async (directory: string): Promise<Figures> => {
  if (!program('chromium')) return { missing: 'no Chromium' };
  if (!existsSync(new URL('../dist/web/index.html', import.meta.url))) return { missing: 'the pages are not built' };
  // Plain http: a browser takes a cookie meant for https at an https address only.
  const bench = await openBench(directory, { plain: true });
  try {
    await fillCentres(bench!);
    await fillPeople(bench!, 0, 565 * 180);
    return await open(bench!);
  } finally {
    await bench!.close();
  }
};
