import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeLibrary } from '../../norms/server/service.ts';
import { describeOnBothEngines, type Account, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the yearly report', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  const path = (rest: string, organization = centre): string => `/organizations/${organization}/${rest}`;
  const begin = async (year: number) => server.call('POST', path('yearlyReports'), { as: adviser, body: { year } });
  type Section = {
    key: string;
    missing: boolean;
    figures: { label: string; text: string; before?: string; path?: string }[];
    tables: { title: string; rows: { cells: string[]; path?: string }[] }[];
    lines: { on: string; text: string; path: string }[];
    pictures: { rows: { label: string; value: number; of: number }[] }[];
    notes: string[];
    text: { id: string; version: number; html: string };
  };
  const read = async (id: string, language = 'fr', as = adviser) =>
    (await server.call('GET', path(`yearlyReports/${id}?language=${language}`), { as })).json() as {
      version: number;
      until: string;
      state: string;
      missing: string[];
      sections: Section[];
      can: Record<string, boolean>;
    };
  const section = (report: { sections: Section[] }, key: string): Section => report.sections.find((one) => one.key === key)!;
  const write = async (id: string, key: string, body: string, as = adviser) => {
    const { text } = section(await read(id), key);
    return server.call('PUT', path(`reportTexts/${text.id}`), { as, body: { body }, headers: { 'if-match': `"${text.version}"` } });
  };

  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2027-02-20T10:00:00Z') });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'] });
    const claire = await server.addPerson(centre, { firstName: 'Claire', lastName: 'Delvaux', kind: 'outsider' });
    const samuel = await server.addPerson(centre, { firstName: 'Samuel', lastName: 'Jacquemart' });
    const nora = await server.addPerson(centre, { firstName: 'Nora', lastName: 'Lambin' });
    await server.addRecord(centre, 'mandate', { personId: claire, kind: 'adviser', start: '2025-02-03', end: '2026-12-31' });
    await server.addRecord(centre, 'mandate', { personId: nora, kind: 'adviser', start: '2027-01-01' });
    await server.addRecord(centre, 'mandate', { personId: samuel, kind: 'directorGeneral', start: '2024-03-02' });
    // Of two under contract at the end of 2026, one came in the year; who came after is not counted.
    for (const [personId, start, end] of [
      [samuel, '2020-01-01', null],
      [nora, '2026-05-01', null],
      [claire, '2027-01-04', null],
    ] as const)
      await server.addRecord(centre, 'contract', { personId, kind: 'permanent', function: 'x', start, end } as never);
    const approved = { language: 'fr', libraryRevision: 1, draftedOn: '2025-01-05', approver: 'council', approvedAt: new Date('2026-04-15'), contentHash: 'a'.repeat(64) };
    await server.addRecord(centre, 'documentVersion', { ...approved, kind: 'securityPolicyOperational', number: 1, state: 'superseded', decidedOn: '2025-03-10', decisionNumber: '2025/7' } as never);
    await server.addRecord(centre, 'documentVersion', { ...approved, kind: 'securityPolicyOperational', number: 2, state: 'superseded', decidedOn: '2026-04-14', decisionNumber: '2026/31' } as never);
    await server.addRecord(centre, 'documentVersion', { ...approved, kind: 'securityPolicyOperational', number: 3, state: 'approved', decidedOn: '2027-01-12', decisionNumber: '2027/2' } as never);
    const meeting = await server.addRecord(centre, 'platformMeeting', { year: 2026, number: 1, heldOn: '2026-06-04', preparedOn: '2026-06-05', model: null } as never);
    const point = await server.addRecord(centre, 'platformPoint', { meetingId: meeting, position: 1, title: 'Sauvegardes' } as never);
    // Due and open on 31 December, done since: the report says late.
    await server.addRecord(centre, 'platformDecision', { meetingId: meeting, pointId: point, text: 'Refaire l’essai', dueOn: '2026-09-01', doneOn: '2027-01-15' } as never);
    // Of three written advices one was followed late, one was open at the end of the year and decided since, one came after; one was oral.
    const advised = { capacity: 'adviser', year: 2026, receivedOn: '2026-03-02', dueOn: '2026-06-02', sentAt: new Date('2026-03-02'), contentHash: 'x', model: null, decisionModel: null };
    await server.addRecord(centre, 'advice', { ...advised, number: 1, subject: 'Sauvegardes', sentOn: '2026-03-02', outcome: 'follow', decidedOn: '2026-06-05' } as never);
    await server.addRecord(centre, 'advice', {
      ...advised,
      number: 2,
      subject: 'Serveur',
      sentOn: '2026-11-02',
      receivedOn: '2026-11-02',
      dueOn: '2027-02-02',
      outcome: 'depart',
      decisionReasons: 'x',
      decidedOn: '2027-01-10',
    } as never);
    await server.addRecord(centre, 'advice', {
      ...advised,
      number: 3,
      subject: 'Affichage',
      sentOn: '2026-11-09',
      oral: true,
      receivedOn: '2026-11-09',
      dueOn: '2027-02-09',
      outcome: 'follow',
      decidedOn: '2026-11-10',
    } as never);
    await server.addRecord(centre, 'advice', { ...advised, year: 2027, number: 1, subject: 'Après', sentOn: '2027-01-04', receivedOn: '2027-01-04', dueOn: '2027-04-04' } as never);
    const action = { priority: 'normal', state: 'planned', progress: 0, personDays: 2.5, searchText: '', seriesId: samuel, origins: [] };
    const costs = [
      { kind: 'oneOff', year: 2026, amount: 100_000 },
      { kind: 'yearly', year: 2025, amount: 5_000 },
      { kind: 'yearly', year: 2027, amount: 900 },
    ];
    const budgets = [
      { year: 2026, asked: 100_000, adopted: 60_000, adoptedOn: '2026-03-01' },
      { year: 2027, asked: 1 },
    ];
    await server.addRecord(centre, 'planAction', {
      ...action,
      number: 1,
      occurrence: 1,
      title: 'Chiffrer',
      state: 'done',
      progress: 100,
      doneOn: '2026-10-01',
      doneHow: 'x',
      createdOn: '2025-01-10',
      costs,
      budgets,
    } as never);
    await server.addRecord(centre, 'planAction', {
      ...action,
      number: 2,
      occurrence: 2,
      title: 'Trier',
      state: 'done',
      progress: 100,
      doneOn: '2027-01-20',
      doneHow: 'x',
      dueOn: '2026-12-01',
      createdOn: '2026-02-10',
      priority: 'high',
    } as never);
    await server.addRecord(centre, 'planAction', { ...action, number: 3, occurrence: 3, title: 'Plus tard', createdOn: '2027-01-02' } as never);
    const audit = await server.addRecord(centre, 'inspection', {
      title: 'Audit complet',
      kind: 'complete',
      auditorKind: 'external',
      auditorFirm: 'Vérif',
      heldOn: '2026-05-04',
      reportOn: '2026-06-05',
      chapters: [],
      serviceIds: [],
    } as never);
    await server.addRecord(centre, 'inspectionFinding', { inspectionId: audit, number: 1, severity: 'major', text: 'x', outcome: 'remedied', outcomeOn: '2027-01-08' } as never);
    await server.addRecord(centre, 'inspectionFinding', { inspectionId: audit, number: 2, severity: 'minor', text: 'x', outcome: 'remedied', outcomeOn: '2026-12-08' } as never);
    await storeLibrary(server.services);
    const tally = (yes: number, no: number, notApplicable: number) => ({ norms: yes + no + notApplicable, yes, partly: 0, no, notApplicable, open: 0, toConfirm: 0 });
    for (const [year, yes] of [
      [2025, 2],
      [2026, 4],
    ] as const)
      await server.addRecord(centre, 'assessment', {
        framework: 'bcss-minimum',
        frameworkVersion: '2026.3',
        year,
        openedOn: `${year}-09-01`,
        summary: { total: tally(yes, 6 - yes, 2), chapters: [{ id: 'policy', ...tally(yes, 6 - yes, 2) }], weak: {} },
        model: null,
      } as never);
    const sitting = await server.addRecord(centre, 'councilSitting', { organ: 'council', heldOn: '2026-06-16' } as never);
    await server.addRecord(centre, 'councilItem', { sittingId: sitting, position: 1, kind: 'other', title: 'Sécurité' } as never);
  });
  afterAll(() => server.close());

  test('its figures are those of 31 December, whatever came after, beside those of the year before', async () => {
    const begun = await begin(2026);
    expect(begun.statusCode, begun.body).toBe(201);
    const report = await read(begun.json().id);
    expect(report).toMatchObject({ until: '2026-12-31', state: 'draft', missing: ['state', 'goals', 'training'] });
    const figures = (key: string) => section(report, key).figures.map(({ label, text, before }) => [label, text, before]);
    expect(figures('state')).toContainEqual(['Personnes sous contrat', '2', '1']);
    expect(figures('work')).toContainEqual(['Décisions de la plateforme', '1', '0']);
    expect(figures('work')).toContainEqual(['dont en retard', '1', '0']);
    expect(figures('work')).toContainEqual(['Décisions exécutées', '0', '0']);
    const [officers, inForce] = section(report, 'state').tables;
    expect(officers!.rows).toEqual([{ cells: ['conseiller en sécurité', 'Claire Delvaux', '3 février 2025', ''], path: 'people/mandates?on=2026-12-31&kind=adviser' }]);
    expect(inForce!.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([['Politique de sécurité, partie opérationnelle', '2', '14 avril 2026']]);
    expect(section(report, 'procedures').tables[0]!.rows).toEqual([
      { cells: ['Politique de sécurité, partie opérationnelle', 'modifié (version 2)', '14 avril 2026', '2026/31'], path: 'documents/securityPolicyOperational' },
    ]);
    const lines = (key: string) => section(report, key).lines.map(({ on, path: to }) => [on, to.split('/')[0]]);
    expect(lines('work')).toEqual([
      ['2026-04-14', 'documents'],
      ['2026-06-04', 'platform'],
      ['2026-09-01', 'norms'],
      ['2026-12-31', 'people'],
    ]);
    expect(lines('checks')).toEqual([
      ['2026-05-04', 'inspections'],
      ['2026-06-05', 'inspections'],
      ['2026-12-08', 'inspections'],
    ]);
    for (const language of ['nl', 'de', 'en']) expect(JSON.stringify((await read(begun.json().id, language)).sections)).not.toContain('{{');
  });

  test('advice, plan, audits, norms and council stand as on 31 December too; money is that of the budget year', async () => {
    const [{ id }] = (await server.call('GET', path('yearlyReports?sort=-year'), { as: adviser })).json().items;
    const report = await read(id);
    const figures = (key: string) => section(report, key).figures.map(({ text, before }) => [text, before].join(' < '));
    // given, followed, departed from, open at the end, decided late
    expect(figures('advice')).toEqual(['2 < 0', '1 < 0', '0 < 0', '1 < 0', '1 < 0']);
    expect(section(report, 'advice').tables[0]!.rows.map(({ cells }) => cells.at(-1))).toEqual(['suivi', 'sans décision', 'suivi']);
    // done, open, of which late, added, given up
    expect(figures('plan')).toEqual(['1 < 0', '1 < 1', '1 < 0', '1 < 1', '0 < 0']);
    expect(section(report, 'goals').tables[0]!.rows.map(({ cells }) => cells)).toEqual([['2', 'Trier', 'haute', '1er décembre 2026']]);
    expect(section(report, 'plan').pictures[0]!.rows.map(({ value, of }) => [value, of])).toEqual([
      [0, 1],
      [1, 1],
      [0, 0],
    ]);
    expect(figures('means').map((text) => text.replaceAll(/\s/g, ' '))).toEqual(['2,5 < 0', '1 050 € < 50 €', '1 000 € < 0 €', '600 € < 0 €']);
    // audits, their findings, findings open at the end, lists, findings of accounts, those open, losses and thefts, backups good and not, restores, those that missed, outages, those too long
    expect(figures('checks')).toEqual(['1 < 0', '2 < 0', '1 < 0', ...Array<string>(10).fill('0 < 0')]);
    expect(figures('state').slice(0, 3)).toEqual(['4 / 6 < 2 / 6', '0 / 6 < 0 / 6', '2 / 6 < 4 / 6']);
    expect(section(report, 'state').notes).toEqual(['L’évaluation 2026 n’est pas encore soumise\u00a0: ses résultats sont ceux d’aujourd’hui.']);
    expect(figures('work').slice(-2)).toEqual(['1 < 0', '0 < 0']);
  });

  test('a year has one report, and none before it begins', async () => {
    expect((await begin(2026)).json()).toMatchObject({ type: 'urn:problem-type:beffroi:alreadyExists' });
    expect((await begin(2028)).json().issues).toMatchObject([{ name: 'year', code: 'inTheFuture' }]);
    const key = { 'idempotency-key': 'b6f1b0fe-6a3f-4a53-9a4c-1f1a7fd2f301' };
    const twice = await Promise.all([0, 1].map(() => server.call('POST', path('yearlyReports'), { as: adviser, body: { year: 2025 }, headers: key })));
    expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 201]);
    expect(new Set(twice.map((answer) => answer.json().id)).size).toBe(1);
    const { id, version } = twice[0]!.json();
    expect((await server.call('DELETE', path(`yearlyReports/${id}`), { as: adviser, headers: { 'if-match': `"${version}"` } })).statusCode).toBe(204);
  });

  test('a text is written by section; who comes second is told by whom', async () => {
    const [{ id }] = (await server.call('GET', path('yearlyReports?sort=-year'), { as: adviser })).json().items;
    const { text } = section(await read(id), 'state');
    const put = (body: string, as: Account) => server.call('PUT', path(`reportTexts/${text.id}`), { as, body: { body }, headers: { 'if-match': `"${text.version}"` } });
    const written = await put('La situation **s’améliore**.\n\n- un\n- <b>deux</b>', adviser);
    expect(written.json().html).toBe('<p>La situation <strong>s’améliore</strong>.</p><ul><li>un</li><li>&lt;b&gt;deux&lt;/b&gt;</li></ul>');
    expect((await put('Autre texte', director)).json()).toMatchObject({ type: 'urn:problem-type:beffroi:staleVersion', changes: [{ fields: ['body', 'written_at', 'written_by'] }] });
    expect((await read(id)).missing).toEqual(['goals', 'training']);
    const councillor = await server.addAccount({ centre, roles: ['councilMember'] });
    // A draft tells of advice: the council reads it once it lies before it.
    for (const rest of ['', '/preview', '/file']) expect((await server.call('GET', path(`yearlyReports/${id}${rest}`), { as: councillor })).statusCode, rest).toBe(404);
    expect((await server.call('GET', path(`reportTexts/${text.id}`), { as: councillor })).statusCode).toBe(404);
    expect((await server.call('GET', path('yearlyReports'), { as: councillor })).json()).toMatchObject({ items: [], total: 0 });
    expect((await put('x', councillor)).statusCode).toBe(403);
  });

  test('put before the council, approved with its texts whole, and frozen for good', async () => {
    const [{ id, version }] = (await server.call('GET', path('yearlyReports?sort=-year'), { as: adviser })).json().items;
    const submit = (submittedOn: string | null, at: number) =>
      server.call('PATCH', path(`yearlyReports/${id}`), { as: adviser, body: { submittedOn }, headers: { 'if-match': `"${at}"`, 'content-type': 'application/merge-patch+json' } });
    expect((await submit('2027-02-21', version)).json().issues).toMatchObject([{ code: 'inTheFuture' }]);
    const submitted = await submit('2027-02-20', version);
    expect(submitted.json()).toMatchObject({ state: 'submitted', can: { delete: false } });
    const councillor = await server.addAccount({ centre, roles: ['councilMember'] });
    expect((await read(id, 'fr', councillor)).can).toEqual({ update: false, delete: false, approve: false });
    const approve = (body: Record<string, unknown>, as = director, at = version + 1) =>
      server.call('POST', path(`yearlyReports/${id}/approve`), { as, body: { decidedOn: '2027-02-18', decisionNumber: '2027/31', ...body }, headers: { 'if-match': `"${at}"` } });
    const missing = await approve({});
    expect(missing.json()).toMatchObject({ type: 'urn:problem-type:beffroi:missingVariables', missing: [{ section: 'goals' }, { section: 'training' }] });
    for (const key of ['goals', 'training']) expect((await write(id, key, `Texte de ${key}.`)).statusCode).toBe(200);
    expect((await approve({ decidedOn: '2027-02-21' })).json().issues).toMatchObject([{ name: 'decidedOn', code: 'inTheFuture' }]);
    expect((await approve({ decidedOn: '2026-09-30' })).json().issues).toMatchObject([{ name: 'decidedOn', code: 'yearNotOver' }]);
    expect((await approve({}, director, version)).statusCode).toBe(412);
    const preview = (await server.call('GET', path(`yearlyReports/${id}/preview`), { as: director })).json();
    await write(id, 'work', 'Ajouté après la lecture.');
    expect((await approve({ previewHash: preview.contentHash })).statusCode).toBe(412);
    const seen = (await server.call('GET', path(`yearlyReports/${id}/preview`), { as: director })).json();
    expect(seen.html).toContain('Ajouté après la lecture.');
    const done = await approve({ previewHash: seen.contentHash });
    expect(done.statusCode, done.body).toBe(204);
    expect((await approve({}, director, version + 2)).json()).toMatchObject({ type: 'urn:problem-type:beffroi:wrongState' });
    expect((await write(id, 'work', 'Trop tard')).json()).toMatchObject({ type: 'urn:problem-type:beffroi:wrongState' });
    await expect(server.asOwner('UPDATE yearly_report SET year = 2020 WHERE id = $1', [id])).rejects.toThrow('an approved report does not change');
    await expect(server.asOwner(`UPDATE report_text SET body = 'x' WHERE report_id = $1`, [id])).rejects.toThrow('an approved report does not change');
    await expect(server.asOwner('UPDATE report_text SET report_id = gen_random_uuid() WHERE report_id = $1', [id])).rejects.toThrow('an approved report does not change');
    const [pdf, docx] = await Promise.all(['pdf', 'docx'].map((format) => server.call('GET', path(`yearlyReports/${id}/file?format=${format}`), { as: adviser })));
    expect(pdf!.headers['content-disposition']).toContain('valombre-rapport-annuel-2026.pdf');
    expect(pdf!.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(docx!.rawPayload.subarray(0, 2).toString()).toBe('PK');
    // What is entered afterwards changes nothing in what was approved; another language is drawn from the registers as they are.
    await server.addRecord(centre, 'mandate', { personId: await server.addPerson(centre, { firstName: 'Luc', lastName: 'Bodart' }), kind: 'dpo', start: '2026-02-01' });
    expect((await server.call('GET', path(`yearlyReports/${id}/preview`), { as: director })).json().html).not.toContain('Luc Bodart');
    expect((await server.call('GET', path(`yearlyReports/${id}/preview?language=nl`), { as: director })).json().html).toMatch(/Luc Bodart.*Texte de goals/s);
  });

  test('report and plan come as one document, two parts numbered through, in each language; the frozen one stays as it is', async () => {
    const [{ id }] = (await server.call('GET', path('yearlyReports?sort=-year'), { as: adviser })).json().items;
    const together = async (language: string) =>
      (await server.call('GET', path(`yearlyReports/${id}/preview?withPlan=true&language=${language}`), { as: adviser })).json() as { title: string; html: string };
    const headings = ({ html }: { html: string }, tag: string) =>
      [...html.matchAll(new RegExp(`<${tag}><span class="document-number">([^<]*)</span> ([^<]*)</${tag}>`, 'g'))].map(([, number, title]) => `${number} ${title}`);
    const begun = await together('fr');
    // Nobody has begun the plan: it says what the registers would put in it.
    expect(headings(begun, 'h2')).toEqual(['1 Rapport annuel 2026', '2 Plan triennal de sécurité de l’information 2027-2029']);
    expect(begun.html).toContain('Plus tard');
    // The part of the report is the approved one; what was entered since is not in it.
    expect(begun.html).toContain('délibération n° 2027/31');
    expect(begun.html).not.toContain('Luc Bodart');
    for (const year of [2025, 2027, 2028]) expect((await server.call('POST', path('planVersions'), { as: adviser, body: { year, introduction: `Le plan de ${year}.` } })).statusCode).toBe(201);
    for (const [language, report] of [
      ['fr', 'Rapport annuel 2026'],
      ['nl', 'Jaarverslag 2026'],
      ['de', 'Jahresbericht 2026'],
    ] as const) {
      const joined = await together(language);
      const alone = (await server.call('GET', path(`yearlyReports/${id}/preview?language=${language}`), { as: adviser })).json();
      expect(headings(joined, 'h2')[0]).toBe(`1 ${report}`);
      const parts = headings(joined, 'h3');
      expect(parts.filter((heading) => heading.startsWith('1.')).map((heading) => heading.slice(2))).toEqual(headings(alone, 'h2'));
      expect(parts.filter((heading) => heading.startsWith('2.')).length).toBeGreaterThan(5);
      expect(joined.html).toContain('Le plan de 2027.');
      expect(joined.html).not.toContain('{{');
    }
    const [pdf, docx, frozen] = await Promise.all(
      ['format=pdf&withPlan=true', 'format=docx&withPlan=true', 'format=pdf'].map((query) => server.call('GET', path(`yearlyReports/${id}/file?${query}`), { as: adviser })),
    );
    expect(pdf!.headers['content-disposition']).toContain('valombre-rapport-et-plan-2026.pdf');
    expect(pdf!.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(docx!.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(frozen!.headers['content-disposition']).toContain('valombre-rapport-annuel-2026.pdf');
    expect(pdf!.rawPayload.length).toBeGreaterThan(frozen!.rawPayload.length);
  });
});
