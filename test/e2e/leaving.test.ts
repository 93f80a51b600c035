import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { chromiumPath, open, openFirstAccount, enterExample, openSite, settled, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('someone leaves', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;
  let leaver: string;

  const named = (verb: string, what: string): RegExp => new RegExp(`^${verb}\\s*, ${what}`);

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    const add = (plural: string, body: object) => site.call<{ id: string }>(adviser, 'POST', `/organizations/${centre}/${plural}`, body);
    leaver = (await add('people', { lastName: 'Renard', firstName: 'Amélie', kind: 'staff' })).id;
    await add('people', { lastName: 'Vasseur', firstName: 'Hector', kind: 'staff' });
    await add('contracts', { personId: leaver, kind: 'permanent', function: 'Assistante sociale', start: '2020-01-06' });
    const supplierId = (await add('suppliers', { name: 'Sociatech', kind: 'software' })).id;
    const software = (await add('resources', { name: 'Dossiers du premier accueil', kind: 'application', levels: ['read', 'write'], supplierId })).id;
    await add('accessGrants', { personId: leaver, resourceId: software, level: 'write', account: 'arenard', start: '2020-01-06', reason: 'Dossiers' });
  });
  afterAll(() => site?.close());

  it('from one date to the certificate: the steps, the letter, who receives what is left, and nothing open', async () => {
    const { page, faults } = adviser;
    await open(page, `/c/valombre/movements/new?personId=${leaver}`);
    await page.getByLabel('Dernier jour').fill(addDays(today(site.server.services), 3));
    await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
    await page.getByRole('heading', { level: 1, name: 'Départ · Amélie Renard' }).waitFor();
    await settled(page);
    await page.getByText('Retirer l’accès : Dossiers du premier accueil (écriture)', { exact: true }).waitFor();
    const [letter] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: named('PDF', 'Sociatech') }).click()]);
    expect(letter.suggestedFilename()).toBe('valombre-fermeture-acces.pdf');
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const read = () => site.call<{ open: number; allSteps: { state: string; kind: string }[] }>(adviser, 'GET', `/organizations/${centre}/movements/${id}`);
    const open1 = (await read()).open;
    // Whoever decides names who receives the documents, then the mailbox.
    for (const title of ['Décider qui reçoit les documents, et les transmettre', 'Désigner qui reprend la messagerie']) {
      await page.getByRole('button', { name: named('Qui reçoit', title) }).click();
      await page.getByRole('combobox', { name: 'Qui reçoit' }).fill('vass');
      await page.getByRole('option', { name: /Hector Vasseur/ }).click();
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('button', { name: named('Rouvrir', title) }).waitFor();
    }
    // One does not apply, and says why.
    await page.getByRole('button', { name: named('Autrement', 'Reprendre les appareils') }).click();
    await page.getByLabel('C’est sans objet').check();
    await page.getByLabel('Pourquoi c’est sans objet').fill('Elle n’en avait pas');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('sans objet : Elle n’en avait pas').waitFor();
    // The rest is done with one click each, those that waited when their turn has come.
    for (let left = open1 - 3; left > 0; left -= 1) {
      await page
        .getByRole('button', { name: /^Fait\s*, / })
        .first()
        .click();
      await page
        .getByText(left === 1 ? 'Tout est fait : le dossier peut être clôturé.' : left === 2 ? 'Il reste 1 étape avant la clôture.' : `Il reste ${left - 1} étapes avant la clôture.`)
        .waitFor();
    }
    await page.getByRole('button', { name: 'Clôturer et délivrer l’attestation' }).click();
    await page.getByRole('heading', { name: /^Attestation n° \d{4}-01$/ }).waitFor();
    const [certificate] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF', exact: true }).first().click()]);
    expect(certificate.suggestedFilename()).toMatch(/^valombre-attestation-\d{4}-01\.pdf$/);
    const rights = await site.call<{ items: { endedBecause?: string }[] }>(adviser, 'GET', `/organizations/${centre}/accessGrants?personId=${leaver}`);
    expect(rights.items.every(({ endedBecause }) => endedBecause === 'departure')).toBe(true);
    expect(faults()).toEqual([]);
  });
});
