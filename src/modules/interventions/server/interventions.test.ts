import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Mail } from '../../../server/mail.ts';
import { sendInterventionLetters } from './letters.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { RecordInput } from '../intervention.ts';
import { uncoveredFirms } from './maintenance-store.ts';
import { listInterventions } from './store.ts';
import { checksOf, dropCheck, enterOldInterventions, happenings, keepCheck, liveFacts, recordIntervention, yearFigures } from './service.ts';

describeOnBothEngines('interventions', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let agent: Account;
  const mails: Mail[] = [];
  let clock = new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock, mails });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'], email: 'claire@example.be' });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
  });
  afterAll(() => server.close());

  type One = {
    id: string;
    version: number;
    number: number;
    year: number;
    state: string;
    unagreed: boolean;
    acts: string[];
    corrections: number;
    events: { kind: string; text?: string; before?: object; after?: object }[];
  };
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async <T>(rest: string, as = adviser): Promise<T> => (await server.call('GET', path(rest), { as })).json();
  const one = (id: string, as = adviser) => get<One>(`interventions/${id}`, as);
  const post = (rest: string, body: unknown, as = agent, version?: number) => server.call('POST', path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const announce = async (values: object = {}): Promise<{ id: string; number: number }> => {
    const answer = await post('interventions', { nature: 'repair', subject: 'Disque du serveur', ...values });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const act = async (id: string, name: string, body: unknown, as = agent) => post(`interventions/${id}/${name}`, body, as, (await one(id)).version);
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const letters = async () => {
    mails.length = 0;
    await sendInterventionLetters(server.services);
    return mails;
  };
  const tokenOf = (mail: Mail | undefined) => /\/intervention#([\w-]+)/.exec(mail?.text ?? '')![1]!;
  const byLink = (way: '' | '/decide', body: object) => server.call('POST', `/interventionAnswer${way}`, { body });

  test('announced, agreed by the adviser, carried out: and what was agreed does not change in silence', async () => {
    const { id, number } = await announce({ plannedOn: '2026-11-23', byNames: 'Marc Hollande' });
    expect(number).toBe(1);
    expect((await one(id, agent)).acts).toEqual(['change', 'cancel']);
    expect((await act(id, 'start', { start: '2026-11-22' })).statusCode).toBe(409);
    expect((await act(id, 'decide', { verdict: 'agreed' }, agent)).statusCode).toBe(403);
    expect((await act(id, 'decide', { verdict: 'agreed', note: 'Hors des heures d’ouverture' }, adviser)).statusCode).toBe(204);
    expect(await one(id)).toMatchObject({ state: 'agreed', decidedOn: '2026-11-22', decisionNote: 'Hors des heures d’ouverture', unagreed: false });
    expect((await act(id, 'change', { nature: 'repair', subject: 'Autre chose' })).statusCode).toBe(409);
    await expect(server.asOwner("UPDATE intervention SET subject = 'Autre chose' WHERE id = $1", [id])).rejects.toThrow('changes as a correction');
    await expect(server.asOwner('UPDATE intervention SET number = 9 WHERE id = $1', [id])).rejects.toThrow('keeps its number');
    await expect(server.asOwner('DELETE FROM intervention WHERE id = $1', [id])).rejects.toThrow('keeps its place');
    expect((await act(id, 'start', { start: '2026-11-23' })).json().issues[0]).toMatchObject({ name: 'start', code: 'inTheFuture' });
    expect((await act(id, 'start', { start: '2026-11-22', startTime: '09:30' })).statusCode).toBe(204);
    const early = { end: '2026-11-21', outcome: 'good', result: 'Remplacé' };
    expect((await act(id, 'finish', { result: early })).json().issues[0]).toMatchObject({ name: 'end', code: 'endBeforeStart' });
    expect((await act(id, 'finish', { result: { ...early, end: '2026-11-22' } })).statusCode).toBe(204);
    expect((await act(id, 'correct', { because: 'Faute', changes: { subject: 'Disque du serveur' } }, adviser)).json().issues[0]).toMatchObject({ code: 'nothingChanges' });
    expect((await act(id, 'correct', { because: 'Faute de frappe', changes: { result: 'Remplacé, grappe reconstruite' } }, adviser)).statusCode).toBe(204);
    const now = await one(id);
    expect(now).toMatchObject({ state: 'done', corrections: 1, acts: ['correct'] });
    expect(now.events.map(({ kind }) => kind)).toEqual(['announced', 'agreed', 'started', 'done', 'corrected']);
    expect(now.events.at(-1)).toMatchObject({ text: 'Faute de frappe', before: { result: 'Remplacé' }, after: { result: 'Remplacé, grappe reconstruite' } });
  });

  test('the adviser answers from the mail: opening it changes nothing, the button serves once, and only who is still adviser', async () => {
    await letters();
    const { id } = await announce({ subject: 'Mise à jour du logiciel social' });
    const [mail] = await letters();
    expect(mail).toMatchObject({ to: 'claire@example.be', subject: 'Intervention 2026/02 à accorder : Mise à jour du logiciel social' });
    const token = tokenOf(mail);
    for (const _ of [1, 2]) expect((await byLink('', { token })).json()).toMatchObject({ subject: 'Mise à jour du logiciel social', state: 'announced', centre: expect.any(String) });
    expect((await one(id)).state).toBe('announced');
    expect((await byLink('/decide', { token, verdict: { verdict: 'asked' } })).statusCode).toBe(400);
    expect((await byLink('/decide', { token, verdict: { verdict: 'asked', note: 'Quand ?' } })).statusCode).toBe(204);
    expect((await byLink('/decide', { token, verdict: { verdict: 'agreed' } })).json().issues[0]).toMatchObject({ code: 'linkUsed' });
    expect((await act(id, 'answer', { text: 'Mardi soir' })).statusCode).toBe(204);
    const [again] = await letters();
    expect(again?.subject).toContain('Réponse à votre question');
    expect((await byLink('', { token: tokenOf(again) })).json().events.map(({ kind }: { kind: string }) => kind)).toEqual(['announced', 'asked', 'answered']);
    expect((await byLink('/decide', { token: tokenOf(again), verdict: { verdict: 'agreed' } })).statusCode).toBe(204);
    expect(await one(id)).toMatchObject({ state: 'agreed', decidedHow: 'link' });
    const other = await announce({ subject: 'Routeur' });
    const [late] = await letters();
    await server.asOwner('UPDATE link SET "end" = \'2026-11-21\' WHERE account_id = $1', [adviser.id]);
    expect((await byLink('/decide', { token: tokenOf(late), verdict: { verdict: 'agreed' } })).json().issues[0]).toMatchObject({ code: 'linkExpired' });
    await server.asOwner('UPDATE link SET "end" = NULL WHERE account_id = $1', [adviser.id]);
    clock = new Date('2026-12-08T09:00:00Z');
    expect((await byLink('/decide', { token: tokenOf(late), verdict: { verdict: 'agreed' } })).json().issues[0]).toMatchObject({ code: 'linkExpired' });
    expect((await byLink('', { token: 'abcdefghijklmnopqrstuvwxyz012345' })).statusCode).toBe(404);
    clock = new Date('2026-11-22T09:00:00Z');
    expect((await act(other.id, 'cancel', { reason: 'La panne a disparu' })).statusCode).toBe(204);
    expect(await one(other.id)).toMatchObject({ state: 'cancelled', number: 3 });
  });

  test('an urgent one may begin unagreed where the centre allows it: told at once, and ratified', async () => {
    const { id } = await announce({ subject: 'Serveur arrêté', urgent: true });
    await letters();
    expect((await act(id, 'start', { start: '2026-11-22' })).statusCode).toBe(409);
    expect((await server.call('PUT', path('interventionSettings'), { as: adviser, body: { urgentFirst: true }, headers: { 'if-match': '"0"' } })).statusCode).toBe(204);
    expect((await act(id, 'start', { start: '2026-11-22' })).statusCode).toBe(204);
    expect((await letters())[0]?.subject).toContain('commencée sans accord');
    expect(await get('interventionsOverview')).toMatchObject({ toRatify: 1, running: 1, exceptions: 1, total: 4 });
    expect((await act(id, 'finish', { result: { end: '2026-11-22', outcome: 'notGood', result: 'Redémarré', followUp: 'Remplacer l’alimentation' } })).statusCode).toBe(204);
    expect((await act(id, 'decide', { verdict: 'agreed' }, adviser)).statusCode).toBe(204);
    expect((await one(id)).events.map(({ kind }) => kind)).toEqual(['announced', 'begunUnagreed', 'done', 'ratified']);
    expect(await get('interventions?exception=true')).toMatchObject({ total: 1, items: [{ state: 'done', unagreed: true }] });
  });

  test('numbers have no gap, whoever announces at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, (_, index) => announce({ subject: `Poste ${index}` })));
    expect(made.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10]);
    const record = await post('interventionRecords', { nature: 'update', subject: 'Mises à jour', start: '2025-12-30', end: '2025-12-30', result: 'Installées' }, adviser);
    expect(record.json()).toMatchObject({ year: 2025, number: 1 });
    expect((await post('interventionRecords', { nature: 'update', subject: 'x', start: '2026-11-20', end: '2026-11-19', result: 'x' }, adviser)).json().issues[0]).toMatchObject({
      code: 'endBeforeStart',
    });
    expect((await post('interventions/search', { text: 'poste 3' }, adviser)).json()).toMatchObject({ total: 1 });
    const csv = await server.call('GET', path('interventions/export?format=csv&year=2025'), { as: adviser });
    expect(csv.body).toContain('Mises à jour');
  });

  test('other rooms record what was done, and have things checked again and again', async () => {
    const origin = { kind: 'protection' as const, id: '01990000-0000-7000-8000-00000000000a' };
    const check = { origin, rule: 'emergencyPowerTested' as const, title: 'Onduleur', firstOn: '2026-06-01' };
    const { id } = await inCentre((tx) => keepCheck(tx, centre, check));
    expect(await inCentre((tx) => keepCheck(tx, centre, { ...check, title: 'Onduleur du serveur' }))).toEqual({ id });
    expect(await inCentre((tx) => checksOf(tx, centre, [origin]))).toMatchObject([{ id, nextOn: '2026-06-01' }]);
    const made = await inCentre((tx) =>
      recordIntervention(tx, centre, { nature: 'emergencyPowerTest', subject: 'Onduleur', start: '2026-05-31', result: '12 minutes', checkId: id, origin, at: clock }),
    );
    expect(made).toMatchObject({ year: 2026, number: 11 });
    expect(await inCentre((tx) => checksOf(tx, centre, [origin]))).toMatchObject([{ lastOn: '2026-05-31', lastResult: 'good', nextOn: '2026-11-30', interventionId: made.id }]);
    // On the page, in two clicks; not good says what is to be done, and both are interventions.
    const due = await get<{ late: number; items: { id: string; nextOn: string; lastOutcome?: string }[] }>('recurringChecks');
    expect(due).toMatchObject({ late: 0, items: [{ id, nextOn: '2026-11-30' }] });
    const duties = async () =>
      (await inCentre((tx) => readObligations(tx, [centre], { now: () => clock }))).obligations
        .filter(({ room }) => room === 'interventions')
        .map(({ rule, subject, due: at }) => `${rule} ${subject.kind} ${'on' in at ? at.on : at.at}`);
    expect(await duties()).toContain('emergencyPowerTested check 2026-11-30');
    expect((await post(`recurringChecks/${id}/done`, { outcome: 'notGood' })).json().issues[0]).toMatchObject({ code: 'followUpNeeded' });
    expect((await post(`recurringChecks/${id}/done`, { outcome: 'notGood', followUp: 'Remplacer la batterie' })).json()).toMatchObject({ year: 2026, number: 12 });
    expect(await inCentre((tx) => checksOf(tx, centre, [origin]))).toMatchObject([{ lastOn: '2026-11-22', lastResult: 'notGood', nextOn: '2027-05-22' }]);
    expect(await duties()).not.toContain('emergencyPowerTested check 2026-11-30');
    expect((await post('recurringChecks', { title: 'Serveur', rule: 'recurringCheck', every: { amount: 1, unit: 'day' }, firstOn: '2026-12-01' }, adviser)).json().issues[0]).toMatchObject({
      code: 'tooOften',
    });
    const own = (await post('recurringChecks', { title: 'Extincteurs', rule: 'recurringCheck', every: { amount: 1, unit: 'year' }, firstOn: '2026-12-01' }, adviser)).json();
    expect((await post(`recurringChecks/${own.id}/done`, { outcome: 'good' })).statusCode).toBe(201);
    expect((await get<{ nextOn: string }>(`recurringChecks/${own.id}`)).nextOn).toBe('2027-11-22');
    expect((await post(`recurringChecks/${id}/drop`, { reason: 'x' }, adviser, 1)).statusCode).toBe(409);
    // A restore is exercised by a test that says what came back: nobody ticks it.
    const backup = { kind: 'backup' as const, id: origin.id };
    const restore = await inCentre((tx) => keepCheck(tx, centre, { origin: backup, rule: 'restoreExercised', title: 'Restauration', firstOn: '2026-11-01' }));
    expect((await post(`recurringChecks/${restore.id}/done`, { outcome: 'good' })).statusCode).toBe(409);
    expect(await get(`recurringChecks/${restore.id}`, adviser)).toMatchObject({ can: { do: false, test: true } });
    expect(await get(`recurringChecks/${own.id}`, adviser)).toMatchObject({ can: { do: true, test: false } });
    await inCentre((tx) => dropCheck(tx, centre, backup, 'Remplacé'));
    await inCentre((tx) => dropCheck(tx, centre, origin, 'Remplacé'));
    expect(await inCentre((tx) => checksOf(tx, centre, [origin]))).toEqual([]);
  });

  test('a firm announces and reports by its address, sees its own and nothing else, and never agrees', async () => {
    const firm = await server.addRecord(centre, 'supplier', { name: 'Val Informatique', kind: 'itServices', processor: false, searchText: 'val informatique', supportEmail: 'support@val.example' });
    expect((await post('firmLinks', { supplierId: firm }, agent)).statusCode).toBe(403);
    const { id, link } = (await post('firmLinks', { supplierId: firm }, adviser)).json();
    const token = link.split('#')[1] as string;
    const by = (way: string, body: object = {}) => server.call('POST', `/firmInterventions${way}`, { body: { token, ...body } });
    expect((await by('')).json()).toEqual({ centre: expect.any(String), firm: 'Val Informatique', urgentFirst: true, agreements: [], interventions: [] });
    const announcement = { nature: 'repair', subject: 'Disque du serveur', byNames: 'Marc Hollande', plannedOn: '2026-11-22' };
    const made = (await by('/announce', { announcement })).json();
    expect((await by('/announce', { announcement: { ...announcement, deviceId: firm } })).statusCode).toBe(400);
    const report = { end: '2026-11-22', outcome: 'good', result: 'Disque remplacé' };
    expect((await by('/report', { id: made.id, report })).statusCode).toBe(409);
    expect(await one(made.id)).toMatchObject({ state: 'announced', how: 'link', announcedName: 'Val Informatique', supplierName: 'Val Informatique' });
    expect((await byLink('/decide', { token, verdict: { verdict: 'agreed' } })).statusCode).toBe(404);
    // A question goes to the firm, which answers and begins by its address.
    expect((await by('/answer', { id: made.id, answer: { text: 'Le soir' } })).statusCode).toBe(409);
    expect((await act(made.id, 'decide', { verdict: 'asked', note: 'À quelle heure ?' }, adviser)).statusCode).toBe(204);
    expect((await by('')).json().interventions).toMatchObject([{ id: made.id, question: 'À quelle heure ?', may: ['answer'] }]);
    expect((await by('/answer', { id: made.id, answer: { text: 'Le soir' } })).statusCode).toBe(204);
    expect((await by('/start', { id: made.id, start: { start: '2026-11-22' } })).statusCode).toBe(409);
    expect((await act(made.id, 'decide', { verdict: 'agreed' }, adviser)).statusCode).toBe(204);
    expect(await server.asOwner('SELECT address, kind FROM mail_reply WHERE intervention_id = $1 ORDER BY made_at, id', [made.id])).toEqual(
      ['asked', 'agreed'].map((kind) => ({ address: 'support@val.example', kind })),
    );
    expect((await by('')).json().interventions).toMatchObject([{ id: made.id, may: ['start', 'finish'] }]);
    expect((await by('/start', { id: made.id, start: { start: '2026-11-22', startTime: '09:30', byNames: 'Marc Hollande' } })).statusCode).toBe(204);
    expect(await one(made.id)).toMatchObject({ state: 'started', startTime: '09:30' });
    const [others] = (await get<{ items: { id: string }[] }>('interventions?state=announced')).items;
    expect((await by('/report', { id: others!.id, report })).statusCode).toBe(404);
    expect((await by('/start', { id: others!.id, start: { start: '2026-11-22' } })).statusCode).toBe(404);
    expect((await by('/answer', { id: others!.id, answer: { text: 'x' } })).statusCode).toBe(404);
    expect((await by('/report', { id: made.id, report })).statusCode).toBe(204);
    expect(await one(made.id)).toMatchObject({ state: 'done', result: 'Disque remplacé', unagreed: false });
    expect((await get<{ items: object[] }>('firmLinks')).items).toMatchObject([{ id, supplierName: 'Val Informatique', usedOn: '2026-11-22' }]);
    expect(JSON.stringify(await get('firmLinks'))).not.toContain(token);
    expect((await server.call('DELETE', path(`firmLinks/${id}`), { as: adviser })).statusCode).toBe(204);
    expect((await by('')).statusCode).toBe(404);
  });

  test('remote maintenance: three agree beforehand, a firm connects under what holds, and what lacks of a session is shown', async () => {
    const [itHead, director] = [await server.addAccount({ centre, roles: ['itHead'] }), await server.addAccount({ centre, roles: ['directorGeneral'] })];
    const [firm, other] = [
      await server.addRecord(centre, 'supplier', { name: 'Fernhilfe', kind: 'itServices', processor: false, searchText: 'fernhilfe' }),
      await server.addRecord(centre, 'supplier', { name: 'Autre', kind: 'itServices', processor: false, searchText: 'autre' }),
    ];
    const clauses = [{ kind: 'confidentiality', covered: 'yes' }];
    const contractId = await server.addRecord(centre, 'supplierContract', { supplierId: firm, title: 'Maintenance', start: '2026-01-01', clauses, coversPeople: false, checkedOn: '2026-01-05' });
    const told = {
      supplierId: firm,
      contractId,
      subject: 'Logiciel social',
      means: 'Passerelle ouverte à la demande',
      origin: 'Namur',
      supervision: 'Le technicien',
      start: '2026-11-22',
      end: '2026-12-10',
    };
    type Agreement = { version: number; state: string; missing: string[]; agreesAs: string[]; missingClauses: string[]; can: { update: boolean } };
    expect((await post('remoteMaintenances', told, agent)).statusCode).toBe(403);
    expect((await post('remoteMaintenances', { ...told, supplierId: other }, itHead)).json().issues[0]).toMatchObject({ name: 'contractId', code: 'contractOfAnother' });
    const { id } = (await post('remoteMaintenances', told, itHead)).json();
    const read = (as = adviser) => get<Agreement>(`remoteMaintenances/${id}`, as);
    const agree = async (as: Account) => post(`remoteMaintenances/${id}/agree`, undefined, as, (await read()).version);
    expect(await read(director)).toMatchObject({
      state: 'asked',
      missing: ['adviser', 'itHead', 'controller'],
      agreesAs: ['controller'],
      contractFault: 'clauseMissing',
      missingClauses: ['remoteMaintenance', 'security'],
    });
    const dutiesOf = async () =>
      (await inCentre((tx) => readObligations(tx, [centre], { now: () => clock }))).obligations
        .filter(({ subject }) => ['agree', 'renew', 'cover'].includes(subject.kind))
        .map(({ subject, act: { roles }, action }) => `${subject.kind} ${roles.join()} ${action.path}`);
    expect(await dutiesOf()).toEqual([`agree adviser,deputyAdviser,itHead,directorGeneral interventions/maintenance/${id}`]);
    expect((await agree(adviser)).statusCode).toBe(204);
    // Something else is asked for: whoever had agreed is asked anew.
    expect((await server.call('PUT', path(`remoteMaintenances/${id}`), { as: itHead, body: { ...told, origin: 'Liège' }, headers: { 'if-match': `"${(await read()).version}"` } })).statusCode).toBe(
      204,
    );
    for (const as of [adviser, itHead]) expect((await agree(as)).statusCode).toBe(204);
    expect((await agree(itHead)).statusCode).toBe(409);

    const { link } = (await post('firmLinks', { supplierId: firm }, adviser)).json();
    const by = (way: string, body: object = {}) => server.call('POST', `/firmInterventions${way}`, { body: { token: link.split('#')[1], ...body } });
    const announcement = { nature: 'update', subject: 'Mise à jour à distance', byNames: 'Marc Hollande', remote: true };
    const issueOf = async (body: object) => (await by('/announce', { announcement: { ...announcement, ...body } })).json().issues[0];
    expect(await issueOf({})).toMatchObject({ code: 'maintenanceNeeded' });
    expect(await issueOf({ maintenanceId: id })).toMatchObject({ name: 'maintenanceId', code: 'maintenanceNotAgreed' });
    expect((await by('')).json()).toMatchObject({ agreements: [] });
    expect((await agree(director)).statusCode).toBe(204);
    expect(await read()).toMatchObject({ state: 'agreed', missing: [], controllerOn: '2026-11-22', can: { update: false } });
    await expect(server.asOwner("UPDATE remote_maintenance SET origin = 'Partout' WHERE id = $1", [id])).rejects.toThrow('does not change');
    expect(await dutiesOf()).toEqual([`renew adviser,deputyAdviser,itHead,localCorrespondent interventions/maintenance/${id}`]);
    expect((await by('')).json()).toMatchObject({ agreements: [{ id, subject: 'Logiciel social', end: '2026-12-10' }] });
    expect(await issueOf({ maintenanceId: id, plannedOn: '2026-12-11' })).toMatchObject({ code: 'maintenanceNotThen' });
    const session = (await by('/announce', { announcement: { ...announcement, maintenanceId: id } })).json();
    expect((await act(session.id, 'decide', { verdict: 'agreed' }, adviser)).statusCode).toBe(204);
    const report = { end: '2026-11-22', outcome: 'good', result: 'Installée' };
    expect((await by('/report', { id: session.id, report })).json().issues[0]).toMatchObject({ name: 'remoteFrom', code: 'required' });
    expect((await by('/report', { id: session.id, report: { ...report, remoteFrom: 'Namur, rue de la Firme 2', userWarned: 'nobody', contentsUnread: true } })).statusCode).toBe(204);
    expect(await one(session.id)).toMatchObject({ maintenanceSubject: 'Logiciel social', userWarned: 'nobody', uncovered: false, gaps: ['supervisor'] });
    const fact = async () => (await inCentre((tx) => liveFacts(tx, [centre], '2026-11-22'))).find((found) => found.id === 'interventions.remoteMaintenance');
    expect(await fact()).toMatchObject({ state: 'missing', title: { key: 'remote.lacking', values: { count: 1 } } });
    const supervisedById = await server.addPerson(centre);
    const zoneId = (await post('zones', { name: 'Salle des serveurs', kind: 'serverRoom', risk: 'critical' }, adviser)).json().id;
    expect((await act(session.id, 'correct', { because: 'Qui a surveillé', changes: { supervisedById, zoneId } }, adviser)).statusCode).toBe(204);
    const { lastName, firstName } = await get<Record<string, string>>(`people/${supervisedById}`);
    expect((await one(session.id)).events.at(-1)).toMatchObject({ after: { supervisedById, zoneId }, names: { [supervisedById]: `${firstName} ${lastName}`, [zoneId]: 'Salle des serveurs' } });
    expect(await fact()).toMatchObject({ state: 'true', title: { key: 'remote.true', values: { count: 1 } } });
    expect(await get(`interventions?maintenanceId=${id}`)).toMatchObject({ total: 1 });

    // A firm connected all the same: the table shows it, and an agreement is due.
    const line = { nature: 'repair', subject: 'Imprimante', start: '2026-11-20', end: '2026-11-20', result: 'Réglée', remote: true, supplierId: other, byNames: 'Anne Vors' };
    expect((await post('interventionRecords', { ...line, maintenanceId: id }, adviser)).json().issues[0]).toMatchObject({ code: 'maintenanceOfAnother' });
    const bare = (await post('interventionRecords', line, adviser)).json();
    expect(await one(bare.id)).toMatchObject({ uncovered: true, gaps: ['origin', 'supervisor', 'warned', 'contents'] });
    expect(await get('remoteMaintenances')).toMatchObject({ uncovered: [{ supplierName: 'Autre', sessions: 1, lastOn: '2026-11-20' }] });
    expect(await dutiesOf()).toContain(`cover adviser,deputyAdviser,itHead interventions/maintenance/new?firm=${other}`);
    // What an old table tells of a session is history, and no breach: nothing is counted, nothing is due.
    const history = inCentre(async (tx) => {
      await enterOldInterventions(tx, centre, [
        { ...RecordInput.parse({ nature: 'update', subject: 'Barèmes', start: '2026-11-19', end: '2026-11-19', outcome: 'good', result: 'Chargés', remote: true }), year: 2024, supplierId: other },
      ]);
      expect(await uncoveredFirms(tx, centre, '2026-11-22')).toMatchObject([{ supplierName: 'Autre', sessions: 1, lastOn: '2026-11-20' }]);
      expect(await listInterventions(tx, centre, { year: 2024, exception: 'true' }).execute()).toEqual([]);
      const lacking = async () => (await liveFacts(tx, [centre], '2026-11-22')).find((found) => found.id === 'interventions.remoteMaintenance');
      expect(await lacking()).toMatchObject({ title: { key: 'remote.uncovered', values: { count: 1 } } });
      throw new Error('enough');
    });
    await expect(history).rejects.toThrow('enough');
    expect((await post(`remoteMaintenances/${id}/withdraw`, { reason: 'Fin du contrat' }, director, (await read()).version)).statusCode).toBe(204);
    expect(await read()).toMatchObject({ state: 'withdrawn' });
    expect(await issueOf({ maintenanceId: id })).toMatchObject({ code: 'maintenanceNotAgreed' });
  });

  test('the table of a year is a document, and frozen once the year is over; what is forgotten goes into the current one', async () => {
    const file = async (year: number, format: string) => (await server.call('GET', path(`interventionTables/file?year=${year}&format=${format}`), { as: adviser })).rawPayload;
    expect((await file(2026, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await post('interventionYears', { year: 2026 }, adviser)).json().issues[0]).toMatchObject({ code: 'yearNotOver' });
    expect((await post('interventionYears', { year: 2025 }, adviser)).statusCode).toBe(201);
    const kept = await file(2025, 'xlsx');
    expect((await post('interventionYears', { year: 2025 }, adviser)).json().issues[0]).toMatchObject({ code: 'yearFrozen' });
    const late = await post('interventionRecords', { nature: 'update', subject: 'Oubliée', start: '2025-11-30', end: '2025-11-30', result: 'Installée' }, adviser);
    expect(late.json()).toMatchObject({ year: 2026 });
    expect(await file(2025, 'xlsx')).toEqual(kept);
    await expect(server.asOwner('UPDATE intervention_year SET interventions = 9')).rejects.toThrow('does not change');
    expect(await get('interventionYears')).toMatchObject({
      items: [
        { year: 2026, can: { freeze: false } },
        { year: 2025, interventions: 1 },
      ],
    });
    const period = { from: '2026-11-01', until: '2026-11-30' };
    const told = (await inCentre((tx) => happenings(tx, [centre], period))).map(({ title, about }) => `${title.key} ${about}`);
    expect(told).toEqual(expect.arrayContaining(['done 2026/01 Disque du serveur', 'unagreed 2026/04 Serveur arrêté', 'notGood 2026/12 Onduleur du serveur', 'frozen 2025']));
    expect((await inCentre((tx) => liveFacts(tx, [centre], '2026-11-22'))).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'interventions.register true',
      'interventions.emergencyPower missing',
      'interventions.remoteMaintenance missing',
    ]);
    expect(await inCentre((tx) => yearFigures(tx, centre, { from: '2026-01-01', until: '2026-12-31' }))).toMatchObject({ unagreed: 1, checks: 3, notGood: 2 });
  });

  test('what it changed of the device goes to the inventory, also of one that was carried out before; data go to no workshop unnoticed', async () => {
    const add = async (rest: string, body: object) => (await post(rest, body, adviser)).json() as { id: string };
    const [device, other] = [await add('devices', { name: 'POSTE-1', kind: 'desktop', operatingSystem: 'Windows 10' }), await add('devices', { name: 'POSTE-2', kind: 'desktop', serial: 'A1' })];
    const [zone, firm] = [await add('zones', { name: 'Accueil', building: 'Siège', kind: 'office', risk: 'internal' }), await add('suppliers', { name: 'Atelier du Nord', kind: 'other' })];
    const { id } = await announce({ deviceId: device.id });
    await act(id, 'decide', { verdict: 'agreed' }, adviser);
    const result = { end: '2026-11-22', outcome: 'good', result: 'Réinstallé' };
    const issue = async (answer: ReturnType<typeof act>) => (await answer).json().issues[0] as object;
    expect((await act(id, 'finish', { result, device: { name: 'X' } })).statusCode).toBe(400);
    expect(await issue(act(id, 'finish', { result, device: { serial: 'a1' } }))).toMatchObject({ name: 'device.serial', code: 'serialTwice' });
    expect(await issue(act(id, 'finish', { result, device: { repair: 'out' } }))).toMatchObject({ name: 'device.repair', code: 'firmNeeded' });
    const officer = await server.addAccount({ centre, roles: ['itSecurityOfficer'] });
    expect((await act(id, 'finish', { result, device: { encrypted: false } }, officer)).statusCode).toBe(403);
    const changed = { operatingSystem: 'Windows 11 24H2', systemSupportUntil: '2027-10-12', encrypted: false, antivirus: true, serial: 'B2', zoneId: zone.id };
    expect((await act(id, 'finish', { result, device: changed })).statusCode).toBe(204);
    expect(await get(`devices/${device.id}`)).toMatchObject({ ...changed, note: expect.stringContaining('Disque du serveur') });
    const done = { nature: 'repair', subject: 'Alimentation', start: '2026-11-20', end: '2026-11-21', result: 'Chez la firme', supplierId: firm.id };
    const record = (values: object) => post('interventionRecords', { ...done, ...values }, adviser);
    expect((await record({ device: { encrypted: true } })).json().issues[0]).toMatchObject({ name: 'deviceId', code: 'required' });
    expect((await record({ deviceId: other.id, device: { repair: 'out' } })).json().issues[0]).toMatchObject({ name: 'device.repair', code: 'repairWithData' });
    await add('deviceAnswers', { deviceId: other.id, way: 'repair', answer: 'mediumOut' });
    expect((await record({ deviceId: other.id, device: { encrypted: true, repair: 'out' } })).statusCode).toBe(201);
    expect(await get(`devices/${other.id}`)).toMatchObject({ encrypted: true, away: { why: 'repair', since: '2026-11-21', name: 'Atelier du Nord' } });
    expect((await record({ deviceId: other.id, end: '2026-11-22', device: { repair: 'back' } })).statusCode).toBe(201);
    expect(await get(`devices/${other.id}`)).not.toHaveProperty('away');
  });
});
