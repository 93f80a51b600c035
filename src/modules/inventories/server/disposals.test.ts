import fc from 'fast-check';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { endOfTask } from '../../../../test/task.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import type { Tx } from '../../../server/db/database.ts';
import { retirements } from '../device.ts';
import { answeredWays, answers, answersOf, type AnsweredWay, type Answer, passage, type Standing, type WayOut } from '../way-out.ts';
import { workDeviceImports } from './import-work.ts';
import { changeDevice, happenings, liveFacts, loseDevice, moveDevice } from './service.ts';

describe('the rule of every way out', () => {
  const held: Standing = { holdsData: true, encrypted: true, erased: false, proven: false, open: [] };
  const given = (way: AnsweredWay, answer: Answer, more: Partial<Standing['open'][number]> = {}): Standing => ({
    ...held,
    open: [{ id: 'a', way, answer, personId: null, supplierId: null, ...more }],
  });
  // POL 1.3 d: what leaves for good is erased or destroyed; MES: erased before it goes to somebody else.
  test.each<[string, Standing, Parameters<typeof passage>[1], ReturnType<typeof passage>]>([
    ['nothing on it', { ...held, holdsData: false }, { way: 'disposed' }, { passes: true }],
    ['erased and checked', { ...held, erased: true, proven: true }, { way: 'returned' }, { passes: true }],
    ['erased, they say', { ...held, erased: true }, { way: 'disposed' }, { passes: false, code: 'erasureUnchecked' }],
    ['a sheet after an erasure that nobody checked', { ...held, erased: true }, { way: 'register' }, { passes: false, code: 'dataUnanswered' }],
    ['erased before somebody else gets it', { ...held, erased: true }, { way: 'reassignment', personId: 'p' }, { passes: true }],
    ['thrown away with its data', held, { way: 'disposed' }, { passes: false, code: 'erasureFirst' }],
    ['no answer lets data leave for good', given('repair', 'clause'), { way: 'transferred' }, { passes: false, code: 'erasureFirst' }],
    ['stolen', held, { way: 'stolen' }, { passes: true, told: true }],
    ['to somebody else', held, { way: 'reassignment', personId: 'p' }, { passes: false, code: 'otherHands' }],
    ['to the same person', held, { way: 'loan', personId: 'p', sameHands: true }, { passes: true }],
    ['to somebody else, same function', given('reassignment', 'sameFunction', { personId: 'p' }), { way: 'loan', personId: 'p' }, { passes: true, answerId: 'a' }],
    ['the answer was for another', given('reassignment', 'sameFunction', { personId: 'q' }), { way: 'loan', personId: 'p' }, { passes: false, code: 'otherHands' }],
    ['repaired outside', held, { way: 'repair', supplierId: 's' }, { passes: false, code: 'repairWithData' }],
    ['repaired outside, its disk stays', given('repair', 'mediumOut'), { way: 'repair', supplierId: 's' }, { passes: true, answerId: 'a' }],
    ['a clause for what is not encrypted', { ...given('repair', 'clause'), encrypted: null }, { way: 'repair', supplierId: 's' }, { passes: false, code: 'repairWithData' }],
    ['a sheet that says of a sudden that there is nothing', held, { way: 'register' }, { passes: false, code: 'dataUnanswered' }],
  ])('%s', (_, standing, going, expected) => {
    expect(passage(standing, going)).toEqual(expected);
  });

  test('data leave only erased, told, in the same hands, or by an answer for that way and whom', () => {
    const ways: WayOut[] = ['loan', 'reassignment', 'repair', 'register', ...retirements];
    const who = fc.constantFrom(null, 'p', 'q');
    const one = fc.record({ id: fc.constantFrom('a', 'b'), way: fc.constantFrom(...answeredWays), answer: fc.constantFrom(...answers), personId: who, supplierId: who });
    const standing = fc.record({
      holdsData: fc.constant(true),
      encrypted: fc.constantFrom(null, true, false),
      erased: fc.constant(false),
      proven: fc.constant(false),
      open: fc.array(one, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(standing, fc.constantFrom(...ways), who, who, (device, way, personId, supplierId) => {
        const result = passage(device, { way, personId, supplierId });
        if (!result.passes) return true;
        if (way === 'lost' || way === 'stolen') return result.told === true;
        const used = device.open.filter(({ id }) => id === result.answerId);
        return used.some(
          (each) =>
            answersOf[each.way].includes(each.answer) &&
            each.way !== 'lost' &&
            (each.answer !== 'clause' || device.encrypted === true) &&
            (each.personId ?? personId) === personId &&
            (each.supplierId ?? supplierId) === supplierId &&
            !['disposed', 'returned', 'transferred'].includes(way),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describeOnBothEngines('disposals and ways out', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  let agent: Account;
  let ann: string;
  let ben: string;
  let firm: string;
  const now = () => new Date('2026-11-22T09:00:00Z');
  const day = '2026-11-22';
  beforeAll(async () => {
    server = await testServer({ engine, now });
    await workDeviceImports(server.services);
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
    ann = await server.addPerson(centre, { lastName: 'Anneau', kind: 'staff' });
    ben = await server.addPerson(centre, { lastName: 'Benoist', kind: 'staff' });
    firm = (await add('suppliers', { name: 'Broyage du Nord', kind: 'other' })).id;
  });
  afterAll(() => server.close());

  type Given = Record<string, unknown> & { id: string; version: number; number: number };
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as: Account = adviser) =>
    server.call(method, `/organizations/${centre}/${rest}`, { as, ...(body === undefined ? {} : { body }), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const get = async <T = Given>(rest: string): Promise<T> => (await call('GET', rest)).json() as T;
  const add = async (rest: string, body: unknown): Promise<Given> => {
    const answer = await call('POST', rest, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json() as Given;
  };
  const issueOf = async (answer: ReturnType<typeof call>): Promise<string> => ((await answer).json() as { issues?: { code: string }[] }).issues?.[0]?.code ?? String((await answer).statusCode);
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const due = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations.flatMap(({ rule }) => (['disposalCarriedOut', 'disposalChecked', 'dataGone'].includes(rule) ? [rule] : []));
  const device = (name: string, more: object = {}) => add('devices', { name, kind: 'desktop', ...more });

  test('one list, one order, one intervention, and all of it leaves at once with its proof', async () => {
    const [one, two, stays, screen] = [await device('POSTE-1'), await device('POSTE-2'), await device('POSTE-3'), await add('devices', { name: 'Écran', kind: 'screen', holdsData: false })];
    const item = (id: string) => ({ deviceId: id, medium: 'unknown', method: 'destroy' });
    const list = { title: 'Postes hors d’usage', plannedOn: '2026-11-20', supplierId: firm, items: [item(one.id), item(two.id), item(stays.id), { deviceId: screen.id }] };
    expect(await issueOf(call('POST', 'disposals', { ...list, items: [{ deviceId: one.id }] }))).toBe('methodMissing');
    expect(await issueOf(call('POST', 'disposals', { ...list, items: [{ deviceId: one.id, medium: 'solidState', method: 'overwrite' }] }))).toBe('methodOfOtherMedium');
    expect(await issueOf(call('POST', 'disposals', { ...list, items: [item(one.id), item(one.id)] }))).toBe('deviceTwice');
    const { id, version } = await add('disposals', list);
    expect((await call('PUT', `disposals/${id}`, { ...list, title: 'Vieux postes' }, version)).statusCode).toBe(204);
    // Somebody who read the list before signs nothing.
    expect((await call('POST', `disposals/${id}/order`, { as: 'directorGeneral' }, version, director)).statusCode).toBe(412);
    expect((await call('POST', `disposals/${id}/order`, { as: 'directorGeneral' }, version + 1, agent)).statusCode).toBe(403);
    expect((await call('GET', `disposals/${id}/document`)).rawPayload.subarray(0, 4).toString()).toBe('%PDF');
    expect((await call('POST', `disposals/${id}/order`, { as: 'directorGeneral' }, version + 1, director)).statusCode).toBe(204);
    expect(await due()).toEqual(['disposalCarriedOut']);
    expect((await call('PUT', `disposals/${id}`, list, version + 2)).statusCode).toBe(409);
    expect(await issueOf(call('POST', `devices/${two.id}/retirement`, { retiredOn: day, how: 'lost' }, two.version))).toBe('inDisposal');
    const again = await add('disposals', { ...list, items: [item(two.id)] }).catch(() => undefined);
    expect(again).toBeUndefined();
    // The firm has work of the centre: it is not done with today, and its page says what is open.
    const { version: ofFirm } = await get(`suppliers/${firm}`);
    expect(await issueOf(call('PATCH', `suppliers/${firm}`, { endedOn: day }, ofFirm))).toBe('firmBusy');
    expect(await get(`suppliers/${firm}/pending`)).toEqual({ items: [{ kind: 'disposal', id, title: 'Vieux postes', on: '2026-11-20' }] });
    const done = { carriedOn: day, carriedBy: 'Broyage du Nord', left: [{ deviceId: stays.id, because: 'Introuvable ce jour' }] };
    expect(await issueOf(call('POST', `disposals/${id}/completion`, { ...done, carriedOn: '2026-11-23' }, version + 2, agent))).toBe('inTheFuture');
    expect((await call('POST', `disposals/${id}/completion`, done, version + 2, agent)).statusCode).toBe(204);
    expect(await due()).toEqual(['disposalChecked']);
    expect((await call('POST', `disposals/${id}/cancellation`, { reason: 'x' }, version + 3)).statusCode).toBe(409);
    expect(await issueOf(call('POST', `disposals/${id}/check`, { checked: 'after' }, version + 3))).toBe('certificateFirst');
    const sent = upload(pdfFile('Attestation'), 'attestation.pdf');
    expect((await server.call('PUT', `/organizations/${centre}/disposals/${id}/file`, { as: agent, ...sent, headers: { ...sent.headers, 'if-match': `"${version + 3}"` } })).statusCode).toBe(204);
    expect((await call('POST', `disposals/${id}/check`, { checked: 'after', note: 'Broyats vus' }, version + 4, director)).statusCode).toBe(403);
    expect((await call('POST', `disposals/${id}/check`, { checked: 'after', note: 'Broyats vus' }, version + 4)).statusCode).toBe(204);
    expect(await due()).toEqual([]);
    const whole = await get<Given & { acts: string[]; interventionId: string }>(`disposals/${id}`);
    expect(whole).toMatchObject({ state: 'checked', acts: [], devices: 4, fileName: 'attestation.pdf', interventionNumber: '2026/01' });
    expect(await get(`interventions/${whole.interventionId}`)).toMatchObject({ nature: 'disposal', result: `POSTE-1 (${one.number}), POSTE-2 (${two.number}), Écran (${screen.number})` });
    expect((await get<{ total: number }>('interventions')).total).toBe(1);
    for (const gone of [one, two, screen]) expect(await get(`devices/${gone.id}`)).toMatchObject({ retiredOn: day, retiredHow: 'disposed' });
    expect((await get(`devices/${stays.id}`))['retiredOn']).toBeUndefined();
    const erasures = await get<{ items: Given[] }>('deviceErasures');
    expect(erasures.items.map(({ deviceId, method }) => `${deviceId as string} ${method as string}`).toSorted()).toEqual([`${one.id} destroy`, `${two.id} destroy`].toSorted());
    for (const [of, format, mark] of [
      ['order', 'pdf', '%PDF'],
      ['record', 'docx', 'PK'],
    ])
      expect((await call('GET', `disposals/${id}/document?of=${of}&format=${format}`)).rawPayload.subarray(0, mark!.length).toString()).toBe(mark);
    const register = await call('GET', 'disposalRegister?format=xlsx&language=nl');
    const [sheet] = (await readWorkbook(register.rawPayload)).sheets;
    expect(sheet!.rows.map(({ cells }) => cells.find(({ column }) => column === 'F')?.value)).toEqual(['Toestel', 'POSTE-1', 'POSTE-2', 'POSTE-3', 'Écran']);
    expect(sheet!.rows[3]!.cells.map(({ value }) => value)).toEqual(expect.arrayContaining(['In het centrum gebleven\u00a0: Introuvable ce jour']));
    expect(sheet!.rows[1]!.cells.map(({ value }) => value)).toEqual(expect.arrayContaining(['2026/01', 'attestation.pdf', day]));
    expect((await call('GET', 'disposalRegister?format=docx', undefined, undefined, director)).rawPayload.subarray(0, 2).toString()).toBe('PK');
    await expect(server.asOwner("UPDATE disposal SET check_note = 'x'")).rejects.toThrow('does not change');
    expect((await inCentre((tx) => happenings(tx, [centre], { from: day, until: day }))).map(({ title }) => title.key).toSorted()).toEqual(['disposalChecked', 'disposalOrdered', 'erased']);
    expect((await inCentre((tx) => liveFacts(tx, [centre], day))).find(({ id: fact }) => fact === 'inventories.disposed')).toMatchObject({ state: 'true', on: day });
  });

  test('a signature drawn on the screen names who drew it; a cancelled order frees its devices', async () => {
    const one = await device('POSTE-4');
    const { id, version } = await add('disposals', {
      title: 'Un poste',
      how: 'transferred',
      plannedOn: day,
      carrier: 'Marc Petit',
      items: [{ deviceId: one.id, medium: 'hardDisk', method: 'overwrite' }],
    });
    const stroke = { strokes: [[...Array(20).keys()].map((at) => [at * 20, at * 10])] };
    expect(await issueOf(call('POST', `disposals/${id}/order`, { as: 'directorGeneral', signature: stroke }, version))).toBe('signatureMissing');
    expect((await call('POST', `disposals/${id}/order`, { as: 'directorGeneral', signedBy: 'Anne Mertens', signature: stroke }, version)).statusCode).toBe(204);
    expect(await get(`disposals/${id}`)).toMatchObject({ orderedBy: 'Anne Mertens', orderedHow: 'screen' });
    // What is lost before its day is said on the order, which is not held up by it.
    await inCentre((tx) => loseDevice(tx, centre, one.id, { on: day, how: 'lost' }));
    expect(await get(`disposals/${id}`)).toMatchObject({ items: [{ leftBecause: 'Perdu le 22/11/2026, avant son départ.' }] });
    expect(await issueOf(call('POST', `disposals/${id}/completion`, { carriedOn: day, carriedBy: 'Marc Petit' }, version + 1))).toBe('nothingGone');
    expect((await call('POST', `devices/${one.id}/recovery`, { foundOn: day, note: 'Sous l’escalier' }, (await get(`devices/${one.id}`)).version)).statusCode).toBe(204);
    expect((await call('POST', `disposals/${id}/cancellation`, { reason: 'Il resservira' }, version + 1)).statusCode).toBe(204);
    expect(await get(`disposals/${id}`)).toMatchObject({ state: 'cancelled', cancelReason: 'Il resservira' });
    const left = (await get<Given>(`devices/${one.id}`)).version;
    expect(await issueOf(call('POST', `devices/${one.id}/retirement`, { retiredOn: day, how: 'transferred' }, left))).toBe('erasureFirst');
  });

  test('from hand to hand: page, movement, intervention and list pass the same rule; an answer is spent', async () => {
    const one = await device('PC-1', { kind: 'laptop', personId: ann });
    const patch = async (body: object) => call('PATCH', `devices/${one.id}`, body, (await get(`devices/${one.id}`)).version);
    expect(await issueOf(patch({ personId: ben }))).toBe('otherHands');
    // Standing in the store in between changes nothing: the data are still hers.
    expect((await patch({ personId: null })).statusCode).toBe(200);
    expect(await issueOf(patch({ personId: ben }))).toBe('otherHands');
    expect(await issueOf(patch({ holdsData: false }))).toBe('dataUnanswered');
    await expect(inCentre((tx) => moveDevice(tx, centre, { deviceId: one.id, direction: 'out', why: 'lent', personId: ben, movedOn: day }))).rejects.toMatchObject({ code: 'badRequest' });
    await expect(inCentre((tx) => changeDevice(tx, centre, one.id, { personId: ben }, 'x'))).rejects.toMatchObject({ code: 'badRequest' });
    const list = upload(Buffer.from('Nom;Utilisateur\nPC-1;Odile Benoist'), 'liste.csv');
    expect(await endOfTask(server, adviser, await server.call('POST', `/organizations/${centre}/deviceImports?write=true`, { as: adviser, ...list }))).toMatchObject({
      written: true,
      notes: [{ code: 'otherHands', text: 'PC-1' }],
    });
    expect((await get(`devices/${one.id}`))['personId']).toBeUndefined();
    expect((await patch({ personId: ann })).statusCode).toBe(200);
    const answer = { deviceId: one.id, way: 'reassignment', answer: 'sameFunction', personId: ben };
    expect((await call('POST', 'deviceAnswers', answer, undefined, agent)).statusCode).toBe(403);
    expect(await issueOf(call('POST', 'deviceAnswers', { ...answer, answer: 'mediumOut' }))).toBe('answerOfOtherWay');
    await add('deviceAnswers', answer);
    expect((await patch({ personId: ben })).statusCode).toBe(200);
    expect((await get<{ items: Given[] }>(`devices/${one.id}/answers`)).items).toMatchObject([{ answer: 'sameFunction', usedOn: expect.any(String) }]);
    expect(await issueOf(patch({ personId: ann }))).toBe('otherHands');
    await add('deviceErasures', {
      deviceId: one.id,
      purpose: 'reassignment',
      medium: 'solidState',
      method: 'secureErase',
      orderedOn: day,
      erasedOn: day,
      carriedOutBy: 'Marc Petit',
      checked: 'present',
    });
    expect((await patch({ personId: ann })).statusCode).toBe(200);
    // That erasure proves nothing any more once she works with it.
    expect(await issueOf(patch({ personId: ben }))).toBe('otherHands');
    const { version } = await get(`devices/${one.id}`);
    expect(await issueOf(call('POST', `devices/${one.id}/retirement`, { retiredOn: day, how: 'disposed' }, version))).toBe('erasureFirst');
  });

  test('what an agent erased leaves for good once the adviser was there or checked it', async () => {
    const one = await device('PC-4');
    const erasure = { deviceId: one.id, purpose: 'disposal', medium: 'hardDisk', method: 'overwrite', orderedOn: day, erasedOn: day, carriedOutBy: 'Marc Petit' };
    expect(await issueOf(call('POST', 'deviceErasures', { ...erasure, checked: 'present' }, undefined, agent))).toBe('checkedByAdviser');
    const made = (await call('POST', 'deviceErasures', erasure, undefined, agent)).json() as Given;
    const leave = async (as: Account) => call('POST', `devices/${one.id}/retirement`, { retiredOn: day, how: 'disposed' }, (await get(`devices/${one.id}`)).version, as);
    for (const who of [agent, adviser]) expect(await issueOf(leave(who))).toBe('erasureUnchecked');
    const sheet = async (body: object) => call('PATCH', `devices/${one.id}`, body, (await get(`devices/${one.id}`)).version, agent);
    expect(await issueOf(sheet({ holdsData: false }))).toBe('dataUnanswered');
    // Neither does another kind say that there is nothing on it.
    expect(await issueOf(sheet({ kind: 'screen' }))).toBe('dataUnanswered');
    const check = (checked: 'present' | 'after', version: number, as: Account) => call('PATCH', `deviceErasures/${made.id}`, { checked, checkedBy: 'Claire Delvaux' }, version, as);
    expect(await issueOf(check('present', made.version, agent))).toBe('checkedByAdviser');
    expect((await check('after', made.version, adviser)).statusCode).toBe(200);
    expect(await issueOf(call('PATCH', `deviceErasures/${made.id}`, { medium: 'tape', method: 'degauss' }, made.version + 1, agent))).toBe('checkedByAdviser');
    expect((await leave(agent)).statusCode).toBe(204);
  });

  test('repair outside, loss and theft: what went with its data is on the list until it is answered for', async () => {
    const [one, lost] = [await device('PC-2', { encrypted: true }), await device('PC-3')];
    const out = { deviceId: one.id, direction: 'out', why: 'repair', supplierId: firm, movedOn: day };
    expect(await issueOf(call('POST', 'deviceMovements', out))).toBe('repairWithData');
    await add('deviceAnswers', { deviceId: one.id, way: 'repair', answer: 'mediumOut' });
    const moved = await add('deviceMovements', out);
    expect(await get(`suppliers/${firm}/pending`)).toMatchObject({ items: [{ kind: 'device', id: one.id }] });
    expect((await call('PATCH', `deviceMovements/${moved.id}`, { note: 'Écran fendu' }, moved.version)).statusCode).toBe(200);
    expect((await call('POST', `devices/${lost.id}/retirement`, { retiredOn: day, how: 'stolen' }, lost.version)).statusCode).toBe(204);
    const list = async () => (await get<{ items: Given[] }>('deviceDepartures?sort=name')).items.map(({ name, way, covering }) => [name, way, covering]);
    expect(await list()).toEqual([
      ['PC-2', 'repair', 'mediumOut'],
      ['PC-3', 'stolen', 'none'],
    ]);
    expect((await get<{ total: number }>('deviceDepartures?covered=false')).total).toBe(1);
    expect(await due()).toEqual(['dataGone']);
    expect((await inCentre((tx) => liveFacts(tx, [centre], day))).find(({ id }) => id === 'inventories.gone')).toMatchObject({ state: 'missing' });
    await add('deviceAnswers', { deviceId: lost.id, way: 'lost', answer: 'wiped', note: 'Ordre d’effacement confirmé à 9 h' });
    expect(await due()).toEqual([]);
    expect(await list()).toContainEqual(['PC-3', 'stolen', 'wiped']);
  });

  test('two at once: a device is lost while its disposal is checked, and an answer lets one pass', async () => {
    const [one, two] = [await device('POSTE-5'), await device('POSTE-6')];
    const item = (deviceId: string) => ({ deviceId, medium: 'unknown', method: 'destroy' });
    const { id, version } = await add('disposals', { title: 'Deux postes', plannedOn: day, carrier: 'Marc Petit', items: [item(one.id), item(two.id)] });
    expect((await call('POST', `disposals/${id}/order`, { as: 'directorGeneral' }, version, director)).statusCode).toBe(204);
    expect((await call('POST', `disposals/${id}/completion`, { carriedOn: day, carriedBy: 'Marc Petit' }, version + 1, agent)).statusCode).toBe(204);
    const waiting = () =>
      server.asOwner("SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    const check = async () => (await call('POST', `disposals/${id}/check`, { checked: 'present' }, version + 2)).statusCode;
    const first = await inCentre(async (tx) => {
      await loseDevice(tx, centre, one.id, { on: day, how: 'lost' });
      const asked = check();
      await expect.poll(waiting).toEqual([{ n: 1 }]);
      return { asked };
    });
    expect(await first.asked).toBe(204);
    expect((await get<{ items: Given[] }>(`deviceErasures?deviceId=${one.id}`)).items).toEqual([]);
    expect([(await get(`devices/${one.id}`))['retiredHow'], (await get(`devices/${two.id}`))['retiredHow']]).toEqual(['lost', 'disposed']);
    const used = await device('PC-5', { personId: ann });
    await add('deviceAnswers', { deviceId: used.id, way: 'reassignment', answer: 'sameFunction', personId: ben });
    const out = () => call('POST', 'deviceMovements', { deviceId: used.id, direction: 'out', why: 'lent', personId: ben, movedOn: day });
    expect((await Promise.all([out(), out()])).map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400]);
  });
});
