import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, enterExample, open, openFirstAccount, openSite, password, settled, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('giving access', () => {
  let site: Site;
  let adviser: Visitor;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    await enterExample(site, adviser);
  });
  afterAll(() => site?.close());

  it('without a mail server, the link of an invitation is handed over, opens an account in the centre, and is good once', async () => {
    const { page } = adviser;
    await open(page, '/c/valombre/members');
    await page.getByRole('link', { name: 'Donner accès', exact: true }).first().click();
    await page.getByText('Aucun serveur de courriel n’est réglé').waitFor();
    await page.getByLabel('Adresse électronique').fill('odile.lambin@example.be');
    await page.getByLabel('chef de service').check();
    await page.getByRole('button', { name: 'Inviter', exact: true }).click();
    const link = await page.getByLabel('Lien à transmettre').inputValue();
    await page.getByRole('link', { name: 'Voir les accès' }).click();
    await page.getByRole('region', { name: 'Invitations en attente' }).getByText('odile.lambin@example.be').first().waitFor();

    const invited = await site.visit();
    await open(invited.page, link);
    expect(await invited.page.getByRole('heading', { level: 1 }).innerText()).toContain('CPAS de Valombre');
    await invited.page.getByLabel('Prénom et nom').fill('Odile Lambin');
    await invited.page.getByLabel('Nouveau mot de passe').fill(password);
    await invited.page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
    await invited.page.waitForURL('**/c/valombre/today');
    await settled(invited.page);
    await invited.page.getByRole('link', { name: 'Personnes', exact: true }).waitFor();
    expect(invited.faults()).toEqual([]);

    const late = await site.visit();
    await open(late.page, link);
    await late.page.getByRole('heading', { name: 'Ce lien n’est plus bon' }).waitFor();
    await late.page.getByText('Demandez une nouvelle invitation').waitFor();
    expect(late.faults()).toEqual([]);

    await open(page, '/c/valombre/members');
    await page.getByRole('row', { name: /Odile Lambin.*chef de service/ }).waitFor();
    expect(await page.getByText('Invitations en attente').count()).toBe(0);
    expect(adviser.faults()).toEqual([]);
  });
});
