import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { comparedResources, dossierParts } from './dossier-parts.ts';
import { workReconciliations } from './work.ts';

type Report = { outcome: string; code?: string; reconciliationId?: string; counts?: Record<string, number>; headings?: string[] };
type Finding = { id: string; version: number; kind: string; account?: string; person?: string; days?: number; state: string; foundOn: string };

const list = (...lines: string[]): Buffer => Buffer.from(['Comptes, au 22/11/2026', '', 'SamAccountName;GivenName;Surname;Enabled;LastLogonDate', ...lines].join('\r\n'), 'latin1');

describeOnBothEngines('account lists against the rights', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let resource: string;
  const people: Record<string, string> = {};
  const now = new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now });
    await workReconciliations(server.services);
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    resource = await server.addRecord(centre, 'resource', { name: 'Domaine', kind: 'domain', levels: '{read,administer}', accountSource: 'activeDirectory', searchText: 'domaine' });
    for (const [key, firstName, lastName, end] of [
      ['claire', 'Claire', 'Delvaux', null],
      ['jan', 'Jan', 'Van den Berghe', null],
      ['zoe', 'Zoé', 'Lambin', '2026-10-23'],
      ['luc', 'Luc', 'Maes', null],
      ['anne', 'Anne-Sophie', 'Petit', null],
    ] as const) {
      people[key] = await server.addPerson(centre, { firstName, lastName });
      await server.addRecord(centre, 'contract', { personId: people[key], kind: 'permanent', function: 'x', start: '2020-01-01', end, suspensions: [] });
    }
    for (const [key, account] of [
      ['claire', 'cdelvaux'],
      ['jan', null],
      ['luc', null],
    ] as const)
      await server.addRecord(centre, 'accessGrant', { personId: people[key], resourceId: resource, level: 'read', account, start: '2024-01-01', source: 'hand' });
  });
  afterAll(() => server.close());

  const give = async (bytes: Buffer): Promise<Report> => {
    const payload = Buffer.concat([Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="ad.csv"\r\n\r\n'), bytes, Buffer.from('\r\n--x--\r\n')]);
    const accepted = await server.call('POST', `/organizations/${centre}/accountLists/${resource}/compare`, { as: adviser, payload, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(accepted.statusCode, accepted.body).toBe(202);
    const task = async () => (await server.call('GET', String(accepted.headers['location']), { as: adviser })).json<{ state: string; report?: Report }>();
    await expect.poll(async () => (await task()).state, { timeout: 60_000, interval: 100 }).toMatch(/done|failed/);
    const { state, report } = await task();
    expect(state).toBe('done');
    return report!;
  };
  const findings = async (query = ''): Promise<Finding[]> =>
    (await server.call('GET', `/organizations/${centre}/accountFindings?resourceId=${resource}${query}`, { as: adviser })).json<{ items: Finding[] }>().items;
  const told = async (): Promise<string[]> => (await findings('&state=open')).map(({ kind, account, person }) => [kind, account, person].filter(Boolean).join(' ')).toSorted();
  const first = list(
    'cdelvaux;Claire;Delvaux;True;21/11/2026 8:00:00',
    'jvdb;Jan;Vandenberghe;True;1/03/2026 8:00:00',
    'zlambin;Zoé;Lambin;True;20/11/2026 8:00:00',
    'apetit;Anne;Petit;True;20/11/2026 8:00:00',
    'fantome;Paul;Inconnu;True;20/11/2026 8:00:00',
    'accueil;;;True;20/11/2026 8:00:00',
    ';Sans;Compte;True;',
  );

  test('a list is read, compared, and tells all contradictions and only those', async () => {
    expect(await give(first)).toMatchObject({ outcome: 'compared', counts: { accounts: 6, matched: 3, asked: 1, faults: 1, found: 5, gone: 0, open: 5 } });
    expect(await told()).toEqual(['ofGone zlambin Zoé Lambin', 'shared accueil', 'unused jvdb Jan Van den Berghe', 'withoutAccount Luc Maes', 'withoutPerson fantome']);
    expect((await findings('&kind=ofGone'))[0]).toMatchObject({ days: 30, foundOn: '2026-11-22' });
  });

  test('the same file again makes no run and no findings, and says so', async () => {
    expect(await give(first)).toMatchObject({ outcome: 'same' });
    const runs = (await server.call('GET', `/organizations/${centre}/reconciliations?resourceId=${resource}`, { as: adviser })).json<{ items: { id: string }[]; total: number }>();
    expect(runs.total).toBe(1);
    expect((await server.call('GET', `/organizations/${centre}/reconciliations/${runs.items[0]!.id}`, { as: adviser })).json()).toMatchObject({
      fileName: 'ad.csv',
      format: { encoding: 'windows1252', separator: 'semicolon', titleLines: 1, heading: 3, dates: 'dmy' },
      faults: [{ line: 10, code: 'noAccount', text: 'Sans Compte True' }],
    });
    expect(await told()).toHaveLength(5);
  });

  test('who an uncertain account is of is asked once, and what was said counts at once and for good', async () => {
    const asked = (await server.call('GET', `/organizations/${centre}/accountMatches?resourceId=${resource}&kind=asked`, { as: adviser })).json<{
      items: { id: string; version: number; account: string; person: string; why: string }[];
    }>();
    expect(asked.items).toMatchObject([{ account: 'apetit', person: 'Anne-Sophie Petit', why: 'part' }]);
    const { id, version } = asked.items[0]!;
    const say = (body: object) => server.call('PUT', `/organizations/${centre}/accountMatches/${id}`, { as: adviser, body, headers: { 'if-match': `"${version}"` } });
    expect((await say({ kind: 'service' })).json().issues).toMatchObject([{ name: 'personId', code: 'personRequired' }]);
    expect((await say({ kind: 'person', personId: people['anne'] })).json()).toMatchObject({ kind: 'person', answeredOn: '2026-11-22' });
    expect((await say({ kind: 'unknown' })).statusCode).toBe(412);
    // She has no right there.
    expect(await told()).toContain('withoutGrant apetit Anne-Sophie Petit');
  });

  test('one that is closed with a reason stays closed, until its facts change', async () => {
    const one = (await findings('&kind=unused'))[0]!;
    const close = (body: object) => server.call('POST', `/organizations/${centre}/accountFindings/${one.id}/close`, { as: adviser, body, headers: { 'if-match': `"${one.version}"` } });
    expect((await close({ reason: 'other' })).json().issues).toMatchObject([{ name: 'note', code: 'noteRequired' }]);
    expect((await close({ reason: 'temporary', note: 'En congé de longue durée' })).json()).toMatchObject({ state: 'closed', closedOn: '2026-11-22' });
    const changed = (jan: string) =>
      list(
        'cdelvaux;Claire;Delvaux;True;22/11/2026 8:00:00',
        jan,
        'apetit;Anne;Petit;True;20/11/2026 8:00:00',
        'fantome;Paul;Inconnu;True;20/11/2026 8:00:00',
        'lmaes;Luc;Maes;True;20/11/2026',
        'accueil;;;True;20/11/2026',
      );
    expect(await give(changed('jvdb;Jan;Vandenberghe;True;1/03/2026 8:00:00'))).toMatchObject({ outcome: 'compared', counts: { found: 0, gone: 2 } });
    expect(await told()).toEqual(['shared accueil', 'withoutGrant apetit Anne-Sophie Petit', 'withoutPerson fantome']);
    await give(changed('jvdb;Jan;Vandenberghe;True;2/03/2026 8:00:00'));
    expect(await told()).toContain('unused jvdb Jan Van den Berghe');
  });

  test('of the lists, the last two alone keep their accounts', async () => {
    expect(await server.asOwner('SELECT count(*)::int AS runs, count(accounts)::int AS kept FROM reconciliation')).toEqual([{ runs: 3, kept: 2 }]);
  });

  test('one whose step is done, and which a later list still tells, is open again; the same list compared anew leaves it', async () => {
    const { id, version } = (await findings('&kind=withoutPerson'))[0]!;
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': '0199aaaa-0000-7000-8000-00000000abcd' };
    const body = { kind: 'disableAccount', ownerRole: 'itHead', dueOn: '2026-11-23' };
    const asked = await server.call('POST', `/organizations/${centre}/accountFindings/${id}/steps`, { as: adviser, body, headers });
    expect(asked.statusCode, asked.body).toBe(201);
    const state = async () => (await findings('&kind=withoutPerson')).find((one) => one.id === id)?.state;
    const later = (more: string) => list('fantome;Paul;Inconnu;True;20/11/2026 8:00:00', more);
    await give(later('x1;;;True;'));
    expect(await state()).toBe('step');
    // Done after the list was given: that list says nothing of it yet.
    await server.asOwner("UPDATE access_step SET state = 'done', done_at = '2026-11-22T09:30:00Z' WHERE origin_id = $1", [id]);
    const again = await server.call('POST', `/organizations/${centre}/accountLists/${resource}/compareAgain`, { as: adviser });
    expect([again.statusCode, await state()]).toEqual([200, 'step']);
    // Done before the next one was given.
    await server.asOwner("UPDATE access_step SET done_at = '2026-11-22T08:30:00Z' WHERE origin_id = $1", [id]);
    await give(later('x2;;;True;'));
    expect(await state()).toBe('open');
  });

  test('columns that nobody knows are asked on the page, and remembered', async () => {
    const strange = Buffer.from('Code agent;Libellé\ncdelvaux;Claire Delvaux\n');
    expect(await give(strange)).toMatchObject({ outcome: 'columns', headings: ['Code agent', 'Libellé'] });
    const read = async () => (await server.call('GET', `/organizations/${centre}/accountLists/${resource}`, { as: adviser })).json<{ version: number }>();
    const body = {
      columns: [
        { heading: 'Code agent', field: 'account' },
        { heading: 'Libellé', field: 'name' },
      ],
    };
    const put = await server.call('PUT', `/organizations/${centre}/accountLists/${resource}`, { as: adviser, body, headers: { 'if-match': `"${(await read()).version}"` } });
    expect(put.statusCode, put.body).toBe(200);
    expect(await give(strange)).toMatchObject({ outcome: 'compared', counts: { accounts: 1 } });
  });

  test('a word for a right that nobody knew counts for the list that was given, as soon as it is said', async () => {
    const grave = async () => (await findings('&kind=administrator')).map(({ account }) => account);
    await give(Buffer.from('Login;Nom;Rôle\ncdelvaux;Claire Delvaux;Chef de file\n'));
    expect(await grave()).toEqual([]);
    const path = `/organizations/${centre}/accountLists/${resource}`;
    const { version, columns, words } = (await server.call('GET', path, { as: adviser })).json<{ version: number; columns: object[]; words: string[] }>();
    expect(words).toEqual(['Chef de file']);
    const put = await server.call('PUT', path, { as: adviser, body: { columns, levels: [{ word: 'chef de file', level: 'administer' }] }, headers: { 'if-match': `"${version}"` } });
    expect(put.statusCode, put.body).toBe(200);
    expect(await grave()).toEqual(['cdelvaux']);
  });

  test('two records of one person become one: what was said of their accounts, and what was found, is of whoever is kept', async () => {
    const twin = await server.addPerson(centre, { firstName: 'Jean', lastName: 'Van den Berghe' });
    await server.addRecord(centre, 'contract', { personId: twin, kind: 'permanent', function: 'x', start: '2020-01-01', end: null, suspensions: [] });
    const said = await server.call('POST', `/organizations/${centre}/accountMatches`, { as: adviser, body: { resourceId: resource, account: 'jean2', kind: 'person', personId: twin } });
    expect(said.statusCode, said.body).toBe(201);
    const given = Buffer.from('Login;Nom\njvdb;Jan Van den Berghe\njean2;Jean V.\n');
    await give(given);
    const of = async () => (await findings()).filter(({ account }) => account === 'jean2' || account === 'jvdb').map(({ kind, account, person }) => `${kind} ${account} ${person}`);
    expect(await of()).toEqual(['withoutGrant jean2 Jean Van den Berghe']);
    const [kept, gone] = (await server.asOwner<{ id: string; version: number }>('SELECT id, version FROM person WHERE id = ANY ($1) ORDER BY id = $2', [[people['jan'], twin], twin])) as [
      { id: string; version: number },
      { id: string; version: number },
    ];
    const body = { keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version, values: { lastName: 'Van den Berghe', firstName: 'Jan', kind: 'staff' } };
    const merged = await server.call('POST', `/organizations/${centre}/peopleMerges`, { as: adviser, body });
    expect(merged.statusCode, merged.body).toBe(201);
    // The right of the one is that of the other: both accounts are theirs, and nothing contradicts any more.
    await give(Buffer.concat([given, Buffer.from('\n')]));
    expect(await of()).toEqual([]);
    const matches = (await server.call('GET', `/organizations/${centre}/accountMatches?resourceId=${resource}`, { as: adviser })).json<{ items: { account: string; person: string }[] }>();
    expect(matches.items.find(({ account }) => account === 'jean2')?.person).toBe('Jan Van den Berghe');
  });

  test('what has been gone for two years, or what the centre says, is erased at the next list; what became a step stays', async () => {
    const gone = async () => (await findings('&state=gone')).map(({ id }) => id);
    const [stepped] = (await server.asOwner<{ id: string }>("SELECT DISTINCT origin_id AS id FROM access_step WHERE origin_kind = 'finding'")) as [{ id: string }];
    await give(list('cdelvaux;Claire;Delvaux;True;22/11/2026'));
    expect((await gone()).length).toBeGreaterThan(3);
    await server.asOwner("UPDATE account_finding SET gone_on = '2024-11-22' WHERE gone_on IS NOT NULL");
    const again = () => server.call('POST', `/organizations/${centre}/accountLists/${resource}/compareAgain`, { as: adviser });
    const all = await gone();
    await again();
    expect(await gone()).toEqual(all);
    await server.addRecord(centre, 'ruleSetting', { rule: 'accountFindingsKept', amount: 23 });
    await again();
    expect(await gone()).toEqual([stepped.id]);
  });

  test('the dossier says how each list stands, and what is open of it', async () => {
    const scope = { organizations: [centre], actor: { kind: 'setup' as const } };
    await give(list('fantome;Paul;Inconnu;True;20/11/2026 8:00:00'));
    const [domain] = await server.db.tx(scope, (tx) => comparedResources(tx, centre, 'fr'));
    const open = await findings('&state=open');
    expect(domain).toMatchObject({ name: 'Domaine', ranOn: '2026-11-22', accounts: 1, open: open.length, more: 0 });
    expect(domain!.findings).toContainEqual({ name: 'Paul Inconnu', account: 'fantome', kind: 'compte sans personne', foundOn: expect.any(String) as string, state: 'ouvert' });
    expect(domain!.findings).toContainEqual(expect.objectContaining({ name: 'Claire Delvaux', kind: 'droit sans compte' }));
    const [part] = await dossierParts({ db: server.db }, scope, { organizationId: centre, slug: 'valombre', language: 'fr', day: '2026-11-22' });
    expect(part).toMatchObject({ title: 'Comptes rapprochés des droits d’accès', lines: ['Écarts encore ouverts au 22 novembre 2026.'], draft: false, path: 'reconciliation' });
    expect(part!.files.map(({ name }) => name)).toEqual(['pdf', 'docx'].map((format) => `rapprochement-comptes/valombre-rapprochement-comptes-2026-11-22.${format}`));
    for (const { bytes } of part!.files) expect((await bytes()).length).toBeGreaterThan(2000);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['headings alone', Buffer.from('SamAccountName;Name\n'), 'empty'],
    ['a printed page', Buffer.from('%PDF-1.7\n'), 'notAList'],
    ['a page of the web', Buffer.from('<!DOCTYPE html><table></table>'), 'notAList'],
    ['a quotation mark that never closes', Buffer.from('SamAccountName;Name\n"a;b\nc;d\n'), 'quote'],
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'oldWorkbook'],
  ])('%s is refused by its name', async (_what, bytes, code) => {
    expect(await give(bytes)).toEqual({ outcome: 'fault', code });
  });
});
