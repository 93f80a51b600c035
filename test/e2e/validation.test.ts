import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfPages } from '../../src/documents/pdf-merge.ts';
import { smallFramework } from '../../src/modules/norms/fixture.ts';
import { insertFramework } from '../../src/modules/norms/server/framework-store.ts';
import { installationId } from '../../src/server/db/database.ts';
import { today } from '../../src/server/services.ts';
import { addAccount, chromiumPath, enterExample, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('a questionnaire, from the adviser to SPP IS', () => {
  let site: Site;
  let adviser: Visitor;
  let director: Visitor;
  let centre: string;
  let day: string;
  let life: string;
  const step = ({ page }: Visitor) => page.locator('[aria-current=step]');

  /** Opens the questionnaire of a year and answers it, by how many guidelines of each norm are followed. */
  const fill = async (year: number, followed: Record<string, number>): Promise<string> => {
    const { id } = await site.call<{ id: string }>(adviser, 'POST', `/organizations/${centre}/assessments`, { frameworkId: 'petit-cadre', frameworkVersion: '1', year, carry: false });
    type Row = { id: string; version: number; norm: { id: string; guidelines: { id: string }[] } };
    const { items } = await site.call<{ items: Row[] }>(adviser, 'GET', `/organizations/${centre}/assessments/${id}/norms`);
    for (const { id: row, version, norm } of items)
      await site.call(
        adviser,
        'PATCH',
        `/organizations/${centre}/assessmentNorms/${row}`,
        { answers: Object.fromEntries(norm.guidelines.map((guideline, index) => [guideline.id, index < (followed[norm.id] ?? 0)])) },
        { 'If-Match': `"${version}"` },
      );
    return id;
  };

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    await addAccount(site, centre, { name: 'Joëlle Fourneau', email: 'direction@example.be', roles: ['directorGeneral'] });
    director = await site.visit();
    await signIn(site, director, 'direction@example.be');
    const { db, now } = site.server.services;
    day = today({ now });
    await db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, (tx) => insertFramework(tx, smallFramework('1'), { origin: 'import', format: 'xlsx', by: undefined, at: now() }));
    const year = Number(day.slice(0, 4));
    await fill(year - 1, { '5.1': 5, '5.2': 3, '9.1': 0, '9.2': 1 });
    life = `/c/valombre/norms/${await fill(year, { '5.1': 5, '5.2': 1, '9.1': 2, '9.2': 1 })}/life`;
  });
  afterAll(() => site?.close());

  it('is handed over; the director-general sees what changed and what is weak, and sends it back with a remark', async () => {
    await open(adviser.page, life);
    await step(adviser).getByText('Ouvert').waitFor();
    expect(await adviser.page.getByRole('button', { name: 'Valider les réponses' }).count()).toBe(0);
    await adviser.page.getByRole('button', { name: 'Remettre à la direction' }).click();
    await step(adviser).getByText('Préparé').waitFor();

    const { page } = director;
    await open(page, life);
    const changes = page.getByRole('region', { name: /^Par rapport à \d{4}$/ }).getByRole('listitem');
    expect(await changes.filter({ hasText: '5.2' }).innerText()).toMatch(/moins bien\s+Remplie → Remplie en partie/);
    expect(await changes.filter({ hasText: '9.1' }).innerText()).toMatch(/mieux\s+Non remplie → Remplie/);
    expect(await changes.count()).toBe(2);
    const weak = page.getByRole('region', { name: 'Ce qui est faible' }).getByRole('listitem');
    expect(await weak.allInnerTexts()).toEqual([expect.stringContaining('5.2 Norme 5.2')]);
    // The document is there to be read before it is validated.
    await page.locator('.paper').getByText('Norme 5.2').first().waitFor();
    expect(await page.getByRole('button', { name: 'Transmettre et geler' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Renvoyer avec une remarque' }).click();
    await page.getByRole('button', { name: 'Renvoyer', exact: true }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Remarque').fill('La norme 5.2 est remplie depuis juin, voyez le service social.');
    await page.getByRole('button', { name: 'Renvoyer', exact: true }).click();
    await step(director).getByText('Ouvert').waitFor();
    expect([...adviser.faults(), ...director.faults()]).toEqual([]);
  });

  it('is put right by the adviser, handed over again and validated', async () => {
    const { page } = adviser;
    await open(page, life);
    await page.locator('.notice').getByText('La norme 5.2 est remplie depuis juin, voyez le service social.').waitFor();
    await page.getByRole('region', { name: 'Ce qui est faible' }).getByRole('link', { name: /^5\.2/ }).click();
    const norm = page.locator('[id="norm-5.2"]');
    for (const index of [1, 2]) await norm.getByRole('checkbox').nth(index).check();
    await norm.getByRole('status').filter({ hasText: 'Enregistré' }).waitFor();
    await open(page, life);
    await page.getByText('Toutes les normes posées sont remplies.').waitFor();
    await page.getByRole('button', { name: 'Remettre à la direction' }).click();
    await step(adviser).getByText('Préparé').waitFor();
    expect(await page.getByText(/^La direction l’a renvoyé/).count()).toBe(0);

    await open(director.page, life);
    await director.page.getByRole('button', { name: 'Valider les réponses' }).click();
    await step(director).getByText('Validé').waitFor();
    await step(director)
      .getByText(/Joëlle Fourneau/)
      .waitFor();
    expect([...adviser.faults(), ...director.faults()]).toEqual([]);
  });

  it('is sent: frozen, as the file that was sent; and its acknowledgement has a day and a reference', async () => {
    const { page } = adviser;
    await open(page, life);
    await page.getByRole('button', { name: 'Transmettre et geler' }).click();
    await step(adviser).getByText('Transmis').waitFor();
    const sent = page.getByRole('region', { name: 'Envois' });
    const seal = await sent.locator('code').innerText();
    expect(seal).toMatch(/^sha256 [0-9a-f]{64}$/);
    const download = async (name: RegExp): Promise<{ name: string; bytes: Buffer }> => {
      const [file] = await Promise.all([page.waitForEvent('download'), sent.getByRole('link', { name }).click()]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const pdf = await download(/^PDF/);
    expect(pdf.name).toBe(`valombre-questionnaire-normes-${day.slice(0, 4)}.pdf`);
    expect((await pdfPages([pdf.bytes]))[0]).toBeGreaterThan(1);
    expect((await download(/^Classeur/)).name).toMatch(/\.xlsx$/);

    // Nothing of it can be answered any more.
    await open(page, life.replace('/life', '/5'));
    const boxes = page.locator('[id="norm-5.2"]').getByRole('checkbox');
    expect(await boxes.evaluateAll((found) => found.every((box) => (box as HTMLInputElement).disabled))).toBe(true);

    await open(page, life);
    await page.getByRole('button', { name: 'Enregistrer l’accusé de réception' }).click();
    await page.getByLabel('Date de l’accusé').fill(day);
    await page.getByLabel('Référence du SPP IS').fill('SPPIS/2026/0412');
    await page.getByRole('button', { name: 'Enregistrer l’accusé de réception' }).click();
    await step(adviser).getByText('Accusé').waitFor();
    await sent.getByText(/accusé le .*, SPPIS\/2026\/0412/).waitFor();
    expect((await download(/^PDF/)).bytes.equals(pdf.bytes)).toBe(true);
    expect(await sent.locator('code').innerText()).toBe(seal);
    await settled(page);
    expect(adviser.faults()).toEqual([]);
  });
});
