import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../src/kernel/dates.ts';
import { today } from '../../src/server/services.ts';
import { addAccount, chromiumPath, enterExample, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

describe.skipIf(!chromiumPath)('an advice and its three months', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;
  /** The day it is sent, and the last day to decide. */
  let sent: string;
  let due: string;
  let year: string;
  let clock: Date;
  /** The day on the server; whoever comes after that has it in their browser too. */
  const at = (day: string): void => {
    clock = new Date(`${day}T09:00:00Z`);
    site.server.services.now = () => clock;
  };
  /** Somebody in a browser of that day: one that was open before would be covered by now. */
  const enter = async (email: string): Promise<Visitor> => {
    const visitor = await site.visit();
    await visitor.page.clock.setFixedTime(clock);
    await signIn(site, visitor, email);
    return visitor;
  };

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    await addAccount(site, centre, { name: 'Samuel Jacquemart', email: 'direction@example.be', roles: ['directorGeneral'] });
    sent = today(site.server.services);
    due = addMonths(sent, 3);
    year = sent.slice(0, 4);
    at(sent);
    adviser = await enter('claire@example.be');
  });
  afterAll(() => site?.close());

  let number = '';

  it('is written, read as it will be printed, and sent: it has its number and its last day', async () => {
    const { page, faults } = adviser;
    await open(page, '/c/valombre/advice/new');
    await page.getByLabel('Objet').fill('Portables');
    await page.getByLabel('Les faits').fill('Douze portables sans chiffrement.');
    await page.getByLabel('Les motifs').fill('Un vol suffit.');
    await page.getByLabel('L’avis', { exact: true }).fill('Les **chiffrer** tous.');
    await page.getByRole('button', { name: 'Enregistrer le projet' }).click();
    await page.waitForURL(/\/advice\/[0-9a-f-]{36}$/);
    await settled(page);
    await page.getByText(/^PROJET du /).waitFor();
    await page.getByRole('button', { name: 'Transmettre l’avis' }).click();
    // The example’s register has numbers of its own.
    const heading = page.getByRole('heading', { level: 1, name: new RegExp(`^Avis n° ${year}/\\d\\d · Portables`) });
    await heading.waitFor();
    number = /n° (\d{4}\/\d\d)/.exec(await heading.innerText())![1]!;
    await page.getByText(/^La décision est attendue au plus tard le /).waitFor();
    const { id } = await site.call<{ id: string }>(adviser, 'POST', `/organizations/${centre}/advices`, {
      subject: 'Caméras',
      facts: 'Une caméra.',
      reasons: 'Sans pictogramme.',
      recommendation: 'La tourner.',
    });
    await site.call(adviser, 'POST', `/organizations/${centre}/advices/${id}/send`, {}, { 'if-match': '"1"' });
    expect(faults()).toEqual([]);
  });

  it('followed on the last day it is in time', async () => {
    at(due);
    const { page, faults } = await enter('direction@example.be');
    await open(page, '/c/valombre/today');
    await page.getByRole('main').getByText(`Décider sur l’avis n° ${number}`).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: /^Avis/ }).click();
    await page
      .getByRole('row', { name: /Portables/ })
      .getByRole('link')
      .click();
    await page.getByRole('radio', { name: /^Suivre l’avis/ }).check();
    await page.getByRole('button', { name: 'Décider' }).click();
    await page.getByText(/^Suivi, le .*\. Dans le délai\.$/).waitFor();
    expect(faults()).toEqual([]);
  });

  it('departed from one day late, it wants reasons, and stays late in the register', async () => {
    at(addDays(due, 1));
    const { page, faults } = await enter('direction@example.be');
    await open(page, '/c/valombre/advice');
    await page.getByText(/Pour \d+, le délai est dépassé\./).waitFor();
    await page
      .getByRole('row', { name: /Caméras.*en attente, délai dépassé/ })
      .getByRole('link')
      .click();
    await page.getByRole('radio', { name: /^Y déroger/ }).check();
    await page.getByRole('button', { name: 'Décider' }).click();
    await page.getByText(/^Motivez/).waitFor();
    await page.getByLabel('Motifs de la décision').fill('Le bâtiment déménage en janvier.');
    await page.getByRole('button', { name: 'Décider' }).click();
    await page.getByText(/^Dérogation, le .*\. Hors délai\.$/).waitFor();
    await page.getByRole('button', { name: 'La décision', exact: true }).click();
    await page.getByText('Décision prise hors délai').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^PDF\s*, La décision/ }).click()]);
    expect(file.suggestedFilename()).toBe(`valombre-decision-sur-avis-${year}-${String(Number(number.slice(-2)) + 1).padStart(2, '0')}.pdf`);
    expect(await file.failure()).toBeNull();
    expect(faults()).toEqual([]);

    const writer = await enter('claire@example.be');
    await open(writer.page, '/c/valombre/advice');
    await writer.page.getByRole('row', { name: /\/\d\d Portables.*dans le délai/ }).waitFor();
    await writer.page.getByRole('row', { name: /\/\d\d Caméras.*hors délai/ }).waitFor();
    expect(writer.faults()).toEqual([]);
  });
});
