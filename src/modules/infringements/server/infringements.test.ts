import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('infringement notices', (engine) => {
  let server: TestServer;
  let centre: string;
  let clock = new Date('2026-08-22T09:00:00Z');
  const who: Record<'adviser' | 'dg' | 'president' | 'standIn' | 'deputy', Account> = {} as never;
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    const samuel = await server.addPerson(centre, { firstName: 'Samuel', lastName: 'Jacquemart' });
    await server.addRecord(centre, 'mandate', { personId: samuel, kind: 'directorGeneral', start: '2020-01-01' });
    who.adviser = await server.addAccount({ centre, roles: ['adviser'] });
    who.dg = await server.addAccount({ centre, personId: samuel });
    who.president = await server.addAccount({ centre, roles: ['president'] });
    who.standIn = await server.addAccount({ centre, roles: ['headOfService'] });
    who.deputy = await server.addAccount({ centre, roles: ['deputyAdviser'] });
  });
  afterAll(() => server.close());
  const at = (day: string) => {
    clock = new Date(`${day}T09:00:00Z`);
  };
  type Notice = { id: string; version: number; number?: number; state: string; timing?: string; dueOn?: string; actions: { id: string; version: number }[] };
  const call = async (
    as: keyof typeof who,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    rest: string,
    { body, version, headers = {} }: { body?: unknown; version?: number; headers?: Record<string, string> } = {},
  ) => server.call(method, `/organizations/${centre}/${rest}`, { as: await server.signIn(who[as]), body, headers: { ...headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) } });
  const read = async (as: keyof typeof who, id: string): Promise<Notice> => (await call(as, 'GET', `infringements/${id}`)).json() as Notice;
  const total = async (as: keyof typeof who): Promise<number | string> => {
    const answer = await call(as, 'GET', 'infringements');
    return answer.statusCode === 200 ? (answer.json() as { total: number }).total : `status ${answer.statusCode}`;
  };
  const whole = { subject: 'Consultations sans dossier', rule: 'Normes minimales, 9.1', facts: 'Trois consultations.', reasons: 'Aucun dossier ouvert.', recommendation: 'Contrôler chaque mois.' };
  const given = async (values: object = {}): Promise<Notice> => {
    const made = (await call('adviser', 'POST', 'infringements', { body: { ...whole, ...values } })).json() as Notice;
    const sent = await call('adviser', 'POST', `infringements/${made.id}/send`, { body: {}, version: made.version });
    expect(sent.statusCode, sent.body).toBe(204);
    return read('adviser', made.id);
  };

  test('a draft is its writer’s; once sent it is its addressee’s too, and nobody else’s', async () => {
    const made = (await call('adviser', 'POST', 'infringements', { body: { ...whole, recommendation: undefined } })).json() as Notice;
    expect((await call('adviser', 'POST', `infringements/${made.id}/send`, { body: {}, version: made.version })).json().issues).toMatchObject([{ name: 'recommendation', code: 'required' }]);
    expect(await total('dg')).toBe(0);
    expect((await call('dg', 'GET', `infringements/${made.id}`)).statusCode).toBe(404);
    expect((await call('dg', 'POST', 'infringements', { body: whole })).statusCode).toBe(403);
    expect((await call('adviser', 'DELETE', `infringements/${made.id}`, { version: made.version })).statusCode).toBe(204);
    const sent = await given();
    expect(sent).toMatchObject({ number: 1, state: 'sent', dueOn: '2026-11-22' });
    expect([await total('adviser'), await total('dg'), await total('president'), await total('deputy')]).toEqual([1, 1, 0, 'status 403']);
  });

  test('the same request sent again makes nothing more', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const twice = [await call('adviser', 'POST', 'infringements', { body: whole, headers }), await call('adviser', 'POST', 'infringements', { body: whole, headers })].map(
      (answer) => (answer.json() as Notice).id,
    );
    expect(twice[0]).toBe(twice[1]);
    expect((await call('adviser', 'POST', 'infringements', { body: { ...whole, subject: 'Autre' }, headers })).statusCode).toBe(422);
    expect((await server.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM idempotency_key'))[0]?.n).toBe(0);
    await call('adviser', 'DELETE', `infringements/${twice[0]}`, { version: 1 });
  });

  test('the addressee decides, in time or late; measures follow; the letters are kept', async () => {
    const { items } = (await call('dg', 'GET', 'infringements')).json() as { items: Notice[] };
    const one = items[0]!;
    at('2026-11-23');
    expect((await call('adviser', 'POST', `infringements/${one.id}/decide`, { body: { outcome: 'follow' }, version: one.version })).statusCode).toBe(403);
    expect((await call('president', 'POST', `infringements/${one.id}/decide`, { body: { outcome: 'follow' }, version: one.version })).statusCode).toBe(404);
    expect((await call('dg', 'POST', `infringements/${one.id}/decide`, { body: { outcome: 'depart' }, version: one.version })).statusCode).toBe(400);
    expect((await call('dg', 'POST', `infringements/${one.id}/decide`, { body: { outcome: 'follow' }, version: one.version - 1 })).statusCode).toBe(412);
    expect((await call('dg', 'POST', `infringements/${one.id}/decide`, { body: { outcome: 'follow' }, version: one.version })).statusCode).toBe(204);
    expect(await read('adviser', one.id)).toMatchObject({ state: 'decided', timing: 'late', decidedByName: 'Samuel Jacquemart' });
    const acted = (await call('adviser', 'POST', `infringements/${one.id}/actions`, { body: { text: 'Contrôle mensuel', responsible: 'Service social', dueOn: '2026-12-01' } })).json() as Notice;
    const due = (await call('dg', 'GET', 'obligations')).json() as { items: { room: string; title: { key: string } }[] };
    expect(due.items.filter(({ room }) => room === 'infringements').map(({ title }) => title.key)).toEqual(['act.title']);
    const done = await call('dg', 'PATCH', `infringementActions/${acted.actions[0]!.id}`, { body: { doneOn: '2026-11-23' }, version: acted.actions[0]!.version });
    expect(done.json()).toMatchObject({ actions: [{ text: 'Contrôle mensuel', doneOn: '2026-11-23', late: false }] });
    for (const document of ['notice', 'decision']) {
      const file = await call('dg', 'GET', `infringements/${one.id}/file?document=${document}&format=pdf`);
      expect(file.rawPayload.subarray(0, 4).toString('latin1')).toBe('%PDF');
      expect(file.headers['content-disposition']).not.toMatch(/infraction|2026/);
      expect((await call('dg', 'GET', `infringements/${one.id}/file?document=${document}&format=docx&language=nl`)).statusCode).toBe(200);
      expect((await call('adviser', 'GET', `infringements/${one.id}/preview?document=${document}&language=de`)).json().html).toContain('VERTRAULICH');
    }
    await expect(server.asOwner('UPDATE infringement SET facts = $1 WHERE id = $2', ['Autre', one.id])).rejects.toThrow('does not change');
    expect(await server.asOwner('SELECT * FROM file')).toEqual([]);
  });

  test('where the director-general is the one concerned, it goes to the president, and neither series has a gap', async () => {
    const hidden = await given({ addressee: 'president', facts: 'La direction a prêté son code.' });
    expect(hidden).toMatchObject({ number: 1 });
    expect((await call('dg', 'GET', `infringements/${hidden.id}`)).statusCode).toBe(404);
    expect((await call('dg', 'POST', `infringements/${hidden.id}/decide`, { body: { outcome: 'follow' }, version: hidden.version })).statusCode).toBe(404);
    expect(JSON.stringify((await call('dg', 'GET', 'obligations')).json())).not.toContain(hidden.id);
    expect(JSON.stringify((await call('president', 'GET', 'obligations')).json())).toContain(hidden.id);
    expect(await given()).toMatchObject({ number: 2 });
    expect([await total('adviser'), await total('dg'), await total('president')]).toEqual([3, 2, 1]);
    expect(
      (await call('president', 'POST', `infringements/${hidden.id}/decide`, { body: { outcome: 'followInPart', decisionReasons: 'Un rappel suffit.' }, version: hidden.version })).statusCode,
    ).toBe(204);
    expect((await call('president', 'GET', `infringements/${hidden.id}/preview?document=decision`)).json().html).toContain('Présidence du conseil');
  });

  test('a role that is lent holds them only where its lender said so, and nobody says it for another', async () => {
    const links = await server.asOwner<{ id: string; account_id: string }>('SELECT id, account_id FROM link WHERE organization_id = $1', [centre]);
    const linkOf = (account: Account) => links.find((link) => link.account_id === account.id)!.id;
    const lend = (as: 'dg' | 'president', body: object) =>
      call(as, 'POST', 'delegations', { body: { toLinkId: linkOf(who.standIn), role: 'directorGeneral', start: '2026-11-23', end: '2026-12-20', reason: 'Congé', ...body } });
    const lent = await lend('dg', {});
    expect(lent.statusCode, lent.body).toBe(201);
    expect(await total('standIn')).toBe('status 403');
    expect(JSON.stringify((await call('standIn', 'GET', 'obligations')).json())).not.toContain('infringements');
    expect((await lend('president', { fromLinkId: linkOf(who.dg), confidential: true })).json().issues).toMatchObject([{ code: 'confidentialOwnOnly' }]);
    expect((await lend('dg', { role: 'staff', confidential: true })).statusCode).toBe(400);
    await call('dg', 'POST', `delegations/${(lent.json() as { id: string }).id}/end`);
    expect((await lend('dg', { confidential: true })).statusCode).toBe(201);
    expect(await total('standIn')).toBe(2);
    const open = ((await call('standIn', 'GET', 'infringements')).json() as { items: Notice[] }).items.find(({ state }) => state === 'sent')!;
    expect((await call('standIn', 'POST', `infringements/${open.id}/decide`, { body: { outcome: 'follow' }, version: open.version })).statusCode).toBe(204);
    expect(await read('adviser', open.id)).toMatchObject({ decidedByName: 'Odile Lambin', decidedForName: 'Samuel Jacquemart', delegatedFrom: '2026-11-23', delegatedUntil: '2026-12-20' });
  });

  test('a withdrawn notice keeps its number, and its measures as they were', async () => {
    const one = await given();
    const [measure] = ((await call('dg', 'POST', `infringements/${one.id}/actions`, { body: { text: 'Revoir les accès' } })).json() as Notice).actions;
    expect((await call('adviser', 'POST', `infringements/${one.id}/withdraw`, { body: { reason: 'Faits inexacts' }, version: one.version })).statusCode).toBe(204);
    expect((await call('dg', 'PATCH', `infringementActions/${measure!.id}`, { body: { text: 'Autre chose' }, version: measure!.version })).statusCode).toBe(409);
    expect(await read('dg', one.id)).toMatchObject({ state: 'withdrawn', number: 3 });
  });
});
