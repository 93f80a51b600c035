import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { program } from '../tools.ts';
import { chromiumPath, codeOf, example, openSite, password, settled, type Site, type Visitor } from './browser.ts';

const saved = async (page: Page, link: string): Promise<Buffer> => {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  return readFile(await (await download).path());
};

describe.skipIf(!chromiumPath)('from the set-up link to a signed security policy', () => {
  let site: Site;
  let visitor: Visitor;
  beforeAll(async () => {
    site = await openSite();
    visitor = await site.visit();
  });
  afterAll(() => site?.close());
  let standing = true;
  // Each step stands on the one before; what went wrong out of sight shows at once.
  const step =
    (work: (page: Page) => Promise<void>) =>
    async ({ skip }: TestContext): Promise<void> => {
      if (!standing) skip('a step before it failed');
      standing = false;
      await work(visitor.page);
      expect(visitor.faults()).toEqual([]);
      standing = true;
    };

  it(
    'opens the first account from the set-up link',
    step(async (page) => {
      await page.goto(site.setUpLink);
      await page.getByLabel('Prénom et nom').fill('Claire Delvaux');
      await page.getByLabel('Adresse électronique').fill('claire@example.be');
      await page.getByLabel(/^(Nouveau mot|Mot) de passe/).fill(password);
      await page.getByRole('button', { name: 'Ouvrir le compte' }).click();
      await page.getByRole('button', { name: 'Utiliser une application' }).click();
      const key = (await page.locator('.totp-key').innerText()).replaceAll(' ', '');
      await page.getByLabel('Code à six chiffres').fill(codeOf(key));
      await page.getByRole('button', { name: 'Ajouter' }).click();
      await page.getByRole('button', { name: 'Je les ai gardés' }).click();
      await page.waitForURL((url) => url.pathname === '/');
      await page.getByRole('heading', { level: 1 }).waitFor();
    }),
  );

  it(
    'creates a centre',
    step(async (page) => {
      await page.getByRole('link', { name: 'Créer un centre' }).first().click();
      await page
        .getByLabel('FR', { exact: true })
        .or(page.getByLabel(/français/i))
        .first()
        .fill('CPAS de Valombre');
      await expect.poll(() => page.getByLabel('Nom court').inputValue()).not.toBe('');
      await page.getByLabel('Nom court').fill('valombre');
      await page.getByLabel('Commune', { exact: true }).fill('Valombre');
      await page.getByLabel('Région').selectOption({ label: 'Wallonie' });
      await page.getByRole('radio', { name: /Conseiller en sécurité/ }).check();
      await page.getByRole('button', { name: 'Créer le centre' }).click();
      await page.waitForURL('**/c/valombre/first-steps');
    }),
  );

  it(
    'shows what a workbook would do, then imports it',
    step(async (page) => {
      await page
        .getByRole('main')
        .getByRole('link', { name: /classeur/i })
        .click();
      await page.waitForURL('**/c/valombre/intake');
      await page.getByLabel('Choisir un classeur').setInputFiles(example);
      await page.getByRole('heading', { name: 'Ce que ferait ce classeur' }).waitFor();
      await page.getByRole('row', { name: /^Personnes 64/ }).waitFor();
      const before = await site.call<{ organizations: { id: string }[] }>(visitor, 'GET', '/me');
      const centre = before.organizations[0]!.id;
      expect((await site.call<{ total: number }>(visitor, 'GET', `/organizations/${centre}/people`)).total, 'a preview writes nothing').toBe(0);
      await page.getByRole('button', { name: 'Importer le classeur' }).click();
      await page.getByRole('heading', { name: 'Le classeur est importé' }).waitFor();
      await page.getByRole('link', { name: 'Voir les personnes' }).click();
      await page.waitForURL('**/c/valombre/people');
      await page.getByText('64', { exact: false }).first().waitFor();
      expect((await site.call<{ total: number }>(visitor, 'GET', `/organizations/${centre}/people`)).total).toBe(64);

      // The same workbook again has nothing to say.
      await page.goto('/c/valombre/intake');
      await page.getByLabel('Choisir un classeur').setInputFiles(example);
      await page.getByRole('heading', { name: 'Rien de nouveau' }).waitFor();

      // A centre that does not know when its charter was approved, for the next step.
      const { version } = await site.call<{ version: number }>(visitor, 'GET', `/organizations/${centre}`);
      await site.call(visitor, 'PATCH', `/organizations/${centre}`, { facts: { charterApprovedOn: null } }, { 'If-Match': `"${version}"` });
    }),
  );

  it(
    'names the fact that the policy lacks, and leads to where it is entered',
    step(async (page) => {
      await page.goto('/c/valombre/documents');
      await page.getByRole('link', { name: 'Politique de sécurité, partie formelle' }).click();
      await page.getByText('Il manque 1 donnée.').first().waitFor();
      await page
        .getByRole('complementary')
        .getByRole('link', { name: /Charte/ })
        .click();
      await page.waitForURL(/\/c\/valombre\/centre\?.*#facts\.charterApprovedOn$/);
      const field = page.getByLabel(/Charte/).first();
      await expect
        .poll(() => field.evaluate((input) => input === document.activeElement || input.parentElement!.contains(document.activeElement)), { message: 'the field takes the focus' })
        .toBe(true);
      await field.fill('2025-03-18');
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /Enregistré/ })
        .first()
        .waitFor();
    }),
  );

  it(
    'approves the policy with the date and the number of the decision',
    step(async (page) => {
      await page.goto('/c/valombre/documents/securityPolicyFormal');
      await page.getByRole('button', { name: 'Ouvrir le projet de la version 1' }).click();
      await page.getByRole('button', { name: 'Enregistrer l’approbation' }).waitFor();
      await page.getByLabel('Date de la décision').fill('2026-01-20');
      await page.getByRole('button', { name: 'Enregistrer l’approbation' }).click();
      // A decision of the council has a number.
      await expect.poll(() => page.getByLabel('Numéro de la délibération').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Numéro de la délibération').fill('2026-01/07');
      await page.getByRole('button', { name: 'Enregistrer l’approbation' }).click();
      await page.getByText('La version 1 est approuvée et figée.').waitFor();
      await page
        .getByText(/En vigueur depuis le 20 janvier 2026/)
        .first()
        .waitFor();
    }),
  );

  it(
    'downloads the policy as PDF and as Word',
    step(async (page) => {
      await settled(page);
      const pdf = await saved(page, 'PDF');
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const docx = await saved(page, 'Word');
      expect(docx.subarray(0, 2).toString()).toBe('PK');
      expect((await saved(page, 'PDF')).equals(pdf), 'an approved file is frozen').toBe(true);
      if (program('pdftotext')) {
        const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
        expect(stdout).toContain('CPAS de Valombre');
        expect(stdout).toContain('2026-01/07');
        expect(stdout).toMatch(/20 janvier 2026/);
      }
    }),
  );

  it(
    'tells it all in the audit trail',
    step(async (page) => {
      await page.getByRole('link', { name: 'Journal des changements' }).click();
      await page.waitForURL('**/c/valombre/audit');
      await page.getByRole('combobox', { name: 'Fiche' }).selectOption({ label: 'Document' });
      await page.waitForURL('**/audit?table=document_version');
      const approval = page.getByRole('row', { name: /Document.: modification/ }).first();
      await approval.waitFor();
      const words = await approval.innerText();
      expect(words).toContain('Claire Delvaux');
      expect(words).toMatch(/État.:\s*projet\s*→\s*en vigueur/);
      await approval.getByText(/autres données/).click();
      expect(await approval.innerText()).toContain('2026-01/07');
      await page.getByRole('heading', { name: 'Tête de la chaîne' }).waitFor();
    }),
  );
});
