import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { chromiumPath, enterExample, open, openFirstAccount, openSite, settled, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('a restore that misses what was decided', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    const add = (plural: string, body: object) => site.call<{ id: string }>(adviser, 'POST', `/organizations/${centre}/${plural}`, body);
    await add('backupPlans', {
      name: 'Serveur de paie',
      kind: 'server',
      what: 'Tout',
      method: 'full',
      weekdays: [1, 2, 3, 4, 5],
      times: ['22:00'],
      place: 'NAS',
      offSite: 'Maison communale',
      encrypted: true,
    });
  });
  afterAll(() => site?.close());

  it('is noted, read as a sentence and a picture, and becomes an action of the plan in one click', async () => {
    const { page, faults } = adviser;
    const day = today(site.server.services);
    await open(page, '/c/valombre/continuity/restores');
    await page.getByText('Personne n’a encore décidé').waitFor();
    await page.getByRole('button', { name: 'Noter une décision' }).click();
    await page.getByLabel('Décidé le').fill(addDays(day, -30));
    await page.getByLabel('Référence').fill('Point 12');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/le conseil a fixé la reprise à 24 h et la perte admise à 24 h, le .* \(Point 12\)/).waitFor();
    await page.getByRole('link', { name: 'Noter un essai' }).first().click();
    await page.getByLabel('Sauvegarde', { exact: true }).selectOption({ label: 'Serveur de paie' });
    await page.getByLabel('Ce qui a été restauré').fill('Le serveur entier');
    await page.getByLabel('Durée (minutes)').fill('1730');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('La restauration a pris 28 h 50, au-delà des 24 h décidées.').waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'En faire une action du plan' }).click();
    await page.getByRole('link', { name: /^Tenir l’objectif de reprise\s*: Serveur de paie$/ }).waitFor();
    expect(await page.getByRole('button', { name: 'En faire une action du plan' }).count()).toBe(0);
    const actions = await site.call<{ items: { title: string; priority: string }[] }>(adviser, 'GET', `/organizations/${centre}/planActions?originKind=continuity`);
    expect(actions.items).toMatchObject([{ priority: 'high' }]);
    // The recurring check was not good, and says what is to be done.
    await page.getByRole('link', { name: new RegExp(`^${day.slice(0, 4)}/\\d`) }).click();
    await page.getByText('Réduire la durée de la restauration\u202f: elle a pris 28 h 50, au-delà des 24 h décidées.').waitFor();
    await open(page, '/c/valombre/continuity/restores');
    await page.getByRole('img', { name: /Durée des essais, face à l’objectif de 24 h.*28 h 50/ }).waitFor();
    expect(faults()).toEqual([]);
  });
});
