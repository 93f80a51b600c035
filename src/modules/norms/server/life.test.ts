import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { installationId } from '../../../server/db/database.ts';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import { smallFramework } from '../fixture.ts';
import { insertFramework } from './framework-store.ts';

describeOnBothEngines('the life of an assessment', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  let other: Account;
  let clock = new Date('2026-02-03T09:00:00Z');
  let id: string;
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre', enterpriseNumber: '0207656610' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'] });
    other = await server.addAccount({ centre, roles: ['directorGeneral'] });
    for (const [kind, firstName, lastName] of [
      ['directorGeneral', 'Jean', 'Mathot'],
      ['adviser', 'Claire', 'Delvaux'],
    ] as const)
      await server.addRecord(centre, 'mandate', { personId: await server.addPerson(centre, { firstName, lastName }), kind, start: '2020-01-01' });
    await server.db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, (tx) => insertFramework(tx, smallFramework('1'), { origin: 'import', format: 'xlsx', by: undefined, at: clock }));
    id = (await call('POST', 'assessments', { frameworkId: 'petit-cadre', frameworkVersion: '1', year: 2025, closesOn: '2026-02-28' })).json().id;
  });
  afterAll(() => server?.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as: Account = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  type Life = {
    version: number;
    state: string;
    can: Record<string, boolean>;
    gaps: Record<string, number>;
    moved: unknown[];
    submissions: { id: string; round: number; contentHash: string }[];
    remark?: { text: string };
  };
  const life = async (as = adviser): Promise<Life> => (await call('GET', `assessments/${id}/life`, undefined, undefined, as)).json();
  const step = async (name: string, body: object = {}, as = adviser, version?: number) => call('POST', `assessments/${id}/${name}`, body, version ?? (await life()).version, as);
  const codeOf = (answer: { json: () => { issues?: { code: string }[]; type: string } }) => answer.json().issues?.[0]?.code ?? answer.json().type.split(':').at(-1);
  const answerAll = async (answers: Record<string, boolean> = { a: true, b: true, c: true }) => {
    for (const row of (await call('GET', `assessments/${id}/norms`)).json().items as { id: string; version: number; norm: { guidelines: { id: string }[] } }[]) {
      const known = new Set(row.norm.guidelines.map(({ id: guideline }) => guideline));
      const given = Object.fromEntries(Object.entries(answers).filter(([guideline]) => known.has(guideline)));
      expect((await call('PATCH', `assessmentNorms/${row.id}`, { answers: given, comment: 'Charte, signée\npar tous' }, row.version)).statusCode).toBe(200);
    }
  };

  test('is not prepared while norms are unanswered, and by nobody but those who answer', async () => {
    expect(await life()).toMatchObject({ state: 'opened', gaps: { open: 4, toConfirm: 0, failing: 0 }, can: { prepare: true, validate: false, submit: false } });
    expect(codeOf(await step('prepare', { despite: true }))).toBe('unanswered');
    await answerAll();
    const { '0': row } = (await call('GET', `assessments/${id}/norms`)).json().items;
    await call('POST', `assessmentNorms/${row.id}/proofs`, { kind: 'link', url: 'https://example.be/charte', validUntil: '2026-01-01' });
    expect(codeOf(await step('prepare'))).toBe('gapsLeft');
    expect((await step('prepare', { despite: true }, director)).statusCode).toBe(403);
    expect((await step('prepare', { despite: true })).statusCode).toBe(204);
    expect(codeOf(await call('PATCH', `assessmentNorms/${row.id}`, { comment: 'x' }, row.version))).toBe('wrongState');
  });

  test('is sent back with a remark, prepared again, and validated by one of two', async () => {
    expect((await step('validate')).statusCode).toBe(403);
    expect((await step('sendBack', { remark: 'La norme 5.2 est à revoir.' }, director)).statusCode).toBe(204);
    expect(await life()).toMatchObject({ state: 'opened', remark: { text: 'La norme 5.2 est à revoir.' } });
    await step('prepare', { despite: true });
    const seen = await life(director);
    expect(seen).toMatchObject({ state: 'prepared', can: { validate: true, sendBack: true, prepare: false } });
    expect(seen).not.toHaveProperty('remark');
    const { contentHash: previewHash } = (await call('GET', `assessments/${id}/preview`, undefined, undefined, director)).json();
    expect((await step('validate', { previewHash: 'a'.repeat(64) }, director)).statusCode).toBe(412);
    const both = await Promise.all([step('validate', { previewHash }, director, seen.version), step('validate', { previewHash }, other, seen.version)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 412]);
  });

  test('is sent once: frozen with its hash, as PDF, Word and workbook', async () => {
    const { version } = await life();
    const twice = await Promise.all([step('submit', {}, adviser, version), step('submit', {}, adviser, version)]);
    expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 412]);
    expect(codeOf(await step('submit'))).toBe('wrongState');
    const sent = await life();
    expect(sent).toMatchObject({ state: 'submitted', can: { acknowledge: true, correct: true, reopen: false }, submissions: [{ round: 1, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
    const file = (format: string, more = '') => server.call('GET', path(`assessments/${id}/file?format=${format}${more}`), { as: adviser });
    const pdf = await file('pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers['content-disposition']).toContain('valombre-questionnaire-normes-2025.pdf');
    clock = new Date('2026-03-01T09:00:00Z');
    expect((await file('pdf')).rawPayload.equals(pdf.rawPayload)).toBe(true);
    expect((await file('pdf', '&language=nl')).headers['content-disposition']).toContain('valombre-vragenlijst-normen-2025.pdf');
    const html = (await call('GET', `assessments/${id}/preview`)).json().html;
    for (const words of ['0207.656.610', 'Claire Delvaux', 'Jean Mathot', 'Transmis au SPP Intégration sociale le 3', 'Charte, signée']) expect(html).toContain(words);
    const { sheets: read } = await readWorkbook((await file('xlsx')).rawPayload);
    const sheets = Object.fromEntries(read.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(({ value }) => value))]));
    expect(sheets['Réponses']).toEqual(expect.arrayContaining([expect.arrayContaining(['5', '5.1', 'Norme 5.1', 'oui', 'Charte, signée\npar tous'])]));
    expect(sheets['Institution']!.flat()).toEqual(expect.arrayContaining(['0207.656.610', 'Claire Delvaux']));
  });

  test('changes no more: the database itself refuses', async () => {
    const owner = (text: string) => server.asOwner(text, [centre, id]);
    for (const statement of [
      "UPDATE assessment SET closes_on = '2030-01-01' WHERE organization_id = $1 AND id = $2",
      "UPDATE assessment SET state = 'opened' WHERE organization_id = $1 AND id = $2",
      "UPDATE assessment SET state = 'opened', submitted_at = NULL, correction_reason = 'x', summary = '{\"x\":1}' WHERE organization_id = $1 AND id = $2",
      'DELETE FROM assessment WHERE organization_id = $1 AND id = $2',
      "UPDATE assessment_norm SET comment = 'x' WHERE organization_id = $1 AND assessment_id = $2",
      'UPDATE assessment_norm SET assessment_id = gen_random_uuid() WHERE organization_id = $1 AND assessment_id = $2',
      'UPDATE assessment_evidence SET assessment_norm_id = gen_random_uuid() WHERE organization_id = $1 AND assessment_norm_id IN (SELECT id FROM assessment_norm WHERE assessment_id = $2)',
      'DELETE FROM assessment_submission WHERE organization_id = $1 AND assessment_id = $2',
      "UPDATE assessment_submission SET content_hash = 'x' WHERE organization_id = $1 AND assessment_id = $2",
    ])
      await expect(owner(statement), statement).rejects.toThrow('a submitted assessment does not change');
  });

  test('is acknowledged with its date and reference, after it was sent', async () => {
    const given = { acknowledgedOn: '2026-02-02', acknowledgement: 'SPPIS/2026/0412' };
    expect(codeOf(await step('acknowledge', given))).toBe('beforeSubmission');
    expect(codeOf(await step('acknowledge', { ...given, acknowledgedOn: '2026-03-02' }))).toBe('inTheFuture');
    expect((await step('acknowledge', { ...given, acknowledgedOn: '2026-02-20' })).statusCode).toBe(204);
    expect(await life()).toMatchObject({ state: 'acknowledged', submissions: [{ acknowledgedOn: '2026-02-20', acknowledgement: 'SPPIS/2026/0412' }] });
  });

  test('is corrected in another round with its reason; what was sent stays as it was', async () => {
    const [before] = (await life()).submissions;
    const first = await server.call('GET', path(`assessmentSubmissions/${before!.id}/file`), { as: adviser });
    expect((await step('correct', { reason: 'La norme 5.1 portait sur l’ancienne charte.' }, director)).statusCode).toBe(204);
    expect(await life()).toMatchObject({ state: 'opened', correctionReason: 'La norme 5.1 portait sur l’ancienne charte.', can: { prepare: true } });
    await answerAll({ a: false, b: false, c: false, d: false, e: false });
    await step('prepare', { despite: true });
    await step('validate', {}, director);
    expect((await step('submit')).statusCode).toBe(204);
    const now = await life();
    expect(now.submissions).toMatchObject([{ round: 2, reason: 'La norme 5.1 portait sur l’ancienne charte.' }, { round: 1 }]);
    expect(now.submissions[0]!.contentHash).not.toBe(before!.contentHash);
    expect((await server.call('GET', path(`assessmentSubmissions/${before!.id}/file`), { as: adviser })).rawPayload.equals(first.rawPayload)).toBe(true);
  });

  test('is not corrected where what was sent was never kept', async () => {
    id = (await call('POST', 'assessments', { frameworkId: 'petit-cadre', frameworkVersion: '1', year: 2024 })).json().id;
    await server.asOwner("UPDATE assessment SET state = 'acknowledged', submitted_at = '2026-01-10', acknowledged_on = '2026-01-20', acknowledgement = 'x' WHERE organization_id = $1 AND id = $2", [
      centre,
      id,
    ]);
    expect(await life()).toMatchObject({ state: 'acknowledged', can: { correct: false }, submissions: [] });
    expect(codeOf(await step('correct', { reason: 'La norme 5.1 a changé.' }))).toBe('wrongState');
  });
});
