import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRecord } from '../../src/server/db/records.ts';
import { today } from '../../src/server/services.ts';
import { addAccount, chromiumPath, open, openFirstAccount, openSite, settled, signIn, type Site, type Visitor } from './browser.ts';

const peopleToReview = 25;

describe.skipIf(!chromiumPath)('the yearly review of a head of service', () => {
  let site: Site;
  let adviser: Visitor;
  let head: Visitor;
  let centre: string;
  let review: string;

  beforeAll(async () => {
    site = await openSite();
    adviser = await site.visit();
    await openFirstAccount(site, adviser);
    ({ id: centre } = await site.call<{ id: string }>(adviser, 'POST', '/organizations', {
      slug: 'valombre',
      name: { fr: 'CPAS de Valombre' },
      documentLanguage: 'fr',
      municipality: 'Valombre',
      region: 'wallonia',
      as: 'adviser',
    }));
    const { db } = site.server.services;
    const sophie = await db.tx({ organizations: [centre], actor: { kind: 'setup' } }, async (tx) => {
      const person = async (lastName: string): Promise<string> =>
        (await insertRecord(tx, 'person', centre, { firstName: 'Ada', lastName, kind: 'staff', searchText: `ada ${lastName.toLowerCase()}` } as never)).id;
      const headId = await person('Lambert');
      const service = await insertRecord(tx, 'service', centre, { name: 'Service social', kind: 'social', headId, seesPersonalData: true });
      const resources = [];
      for (const name of ['Dossiers', 'Messagerie'])
        resources.push((await insertRecord(tx, 'resource', centre, { name, kind: 'application', levels: '{read,write}', socialData: true, searchText: name.toLowerCase(), position: 0 })).id);
      for (let turn = 1; turn <= peopleToReview; turn += 1) {
        const personId = await person(`Martin${String(turn).padStart(2, '0')}`);
        await insertRecord(tx, 'contract', centre, { personId, serviceId: service.id, kind: 'permanent', function: 'assistant social', start: '2020-01-01', suspensions: [] });
        for (const resourceId of resources) await insertRecord(tx, 'accessGrant', centre, { personId, resourceId, level: 'read', start: '2024-03-01', source: 'hand' });
      }
      return headId;
    });
    await addAccount(site, centre, { name: 'Sophie Lambert', email: 'sophie@example.be', roles: [], personId: sophie });
    const day = today(site.server.services);
    ({ id: review } = await site.call<{ id: string }>(
      adviser,
      'POST',
      `/organizations/${centre}/accessReviews`,
      { year: Number(day.slice(0, 4)), answerBy: day },
      { 'Idempotency-Key': crypto.randomUUID() },
    ));
    head = await site.visit();
    await signIn(site, head, 'sophie@example.be');
  });
  afterAll(() => site?.close());

  it('is answered for twenty-five people on one page; a withdrawal waits for its reason; handed in, it becomes a step', async () => {
    const { page } = head;
    await open(page, `/c/valombre/reviews/${review}/part`);
    const bar = page.locator('.review-bar');
    const confirmRest = page.getByRole('button', { name: 'Confirmer le reste' });
    const confirmAll = page.getByRole('button', { name: 'Tout confirmer pour cette personne' });
    const people = page.locator('.reviewed-people > li');
    await people.nth(peopleToReview - 1).waitFor();
    expect(await people.count()).toBe(peopleToReview);
    expect(await confirmRest.isDisabled()).toBe(true);

    // The first keeps one right and loses the other: without its reason, « confirm all » neither confirms that one nor goes on.
    await people.first().getByRole('button').first().click();
    await people.first().getByText('Retirer', { exact: true }).first().click();
    await confirmAll.click();
    await expect
      .poll(() =>
        people
          .first()
          .getByRole('textbox')
          .evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    expect(await people.first().locator('input[type=radio]:checked').count()).toBe(2);
    expect(await people.first().locator('.reviewed-choice.withdraw input:checked').count()).toBe(1);
    await page.getByLabel('Raison').fill('Ne suit plus ces dossiers');
    // From there on, a key is enough for each of the others.
    await page.getByRole('button', { name: 'Personne suivante' }).focus();
    for (let turn = 0; turn < peopleToReview; turn += 1) await page.keyboard.press('Enter');
    await bar.getByText('Tout est décidé').waitFor();
    await page.getByRole('button', { name: 'Remettre ma réponse' }).click();
    await bar.getByText('Votre réponse est remise').waitFor();
    expect(head.faults()).toEqual([]);

    await open(adviser.page, `/c/valombre/reviews/${review}`);
    await settled(adviser.page);
    const shown = await site.call<{ undecided: number; withdrawn: number; rights: number }>(adviser, 'GET', `/organizations/${centre}/accessReviews/${review}`);
    expect(shown).toMatchObject({ rights: 2 * peopleToReview, undecided: 0, withdrawn: 1 });
    const steps = await site.call<{ items: { kind: string }[] }>(adviser, 'GET', `/organizations/${centre}/accessSteps?originKind=review&originId=${review}`);
    expect(steps.items.map(({ kind }) => kind)).toEqual(['withdraw']);
    expect(adviser.faults()).toEqual([]);
  });
});
