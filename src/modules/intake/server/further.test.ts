import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../../../test/harness.ts';
import { wholePremises } from '../../../../test/whole-premises.ts';
import type { CentreRole } from '../../../kernel/permissions.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { storeLibrary } from '../../norms/server/service.ts';
import { smallCentre } from '../fixture.ts';
import { intakeTemplate } from '../template.ts';
import { runIntake } from './service.ts';

let server: TestServer;
let organizationId = '';
let withoutLibrary: Awaited<ReturnType<typeof run>>['issues'] = [];
const today = '2026-11-24';
const empty = {
  actions: [],
  advice: [],
  sittings: [],
  answers: [],
  suppliers: [],
  resources: [],
  rights: [],
  declarations: [],
  telework: [],
  interventions: [],
  backups: [],
  restores: [],
  zones: [],
  zoneEntries: [],
  keys: [],
  devices: [],
  softwareProducts: [],
  derogations: [],
};
type Sheets = Partial<typeof smallCentre>;
const run = async (sheets: Sheets, roles?: CentreRole[], dryRun = false) => {
  const bytes = await writeWorkbook(intakeTemplate('fr', { ...smallCentre, ...empty, ...sheets }));
  return runIntake(server.services.db, { kind: 'command' }, bytes, { organizationId }, { dryRun, today, ...(roles ? { writer: { accountId: '01990000-0000-7000-8000-000000000001', roles } } : {}) });
};
const faults = async (sheets: Sheets, roles?: CentreRole[]): Promise<string[]> => {
  const { issues, written } = await run(sheets, roles);
  expect(written).toBe(false);
  return issues.map(({ code, sheet, cell }) => [code, sheet, cell].filter(Boolean).join(' '));
};
const read = (sql: string) => server.asOwner(sql, [organizationId]);
beforeAll(async () => {
  server = await testServer();
  const bytes = await writeWorkbook(intakeTemplate('fr', { ...smallCentre, ...empty }));
  organizationId = (await runIntake(server.services.db, { kind: 'command' }, bytes, { slug: 'valombre' }, { dryRun: false, today })).organizationId ?? '';
  withoutLibrary = (await run({ answers: [{ year: 2025, norm: '5.1', result: 'yes' }] })).issues;
  await storeLibrary(server.services);
});
afterAll(() => server.close());

test('the register of advice, the sittings and old answers enter once, and are left alone afterwards', async () => {
  const advice = [...smallCentre.advice, { subject: 'Caméras', sentOn: '2024-05-06', recommendation: 'Une affiche à l’entrée' }];
  const sittings = [...smallCentre.sittings, { organ: 'council', heldOn: '2026-09-15', cancelledOn: '2026-09-10', cancelReason: 'Quorum' }];
  const sheets = { advice, sittings, answers: smallCentre.answers };
  const before = await run(sheets, undefined, true);
  expect(before.report).toMatchObject({ advice: { created: 2 }, sittings: { created: 2 }, answers: { created: 2 } });
  expect(await read('SELECT 1 FROM advice WHERE organization_id = $1')).toEqual([]);
  expect((await run(sheets)).issues).toEqual([]);
  expect(
    await read(`SELECT year, number, a.subject, author_name, p.last_name AS asker, sent_on::text, received_on::text, due_on::text, outcome, decided_on::text FROM advice a
      LEFT JOIN person p ON p.organization_id = a.organization_id AND p.id = a.asked_by_id WHERE a.organization_id = $1 ORDER BY number`),
  ).toEqual([
    {
      year: 2024,
      number: 7,
      subject: 'Télétravail',
      author_name: 'Solène Marchal',
      asker: 'Legrand',
      sent_on: '2024-03-11',
      received_on: '2024-03-12',
      due_on: '2024-06-12',
      outcome: 'depart',
      decided_on: '2024-04-23',
    },
    // Without a number of its own it takes the next; it waits for its decision since then.
    { year: 2024, number: 8, subject: 'Caméras', author_name: null, asker: null, sent_on: '2024-05-06', received_on: '2024-05-06', due_on: '2024-08-06', outcome: null, decided_on: null },
  ]);
  expect(await read('SELECT held_on::text, start_time, cancelled_on::text FROM council_sitting WHERE organization_id = $1 ORDER BY held_on')).toEqual([
    { held_on: '2026-09-15', start_time: null, cancelled_on: '2026-09-10' },
    { held_on: '2026-10-20', start_time: '19:00', cancelled_on: null },
  ]);
  expect(
    await read(`SELECT a.year, a.state, n.norm_id, n.result, n.answers, n.comment, a.summary -> 'total' ->> 'yes' AS yes FROM assessment_norm n
      JOIN assessment a ON a.organization_id = n.organization_id AND a.id = n.assessment_id WHERE n.organization_id = $1 AND n.result IS NOT NULL AND NOT n.by_profile ORDER BY n.position`),
  ).toEqual([
    { year: 2025, state: 'opened', norm_id: '5.1', result: 'partly', answers: { a: true, b: false, c: true, d: false, e: false }, comment: 'Politique de 2022', yes: '1' },
    { year: 2025, state: 'opened', norm_id: '5.2', result: 'yes', answers: {}, comment: null, yes: '1' },
  ]);
  const again = await run(sheets);
  expect(again.report).toMatchObject({ advice: { created: 0, unchanged: 2 }, sittings: { created: 0, unchanged: 2 }, answers: { created: 0, unchanged: 2 } });
});

test('a sheet of a register that is not theirs to write is refused, unless it brings nothing new', async () => {
  const advice = [{ subject: 'Badges', sentOn: '2024-09-02', recommendation: 'Un badge par personne' }];
  expect(await faults({ advice, sittings: [{ heldOn: '2026-12-15' }] }, ['directorGeneral'])).toEqual(['notYours Avis']);
  expect(await read(`SELECT 1 FROM council_sitting WHERE organization_id = $1 AND held_on = '2026-12-15'`)).toEqual([]);
  expect((await run({ advice: smallCentre.advice, sittings: [{ heldOn: '2026-12-15' }] }, ['directorGeneral'])).report).toMatchObject({ advice: { unchanged: 1 }, sittings: { created: 1 } });
  expect((await run({ advice }, ['adviser'], true)).report).toMatchObject({ advice: { created: 1 } });
});

test('an empty framework stands for the minimum norms, and is named so where the installation has none', () => {
  expect(withoutLibrary).toMatchObject([{ code: 'frameworksMissing', value: 'bcss-minimum', sheet: 'Réponses' }]);
});

test('what only the database shows is told by cell, and nothing is written', async () => {
  expect(await faults({ advice: [{ number: '2024/7', subject: 'Autre chose', sentOn: '2024-10-01', recommendation: 'Rien' }], sittings: [{ heldOn: '2027-01-19' }] })).toEqual(['numberTaken Avis B4']);
  expect(
    await faults({
      sittings: [{ heldOn: '2027-01-19' }],
      answers: [
        { framework: 'Cadre inconnu', year: 2025, norm: '5.1', result: 'yes' },
        { year: 2025, norm: '99.9', result: 'yes' },
        { year: 2025, norm: '5.3', guidelines: 'a, z' },
        { year: 2025, norm: '5.4', guidelines: '-', result: 'yes' },
        { year: 2025, norm: '6.1', documentation: 3 },
        { year: 2025, norm: '6.2', comment: 'Voir le rapport' },
      ],
    }),
  ).toEqual(['frameworkUnknown Réponses B4', 'normUnknown Réponses D5', 'guidelineUnknown Réponses F6', 'resultDiffers Réponses E7', 'otherScale Réponses G8', 'answerMissing Réponses E9']);
  expect(await read(`SELECT 1 FROM council_sitting WHERE organization_id = $1 AND held_on = '2027-01-19'`)).toEqual([]);
  await server.asOwner(`UPDATE assessment SET state = 'prepared', prepared_at = now() WHERE organization_id = $1`, [organizationId]);
  expect(await faults({ answers: [...smallCentre.answers, { year: 2025, norm: '5.3', result: 'yes' }] })).toEqual(['assessmentClosed Réponses D6']);
});

test('firms, their contracts and the resources enter once, and are left alone afterwards', async () => {
  const { suppliers, resources } = smallCentre;
  expect((await run({ suppliers, resources }, undefined, true)).report).toMatchObject({ suppliers: { created: 2 }, resources: { created: 2 } });
  expect(await read('SELECT 1 FROM supplier WHERE organization_id = $1')).toEqual([]);
  expect((await run({ suppliers, resources })).issues).toEqual([]);
  // What only the second line of a firm says is the firm's too.
  expect(await read('SELECT name, kind, enterprise_number, processor, email FROM supplier WHERE organization_id = $1')).toEqual([
    { name: 'Vesdre Informatique SRL', kind: 'itServices', enterprise_number: '0999999922', processor: true, email: 'info@vesdre.example' },
  ]);
  expect(await read('SELECT title, start::text, "end"::text, checked_on FROM supplier_contract WHERE organization_id = $1 ORDER BY start')).toEqual([
    { title: 'Entretien du parc', start: '2024-01-01', end: '2026-12-31', checked_on: null },
    { title: 'Hébergement', start: '2025-06-01', end: null, checked_on: null },
  ]);
  expect(
    await read(`SELECT r.name, r.kind, r.levels, r.social_data, r.account_source, p.last_name AS owner, s.name AS service, f.name AS firm, r.search_text FROM resource r
      LEFT JOIN person p ON p.organization_id = r.organization_id AND p.id = r.owner_id LEFT JOIN service s ON s.organization_id = r.organization_id AND s.id = r.owner_service_id
      LEFT JOIN supplier f ON f.organization_id = r.organization_id AND f.id = r.supplier_id WHERE r.organization_id = $1 ORDER BY r.position`),
  ).toEqual([
    {
      name: 'Logiciel social',
      kind: 'application',
      levels: ['read', 'write', 'administer'],
      social_data: true,
      account_source: 'file',
      owner: 'Legrand',
      service: 'Service social',
      firm: 'Vesdre Informatique SRL',
      search_text: 'logiciel social',
    },
    { name: 'Clé des archives', kind: 'key', levels: ['hold'], social_data: false, account_source: 'none', owner: null, service: null, firm: null, search_text: 'cle des archives' },
  ]);
  await server.asOwner(`UPDATE supplier SET name = 'Vesdre-Data SRL' WHERE organization_id = $1`, [organizationId]);
  expect((await run({ suppliers, resources })).report).toMatchObject({ suppliers: { created: 0, unchanged: 2 }, resources: { created: 0, unchanged: 2 } });
  // Its name has changed, its number has not; a contract that is renewed is one more.
  expect((await run({ suppliers: [{ ...suppliers[0]!, contractStart: '2027-01-01', contractEnd: undefined }] })).report).toMatchObject({ suppliers: { created: 1, unchanged: 0 } });
});

test('a firm that the centre does not have is told on the cell of its resource; who may not write a register is refused', async () => {
  expect(await faults({ resources: [{ name: 'Pare-feu', kind: 'networkEquipment', supplier: 'Vesdre-Date SRL' }] })).toEqual(['supplierUnknown Ressources G4']);
  expect(await faults({ suppliers: [{ name: 'Clés du Pont', kind: 'security' }] }, ['itHead'])).toEqual(['notYours Fournisseurs']);
});

test('rights and undertakings of paper enter once, and are left alone afterwards, whatever became of them', async () => {
  const { rights, declarations } = smallCentre;
  expect((await run({ rights, declarations }, undefined, true)).report).toMatchObject({ rights: { created: 2 }, declarations: { created: 1 } });
  expect(await read('SELECT 1 FROM access_grant WHERE organization_id = $1')).toEqual([]);
  expect((await run({ rights, declarations })).issues).toEqual([]);
  expect(
    await read(`SELECT p.last_name AS holder, r.name, g.level, g.account, g.start::text, g.until::text, g.reason, g.source FROM access_grant g
      JOIN person p ON p.organization_id = g.organization_id AND p.id = g.person_id JOIN resource r ON r.organization_id = g.organization_id AND r.id = g.resource_id
      WHERE g.organization_id = $1 ORDER BY g.start`),
  ).toEqual([
    { holder: 'Legrand', name: 'Logiciel social', level: 'write', account: 'zlegrand', start: '2019-03-01', until: null, reason: null, source: 'intake' },
    { holder: 'D’Hooghe', name: 'Clé des archives', level: 'hold', account: null, start: '2026-01-05', until: '2026-12-31', reason: 'Inventaire', source: 'intake' },
  ]);
  expect(await read('SELECT number, variant, how, signed_on::text, place FROM declaration WHERE organization_id = $1')).toEqual([
    { number: 1, variant: 'staff', how: 'earlier', signed_on: '2019-03-04', place: 'Dossier du personnel' },
  ]);
  await server.asOwner(`UPDATE access_grant SET ended_on = '2026-06-30', ended_because = 'review' WHERE organization_id = $1 AND level = 'write'`, [organizationId]);
  await server.asOwner(`UPDATE declaration SET annulled_on = '2026-06-30', annulment_reason = 'Autre personne' WHERE organization_id = $1`, [organizationId]);
  expect((await run({ rights, declarations })).report).toMatchObject({ rights: { created: 0, unchanged: 2 }, declarations: { created: 0, unchanged: 1 } });
});

test('a resource that the centre does not have, and a level that it does not offer, are told on their cells', async () => {
  const right = { person: 'A1', resource: 'Logiciel social', level: 'read', since: '2026-01-05' };
  expect(
    await faults({
      rights: [
        { ...right, resource: 'Logiciel sociale' },
        { ...right, level: 'validate' },
      ],
    }),
  ).toEqual(['resourceUnknown Habilitations C4', 'levelNotOffered Habilitations D5']);
  expect(await faults({ declarations: [{ person: 'A1', variant: 'staff', signedOn: '2026-11-25' }] })).toEqual(['dayToCome Engagements D4']);
});

test('agreements of telework of paper enter once, in force and without a document, beside none that is under way', async () => {
  const { telework } = smallCentre;
  expect((await run({ telework }, ['itHead'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual(['notYours Télétravail']);
  expect((await run({ telework })).report).toMatchObject({ telework: { created: 1 } });
  const kept = () => read('SELECT situation, weekdays, start::text, until::text, agreed_on::text, authorised_on, content_hash, reason FROM telework WHERE organization_id = $1');
  const expected = [
    { situation: 'employerDevice', weekdays: [2, 4], start: '2024-03-01', until: null, agreed_on: '2024-03-01', authorised_on: null, content_hash: null, reason: 'Dossier du personnel' },
  ];
  expect(await kept()).toEqual(expected);
  expect((await run({ telework })).report).toMatchObject({ telework: { created: 0, unchanged: 1 } });
  // Another line of theirs that would be in force beside it.
  expect((await run({ telework: [{ ...telework[0], agreedOn: '2025-03-01' }] })).report).toMatchObject({ telework: { created: 0, unchanged: 1 } });
  expect(await kept()).toEqual(expected);
  const line = { person: 'A1', situation: 'privateDevice', weekdays: 'lundi à jeudi', agreedOn: '2026-11-25' };
  expect(await faults({ telework: [line] })).toEqual(['weekdaysUnknown Télétravail D4', 'dayToCome Télétravail E4']);
  const [two, three] = [
    { ...line, weekdays: 'lu, ma', agreedOn: '2020-01-01', until: '2019-12-31' },
    { ...line, weekdays: '3', agreedOn: '2020-01-01' },
  ];
  expect(await faults({ telework: [two, three, three] })).toEqual(['endBeforeStart Télétravail F4', 'duplicateRow Télétravail B6']);
});

test('old tables of interventions enter once, under their numbers; a number of another and a frozen year are faults on their cells', async () => {
  const { interventions } = smallCentre;
  expect((await run({ interventions }, ['itHead'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual(['notYours Interventions']);
  expect((await run({ interventions })).report).toMatchObject({ interventions: { created: 2 } });
  const kept = () => read('SELECT year, number, how, start::text, outcome, by_names, follow_up FROM intervention WHERE organization_id = $1 ORDER BY year, number');
  const expected = [
    { year: 2024, number: 7, how: 'workbook', start: '2024-03-12', outcome: 'good', by_names: 'Marc Hollande', follow_up: null },
    { year: 2024, number: 8, how: 'workbook', start: '2024-05-02', outcome: 'notGood', by_names: null, follow_up: 'Remplacer les batteries' },
  ];
  expect(await kept()).toEqual(expected);
  expect((await run({ interventions })).report).toMatchObject({ interventions: { created: 0, unchanged: 2 } });
  const line = { start: '2024-06-01', nature: 'repair', subject: 'Imprimante' };
  expect(
    await faults({
      interventions: [
        { ...line, number: '7' },
        { ...line, subject: 'Routeur', end: '2024-05-31', result: 'Remplacé' },
        { ...line, subject: 'Câble', end: '2024-06-02' },
        { ...line, subject: 'Baie', number: 'sept' },
        { ...line, subject: 'Poste', start: '2126-01-01' },
      ],
    }),
  ).toEqual(['endBeforeStart Interventions M5', 'required Interventions K6', 'interventionNumber Interventions B7', 'dayToCome Interventions C8']);
  expect(await faults({ interventions: [{ ...line, number: '7', supplier: 'Firme inconnue' }] })).toEqual(['interventionNumberTaken Interventions B4', 'supplierUnknown Interventions E4']);
  expect(await kept()).toEqual(expected);
});

test('backups and restore tests enter once, ask for their checks and become interventions; what they name must be there', async () => {
  const { suppliers, resources, restores } = smallCentre;
  const backups = smallCentre.backups.map((one) => ({ ...one, supplier: 'Vesdre-Data SRL' }));
  expect((await run({ suppliers, resources, backups, restores }, ['archivist'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toContain('notYours Sauvegardes');
  const entered = await run({ suppliers, resources, backups, restores });
  expect(entered.issues).toEqual([]);
  expect(entered.report).toMatchObject({ backups: { created: 1 }, restores: { created: 1 } });
  expect(
    await read('SELECT name, times, weekdays, scheduled_since::text AS since, encrypted, person_id IS NOT NULL AS kept, resource_id IS NOT NULL AS named FROM backup_plan WHERE organization_id = $1'),
  ).toEqual([{ name: 'Serveur de fichiers', times: ['12:30', '22:00'], weekdays: [1, 2, 3, 4, 5], since: '2024-01-08', encrypted: true, kept: true, named: true }]);
  expect(
    await read('SELECT t.minutes, i.outcome, c.rule FROM restore_test t JOIN intervention i ON i.id = t.intervention_id JOIN recurring_check c ON c.id = i.check_id WHERE t.organization_id = $1'),
  ).toEqual([{ minutes: 690, outcome: 'good', rule: 'restoreExercised' }]);
  expect((await run({ backups, restores })).report).toMatchObject({ backups: { created: 0, unchanged: 1 }, restores: { created: 0, unchanged: 1 } });
  const [backup, restore] = [backups[0]!, restores[0]!];
  expect(await faults({ backups: [{ ...backup, name: 'Autre', weekdays: 'parfois', times: '25:00' }] })).toEqual(['weekdaysUnknown Sauvegardes G4', 'timesUnknown Sauvegardes H4']);
  expect(
    await faults({
      backups: [
        { ...backup, name: 'Autre', supplier: 'Vesdre Informatic' },
        { ...backup, name: 'Encore', resource: 'Rien' },
      ],
      restores: [
        { ...restore, backup: 'Cassettes' },
        { ...restore, testedOn: '2026-04-01', supplier: 'Personne SA' },
      ],
    }),
  ).toEqual(['supplierUnknown Sauvegardes P4', 'resourceUnknown Sauvegardes E5', 'backupUnknown Essais de restauration B4', 'supplierUnknown Essais de restauration J5']);
  expect(await faults({ restores: [{ ...restore, testedOn: '2026-11-25' }, { ...restore, testedOn: '2026-11-01', readable: false, minutes: undefined }, restore, restore] })).toEqual([
    'dayToCome Essais de restauration C4',
    'sayWhy Essais de restauration K5',
    'duplicateRow Essais de restauration B7',
  ]);
});

test('devices enter once, by serial number or name; a place that is no zone is in the note, a firm that is unknown a fault', async () => {
  const { devices } = smallCentre;
  expect((await run({ devices }, ['dpo'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual(['notYours Appareils']);
  const sheets = { devices: [{ ...devices[0], person: 'A1' }, devices[1]!] };
  expect((await run(sheets as Sheets)).report).toMatchObject({ devices: { created: 2 } });
  const kept = () =>
    read(
      'SELECT d.number, d.name, d.serial, d.quantity, d.price_cents::int, d.note, d.source, p.last_name AS holder FROM device d LEFT JOIN person p ON p.id = d.person_id WHERE d.organization_id = $1 ORDER BY d.number',
    );
  expect(await kept()).toEqual([
    { number: 1, name: 'PORT-07', serial: '5CG1', quantity: 1, price_cents: 89950, note: 'Bureau 12', source: 'workbook', holder: 'Legrand' },
    { number: 2, name: 'Écrans', serial: null, quantity: 12, price_cents: null, note: null, source: 'workbook', holder: null },
  ]);
  expect((await run(sheets as Sheets)).report).toMatchObject({ devices: { created: 0, unchanged: 2 } });
  expect((await run({ devices: [...devices, { name: 'Écrans', kind: 'screen', quantity: 3 }] } as Sheets)).report).toMatchObject({ devices: { created: 1, unchanged: 2 } });
  const line = { name: 'X', kind: 'laptop', serial: 'S1' };
  expect(await faults({ devices: [line, { ...line, serial: 's1' }, { ...line, serial: 'S3', quantity: 2 }, { ...line, serial: 'S4', supplier: 'Personne SA' }] } as Sheets)).toEqual([
    'duplicateRow Appareils F5',
    'serialOfLot Appareils G6',
  ]);
  expect(await faults({ devices: [{ ...line, supplier: 'Personne SA' }] } as Sheets)).toEqual(['supplierUnknown Appareils K4']);
});

test('zones, entries and keys enter once, with the rights that go with them; a code is refused and not repeated; what is exported enters another centre whole', async () => {
  const resources = [...smallCentre.resources.slice(1), { name: 'Salle des archives', kind: 'room' }];
  const rights = [{ person: 'A1', resource: 'Salle des archives', level: 'hold', since: '2025-09-01' }];
  const [archives, store] = smallCentre.zones;
  const [given, kept, knows] = smallCentre.keys;
  const zones = [
    { ...archives!, resourceName: 'salle des archives' },
    { ...store!, retiredOn: '2026-06-30' },
  ];
  const zoneEntries = [...smallCentre.zoneEntries, { zoneName: 'Archives', personName: 'A1', hours: 'always', note: 'Garde' }];
  const keys = [
    given!,
    kept!,
    { ...knows!, rightEndedOn: '2026-06-30' },
    { keyName: 'Badge', kind: 'badge', mark: '7', state: 'lost', personName: 'A1', since: '2026-03-01', settledOn: '2026-03-02', settledHow: 'accepted', settledNote: 'Bloqué d’office' },
    { keyName: 'Badge', kind: 'badge', mark: '7', state: 'gone', since: '2025-03-01', note: 'Série grise' },
    { keyName: 'Passe', kind: 'key', retiredOn: '2025-12-31' },
  ];
  const all = { resources, rights, zones, zoneEntries, keys } as Sheets;
  expect((await run({ zones } as Sheets, ['dpo'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toContain('resourceUnknown Zones');
  expect((await run(all)).issues).toEqual([]);
  expect((await run(all)).report).toMatchObject({ zones: { created: 0, unchanged: 2 }, zoneEntries: { created: 0, unchanged: 3 }, keys: { created: 0, unchanged: 6 } });
  const whole = (id: string) => wholePremises(server, id);
  const [, , kinds] = await whole(organizationId);
  expect(kinds).toMatchObject([
    { name: 'Badge', state: 'gone', since: '2025-03-01', note: 'Série grise' },
    { name: 'Badge', state: 'lost', last_name: 'Legrand', settled_how: 'accepted' },
    { name: 'Clé des archives', opens: ['Archives', 'Réserve, sous-sol'], changed_on: '2024-01-08', mark: 'A1', state: 'held', last_name: 'Legrand', level: 'hold', until: null },
    { name: 'Clé des archives', mark: 'A2', state: 'kept', since: today, kept_where: 'Armoire du secrétariat' },
    { name: 'Code de l’alarme', mark: null, state: 'held', last_name: 'D’Hooghe', until: '2026-06-30' },
    { name: 'Passe', state: null, retired_on: '2025-12-31' },
  ]);

  const { issues } = await run({
    keys: [
      { ...knows!, mark: 'B4711', note: '4711 #' },
      { ...knows!, state: 'kept', keptWhere: 'Tiroir' },
    ],
  } as Sheets);
  expect(issues.map(({ code, cell, value }) => [code, cell, value].join(' '))).toEqual(['codeTold F4 ', 'codeTold O4 ', 'notWith G5 rangé']);
  expect(JSON.stringify(issues)).not.toContain('4711');
  expect(
    await faults({
      zones: [archives!, { ...archives!, name: 'ARCHIVES' }, { ...store!, name: 'Cave', retiredOn: 'hier' }],
      zoneEntries: [{ zoneName: 'Archives' }, { zoneName: 'Archives', category: 'service' }, { zoneName: 'Archives', category: 'it', personName: 'A1' }],
      keys: [{ ...given!, mark: undefined }, { ...kept!, keptWhere: undefined }, { ...given!, mark: 'A9', since: '2026-11-25' }, given!, given!, { ...given!, mark: 'A8', changedOn: '2024-02-02' }],
    } as Sheets),
  ).toEqual([
    'duplicateRow Zones B5',
    'invalidDate Zones I6',
    'categoryOrPerson Accès aux zones C4',
    'serviceMissing Accès aux zones D5',
    'categoryOrPerson Accès aux zones C6',
    'goesWith Clés et badges F4',
    'goesWith Clés et badges J5',
    'dayToCome Clés et badges I6',
    'duplicateRow Clés et badges B8',
    'keyDiffers Clés et badges E9',
  ]);
  expect(
    await faults({
      zones: [{ ...store!, name: 'Cave', resourceName: 'Clé des archives' }],
      zoneEntries: [
        { zoneName: 'Grenier', category: 'it' },
        { zoneName: 'Cave', personName: 'A1' },
      ],
      keys: [
        { ...given!, keyName: 'Autre', zones: 'Archives; Cav' },
        { ...kept!, kind: 'badge' },
      ],
    } as Sheets),
  ).toEqual(['resourceNotRoom Zones G4', 'zoneUnknown Accès aux zones B4', 'rightMissing Accès aux zones E5', 'zoneUnknown Clés et badges D4', 'keyDiffers Clés et badges C5']);

  const bytes = await writeWorkbook(intakeTemplate('fr', { ...smallCentre, ...empty, resources, rights } as Sheets));
  const other = (await runIntake(server.services.db, { kind: 'command' }, bytes, { slug: 'orneval' }, { dryRun: false, today })).organizationId!;
  for (const language of ['nl', 'fr'] as const) {
    const adviser = await server.addAccount({ centre: organizationId, roles: ['adviser'], language });
    for (const list of ['zones', 'zoneEntries', 'keyCopies']) {
      const file = await server.call('GET', `/organizations/${organizationId}/${list}/export?format=xlsx`, { as: adviser });
      expect(file.statusCode, file.body.slice(0, 200)).toBe(200);
      const entered = await runIntake(server.services.db, { kind: 'command' }, file.rawPayload, { organizationId: other }, { dryRun: false, today });
      expect(entered.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(entered.written).toBe(true);
    }
  }
  expect(await whole(other)).toEqual(await whole(organizationId));
});
