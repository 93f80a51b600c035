import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { endOf } from '../../../kernel/counting.ts';
import { type Rule, rules } from '../../../kernel/rules.ts';
import { erasableFrom, nextJanuary } from '../data-subject.ts';

describe('when data may be erased', () => {
  const due = (rule: keyof typeof rules, _centre: string | undefined, start: Parameters<typeof endOf>[1]) => endOf(rules[rule] as Rule, start);
  test.each([
    ['2015-12-31', '2026-01-01'],
    ['2016-01-01', '2027-01-01'],
    ['2016-02-29', '2027-01-01'],
  ])('who left on %s: from %s (MES 2.9: ten years from the first of January after)', (lastDay, expected) => {
    expect(erasableFrom(lastDay, { due: due as never }, 'a')).toBe(expected);
  });
  test('never less than ten whole years after, and never more than eleven and a day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const years = Number(erasableFrom(day, { due: due as never }, 'a').slice(0, 4)) - Number(day.slice(0, 4));
        expect(years).toBe(11);
        expect(nextJanuary(day) > day).toBe(true);
      }),
    );
  });
});

describeOnBothEngines('people and the data about them', (engine) => {
  let server: TestServer;
  let now = new Date('2026-11-23T09:00:00Z');
  let centre: string;
  let person: string;
  let own: Account;
  let adviser: Account;
  let stranger: Account;
  beforeAll(async () => {
    server = await testServer({ engine, now: () => now });
    centre = await server.addCentre({ slug: 'valombre' });
    person = await server.addPerson(centre, { lastName: 'Maréchal', firstName: 'Sophie', email: 'sophie@example.be', note: 'Une remarque' });
    await server.addRecord(centre, 'contract', { personId: person, kind: 'permanent', function: 'Assistante sociale', start: '2010-01-01', suspensions: [] });
    own = await server.addAccount({ centre, personId: person });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    stranger = await server.addAccount({ centre, roles: ['auditor'] });
  });
  afterAll(() => server.close());
  const path = (rest: string) => `/organizations/${centre}/${rest}`;

  test('somebody sees every row about them, and takes it along; nothing of anybody else, no secret', async () => {
    const other = await server.addPerson(centre, { lastName: 'Autre', firstName: 'Jean' });
    const data = (await server.call('GET', path('ownData'), { as: own })).json();
    expect(data.facts.map(({ table }: { table: string }) => table)).toEqual(['person', 'contract', 'link']);
    expect(data.facts[0].row).toMatchObject({ last_name: 'Maréchal', note: 'Une remarque' });
    expect(JSON.stringify(data)).not.toMatch(new RegExp(`Autre|${other}|search_text|password|hash`));
    const file = await server.call('GET', path('ownData/export'), { as: own });
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(JSON.parse(file.body).facts).toEqual(data.facts);
    // an account that is nobody's record
    expect((await server.call('GET', path('ownData'), { as: stranger })).json()).toMatchObject({ facts: [] });
    expect((await server.call('POST', path('ownCorrectionRequests'), { as: stranger, body: { text: 'x' } })).statusCode).toBe(404);
  });

  const ask = async (text: string): Promise<string> => (await server.call('POST', path('ownCorrectionRequests'), { as: own, body: { text } })).json().id;
  const answer = (id: string, version: number, body: object, as = adviser) => server.call('POST', path(`correctionRequests/${id}/answer`), { as, headers: { 'if-match': `"${version}"` }, body });

  test('a request has a month, is due for who answers, and its answer is read by who asked', async () => {
    now = new Date('2026-11-23T09:00:00Z');
    const id = await ask('Mon nom s’écrit Maréchal-Petit');
    const mine = (await server.call('GET', path('ownCorrectionRequests'), { as: own })).json();
    expect(mine.items[0]).toMatchObject({ id, state: 'open', askedOn: '2026-11-23', dueOn: '2026-12-23' });
    const due = (await server.call('GET', path('obligations'), { as: adviser })).json();
    expect(due.items.find(({ rule }: { rule: string }) => rule === 'dataSubjectAnswer')).toMatchObject({ mine: true, about: 'Sophie Maréchal', due: { on: '2026-12-23' } });
    expect((await server.call('GET', path('correctionRequests'), { as: stranger })).statusCode).toBe(403);
    expect((await answer(id, 1, { state: 'refused' })).json().issues[0]).toMatchObject({ name: 'answer', code: 'reasonRequired' });
    expect((await answer(id, 2, { state: 'granted' })).statusCode).toBe(412);
    expect((await answer(id, 1, { state: 'granted', answer: 'Corrigé.' })).statusCode).toBe(204);
    expect((await answer(id, 2, { state: 'granted' })).statusCode).toBe(409);
    expect((await server.call('GET', path('ownCorrectionRequests'), { as: own })).json().items[0]).toMatchObject({ state: 'granted', answer: 'Corrigé.' });
  });

  test('only who asked withdraws, and only while it is open', async () => {
    const id = await ask('Autre chose');
    const withdraw = (as: Account, version: number) => server.call('POST', path(`ownCorrectionRequests/${id}/withdraw`), { as, headers: { 'if-match': `"${version}"` } });
    expect((await withdraw(adviser, 1)).statusCode).toBe(404);
    expect((await withdraw(own, 1)).statusCode).toBe(204);
    expect((await withdraw(own, 2)).statusCode).toBe(409);
  });

  test('at the end of the retention a person is erased: from the record, what was theirs and the trail, which still verifies; what the law keeps stays', async () => {
    const gone = await server.addPerson(centre, { lastName: 'Quidam', firstName: 'Zénobe', email: 'zenobe@example.be', ssin: '85073003328', note: 'secret' });
    await server.addRecord(centre, 'contract', { personId: gone, kind: 'permanent', function: 'Comptable', start: '2000-01-01', end: '2014-06-30', suspensions: [] });
    await server.addRecord(centre, 'mandate', { personId: gone, kind: 'adviser', start: '2005-01-01', end: '2014-06-30', decisionNumber: 'CAS 2005/7' });
    const service = await server.addRecord(centre, 'service', { name: 'Comptabilité', kind: 'finance', headId: gone, seesPersonalData: true });
    const late = await server.addPerson(centre, { lastName: 'Récent', firstName: 'Luc' });
    await server.addRecord(centre, 'contract', { personId: late, kind: 'permanent', function: 'Comptable', start: '2000-01-01', end: '2020-06-30', suspensions: [] });
    // Somebody who left and came back, and somebody who left their employment and sits in the council.
    for (const [table, record] of [
      ['contract', { kind: 'permanent', function: 'Comptable' }],
      ['mandate', { kind: 'councilMember' }],
    ] as const) {
      const back = await server.addPerson(centre, { lastName: 'Présent', firstName: table });
      await server.addRecord(centre, 'contract', { personId: back, kind: 'permanent', function: 'Comptable', start: '2000-01-01', end: '2010-06-30', suspensions: [] });
      await server.addRecord(centre, table, { personId: back, start: '2016-01-01', ...record, ...(table === 'contract' ? { suspensions: [] } : {}) });
    }
    // A contract that was deleted long ago, one that was theirs by mistake alone, and a record that was merged into theirs.
    const deleted = await server.addRecord(centre, 'contract', { personId: gone, kind: 'mission', function: 'Contrat supprimé', start: '2003-01-01', end: '2003-02-01', suspensions: [] });
    await server.asOwner('DELETE FROM contract WHERE id = $1', [deleted]);
    const mistaken = await server.addRecord(centre, 'contract', { personId: gone, kind: 'mission', function: 'Contrat de Luc', start: '2003-01-01', end: '2003-02-01', suspensions: [] });
    await server.asOwner('UPDATE contract SET person_id = $1 WHERE id = $2', [late, mistaken]);
    const twin = await server.addPerson(centre, { lastName: 'Quidam', firstName: 'Zénobe', phone: '081 99 88 77' });
    const values = { lastName: 'Quidam', firstName: 'Zénobe', kind: 'staff', email: 'zenobe@example.be', ssin: '85073003328', note: 'secret' };
    const merged = await server.call('POST', path('peopleMerges'), { as: adviser, body: { keptId: gone, keptVersion: 1, goneId: twin, goneVersion: 1, values } });
    expect(merged.statusCode, merged.body).toBe(201);
    // Where addresses to sign went: one that left, and one that waits.
    const content = { variant: 'staff', number: 1, libraryRevision: 1, inForceOn: '2010-01-01', askAgain: false, content: {}, contentHash: 'x' };
    const link = { personId: gone, kind: 'link', variant: 'staff', language: 'fr', textId: await server.addRecord(centre, 'declarationText', content), mailTo: 'zenobe@example.be' };
    const times = { madeAt: '2014-01-01', expiresAt: '2014-01-08' };
    await server.addRecord(centre, 'declarationLink', { ...link, ...times, tokenHash: Buffer.from('left') });
    await server.addRecord(centre, 'declarationLink', { ...link, ...times });
    const erase = (id: string, version = 2, as = adviser) => server.call('POST', path(`people/${id}/erase`), { as, headers: { 'if-match': `"${version}"` } });

    const list = (await server.call('GET', path('retention'), { as: adviser })).json();
    expect(list).toMatchObject({ total: 2, erasable: 1 });
    expect(list.items).toMatchObject([
      { id: gone, lastDay: '2014-06-30', erasableFrom: '2025-01-01', erasable: true },
      { id: late, erasableFrom: '2031-01-01', erasable: false },
    ]);
    expect([(await erase(late)).statusCode, (await erase(person)).statusCode, (await erase(gone, 9)).statusCode, (await erase(gone, 2, stranger)).statusCode]).toEqual([409, 404, 412, 403]);
    const linked = await server.addAccount({ centre, personId: gone });
    expect((await erase(gone)).json().issues[0]).toMatchObject({ code: 'accessNotEnded' });
    await server.asOwner(`UPDATE link SET "end" = '2026-01-01' WHERE account_id = $1`, [linked.id]);

    const answered = await erase(gone);
    expect(answered.statusCode, answered.body).toBe(200);
    expect(answered.json().entries).toBeGreaterThanOrEqual(3);
    const everywhere = await server.asOwner<{ text: string }>(
      `SELECT (SELECT coalesce(string_agg(to_jsonb(p)::text, ' '), '') FROM person p WHERE organization_id = $1) || (SELECT coalesce(string_agg(fields::text, ' '), '') FROM audit_entry WHERE organization_id = $1) || (SELECT coalesce(string_agg(to_jsonb(c)::text, ' '), '') FROM contract c WHERE organization_id = $1) AS text`,
      [centre],
    );
    expect(everywhere[0]!.text).not.toMatch(/Quidam|Zénobe|zenobe|85073003328|secret|081 99 88 77|Contrat supprimé/);
    expect(everywhere[0]!.text).toContain('Récent');
    expect(await server.asOwner(`SELECT count(*)::int AS count FROM audit_entry WHERE record_id = $1 AND fields IS NOT NULL`, [mistaken])).toEqual([{ count: 2 }]);
    expect(await server.asOwner('SELECT kind, decision_number FROM mandate WHERE person_id = $1', [gone])).toEqual([{ kind: 'adviser', decision_number: 'CAS 2005/7' }]);
    expect(await server.asOwner('SELECT mail_to FROM declaration_link WHERE organization_id = $1', [centre])).toEqual([{ mail_to: null }]);
    expect(await server.asOwner('SELECT head_id FROM service WHERE id = $1', [service])).toEqual([{ head_id: null }]);
    expect(await server.asOwner('SELECT * FROM audit_verify()')).toEqual([]);
    expect((await server.call('POST', path('people/search'), { as: adviser, body: { text: 'quidam' } })).json().total).toBe(0);
    expect((await server.call('GET', path('people'), { as: adviser })).json().items.map(({ id }: { id: string }) => id)).not.toContain(gone);
    expect((await erase(gone, 3)).statusCode).toBe(404);
    // Two who were erased are not taken for one.
    await server.asOwner(`INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text, erased_on) VALUES ($1, gen_random_uuid(), '–', '–', 'staff', '', '2026-01-01')`, [centre]);
    expect((await server.call('GET', path('peopleDuplicates'), { as: adviser })).json().items).toEqual([]);
  });

  test('the trail of somebody who is not erased cannot be made to forget', async () => {
    const forget = server.db.tx({ organizations: [centre], actor: { kind: 'account' } }, (tx) => sql`SELECT erase_trail_of(${centre}, ${person}, 'x')`.execute(tx));
    await expect(forget).rejects.toThrow(/before its data/);
  });
});
