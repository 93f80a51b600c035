import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { installationId } from '../../../server/db/database.ts';
import { smallFramework } from '../fixture.ts';
import { insertFramework } from './framework-store.ts';

type Row = {
  id: string;
  version: number;
  norm: { id: string };
  answers: Record<string, boolean>;
  result?: string;
  comment?: string;
  toConfirm: boolean;
  normChanged: boolean;
  byProfile: boolean;
  ownerName?: string;
  before?: { year: number; result?: string };
  evidence: { id: string; version: number; state: string; kind: string; href: string; fact?: { state: string } }[];
  facts: { id: string; state: string }[];
  can: Record<string, boolean>;
};

describeOnBothEngines('an assessment', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let deputy: Account;
  let agent: Account;
  let agentPerson: string;
  let clock = new Date('2025-02-03T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre', profile: { telework: false } });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    deputy = await server.addAccount({ centre, roles: ['deputyAdviser'] });
    agentPerson = await server.addPerson(centre, { firstName: 'Benoît', lastName: 'Noël' });
    agent = await server.addAccount({ centre, roles: ['staff'], personId: agentPerson });
    await keep(smallFramework('1'));
    await keep(smallFramework('3', (norm) => (norm.id === '5.1' ? { ...norm, id: '5.7' } : norm)));
    await keep(smallFramework('2', (norm) => (norm.id === '5.2' ? { ...norm, title: { fr: 'Norme 5.2, autrement' } } : norm)));
  });
  afterAll(() => server?.close());

  const keep = (framework: ReturnType<typeof smallFramework>) =>
    server.db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, (tx) => insertFramework(tx, framework, { origin: 'import', format: 'xlsx', by: undefined, at: clock }));
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as: Account = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const get = async (rest: string, as: Account = adviser) => (await call('GET', rest, undefined, undefined, as)).json();
  const open = (year: number, more: object = {}) => call('POST', 'assessments', { frameworkId: 'petit-cadre', frameworkVersion: '1', year, ...more });
  const rows = async (id: string): Promise<Record<string, Row>> => Object.fromEntries((await get(`assessments/${id}/norms`)).items.map((row: Row) => [row.norm.id, row]));
  const codeOf = (answer: { json: () => { issues?: { name: string; code: string }[]; type: string } }) => answer.json().issues?.[0]?.code ?? answer.json().type.split(':').at(-1);
  let first: { id: string; version: number };

  test('is opened against a framework: a row for each norm, and what the profile leaves out says so', async () => {
    expect(codeOf(await open(2025, { frameworkVersion: '7' }))).toBe('frameworkUnknown');
    expect(codeOf(await open(2025, { closesOn: '2025-01-01' }))).toBe('inThePast');
    expect(codeOf(await open(2027))).toBe('inTheFuture');
    const answer = await open(2025, { closesOn: '2025-02-28' });
    expect(answer.statusCode, answer.body).toBe(201);
    first = answer.json();
    expect(first).toMatchObject({
      state: 'opened',
      year: 2025,
      total: { norms: 4, open: 3, notApplicable: 1, toConfirm: 0 },
      chapters: [
        { id: '5', norms: 2 },
        { id: '9', norms: 2 },
      ],
    });
    expect((await rows(first.id))['9.2']).toMatchObject({ byProfile: true, result: 'notApplicable' });
    expect(codeOf(await open(2025))).toBe('alreadyExists');
  });

  test('is answered guideline by guideline; three of five make a norm fulfilled, and the sum follows', async () => {
    const { '5.1': norm } = await rows(first.id);
    const partly = await call('PATCH', `assessmentNorms/${norm!.id}`, { answers: { a: true, b: true } }, norm!.version);
    expect(partly.json()).toMatchObject({ result: 'partly', answers: { a: true, b: true }, needs: 3 });
    const yes = await call('PATCH', `assessmentNorms/${norm!.id}`, { answers: { e: true, b: null, c: true }, comment: 'Charte signée' }, partly.json().version);
    expect(yes.json()).toMatchObject({ result: 'yes', answers: { a: true, c: true, e: true } });
    expect(await get(`assessments/${first.id}`)).toMatchObject({ total: { yes: 1, open: 2 }, chapters: [{ id: '5', yes: 1, open: 1 }, { id: '9' }] });
    expect(codeOf(await call('PATCH', `assessmentNorms/${norm!.id}`, { answers: { z: true } }, yes.json().version))).toBe('guidelineUnknown');
    expect(codeOf(await call('PATCH', `assessmentNorms/${norm!.id}`, { answer: 'yes' }, yes.json().version))).toBe('otherScale');
    expect(codeOf(await call('PATCH', `assessmentNorms/${norm!.id}`, { comment: 'x' }))).toBe('versionRequired');
  });

  test('a norm does not apply without a reason', async () => {
    const { '9.1': norm } = await rows(first.id);
    const refused = await call('PATCH', `assessmentNorms/${norm!.id}`, { answer: 'notApplicable' }, norm!.version);
    expect(refused.json().issues[0]).toMatchObject({ name: 'reason', code: 'reasonRequired' });
    const said = await call('PATCH', `assessmentNorms/${norm!.id}`, { answer: 'notApplicable', reason: 'Pas de réseau sans fil' }, norm!.version);
    expect(said.json()).toMatchObject({ result: 'notApplicable', reason: 'Pas de réseau sans fil' });
    expect((await call('PATCH', `assessmentNorms/${norm!.id}`, { answer: null, answers: { a: false, b: false } }, said.json().version)).json()).toMatchObject({ result: 'no' });
  });

  test('of two who answer the same norm, the second is told who changed what', async () => {
    const { '5.2': norm } = await rows(first.id);
    const one = await call('PATCH', `assessmentNorms/${norm!.id}`, { answers: { a: true } }, norm!.version, deputy);
    expect(one.statusCode).toBe(200);
    const two = await call('PATCH', `assessmentNorms/${norm!.id}`, { comment: 'Mon texte' }, norm!.version);
    expect(two.statusCode).toBe(412);
    expect(two.json().changes).toMatchObject([{ by: 'Odile Lambin', fields: expect.arrayContaining(['answers', 'result']) }]);
    expect((await call('PATCH', `assessmentNorms/${norm!.id}`, { comment: 'Mon texte' }, one.json().version)).json()).toMatchObject({ comment: 'Mon texte', answers: { a: true } });
  });

  test('two who answer different norms at once are both in the sum', async () => {
    const before = await rows(first.id);
    await Promise.all([
      call('PATCH', `assessmentNorms/${before['5.2']!.id}`, { answers: { b: true } }, before['5.2']!.version),
      call('PATCH', `assessmentNorms/${before['9.1']!.id}`, { answers: { a: true } }, before['9.1']!.version, deputy),
    ]);
    expect((await get(`assessments/${first.id}`)).total).toMatchObject({ yes: 2, partly: 1, open: 0, notApplicable: 1 });
  });

  test('norms are handed out; their owner sees and answers those alone', async () => {
    expect(codeOf(await call('POST', `assessments/${first.id}/assign`, { chapterId: '9', ownerId: '01990000-0000-7000-8000-000000000001' }))).toBe('personUnknown');
    const answer = await call('POST', `assessments/${first.id}/assign`, { chapterId: '9', ownerId: agentPerson });
    expect(answer.json().owners).toEqual([{ personId: agentPerson, name: 'Benoît Noël', norms: 2, waiting: 0 }]);
    const own = (await get('ownNorms', agent)).items as Row[];
    expect(own.map(({ norm }) => norm.id)).toEqual(['9.1', '9.2']);
    expect(own[0]!.can).toEqual({ answer: true, assign: false });
    const all = await rows(first.id);
    expect((await call('PATCH', `ownNorms/${own[0]!.id}`, { comment: 'Fait' }, own[0]!.version, agent)).statusCode).toBe(200);
    expect((await call('PATCH', `ownNorms/${all['5.1']!.id}`, { comment: 'Fait' }, all['5.1']!.version, agent)).statusCode).toBe(404);
    expect((await call('GET', `ownNorms/${all['5.1']!.id}`, undefined, undefined, agent)).statusCode).toBe(404);
    expect((await call('GET', `assessments/${first.id}`, undefined, undefined, agent)).statusCode).toBe(403);
    expect((await get('ownNorms', deputy)).items).toEqual([]);
  });

  test('a file, an address and a fact of Beffroi prove an answer', async () => {
    const { '5.1': norm } = await rows(first.id);
    expect(norm!.facts).toMatchObject([{ id: 'documents.policyApproved', state: 'missing' }]);
    const sent = upload(pdfFile('Charte'), 'charte.pdf');
    const file = await server.call('POST', path(`assessmentNorms/${norm!.id}/files`), { as: adviser, payload: sent.payload, headers: sent.headers });
    expect(file.statusCode, file.body).toBe(201);
    expect(file.json()).toMatchObject({ kind: 'file', state: 'valid', file: { name: 'charte.pdf' } });
    const other = upload(Buffer.from('MZ program'), 'charte.pdf');
    expect(codeOf(await server.call('POST', path(`assessmentNorms/${norm!.id}/files`), { as: adviser, payload: other.payload, headers: other.headers }))).toBe('fileOfOtherKind');
    const link = await call('POST', `assessmentNorms/${norm!.id}/proofs`, { kind: 'link', url: 'https://intranet.example.be/charte', validUntil: '2025-03-15' });
    expect(link.json()).toMatchObject({ state: 'endsSoon' });
    expect(codeOf(await call('POST', `assessmentNorms/${norm!.id}/proofs`, { kind: 'link', url: 'http://intranet.example.be/charte' }))).toBe('invalidHttpsUrl');
    expect((await call('POST', `assessmentNorms/${norm!.id}/proofs`, { kind: 'fact', fact: 'audit.trail' })).json()).toMatchObject({ state: 'valid', fact: { room: 'audit', state: 'true' } });
    expect(codeOf(await call('POST', `assessmentNorms/${norm!.id}/proofs`, { kind: 'fact', fact: 'audit.nothing' }))).toBe('factUnknown');
    expect(codeOf(await call('POST', `assessmentNorms/${norm!.id}/proofs`, { kind: 'fact', fact: 'audit.trail' }))).toBe('alreadyExists');
    expect((await call('GET', `assessmentProofs/${file.json().id}/file`)).rawPayload.equals(pdfFile('Charte'))).toBe(true);
    expect((await call('GET', `ownProofs/${file.json().id}/file`, undefined, undefined, agent)).statusCode).toBe(404);
    const noted = await call('PATCH', `assessmentProofs/${file.json().id}`, { title: 'Charte signée', validUntil: '2025-01-31' }, 1);
    expect(noted.json()).toMatchObject({ title: 'Charte signée', state: 'expired' });
    const { failing } = await get(`assessments/${first.id}`);
    expect(failing.map(({ evidence }: { evidence: { state: string } }) => evidence.state)).toEqual(['expired', 'endsSoon']);
  });

  test('evidence whose file is gone stays, and says so', async () => {
    const { '5.1': norm } = await rows(first.id);
    const [file] = norm!.evidence;
    await server.asOwner('DELETE FROM file WHERE id = (SELECT file_id FROM assessment_evidence WHERE id = $1)', [file!.id]);
    expect((await rows(first.id))['5.1']!.evidence[0]).toMatchObject({ id: file!.id, state: 'gone' });
    expect((await call('GET', `assessmentProofs/${file!.id}/file`)).statusCode).toBe(404);
  });

  test('the year after takes answers, owners and evidence over where the norm is the same, to be confirmed', async () => {
    clock = new Date('2026-01-12T09:00:00Z');
    const answer = await open(2026, { frameworkVersion: '2' });
    expect(answer.statusCode, answer.body).toBe(201);
    const second = answer.json();
    expect(second).toMatchObject({
      before: { year: 2025, frameworkVersion: '1' },
      total: { norms: 4, yes: 1, partly: 1, open: 1, notApplicable: 1, toConfirm: 2 },
      changed: [{ normId: '5.2' }],
      owners: [{ name: 'Benoît Noël', norms: 2, waiting: 1 }],
    });
    const now = await rows(second.id);
    expect(now['5.1']).toMatchObject({ toConfirm: true, result: 'yes', before: { year: 2025, result: 'yes' }, evidence: [{ state: 'gone' }, { state: 'expired' }, { state: 'valid' }] });
    expect(now['5.2']).toMatchObject({ toConfirm: false, normChanged: true, answers: {}, before: { result: 'yes' } });
    const answered = await call('PATCH', `assessmentNorms/${now['5.1']!.id}`, { answers: { a: false } }, now['5.1']!.version);
    expect(answered.json()).toMatchObject({ toConfirm: false, result: 'partly' });
    expect(await get(`assessments/${second.id}`)).toMatchObject({ total: { toConfirm: 1 }, worse: 1, better: 0 });
    const own = (await get('ownNorms', agent)).items.find((row: Row & { assessment: { year: number } }) => row.norm.id === '9.1' && row.assessment.year === 2026) as Row;
    expect((await call('POST', `ownNorms/${own.id}/confirm`, undefined, undefined, agent)).json()).toMatchObject({ toConfirm: false, result: 'partly' });
    expect((await call('POST', `assessments/${second.id}/confirm`, { chapterId: '5' })).json()).toMatchObject({ total: { toConfirm: 0 } });
  });

  test('a norm that the next version numbers otherwise keeps its answers, its owner and its evidence', async () => {
    const opened = await open(2026, { frameworkVersion: '3' });
    expect(codeOf(opened)).toBe('alreadyExists');
    const next = (await open(2027, { frameworkVersion: '3' })).json();
    const now = await rows(next.id);
    expect(now['5.1']).toBeUndefined();
    expect(now['5.7']).toMatchObject({ toConfirm: true, normChanged: false, answers: { a: false }, result: 'partly', before: { year: 2026, result: 'partly' }, evidence: [{}, {}, {}] });
    expect(now['5.2']).toMatchObject({ toConfirm: false, normChanged: true, answers: {} });
    expect((await call('DELETE', `assessments/${next.id}`, undefined, (await get(`assessments/${next.id}`)).version)).statusCode).toBe(204);
  });

  test('one that is taken away takes its files along, but for those that prove another year', async () => {
    const next = (await open(2027, { frameworkVersion: '3' })).json();
    const { '9.1': norm } = await rows(next.id);
    const sent = upload(pdfFile('Neuve'), 'neuve.pdf');
    await server.call('POST', path(`assessmentNorms/${norm!.id}/files`), { as: adviser, payload: sent.payload, headers: sent.headers });
    const names = async () => (await server.asOwner<{ name: string }>('SELECT name FROM file WHERE organization_id = $1 ORDER BY name', [centre])).map(({ name }) => name);
    const before = await names();
    expect(before).toContain('neuve.pdf');
    await call('DELETE', `assessments/${next.id}`, undefined, (await get(`assessments/${next.id}`)).version);
    expect(await names()).toEqual(before.filter((name) => name !== 'neuve.pdf'));
  });

  test('its answers leave as a table, in the words of the reader', async () => {
    const sheet = await call('GET', `assessments/${first.id}/export?format=csv`);
    expect(sheet.headers['content-disposition']).toContain('petit-cadre-2025.csv');
    const [head, line] = sheet.body.split('\r\n');
    expect(head).toContain('Chapitre;Norme;Intitulé;Résultat');
    expect(line).toContain('5;5.1;Norme 5.1;Remplie;a, c, e');
  });

  test('what is due: to answer by its day, one’s own norms, what was taken over, what proves no more', async () => {
    const third = (await open(2027, { frameworkVersion: '2', closesOn: '2026-02-20' })).json();
    const now = await rows(third.id);
    await call('PATCH', `assessmentProofs/${now['5.1']!.evidence[1]!.id}`, { validUntil: '2026-02-01' }, now['5.1']!.evidence[1]!.version);
    const due = async (as: Account) =>
      (await get('obligations?pageSize=200', as)).items
        .filter((one: { room: string }) => one.room === 'norms')
        .map((one: { rule: string; subject: { kind: string }; due: { on: string }; mine: boolean }) => [one.rule, one.subject.kind, one.due.on, one.mine]);
    expect(await due(adviser)).toEqual(
      expect.arrayContaining([
        ['questionnaire', 'assessment', '2026-02-20', true],
        ['questionnaire', 'ownNorms', '2026-02-20', false],
        ['answersConfirmed', 'carriedAnswers', '2026-02-11', true],
        ['evidenceRenewed', 'evidence', '2026-02-01', true],
      ]),
    );
    expect(await due(agent)).toEqual([['questionnaire', 'ownNorms', '2026-02-20', true]]);
    expect((await call('DELETE', `assessments/${third.id}`, undefined, (await get(`assessments/${third.id}`)).version)).statusCode).toBe(204);
  });

  test('a year that a later one was carried from is not taken away, and what is prepared is answered no more', async () => {
    expect(codeOf(await call('DELETE', `assessments/${first.id}`, undefined, (await get(`assessments/${first.id}`)).version))).toBe('stillReferenced');
    const [norm] = Object.values(await rows(first.id));
    await server.asOwner(`UPDATE assessment SET state = 'prepared', prepared_at = now() WHERE id = $1`, [first.id]);
    expect(codeOf(await call('PATCH', `assessmentNorms/${norm!.id}`, { comment: 'trop tard' }, norm!.version))).toBe('wrongState');
    expect((await get(`assessments/${first.id}`)).can).toMatchObject({ answer: false });
  });

  test('what was submitted does not change, whoever asks the database', async () => {
    await server.asOwner(`UPDATE assessment SET state = 'submitted', submitted_at = now() WHERE id = $1`, [first.id]);
    for (const change of [
      `UPDATE assessment SET year = 2020 WHERE id = $1`,
      `UPDATE assessment SET state = 'opened' WHERE id = $1`,
      `UPDATE assessment_norm SET comment = 'x' WHERE assessment_id = $1`,
      `DELETE FROM assessment_norm WHERE assessment_id = $1`,
      `UPDATE assessment_evidence SET title = 'x' WHERE assessment_norm_id IN (SELECT id FROM assessment_norm WHERE assessment_id = $1)`,
      `DELETE FROM assessment WHERE id = $1`,
    ])
      await expect(server.asOwner(change, [first.id]), change).rejects.toThrow('does not change');
    await server.asOwner(`UPDATE assessment SET state = 'acknowledged', acknowledged_on = '2026-02-01' WHERE id = $1`, [first.id]);
    await server.asOwner(`UPDATE assessment_norm SET owner_id = NULL WHERE assessment_id = $1`, [first.id]);
  });

  test('another centre sees none of it', async () => {
    const other = await server.addCentre({ slug: 'autre' });
    const stranger = await server.addAccount({ centre: other, roles: ['adviser'] });
    const [norm] = Object.values(await rows(first.id));
    expect((await server.call('GET', `/organizations/${other}/assessments/${first.id}`, { as: stranger })).statusCode).toBe(404);
    expect((await server.call('PATCH', `/organizations/${other}/assessmentNorms/${norm!.id}`, { as: stranger, body: {}, headers: { 'if-match': '"1"' } })).statusCode).toBe(404);
    expect((await server.call('POST', `/organizations/${other}/assessments`, { as: stranger, body: { frameworkId: 'petit-cadre', frameworkVersion: '2', year: 2026 } })).json()).toMatchObject({
      total: { toConfirm: 0 },
    });
  });
});
