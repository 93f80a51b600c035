import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfFile } from '../document-files.ts';
import { addAccount, approveOwn, chromiumPath, enterExample, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('publishing', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    const { id } = await site.call<{ id: string }>(adviser, 'POST', `/organizations/${centre}/ownDocuments`, { title: 'Charte informatique', category: 'charter', language: 'fr', inPolicy: true });
    await approveOwn(site, adviser, centre, id, pdfFile(), '2026-01-20');
  });
  afterAll(() => site?.close());

  it('asks everybody to read an approved document; who confirms stands with the adviser as having read it in Beffroi', async () => {
    const { page } = adviser;
    await open(page, '/c/valombre/documents/publications/new');
    await page.getByText(/^\d+ destinataires aujourd’hui/).waitFor();
    await page.getByLabel('Mot d’accompagnement').fill('Merci de la lire.');
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
    await settled(page);
    await page.getByText(/^0 sur \d+ ont confirmé/).waitFor();
    const publication = page.url().split('/').at(-1)!;
    const { items } = await site.call<{ items: { id: string; personName: string }[] }>(adviser, 'GET', `/organizations/${centre}/publications/${publication}/recipients?pageSize=1`);
    const { id: personId, personName } = items[0]!;

    await addAccount(site, centre, { name: personName, email: 'lecteur@example.be', roles: ['staff'], personId });
    const reader = await site.visit();
    await signIn(site, reader, 'lecteur@example.be');
    await open(reader.page, '/c/valombre/today');
    await reader.page.getByRole('navigation').getByRole('link', { name: 'À lire', exact: true }).click();
    await reader.page.getByText('Merci de la lire.').waitFor();
    const [file] = await Promise.all([reader.page.waitForEvent('download'), reader.page.getByRole('link', { name: /^Ouvrir, PDF/ }).click()]);
    expect(await file.failure()).toBeNull();
    await reader.page.getByRole('button', { name: /Charte informatique/ }).click();
    await reader.page.getByText('Rien ne vous attend.').waitFor();
    expect(reader.faults()).toEqual([]);

    await page.reload();
    await page.getByText(/^1 sur \d+ ont confirmé/).waitFor();
    await page.getByRole('row', { name: new RegExp(`${personName}.*dans Beffroi`) }).waitFor();
    expect(adviser.faults()).toEqual([]);
  });
});
