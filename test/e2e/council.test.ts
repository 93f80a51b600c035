import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { pdfPages } from '../../src/documents/pdf-merge.ts';
import { pdfFile } from '../document-files.ts';
import { addAccount, chromiumPath, enterExample, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('Tuesday’s council', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;
  let day: string;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    day = today(site.server.services);
    const { id } = await site.call<{ id: string }>(adviser, 'POST', `/organizations/${centre}/ownDocuments`, { title: 'Charte informatique', category: 'charter', language: 'fr' });
    const given = await adviser.context.request.post(`${site.address}/api/beffroi/v1/organizations/${centre}/ownDocuments/${id}/versions`, {
      headers: { 'X-Beffroi': '1' },
      multipart: { file: { name: 'charte.pdf', mimeType: 'application/pdf', buffer: pdfFile() } },
    });
    expect(given.status()).toBe(201);
    // Something that happened, for the note to tell.
    const { items: people } = await site.call<{ items: { id: string }[] }>(adviser, 'GET', `/organizations/${centre}/people?pageSize=1`);
    await site.call(adviser, 'POST', `/organizations/${centre}/mandates`, { personId: people[0]!.id, kind: 'deputyAdviser', start: day });
    await addAccount(site, centre, { name: 'Joëlle Fourneau', email: 'direction@example.be', roles: ['directorGeneral'] });
  });
  afterAll(() => site?.close());

  it('is prepared, presented and recorded: the document has the day and the reference of the deliberation', async () => {
    const { page } = adviser;
    // The council sits today; the sitting is entered alone, and the next one too.
    await open(page, '/c/valombre/council');
    // The example's own sittings are of 2026.
    await page.getByText(/^(?:Aucune séance à venir|Prochaine séance du conseil)/).waitFor();
    await page.getByRole('link', { name: 'Ajouter une séance' }).first().click();
    await page.getByRole('button', { name: 'Une séance', exact: true }).click();
    await page.getByLabel('Date').fill(day);
    await page.getByLabel(/^Heure/).fill('19:30');
    await page.getByLabel(/^Lieu/).fill('Salle du conseil');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL(/\/council\/sittings\/[0-9a-f-]{36}$/);
    const sitting = page.url().split('/').at(-1)!;

    // The note is drafted from the records; a line is reworded, and its source stays beside it.
    await page.getByRole('button', { name: 'Préparer le point mensuel' }).click();
    await page.getByRole('link', { name: 'Ouvrir la note' }).click();
    await page.waitForURL(/\/note$/);
    await settled(page);
    const line = page.getByRole('textbox', { name: 'Ligne 1', exact: true });
    const drafted = await line.inputValue();
    await line.fill('Le conseil est informé des échéances du mois.');
    await page.getByText(`Proposé\u00a0: ${drafted}`).waitFor();
    await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
    await page
      .getByRole('textbox', { name: /^Ligne \d+$/ })
      .last()
      .fill('Essai de restauration réussi.');
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await page.locator('.paper').getByText('Essai de restauration réussi.').waitFor();
    await page.getByRole('button', { name: 'La note est prête' }).click();
    await page.getByRole('heading', { level: 1, name: 'Note mensuelle · Prête' }).waitFor();

    // What awaits the council goes on the agenda.
    await page.getByRole('link', { name: '← Séance' }).click();
    await page.getByRole('button', { name: /^Mettre à l’ordre du jour.*Charte informatique/ }).click();
    await page.getByRole('heading', { level: 3, name: /^Charte informatique/ }).waitFor();

    // The director-general presents the note: it changes no more.
    const director = await site.visit();
    await signIn(site, director, 'direction@example.be');
    await open(director.page, `/c/valombre/council/sittings/${sitting}/note`);
    await director.page.getByRole('button', { name: 'Présenter au conseil' }).click();
    await director.page.getByRole('heading', { level: 1, name: 'Note mensuelle · Présentée' }).waitFor();
    expect(await director.page.getByRole('button', { name: 'Enregistrer la note' }).count()).toBe(0);
    expect(director.faults()).toEqual([]);

    // The bundle: one PDF, downloaded.
    await page.reload();
    await page.getByRole('button', { name: 'Faire le dossier' }).click();
    const link = page.getByRole('link', { name: /^Télécharger le PDF/ });
    await link.waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toBe(`valombre-conseil-dossier-${day}.pdf`);
    // Title with the agenda, note, charter: each begins on a page of its own.
    const said = Number(/(\d+)\spages/.exec(await page.getByText(/Fait le .*\spages/).innerText())?.[1]);
    expect(said).toBeGreaterThanOrEqual(3);
    expect(await pdfPages([await readFile(await file.path())])).toEqual([said]);

    // The results are recorded together.
    await page.getByLabel('Suite du point 1').selectOption('noted');
    await page.getByLabel('Délibération du point 1').fill('2026/117');
    await page.getByLabel('Suite du point 2').selectOption('approved');
    await page.getByLabel('Délibération du point 2').fill('2026/118');
    await page.getByLabel('Ce que le conseil demande au point 2').fill('Diffuser la charte au personnel');
    await page.getByRole('button', { name: 'Consigner', exact: true }).click();
    await page.getByText('approuvé, délibération n° 2026/118').waitFor();
    const [version] = (
      await site.call<{ items: { decidedOn: string; decisionNumber: string; state: string; approver: string }[] }>(
        adviser,
        'GET',
        `/organizations/${centre}/ownDocuments/${(await site.call<{ items: { id: string }[] }>(adviser, 'GET', `/organizations/${centre}/ownDocuments`)).items[0]!.id}/versions`,
      )
    ).items;
    expect(version).toMatchObject({ state: 'approved', decidedOn: day, decisionNumber: '2026/118', approver: 'council' });

    // The month of the calendar leads back here.
    await open(page, '/c/valombre/council');
    await page
      .getByRole('list', { name: /^Calendrier/ })
      .getByRole('link', { name: /pris connaissance/ })
      .click();
    await page.waitForURL(new RegExp(sitting));
    expect(adviser.faults()).toEqual([]);
  });

  it('a year is entered at once, and a sitting that is moved says which day it had', async () => {
    const { page } = adviser;
    const year = String(Number(day.slice(0, 4)) + 1);
    await open(page, '/c/valombre/council/sittings/new');
    await page.getByLabel('Année').fill(year);
    await page.getByRole('button', { name: 'Proposer les dates' }).click();
    await page.getByRole('button', { name: 'Inscrire 12 séances' }).click();
    await page.waitForURL(/\/council$/);
    await settled(page);
    const { items } = await site.call<{ items: { id: string; heldOn: string }[] }>(adviser, 'GET', `/organizations/${centre}/councilSittings?sort=heldOn&year=${year}`);
    expect(items.length).toBe(12);
    await open(page, `/c/valombre/council/sittings/${items[0]!.id}`);
    await page.getByRole('button', { name: 'Modifier la séance' }).click();
    await page.getByLabel('Date', { exact: true }).fill(addDays(items[0]!.heldOn, 2));
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/D’abord fixée au/).waitFor();
    expect(adviser.faults()).toEqual([]);
  });
});
