import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, codeOf, enrolApplication, enterExample, openFirstAccount, openSite, password, settled, signIn, type Site } from './browser.ts';

type Focus = { role: string; name: string; ring: boolean };

/** What holds the focus: its tag, its words, and whether one sees that it does. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.innerText).join(' ');
    const style = getComputedStyle(element);
    return {
      role: element.tagName.toLowerCase(),
      name: (element.getAttribute('aria-label') ?? (labels || element.innerText || '')).trim(),
      ring: style.boxShadow !== 'none' || style.outlineStyle !== 'none',
    };
  });

/** Goes on with Tab (or back with Shift+Tab) until something of that name has the focus, which must be seen at every step. */
const tabTo = async (page: Page, name: RegExp, role?: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const passed: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key);
    const here = await focus(page);
    if (here.role !== 'body') expect(here.ring, `the focus on "${here.name}" cannot be seen`).toBe(true);
    if (name.test(here.name) && (!role || here.role === role)) return;
    passed.push(`${here.role} ${here.name.split('\n')[0]}`);
  }
  throw new Error(`${key} never came to ${String(name)}; it passed ${passed.join(' | ')}`);
};

describe.skipIf(!chromiumPath)('the main steps by keyboard only', () => {
  let site: Site;
  let key: string;
  beforeAll(async () => {
    site = await openSite();
    const adviser = await site.visit();
    await openFirstAccount(site, adviser);
    await enterExample(site, adviser);
    key = await enrolApplication(site, adviser);
  });
  afterAll(() => site?.close());

  it('signs in, opens a person, saves a change', async () => {
    const { page, faults } = await site.visit();
    // The last use of anything but keys.
    await page.goto('/');
    await settled(page);

    await tabTo(page, /^Adresse/);
    await page.keyboard.type('claire@example.be');
    await tabTo(page, /^Mot de passe/);
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Code à six chiffres').waitFor();
    await tabTo(page, /^Code à six chiffres/);
    await page.keyboard.type(codeOf(key));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await settled(page);

    await tabTo(page, /^Mes centres$/, 'a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/centres');
    await settled(page);
    await tabTo(page, /CPAS de Valombre/, 'a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/c/valombre/**');
    await settled(page);

    // The focus stands at the heading: the rooms are before it.
    await tabTo(page, /^Personnes$/, 'a', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/c/valombre/people');
    const list = page.getByRole('table', { name: 'Personnes' });
    await list.waitFor();
    expect((await focus(page)).role, 'after navigation the focus stands at the heading').toBe('h1');

    const first = list.getByRole('rowheader').first().getByRole('link');
    const name = (await first.innerText()).trim();
    await tabTo(page, new RegExp(`^${name}`), 'a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await settled(page);

    await tabTo(page, /^Téléphone/, 'input');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('087 12 34 56');
    await tabTo(page, /^Enregistrer$/, 'button');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /Enregistré/ })
      .first()
      .waitFor();

    await page.reload();
    await settled(page);
    expect(await page.getByLabel(/^Téléphone/).inputValue()).toBe('087 12 34 56');
    expect(faults()).toEqual([]);
  });

  it('offers to skip the navigation, and opens and closes its menus with keys', async () => {
    const visitor = await site.visit();
    await signIn(site, visitor, 'claire@example.be');
    const { page } = visitor;
    await page.goto('/c/valombre/people');
    await settled(page);
    await page.keyboard.press('Tab');
    expect((await focus(page)).name).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

    await page.getByRole('button', { name: 'Langue FR' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    // Keys are pressed once the one before has arrived, as a person would.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);
    await expect.poll(focused).not.toBe('BUTTON');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('menuitemradio');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('BUTTON');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('de');
  });
});
