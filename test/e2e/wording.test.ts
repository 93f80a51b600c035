import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, chromiumPath, enterExample, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('two people write one section', () => {
  let site: Site;
  let adviser: Visitor;
  let director: Visitor;
  let centre: string;
  const address = '/c/valombre/documents/securityPolicyFormal/wording/objectives';
  const text = ({ page }: Visitor) => page.getByRole('textbox', { name: 'Texte' });
  const save = ({ page }: Visitor) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const saved = ({ page }: Visitor) => page.getByRole('status').filter({ hasText: 'Enregistré.' }).waitFor();
  const stored = async (): Promise<{ body: string; writtenBy: string } | undefined> =>
    (await site.call<{ sections: { key: string; wording?: { body: string; writtenBy: string } }[] }>(adviser, 'GET', `/organizations/${centre}/documents/securityPolicyFormal/sections`)).sections.find(
      ({ key }) => key === 'objectives',
    )?.wording;
  /** Writes at the end of the text. */
  const write = async (visitor: Visitor, words: string): Promise<void> => {
    await text(visitor).focus();
    await visitor.page.keyboard.press('Control+a');
    await settled(visitor.page);
    await visitor.page.keyboard.press('ArrowRight');
    // The editor reads the place of the caret a moment after it has moved.
    await settled(visitor.page);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.keyboard.type(words);
  };

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    await addAccount(site, centre, { name: 'Odile Lambin', email: 'odile@example.be', roles: ['directorGeneral'] });
    director = await site.visit();
    await signIn(site, director, 'odile@example.be');
  });
  afterAll(() => site?.close());

  it('tells the second who came first, shows both texts, and joins them', async () => {
    await open(adviser.page, address);
    await open(director.page, address);
    await write(director, 'Une phrase de la directrice.');
    await save(director);
    await saved(director);

    await write(adviser, 'Ceci vient du conseiller : 5 * 3 < {{x}}.');
    await save(adviser);
    const notice = adviser.page.getByRole('alert').filter({ hasText: 'Odile Lambin' });
    await notice.waitFor();
    expect(await notice.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('Ceci vient du conseiller : 5 * 3 < {{x}}.')]);
    expect(await notice.locator('del').allInnerTexts()).toEqual([expect.stringContaining('Une phrase de la directrice.')]);
    expect(await text(adviser).innerText()).toContain('Ceci vient du conseiller');

    await notice.getByRole('button', { name: 'Réunir les deux dans l’éditeur' }).click();
    expect(await text(adviser).innerText()).toContain('Une phrase de la directrice.');
    await save(adviser);
    await saved(adviser);
    const { body, writtenBy } = (await stored())!;
    expect(body).toContain('Ceci vient du conseiller : 5 \\* 3 \\< \\{\\{x\\}\\}.\n\nUne phrase de la directrice.');
    expect(writtenBy).toBe('Claire Delvaux');
    expect([...adviser.faults(), ...director.faults()]).toEqual([]);
  });

  it('keeps what is typed when the connection is lost, through a reload, and saves it after', async () => {
    const { page } = adviser;
    await open(page, address);
    await write(adviser, 'Écrit dans le train.');
    await adviser.context.setOffline(true);
    await save(adviser);
    await page
      .getByRole('alert')
      .getByText(/La connexion est interrompue/)
      .waitFor();
    await adviser.context.setOffline(false);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await text(adviser).waitFor();
    await expect.poll(() => text(adviser).innerText()).toContain('Écrit dans le train.');
    // The save that the lost connection held back may have gone out by itself; else the draft came back, and is saved now.
    if (await page.getByText(/Vos changements du .* ont été repris/).isVisible()) await save(adviser);
    await expect.poll(async () => (await stored())?.body).toContain('Écrit dans le train.');
    adviser.faults();
  });

  it('takes a value from the list with the keyboard, and lets it go whole', async () => {
    const { page } = adviser;
    await open(page, address);
    const insert = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Insérer une valeur' }).focus();
      await page.keyboard.press('Enter');
      // As somebody does who looks: the list is open, found something, marks it, and gives the text back.
      await page.locator('.switcher-search:focus-within').waitFor();
      await page.keyboard.type('commune');
      await expect.poll(() => page.getByRole('option').first().innerText()).toMatch(/commune/i);
      await page.keyboard.press('ArrowDown');
      await page.locator('[data-combobox-selected]').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.ProseMirror-focused').waitFor();
      await settled(page);
      await expect.poll(() => text(adviser).locator('.chip').allInnerTexts()).toEqual([expect.stringContaining('Valombre')]);
    };
    await write(adviser, 'À ');
    await insert();
    await page.keyboard.type('!');
    await expect.poll(() => text(adviser).innerText()).toContain('!');
    await page.keyboard.press('Backspace');
    await expect.poll(() => text(adviser).innerText()).not.toContain('!');
    await page.keyboard.press('Backspace');
    await expect.poll(() => text(adviser).locator('.chip').count()).toBe(0);
    await insert();
    await save(adviser);
    await saved(adviser);
    expect((await stored())!.body).toContain('À {{centre.municipality}}');
    expect(adviser.faults()).toEqual([]);
  });

  it('takes from Word what the document can hold', async () => {
    const { page } = adviser;
    await open(page, address);
    const word = [
      '<html><head><style>p {color: red}</style></head><body><h2>Un titre</h2>',
      "<p class=MsoNormal style='margin:0'>Du <b>gras</b>, de l’<i>italique</i>, <a href='https://x.example'>un lien</a>, <u>souligné</u><o:p></o:p></p>",
      "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>premier</p>",
      "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>second</p>",
      '<table><tr><td>cellule</td></tr></table><img src="https://x.example/x.png" onerror="alert(1)"><script>alert(2)</script></body></html>',
    ].join('');
    await text(adviser).click();
    await page.keyboard.press('Control+a');
    await text(adviser).evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, word);
    await save(adviser);
    await saved(adviser);
    expect((await stored())!.body).toBe('Un titre\n\nDu **gras**, de l’*italique*, un lien, souligné\n\n- premier\n- second\n\ncellule');
    expect(adviser.faults()).toEqual([]);
  });
});
