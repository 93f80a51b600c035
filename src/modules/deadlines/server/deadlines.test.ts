import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { CentreRole } from '../../../kernel/permissions.ts';

type Line = { id: string; organizationId?: string; rule: string; room: string; state: string; mine: boolean; due: { on?: string; at?: string }; about?: string; action: { path: string } };
type List = { items: Line[]; total: number; next?: string };
type Summary = {
  counts: Record<string, number>;
  lateWithOthers: number;
  centres: ({ organizationId: string } & Record<string, number>)[];
  months: { month: string; overdue: number; count: number }[];
  rooms: { room: string }[];
} & Record<'overdue' | 'week' | 'waiting', Line[]>;

const filledProfile = {
  network: 'networked',
  itManagement: 'internal',
  server: 'own',
  archives: 'own',
  wifi: 'none',
  laptops: 'none',
  privateUse: 'none',
  surroundings: 'quiet',
  telework: false,
  restHome: false,
  website: false,
  ownDevelopment: false,
  removableMedia: false,
  cameras: false,
  volunteers: false,
} as const;

describeOnBothEngines('what is due', (engine) => {
  let server: TestServer;
  let centre: string;
  let other: string;
  const accounts = new Map<string, Account>();
  // A Monday at eleven in Belgium.
  const now = new Date('2026-11-23T10:00:00Z');

  /** A centre followed since the beginning of the year where nothing is due but what a test adds. */
  const quietCentre = async (slug: string): Promise<string> => {
    const id = await server.addCentre({ slug, profile: filledProfile });
    await server.asOwner(`UPDATE organization SET followed_since = '2026-01-01' WHERE id = $1`, [id]);
    const holder = await server.addPerson(id, { lastName: `Titulaire ${slug}` });
    for (const kind of ['adviser', 'dpo', 'directorGeneral'])
      await server.addRecord(id, 'mandate', { personId: holder, kind, start: '2020-01-01', decidedOn: '2019-12-10', federalServiceNotifiedOn: '2019-12-12', authorityNotifiedOn: '2019-12-12' });
    for (const kind of ['securityPolicyFormal', 'securityPolicyOperational', 'undertakingStaff'])
      await server.asOwner(
        `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, decided_on, content_hash) VALUES ($1, gen_random_uuid(), $2, 'fr', 1, 'approved', 1, '2026-06-01', '2026-06-15', 'x')`,
        [id, kind],
      );
    await server.addRecord(id, 'inspection', {
      title: 'Audit',
      kind: 'complete',
      auditorKind: 'external',
      auditorFirm: 'Vérif',
      heldOn: '2026-01-05',
      reportOn: '2026-02-05',
      chapters: [],
      serviceIds: [],
    });
    await server.asOwner(
      `INSERT INTO yearly_report (organization_id, id, year, language, begun_on, decided_on, decision_number, content_hash) SELECT $1, gen_random_uuid(), year, 'fr', '2026-01-05', '2026-11-10', '2026/1', 'x' FROM generate_series(2025, 2026) year`,
      [id],
    );
    await server.asOwner(
      `INSERT INTO plan_version (organization_id, id, year, number, language, drafted_on, submitted_on, content) VALUES ($1, gen_random_uuid(), 2027, 1, 'fr', '2026-09-01', '2026-09-15', '{}')`,
      [id],
    );
    return id;
  };
  const leave = async (id: string, lastName: string, end: string, more: Record<string, unknown> = {}) => {
    const personId = await server.addPerson(id, { lastName, firstName: 'Nour' });
    return server.addRecord(id, 'contract', { personId, kind: 'permanent', function: 'agent', start: '2021-01-01', end, suspensions: [], ...more });
  };
  const as = async (role: CentreRole): Promise<Account> => {
    const known = accounts.get(role) ?? (await server.addAccount({ centre, roles: [role] }));
    accounts.set(role, known);
    return known;
  };
  const get = async <T>(path: string, account: Account): Promise<T> => {
    const answer = await server.call('GET', path, { as: account });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as T;
  };
  const mineIn = (role: CentreRole) => as(role).then((account) => get<List>(`/organizations/${centre}/obligations`, account));

  /** Everybody has signed their undertaking: who has not would be due. */
  const allSign = () =>
    server.asOwner(
      `INSERT INTO declaration (organization_id, id, number, person_id, variant, how, signed_on) SELECT organization_id, gen_random_uuid(), row_number() OVER (PARTITION BY organization_id), id, 'staff', 'earlier', '2020-01-01' FROM person`,
    );

  beforeAll(async () => {
    server = await testServer({ engine, now });
    centre = await quietCentre('valombre');
    other = await quietCentre('orneval');
    await leave(centre, 'Partie', '2026-11-20');
    await leave(centre, 'Bientôt', '2026-11-26');
    await leave(centre, 'Fermée', '2026-11-19', { accountsClosedOn: '2026-11-20' });
    await leave(centre, 'Ancienne', '2019-12-31', { start: '2018-01-01' });
    await leave(other, 'Zibeline', '2026-11-18');
    const renewed = await server.addPerson(centre, { lastName: 'Renouvelée' });
    for (const [start, end] of [
      ['2025-01-01', '2026-11-21'],
      ['2026-11-22', undefined],
    ] as const)
      await server.addRecord(centre, 'contract', { personId: renewed, kind: 'fixedTerm', function: 'agent', start, end, suspensions: [] });
    await allSign();
    await server.asOwner(
      `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on) VALUES ($1, gen_random_uuid(), 'securityPolicyFormal', 'fr', 2, 'draft', 1, '2026-10-01')`,
      [centre],
    );
  });
  afterAll(() => server.close());

  test('an adviser sees what is theirs, late and soon, and what waits for the direction', async () => {
    const { items, total } = await mineIn('adviser');
    expect(items.map(({ rule, state, about, due }) => [rule, state, about ?? '', due.on ?? due.at])).toEqual([
      ['accountsDisabled', 'overdue', 'Nour Partie', '2026-11-21T23:00:00.000Z'],
      ['accountsDisabled', 'week', 'Nour Bientôt', '2026-11-27T23:00:00.000Z'],
      ['draftDecided', 'waiting', '', '2026-11-30'],
      ['policyVerified', 'later', '', '2027-06-15'],
      ['policyVerified', 'later', '', '2027-06-15'],
    ]);
    expect(total).toBe(5);
  });

  test.each<[CentreRole, [string, string][]]>([
    // Theirs to decide; what the adviser has to do waits for the adviser.
    [
      'directorGeneral',
      [
        ['accountsDisabled', 'waiting'],
        ['accountsDisabled', 'waiting'],
        ['draftDecided', 'later'],
        ['policyVerified', 'later'],
        ['policyVerified', 'later'],
      ],
    ],
    [
      'auditor',
      [
        ['accountsDisabled', 'waiting'],
        ['accountsDisabled', 'waiting'],
        ['draftDecided', 'waiting'],
        ['policyVerified', 'later'],
        ['policyVerified', 'later'],
      ],
    ],
    ['staff', []],
    ['headOfService', []],
    ['reception', []],
  ])('a %s sees what that role may', async (role, expected) => {
    const { items } = await mineIn(role);
    expect(items.map(({ rule, state }) => [rule, state])).toEqual(expected);
  });

  test('each centre of somebody by what they are there, and nothing of a centre that is not theirs', async () => {
    const shared = await server.addAccount({ centre, roles: ['adviser'] });
    const link = (roles: string) =>
      server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, $3, '2020-01-01')`, [other, shared.id, `{${roles}}`]);
    const rules = async () => (await get<List>('/obligations', shared)).items.filter(({ organizationId }) => organizationId === other).map(({ rule, state }) => `${rule} ${state}`);
    expect(await rules()).toEqual([]);
    await link('reception');
    expect(await rules()).toEqual([]);
    await server.asOwner(`UPDATE link SET granted_roles = '{adviser}' WHERE organization_id = $1 AND account_id = $2`, [other, shared.id]);
    expect(await rules()).toEqual(['accountsDisabled overdue', 'policyVerified later', 'policyVerified later']);
    expect(JSON.stringify(await get('/obligations', await as('adviser')))).not.toContain('Zibeline');
    const { centres, counts, months } = await get<Summary>('/obligations/summary', shared);
    expect(centres.map(({ organizationId, overdue, week }) => [organizationId, overdue, week])).toEqual([
      [centre, 1, 1],
      [other, 1, 0],
    ]);
    expect(counts).toEqual({ overdue: 2, week: 1, waiting: 1, later: 4 });
    expect(months[0]).toEqual({ month: '2026-11', overdue: 2, count: 2 });
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  test('the sums are those of the list, and the first lines of each state come with them', async () => {
    const adviser = await as('adviser');
    const summary = await get<Summary>(`/organizations/${centre}/obligations/summary?first=1`, adviser);
    expect(summary.counts).toEqual({ overdue: 1, week: 1, waiting: 1, later: 2 });
    expect([summary.overdue, summary.week, summary.waiting].map((lines) => lines.map(({ rule }) => rule))).toEqual([['accountsDisabled'], ['accountsDisabled'], ['draftDecided']]);
    expect(summary.rooms.map(({ room }) => room)).toEqual(['people', 'documents']);
  });

  test('pages follow each other whole, and filters narrow them', async () => {
    const adviser = await as('adviser');
    const found: string[] = [];
    for (let next: string | undefined = `/organizations/${centre}/obligations?pageSize=2`; next;) {
      const page: List = await get(next, adviser);
      expect(page.total).toBe(5);
      found.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(found).size).toBe(5);
    expect((await mineIn('adviser')).items.map(({ id }) => id)).toEqual(found);
    const ids = async (query: string) => (await get<List>(`/organizations/${centre}/obligations?${query}`, adviser)).items.map(({ rule }) => rule);
    expect(await ids('state=waiting')).toEqual(['draftDecided']);
    expect(await ids('room=people')).toEqual(['accountsDisabled', 'accountsDisabled']);
    expect(await ids('role=directorGeneral')).toEqual(['draftDecided']);
    expect((await server.call('GET', `/organizations/${centre}/obligations?state=never`, { as: adviser })).statusCode).toBe(400);
  });

  test('the fact that closes it makes it disappear', async () => {
    const adviser = await as('adviser');
    const [line] = (await mineIn('adviser')).items;
    const path = `/organizations/${centre}/contracts/${line!.action.path.split('/').at(-1)}`;
    const contract = await server.call('GET', path, { as: adviser });
    expect((await server.call('PATCH', path, { as: adviser, headers: { 'if-match': String(contract.headers['etag']) }, body: { accountsClosedOn: '2026-11-23' } })).statusCode).toBe(200);
    expect((await mineIn('adviser')).items.map(({ about }) => about)).not.toContain('Nour Partie');
  });

  test('a backup that failed is the administrator’s, until one succeeds', async () => {
    const administrator = await server.addAccount({ installation: ['administrator'] });
    const lines = async () => (await get<List>('/obligations', administrator)).items.map(({ rule, state, due }) => [rule, state, due.on]);
    expect(await lines()).toEqual([]);
    const run = (at: string, state: string, fault: string | null) =>
      server.asOwner(`INSERT INTO backup_run (id, kind, at, state, finished_at, fault) VALUES (gen_random_uuid(), 'scheduled', $1, $2, $1, $3)`, [at, state, fault]);
    await run('2026-11-23T02:00:00Z', 'failed', 'diskFull');
    expect(await lines()).toEqual([['backupRepaired', 'week', '2026-11-24']]);
    expect((await get<List>('/obligations', await as('adviser'))).items.map(({ room }) => room)).not.toContain('backups');
    await run('2026-11-23T09:00:00Z', 'done', null);
    expect(await lines()).toEqual([]);
  });

  describe('a rule of a centre', () => {
    const rule = (id: string) => `/organizations/${centre}/rules/${id}`;
    const put = async (id: string, role: CentreRole, body: object, version = 0) => server.call('PUT', rule(id), { as: await as(role), headers: { 'if-match': `"${version}"` }, body });

    test('is shown with its source and what may be set; staff reads it, and sets nothing', async () => {
      const shown = await get<{ items: { rule: string; version: number }[]; followedSince: string }>(`/organizations/${centre}/rules`, await as('staff'));
      expect(shown.followedSince).toBe('2026-01-01');
      expect(shown.items.find((one) => one.rule === 'dataSubjectAnswer')).toMatchObject({ kind: 'law', adjust: 'stricter', certainty: 'unsure', length: { amount: 1, unit: 'month' }, version: 0 });
      expect((await put('policyVerified', 'staff', { amount: 1 })).statusCode).toBe(403);
    });

    test('counts in that centre only, is in the trail, and goes back to what it was', async () => {
      const due = async () => (await mineIn('adviser')).items.filter((one) => one.rule === 'draftDecided').map((one) => [one.due.on, one.state]);
      const set = await put('draftDecided', 'adviser', { amount: 45 });
      expect(set.statusCode, set.body).toBe(200);
      expect(set.json()).toMatchObject({ setting: { amount: 45 }, version: 1 });
      expect(await due()).toEqual([['2026-11-15', 'waiting']]);
      const [entry] = await server.asOwner<{ action: string; fields: { after: object } }>(`SELECT action, fields FROM audit_entry WHERE organization_id = $1 AND table_name = 'rule_setting'`, [
        centre,
      ]);
      expect(entry).toMatchObject({ action: 'insert', fields: { after: { rule: 'draftDecided', amount: 45 } } });
      // Somebody who read it before it was set loses nothing of the other's.
      expect((await put('draftDecided', 'directorGeneral', { amount: 30 })).statusCode).toBe(412);
      expect((await server.call('DELETE', rule('draftDecided'), { as: await as('adviser'), headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
      expect(await due()).toEqual([['2026-11-30', 'waiting']]);
    });

    test.each([
      ['dataSubjectAnswer', { amount: 2, reason: 'Nous sommes peu nombreux' }, 'lawCannotBeLoosened'],
      ['dpoAppointed', { amount: 0 }, 'fixed'],
      ['policyVerified', { amount: 2 }, 'reasonRequired'],
    ])('%s with %j is refused: %s', async (id, body, code) => {
      const answer = await put(id, 'adviser', body);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().issues).toMatchObject([{ code }]);
    });

    test('is looser with a reason where no law forbids it', async () => {
      expect((await put('policyVerified', 'adviser', { amount: 2, reason: 'Le conseil a décidé de deux ans' })).statusCode).toBe(200);
      expect((await mineIn('adviser')).items.filter((one) => one.rule === 'policyVerified').map((one) => one.due.on)).toEqual(['2028-06-15', '2028-06-15']);
    });
  });
});
