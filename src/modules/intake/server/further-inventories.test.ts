import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../../../test/harness.ts';
import type { CentreRole } from '../../../kernel/permissions.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { smallCentre } from '../fixture.ts';
import { furtherKeys } from '../sheets.ts';
import { intakeTemplate, type IntakeValues } from '../template.ts';
import { runIntake } from './service.ts';

let server: TestServer;
const centres: string[] = [];
const today = '2026-11-24';
const empty = Object.fromEntries(furtherKeys.map((key) => [key, []]));
const { suppliers, resources, zones, devices, softwareProducts, derogations } = smallCentre;
const around = { suppliers, resources, zones, devices };
const enter = async (bytes: Uint8Array, target: { organizationId: string } | { slug: string }, roles?: CentreRole[]) =>
  runIntake(server.services.db, { kind: 'command' }, bytes, target, { dryRun: false, today, ...(roles ? { writer: { accountId: '01990000-0000-7000-8000-000000000001', roles } } : {}) });
const run = async (sheets: IntakeValues, roles?: CentreRole[], target: { organizationId: string } | { slug: string } = { organizationId: centres[0]! }) =>
  enter(await writeWorkbook(intakeTemplate('fr', { ...smallCentre, ...empty, ...sheets })), target, roles);
const faults = async (sheets: IntakeValues): Promise<string[]> => {
  const { issues, written } = await run(sheets);
  expect(written).toBe(false);
  return issues.map(({ code, sheet, cell }) => [code, sheet, cell].join(' '));
};
beforeAll(async () => {
  server = await testServer({ now: () => new Date(`${today}T09:00:00Z`) });
  for (const slug of ['valombre', 'orneval']) {
    const made = await run(around, undefined, { slug });
    expect(made.issues).toEqual([]);
    centres.push(made.organizationId!);
  }
});
afterAll(() => server.close());

/** All that the register keeps of a centre, with the names of what a line names in place of ids. */
const software = (centre: string) =>
  server.asOwner(
    `SELECT to_jsonb(s) - '{organization_id,id,supplier_id,contract_id,owner_id,resource_id}'::text[] AS row, f.name AS firm, c.title AS contract, p.last_name AS owner, r.name AS resource
     FROM software s LEFT JOIN supplier f ON f.id = s.supplier_id LEFT JOIN supplier_contract c ON c.id = s.contract_id LEFT JOIN person p ON p.id = s.owner_id
     LEFT JOIN resource r ON r.id = s.resource_id WHERE s.organization_id = $1 ORDER BY s.name, s.release`,
    [centre],
  );
const register = (centre: string) =>
  server.asOwner(
    `SELECT to_jsonb(g) - '{organization_id,id,asked_by_id,person_id,device_id,zone_id,resource_id,renews_id,decided_by_id}'::text[] AS row, a.last_name AS asked, p.last_name AS whom,
       d.serial AS device, z.name AS zone, r.name AS resource, e.last_name AS decided, b.number AS renews
     FROM derogation g JOIN person a ON a.id = g.asked_by_id LEFT JOIN person p ON p.id = g.person_id LEFT JOIN device d ON d.id = g.device_id LEFT JOIN zone z ON z.id = g.zone_id
     LEFT JOIN resource r ON r.id = g.resource_id LEFT JOIN person e ON e.id = g.decided_by_id LEFT JOIN derogation b ON b.id = g.renews_id
     WHERE g.organization_id = $1 ORDER BY g.year, g.number`,
    [centre],
  );

const firm = 'Vesdre Informatique SRL';
const [suite, antivirus] = softwareProducts;
const products = [
  { ...suite!, retiredOn: '2026-06-30', note: 'Remplacée' },
  { ...antivirus!, supplierName: firm, contractTitle: 'entretien du parc', purchasedOn: '2024-04-01', supportUntil: '2027-12-31', proofPlace: 'Coffre' },
  { name: 'Logiciel social', kind: 'service', licence: 'user', seats: 12, counting: 'rights', resourceName: resources[0]!['name'] },
  { ...suite!, release: '24.2' },
];
const [wifi] = derogations;
const asked = { kind: 'removableMedia', what: 'Clé chiffrée', reason: 'Conférence', askedOn: '2026-02-02', askedByName: 'A1', startsOn: '2026-02-10', endsOn: '2026-02-20' };
const lines = [
  { ...wifi!, endedOn: '2026-10-31', endedHow: 'renewed', endedBy: 'Claire Delvaux' },
  {
    ...wifi!,
    year: 2026,
    number: 7,
    askedOn: '2026-10-20',
    adviceOn: '2026-10-21',
    decidedOn: '2026-10-22',
    startsOn: '2026-11-01',
    endsOn: '2027-10-31',
    renewsNumber: '2025/3',
    decidedByName: 'Émile D’Hooghe',
  },
  { ...asked, personName: 'Émile D’Hooghe', measures: 'Rendue le soir', decision: 'refused', decisionText: 'Un partage existe', decidedOn: '2026-02-03', decidedByName: 'Bureau permanent' },
  { ...asked, what: 'Alarme', zoneName: 'Archives', endedOn: '2026-02-05', endedHow: 'withdrawn', endedWhy: 'Plus nécessaire', endedBy: 'Zoé Legrand' },
  { ...asked, what: 'Accès du réparateur', resourceName: resources[0]!['name'], askedOn: '2026-11-20', startsOn: '2026-12-01', endsOn: '2026-12-02' },
];

test('software and derogations enter once, numbered; what is wrong is said by cell', async () => {
  expect((await run({ softwareProducts: products }, ['archivist'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual(['notYours Logiciels et licences']);
  expect((await run({ derogations: lines }, ['itAgent'])).issues.map(({ code, sheet }) => `${code} ${sheet}`)).toContain('notYours Dérogations');
  const all = { softwareProducts: products, derogations: lines };
  expect((await run(all)).issues).toEqual([]);
  expect((await run(all)).report).toMatchObject({ softwareProducts: { created: 0, unchanged: 4 }, derogations: { created: 0, unchanged: 5 } });
  expect(await software(centres[0]!)).toMatchObject([
    { row: { name: 'Antivirus', seats: 40, noted: 44, price_cents: 124990 }, firm, contract: 'Entretien du parc' },
    { row: { name: 'Logiciel social', counting: 'rights' }, resource: resources[0]!['name'] },
    { row: { release: '24.2', retired_on: null }, owner: 'Legrand' },
    { row: { release: '25.8', retired_on: '2026-06-30' } },
  ]);
  expect(await register(centres[0]!)).toMatchObject([
    { row: { year: 2025, number: 3, decided_by: 'Bureau permanent', ended_how: 'renewed' }, device: '5CG1', decided: null },
    { row: { year: 2026, number: 7 }, decided: 'D’Hooghe', renews: 3 },
    { row: { number: 8, what: 'Clé chiffrée', decision: 'refused' }, whom: 'D’Hooghe' },
    { row: { number: 9, what: 'Alarme', ended_how: 'withdrawn' }, zone: 'Archives' },
    { row: { number: 10, decision: null }, resource: resources[0]!['name'] },
  ]);

  const plain = { name: 'X', kind: 'application', licence: 'user' };
  expect(
    await faults({
      softwareProducts: [
        plain,
        { ...plain, name: 'x' },
        { ...plain, name: 'Y', counting: 'rights' },
        { ...plain, name: 'Y', counting: 'hand', noted: 3 },
        { ...plain, name: 'Z', purchasedOn: '2026-11-25' },
        { ...plain, name: 'Z', purchasedOn: '2026-11-02', licenceUntil: '2026-11-01' },
      ],
      derogations: [
        asked,
        { ...asked, what: 'CLÉ CHIFFRÉE' },
        { ...asked, what: 'A', endsOn: '2027-02-11' },
        { ...asked, what: 'B', decision: 'agreed', decidedOn: '2026-02-01', decidedByName: 'Bureau' },
        { ...asked, what: 'C', advice: 'conditional', adviceOn: '2026-02-03', adviceBy: 'Claire' },
        { ...asked, what: 'D', endedOn: '2026-02-12', endedHow: 'closed' },
        { ...asked, what: 'E', year: 2026, number: 0, decision: 'refused', decidedOn: '2026-11-25' },
      ],
    }),
  ).toEqual([
    'duplicateRow Logiciels et licences B5',
    'required Logiciels et licences R6',
    'required Logiciels et licences J7',
    'dayToCome Logiciels et licences M8',
    'endBeforePurchase Logiciels et licences L9',
    'duplicateRow Dérogations E5',
    'overAYear Dérogations O6',
    'tooEarly Dérogations W7',
    'required Dérogations R8',
    'goesWith Dérogations U9',
    'invalidValue Dérogations C10',
    'required Dérogations V10',
    'dayToCome Dérogations W10',
    'goesWith Dérogations X10',
  ]);
  expect(
    await faults({
      softwareProducts: [
        { ...plain, supplierName: 'Personne SA', contractTitle: 'Rien' },
        { ...plain, name: 'Y', supplierName: firm, contractTitle: 'Rien', resourceName: 'Rien' },
      ],
      derogations: [
        { ...asked, what: 'A', year: 2026, number: 7, deviceName: 'Écran', zoneName: 'Cave', renewsNumber: '2026/8' },
        { ...asked, what: 'B', deviceName: 'port-07 (9)', renewsNumber: '2025/3' },
      ],
    }),
  ).toEqual([
    'supplierUnknown Logiciels et licences O4',
    'resourceUnknown Logiciels et licences R5',
    'contractUnknown Logiciels et licences P5',
    'derogationNumberTaken Dérogations C4',
    'deviceUnknown Dérogations K4',
    'zoneUnknown Dérogations L4',
    'derogationUnknown Dérogations P4',
  ]);
});

test('what the pages export enters another centre whole, in whatever language', async () => {
  for (const language of ['nl', 'de', 'en', 'fr'] as const) {
    const adviser = await server.addAccount({ centre: centres[0]!, roles: ['adviser'], language });
    await server.asOwner('WITH gone AS (DELETE FROM software WHERE organization_id = $1) DELETE FROM derogation WHERE organization_id = $1', [centres[1]]);
    // What is no longer used is a list of its own.
    for (const list of ['softwareProducts', 'softwareProducts?state=retired', 'derogations']) {
      const [plural, filter] = list.split('?');
      const file = await server.call('GET', `/organizations/${centres[0]}/${plural}/export?${[filter, 'format=xlsx'].filter(Boolean).join('&')}`, { as: adviser });
      expect(file.statusCode, file.body.slice(0, 200)).toBe(200);
      const entered = await enter(file.rawPayload, { organizationId: centres[1]! });
      expect(entered.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(entered.written).toBe(true);
    }
    expect(await software(centres[1]!), language).toEqual(await software(centres[0]!));
    expect(await register(centres[1]!), language).toEqual(await register(centres[0]!));
  }
});
