import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { type Checks, linesOf, questionsOf, type Situation } from '../lines.ts';
import { lives } from '../fixture.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { overloadedLines } from './line-store.ts';
import { happenings, liveFacts, obligations } from './service.ts';
import { listTeleworks } from './store.ts';

describeOnBothEngines('telework', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  let technician: Account;
  let worker: Account;
  let person: string;
  let resource: string;
  let clock = new Date('2026-11-24T09:00:00Z');

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    person = await server.addPerson(centre, { firstName: 'Ada', lastName: 'Martin' });
    const samuel = await server.addPerson(centre, { firstName: 'Samuel', lastName: 'Jacquemart' });
    await server.addRecord(centre, 'mandate', { personId: samuel, kind: 'directorGeneral', start: '2020-01-01' });
    await server.addRecord(centre, 'contract', { personId: person, kind: 'permanent', function: 'Assistante sociale', start: '2020-01-01' });
    const [row] = await server.asOwner<{ id: string }>(
      `INSERT INTO resource (organization_id, id, name, kind, levels, search_text) VALUES ($1, gen_random_uuid(), 'VPN', 'remoteAccess', '{read}', 'vpn') RETURNING id`,
      [centre],
    );
    resource = row!.id;
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    technician = await server.addAccount({ centre, roles: ['itAgent'] });
    director = await server.addAccount({ centre, personId: samuel });
    worker = await server.addAccount({ centre, roles: ['staff'], personId: person });
  });
  afterAll(() => server.close());

  const at = (day: string): void => {
    clock = new Date(`${day}T09:00:00Z`);
  };
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async <T = Record<string, unknown>>(rest: string, as = adviser): Promise<T> => (await server.call('GET', path(rest), { as: await server.signIn(as) })).json() as T;
  const post = async (rest: string, body: unknown, as = adviser, version?: number) =>
    server.call('POST', path(rest), { as: await server.signIn(as), body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  type Given = { id: string; version: number; state: string } & Record<string, unknown>;
  const read = (id: string) => get<Given>(`teleworks/${id}`);
  const act = async (id: string, step: string, body: unknown, as = adviser) => post(`teleworks/${id}/${step}`, body, as, (await read(id)).version);
  const codes = (answer: { json: () => { issues?: { name: string; code: string }[] } }) => (answer.json().issues ?? []).map(({ name, code }) => `${name} ${code}`);
  const stateOf = async (id: string): Promise<string | undefined> => (await get<{ items: Given[] }>('teleworks')).items.find((one) => one.id === id)?.state;
  const yes = (situation: Situation, bcss: boolean) => Object.fromEntries(questionsOf({ situation, bcss }).map(({ id }) => [id, 'yes']));
  const inOrder = (situation: Situation, bcss: boolean): Checks => Object.fromEntries(linesOf({ situation, bcss }).flatMap(({ id, by }) => (by === 'it' ? [[id, { result: 'ok' }]] : []))) as Checks;

  test('from the asking on a telephone to the frozen agreement, each step by whoever may take it', async () => {
    const setting = {
      weekdays: [1, 2, 3, 4, 5],
      fromTime: '07:00',
      untilTime: '19:00',
      countries: ['BE'],
      share: 50,
      needs: { remoteDesktop: { down: 0.4, up: 1.5 }, virtualDesktop: { down: 0.5, up: 2 }, video: { down: 2, up: 2 } },
    };
    const set = await server.call('PUT', path('teleworkSettings'), { as: await server.signIn(adviser), body: { ...setting, resourceId: resource, level: 'read' }, headers: { 'if-match': '"0"' } });
    expect(set.statusCode, set.body).toBe(200);

    const asked = await post('ownTeleworks', { situation: 'privateDevice', bcss: true, weekdays: [2, 4], privateDevice: 'Portable familial' }, worker);
    expect(asked.statusCode, asked.body).toBe(201);
    const { id } = asked.json() as { id: string };
    expect(codes(await post('ownTeleworks', { situation: 'virtualDesktop', weekdays: [1] }, worker))).toEqual(['situation underWay']);
    expect((await get<{ items: Given[] }>('ownTeleworks', worker)).items).toMatchObject([{ id, state: 'asked' }]);

    // Every question has an answer; of others, no one is asked.
    const own = (answers: Record<string, string>, version: number) => post(`ownTeleworks/${id}/assess`, { answers }, worker, version);
    expect(codes(await own({ apart: 'yes' }, 1))).toContain('answers.locked required');
    expect((await own({ ...yes('privateDevice', true), privateEncrypted: 'unknown' }, 1)).statusCode).toBe(204);
    expect((await post(`ownTeleworks/${id}/assess`, { answers: {} }, technician, 2)).statusCode).toBe(404);

    // Whoever checks judges what the person did not know as well.
    expect((await act(id, 'check', { checks: {} }, worker)).statusCode).toBe(403);
    expect(codes(await act(id, 'check', { checks: inOrder('privateDevice', true) }, technician))).toEqual(['checks.privateEncrypted required']);
    const checks = { ...inOrder('privateDevice', true), privateEncrypted: { result: 'not', note: 'Pas de chiffrement' } };
    expect((await act(id, 'check', { checks }, technician)).statusCode).toBe(204);
    expect(codes(await act(id, 'authorise', {}))).toEqual(['checks forbiddenByCheck']);

    // A computer of the centre is the way out: another situation begins its checks again.
    const device = (await post('devices', { name: 'PORT-07', kind: 'laptop', serial: 'X1', encrypted: true, portable: true }, technician)).json() as { id: string };
    const changed = await server.call('PATCH', path(`teleworks/${id}`), {
      as: await server.signIn(adviser),
      body: { situation: 'employerDevice', deviceId: device.id, privateDevice: null },
      headers: { 'if-match': `"${(await read(id)).version}"` },
    });
    expect(changed.statusCode, changed.body).toBe(200);
    expect(await stateOf(id)).toBe('asked');
    expect(await read(id)).toMatchObject({ checks: {}, answers: {} });
    expect((await act(id, 'assess', { answers: yes('employerDevice', true) })).statusCode).toBe(204);
    expect((await act(id, 'check', { checks: { ...inOrder('employerDevice', true), posture: { result: 'condition', note: 'Antivirus à renouveler en mars' } } }, technician)).statusCode).toBe(204);
    expect((await act(id, 'authorise', { conditions: 'Pas de consultation le soir.' }, technician)).statusCode).toBe(403);
    expect((await act(id, 'authorise', { conditions: 'Pas de consultation le soir.' })).statusCode).toBe(204);
    expect((await act(id, 'agree', { start: '2026-12-01' })).statusCode).toBe(403);
    const agreed = await act(id, 'agree', { start: '2026-12-01', until: '2027-11-30' }, director);
    expect(agreed.statusCode, agreed.body).toBe(204);
    expect(await read(id)).toMatchObject({ agreedBy: 'Samuel Jacquemart', start: '2026-12-01' });
    expect(await stateOf(id)).toBe('agreed');

    // The bytes stay, and so does what they say.
    const pdf = await server.call('GET', path(`ownTeleworks/${id}/agreement?format=pdf`), { as: await server.signIn(worker) });
    expect(pdf.statusCode).toBe(200);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers['content-disposition']).toContain('valombre-accord-teletravail-2026-12-01.pdf');
    const [frozen] = await server.asOwner<{ model: unknown; hash: string }>('SELECT model, content_hash AS hash FROM telework WHERE id = $1', [id]);
    const said = JSON.stringify(frozen!.model);
    for (const words of ['Ada Martin', 'Assistante sociale', 'PORT-07', 'mardi, jeudi', 'Antivirus à renouveler en mars', 'Pas de consultation le soir.', 'Belgique']) expect(said).toContain(words);
    await expect(server.asOwner('UPDATE telework SET conditions = NULL WHERE id = $1', [id])).rejects.toThrow(/does not change/);
    await expect(server.asOwner('DELETE FROM telework WHERE id = $1', [id])).rejects.toThrow(/does not change/);
    const again = await server.call('PATCH', path(`teleworks/${id}`), { as: await server.signIn(adviser), body: { weekdays: [1] }, headers: { 'if-match': `"${(await read(id)).version}"` } });
    expect(again.statusCode).toBe(409);

    // The right that goes with it was given, from the same day to the same day.
    const rights = () =>
      server.asOwner<{ level: string; start: string; until: string; withdrawalOn: string | null }>(
        `SELECT level, start::text, until::text, withdrawal_on::text AS "withdrawalOn" FROM access_grant WHERE person_id = $1`,
        [person],
      );
    expect(await rights()).toEqual([{ level: 'read', start: '2026-12-01', until: '2027-11-30', withdrawalOn: null }]);

    at('2027-03-01');
    expect(await stateOf(id)).toBe('inForce');
    expect((await act(id, 'review', { note: 'Rien à changer' })).statusCode).toBe(204);
    await post('deviceMovements', { deviceId: device.id, personId: person, direction: 'out', movedOn: '2026-12-01' }, technician);
    expect((await get<{ devices: unknown[] }>('ownTeleworks', worker)).devices).toEqual([{ id: device.id, name: 'PORT-07', since: '2026-12-01' }]);

    // Ended: the right is marked, and what is left is done: copies, then the device, which its movements know too.
    expect((await act(id, 'end', { endedOn: '2027-03-01', reason: 'asked' })).statusCode).toBe(204);
    expect((await rights())[0]).toMatchObject({ withdrawalOn: '2027-03-01' });
    expect(await stateOf(id)).toBe('ended');
    expect((await act(id, 'close', { copiesErasedOn: '2027-03-02' }, technician)).json().issues).toMatchObject([{ code: 'inTheFuture' }]);
    expect((await act(id, 'close', { copiesErasedOn: '2027-03-01', deviceBackOn: '2027-03-01' }, technician)).statusCode).toBe(204);
    expect((await act(id, 'close', { copiesErasedOn: '2027-03-01' }, technician)).statusCode).toBe(409);
    expect((await get<{ devices: unknown[] }>('ownTeleworks', worker)).devices).toEqual([]);
    // One's own to carry counts too, but not while somebody else has it.
    const phone = (await post('devices', { name: 'GSM-3', kind: 'phone', portable: true, encrypted: true, personId: person }, technician)).json() as Given;
    expect((await get<{ devices: unknown[] }>('ownTeleworks', worker)).devices).toEqual([{ id: phone.id, name: 'GSM-3' }]);
    at('2026-11-24');
  });

  test('of two who take a step at once, the second is told; a refusal has its reason, and the person reads it', async () => {
    const { id, version } = (await post('teleworks', { personId: person, situation: 'virtualDesktop', weekdays: [1], askedOn: '2026-11-20', beganOn: '2026-09-01' })).json() as Given;
    expect((await get<{ unagreed: number }>('teleworkOverview')).unagreed).toBe(1);
    const bodies = await Promise.all([0, 1].map(() => post(`teleworks/${id}/refuse`, { reason: 'Guichet chaque jour' }, director, version)));
    expect(bodies.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 412]);
    expect((await get<{ items: Given[] }>('ownTeleworks', worker)).items.find((one) => one.id === id)).toMatchObject({ state: 'refused', refusalReason: 'Guichet chaque jour' });
    expect((await act(id, 'assess', { answers: yes('virtualDesktop', false) })).statusCode).toBe(409);
  });

  test('a person tells of a theft from their telephone, once however often it is sent', async () => {
    const headers = { 'idempotency-key': '01990000-0000-4000-8000-0000000000aa' };
    const tell = async () => server.call('POST', path('ownTeleworkLosses'), { as: await server.signIn(worker), body: { kind: 'theft', what: 'PORT-07 et son sac' }, headers });
    const [first, second] = [(await tell()).json(), (await tell()).json()];
    expect(second).toEqual(first);
    // It opens what is to be done, once, in the order of its haste.
    const [lost] = (await get<{ items: Given[] }>('teleworkLosses?state=toTell', director)).items;
    const steps = (await get<{ items: Record<string, string>[] }>(`accessSteps?originKind=loss&originId=${lost!.id}&sort=position`)).items;
    expect(steps.map(({ kind, ownerRole, dueOn }) => `${kind} ${ownerRole} ${dueOn}`)).toEqual([
      'blockAccounts itHead 2026-11-24',
      'other itHead 2026-11-24',
      'changeSecret itHead 2026-11-25',
      'other itHead 2026-11-25',
      'other localCorrespondent 2026-11-25',
      'other dpo 2026-11-27',
    ]);
    expect(steps[0]).toMatchObject({ personName: 'Ada Martin', state: 'open' });
    // What was told is completed, and not rewritten, whoever asks and however.
    const change = async (body: unknown) =>
      server.call('PATCH', path(`teleworkLosses/${lost!.id}`), { as: await server.signIn(technician), body, headers: { 'if-match': `"${(await get<Given>(`teleworkLosses/${lost!.id}`)).version}"` } });
    expect(codes(await change({ what: 'Un parapluie' }))).toEqual(['what toldAlready']);
    expect(codes(await change({ personId: null }))).toEqual(['personId toldAlready']);
    expect((await change({ place: 'Train de 17 h 04', note: 'Sac retrouvé vide.' })).statusCode).toBe(200);
    expect(codes(await change({ note: 'Rien.' }))).toEqual(['note noteKept']);
    expect((await change({ note: 'Sac retrouvé vide. Plainte déposée.' })).statusCode).toBe(200);
    // Once it is said which device it is, the inventory is without it, until it is found.
    const { id: deviceId } = (await get<{ items: Given[] }>('devices', technician)).items.find(({ name }) => name === 'PORT-07')!;
    const device = () => get<Given>(`devices/${deviceId}`, technician);
    expect((await change({ deviceId })).statusCode).toBe(200);
    expect(await device()).toMatchObject({ retiredOn: '2026-11-24', retiredHow: 'stolen' });
    expect((await get<{ items: Given[] }>('deviceDepartures', technician)).items).toMatchObject([{ id: deviceId, way: 'stolen', covering: 'encrypted' }]);
    const found = { foundOn: '2026-11-24', note: 'Rapporté par le chauffeur' };
    const recover = async (body: object) => post(`devices/${deviceId}/recovery`, body, technician, (await device()).version);
    expect(codes(await recover({ ...found, foundOn: '2026-11-23' }))).toEqual(['foundOn beforeLoss']);
    expect((await recover(found)).statusCode).toBe(204);
    expect((await recover(found)).statusCode).toBe(409);
    expect(await device()).toMatchObject({ note: expect.stringContaining('Rapporté par le chauffeur') });
    expect((await device())['retiredOn']).toBeUndefined();
    const deleted = await server.call('DELETE', path(`teleworkLosses/${lost!.id}`), {
      as: await server.signIn(technician),
      headers: { 'if-match': `"${(await get<Given>(`teleworkLosses/${lost!.id}`)).version}"` },
    });
    expect(deleted.statusCode).toBe(409);
    for (const sql of [`UPDATE telework_loss SET discovered_on = '2026-11-01' WHERE id = $1`, `UPDATE telework_loss SET place = NULL WHERE id = $1`, 'DELETE FROM telework_loss WHERE id = $1'])
      await expect(server.asOwner(sql, [lost!.id])).rejects.toThrow('stays');
    expect((await get<{ items: Given[] }>('teleworkLosses?state=toTell', director)).items).toMatchObject([{ kind: 'theft', personName: 'Ada Martin', discoveredOn: '2026-11-24' }]);
  });

  test('the week is set against the line, and whoever has no part in it sees nothing', async () => {
    await post('teleworkMeasures', { measuredOn: '2026-10-01', how: 'measured', down: 90, up: 6 }, technician);
    const { week, line } = await get<{ week: { weekday: number; people: number; load?: number }[]; line: unknown }>('teleworkOverview');
    expect(line).toMatchObject({ up: 6 });
    expect(week.map(({ load }) => load)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect((await server.call('GET', path('teleworkOverview'), { as: await server.signIn(worker) })).statusCode).toBe(403);
  });

  test('what is due, told and known follows from the days', async () => {
    const all = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, ask);
    const dues = async () =>
      all(async (tx) => {
        const { due, since } = await readClocks(tx, [centre]);
        return (await obligations(tx, [centre], { today: '2026-11-24', now: clock, due, since })).map(({ rule, title, due: by }) => `${rule} ${title.key} ${'on' in by ? by.on : by.at}`).toSorted();
      });
    // The theft of the day before in this file: nobody was told yet.
    const before = await dues();
    expect(before).toContain('theftTold loss.title 2026-11-24');
    const told = (await get<{ items: Given[] }>('teleworkLosses')).items[0]!;
    const toldNow = { managementToldOn: '2026-11-24', dpoToldOn: '2026-11-24' };
    const patched = await server.call('PATCH', path(`teleworkLosses/${told.id}`), { as: await server.signIn(technician), body: toldNow, headers: { 'if-match': `"${told.version}"` } });
    expect(patched.statusCode, patched.body).toBe(200);
    const asked = (await post('teleworks', { personId: person, situation: 'employerDevice', weekdays: [3], askedOn: '2026-11-20', beganOn: '2026-10-01' })).json() as Given;
    expect(await dues()).toEqual([...before.filter((one) => !one.startsWith('theftTold')), 'teleworkStep step.asked.title 2026-12-04'].toSorted());
    const facts = async () => Object.fromEntries((await all((tx) => liveFacts(tx, [centre], '2026-11-24'))).map(({ id, state }) => [id, state]));
    expect(await facts()).toMatchObject({ 'telework.allAgreed': 'missing', 'telework.windowSet': 'true', 'telework.devicesEncrypted': 'true' });
    expect((await server.call('DELETE', path(`teleworks/${asked.id}`), { as: await server.signIn(adviser), headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
    const happened = await all((tx) => happenings(tx, [centre], { from: '2026-01-01', until: '2026-12-31' }));
    expect(happened.map(({ title, kind }) => `${kind} ${title.key}`).toSorted()).toEqual(['access agreed', 'access refused', 'incident theft']);
  });

  test('SQL and rules say the same of each state', async () => {
    const states = await server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, async (tx) => {
      const made: string[] = [];
      for (const [, life] of lives) {
        const defaults = { agreedOn: null, contentHash: life.agreedOn ? 'x' : null, checkedOn: life.authorisedOn ? '2026-11-02' : null, refusalReason: life.refusedOn ? 'x' : null };
        const { id } = await tx
          .insertInto('telework')
          .values({ organizationId: centre, id: crypto.randomUUID(), personId: person, askedOn: '2026-11-01', ...defaults, ...life } as never)
          .returning('id')
          .executeTakeFirstOrThrow();
        made.push(id);
      }
      const rows = (await listTeleworks(tx, centre, {}, '2026-11-24').execute()) as { id: string; state: string }[];
      return made.map((id) => rows.find((row) => row.id === id)?.state);
    });
    expect(states).toEqual(lives.map(([state]) => state));
  });

  test('a head of service reads the telework of their own people and nothing more; a line that is too full is due, since its last agreement began', async () => {
    const head = await server.addPerson(centre, { firstName: 'Chef', lastName: 'Dupont', kind: 'staff' });
    const people: string[] = [];
    const services: string[] = [];
    for (const headId of [head, undefined]) services.push(await server.addRecord(centre, 'service', { name: `Service ${headId ? 'A' : 'B'}`, kind: 'social', headId, seesPersonalData: true }));
    for (const [index, serviceId] of [services[0], services[0], services[1]].entries()) {
      const id = await server.addPerson(centre, { firstName: `P${index}`, lastName: 'Dupuis', kind: 'staff' });
      await server.addRecord(centre, 'contract', { personId: id, kind: 'permanent', function: 'Agent', start: '2020-01-01', serviceId, suspensions: [] });
      people.push(id);
    }
    const add = (personId: string, start: string) =>
      server.addRecord(centre, 'telework', {
        personId,
        situation: 'employerDevice',
        weekdays: [4],
        askedOn: '2026-10-01',
        assessedOn: '2026-10-01',
        checkedOn: '2026-10-02',
        authorisedOn: '2026-10-02',
        agreedOn: '2026-10-02',
        contentHash: 'x',
        start,
      } as never);
    const starts = ['2026-10-05', '2026-11-02', '2026-10-12'];
    for (const [index, personId] of people.entries()) await add(personId, starts[index]!);
    const leader = await server.addAccount({ centre, roles: ['headOfService'], personId: head });
    const led = await get<{ items: Record<string, unknown>[] }>('ledTeleworks', leader);
    expect(led.items.map(({ personName }) => personName)).toEqual(['P0 Dupuis', 'P1 Dupuis']);
    expect(led.items[0]).not.toHaveProperty('checks');
    for (const rest of ['teleworks', 'teleworkOverview', 'teleworkLosses']) expect((await server.call('GET', path(rest), { as: await server.signIn(leader) })).statusCode).toBe(403);
    // Whoever leads nobody sees nobody here.
    expect((await get<{ items: object[] }>('ledTeleworks', adviser)).items).toEqual([]);
    expect((await server.call('GET', path('ledTeleworks'), { as: await server.signIn(technician) })).statusCode).toBe(403);

    const due = () => server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, (tx) => overloadedLines(tx, [centre], '2026-11-24'));
    // 6 Mbit/s up, of which half may go to telework: 3 for three sessions of 1.5.
    expect(await due()).toMatchObject([{ what: 'line', on: '2026-11-02', load: 150 }]);
    await server.asOwner(`UPDATE telework SET ended_on = '2026-11-20', end_reason = 'change' WHERE person_id = $1`, [people[1]]);
    expect(await due()).toEqual([]);
    await server.asOwner(`UPDATE telework SET ended_on = COALESCE(ended_on, '2026-11-20'), copies_erased_on = '2026-11-20' WHERE person_id = ANY($1)`, [people]);
  });
});
