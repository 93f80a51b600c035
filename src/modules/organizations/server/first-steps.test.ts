import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCentre } from '../../../../test/centre.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the first steps of a centre', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ engine });
  });
  afterAll(() => server.close());

  const done = async (centre: string, as: Account): Promise<string[]> => {
    const answer = await server.call('GET', `/organizations/${centre}/firstSteps`, { as });
    expect(answer.statusCode, answer.body).toBe(200);
    return (answer.json() as { steps: { name: string; done: boolean }[] }).steps.filter((step) => step.done).map(({ name }) => name);
  };

  test('come from what stands in its own registers, and from nothing else', async () => {
    const full = await fillCentre(server, 'full', 'Ambre');
    const empty = await server.addCentre({ slug: 'empty' });
    const adviser = await server.addAccount({ centre: empty, roles: ['adviser'] });
    expect(await done(empty, adviser)).toEqual([]);
    const theirs = await server.addAccount({ centre: full.organizationId, roles: ['adviser'] });
    expect(await done(full.organizationId, theirs)).toEqual(['people', 'services']);

    const person = await server.call('POST', `/organizations/${empty}/people`, { as: adviser, body: { lastName: 'Maes', firstName: 'Lien', kind: 'staff' } });
    for (const kind of ['adviser', 'president', 'directorGeneral']) {
      const made = await server.call('POST', `/organizations/${empty}/mandates`, { as: adviser, body: { personId: person.json().id, kind, start: '2020-01-01', end: '2021-01-01' } });
      expect(made.statusCode, made.body).toBe(201);
    }
    expect(await done(empty, adviser)).toEqual(['people', 'mandates']);
    await server.addAccount({ centre: empty, personId: person.json().id });
    expect(await done(empty, adviser)).toEqual(['people', 'mandates', 'direction']);
  });
});
