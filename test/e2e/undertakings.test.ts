import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { addAccount, chromiumPath, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!chromiumPath)('undertakings are signed', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;
  const people: Record<string, string> = {};

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    const make = async (path: string, data: object): Promise<string> => (await site.call<{ id: string }>(adviser, 'POST', path, data)).id;
    const first = { slug: 'valombre', name: { fr: 'CPAS de Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia', as: 'adviser' };
    centre = await make('/organizations', first);
    const start = addDays(today(site.server.services), -3);
    for (const [name, kind] of [
      ['Nadia', 'staff'],
      ['Omar', 'trainee'],
    ] as const) {
      people[name] = await make(`/organizations/${centre}/people`, { firstName: name, lastName: 'Fontaine', kind });
      await make(`/organizations/${centre}/contracts`, { personId: people[name], kind: 'permanent', function: 'assistante sociale', start, suspensions: [] });
    }
    await addAccount(site, centre, { name: 'Nadia Fontaine', email: 'nadia@example.be', roles: ['staff'], personId: people['Nadia']! });
  });
  afterAll(() => site?.close());

  it('by a new social worker, on a telephone: read, agreed to, signed, and there to look at again', async () => {
    const nadia = await site.visit(phone);
    const { page } = nadia;
    await signIn(site, nadia, 'nadia@example.be');
    await open(page, '/c/valombre/declarations/own');
    await page.getByText('Votre engagement était attendu').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // In another language it is another text, and the same gesture.
    await page.getByRole('button', { name: 'néerlandais' }).tap();
    await page.getByText('Wat vertrouwelijk is').waitFor();
    await page.getByRole('button', { name: 'français' }).tap();
    await page.getByText('Ce qui est confidentiel').waitFor();
    await page.getByRole('button', { name: 'Signer', exact: true }).tap();
    expect(await page.getByRole('alert').textContent()).toContain('Cochez la case');
    await page.getByLabel('J’ai lu ce texte').tap();
    await page.getByRole('button', { name: 'Signer', exact: true }).tap();
    await page.getByText('Votre engagement est signé et gardé au registre').waitFor();
    await settled(page);
    expect(await page.getByRole('link', { name: /^Document signé/ }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Signer', exact: true }).count()).toBe(0);
    expect(nadia.faults()).toEqual([]);
    const { items } = await site.call<{ items: { how: string; name: string }[] }>(adviser, 'GET', `/organizations/${centre}/declarations`);
    expect(items).toMatchObject([{ how: 'session', name: 'Nadia Fontaine' }]);
  });

  it('by a trainee, with a finger on the screen that reception hands over, and by nobody else', async () => {
    const { page } = adviser;
    await open(page, `/c/valombre/declarations/sign/${people['Omar']}`);
    await page.getByRole('button', { name: 'Préparer la page à signer' }).click();
    const address = await page.getByRole('link', { name: 'Ouvrir sur cet appareil' }).getAttribute('href');
    const omar = await site.visit(phone);
    await open(omar.page, address!);
    await omar.page.getByText('Omar Fontaine, CPAS de Valombre vous demande').waitFor();
    expect(await omar.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // The same address on another device says why it does not open there; on this one, the page may be loaded again.
    const stranger = await site.visit(phone);
    await open(stranger.page, address!);
    await stranger.page.getByText('Cette adresse est ouverte sur un autre appareil').waitFor();
    await omar.page.reload();
    await settled(omar.page);
    await omar.page.getByLabel('J’ai lu ce texte').tap();
    await omar.page.getByRole('button', { name: 'Signer', exact: true }).tap();
    expect(await omar.page.getByRole('alert').textContent()).toContain('Dessinez votre signature');
    const pad = omar.page.locator('.signature-pad');
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    await omar.page.mouse.move(box.x + 40, box.y + 60);
    await omar.page.mouse.down();
    for (const [x, y] of [
      [90, 30],
      [140, 90],
      [220, 40],
    ] as const)
      await omar.page.mouse.move(box.x + x, box.y + y, { steps: 4 });
    await omar.page.mouse.up();
    await omar.page.getByRole('button', { name: 'Signer', exact: true }).tap();
    await omar.page.getByRole('heading', { name: 'C’est signé' }).waitFor();
    expect(omar.faults()).toEqual([]);
    // The tablet goes on to the next: another address in the same tab shows nothing of the one before.
    await omar.page.evaluate(() => (window.location.hash = 'x'.repeat(32)));
    await omar.page.getByText('Cette adresse n’ouvre rien').waitFor();
    omar.faults();
    await open(stranger.page, address!);
    await stranger.page.reload();
    await stranger.page.getByText('Cette adresse a déjà servi').waitFor();
    await open(page, '/c/valombre/declarations');
    await page.getByText('Les 2 personnes liées au centre ont signé.').waitFor();
  });
});
