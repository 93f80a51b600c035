import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, open, openFirstAccount, openSite, type Site, type Visitor } from './browser.ts';
import { labelHeldUp } from './camera.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!chromiumPath)('a count with the camera of a telephone', () => {
  let site: Site;
  let adviser: Visitor;
  let folder: string;
  let video: string;
  let centre: string;
  const labels: Record<string, Buffer> = {};

  const labelOf = async (organization: string, id: string): Promise<Buffer> => {
    const answer = await adviser.context.request.post(`${site.address}/api/beffroi/v1/organizations/${organization}/deviceLabels`, {
      headers: { 'X-Beffroi': '1' },
      data: { format: 'roll62', ids: [id], unlabelled: false },
    });
    expect(answer.status()).toBe(200);
    return labelHeldUp(await answer.body());
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beffroi-camera-'));
    video = join(folder, 'camera.y4m');
    site = await openSite(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`]);
    adviser = await site.visit(phone);
    await openFirstAccount(site, adviser);
    const make = async (path: string, data: object): Promise<string> => (await site.call<{ id: string }>(adviser, 'POST', path, data)).id;
    const of = (slug: string) => ({ slug, name: { fr: 'CPAS de Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia', as: 'adviser' });
    centre = await make('/organizations', of('valombre'));
    const other = await make('/organizations', of('neuville'));
    const room = await make(`/organizations/${centre}/zones`, { name: 'Cave', building: 'Siège', kind: 'store', risk: 'internal' });
    await make(`/organizations/${centre}/zones`, { name: 'Accueil', building: 'Siège', kind: 'reception', risk: 'internal' });
    const device = (name: string, rest: object = {}) => make(`/organizations/${centre}/devices`, { name, kind: 'laptop', zoneId: room, ...rest });
    labels['own'] = await labelOf(centre, await device('PORT-01'));
    await device('PORT-02');
    await device('PORT-03');
    labels['other'] = await labelOf(other, await make(`/organizations/${other}/devices`, { name: 'AILLEURS', kind: 'laptop' }));
  });
  afterAll(async () => {
    await site?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  /** Holds a label before the camera, and waits for what the page says of it. */
  const holdUp = async (label: string, says: RegExp): Promise<void> => {
    const { page } = adviser;
    await writeFile(video, labels[label]!);
    await page.getByRole('button', { name: 'Scanner', exact: true }).tap();
    await page.locator('.count-last').filter({ hasText: says }).waitFor();
    await page.getByRole('button', { name: 'Fermer la caméra' }).tap();
  };

  it('without leave of the camera, a picture or a number', async () => {
    const { page, context } = adviser;
    await open(page, '/c/valombre/inventories/reviews');
    await page.getByRole('button', { name: 'Commencer un comptage' }).tap();
    await page.getByRole('heading', { name: 'Comptage', level: 1 }).waitFor();
    await writeFile(video, labels['own']!);
    await page.getByRole('button', { name: 'Scanner', exact: true }).tap();
    await page.getByText('La caméra n’est pas permise').waitFor();
    await context.grantPermissions(['camera'], { origin: site.address });
  });

  it('room by room: its label, a number, another centre’s label, what waits for the line, and what is missing is signed', async () => {
    const { page, context } = adviser;
    await page.getByLabel('Pièce que vous comptez').selectOption({ label: 'Accueil, Siège' });
    await holdUp('own', /PORT-01 \(n°\s1\)\s: vu\. Était à\s: Cave, Siège\./);
    await holdUp('other', /Cette étiquette est celle d’un autre centre/);
    await holdUp('own', /PORT-01 \(n°\s1\)\s: déjà vu/);
    await page.getByLabel('Pièce que vous comptez').selectOption({ label: 'Cave, Siège' });
    await page.getByRole('heading', { name: 'Encore 2 appareils à voir ici' }).waitFor();
    // A cellar has no line: what is seen there goes out when there is one again.
    await context.setOffline(true);
    await page.getByLabel('Numéro sur l’étiquette').fill('2');
    await page.getByRole('button', { name: 'Vu', exact: true }).tap();
    await page.getByText('1 appareil vu attend le réseau').waitFor();
    await context.setOffline(false);
    await page
      .locator('.count-last')
      .filter({ hasText: /PORT-02 \(n°\s2\)\s: vu/ })
      .waitFor();
    await page.getByRole('heading', { name: 'Encore 1 appareil à voir ici' }).waitFor();
    expect(await page.getByText('attend le réseau').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('link', { name: 'Revue de l’inventaire' }).tap();
    await page.getByRole('heading', { name: 'Pas encore vus' }).waitFor();
    await page.getByRole('link', { name: 'PORT-03' }).waitFor();
    await page.getByRole('button', { name: 'Signer la revue' }).tap();
    await page.getByRole('link', { name: 'Fichier PDF' }).waitFor();
    const { items } = await site.call<{ items: { seen: number; expected: number; signedBy?: string }[] }>(adviser, 'GET', `/organizations/${centre}/inventoryReviews`);
    expect(items).toMatchObject([{ seen: 2, expected: 3, signedBy: 'Claire Delvaux' }]);
    expect(adviser.faults().filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  });
});
