import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gone, planted, socialCodeOf } from '../../examples/accounts.ts';
import { chromiumPath, enterExample, open, openFirstAccount, openSite, settled, type Site, type Visitor } from './browser.ts';

const name = 'logiciel-social-valombre.csv';
const example = new URL(`../../examples/${name}`, import.meta.url);
/** The day of the list: its dates are of the autumn of 2026. */
const now = new Date('2026-11-20T09:00:00Z');

/** Lets a file fall on the page, as from a folder of the desk. */
const drop = async (page: Page, bytes: Buffer): Promise<void> => {
  const carried = await page.evaluateHandle(
    ({ base64, called }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], called, { type: 'text/csv' }));
      return transfer;
    },
    { base64: bytes.toString('base64'), called: name },
  );
  await page.dispatchEvent('.file-drop', 'drop', { dataTransfer: carried });
};

describe.skipIf(!chromiumPath)('the list of an application against the rights', () => {
  let site: Site;
  let adviser: Visitor;
  let centre: string;
  let resource: string;
  const { administrator, unforeseen, unused, missing, initial, close } = planted.social;

  beforeAll(async () => {
    site = await openSite();
    site.server.services.now = () => now;
    adviser = await site.visit();
    await adviser.page.clock.setFixedTime(now);
    await openFirstAccount(site, adviser);
    ({ id: centre } = await enterExample(site, adviser));
    const list = async <T>(plural: string, query: string): Promise<T[]> => (await site.call<{ items: T[] }>(adviser, 'GET', `/organizations/${centre}/${plural}?pageSize=100${query}`)).items;
    resource = (await list<{ id: string; name: string }>('resources', '')).find((one) => one.name === 'Logiciel social')!.id;
  });
  afterAll(() => site?.close());

  type Finding = { id: string; kind: string; account?: string; person?: string; state: string };
  const findings = async (): Promise<Finding[]> => (await site.call<{ items: Finding[] }>(adviser, 'GET', `/organizations/${centre}/accountFindings?resourceId=${resource}&pageSize=100`)).items;
  const told = async (): Promise<string[]> => (await findings()).map(({ kind, account, person }) => `${kind} ${account ?? person}`).toSorted();
  const lies = [
    `ofGone ${socialCodeOf(gone[0]!)}`,
    `administrator ${socialCodeOf(administrator)}`,
    'withoutPerson ags199',
    `withoutGrant ${socialCodeOf(unforeseen)}`,
    'shared stage1',
    `withoutAccount ${missing.firstName} ${missing.lastName}`,
    `unused ${socialCodeOf(unused)}`,
  ].toSorted();

  it('tells all its lies and only those, once its columns, its words and what is uncertain were said; the same list again tells nothing new', async () => {
    const { page } = adviser;
    const bytes = await readFile(example);
    await open(page, `/c/valombre/reconciliation/${resource}`);
    await drop(page, bytes);
    // Its columns are its own: each is said once.
    await page.getByRole('heading', { name: 'Que contiennent ces colonnes ?' }).waitFor();
    for (const [heading, holds] of [
      ['Code agent', 'identifiant du compte'],
      ['Intervenant', 'nom complet'],
      ['Accès ouvert', 'droit ou rôle'],
      ['Vu le', 'dernière connexion'],
    ] as const)
      await page.getByLabel(`Contient – ${heading}`).selectOption({ label: holds });
    await page.getByRole('button', { name: 'Retenir et comparer' }).click();
    await page.getByText(/^\d+ comptes comparés/).waitFor();
    // Two names leave a doubt, and give no finding: here they are who they seem to be.
    await page.getByRole('button', { name: `Oui, ${socialCodeOf(initial)} est à ${initial.firstName} ${initial.lastName}` }).click();
    await page.getByRole('button', { name: `Oui, ${socialCodeOf(initial)} est à ${initial.firstName} ${initial.lastName}` }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: `Oui, ${socialCodeOf(close)} est à ${close.firstName} ${close.lastName}` }).click();
    await page.getByRole('heading', { name: 'À qui sont ces comptes ?' }).waitFor({ state: 'hidden' });
    expect(await told()).not.toEqual(lies);
    // One word is a right that nobody knows; said, it counts for this list already.
    await page.getByLabel('Superviseur').selectOption({ label: 'administrer' });
    await page.getByRole('button', { name: 'Retenir la réponse' }).click();
    await page.getByRole('heading', { name: 'Mots dont le niveau de droit n’est pas connu' }).waitFor({ state: 'hidden' });
    await settled(page);
    expect(await told()).toEqual(lies);
    await page.getByText(`${lies.length} écarts à traiter.`).waitFor();

    // The account of everybody may stand for a while, with the reason.
    await page.getByRole('link', { name: /stage1/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Compte partagé' }).waitFor();
    await page.getByRole('button', { name: 'Classer cet écart' }).click();
    await page.getByLabel('Raison').selectOption({ label: 'provisoire, avec une fin connue' });
    await page.getByLabel('Explication').fill('Jusqu’à la fin des stages, en janvier');
    await page.getByRole('button', { name: 'Classer', exact: true }).click();
    await page.getByText('Classé le 20 novembre 2026 : provisoire, avec une fin connue.').waitFor();

    // The account of whoever is gone is disabled by somebody, until tomorrow.
    await page.getByRole('link', { name: 'Logiciel social' }).first().click();
    await page.getByRole('link', { name: `${gone[0]!.firstName} ${gone[0]!.lastName}`, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Compte d’une personne partie' }).waitFor();
    await page.getByRole('button', { name: 'Demander une intervention' }).click();
    await page.getByRole('button', { name: 'Demander', exact: true }).click();
    await page
      .getByText(new RegExp(`Désactiver le compte.*${socialCodeOf(gone[0]!)}`))
      .first()
      .waitFor();

    // The same list again.
    await page.getByRole('link', { name: 'Logiciel social' }).first().click();
    await settled(page);
    await drop(page, bytes);
    await page.getByText('Cette liste est la même que la précédente').waitFor();
    await settled(page);
    expect(await told()).toEqual(lies);
    expect(
      (await findings())
        .filter(({ state }) => state !== 'open')
        .map(({ kind, state }) => `${kind} ${state}`)
        .toSorted(),
    ).toEqual(['ofGone step', 'shared closed']);
    await page.getByText(`${lies.length - 2} écarts à traiter.`).waitFor();
    const runs = await site.call<{ total: number }>(adviser, 'GET', `/organizations/${centre}/reconciliations?resourceId=${resource}`);
    expect(runs.total).toBe(1);
    expect(adviser.faults()).toEqual([]);
  });
});
