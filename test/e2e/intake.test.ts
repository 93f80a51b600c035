import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCentre } from '../../src/modules/intake/fixture.ts';
import { intakeTemplate, type IntakeValues } from '../../src/modules/intake/template.ts';
import { writeWorkbook } from '../../src/server/spreadsheet/write.ts';
import { chromiumPath, codeOf, enrolApplication, open, openFirstAccount, openSite, password, type Site, type Visitor } from './browser.ts';

const workbook = async (values: IntakeValues) => ({ name: 'centre.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await writeWorkbook(intakeTemplate('fr', values))) });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

describe.skipIf(!chromiumPath)('a workbook given on the page', () => {
  let site: Site;
  let adviser: Visitor;
  const choose = async (given: Parameters<ReturnType<Visitor['page']['getByLabel']>['setInputFiles']>[0]): Promise<void> => {
    await open(adviser.page, '/c/valombre/intake');
    await adviser.page.getByLabel('Choisir un classeur').setInputFiles(given);
  };
  const heading = (name: string) => adviser.page.getByRole('heading', { level: 1, name }).waitFor();

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    await site.call(adviser, 'POST', '/organizations', { slug: 'valombre', name: { fr: 'CPAS de Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia', as: 'adviser' });
  });
  afterAll(() => site?.close());

  it('says of each fault where it is, what it is and how to mend it, sheet by sheet', async () => {
    await choose(await workbook({ ...smallCentre, contracts: [{ person: 'A1', service: 'Service socail', kind: 'permanent', function: 'Assistante sociale', start: '2019-03-01' }] }));
    await heading('À corriger avant l’importation');
    await adviser.page.getByRole('heading', { name: /Contrats/ }).waitFor();
    const fault = adviser.page.getByRole('row', { name: /Service socail/ });
    expect(await fault.getByRole('rowheader').innerText()).toMatch(/^[A-Z]+\d+\s/);
    expect(await fault.innerText()).toMatch(/Vouliez-vous dire «\u202fService social\u202f»/);
    // Mended, it is given again on the spot.
    await adviser.page.getByLabel('Choisir le classeur corrigé').setInputFiles(await workbook(smallCentre));
    await heading('Ce que ferait ce classeur');
  });

  it('says what is wrong with a file that is no workbook, and with one too large', async () => {
    await choose(file('notes.xlsx', Buffer.from('Bonjour')));
    await adviser.page.getByText('Ce fichier n’est pas un classeur XLSX.').waitFor();
    await choose(file('photos.xlsx', Buffer.alloc(26 * 1024 * 1024)));
    await adviser.page.getByRole('alert').getByText('Le fichier est trop').waitFor();
  });

  it('asks for the password when the session has ended, then goes on with the same file', async () => {
    const key = await enrolApplication(site, adviser);
    await open(adviser.page, '/c/valombre/intake');
    await adviser.context.clearCookies();
    await adviser.page.getByLabel('Choisir un classeur').setInputFiles(await workbook(smallCentre));
    const dialog = adviser.page.getByRole('dialog');
    await dialog.getByLabel(/^Mot de passe/).fill(password);
    await dialog.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await dialog.getByLabel('Code à six chiffres').fill(codeOf(key));
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await heading('Ce que ferait ce classeur');
  });

  it('asks for the file again after a reload, for the browser has let it go', async () => {
    await choose(await workbook(smallCentre));
    await heading('Ce que ferait ce classeur');
    await adviser.page.reload();
    await heading('Ce que ferait ce classeur');
    await adviser.page.getByText('La page a été rechargée depuis').waitFor();
    expect(await adviser.page.getByRole('button', { name: 'Importer le classeur' }).count()).toBe(0);
  });

  it('can be left while it works, and found again from the top of any page', async () => {
    const { page } = adviser;
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    await page.route('**/tasks/*', async (route) => {
      await left;
      await route.continue();
    });
    await choose(await workbook(smallCentre));
    await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: 'Personnes', exact: true }).click();
    await page.waitForURL('**/people');
    leave();
    await page.getByRole('button', { name: '1 travail terminé' }).click();
    await page.getByRole('menuitem', { name: 'Vérification du classeur' }).click();
    await heading('Ce que ferait ce classeur');
    // Its end has been seen.
    await page.getByRole('button', { name: /travail/ }).waitFor({ state: 'hidden' });
    expect(adviser.faults()).toEqual([]);
  });
});
