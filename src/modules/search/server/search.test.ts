import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the search', (engine) => {
  let server: TestServer;
  let valombre: string;
  let orneval: string;
  let foreign: string;
  let adviser: Account;

  type Answer = {
    groups: {
      group: string;
      total: number;
      counted: boolean;
      near: boolean;
      tooShort: boolean;
      items: { id: string; title: string; organizationId?: string; detail?: string; past?: boolean; page: string }[];
      centres: { organizationId: string; total: number }[];
    }[];
    recent: { group: string; id: string; title: string }[];
  };
  const search = async (body: object, as: Account = adviser): Promise<Answer> => {
    const answer = await server.call('POST', '/search', { as, body });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const people = async (body: object, as?: Account) => (await search(body, as)).groups.find(({ group }) => group === 'people');
  const titles = async (text: string, as?: Account) => (await people({ text }, as))?.items.map(({ title }) => title);
  const add = async (centre: string, lastName: string, firstName: string): Promise<string> => {
    const words = `${lastName} ${firstName}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const rows = await server.asOwner<{ id: string }>(
      `INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text) VALUES ($1, gen_random_uuid(), $2, $3, 'staff', $4) RETURNING id`,
      [centre, lastName, firstName, words],
    );
    return rows[0]!.id;
  };

  beforeAll(async () => {
    server = await testServer({ engine });
    valombre = await server.addCentre({ slug: 'valombre' });
    orneval = await server.addCentre({ slug: 'orneval' });
    foreign = await server.addCentre({ slug: 'foreign' });
    adviser = await server.addAccount({ centre: valombre, roles: ['adviser'] });
    await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{adviser}', '2020-01-01')`, [orneval, adviser.id]);
    for (const centre of [valombre, orneval, foreign]) {
      const id = await add(centre, 'Delvaux', 'Émilie');
      await server.asOwner(
        `INSERT INTO contract (organization_id, id, person_id, kind, function, start, "end") VALUES ($1, gen_random_uuid(), $2, 'permanent', 'Juriste', '2020-01-01', '2021-01-01')`,
        [centre, id],
      );
    }
    await add(valombre, 'Van Delft', 'Claire');
  });
  afterAll(() => server.close());

  test('finds by letters, whatever the accents and the case, with those first whose name begins so', async () => {
    const found = await people({ text: 'DEL', organizationId: valombre });
    expect(found?.items.map(({ title }) => title)).toEqual(['Delvaux Émilie', 'Van Delft Claire']);
    expect(found?.items[0]).toMatchObject({ detail: 'Juriste', past: true, organizationId: valombre, page: `people/${found?.items[0]?.id}` });
    expect(await titles('emilie delv')).toEqual(['Delvaux Émilie', 'Delvaux Émilie']);
    expect(await titles('100%_\\')).toEqual([]);
  });

  test('covers the centres of the account, one when it says so, and never another', async () => {
    const all = await people({ text: 'delvaux' });
    expect(all?.total).toBe(2);
    expect(all?.centres.map(({ organizationId }) => organizationId).toSorted()).toEqual([valombre, orneval].toSorted());
    expect((await people({ text: 'delvaux', organizationId: orneval }))?.items.map(({ organizationId }) => organizationId)).toEqual([orneval]);
    expect((await server.call('POST', '/search', { as: adviser, body: { text: 'delvaux', organizationId: foreign } })).statusCode).toBe(404);
  });

  test('shows of each centre only what the caller may read there', async () => {
    const mixed = await server.addAccount({ centre: valombre, roles: ['adviser'] });
    await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{reception}', '2020-01-01')`, [orneval, mixed.id]);
    expect((await people({ text: 'delvaux' }, mixed))?.items.map(({ organizationId }) => organizationId)).toEqual([valombre]);
    const reception = await server.addAccount({ centre: valombre, roles: ['reception'] });
    expect((await search({ text: 'e' }, reception)).groups.map(({ group }) => group)).toEqual(['legal']);
  });

  test('where nobody is called so, shows who is called nearly so, and says it', async () => {
    const found = await people({ text: 'delvaus', organizationId: valombre });
    expect(found).toMatchObject({ near: true, total: 1, items: [{ title: 'Delvaux Émilie' }] });
    expect(await people({ text: 'zzzzzz' })).toMatchObject({ total: 0, items: [] });
  });

  test('counts to a thousand, and says when there are more', async () => {
    await server.asOwner(
      `INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text) SELECT $1, gen_random_uuid(), 'Foule', 'N' || n, 'staff', 'foule n' || n FROM generate_series(1, 1200) n`,
      [orneval],
    );
    const found = await people({ text: 'foule' });
    expect(found).toMatchObject({ total: 1000, counted: false });
    expect(found?.items).toHaveLength(10);
  });

  test('finds documents and legal texts by their words, in the language asked for', async () => {
    const { groups } = await search({ text: 'veiligheidsbeleid', organizationId: valombre, language: 'nl' });
    expect(groups.find(({ group }) => group === 'documents')?.items.map(({ page }) => page)).toContain('documents/securityPolicyFormal');
    const laws = (await search({ text: '15 janvier 1990' })).groups.find(({ group }) => group === 'legal');
    expect(laws?.items[0]?.page).toMatch(/^legal#\w+$/);
  });

  test('finds formal audits by their words and by who did them', async () => {
    const audit = { title: 'Contrôle des accès', kind: 'partial', auditorKind: 'external', auditorFirm: 'Vérif-Été SRL', plannedOn: '2027-01-12', chapters: [], serviceIds: [] };
    const made = await server.call('POST', `/organizations/${valombre}/inspections`, { as: adviser, body: audit });
    expect(made.statusCode, made.body).toBe(201);
    const audits = async (text: string) => (await search({ text })).groups.find(({ group }) => group === 'inspections')?.items.map(({ title, page }) => [title, page]);
    expect(await audits('verif acces')).toEqual([['Contrôle des accès', `inspections/${made.json().id}`]]);
    expect(await audits('verif nulle')).toEqual([]);
  });

  test('a national number is refused, not searched', async () => {
    const answer = await server.call('POST', '/search', { as: adviser, body: { text: '85.07.30-033.28' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toMatchObject([{ name: 'text', code: 'nationalNumber' }]);
    expect(answer.body).not.toContain('033');
  });

  test('what was opened before is named again by its id, where it may still be read', async () => {
    const mine = (await people({ text: 'delft' }))!.items[0]!;
    const [theirs] = await server.asOwner<{ id: string }>('SELECT id FROM person WHERE organization_id = $1', [foreign]);
    const { recent } = await search({
      recent: [
        { group: 'people', id: mine.id, organizationId: valombre },
        { group: 'people', id: theirs!.id, organizationId: foreign },
        { group: 'people', id: 'nobody', organizationId: valombre },
        { group: 'documents', id: 'securityPolicyFormal', organizationId: valombre },
        { group: 'documents', id: 'securityPolicyFormal', organizationId: foreign },
      ],
    });
    expect(recent.map(({ id }) => id)).toEqual([mine.id, 'securityPolicyFormal']);
  });
});
