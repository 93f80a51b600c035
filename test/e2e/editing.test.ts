import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, chromiumPath, codeOf, enrolApplication, enterExample, open, openFirstAccount, openSite, password, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('nothing typed is lost', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;
  let address: string;
  const phone = (visitor: Visitor) => visitor.page.getByLabel(/^Téléphone/);
  const note = (visitor: Visitor) => visitor.page.getByLabel(/^Remarque|^Note/);
  const save = (visitor: Visitor) => visitor.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const saved = (visitor: Visitor) =>
    visitor.page
      .getByRole('status')
      .filter({ hasText: /Enregistré/ })
      .first()
      .waitFor();

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    await addAccount(site, centre, { name: 'Odile Lambin', email: 'odile@example.be', roles: ['directorGeneral'] });
    const people = await site.call<{ items: { id: string }[] }>(adviser, 'GET', `/organizations/${centre}/people?pageSize=1`);
    address = `/c/valombre/people/${people.items[0]!.id}`;
  });
  afterAll(() => site?.close());

  it('tells each of two that the other is there, and what they change; then keeps both texts, to choose from field by field', async () => {
    const director = await site.visit();
    await signIn(site, director, 'odile@example.be');
    await open(adviser.page, address);
    await open(director.page, address);

    await note(director).fill('Présent le lundi.');
    await phone(director).fill('087 99 88 77');
    await adviser.page.reload();
    const presence = adviser.page.getByText(/Odile Lambin modifie cette fiche depuis \d\d:\d\d/);
    await presence.waitFor();
    await expect.poll(() => presence.innerText()).toMatch(/remarque|note/);
    await save(director);
    await saved(director);

    await note(adviser).fill('Présent le mardi.');
    await phone(adviser).fill('087 11 11 11');
    await save(adviser);
    const notice = adviser.page.getByRole('alert');
    await notice.getByText(/Odile Lambin/).waitFor();
    expect(await notice.innerText()).toMatch(/087 99 88 77/);
    expect(await phone(adviser).inputValue()).toBe('087 11 11 11');
    expect(await note(adviser).inputValue()).toBe('Présent le mardi.');

    await notice.getByRole('radio', { name: /087 99 88 77/ }).check();
    await notice.getByRole('button', { name: 'Enregistrer ce choix' }).click();
    await saved(adviser);
    await open(director.page, address);
    expect(await phone(director).inputValue()).toBe('087 99 88 77');
    expect(await note(director).inputValue()).toBe('Présent le mardi.');
    await director.context.close();
    expect([...adviser.faults(), ...director.faults()]).toEqual([]);
  });

  it('asks for the password over the page when the session has ended, then saves what was typed', async () => {
    const key = await enrolApplication(site, adviser);
    // The form says every so often that it is open, and would be the first to learn that the session has ended.
    await adviser.page.route('**/editing', (route) => route.fulfill({ json: { others: [] } }));
    await open(adviser.page, address);
    await phone(adviser).fill('087 22 22 22');
    // So would whatever the navigation still asks.
    await adviser.page.waitForLoadState('networkidle');
    await adviser.context.clearCookies();
    await save(adviser);
    const dialog = adviser.page.getByRole('dialog');
    await dialog.getByLabel(/^Mot de passe/).fill(password);
    await dialog.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await dialog.getByLabel('Code à six chiffres').fill(codeOf(key));
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await saved(adviser);
    await adviser.page.unroute('**/editing');
    await adviser.page.reload();
    expect(await phone(adviser).inputValue()).toBe('087 22 22 22');
    expect(adviser.faults()).toEqual([]);
  });

  it('keeps a draft through a reload, and warns before it is left', async () => {
    const { page } = adviser;
    await open(page, address);
    await phone(adviser).fill('087 33 33 33');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('pas encore enregistrés').waitFor();
    expect(await phone(adviser).inputValue()).toBe('087 33 33 33');
    await page.getByRole('link', { name: 'Journal des changements' }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: 'Rester' }).click();
    expect(await phone(adviser).inputValue()).toBe('087 33 33 33');
    await page.getByRole('link', { name: 'Journal des changements' }).click();
    await question.getByRole('button', { name: 'Quitter' }).click();
    await page.waitForURL('**/audit');
  });

  it('makes one person when the answer was lost and the button is pressed again', async () => {
    const { page } = adviser;
    const people = () => site.call<{ total: number }>(adviser, 'GET', `/organizations/${centre}/people?pageSize=1`);
    const { total } = await people();
    await open(page, '/c/valombre/people/new');
    await page.getByLabel(/^Nom/).fill('Perdu');
    await page.getByLabel(/^Prénom/).fill('Régine');
    await page.getByLabel(/^Qualité/).selectOption('staff');
    await page.route(
      '**/people',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Ajouter une personne' }).click();
    await page
      .getByRole('alert')
      .getByText(/La connexion est interrompue/)
      .waitFor();
    expect((await people()).total).toBe(total + 1);
    // Nobody presses anything: it is sent again when the line holds.
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    expect((await people()).total).toBe(total + 1);
  });

  it('keeps what is typed while there is no connection, and saves it when it is back', async () => {
    const { page, context } = adviser;
    await open(page, address);
    await context.setOffline(true);
    await phone(adviser).fill('087 44 44 44');
    await save(adviser);
    await page.getByText('Pas de connexion.').waitFor();
    await page
      .getByRole('alert')
      .getByText(/Votre texte est gardé/)
      .waitFor();
    await phone(adviser).fill('087 55 55 55');
    await context.setOffline(false);
    await saved(adviser);
    await page.getByText('Pas de connexion.').waitFor({ state: 'detached' });
    await page.reload();
    expect(await phone(adviser).inputValue()).toBe('087 55 55 55');
    adviser.faults();
  });

  it('offers a draft again in another window, tells what others changed since, and never keeps a national number', async () => {
    const { context } = adviser;
    const id = address.split('/').at(-1)!;
    const left = await context.newPage();
    await open(left, address);
    await left.getByLabel(/^Téléphone/).fill('087 66 66 66');
    await left.getByLabel(/^NISS/).fill('85073003328');
    const kept = await left.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).toContain('087 66 66 66');
    expect(kept).not.toContain('85073003328');
    await left.close({ runBeforeUnload: false });

    const { version } = await site.call<{ version: number }>(adviser, 'GET', `/organizations/${centre}/people/${id}`);
    await site.call(adviser, 'PATCH', `/organizations/${centre}/people/${id}`, { phone: '087 77 77 77', note: 'Changé entre-temps.' }, { 'If-Match': `"${version}"` });
    await open(adviser.page, address);
    const notice = adviser.page.getByRole('alert');
    await notice.getByText(/depuis votre brouillon/).waitFor();
    expect(await notice.innerText()).toMatch(/087 66 66 66[^]*087 77 77 77/);
    await notice.getByRole('button', { name: 'Enregistrer ce choix' }).click();
    await saved(adviser);
    await adviser.page.reload();
    expect(await phone(adviser).inputValue()).toBe('087 66 66 66');
    expect(await note(adviser).inputValue()).toBe('Changé entre-temps.');
    expect(await adviser.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([]);
  });
});
