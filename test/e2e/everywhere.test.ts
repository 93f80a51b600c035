import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, enterExample, open, openFirstAccount, openSite, settled, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('what every page has', () => {
  let site: Site;
  let adviser: Visitor;
  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    await enterExample(site, adviser);
  });
  afterAll(() => site?.close());

  it('a search by keyboard that opens a person, names nobody in an address or on the device, and refuses a national number', async () => {
    const { page } = adviser;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, '/c/valombre/documents');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.fill('a');
    const all = page.getByRole('option', { name: /^Voir les \d+ personnes$/ });
    await all.waitFor();
    const [first] = await page
      .getByRole('group', { name: /^Personnes/ })
      .getByRole('option')
      .allInnerTexts();
    const lastName = first!.split(/\s/)[0]!;
    await field.fill(lastName.toLowerCase());
    await page
      .getByRole('option', { name: new RegExp(`^${lastName}`) })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await settled(page);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain(lastName);
    expect(asked.filter((address) => decodeURIComponent(address).toLowerCase().includes(lastName.toLowerCase()))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(lastName);

    await page.keyboard.press('Control+k');
    const sent = asked.length;
    await field.fill('85.07.30-033.28');
    await page
      .getByRole('dialog')
      .getByText(/numéro national/)
      .waitFor();
    expect(asked.slice(sent).filter((address) => address.endsWith('/search'))).toEqual([]);
    await field.fill('a');
    await all.click();
    await page.waitForURL(/\/c\/valombre\/people$/);
    expect(await page.getByLabel(/^Nom ou courriel/).inputValue()).toBe('a');
    expect(adviser.faults()).toEqual([]);
  });

  it('a help that F1 opens beside the work, follows the page, and gives the focus back', async () => {
    const { page } = adviser;
    await open(page, '/c/valombre/people');
    await page.keyboard.press('F1');
    const panel = page.getByRole('complementary', { name: 'Aide' });
    await panel.getByRole('heading', { name: 'Pourquoi' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Personnes');
    await page.getByRole('link', { name: 'Mandats', exact: true }).click();
    await panel.getByRole('heading', { name: 'Mandats' }).waitFor();
    await panel.getByRole('button', { name: 'Fermer l’aide' }).focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Aide/);
    expect(adviser.faults()).toEqual([]);
  });
});
