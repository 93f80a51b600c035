import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfPages } from '../../../documents/pdf-merge.ts';
import { workBundles } from './bundle-routes.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the council', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  let member: Account;
  let clock = new Date('2026-11-02T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    await workBundles(server.services);
    centre = await server.addCentre({ slug: 'valombre', address: { street: 'Place du Marché 1', postalCode: '4999', locality: 'Valombre' } } as never);
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'] });
    member = await server.addAccount({ centre, roles: ['councilMember'] });
    const claire = await server.addPerson(centre, { firstName: 'Claire', lastName: 'Delvaux', kind: 'outsider' });
    await server.addRecord(centre, 'mandate', { personId: claire, kind: 'adviser', start: '2026-10-19', decidedOn: '2026-10-13', decisionNumber: '2026/90' });
  });
  afterAll(() => server.close());

  const at = (day: string) => {
    clock = new Date(`${day}T09:00:00Z`);
  };
  const path = (rest = '') => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE' | 'PUT', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  type Item = { id: string; version: number; kind: string; title: string; noteId?: string; result?: string; nihil: boolean; can: Record<string, boolean>; postponedFrom?: string; decidedOn?: string };
  type Line = { id: string; heading: string; text: string; drafted?: string; path?: string; leftOut: boolean; on?: string };
  type Note = { id: string; version: number; state: string; nihil: boolean; lines: Line[]; periodFrom: string; periodUntil: string; contentHash?: string; can: Record<string, boolean> };
  let tuesday: string;
  let december: string;

  const draftOf = async (kind: string) => {
    const made = await call('POST', `documents/${kind}/drafts`, { language: 'fr' });
    return made.json() as { id: string; version: number };
  };
  const agenda = async (id = tuesday): Promise<{ agenda: Item[]; version: number; bundle?: { id: string }; can: Record<string, boolean>; next?: { id: string } }> =>
    get(`councilSittings/${id}/agenda`);
  const itemOf = async (kind: string, id = tuesday): Promise<Item> => (await agenda(id)).agenda.find((item) => item.kind === kind)!;

  test('a calendar is entered at once, and a second time adds nothing', async () => {
    const dates = ['2026-11-17', '2026-12-15'];
    expect((await call('POST', 'councilCalendars', { organ: 'council', startTime: '19:00', place: 'Salle du conseil', dates })).json()).toMatchObject({ entered: 2, known: 0 });
    expect((await call('POST', 'councilCalendars', { organ: 'council', dates: [...dates, '2027-01-19'] })).json()).toMatchObject({ entered: 1, known: 2 });
    const list = await get('councilSittings?sort=heldOn');
    expect(list.items.map(({ heldOn, state }: { heldOn: string; state: string }) => [heldOn, state])).toEqual([
      ['2026-11-17', 'coming'],
      ['2026-12-15', 'coming'],
      ['2027-01-19', 'coming'],
    ]);
    [tuesday, december] = list.items.map(({ id }: { id: string }) => id);
    expect((await call('POST', 'councilSittings', { heldOn: '2026-12-15' })).statusCode).toBe(409);
  });

  test('a sitting that is moved keeps the day it had', async () => {
    const moved = await call('PATCH', `councilSittings/${tuesday}`, { heldOn: '2026-11-24' }, 1);
    expect(moved.json()).toMatchObject({ heldOn: '2026-11-24', formerDates: ['2026-11-17'], version: 2 });
    const back = await call('PATCH', `councilSittings/${december}`, { cancelReason: 'Fêtes' }, 1);
    expect(back.json().issues[0]).toMatchObject({ name: 'cancelledOn', code: 'required' });
  });

  test('the monthly item comes with a note drafted from what happened and what falls due; a second one is refused', async () => {
    at('2026-11-18');
    const made = await call('POST', `councilSittings/${tuesday}/items`, { kind: 'monthly' });
    expect(made.statusCode).toBe(201);
    expect((await call('POST', `councilSittings/${tuesday}/items`, { kind: 'monthly' })).statusCode).toBe(409);
    const note: Note = await get(`councilSittings/${tuesday}/note`);
    expect(note).toMatchObject({ state: 'draft', nihil: false, periodFrom: '2026-10-18', periodUntil: '2026-11-18', can: { update: true, ready: true, present: false } });
    expect(note.lines.find(({ heading }) => heading === 'people')).toMatchObject({ text: 'Entrée en fonction du conseiller en sécurité (Claire Delvaux)', on: '2026-10-19', leftOut: false });
    expect(note.lines.some(({ heading, path: link }) => heading === 'deadlines' && link)).toBe(true);
    // What is said of duties names nobody.
    expect(
      note.lines
        .filter(({ heading }) => heading !== 'people')
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Delvaux/);
  });

  test('a line is reworded with its source kept, another left out, one added; drafting again changes none of them', async () => {
    const note: Note = await get(`councilSittings/${tuesday}/note`);
    const [first, second] = [note.lines.find(({ heading }) => heading === 'people')!, note.lines.find(({ heading }) => heading === 'deadlines')!];
    const lines = [
      ...note.lines.map((line) =>
        line.id === first.id ? { ...line, text: 'Madame Delvaux conseille désormais le centre', path: 'ailleurs' } : line.id === second.id ? { ...line, leftOut: true } : line,
      ),
      { id: '0199aaaa-0000-7000-8000-000000000001', heading: 'added', text: 'Essai d’alarme réussi' },
    ];
    const saved: Note = (await call('PATCH', `councilNotes/${note.id}`, { lines, introduction: 'Un mois calme.' }, note.version)).json();
    expect(saved.lines.find(({ id }) => id === first.id)).toMatchObject({ text: 'Madame Delvaux conseille désormais le centre', drafted: first.text, path: first.path });
    expect((await call('PATCH', `councilNotes/${note.id}`, { lines: [] }, note.version)).statusCode).toBe(412);
    const again: Note = (await call('POST', `councilNotes/${note.id}/draft`, undefined, saved.version)).json();
    expect(again.lines.map(({ id, text, leftOut }) => [id, text, leftOut])).toEqual(saved.lines.map(({ id, text, leftOut }) => [id, text, leftOut]));
    const html = (await get(`councilNotes/${note.id}/preview`)).html as string;
    for (const said of ['Madame Delvaux conseille', 'Essai d’alarme réussi', 'Un mois calme.']) expect(html).toContain(said);
    expect(html).not.toContain(second.text);
  });

  test('the council reads no draft, and what was left out never', async () => {
    const draft: Note = await get(`councilSittings/${tuesday}/note`);
    for (const rest of [`councilSittings/${tuesday}/note`, `councilNotes/${draft.id}`, `councilNotes/${draft.id}/preview`, `councilNotes/${draft.id}/file`])
      expect((await server.call('GET', path(rest), { as: member })).statusCode, rest).toBe(404);
    const listed = (await get(`councilSittings/${tuesday}/agenda`, member)).agenda as (Item & { noteState: string })[];
    expect(listed.find(({ kind }) => kind === 'monthly')).toMatchObject({ noteState: 'draft' });
    expect(listed.find(({ kind }) => kind === 'monthly')).not.toHaveProperty('noteId');
    const ready: Note = (await call('POST', `councilNotes/${draft.id}/ready`, { ready: true }, draft.version)).json();
    expect(ready.lines.some(({ leftOut }) => leftOut)).toBe(true);
    const told: Note = await get(`councilNotes/${draft.id}`, member);
    expect(told.lines.map(({ id }) => id)).toEqual(ready.lines.filter(({ leftOut }) => !leftOut).map(({ id }) => id));
    expect(told.lines.some(({ drafted }) => drafted !== undefined)).toBe(false);
    await call('POST', `councilNotes/${draft.id}/ready`, { ready: false }, ready.version);
  });

  test('the adviser says that it is ready, the director-general presents it, and nobody changes it any more', async () => {
    let note: Note = await get(`councilSittings/${tuesday}/note`);
    expect((await call('POST', `councilNotes/${note.id}/present`, {}, note.version, director)).statusCode).toBe(409);
    note = (await call('POST', `councilNotes/${note.id}/ready`, { ready: true }, note.version)).json();
    expect((await call('POST', `councilNotes/${note.id}/present`, {}, note.version, adviser)).statusCode).toBe(403);
    const seen = await get(`councilNotes/${note.id}/preview`, director);
    // The director-general changes a word after looking: what was looked at is not what would be presented.
    const changed: Note = (await call('PATCH', `councilNotes/${note.id}`, { introduction: 'Un mois calme, sans incident.' }, note.version, director)).json();
    expect((await call('POST', `councilNotes/${note.id}/present`, { previewHash: seen.contentHash }, changed.version, director)).statusCode).toBe(412);
    const presented: Note = (await call('POST', `councilNotes/${note.id}/present`, {}, changed.version, director)).json();
    expect(presented).toMatchObject({ state: 'presented', can: { update: false, present: false } });
    expect(presented.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await call('PATCH', `councilNotes/${note.id}`, { introduction: 'x' }, presented.version, director)).statusCode).toBe(409);
    const file = await server.call('GET', path(`councilNotes/${note.id}/file?format=pdf`), { as: member });
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(server.asOwner(`UPDATE council_note SET introduction = 'x' WHERE id = $1`, [note.id])).rejects.toThrow('does not change');
  });

  test('what awaits the council is offered, put on the agenda once, and only before the council itself', async () => {
    await draftOf('securityPolicyFormal');
    await draftOf('securityPolicyOperational');
    const { awaiting } = await get('council');
    expect(awaiting.map(({ subjectKind, title }: { subjectKind: string; title: { values: { document: { word: string } } } }) => [subjectKind, title.values.document.word])).toEqual([
      ['document', 'kinds.securityPolicyFormal'],
      ['document', 'kinds.securityPolicyOperational'],
    ]);
    for (const { subjectKind, id } of awaiting) {
      const put = await call('POST', `councilSittings/${tuesday}/items`, { kind: 'subject', subjectKind, subjectId: id });
      expect(put.statusCode).toBe(201);
    }
    expect((await call('POST', `councilSittings/${december}/items`, { kind: 'subject', subjectKind: 'document', subjectId: awaiting[0].id })).statusCode).toBe(409);
    expect((await get('council')).awaiting).toEqual([]);
    const bureau = (await call('POST', 'councilSittings', { organ: 'permanentBureau', heldOn: '2026-11-30' })).json();
    await draftOf('adviserAppointmentDecision');
    const [decision] = (await get('council')).awaiting;
    expect((await call('POST', `councilSittings/${bureau.id}/items`, { kind: 'subject', subjectKind: 'document', subjectId: decision.id })).json().issues[0]).toMatchObject({ code: 'councilOnly' });
    await call('POST', `councilSittings/${tuesday}/items`, { kind: 'urgent', title: 'Panne du serveur', text: 'Le serveur a été indisponible **deux** heures.' });
    expect((await agenda()).agenda.map(({ kind }) => kind)).toEqual(['monthly', 'subject', 'subject', 'urgent']);
    const order = (await agenda()).agenda.map(({ id }) => id).toReversed();
    const ordered = (await call('PUT', `councilSittings/${tuesday}/order`, { items: order })).json();
    expect(ordered.agenda.map(({ id }: Item) => id)).toEqual(order);
  });

  test('the bundle is one PDF with its pages counted, and the papers one by one', async () => {
    const asked = await call('POST', `councilSittings/${tuesday}/bundles`, {});
    expect(asked.statusCode).toBe(202);
    const { id } = asked.json();
    await expect.poll(async () => (await server.call('GET', path(`tasks/${id}`), { as: adviser })).json().state).toBe('done');
    const bundle = await get(`councilBundles/${id}`, member);
    expect(bundle.parts.length).toBe(4);
    const pdf = (await server.call('GET', path(`councilBundles/${id}/file?part=pdf`), { as: member })).rawPayload;
    expect(await pdfPages([pdf])).toEqual([bundle.pages]);
    expect(bundle.pages).toBeGreaterThan(4);
    const zip = (await server.call('GET', path(`councilBundles/${id}/file?part=zip`), { as: member })).rawPayload;
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect((await agenda()).bundle?.id).toBe(id);
  });

  test('results are not recorded before the day, nor by who may not', async () => {
    const monthly = await itemOf('monthly');
    const early = await call('POST', `councilSittings/${tuesday}/results`, { items: [{ id: monthly.id, version: monthly.version, result: 'noted' }] });
    expect(early.statusCode).toBe(409);
    at('2026-11-25');
    expect((await call('POST', `councilSittings/${tuesday}/results`, { items: [{ id: monthly.id, version: monthly.version, result: 'noted' }] }, undefined, member)).statusCode).toBe(403);
    const obligations = await get('obligations');
    expect(obligations.items.find(({ rule }: { rule: string }) => rule === 'councilResult')).toMatchObject({ title: { key: 'result.many', values: { items: 4 } }, due: { on: '2026-12-08' } });
  });

  test('of several approvals one that cannot be leaves none, and it says which and why', async () => {
    const { agenda: listed } = await agenda();
    const given = listed.map(({ id, version, kind }) => ({ id, version, result: kind === 'subject' ? 'approved' : 'noted', ...(kind === 'subject' ? { decisionNumber: '2026/118' } : {}) }));
    const refused = await call('POST', `councilSittings/${tuesday}/results`, { items: given });
    // The policy names facts that nobody has entered in this centre.
    expect(refused.json()).toMatchObject({ status: 409, item: expect.any(String), missing: expect.any(Array) });
    const after = await agenda();
    expect(after.agenda.map(({ result, decidedOn }) => [result, decidedOn])).toEqual(after.agenda.map(() => [undefined, undefined]));
    const without = given.map(({ decisionNumber: _number, ...one }) => one);
    expect((await call('POST', `councilSittings/${tuesday}/results`, { items: without })).json().issues[0].code).toBe('required');
  });

  test('what is postponed comes before the next sitting; what was noted shows in the year', async () => {
    const { agenda: listed } = await agenda();
    const given = listed.map(({ id, version, kind }) => ({ id, version, result: kind === 'subject' ? 'postponed' : 'noted', ...(kind === 'monthly' ? { decisionNumber: '2026/117' } : {}) }));
    expect((await call('POST', `councilSittings/${tuesday}/results`, { items: [...given, given[1]] })).json().issues).toMatchObject([{ code: 'sameItemTwice' }]);
    const stale = await call('POST', `councilSittings/${tuesday}/results`, { items: given.map((one, index) => (index === 0 ? { ...one, version: one.version + 1 } : one)) });
    expect(stale.json()).toMatchObject({ status: 412, item: given[0]!.id });
    const both = await Promise.all([1, 2].map(() => call('POST', `councilSittings/${tuesday}/results`, { items: given })));
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)[0]).toBe(200);
    expect([409, 412]).toContain(Math.max(...both.map(({ statusCode }) => statusCode)));
    const recorded = both.find(({ statusCode }) => statusCode === 200)!.json();
    expect(recorded).toMatchObject({ state: 'held', open: 0 });
    const next = await agenda(december);
    expect(next.agenda.map(({ kind, postponedFrom }) => [kind, postponedFrom])).toEqual([
      ['subject', '2026-11-24'],
      ['subject', '2026-11-24'],
    ]);
    const overview = await get('council', member);
    expect(overview.months[10]).toMatchObject({ month: '2026-11', mark: 'noted', sittingId: tuesday });
    expect((await call('DELETE', `councilSittings/${tuesday}`, undefined, (await agenda()).version)).statusCode).toBe(409);
    const settled = await agenda();
    expect((await call('PATCH', `councilSittings/${tuesday}`, { heldOn: '2026-11-26' }, settled.version)).statusCode).toBe(409);
  });

  test('an own document and a generated one are approved in one step, with the day and the reference of the sitting', async () => {
    at('2026-12-16');
    const own = (await call('POST', 'ownDocuments', { title: 'Charte informatique', category: 'charter', language: 'fr' })).json();
    const pdf = (await server.call('GET', path(`councilNotes/${(await itemOf('monthly')).noteId}/file?format=pdf`), { as: adviser })).rawPayload;
    const boundary = 'x'.repeat(20);
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="charte.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
    const upload = await server.call('POST', path(`ownDocuments/${own.id}/versions`), {
      as: adviser,
      payload: Buffer.concat([Buffer.from(head), pdf, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    expect(upload.statusCode).toBe(201);
    const charter = upload.json();
    await call('POST', `councilSittings/${december}/items`, { kind: 'subject', subjectKind: 'ownDocument', subjectId: charter.id });
    const item = (await agenda(december)).agenda.find(({ title }) => title.startsWith('Charte informatique'))!;
    const answer = await call('POST', `councilSittings/${december}/results`, { items: [{ id: item.id, version: item.version, result: 'approved', decisionNumber: '2026/140', note: 'À diffuser' }] });
    expect(answer.statusCode).toBe(200);
    expect(await get(`ownVersions/${charter.id}`)).toMatchObject({ state: 'approved', decidedOn: '2026-12-15', decisionNumber: '2026/140', approver: 'council' });
    // Recorded once: a second time is refused, and the item is not taken off.
    expect((await call('POST', `councilSittings/${december}/results`, { items: [{ id: item.id, version: item.version, result: 'refused' }] })).statusCode).toBe(409);
  });

  test('a month without an item is missed, and is due until another has one', async () => {
    at('2027-01-20');
    expect((await get('council?year=2026')).months.slice(9).map(({ mark }: { mark: string }) => mark)).toContain('missed');
    const duty = (await get('obligations')).items.find(({ rule }: { rule: string }) => rule === 'councilItem');
    expect(duty).toMatchObject({ subject: { id: '2026-12' }, due: { on: '2026-12-31' }, late: true });
  });

  test('the list is exported, and the search finds what was decided', async () => {
    const file = await server.call('GET', path('councilSittings/export?format=csv'), { as: adviser });
    expect(file.body).toContain('2026/117');
    const found = (await server.call('POST', '/search', { as: member, body: { text: 'panne serveur' } })).json();
    expect(found.groups.find(({ group }: { group: string }) => group === 'council').items[0].page).toBe(`council/sittings/${tuesday}`);
  });
});
