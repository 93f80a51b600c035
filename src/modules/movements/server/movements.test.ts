import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { upload } from '../../../../test/document-files.ts';
import { storeFile } from '../../../server/files.ts';
import { giveRights, heldOn } from '../../access/server/service.ts';

type StepOut = {
  id: string;
  version: number;
  kind: string;
  state: string;
  dueAt?: string;
  dueOn?: string;
  ownerRole?: string;
  ownerName?: string;
  resourceName?: string;
  supplierName?: string;
  title?: string;
  late: boolean;
};

describeOnBothEngines('arrivals, changes, suspensions and departures', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let social: string;
  let finance: string;
  let software: string;
  let key: string;
  let firm: string;
  let clock = new Date('2026-10-20T09:00:00Z');

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2026-01-01' WHERE id = $1", [centre]);
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    await server.addAccount({ centre, roles: ['itAgent'] });
    const head = await server.addPerson(centre, { firstName: 'Inès', lastName: 'Carlier' });
    const director = await server.addPerson(centre, { firstName: 'Luc', lastName: 'Bodart' });
    const management = await server.addRecord(centre, 'service', { name: 'Direction', kind: 'management', headId: director });
    social = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', parentId: management, headId: head });
    finance = await server.addRecord(centre, 'service', { name: 'Recette', kind: 'finance', parentId: management });
    await server.addRecord(centre, 'contract', { personId: head, serviceId: social, kind: 'permanent', function: 'Cheffe', start: '2015-01-01' });
    firm = await server.addRecord(centre, 'supplier' as never, { name: 'Logisoc', kind: 'software', searchText: 'logisoc' });
    software = await server.addRecord(centre, 'resource' as never, { name: 'Logiciel social', kind: 'application', levels: '{read,write}', supplierId: firm, searchText: 'logiciel' });
    key = await server.addRecord(centre, 'resource' as never, { name: 'Clé de la réserve', kind: 'key', levels: '{hold}', searchText: 'cle' });
  });
  afterAll(() => server.close());

  type Tx = Parameters<typeof heldOn>[0];
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, work);
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const start = (body: unknown, headers: Record<string, string> = {}) => server.call('POST', path('movements'), { as: adviser, body, headers });
  const act = (method: 'PUT' | 'POST', movement: { id: string; version: number }, what: string, body: unknown) =>
    server.call(method, path(`movements/${movement.id}${what}`), { as: adviser, body, headers: { 'if-match': `"${movement.version}"` } });
  const read = async (id: string) => (await server.call('GET', path(`movements/${id}`), { as: adviser })).json();
  const tell = async (step: StepOut, body: unknown = { outcome: 'done' }) =>
    (await server.call('PUT', path(`ownSteps/${step.id}/outcome`), { as: adviser, body, headers: { 'if-match': `"${step.version}"` } })).json();
  const contractOf = async (personId: string) =>
    (
      await server.asOwner<Record<string, unknown>>('SELECT start::text, "end"::text, suspensions, accounts_closed_on::text AS closed FROM contract WHERE person_id = $1 ORDER BY start DESC', [
        personId,
      ])
    )[0];
  const held = (personId: string, on: string) => inside((tx) => heldOn(tx, centre, on, { personIds: [personId] }));
  const someone = async (firstName: string, contract: Record<string, unknown> = {}) => {
    const personId = await server.addPerson(centre, { firstName, lastName: 'Maréchal' });
    const contractId = await server.addRecord(centre, 'contract', { personId, serviceId: social, kind: 'permanent', function: 'Assistante sociale', start: '2020-01-06', ...contract } as never);
    await inside((tx) =>
      giveRights(tx, centre, [
        { personId, resourceId: software, level: 'write', account: firstName.toLowerCase(), start: '2020-01-06', source: 'hand' },
        { personId, resourceId: key, level: 'hold', start: '2020-01-06', source: 'hand' },
      ]),
    );
    return { personId, contractId };
  };
  const kinds = (steps: StepOut[]) => steps.filter(({ state }) => state === 'open').map(({ kind }) => kind);

  test('one date: the contract ends, and everything that follows is asked of whoever does it, by its clock', async () => {
    const { personId } = await someone('Ada');
    const key1 = { 'idempotency-key': randomUUID() };
    const made = await start({ kind: 'departure', personId, day: '2026-10-24' }, key1);
    expect(made.statusCode, made.body).toBe(201);
    expect((await start({ kind: 'departure', personId, day: '2026-10-24' }, key1)).json().id).toBe(made.json().id);
    expect((await start({ kind: 'departure', personId, day: '2026-10-24' })).statusCode).toBe(409);
    expect(await contractOf(personId)).toMatchObject({ end: '2026-10-24' });
    const steps: StepOut[] = made.json().allSteps;
    expect(kinds(steps)).toEqual([
      'disableAccount',
      'withdraw',
      'letter',
      'closeProxy',
      'withdraw',
      'returnKeys',
      'returnDevices',
      'returnMedia',
      'noCopies',
      'handDocuments',
      'deleteAccount',
      'handMessages',
      'autoReply',
      'sortMessages',
      'cleanComputer',
      'closeMailbox',
    ]);
    // The clocks go back on the night of the 25th: the day after the last day has 25 hours, and 24 of them are counted.
    expect(steps[0]).toMatchObject({ dueAt: '2026-10-25T22:00:00.000Z', ownerRole: 'itAgent' });
    expect(steps.find(({ kind }) => kind === 'letter')).toMatchObject({ supplierName: 'Logisoc', ownerRole: 'adviser', dueOn: '2026-10-25' });
    expect(steps.find(({ kind }) => kind === 'handDocuments')).toMatchObject({ ownerName: 'Inès Carlier' });
    expect(made.json()).toMatchObject({ announcedLate: false, open: 16, late: 0, firms: [{ id: firm, name: 'Logisoc' }], can: { close: false } });
    const [first] = steps;
    await tell(first!);
    expect(await contractOf(personId)).toMatchObject({ closed: '2026-10-20' });
  });

  test('moved, its terms follow and what is done stays; cancelled, the contract runs on and what was done is to be undone', async () => {
    const { personId } = await someone('Berthe');
    const made = (await start({ kind: 'departure', personId, day: '2026-11-30' })).json();
    const withdrawal = made.allSteps.find(({ resourceName }: StepOut) => resourceName === 'Logiciel social');
    await tell(withdrawal);
    const moved = (await act('PUT', await read(made.id), '', { day: '2026-12-31' })).json();
    expect(await contractOf(personId)).toMatchObject({ end: '2026-12-31' });
    expect(moved.allSteps.find(({ kind }: StepOut) => kind === 'disableAccount').dueAt).toBe('2027-01-01T23:00:00.000Z');
    expect(moved.allSteps.find(({ kind }: StepOut) => kind === 'closeMailbox').dueOn).toBe('2027-01-31');
    expect(moved.allSteps.find(({ id }: StepOut) => id === withdrawal.id)).toMatchObject({ state: 'done' });
    // The right that has not gone yet is marked with the new day.
    const key = moved.allSteps.find(({ kind, state }: StepOut) => kind === 'withdraw' && state === 'open');
    expect((await held(personId, '2026-10-21')).map(({ withdrawalOn }) => withdrawalOn)).toContain(key.dueOn ?? '2027-01-01');
    expect((await held(personId, '2026-10-21')).map(({ withdrawalOn }) => withdrawalOn)).not.toContain('2026-12-01');
    expect((await act('POST', { id: made.id, version: 1 }, '/cancel', { reason: 'x' })).statusCode).toBe(412);
    const cancelled = (await act('POST', moved, '/cancel', { reason: 'La démission est retirée' })).json();
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'La démission est retirée' });
    expect((await contractOf(personId))!['end']).toBeNull();
    expect(kinds(cancelled.allSteps)).toEqual(['give']);
    expect((await held(personId, '2026-10-21')).map(({ withdrawalOn }) => withdrawalOn)).toEqual([undefined]);
    const [was] = await server.asOwner<{ version: number }>('SELECT version FROM access_step WHERE id = $1', [withdrawal.id]);
    const undone = await server.call('DELETE', path(`ownSteps/${withdrawal.id}/outcome`), { as: adviser, headers: { 'if-match': `"${was!.version}"` } });
    expect(undone.statusCode).toBe(409);
    await tell(cancelled.allSteps.find(({ kind }: StepOut) => kind === 'give'));
    expect((await held(personId, '2026-10-20')).map(({ level }) => level).toSorted()).toEqual(['hold', 'write', 'write']);
  });

  test('announced late, its clock has run out already, and it says so', async () => {
    const { personId } = await someone('Céline');
    const made = (await start({ kind: 'departure', personId, day: '2026-10-12' })).json();
    expect(made).toMatchObject({ announcedLate: true });
    expect(made.allSteps[0]).toMatchObject({ kind: 'disableAccount', late: true, dueAt: '2026-10-13T22:00:00.000Z' });
    expect((await server.call('GET', path('movements?state=late'), { as: adviser })).json().items.map(({ id }: { id: string }) => id)).toContain(made.id);
  });

  test('a trainee’s accounts end with the traineeship', async () => {
    const { personId } = await someone('Denis', { kind: 'traineeship', start: '2026-09-01', end: '2026-10-23' });
    const made = (await start({ kind: 'departure', personId, day: '2026-10-23' })).json();
    expect(made.allSteps[0]).toMatchObject({ kind: 'disableAccount', dueOn: '2026-10-23' });
  });

  test('suspended, the rights go at once; back, the same are asked for again', async () => {
    const { personId } = await someone('Émile');
    const made = (await start({ kind: 'suspension', personId, day: '2026-10-20', suspensionReason: 'unpaidLeave' })).json();
    expect(kinds(made.allSteps)).toEqual(['blockAccounts', 'withdraw', 'withdraw', 'autoReply']);
    expect(made.allSteps[0]).toMatchObject({ dueOn: '2026-10-20' });
    expect((await contractOf(personId))!['suspensions']).toEqual([{ start: '2026-10-20', reason: 'unpaidLeave' }]);
    await tell(made.allSteps.find(({ resourceName }: StepOut) => resourceName === 'Logiciel social'));
    clock = new Date('2026-11-02T09:00:00Z');
    expect(await held(personId, '2026-10-21')).toHaveLength(1);
    const back = await act('POST', await read(made.id), '/return', { day: '2026-11-02' });
    expect(back.statusCode, back.body).toBe(201);
    expect(back.json()).toMatchObject({ kind: 'arrival', resumesId: made.id, day: '2026-11-02' });
    expect(back.json().allSteps.map(({ kind, resourceName }: StepOut) => [kind, resourceName])).toEqual([
      ['unblockAccounts', undefined],
      ['give', 'Logiciel social'],
    ]);
    expect((await contractOf(personId))!['suspensions']).toEqual([{ start: '2026-10-20', end: '2026-11-01', reason: 'unpaidLeave' }]);
    await tell(back.json().allSteps[1]);
    const again = (await held(personId, '2026-11-02')).find(({ level }) => level === 'write');
    expect(again).toMatchObject({ account: 'émile', start: '2026-11-02' });
    // The key had not been taken yet: it stays, and nobody asks for it any more.
    expect(kinds((await read(made.id)).allSteps)).toEqual(['autoReply']);
    expect((await held(personId, '2026-11-02')).find(({ level }) => level === 'hold')).not.toHaveProperty('withdrawalOn');
    clock = new Date('2026-10-20T09:00:00Z');
  });

  test('a change of function ends one contract and begins the next; what no profile tells is asked of the head of service', async () => {
    const { personId, contractId } = await someone('Fanny');
    const made = await start({ kind: 'change', personId, day: '2026-11-01', begins: { function: 'Comptable', serviceId: finance, kind: 'permanent' } });
    expect(made.statusCode, made.body).toBe(201);
    expect(made.json()).toMatchObject({ fromContractId: contractId, function: 'Comptable', serviceName: 'Recette' });
    const doubt = made.json().allSteps.find(({ kind }: StepOut) => kind === 'confirmRights');
    expect(doubt).toMatchObject({ title: 'Clé de la réserve, Logiciel social', ownerName: 'Inès Carlier' });
    expect(kinds(made.json().allSteps)).not.toContain('withdraw');
    expect(await contractOf(personId)).toMatchObject({ start: '2026-11-01', end: null });
  });

  test('with another contract that goes on, the account stays; of two that run, one must be named', async () => {
    const { personId, contractId } = await someone('Gaël');
    await server.addRecord(centre, 'contract', { personId, serviceId: finance, kind: 'permanent', function: 'Comptable', start: '2024-01-01' });
    expect((await start({ kind: 'departure', personId, day: '2026-10-31' })).json().issues).toMatchObject([{ name: 'contractId', code: 'contractAmbiguous' }]);
    const made = (await start({ kind: 'departure', personId, contractId, day: '2026-10-31' })).json();
    expect(kinds(made.allSteps)).toEqual(['handDocuments', 'confirmRights']);
  });

  test('a head of service who leaves: whoever is above decides, and the service needs a head', async () => {
    const { personId } = await someone('Hugues');
    await server.asOwner('UPDATE service SET head_id = $1 WHERE id = $2', [personId, social]);
    const made = (await start({ kind: 'departure', personId, day: '2026-10-31' })).json();
    expect(made.allSteps.find(({ kind }: StepOut) => kind === 'handDocuments')).toMatchObject({ ownerName: 'Luc Bodart' });
    expect(made.allSteps.find(({ kind }: StepOut) => kind === 'newHead')).toMatchObject({ title: 'Service social', dueOn: '2026-11-30' });
  });

  test('what the contracts say and no case does is offered, and one click makes the case', async () => {
    const personId = await server.addPerson(centre, { firstName: 'Irène', lastName: 'Maréchal' });
    const contractId = await server.addRecord(centre, 'contract', { personId, serviceId: social, kind: 'permanent', function: 'Juriste', start: '2026-11-02' });
    const events = async () => (await server.call('GET', path('movementEvents'), { as: adviser })).json().items.filter((event: { personId: string }) => event.personId === personId);
    const [event] = await events();
    expect(event).toMatchObject({ kind: 'arrival', contractId, personName: 'Irène Maréchal', day: '2026-11-02' });
    const made = await start({ kind: event.kind, personId, contractId, day: event.day });
    expect(made.statusCode, made.body).toBe(201);
    expect(kinds(made.json().allSteps)).toEqual(['undertaking', 'welcome', 'loggingTold', 'other']);
    expect(await events()).toEqual([]);
    expect((await start({ kind: 'arrival', personId, contractId, day: '2026-11-03' })).json().issues).toMatchObject([{ name: 'day', code: 'notTheFirstDay' }]);
  });

  test('the file that shows a step is given upon the version that was read, and stays once the case is certified', async () => {
    const { personId } = await someone('Jules');
    const made = (await start({ kind: 'departure', personId, day: '2026-10-31' })).json();
    const [step] = made.allSteps;
    const scan = upload(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'), 'x.png');
    const give = (version?: number) =>
      server.call('PUT', path(`ownSteps/${step.id}/file`), {
        as: adviser,
        payload: scan.payload,
        headers: { ...scan.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      });
    expect((await give()).statusCode).toBe(428);
    const both = await Promise.all([give(step.version), give(step.version)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 412]);
    await server.asOwner(`UPDATE movement SET state = 'closed', closed_at = now() WHERE id = $1`, [made.id]);
    expect((await give(step.version + 1)).statusCode).toBe(409);
  });

  test('what the centre sets of the steps counts for the next case; an open one keeps its own', async () => {
    const { personId: ada } = await someone('Karim');
    const before = (await start({ kind: 'departure', personId: ada, day: '2026-12-10' })).json();
    const keeper = await server.addPerson(centre, { firstName: 'Zoé', lastName: 'Garde' });
    await server.addRecord(centre, 'contract', { personId: keeper, kind: 'permanent', function: 'Concierge', start: '2019-01-01' });
    const gone = await server.addPerson(centre, { firstName: 'Yves', lastName: 'Parti' });
    const set = async (body: Record<string, unknown>) => server.call('POST', path('stepSettings'), { as: adviser, body: { movementKind: 'departure', ...body } });
    const codes = async (body: Record<string, unknown>) => ((await set(body)).json().issues ?? []).map(({ name, code }: { name: string; code: string }) => `${name} ${code}`);
    expect(await codes({ templateId: 'nothing', owner: 'adviser' })).toEqual(['templateId entryUnknown']);
    expect(await codes({ templateId: 'returnKeys', dropped: true })).toEqual(['dropReason dropReasonRequired']);
    expect(await codes({ templateId: 'disableAccount', term: { amount: 3, unit: 'day' } })).toEqual(['term termOfRule']);
    expect(await codes({ templateId: 'returnKeys', ownerId: centre })).toEqual(['ownerId personUnknown']);
    expect(await codes({ templateId: 'returnKeys' })).toEqual(['owner nothingChanged']);
    expect(await codes({ title: 'Sans délai', owner: 'adviser' })).toEqual(['title ownStepWhole']);
    const dropped = (await set({ templateId: 'closeProxy', dropped: true, dropReason: 'Pas d’adresse chez un fournisseur' })).json();
    const keys = (await set({ templateId: 'returnKeys', ownerId: keeper, title: 'aussi la clé du garage' })).json();
    expect((await set({ templateId: 'returnKeys', owner: 'reception' })).statusCode).toBe(409);
    await set({ templateId: 'returnMedia', ownerId: gone, term: { amount: -2, unit: 'day' } });
    const own = (await set({ title: 'Retirer du trombinoscope', owner: 'reception', term: { amount: 3, unit: 'day' }, position: 0 })).json();

    const { personId } = await someone('Léa');
    const steps: StepOut[] = (await start({ kind: 'departure', personId, day: '2026-12-10' })).json().allSteps;
    expect(steps[0]).toMatchObject({ kind: 'other', title: 'Retirer du trombinoscope', dueOn: '2026-12-13' });
    expect(kinds(steps)).not.toContain('closeProxy');
    expect(steps.find(({ kind }) => kind === 'returnKeys')).toMatchObject({ ownerName: 'Zoé Garde', title: 'aussi la clé du garage' });
    // Whoever works there no more answers for nothing: the head of service does, as the library says.
    expect(steps.find(({ kind }) => kind === 'returnMedia')).toMatchObject({ ownerName: 'Hugues Maréchal', dueOn: '2026-12-08' });
    const kept = (await read(before.id)).allSteps;
    expect(kinds(kept)).toContain('closeProxy');
    expect(kinds(kept)).not.toContain('other');
    // Nobody sees to their own leaving.
    const hers = (await start({ kind: 'departure', personId: keeper, day: '2026-12-10' })).json().allSteps;
    expect(hers.find(({ kind }: StepOut) => kind === 'returnKeys')).not.toMatchObject({ ownerName: 'Zoé Garde' });

    const shown = (await server.call('GET', path('stepTemplates'), { as: adviser })).json().items.find(({ kind }: { kind: string }) => kind === 'departure').steps;
    const of = (id: string) => shown.find((one: { id: string }) => one.id === id);
    expect(of('closeProxy')).toMatchObject({ dropped: true, setting: { id: dropped.id, dropReason: 'Pas d’adresse chez un fournisseur' } });
    expect(of('disableAccount')).toMatchObject({ amount: 24, unit: 'hour', rule: 'accountsDisabled', dropped: false });
    expect(of('returnMedia')).toMatchObject({ ownerLeft: true, amount: -2, proposed: { owner: 'headOfService', amount: 0 } });
    expect(of(own.id)).toMatchObject({ own: true, owner: 'reception' });
    const change = (body: unknown, version: number) => server.call('PUT', path(`stepSettings/${keys.id}`), { as: adviser, body, headers: { 'if-match': `"${version}"` } });
    expect((await change({ movementKind: 'arrival', templateId: 'returnKeys', owner: 'reception' }, 1)).statusCode).toBe(400);
    expect((await change({ movementKind: 'departure', templateId: 'returnKeys', owner: 'reception' }, 1)).json()).toMatchObject({ version: 2 });
    expect((await change({ movementKind: 'departure', templateId: 'returnKeys', owner: 'adviser' }, 1)).statusCode).toBe(412);
    for (const { setting } of shown.filter((one: { setting?: object }) => one.setting)) {
      const version = setting.id === keys.id ? 2 : setting.version;
      expect((await server.call('DELETE', path(`stepSettings/${setting.id}`), { as: adviser, headers: { 'if-match': `"${version}"` } })).statusCode).toBe(204);
    }
    const correspondent = await server.addAccount({ centre, roles: ['localCorrespondent'] });
    expect((await server.call('GET', path('stepTemplates'), { as: correspondent })).statusCode).toBe(403);
  });

  test('one step goes to somebody else or to another day by hand; a rule lets it come sooner only, and the trail says who did it', async () => {
    const { personId } = await someone('Malik');
    const made = (await start({ kind: 'departure', personId, day: '2026-12-10' })).json();
    const of = (movement: { allSteps: StepOut[] }, kind: string, resource?: string) => movement.allSteps.find((step) => step.kind === kind && (!resource || step.resourceName === resource))!;
    const hand = (step: StepOut, body: unknown, as = adviser) => server.call('PUT', path(`accessSteps/${step.id}`), { as, body, headers: { 'if-match': `"${step.version}"` } });
    const colleague = await server.addPerson(centre, { firstName: 'Noé', lastName: 'Relais' });
    const keys = of(made, 'returnKeys');
    const given = await hand(keys, { ownerId: colleague, dueOn: '2026-12-14' });
    expect(given.json(), given.body).toMatchObject({ ownerName: 'Noé Relais', dueOn: '2026-12-14' });
    expect(given.json()).not.toHaveProperty('ownerRole');
    expect((await hand(keys, { ownerRole: 'adviser' })).statusCode).toBe(412);
    expect((await hand(of(made, 'noCopies'), { ownerRole: 'adviser', ownerId: colleague })).json().issues).toMatchObject([{ name: 'ownerId', code: 'ownerOnce' }]);
    expect((await hand(of(made, 'noCopies'), {})).json().issues).toMatchObject([{ code: 'nothingChanged' }]);
    expect((await hand(of(made, 'noCopies'), { ownerId: centre })).json().issues).toMatchObject([{ name: 'ownerId', code: 'personUnknown' }]);
    // 24 hours after the 10th are over with the 11th.
    const account = of(made, 'disableAccount');
    expect((await hand(account, { dueOn: '2026-12-12' })).json().issues).toMatchObject([{ name: 'dueOn', code: 'laterThanRule' }]);
    expect((await hand(account, { dueOn: '2026-12-10' })).json()).toMatchObject({ dueOn: '2026-12-10' });
    const right = of(made, 'withdraw', 'Clé de la réserve');
    await hand(right, { dueOn: '2026-12-15' });
    expect((await held(personId, '2026-10-21')).map(({ withdrawalOn }) => withdrawalOn).toSorted()).toEqual(['2026-12-11', '2026-12-15']);
    const trail = (await server.call('GET', path(`auditEntries?table=access_step&recordId=${keys.id}`), { as: adviser })).json().items;
    expect(trail[0]).toMatchObject({ action: 'update', fields: { after: { owner_id: colleague, due_on: '2026-12-14' } } });
    // What was set by hand follows the case; what a rule gives is counted by the rule again.
    const moved = (await act('PUT', await read(made.id), '', { day: '2026-12-20' })).json();
    expect(of(moved, 'returnKeys')).toMatchObject({ ownerName: 'Noé Relais', dueOn: '2026-12-24' });
    expect(of(moved, 'disableAccount')).toMatchObject({ dueAt: '2026-12-21T23:00:00.000Z' });
    expect((await hand(of(await read(made.id), 'returnKeys'), { ownerRole: 'reception' }, await server.addAccount({ centre, roles: ['itAgent'] }))).statusCode).toBe(403);
    const done = await tell(of(await read(made.id), 'noCopies'));
    expect((await hand(done, { ownerRole: 'reception' })).statusCode).toBe(409);
  });

  test('what is true already is done when the case opens, with what shows it: an undertaking that was signed, accounts that were closed', async () => {
    const undertaking = async (personId: string, contractId: string, day: string) =>
      (await start({ kind: 'arrival', personId, contractId, day })).json().allSteps.find(({ kind }: StepOut) => kind === 'undertaking');
    const newcomer = async (firstName: string) => {
      const personId = await server.addPerson(centre, { firstName, lastName: 'Maréchal' });
      return { personId, contractId: await server.addRecord(centre, 'contract', { personId, serviceId: social, kind: 'permanent', function: 'Juriste', start: '2026-11-02' }) };
    };
    const textId = await server.addRecord(centre, 'declarationText' as never, {
      variant: 'staff',
      number: 1,
      libraryRevision: 1,
      inForceOn: '2020-01-01',
      askAgain: false,
      content: '{}',
      contentHash: 'x',
    });
    const { id: fileId } = await inside((tx) => storeFile(tx, centre, { name: 'x.pdf', mediaType: 'application/pdf', bytes: Buffer.from('x') }));
    const sign = (personId: string, number: number, how: string) =>
      server.addRecord(centre, 'declaration' as never, {
        number,
        personId,
        variant: 'staff',
        how,
        signedOn: '2026-10-12',
        proof: '{}',
        ...(how === 'session' ? { signedAt: '2026-10-12T08:30:00Z', textId, fileId, contentHash: 'x' } : {}),
      });
    const [signed, onPaper, never] = [await newcomer('Odile'), await newcomer('Pia'), await newcomer('Rose')];
    await sign(signed.personId, 41, 'session');
    await sign(onPaper.personId, 42, 'earlier');
    const step = await undertaking(signed.personId, signed.contractId, '2026-11-02');
    expect(step).toMatchObject({ state: 'done', doneAt: '2026-10-12T08:30:00.000Z', proof: 'Engagement n° 41, signé le 12 octobre 2026', late: false });
    // Whether a paper of before Beffroi is enough, a person says.
    expect((await undertaking(onPaper.personId, onPaper.contractId, '2026-11-02')).state).toBe('open');
    expect((await undertaking(never.personId, never.contractId, '2026-11-02')).state).toBe('open');
    // It is said, and may be said otherwise.
    const again = await server.call('DELETE', path(`ownSteps/${step.id}/outcome`), { as: adviser, headers: { 'if-match': `"${step.version}"` } });
    expect(again.json()).toMatchObject({ state: 'open' });

    const { personId, contractId } = await someone('Sacha', { end: '2026-10-16', accountsClosedOn: '2026-10-17' });
    const left = (await start({ kind: 'departure', personId, contractId, day: '2026-10-16' })).json();
    expect(left.allSteps[0]).toMatchObject({ kind: 'disableAccount', state: 'done', doneAt: '2026-10-17T21:59:59.999Z', late: false });
  });

  test('a person who returns: the rights of the function are asked for again, and what the departure was still to take away does not apply', async () => {
    const { personId, contractId } = await someone('Théo');
    const left = (await start({ kind: 'departure', personId, contractId, day: '2026-10-12' })).json();
    await tell(left.allSteps[0]);
    const back = await start({ kind: 'arrival', personId, day: '2026-10-23', begins: { function: 'Assistante sociale', serviceId: social, kind: 'fixedTerm' } });
    expect(back.statusCode, back.body).toBe(201);
    expect(kinds(back.json().allSteps)).toEqual(expect.arrayContaining(['undertaking', 'welcome', 'loggingTold']));
    const states = Object.fromEntries((await read(left.id)).allSteps.map(({ kind, state }: StepOut) => [kind, state]));
    // Due before the return, or no harm to whoever is back: still asked.
    expect(states).toMatchObject({
      disableAccount: 'done',
      deleteAccount: 'notApplicable',
      cleanComputer: 'notApplicable',
      closeMailbox: 'notApplicable',
      closeProxy: 'open',
      handDocuments: 'open',
      returnKeys: 'open',
    });
    expect((await read(left.id)).allSteps.find(({ kind }: StepOut) => kind === 'deleteAccount').reason).toBe('La personne est de retour le 23 octobre 2026.');
  });
});
