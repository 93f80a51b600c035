import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { chromiumPath, open, openFirstAccount, openSite, type Site, type Visitor } from './browser.ts';

const centres = 12;

describe.skipIf(!chromiumPath)('the Monday of an adviser of twelve centres', () => {
  let site: Site;
  let visitor: Visitor;
  let day: string;
  /** A centre whose clocks have run for a year, and somebody who leaves it that many days from today. */
  const addCentre = async (number: number, leaves?: number): Promise<void> => {
    const { id } = await site.call<{ id: string }>(visitor, 'POST', '/organizations', {
      slug: `centre-${number}`,
      name: { fr: `CPAS de Bourg-${number}` },
      documentLanguage: 'fr',
      municipality: `Bourg-${number}`,
      region: 'wallonia',
      as: 'adviser',
    });
    const { db } = site.server.services;
    await db.tx({ organizations: [id], actor: { kind: 'setup' } }, (tx) =>
      tx
        .updateTable('organization')
        .set({ followedSince: addDays(day, -10) })
        .where('id', '=', id)
        .execute(),
    );
    if (leaves === undefined) return;
    const person = await site.call<{ id: string }>(visitor, 'POST', `/organizations/${id}/people`, { lastName: 'Maréchal', firstName: `Sophie ${number}`, kind: 'staff' });
    const end = addDays(day, leaves);
    await site.call(visitor, 'POST', `/organizations/${id}/contracts`, { personId: person.id, kind: 'permanent', function: 'agente', start: addDays(end, -900), end });
    await site.call(visitor, 'POST', `/organizations/${id}/declarations`, { personId: person.id, variant: 'staff', signedOn: addDays(end, -900) });
  };

  beforeAll(async () => {
    site = await openSite();
    visitor = await site.visit();
    day = today(site.server.services);
    await openFirstAccount(site, visitor);
    for (let number = 1; number <= centres; number += 1) await addCentre(number, { 3: -4, 7: 1 }[number]);
  });
  afterAll(() => site?.close());

  it('shows what presses over all of them, leads to where it is done, and has it disappear', async () => {
    const { page, faults } = visitor;
    await open(page, '/');
    const main = page.getByRole('main');
    await main.getByText('Dans vos 12 centres, 1 échéance est dépassée').waitFor();
    expect(
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /^Aujourd’hui/ })
        .innerText(),
    ).toContain('1 en retard');
    const overdue = main.getByRole('region', { name: /^Dépassé/ }).getByRole('listitem');
    expect(await overdue.count()).toBe(1);
    expect(await overdue.innerText()).toMatch(/Fermer les comptes.*Sophie 3 Maréchal[\s\S]*Bourg-3 · dernier jour le .*24 heures après la fin du contrat/);

    // Why, with the keyboard alone; and away again.
    const rule = overdue.getByRole('button', { name: '24 heures après la fin du contrat' });
    await rule.focus();
    await overdue.getByRole('tooltip').getByText('modèle de mesures de sécurité RGPD, point 2.8').waitFor();
    await page.keyboard.press('Escape');
    await overdue.getByRole('tooltip').waitFor({ state: 'hidden' });

    await overdue.getByRole('link', { name: /^Consigner la fermeture/ }).click();
    await page.waitForURL(/\/c\/centre-3\/people\/contracts\/[0-9a-f-]{36}$/);
    await page.getByLabel('Comptes fermés le').fill(day);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: 'Beffroi' }).first().click();
    await main.getByText('Dans vos 12 centres, rien n’est dépassé').waitFor();
    await expect.poll(() => overdue.count()).toBe(0);
    // The other one stands, and what others have to do stays with them.
    expect(await main.getByRole('region', { name: /^Dans les sept jours/ }).innerText()).toContain('Sophie 7 Maréchal');
    expect(await main.getByRole('region', { name: /^Attend quelqu’un d’autre/ }).innerText()).toContain('Désigner un directeur général');
    expect(faults()).toEqual([]);
  });
});
