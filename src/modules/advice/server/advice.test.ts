import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { adviceOrigins, happenings, liveFacts } from './service.ts';

describeOnBothEngines('the register of advice', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let dg: Account;
  let deputyManager: Account;
  let auditor: Account;
  let clock = new Date('2026-08-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    const claire = await server.addPerson(centre, { firstName: 'Claire', lastName: 'Delvaux', kind: 'outsider' });
    const samuel = await server.addPerson(centre, { firstName: 'Samuel', lastName: 'Jacquemart' });
    await server.addRecord(centre, 'mandate', { personId: samuel, kind: 'directorGeneral', start: '2020-01-01' });
    adviser = await server.addAccount({ centre, roles: ['adviser'], personId: claire });
    dg = await server.addAccount({ centre, personId: samuel });
    deputyManager = await server.addAccount({ centre, roles: ['headOfService'] });
    auditor = await server.addAccount({ centre, roles: ['auditor'] });
  });
  afterAll(() => server.close());

  const at = (day: string) => {
    clock = new Date(`${day}T09:00:00Z`);
  };
  const as = async (account: Account): Promise<string> => server.signIn(account);
  type Given = { id: string; version: number; number?: number; state: string; dueOn?: string; timing?: string; recommendation?: string; can: Record<string, boolean> };
  const get = async <T = Given>(rest: string, who = adviser): Promise<T> => (await server.call('GET', `/organizations/${centre}/${rest}`, { as: await as(who) })).json() as T;
  const call = async (method: 'POST' | 'PATCH' | 'DELETE', rest: string, { body, version, who = adviser }: { body?: unknown; version?: number; who?: Account } = {}) =>
    server.call(method, `/organizations/${centre}/${rest}`, { as: await as(who), body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const whole = { subject: 'Télétravail', facts: 'Douze portables **sans** chiffrement.', reasons: 'Un vol suffit.', recommendation: 'Chiffrer les portables.' };
  const given = async (values: object = {}): Promise<Given> => {
    const draft = (await call('POST', 'advices', { body: { ...whole, ...values } })).json() as Given;
    const sent = await call('POST', `advices/${draft.id}/send`, { body: {}, version: draft.version });
    expect(sent.statusCode, sent.body).toBe(204);
    return get(`advices/${draft.id}`);
  };
  const codes = (answer: { json: () => { issues?: { name: string; code: string }[] } }) => (answer.json().issues ?? []).map(({ name, code }) => `${name} ${code}`);

  test('a draft is its writers’ alone, has no number, and is not sent before it is reasoned', async () => {
    const draft = (await call('POST', 'advices', { body: { subject: 'Brouillon', recommendation: 'Secret encore' } })).json() as Given;
    expect(draft).toMatchObject({ state: 'draft', authorName: 'Claire Delvaux', can: { send: true } });
    expect(draft.number).toBeUndefined();
    for (const who of [dg, auditor]) {
      expect((await server.call('GET', `/organizations/${centre}/advices/${draft.id}`, { as: await as(who) })).statusCode).toBe(404);
      expect((await server.call('GET', `/organizations/${centre}/advices/${draft.id}/preview`, { as: await as(who) })).statusCode).toBe(404);
      expect(JSON.stringify(await get('advices', who))).not.toContain('Brouillon');
    }
    expect(codes(await call('POST', `advices/${draft.id}/send`, { body: {}, version: draft.version }))).toEqual(['facts required', 'reasons required']);
    const oral = (await call('PATCH', `advices/${draft.id}`, { body: { oral: true }, version: draft.version })).json() as Given;
    expect(codes(await call('POST', `advices/${draft.id}/send`, { body: {}, version: oral.version }))).toEqual(['oralReason oralReasonRequired']);
    expect((await call('DELETE', `advices/${draft.id}`, { version: oral.version })).statusCode).toBe(204);
  });

  test('what the daily manager asks for is the adviser’s to write, and a duty until it is sent', async () => {
    const asked = (await call('POST', 'adviceRequests', { body: { subject: 'Caméras', question: 'Le pouvons-nous ?' }, who: dg })).json() as Given;
    expect(asked).toMatchObject({ state: 'asked', askedByName: 'Samuel Jacquemart', askedOn: '2026-08-22' });
    const due = await get<{ items: { rule: string; due: { on: string } }[] }>('obligations');
    expect(due.items.filter(({ rule }) => rule === 'adviceAsked').map(({ due: by }) => by.on)).toEqual(['2026-09-21']);
    const written = (await call('PATCH', `advices/${asked.id}`, { body: { ...whole, subject: 'Caméras' }, version: asked.version })).json() as Given;
    // The asker sees the question, and the text once it is sent.
    expect(await get(`advices/${asked.id}`, dg)).not.toHaveProperty('recommendation');
    expect((await call('POST', `advices/${asked.id}/send`, { body: { receivedOn: '2026-08-21' }, version: written.version })).statusCode).toBe(400);
    const far = await call('POST', `advices/${asked.id}/send`, { body: { receivedOn: '2026-12-31' }, version: written.version });
    expect(far.json().issues).toMatchObject([{ name: 'receivedOn', code: 'tooFarAhead' }]);
    expect((await call('POST', `advices/${asked.id}/send`, { body: {}, version: written.version })).statusCode).toBe(204);
    expect(await get(`advices/${asked.id}`, dg)).toMatchObject({
      number: 1,
      year: 2026,
      state: 'sent',
      dueOn: '2026-11-22',
      timing: 'waiting',
      recommendation: 'Chiffrer les portables.',
      can: { decide: true },
    });
    expect((await call('DELETE', `advices/${asked.id}`, { version: written.version + 1 })).statusCode).toBe(409);
    expect((await call('PATCH', `advices/${asked.id}`, { body: { subject: 'Autre' }, version: written.version + 1 })).statusCode).toBe(409);
  });

  test('decided on the last day it is in time, one day later it is late: both stay in the register', async () => {
    const { items } = await get<{ items: Given[] }>('advices?state=sent', dg);
    const second = await given({ subject: 'Sauvegardes' });
    expect(second).toMatchObject({ number: 2, dueOn: '2026-11-22' });
    at('2026-11-22');
    expect((await call('POST', `advices/${second.id}/decide`, { body: { outcome: 'depart' }, version: second.version, who: dg })).statusCode).toBe(400);
    expect((await call('POST', `advices/${second.id}/decide`, { body: { outcome: 'follow' }, version: second.version })).statusCode).toBe(403);
    expect((await call('POST', `advices/${second.id}/decide`, { body: { outcome: 'follow' }, version: second.version, who: dg })).statusCode).toBe(204);
    expect(await get(`advices/${second.id}`)).toMatchObject({ state: 'decided', timing: 'inTime', decidedOn: '2026-11-22', toldOn: '2026-11-22', decidedByName: 'Samuel Jacquemart' });
    at('2026-11-23');
    const due = await get<{ items: { rule: string; state: string; title: { values?: { number?: string } } }[] }>('obligations', dg);
    expect(due.items.filter(({ rule }) => rule === 'adviceDecision')).toMatchObject([{ state: 'overdue', title: { values: { number: '2026/01' } } }]);
    expect((await liveFactsOf())[0]).toMatchObject({ id: 'advice.decided', state: 'stale' });
    const body = { outcome: 'depart', decisionReasons: 'Le budget de **2026** ne le permet pas.' };
    expect((await call('POST', `advices/${items[0]!.id}/decide`, { body, version: items[0]!.version, who: dg })).statusCode).toBe(204);
    expect(await get(`advices/${items[0]!.id}`)).toMatchObject({ timing: 'late', decidedOn: '2026-11-23' });
    expect((await get<{ items: { number: number }[] }>('advices?timing=late')).items.map(({ number }) => number)).toEqual([1]);
    const letter = await get<{ html: string }>(`advices/${items[0]!.id}/preview?document=decision`);
    for (const said of ['hors délai', '22\u00a0novembre 2026', 'Le budget de', 'Samuel Jacquemart']) expect(letter.html).toContain(said);
    expect((await liveFactsOf())[0]).toMatchObject({ state: 'true' });
  });
  const liveFactsOf = () => server.db.tx({ organizations: [centre], actor: { kind: 'job' } }, (tx) => liveFacts(tx, [centre], clock.toISOString().slice(0, 10)));

  test('circumstances may shorten the time and nothing lengthens it', async () => {
    at('2026-11-30');
    const long = (await call('POST', 'advices', { body: { ...whole, delayDays: 92, delayReason: 'Marché public' } })).json() as Given;
    expect(codes(await call('POST', `advices/${long.id}/send`, { body: {}, version: long.version }))).toEqual(['delayDays delayTooLong']);
    expect((await call('POST', 'advices', { body: { ...whole, delayDays: 10 } })).json().issues[0]).toMatchObject({ name: 'delayReason', code: 'delayReasonRequired' });
    await call('DELETE', `advices/${long.id}`, { version: long.version });
    expect(await given({ delayDays: 10, delayReason: 'Faille connue' })).toMatchObject({ number: 3, dueOn: '2026-12-10' });
    expect((await server.call('PUT', `/organizations/${centre}/rules/adviceDecision`, { as: await as(adviser), body: { amount: 4, reason: 'x' }, headers: { 'if-match': '"0"' } })).statusCode).toBe(
      400,
    );
  });

  test('of two who decide at once the second is told, and nothing changes once it is decided', async () => {
    const { items } = await get<{ items: Given[] }>('advices?state=sent', dg);
    const [one] = items;
    const answers = await Promise.all([0, 1].map(() => call('POST', `advices/${one!.id}/decide`, { body: { outcome: 'follow' }, version: one!.version, who: dg })));
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 204)).toHaveLength(1);
    expect([409, 412]).toContain(answers.map(({ statusCode }) => statusCode).find((status) => status !== 204));
    await expect(server.asOwner('UPDATE advice SET decision_reasons = $1 WHERE id = $2', ['Autre', one!.id])).rejects.toThrow('does not change');
    await expect(server.asOwner('DELETE FROM advice WHERE id = $1', [one!.id])).rejects.toThrow('does not change');
    const stale = await given();
    expect((await call('POST', `advices/${stale.id}/decide`, { body: { outcome: 'follow' }, version: stale.version - 1, who: dg })).statusCode).toBe(412);
  });

  test('numbers have no gaps, whoever sends at the same time', async () => {
    at('2027-01-04');
    const drafts = (await Promise.all([1, 2, 3].map(async () => (await call('POST', 'advices', { body: whole })).json()))) as Given[];
    const sendAll = (open: Given[]) => Promise.all(open.map((draft) => call('POST', `advices/${draft.id}/send`, { body: {}, version: draft.version })));
    for (let round = 0; round < 3; round += 1) {
      const open = ((await get<{ items: Given[] }>('advices?state=draft')).items as Given[]).filter(({ id }) => drafts.some((draft) => draft.id === id));
      for (const { statusCode } of await sendAll(open)) expect([204, 412]).toContain(statusCode);
    }
    expect((await get<{ items: { number: number }[] }>('advices?year=2027&sort=number')).items.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('whoever holds the mandate by a delegation decides, and the record says so', async () => {
    const links = await server.asOwner<{ id: string; account_id: string }>('SELECT id, account_id FROM link WHERE organization_id = $1', [centre]);
    const linkOf = (account: Account) => links.find((link) => link.account_id === account.id)!.id;
    const open = (await get<{ items: Given[] }>('advices?state=sent')).items[0]!;
    expect((await call('POST', `advices/${open.id}/decide`, { body: { outcome: 'follow' }, version: open.version, who: deputyManager })).statusCode).toBe(403);
    const lent = await call('POST', 'delegations', { who: dg, body: { toLinkId: linkOf(deputyManager), role: 'directorGeneral', start: '2027-01-04', end: '2027-01-20', reason: 'Congé' } });
    expect(lent.statusCode, lent.body).toBe(201);
    expect((await call('POST', `advices/${open.id}/decide`, { body: { outcome: 'follow' }, version: open.version, who: deputyManager })).statusCode).toBe(204);
    expect(await get(`advices/${open.id}`)).toMatchObject({ decidedByName: 'Odile Lambin', decidedForName: 'Samuel Jacquemart', delegatedFrom: '2027-01-04', delegatedUntil: '2027-01-20' });
    expect((await get<{ html: string }>(`advices/${open.id}/preview?document=decision`)).html).toMatch(
      /Odile Lambin, par délégation de Samuel Jacquemart du 4\u00a0janvier 2027 au 20\u00a0janvier 2027/,
    );
  });

  test('a withdrawn advice keeps its number, and nobody decides on it', async () => {
    const one = await given({ subject: 'Sans objet' });
    expect((await call('POST', `advices/${one.id}/withdraw`, { body: { reason: 'Projet abandonné' }, version: one.version })).statusCode).toBe(204);
    const now = await get(`advices/${one.id}`);
    expect(now).toMatchObject({ state: 'withdrawn', number: one.number });
    expect((await call('POST', `advices/${one.id}/decide`, { body: { outcome: 'follow' }, version: now.version, who: dg })).statusCode).toBe(409);
  });

  test('a decision that was taken elsewhere is a duty until it is told', async () => {
    await server.asOwner(
      `INSERT INTO advice (organization_id, id, capacity, subject, recommendation, year, number, sent_on, received_on, due_on, outcome, decided_on, decided_by_name) VALUES ($1, gen_random_uuid(), 'adviser', 'Ancien', 'x', 2024, 1, '2024-02-29', '2024-02-29', '2024-05-29', 'follow', '2024-05-30', 'Un autre')`,
      [centre],
    );
    const [old] = (await get<{ items: Given[] }>('advices?year=2024')).items;
    expect(old).toMatchObject({ timing: 'late', can: { tell: true } });
    expect(codes(await call('POST', `advices/${old!.id}/tell`, { body: { toldOn: '2024-05-29' }, version: old!.version }))).toEqual(['toldOn beforeDecision']);
    expect((await call('POST', `advices/${old!.id}/tell`, { body: { toldOn: '2024-06-03' }, version: old!.version })).statusCode).toBe(204);
    expect((await get<{ items: { rule: string }[] }>('obligations')).items.map(({ rule }) => rule)).not.toContain('adviceTold');
  });

  test.each(['fr', 'nl', 'de'])('letters and register in %s, frozen bytes where they were frozen', async (language) => {
    const { items } = await get<{ items: Given[] }>('advices?state=decided&year=2026');
    const path = `/organizations/${centre}/advices/${items[0]!.id}`;
    for (const rest of [`file?document=advice&format=pdf&language=${language}`, `file?document=decision&format=docx&language=${language}`]) {
      const file = await server.call('GET', `${path}/${rest}`, { as: await as(auditor) });
      expect(file.statusCode).toBe(200);
      expect(file.rawPayload.subarray(0, 4).toString('latin1')).toBe(rest.includes('pdf') ? '%PDF' : 'PK\u0003\u0004');
      const again = await server.call('GET', `${path}/${rest}`, { as: await as(auditor) });
      if (language === 'fr') expect(again.rawPayload.equals(file.rawPayload)).toBe(true);
    }
    const register = await server.call('GET', `/organizations/${centre}/adviceRegisters/file?year=2026&language=${language}`, { as: await as(auditor) });
    expect(register.rawPayload.subarray(0, 4).toString('latin1')).toBe('%PDF');
  });

  test('it is found, exported, told of, and actions may come from it', async () => {
    const found = (await server.call('POST', '/search', { as: await as(adviser), body: { text: 'sauvegardes' } })).json() as {
      groups: { group: string; items: { title: string; detail: string }[] }[];
    };
    expect(found.groups.find(({ group }) => group === 'advice')?.items).toMatchObject([{ title: 'Sauvegardes', detail: '2026/02' }]);
    const csv = await server.call('GET', `/organizations/${centre}/advices/export?format=csv`, { as: await as(adviser) });
    expect(csv.body).toContain('Dérogation');
    expect(csv.body).toContain('hors délai');
    const { id } = (await get<{ items: Given[] }>('advices?timing=late&year=2026')).items[0]!;
    await server.db.tx({ organizations: [centre], actor: { kind: 'job' } }, async (tx) => {
      const told = await happenings(tx, [centre], { from: '2026-11-22', until: '2026-11-23' });
      expect(told.map(({ on, title }) => [on, title.key, title.values?.['number']])).toEqual([
        ['2026-11-22', 'follow', '2026/02'],
        ['2026-11-23', 'depart', '2026/01'],
      ]);
      expect(await adviceOrigins(tx, centre, [id])).toEqual([{ id, title: '2026/01 · Caméras', path: `advice/${id}` }]);
    });
  });
});
