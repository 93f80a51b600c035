import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/kernel/language.ts';
import { chromiumPath, go, open, openFirstAccount, openSite, settled, type Site, type Visitor } from './browser.ts';
import { type Issuer, startIssuer } from '../issuer.ts';
import { looks } from './looks.ts';
import { type Made, makeLookedAt } from './looked-at.ts';

const table = readFileSync(new URL('../../src/web/routes.tsx', import.meta.url), 'utf8');
/** Every address of the table of contents: those outside the shell, over all centres, and of a centre. */
const outside = [...table.matchAll(/getParentRoute: \(\) => root, path: '([^']+)'/g)].map((found) => found[1]!);
const routes = [...outside, ...[...table.matchAll(/\bpage\('([^']+)'/g)].map((found) => found[1]!), ...[...table.matchAll(/\binCentre\('([^']+)'/g)].map((found) => `/c/$centre/${found[1]!}`)];

type Violation = { rule: string; where: string; why: string };

/** Browsers that stand ready, each for one page at a time. */
const pool = (visitors: () => readonly Visitor[]) => {
  const free: Visitor[] = [];
  const waiting: ((visitor: Visitor) => void)[] = [];
  let begun = false;
  return {
    take: (): Promise<Visitor> => {
      if (!begun) free.push(...visitors());
      begun = true;
      const visitor = free.pop();
      return visitor ? Promise.resolve(visitor) : new Promise((resolve) => waiting.push(resolve));
    },
    give: (visitor: Visitor): void => {
      const next = waiting.shift();
      if (next) next(visitor);
      else free.push(visitor);
    },
  };
};

/** What axe finds on the page as it stands. */
const violations = async (page: Page): Promise<Violation[]> => {
  // The page's policy bars added scripts; evaluation by the debugger passes beside it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const runOnly = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, where: String(node.target), why: node.failureSummary ?? '' })));
  });
};

/** Words that are a key of the texts instead of a text, or that were not filled in. */
const missingTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
    const isKey = (text: string) =>
      (/^(?:[a-z]+:)?[a-z][A-Za-z]*(?:\.[a-z][A-Za-z0-9_]*)+$/.test(text) && !/\.(?:xlsx|csv|pdf|docx|zip|be|example)$/.test(text)) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(text);
    return texts.map((text) => text.trim()).filter((text) => isKey(text) || text.includes('{{') || text.includes('returned an object'));
  });

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
      .slice(0, 5);
  });

describe.skipIf(!chromiumPath)('every page is fit for everybody: axe in light and dark, wide and narrow, in four languages', () => {
  let site: Site;
  let adviser: Visitor;
  let stranger: Visitor;
  let second: Visitor;
  let made: Made;
  let issuer: Issuer;
  const advisers = pool(() => [adviser, second]);
  const strangers = pool(() => [stranger]);

  beforeAll(async () => {
    [site, issuer] = await Promise.all([openSite(), startIssuer()]);
    adviser = await site.visit();
    stranger = await site.visit();
    await openFirstAccount(site, adviser);
    made = await makeLookedAt(site, { adviser, stranger, issuer });
    second = await site.visit({ storageState: await adviser.context.storageState() });
  });
  afterAll(() => Promise.all([site?.close(), issuer?.close()]));

  it('is in the list of this test, and the list names no other', () => {
    expect(Object.keys(looks).toSorted()).toEqual(routes.toSorted());
  });

  const wide = { width: 1440, height: 900 };
  const narrow = { width: 390, height: 844 };
  /** Chooses a language in the menu: the page stays. Within the page in one go, for there are a thousand of these; a person's own way is tried elsewhere. */
  const choose = async (page: Page, language: Language): Promise<void> => {
    await page.evaluate(
      async ({ wanted, known }) => {
        const here = async <T>(what: () => T | null | undefined): Promise<T> => {
          const until = performance.now() + 20_000;
          for (let found = what(); ; found = what()) {
            if (found) return found;
            if (performance.now() > until) throw new Error(`No ${what.toString()}`);
            await new Promise(requestAnimationFrame);
          }
        };
        const button = () => [...document.querySelectorAll<HTMLElement>('button.top-item')].find((one) => known.some((language) => one.textContent?.endsWith(language.toUpperCase())));
        (await here(button)).click();
        (await here(() => document.querySelector<HTMLElement>(`[role=menuitemradio][lang=${wanted}]`))).click();
        await here(() => document.documentElement.lang === wanted);
      },
      { wanted: language, known: languages },
    );
    await settled(page);
  };
  /** The page as it stands, wide; leaves it narrow. */
  const look = async (page: Page): Promise<Record<string, string[]>> => {
    const atOnce = await sideways(page);
    await page.setViewportSize(narrow);
    return { texts: await missingTexts(page), 'sideways wide': atOnce, 'sideways narrow': await sideways(page) };
  };

  it.concurrent.each(routes)('%s', async (route) => {
    const visitor = await (outside.includes(route) ? strangers : advisers).take();
    try {
      await lookAtAll(route, visitor);
    } finally {
      (outside.includes(route) ? strangers : advisers).give(visitor);
    }
  });

  const lookAtAll = async (route: string, { page, faults }: Visitor): Promise<void> => {
    for (const [index, address] of (looks[route]?.(made) ?? []).entries()) {
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: 'light' });
      await (outside.includes(route) || page.url() === 'about:blank' ? open(page, address) : go(page, address));
      const found: Record<string, unknown> = { address };
      // Every colour of the page has one value in light and one in dark, whatever the width.
      found['wide and light'] = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize(narrow);
      // A page that is another one when narrow is drawn anew.
      await settled(page);
      found['narrow and dark'] = await violations(page);
      // The other states of a page say it in the same words.
      for (const language of index === 0 ? languages : (['fr'] as const)) {
        await page.setViewportSize(wide);
        // The page stands in French already.
        if (language !== 'fr') await choose(page, language);
        for (const [what, where] of Object.entries(await look(page))) found[`${language} ${what}`] = where;
      }
      await page.setViewportSize(wide);
      if (index === 0) await choose(page, 'fr');
      found['faults'] = faults();
      const faulty = Object.entries(found).filter(([name, value]) => name === 'address' || (value as unknown[]).length > 0);
      expect(Object.fromEntries(faulty)).toEqual({ address });
    }
  };
});
