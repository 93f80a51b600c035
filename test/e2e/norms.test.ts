import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfFile } from '../document-files.ts';
import { addAccount, chromiumPath, enterExample, open, openFirstAccount, openSite, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('the norms of the year', () => {
  let site: Site;
  let adviser: Visitor;
  let deputy: Visitor;
  let centre: string;
  const norm = ({ page }: Visitor, id: string) => page.locator(`[id="norm-${id}"]`);
  const saved = (visitor: Visitor, id: string) => norm(visitor, id).getByRole('status').filter({ hasText: 'Enregistré' }).waitFor();

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    await addAccount(site, centre, { name: 'Odile Lambin', email: 'odile@example.be', roles: ['deputyAdviser'] });
    deputy = await site.visit();
    await signIn(site, deputy, 'odile@example.be');
  });
  afterAll(() => site?.close());

  it('are opened, and a chapter is answered, with a file and a fact that prove it', async () => {
    const { page } = adviser;
    await open(page, '/c/valombre/norms/new');
    await page.getByLabel('Référentiel').selectOption({ label: 'Normes minimales de la BCSS, 2026.3 (108 normes)' });
    // The example has answers of the year before: this year begins with none.
    await page.getByLabel('Reprendre les réponses de l’an passé').uncheck();
    await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
    await page.getByRole('link', { name: /^6\. Organisation/ }).click();
    const first = norm(adviser, '6.1');
    for (const index of [0, 1, 2]) await first.getByRole('checkbox').nth(index).check();
    await saved(adviser, '6.1');
    await first.getByText('Remplie', { exact: true }).waitFor();
    await first.getByLabel('Commentaire').fill('Décision du 12 mai.');
    await saved(adviser, '6.1');

    await first.getByRole('button', { name: /^Joindre ce constat.*conseiller en sécurité est désigné/ }).click();
    await first.getByRole('link', { name: /Un conseiller en sécurité est désigné depuis/ }).waitFor();
    await first.getByRole('button', { name: /^Fichier/ }).click();
    await first.locator('input[type=file]').setInputFiles({ name: 'decision.pdf', mimeType: 'application/pdf', buffer: pdfFile('Décision') });
    await first.getByRole('link', { name: 'decision.pdf' }).waitFor();

    // What does not apply waits for its reason.
    const apart = norm(adviser, '6.2');
    await apart.getByLabel('Sans objet dans ce centre').check();
    await apart.getByText('Dites pourquoi la norme ne s’applique pas.').waitFor();
    await apart.getByLabel('Pourquoi').fill('Le centre n’a pas d’adjoint.');
    await saved(adviser, '6.2');
    await page.reload();
    await first.getByText('Remplie', { exact: true }).waitFor();
    expect(await first.getByLabel('Commentaire').inputValue()).toBe('Décision du 12 mai.');
    expect(await apart.getByLabel('Pourquoi').inputValue()).toBe('Le centre n’a pas d’adjoint.');
    expect(adviser.faults()).toEqual([]);
  });

  it('answered by two at once keep both: other fields go together, of the same one the second keeps their text and chooses', async () => {
    const address = new URL(adviser.page.url()).pathname;
    await open(adviser.page, address);
    await open(deputy.page, address);
    const [mine, theirs] = [norm(adviser, '6.3'), norm(deputy, '6.3')];
    await theirs.getByRole('checkbox').first().check();
    await saved(deputy, '6.3');
    await mine.getByLabel('Commentaire').fill('Mon texte.');
    await mine.getByLabel('Commentaire').blur();
    await saved(adviser, '6.3');
    expect(await mine.getByRole('checkbox').first().isChecked()).toBe(true);

    await theirs.getByLabel('Commentaire').fill('Le texte d’Odile.');
    await theirs.getByLabel('Commentaire').blur();
    const notice = theirs.getByRole('alert');
    await notice.getByText(/Claire Delvaux/).waitFor();
    expect(await theirs.getByLabel('Commentaire').inputValue()).toBe('Le texte d’Odile.');
    expect(await notice.innerText()).toContain('Mon texte.');
    await notice.getByRole('button').first().click();
    await saved(deputy, '6.3');
    await adviser.page.reload();
    expect(await mine.getByLabel('Commentaire').inputValue()).toBe('Le texte d’Odile.');
    expect([...adviser.faults(), ...deputy.faults()]).toEqual([]);
  });

  it('are handed out, and whoever was asked answers those alone, with the keyboard', async () => {
    const people = await site.call<{ items: { id: string; firstName: string; lastName: string }[] }>(adviser, 'GET', `/organizations/${centre}/people?pageSize=1`);
    const { id: personId, lastName } = people.items[0]!;
    await addAccount(site, centre, { name: 'Marc Lambert', email: 'marc@example.be', roles: ['staff'], personId });
    const { page } = adviser;
    await page.getByRole('button', { name: 'Confier', exact: true }).click();
    await page.getByRole('button', { name: 'Toutes ou aucune' }).click();
    await page.getByRole('checkbox', { name: /^6\.4 / }).check();
    await page.getByLabel('À qui').fill(lastName);
    await page.getByRole('button', { name: new RegExp(lastName) }).click();
    await page.getByRole('button', { name: 'Confier une norme' }).click();
    await norm(adviser, '6.4').getByText(new RegExp(lastName)).waitFor();

    const marc = await site.visit();
    await signIn(site, marc, 'marc@example.be');
    await open(marc.page, '/c/valombre/norms/own');
    await marc.page.getByText('Une norme sur 1 attend votre réponse.').waitFor();
    expect(await marc.page.getByRole('article').count()).toBe(1);
    await norm(marc, '6.4').getByRole('checkbox').first().focus();
    await marc.page.keyboard.press('Space');
    await saved(marc, '6.4');
    expect(marc.faults()).toEqual([]);
    await marc.context.close();
  });
});
