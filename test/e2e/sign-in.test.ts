import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, chromiumPath, enterExample, open, openFirstAccount, openSite, password, settled, type Site, type Visitor } from './browser.ts';

/** A device of the visitor's that makes and uses passkeys, and knows its user at once. */
const withDevice = async ({ context, page }: Visitor): Promise<void> => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
};
const signInWithPassword = async ({ page }: Visitor, email: string): Promise<void> => {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
};

describe.skipIf(!chromiumPath)('signing in', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    await addAccount(site, centre, { name: 'Odile Lambin', email: 'odile@example.be', roles: ['directorGeneral'] });
    await addAccount(site, centre, { name: 'Paul Aubry', email: 'paul@example.be', roles: ['headOfService', 'localCorrespondent'] });
  });
  afterAll(() => site?.close());

  it('a director-general enrols a passkey at the first sign-in, approves a document, and comes back with the passkey alone', async () => {
    const director = await site.visit();
    const { page } = director;
    await withDevice(director);
    await open(page, '/c/valombre/documents/undertakingStaff');
    await signInWithPassword(director, 'odile@example.be');

    await page.getByRole('heading', { name: 'Protéger votre compte' }).waitFor();
    await page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
    await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
    expect(await page.locator('.recovery-codes li').count()).toBe(10);
    await page.getByRole('button', { name: 'Je les ai gardés' }).click();
    await page.waitForURL('**/c/valombre/documents/undertakingStaff');
    await settled(page);

    await page.getByRole('button', { name: 'Ouvrir le projet de la version 1' }).click();
    await page.getByLabel('Date de la décision').fill('2026-01-20');
    await page.getByRole('button', { name: 'Enregistrer l’approbation' }).click();
    await page.getByText('La version 1 est approuvée et figée.').waitFor();

    await page.getByRole('button', { name: 'Odile Lambin' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await settled(page);
    await open(page, '/account');
    await page.getByText('Connexion par clé d’accès').first().waitFor();
    expect(director.faults()).toEqual([]);
  });

  it('covers the page after a quarter of an hour in every tab, and gives back what was being typed', async () => {
    const visitor = await site.visit();
    const { page, context } = visitor;
    await open(page, '/sign-in');
    await signInWithPassword(visitor, 'paul@example.be');
    await page.waitForURL((url) => url.pathname === '/');
    await page.clock.install();
    await open(page, '/c/valombre/people/new');
    await page.getByLabel('Nom', { exact: true }).fill('Delmotte');
    const other = await context.newPage();
    await open(other, '/c/valombre/people');

    await page.clock.runFor('14:50');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.clock.runFor('00:30');
    const dialog = page.getByRole('dialog', { name: 'Page verrouillée' });
    await dialog.waitFor();
    await other.getByRole('dialog', { name: 'Page verrouillée' }).waitFor();
    const refused = await context.request.get(`${site.address}/api/beffroi/v1/me`);
    expect(await refused.json()).toMatchObject({ type: 'urn:problem-type:beffroi:sessionLocked' });

    await dialog.getByLabel('Mot de passe', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Déverrouiller' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await other.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Delmotte');
    expect((await context.request.get(`${site.address}/api/beffroi/v1/me`)).status()).toBe(200);
    expect(visitor.faults()).toEqual([]);
  });
});
