import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { addAccount, chromiumPath, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true };

describe.skipIf(!chromiumPath)('a day at the reception', () => {
  let site: Site;
  let adviser: Visitor;
  let desk: Visitor;
  let centre: string;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    const make = async (path: string, data: object): Promise<string> => (await site.call<{ id: string }>(adviser, 'POST', path, data)).id;
    centre = await make('/organizations', { slug: 'valombre', name: { fr: 'CPAS de Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia', as: 'adviser' });
    const start = addDays(today(site.server.services), -3);
    const serviceId = await make(`/organizations/${centre}/services`, { name: 'Service social', kind: 'social' });
    const personId = await make(`/organizations/${centre}/people`, { firstName: 'Léa', lastName: 'Simon', kind: 'staff', phone: '081 99 88 77' });
    await make(`/organizations/${centre}/contracts`, { personId, serviceId, kind: 'permanent', function: 'assistante sociale', start, suspensions: [] });
    await addAccount(site, centre, { name: 'Rita Colson', email: 'rita@example.be', roles: ['reception'] });
    desk = await site.visit(tablet);
    await signIn(site, desk, 'rita@example.be');
  });
  afterAll(() => site?.close());

  it('a visitor says whom they come to see, reads the notice in Dutch, signs with a finger, and goes with one tap', async () => {
    const { page, faults } = desk;
    await open(page, '/c/valombre/premises/visitors');
    await page.getByText('aucun visiteur').waitFor();
    await page.getByRole('button', { name: 'Accueillir un visiteur' }).tap();
    await page.getByLabel('Nom et prénom').fill('Jan Peeters');
    await page.getByLabel('Firme').fill('Printlab');
    // By a few letters, and nothing but the name and the service.
    const host = page.getByRole('combobox', { name: 'Vient voir' });
    await host.fill('simo');
    const found = page.getByRole('option', { name: /Léa Simon/ });
    await found.waitFor();
    expect(await found.textContent()).toContain('Service social');
    await found.tap();
    await page.getByLabel('Badge').fill('7');
    await page.getByRole('button', { name: 'Faire lire l’avis' }).tap();
    await page.getByRole('button', { name: 'néerlandais' }).tap();
    await page.getByRole('heading', { name: 'Welkom' }).waitFor();
    await page.getByText('blijft vertrouwelijk').waitFor();
    const enter = page.getByRole('button', { name: 'Entrée', exact: true });
    expect(await enter.isDisabled()).toBe(true);
    const pad = page.locator('.signature-pad');
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 60);
    await page.mouse.down();
    for (const [x, y] of [
      [90, 30],
      [140, 90],
      [220, 40],
    ] as const)
      await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
    await page.mouse.up();
    await enter.tap();
    await page.getByText('1 visiteur').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);

    // The badge is with one visitor; the form keeps what was typed.
    await page.getByRole('button', { name: 'Accueillir un visiteur' }).tap();
    await page.getByLabel('Nom et prénom').fill('Inès Roland');
    await page.getByLabel('Ou un service, une réunion').fill('Réunion du comité');
    await page.getByLabel('Badge').fill('7');
    await page.getByRole('button', { name: 'Faire lire l’avis' }).tap();
    await page.getByText('Ce badge est déjà chez un autre visiteur').waitFor();
    expect(await page.getByLabel('Nom et prénom').inputValue()).toBe('Inès Roland');
    await page.getByRole('button', { name: 'Annuler' }).tap();

    await page.getByRole('button', { name: 'Sortie Jan Peeters' }).tap();
    await page.getByText('aucun visiteur').waitFor();
    await page.getByRole('heading', { name: 'Repartis aujourd’hui' }).waitFor();
    expect(faults()).toEqual([]);
  });

  it('one who never left stands there the next morning, and is a duty until somebody says what became of them', async () => {
    const { page, faults } = desk;
    await site.call(desk, 'POST', `/organizations/${centre}/visitors`, { name: 'Hugo Lefort', host: 'Travaux', badge: '3' });
    // The night passes.
    await site.server.services.db.tx({ organizations: [centre], actor: { kind: 'job' } }, (tx) =>
      tx
        .updateTable('visitor')
        .set({ arrivedAt: new Date(Date.now() - 86_400_000) })
        .where('organizationId', '=', centre)
        .where('name', '=', 'Hugo Lefort')
        .execute(),
    );
    await open(page, '/c/valombre/today');
    await page.getByText('Un visiteur n’est jamais sorti').first().waitFor();
    await open(page, '/c/valombre/premises/visitors');
    await page.getByText('jamais noté sorti').waitFor();
    await page.getByRole('button', { name: /Hugo Lefort/ }).tap();
    await page.getByText('aucun visiteur').waitFor();
    await page.getByRole('link', { name: 'Ouvrir le registre des visites' }).tap();
    await page.getByText('Hugo Lefort').first().waitFor();
    await settled(page);
    expect(faults()).toEqual([]);
  });

  it('and sees nothing else: neither zones, keys nor people', async () => {
    const { page } = desk;
    await open(page, '/c/valombre/premises/visitors');
    const places = await page.getByRole('navigation').first().getByRole('link').allTextContents();
    expect(places.join(' ')).not.toMatch(/Locaux|Personnes|Inventaires|Clés|Interventions/);
    for (const path of ['zones', 'premisesKeys', 'passages', 'people', 'emergencySheets', 'visitors/export']) {
      const answer = await desk.context.request.get(`${site.address}/api/beffroi/v1/organizations/${centre}/${path}`);
      expect([path, answer.status()]).toEqual([path, 403]);
    }
    desk.faults();
  });
});
