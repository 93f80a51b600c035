import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { giveRights, heldOn } from '../../access/server/service.ts';
import type { NewStep } from '../step.ts';
import { openSteps } from './service.ts';

describeOnBothEngines('the steps about rights of access', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let agent: Account;
  let head: Account;
  let person: string;
  let stranger: string;
  let resource: string;
  let right: string;
  let clock = new Date('2026-11-20T09:00:00Z');
  const origin = { kind: 'review', id: '01990000-0000-7000-8000-000000000009' } as const;

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    const leading = await server.addPerson(centre, { firstName: 'Inès', lastName: 'Carlier' });
    person = await server.addPerson(centre, { firstName: 'Ada', lastName: 'Martin' });
    stranger = await server.addPerson(centre, { firstName: 'Paul', lastName: 'Simon' });
    const management = await server.addRecord(centre, 'service', { name: 'Direction', kind: 'management', headId: leading });
    const serviceId = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', parentId: management });
    await server.addRecord(centre, 'contract', { personId: person, serviceId, kind: 'permanent', function: 'Assistante sociale', start: '2020-01-01' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
    head = await server.addAccount({ centre, roles: ['headOfService'], personId: leading });
    resource = await server.addRecord(centre, 'resource' as never, { name: 'Logiciel social', kind: 'application', levels: '{read,write}', searchText: 'logiciel' });
    right = (await inside((tx) => giveRights(tx, centre, [{ personId: person, resourceId: resource, level: 'write', account: 'amartin', start: '2021-01-01', source: 'hand' }])))[0]!.id;
  });
  afterAll(() => server.close());

  const inside: <T>(work: (tx: Parameters<typeof openSteps>[0]) => Promise<T>) => Promise<T> = (work) => server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, work);
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const list = async (rest: string, as: Account) => (await server.call('GET', path(rest), { as })).json();
  const tell = (step: { id: string; version: number }, body: unknown, as: Account) =>
    server.call('PUT', path(`ownSteps/${step.id}/outcome`), { as, body, headers: { 'if-match': `"${step.version}"` } });
  const reopen = (step: { id: string; version: number }, as: Account) => server.call('DELETE', path(`ownSteps/${step.id}/outcome`), { as, headers: { 'if-match': `"${step.version}"` } });
  const held = (on: string) => inside((tx) => heldOn(tx, centre, on, { personIds: [person] }));
  const withdraw = (more: Partial<NewStep> = {}): NewStep => ({ origin, kind: 'withdraw', grantId: right, reason: 'plus utile', ownerRole: 'itAgent', dueOn: '2026-11-25', ...more }) as NewStep;

  test('a step to withdraw a right marks it, and is one step however often the same origin asks', async () => {
    const [first] = await inside((tx) => openSteps(tx, centre, [withdraw()]));
    const [again] = await inside((tx) => openSteps(tx, centre, [withdraw()]));
    expect(again).toEqual(first);
    expect(await held('2026-11-20')).toMatchObject([{ id: right, withdrawalOn: '2026-11-25' }]);
    const shown = await list(`accessSteps?originKind=review&originId=${origin.id}`, adviser);
    expect(shown).toMatchObject({ total: 1, items: [{ personName: 'Ada Martin', resourceName: 'Logiciel social', level: 'write', account: 'amartin', ownerRole: 'itAgent', late: false }] });
  });

  test('each sees their own; a head of service, those of the people led, below the service too', async () => {
    await inside((tx) => openSteps(tx, centre, [{ origin, kind: 'other', title: 'Autre', personId: stranger, ownerRole: 'adviser' }]));
    expect((await list('ownSteps', agent)).items.map((step: { kind: string }) => step.kind)).toEqual(['withdraw']);
    expect((await list('ownSteps', adviser)).items.map((step: { kind: string }) => step.kind)).toEqual(['other']);
    const seen = await list('accessSteps', head);
    expect(seen.items.map((step: { kind: string; can: object }) => [step.kind, step.can])).toEqual([['withdraw', { do: false, undo: false, hand: false }]]);
    expect((await tell(seen.items[0], { outcome: 'done' }, head)).statusCode).toBe(404);
  });

  test('done, it ends the right that day, with every other step that asked for it; opened again, no day is without the right', async () => {
    const other = { kind: 'finding', id: '01990000-0000-7000-8000-000000000008' } as const;
    await inside((tx) => openSteps(tx, centre, [withdraw({ origin: other })]));
    const step = (await list('ownSteps', agent)).items.find((one: { originKind: string }) => one.originKind === 'review');
    const future = await tell(step, { outcome: 'done', doneAt: '2026-11-20T09:00:01Z' }, agent);
    expect(future.json().issues).toMatchObject([{ name: 'doneAt', code: 'inTheFuture' }]);
    const done = await tell(step, { outcome: 'done', doneAt: '2026-11-18T22:30:00Z', proof: 'Retiré' }, agent);
    expect(done.statusCode, done.body).toBe(200);
    // Half past eleven in the evening in Belgium.
    expect(await held('2026-11-18')).toMatchObject([{ id: right, endedOn: '2026-11-18' }]);
    expect(await held('2026-11-19')).toEqual([]);
    expect((await list('ownSteps?state=open', agent)).total).toBe(0);
    expect((await tell(step, { outcome: 'done' }, agent)).statusCode).toBe(409);
    const open = await reopen(done.json(), agent);
    expect(open.json()).toMatchObject({ state: 'open' });
    expect(open.json()).not.toHaveProperty('doneAt');
    expect(await held('2026-11-19')).toMatchObject([{ account: 'amartin', level: 'write', start: '2026-11-19', withdrawalOn: '2026-11-25' }]);
    const none = await tell(open.json(), { outcome: 'notApplicable' }, agent);
    expect(none.json().issues).toMatchObject([{ name: 'reason', code: 'reasonRequired' }]);
    expect((await tell(open.json(), { outcome: 'notApplicable', reason: 'Le droit reste' }, agent)).statusCode).toBe(200);
    expect((await held('2026-11-20'))[0]).not.toHaveProperty('withdrawalOn');
  });

  test('a step to give gives from that day; opened again, what was there before stays', async () => {
    const give: NewStep = { origin, kind: 'give', personId: stranger, resourceId: resource, level: 'read', ownerRole: 'itAgent', dueOn: '2026-11-20' };
    await inside((tx) => openSteps(tx, centre, [give]));
    const [step] = (await list('ownSteps?state=open', agent)).items;
    const done = (await tell(step, { outcome: 'done' }, agent)).json();
    const of = async (on: string) => (await inside((tx) => heldOn(tx, centre, on, { personIds: [stranger] }))).map(({ level, start }) => ({ level, start }));
    expect(await of('2026-11-20')).toEqual([{ level: 'read', start: '2026-11-20' }]);
    await reopen(done, agent);
    expect(await of('2026-11-21')).toEqual([]);
    await inside((tx) => giveRights(tx, centre, [{ personId: stranger, resourceId: resource, level: 'read', start: '2026-11-01', source: 'hand' }]));
    const [open] = (await list('ownSteps?state=open', agent)).items;
    await reopen((await tell(open, { outcome: 'done' }, agent)).json(), agent);
    expect(await of('2026-11-21')).toEqual([{ level: 'read', start: '2026-11-01' }]);
  });

  test('a step waits for those before it, and says who receives what is left', async () => {
    const movement = { kind: 'emergency', id: '01990000-0000-7000-8000-000000000007' } as const;
    await inside((tx) =>
      openSteps(tx, centre, [
        { origin: movement, kind: 'handDocuments', personId: person, ownerRole: 'adviser', dueOn: '2026-11-27' },
        { origin: movement, kind: 'deleteAccount', personId: person, ownerRole: 'adviser', after: 'handDocuments', dueAt: '2026-11-20T08:59:59Z' },
      ]),
    );
    const [documents, account] = (await list(`accessSteps?originId=${movement.id}&sort=position`, adviser)).items;
    expect(account.late).toBe(true);
    expect((await list(`accessSteps?state=late`, adviser)).items.map((step: { id: string }) => step.id)).toEqual([account.id]);
    expect((await tell(account, { outcome: 'done' }, adviser)).json()).toMatchObject({ status: 409, waitsFor: 'handDocuments' });
    expect((await tell(documents, { outcome: 'done' }, adviser)).json().issues).toMatchObject([{ name: 'recipientId', code: 'recipientMissing' }]);
    expect((await tell(documents, { outcome: 'done', recipientId: stranger }, adviser)).json()).toMatchObject({ recipientName: 'Paul Simon' });
    clock = new Date('2026-11-20T10:00:00Z');
    expect((await tell(account, { outcome: 'done' }, adviser)).json()).toMatchObject({ state: 'done', late: true });
  });

  test('a head of service knows of the people whom they led around the day, and of no one gone long ago or not come yet', async () => {
    const [{ id: team }] = (await server.asOwner<{ id: string }>("SELECT id FROM service WHERE name = 'Service social'")) as [{ id: string }];
    const origin = { kind: 'finding', id: '01990000-0000-7000-8000-00000000000a' } as const;
    // Asked for on the day of the machine: contracts are told from there.
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const table: [string, string, string | undefined, boolean][] = [
      ['here', day(-400), undefined, true],
      ['gone long ago', day(-900), day(-40), false],
      ['gone these weeks', day(-900), day(-20), true],
      ['to come', day(20), undefined, true],
      ['to come much later', day(40), undefined, false],
    ];
    for (const [lastName, start, end] of table) {
      const personId = await server.addPerson(centre, { firstName: 'X', lastName });
      await server.addRecord(centre, 'contract', { personId, serviceId: team, kind: 'permanent', function: 'Aide', start, ...(end ? { end } : {}) });
      await inside((tx) => openSteps(tx, centre, [{ origin, kind: 'other', title: lastName, personId, ownerRole: 'adviser' }]));
    }
    const seen = (await list(`accessSteps?originId=${origin.id}`, head)).items.map(({ title }: { title: string }) => title).toSorted();
    expect(seen).toEqual(table.flatMap(([title, , , known]) => (known ? [title] : [])).toSorted());
  });
});
