import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the security platform', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let agent: Account;
  let president: string;
  let clock = new Date('2026-03-02T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
    president = await server.addPerson(centre, { firstName: 'Jean', lastName: 'Mathot' });
    const claire = await server.addPerson(centre, { firstName: 'Claire', lastName: 'Delvaux', kind: 'outsider' });
    await server.addRecord(centre, 'mandate', { personId: president, kind: 'president', start: '2024-12-02' });
    await server.addRecord(centre, 'mandate', { personId: claire, kind: 'adviser', start: '2020-01-01' });
    await server.addRecord(centre, 'mandate', { personId: claire, kind: 'platformMember', start: '2020-01-01' });
  });
  afterAll(() => server.close());

  const at = (day: string) => {
    clock = new Date(`${day}T09:00:00Z`);
  };
  const path = (rest = '') => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  type Called = { id: string; version: number; number: number; points: { id: string }[]; attendance: { personId: string; presence?: string }[] };
  let first: Called;
  let second: Called;

  test('its members are those whose function makes them one, and it says who is missing', async () => {
    const platform = await get('securityPlatform');
    expect(platform.members.map(({ personName, kinds }: { personName: string; kinds: string[] }) => [personName, kinds])).toEqual([
      ['Jean Mathot', ['president']],
      ['Claire Delvaux', ['adviser']],
    ]);
    expect(platform).toMatchObject({ vacant: ['directorGeneral', 'itAgent'], unapproved: 0, openDecisions: 0 });
  });

  test('a meeting that is called has the members on its list, and a number in its year', async () => {
    const answer = await call('POST', 'platformMeetings', { heldOn: '2026-03-10', startTime: '14:00', points: [{ title: 'Sauvegardes' }, { title: 'Divers' }] });
    expect(answer.statusCode).toBe(201);
    first = answer.json();
    expect(first).toMatchObject({ year: 2026, number: 1, state: 'planned', can: { update: true, delete: true, approve: false } });
    expect(first.attendance.map(({ personId }) => personId)).toContain(president);
    expect((await call('POST', 'platformMeetings', { heldOn: '2026-05-20' })).json()).toMatchObject({ number: 2 });
    expect((await get('platformMeetings?sort=-heldOn')).items.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  });

  test('somebody of another centre cannot be called', async () => {
    const other = await server.addCentre({ slug: 'autre' });
    const stranger = await server.addPerson(other);
    const answer = await call('PATCH', `platformMeetings/${first.id}`, { attendance: [{ personId: stranger }] }, first.version);
    expect(answer.json().issues[0]).toMatchObject({ name: 'attendance[0].personId', code: 'personUnknown' });
  });

  test('minutes are prepared after the meeting: their decisions are duties then, and not before', async () => {
    const points = [
      { id: first.points[0]!.id, title: 'Sauvegardes', minutes: 'Un essai a **échoué**.', decision: { text: 'Refaire l’essai', role: 'itAgent', dueOn: '2026-04-15' } },
      { id: first.points[1]!.id, title: 'Divers', decision: { text: 'Afficher les consignes', personId: president } },
    ];
    const early = await call('PATCH', `platformMeetings/${first.id}`, { points, preparedOn: '2026-03-12' }, first.version);
    expect(early.json().issues[0]).toMatchObject({ name: 'preparedOn', code: 'inTheFuture' });
    first = (await call('PATCH', `platformMeetings/${first.id}`, { points }, first.version)).json();
    expect((await get('platformDecisions')).total).toBe(0);
    at('2026-03-12');
    const attendance = first.attendance.map(({ personId }, index) => ({ personId, presence: index === 0 ? 'excused' : 'present' }));
    first = (
      await call('PATCH', `platformMeetings/${first.id}`, { attendance: [...attendance, { name: 'Ada Martin', capacity: 'Firme', presence: 'present' }], preparedOn: '2026-03-12' }, first.version)
    ).json();
    expect(first).toMatchObject({ state: 'prepared', can: { delete: false, approve: true } });
    expect(await get('platformDecisions?state=open')).toMatchObject({
      total: 2,
      items: [
        { text: 'Refaire l’essai', late: false, number: 1, position: 1 },
        { text: 'Afficher les consignes', personName: 'Jean Mathot' },
      ],
    });
    expect((await call('DELETE', `platformMeetings/${first.id}`, undefined, first.version)).statusCode).toBe(409);
  });

  test('two at once: the second is told', async () => {
    const answer = await call('PATCH', `platformMeetings/${first.id}`, { place: 'Ailleurs' }, first.version - 1);
    expect(answer.statusCode).toBe(412);
  });

  test('the next meeting follows up what is open, and what was done since', async () => {
    at('2026-05-20');
    const due = (await get('obligations')).items.filter(({ room }: { room: string }) => room === 'platform');
    expect(due.map(({ rule, due: by }: { rule: string; due: { on: string } }) => [rule, by.on])).toEqual([['platformDecision', '2026-04-15']]);
    const [test1, posters] = (await get('platformDecisions')).items;
    const refused = await call('PATCH', `platformDecisions/${posters.id}`, { doneHow: 'Posées' }, posters.version);
    expect(refused.statusCode).toBe(400);
    const done = await call('PATCH', `platformDecisions/${posters.id}`, { doneOn: '2026-04-02', doneHow: 'Posées' }, posters.version, agent);
    expect(done.json()).toMatchObject({ doneOn: '2026-04-02', late: false });
    expect((await get('platformDecisions?state=late')).items.map(({ id }: { id: string }) => id)).toEqual([test1.id]);
    const { items } = await get('platformMeetings');
    second = await get(`platformMeetings/${items.find(({ number }: { number: number }) => number === 2).id}`);
    expect(second).toMatchObject({
      followUp: [
        { text: 'Refaire l’essai', late: true },
        { text: 'Afficher les consignes', doneOn: '2026-04-02' },
      ],
      toApprove: [{ number: 1 }],
    });
    const html = (await get(`platformMeetings/${second.id}/preview?document=convocation`)).html;
    expect(html).toContain('Approbation du procès-verbal n° 1/2026');
    expect(html).toContain('Refaire l’essai');
  });

  test('minutes are approved with the day and the way, and frozen with their bytes', async () => {
    const approve = (body: object, version = first.version, as = adviser) => call('POST', `platformMeetings/${first.id}/approve`, body, version, as);
    expect((await approve({ approvedOn: '2026-05-19', approval: 'nextMeeting' })).json().issues[0]).toMatchObject({ code: 'noMeetingThatDay' });
    expect((await approve({ approvedOn: '2026-05-20', approval: 'nextMeeting' }, first.version, agent)).statusCode).toBe(403);
    expect((await approve({ approvedOn: '2026-05-20', approval: 'nextMeeting', previewHash: 'a'.repeat(64) })).statusCode).toBe(412);
    const { contentHash: previewHash } = await get(`platformMeetings/${first.id}/preview`);
    expect((await approve({ approvedOn: '2026-05-20', approval: 'nextMeeting', previewHash })).statusCode).toBe(204);
    first = await get(`platformMeetings/${first.id}`);
    expect(first).toMatchObject({ state: 'approved', approval: 'nextMeeting', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), can: { update: false, delete: false, approve: false } });
    expect((await call('PATCH', `platformMeetings/${first.id}`, { place: 'x' }, first.version)).json().type).toContain('wrongState');
    const pdf = await server.call('GET', path(`platformMeetings/${first.id}/file?format=pdf`), { as: adviser });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers['content-disposition']).toContain('valombre-plateforme-proces-verbal-2026-01.pdf');
    const again = await server.call('GET', path(`platformMeetings/${first.id}/file?format=pdf`), { as: adviser });
    expect(again.rawPayload.equals(pdf.rawPayload)).toBe(true);
    const [, posters] = (await get('platformDecisions')).items;
    const before = (await get(`platformMeetings/${first.id}/preview`)).html;
    await call('PATCH', `platformDecisions/${posters.id}`, { doneOn: null, doneHow: null }, posters.version);
    expect((await get(`platformMeetings/${first.id}/preview`)).html).toBe(before);
  });

  test('the database itself refuses a change of approved minutes, and lets a decision be carried out', async () => {
    const owner = (text: string) => server.asOwner(text, [centre, first.id]);
    for (const statement of [
      'UPDATE platform_meeting SET place = $1::uuid::text WHERE id = $2',
      'DELETE FROM platform_meeting WHERE organization_id = $1 AND id = $2',
      "UPDATE platform_point SET title = 'x' WHERE organization_id = $1 AND meeting_id = $2",
      "UPDATE platform_attendance SET presence = 'absent' WHERE organization_id = $1 AND meeting_id = $2",
      "UPDATE platform_decision SET text = 'x' WHERE organization_id = $1 AND meeting_id = $2",
      'DELETE FROM platform_decision WHERE organization_id = $1 AND meeting_id = $2',
      "INSERT INTO platform_point (organization_id, id, meeting_id, position, title) VALUES ($1, gen_random_uuid(), $2, 9, 'x')",
    ])
      await expect(owner(statement), statement).rejects.toThrow('approved minutes do not change');
    await owner("UPDATE platform_decision SET done_on = '2026-05-21', done_how = 'ok' WHERE organization_id = $1 AND meeting_id = $2");
  });

  test('the trail tells what was decided and when it was done; a meeting sent twice is made once', async () => {
    const entries = await server.asOwner<{ count: number }>(
      "SELECT count(*)::int FROM audit_entry WHERE organization_id = $1 AND table_name = 'platform_decision' AND action IN ('insert', 'update')",
      [centre],
    );
    expect(entries[0]!.count).toBeGreaterThanOrEqual(4);
    const key = { 'idempotency-key': '0199aaaa-0000-4000-8000-000000000001' };
    const send = () => server.call('POST', path('platformMeetings'), { as: adviser, body: { heldOn: '2026-09-01' }, headers: key });
    const [one, two] = [await send(), await send()];
    expect(two.json().id).toBe(one.json().id);
    expect(one.json().number).toBe(3);
  });
});
