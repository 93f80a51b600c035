import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../kernel/language.ts';
import type { Workbook, WorkbookCell } from '../../kernel/workbook.ts';
import { spreadsheetErrorCodes } from '../../server/spreadsheet/error.ts';
import { readWorkbook } from '../../server/spreadsheet/read.ts';
import { writeWorkbook } from '../../server/spreadsheet/write.ts';
import { asRead, smallCentre, smallWorkbook } from './fixture.ts';
import type { Known } from './intake.ts';
import { describeIssue } from './issue.ts';
import { parseIntake } from './parse.ts';
import { intakeTemplate } from './template.ts';
import { intakeTexts } from './texts.ts';

const today = '2026-11-24';
const parse = (workbook: Workbook, known?: Known) => parseIntake(workbook, today, known);

const sheetOf = (workbook: Workbook, name: string) => {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
/** Puts a cell into a workbook as read, whether the row exists or not. */
const put = (workbook: Workbook, name: string, reference: string, cell: Partial<WorkbookCell>): Workbook => {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const sheet = sheetOf(workbook, name);
  let target = sheet.rows.find(({ number }) => number === Number(row));
  if (!target) sheet.rows.push((target = { number: Number(row), cells: [] }));
  target.cells = [...target.cells.filter((other) => other.column !== column), ...('value' in cell || cell.formula ? [{ value: undefined, ...cell, column }] : [])];
  return workbook;
};
const codes = (workbook: Workbook): string[] => parse(workbook).issues.map((issue) => [issue.code, issue.sheet, issue.cell].filter(Boolean).join(' '));

describe('round trip', () => {
  it.each(languages)('writes, reads and understands a filled workbook (%s)', async (language) => {
    const bytes = await writeWorkbook(intakeTemplate(language, smallCentre));
    const { intake, issues, language: found } = parse(await readWorkbook(bytes));
    expect(issues).toEqual([]);
    expect(found).toBe(language);
    expect(intake?.organization).toEqual({
      name: { fr: 'CPAS de Valombre' },
      documentLanguage: 'fr',
      municipality: 'Valombre',
      region: 'wallonia',
      profile: { telework: true, wifi: 'guestsOnly' },
      facts: { recoveryHours: 48, charterApprovedOn: '2025-02-18' },
    });
    expect(intake?.services).toEqual([
      { row: 4, name: 'Direction générale', kind: 'management', seesPersonalData: true },
      { row: 5, name: 'Service social', kind: 'social', seesPersonalData: true, parentName: 'Direction générale', head: 'legrand|zoe' },
    ]);
    expect(intake?.people).toEqual([
      { row: 4, key: 'legrand|zoe', reference: 'A1', lastName: 'Legrand', firstName: 'Zoé', kind: 'staff', language: 'fr', ssin: '85073003328' },
      { row: 5, key: 'd hooghe|emile', lastName: 'D’Hooghe', firstName: 'Émile', kind: 'outsider', employer: 'Vesdre Informatique' },
    ]);
    expect(intake?.contracts).toEqual([
      {
        row: 4,
        person: 'legrand|zoe',
        serviceName: 'Service social',
        kind: 'permanent',
        function: 'Assistante sociale',
        start: '2019-03-01',
        weeklyHours: 3040,
        suspensions: [{ start: '2026-09-01', end: '2026-12-31', reason: 'parental' }],
      },
    ]);
    expect(intake?.mandates).toEqual([
      { row: 4, person: 'd hooghe|emile', kind: 'adviser', start: '2025-01-01', decidedOn: '2024-12-17', decisionNumber: '2024/118', federalServiceNotifiedOn: '2025-01-06', weeklyHours: 400 },
    ]);
    expect(intake?.actions).toEqual([
      {
        row: 4,
        title: 'Chiffrer les portables',
        ownerRole: 'itHead',
        priority: 'high',
        startOn: '2026-09-01',
        dueOn: '2027-06-30',
        state: 'planned',
        progress: 0,
        personDays: 2.5,
        costs: [
          { kind: 'oneOff', year: 2027, amount: 125_050, article: '104/74253' },
          { kind: 'yearly', year: 2027, amount: 18_000, article: '104/74253' },
        ],
        budgets: [],
        origins: [{ kind: 'incident', reference: 'Vol d’un portable' }],
      },
    ]);
  });

  it.each(languages)('ignores explanations and examples of an untouched template (%s)', async (language) => {
    const workbook = await readWorkbook(await writeWorkbook(intakeTemplate(language)));
    const forExisting = parse(workbook, { people: [], services: [] });
    expect(forExisting.issues).toEqual([]);
    expect(forExisting.intake).toMatchObject({ services: [], people: [], contracts: [], mandates: [], actions: [] });
    expect(forExisting.intake).not.toHaveProperty('organization');
    expect(new Set(parse(workbook).issues.map((issue) => issue.code))).toEqual(new Set(['atLeastOneLanguage', 'required']));
  });

  it('knows a line written over the example from the example', () => {
    const workbook = put(smallWorkbook(), 'Personnes', 'C3', { value: 'Lambert' });
    expect(codes(workbook)).toEqual(['exampleChanged Personnes A3']);
  });

  it('reads columns in another order, and the workbook of an existing centre in part', () => {
    const workbook = smallWorkbook();
    const sheet = sheetOf(workbook, 'Personnes');
    for (const row of sheet.rows) for (const cell of row.cells) cell.column = { A: 'H', C: 'D', D: 'C', H: 'A' }[cell.column] ?? cell.column;
    expect(parse(workbook).intake?.people[0]).toMatchObject({ lastName: 'Legrand', firstName: 'Zoé' });
    workbook.sheets = workbook.sheets.filter(({ name }) => name === 'Contrats');
    const known = { people: [{ lastName: 'LEGRAND', firstName: 'Zoe' }], services: ['Service Social'] };
    put(workbook, 'Contrats', 'B4', { value: 'Zoé Legrand' });
    expect(parse(workbook, known).intake?.contracts[0]).toMatchObject({ person: 'legrand|zoe', serviceName: 'Service Social' });
  });
});

describe('what is forgiven', () => {
  it.each([['2026-11-24'], ['24/11/2026'], ['24.11.2026'], ['24-11-2026'], [' 24/11/2026 ']])('a date as text: %s', (text) => {
    const workbook = put(smallWorkbook(), 'Contrats', 'F4', { value: text });
    put(workbook, 'Contrats', 'I4', {});
    for (const column of ['I', 'J', 'K']) put(workbook, 'Contrats', `${column}4`, {});
    expect(parse(workbook).intake?.contracts[0]?.start).toBe('2026-11-24');
  });

  it.each([['DIRECTEUR GENERAL'], ['Algemeen directeur'], ['generaldirektor'], ['directorGeneral'], ['  directeur   général ']])('a choice by label in any language: %s', (text) => {
    expect(parse(put(smallWorkbook(), 'Mandats', 'C4', { value: text })).intake?.mandates[0]?.kind).toBe('directorGeneral');
  });

  it.each([["D'Hooghe Emile"], ['d`hooghe émile'], ['Émile D’HOOGHE'], ['D’Hooghe, Émile']])('apostrophes, accents and order of a name: %s', (text) => {
    expect(parse(put(smallWorkbook(), 'Mandats', 'B4', { value: text })).issues).toEqual([]);
  });

  it.each([
    ['oui', true],
    ['X', true],
    ['ja', true],
    [true, true],
    ['Neen', false],
    ['non', false],
    [0, false],
    ['Nein', false],
  ])('yes and no: %s', (value, expected) => {
    expect(parse(put(smallWorkbook(), 'Services', 'F4', { value })).intake?.services[0]?.seesPersonalData).toBe(expected);
  });

  it.each([
    ['1\u202f250,00 €', 125_000],
    ['1.250,5', 125_050],
    ['1250.5', 125_050],
    ['1 250', 125_000],
    [1250.5, 125_050],
    [0.1 + 0.2, 30],
    [0, 0],
  ])('an amount as people type it: %s', (value, amount) => {
    expect(parse(put(smallWorkbook(), 'Actions', 'M4', { value })).intake?.actions[0]?.costs[0]?.amount).toBe(amount);
  });

  it.each([
    ['2,5', 2.5],
    ['2½', 2.5],
    [3, 3],
    ['½', 0.5],
  ])('half days: %s', (value, days) => {
    expect(parse(put(smallWorkbook(), 'Actions', 'L4', { value })).intake?.actions[0]?.personDays).toBe(days);
  });

  it('codes that a spreadsheet turned into numbers', () => {
    const workbook = smallWorkbook();
    const row = sheetOf(workbook, 'Centre').rows.find(({ cells }) => String(cells[0]?.value).startsWith('Numéro d’entreprise'))?.number;
    put(workbook, 'Centre', `B${row}`, { value: 212345668 });
    expect(parse(workbook).intake?.organization?.enterpriseNumber).toBe('0212345668');
  });

  it('a formula with its result', () => {
    expect(parse(put(smallWorkbook(), 'Personnes', 'C4', { value: 'Legrand', formula: true })).issues).toEqual([]);
  });
});

describe('what is named', () => {
  const cases: [string, (workbook: Workbook) => Workbook, string[]][] = [
    ['a formula without result', (w) => put(w, 'Personnes', 'H4', { formula: true }), ['formulaWithoutValue Personnes H4']],
    ['an error of a formula', (w) => put(w, 'Personnes', 'H4', { value: '#REF!', error: true, formula: true }), ['cellError Personnes H4']],
    ['a date that does not exist', (w) => put(w, 'Contrats', 'F4', { value: '31/02/2026' }), ['invalidDate Contrats F4']],
    ['a date as a bare number', (w) => put(w, 'Contrats', 'F4', { value: 46350 }), ['invalidDate Contrats F4']],
    ['a contract that ends before it starts', (w) => put(w, 'Contrats', 'G4', { value: '28.02.2019' }), ['endBeforeStart Contrats G4']],
    ['a suspension outside the contract', (w) => put(w, 'Contrats', 'I4', { value: '2018-01-01' }), ['suspensionOutsideContract Contrats I4']],
    ['a suspension that ends before it starts', (w) => put(w, 'Contrats', 'J4', { value: '2026-08-31' }), ['endBeforeStart Contrats J4']],
    ['a suspension without reason', (w) => put(w, 'Contrats', 'K4', {}), ['suspensionIncomplete Contrats K4']],
    ['a notification before the decision', (w) => put(w, 'Mandats', 'H4', { value: '2024-12-01' }), ['notifiedBeforeDecision Mandats H4']],
    ['a head who does not exist', (w) => put(w, 'Services', 'E5', { value: 'Legrant Zoé' }), ['unknownPerson Services E5']],
    ['a contract of nobody', (w) => put(w, 'Contrats', 'B4', { value: 'A9' }), ['unknownPerson Contrats B4']],
    ['a service that does not exist', (w) => put(w, 'Contrats', 'C4', { value: 'Service socail' }), ['unknownService Contrats C4']],
    ['a service part of itself', (w) => put(w, 'Services', 'D4', { value: 'Service social' }), ['serviceCycle Services D4', 'serviceCycle Services D5']],
    ['an action that falls due before it starts', (w) => put(w, 'Actions', 'G4', { value: '31/08/2026' }), ['dueBeforeStart Actions G4']],
    ['an amount with three decimals', (w) => put(w, 'Actions', 'M4', { value: 12.345 }), ['invalidEuros Actions M4']],
    ['a quarter of a day', (w) => put(w, 'Actions', 'L4', { value: 2.25 }), ['invalidDays Actions L4']],
    ['a cost without a year', (w) => put(w, 'Actions', 'O4', {}), ['budgetYearMissing Actions O4']],
    ['a year without a cost', (w) => put(put(w, 'Actions', 'M4', {}), 'Actions', 'N4', {}), ['costMissing Actions O4', 'costMissing Actions P4']],
    ['a budget year of another age', (w) => put(w, 'Actions', 'O4', { value: 27 }), ['tooLow Actions O4']],
    ['half an origin', (w) => put(w, 'Actions', 'Q4', {}), ['originIncomplete Actions Q4']],
    ['an action of somebody and of a function', (w) => put(w, 'Actions', 'C4', { value: 'A1' }), ['personOrRole Actions D4']],
    ['an action of nobody', (w) => put(put(w, 'Actions', 'D4', {}), 'Actions', 'C4', { value: 'A9' }), ['unknownPerson Actions C4']],
    ['a done action without proof', (w) => put(w, 'Actions', 'I4', { value: '01/10/2026' }), ['proofMissing Actions J4']],
    ['a done action without a day', (w) => put(w, 'Actions', 'H4', { value: 'Faite' }), ['doneWithDate Actions I4', 'proofMissing Actions J4']],
    ['an action done tomorrow', (w) => put(put(w, 'Actions', 'J4', { value: 'Liste' }), 'Actions', 'I4', { value: '25/11/2026' }), ['doneInTheFuture Actions I4']],
    ['an action done before its start', (w) => put(put(w, 'Actions', 'J4', { value: 'Liste' }), 'Actions', 'I4', { value: '31/08/2026' }), ['doneBeforeStart Actions I4']],
    ['a reason for an action that goes on', (w) => put(w, 'Actions', 'K4', { value: 'Trop cher' }), ['givenUpWithReason Actions K4']],
    ['a missing last name', (w) => put(w, 'Personnes', 'C5', {}), ['required Personnes C5']],
    ['an unknown choice', (w) => put(w, 'Personnes', 'E4', { value: 'Roi' }), ['unknownChoice Personnes E4']],
    ['a wrong national number', (w) => put(w, 'Personnes', 'J4', { value: '85.07.30-033.29' }), ['invalidSsin Personnes J4']],
    ['a wrong e-mail address', (w) => put(w, 'Personnes', 'H4', { value: 'zoe@' }), ['invalidEmail Personnes H4']],
    ['too many hours', (w) => put(w, 'Contrats', 'H4', { value: 380 }), ['invalidHours Contrats H4']],
    ['a text too long', (w) => put(w, 'Contrats', 'E4', { value: 'a'.repeat(121) }), ['tooLong Contrats E4']],
    ['an unknown column', (w) => put(w, 'Personnes', 'M1', { value: 'Bureau' }), ['unknownColumn Personnes M1']],
    ['a column twice', (w) => put(w, 'Personnes', 'M1', { value: 'Nom' }), ['duplicateColumn Personnes M1']],
    ['a required column taken away', (w) => put(w, 'Mandats', 'C1', { value: 'Rôle' }), ['missingColumn Mandats A1', 'unknownColumn Mandats C1']],
    ['an unknown sheet', (w) => ({ sheets: [...w.sheets, { name: 'Congés', rows: [{ number: 1, cells: [{ column: 'A', value: 1 }] }] }] }), ['unknownSheet Congés']],
    ['a word in the column of marks', (w) => put(w, 'Personnes', 'A4', { value: 'à revoir' }), ['unknownMark Personnes A4']],
  ];
  it.each(cases)('%s', (_, change, expected) => {
    expect(codes(change(smallWorkbook()))).toEqual(expected);
  });

  it('the same person twice, by code or by name, and homonyms told apart', () => {
    const person = { lastName: 'Noël', firstName: 'Anne', kind: 'staff' };
    const people = (...rows: Record<string, string>[]) => parse(asRead(intakeTemplate('fr', { ...smallCentre, people: [...smallCentre.people, ...rows] })));
    expect(people(person, { ...person, lastName: 'NOEL' }).issues).toMatchObject([{ code: 'duplicatePerson', sheet: 'Personnes', cell: 'C7', parameters: { first: 'C6' } }]);
    expect(people({ ...person, reference: 'B1' }, { ...person, firstName: 'Luc', reference: 'b1' }).issues).toMatchObject([{ code: 'duplicateReference', cell: 'B7' }]);
    const both = people({ ...person, reference: 'B1' }, { ...person, reference: 'B2' });
    expect(both.intake?.people.slice(2).map(({ key }) => key)).toEqual(['noel|anne#b1', 'noel|anne#b2']);
    const ambiguous = parse(
      asRead(
        intakeTemplate('fr', {
          ...smallCentre,
          people: [...smallCentre.people, { ...person, reference: 'B1' }, { ...person, reference: 'B2' }],
          mandates: [{ person: 'Anne Noël', kind: 'dpo', start: '2025-01-01' }],
        }),
      ),
    );
    expect(ambiguous.issues).toMatchObject([{ code: 'ambiguousPerson', sheet: 'Mandats', cell: 'B4' }]);
  });

  it('a contract given twice', () => {
    expect(parse(smallWorkbook('fr', { contracts: [...smallCentre.contracts, ...smallCentre.contracts] })).issues).toMatchObject([{ code: 'duplicateRow', cell: 'B5', parameters: { first: 'B4' } }]);
  });

  it('an action given twice, but not one of the same title that falls due another day', () => {
    const twice = (dueOn: string) => parse(smallWorkbook('fr', { actions: [...smallCentre.actions, { title: 'CHIFFRER les portables', dueOn }] })).issues;
    expect(twice('2027-06-30')).toMatchObject([{ code: 'duplicateRow', cell: 'B5', parameters: { first: 'B4' } }]);
    expect(twice('2028-06-30')).toEqual([]);
  });

  it('a workbook of something else, and a new centre without its sheet', () => {
    expect(codes({ sheets: [{ name: 'Feuil1', rows: [{ number: 1, cells: [{ column: 'A', value: 'x' }] }] }] })).toEqual(['noKnownSheet', 'unknownSheet Feuil1']);
    const workbook = smallWorkbook();
    expect(codes({ sheets: workbook.sheets.filter(({ name }) => name !== 'Centre') })).toEqual(['missingSheet']);
  });

  it('what a new centre lacks, and wrong numbers of its identity', () => {
    const issues = parse(
      smallWorkbook('nl', { centre: [{ enterpriseNumber: '0212.345.669', nisCode: '9209', 'address.street': 'Markt 1', municipality: 'Valombre', region: 'wallonia', documentLanguage: 'nl' }] }),
    ).issues;
    expect(issues.map((issue) => [issue.code, issue.cell]).sort()).toEqual([
      ['atLeastOneLanguage', 'B4'],
      ['incompleteAddress', 'B14'],
      ['incompleteAddress', 'B15'],
      ['invalidEnterpriseNumber', 'B8'],
      ['invalidNisCode', 'B7'],
    ]);
  });

  it('a warning does not withhold the intake, an error does', () => {
    expect(parse(put(smallWorkbook(), 'Personnes', 'M1', { value: 'Bureau' })).intake).toBeDefined();
    expect(parse(put(smallWorkbook(), 'Contrats', 'G4', { value: '28.02.2019' })).intake).toBeUndefined();
  });

  it('never repeats a national number', () => {
    const { issues } = parse(put(smallWorkbook(), 'Personnes', 'J4', { value: '85.07.30-033.29' }));
    expect(JSON.stringify(issues)).not.toContain('85.07');
  });
});

describe('in words', () => {
  it.each(languages)('has a sentence for every reason why a file is not read (%s)', (language) => {
    for (const code of spreadsheetErrorCodes) expect(intakeTexts[language].file[code]).toBeTruthy();
  });

  it('says what, where and what would be right', () => {
    const [issue] = parse(put(smallWorkbook(), 'Services', 'E5', { value: 'Legrant Zoé' })).issues;
    expect(issue && describeIssue(issue, 'fr')).toEqual({
      where: 'Feuille «\u202fServices\u202f», cellule E5 (Chef de service)',
      what: '«\u202fLegrant Zoé\u202f» ne figure pas parmi les personnes.',
      remedy: 'Ajoutez la personne à la feuille «\u202fPersonnes\u202f», ou corrigez le nom. Vouliez-vous dire «\u202fLegrand Zoé\u202f»\u202f?',
    });
  });
});

it('reads the example centre without an issue', async () => {
  const { intake, issues } = parse(await readWorkbook(readFileSync(new URL('../../../examples/valombre.xlsx', import.meta.url))));
  expect(issues).toEqual([]);
  expect(intake?.people).toHaveLength(64);
  expect(intake?.actions).toHaveLength(6);
  expect(intake?.services.every((service) => service.head)).toBe(true);
  expect(intake?.contracts.filter((contract) => contract.suspensions.length > 0)).toHaveLength(2);
});

it('finds five thousand contracts of nobody without comparing every name with every name', () => {
  const people = Array.from({ length: 5000 }, (_, i) => ({ lastName: `Nomdefamille${i}`, firstName: `Prénom${i % 50}`, kind: 'staff' }));
  const contracts = people.map((_, i) => ({ person: `Nomdefamillx${i} Prénomx`, kind: 'permanent', function: 'Agent', start: '2020-01-01' }));
  const start = performance.now();
  const { issues } = parse(
    asRead(
      intakeTemplate('fr', {
        ...smallCentre,
        services: [],
        mandates: [],
        resources: [],
        rights: [],
        declarations: [],
        telework: [],
        interventions: [],
        backups: [],
        restores: [],
        zoneEntries: [],
        keys: [],
        softwareProducts: [],
        derogations: [],
        people,
        contracts,
      }),
    ),
  );
  expect(issues).toHaveLength(5000);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it.each([
  ['fr', '20/03/2026', '21/03/2026'],
  ['de', '20.03.2026', '21.03.2026'],
] as const)('shows dates as they are read (%s)', (language, end, start) => {
  const [contract] = smallCentre.contracts;
  const [issue] = parse(smallWorkbook('fr', { contracts: [{ person: 'A1', kind: 'permanent', function: String(contract?.['function']), start: '2026-03-21', end: '2026-03-20' }] })).issues;
  const words = issue && describeIssue(issue, language);
  expect(words?.what).toContain(end);
  expect(words?.what).toContain(start);
});

it('a decision to come is a fault, one of today is none', () => {
  const decided = (decidedOn: string) => parse(smallWorkbook('fr', { mandates: [{ person: 'A1', kind: 'dpo', start: '2026-12-01', decidedOn }] })).issues.map(({ code }) => code);
  expect(decided(today)).toEqual([]);
  expect(decided('2026-11-25')).toEqual(['inTheFuture']);
});

it('a person whose own line is faulty is not missing for what refers to them', () => {
  const people = [{ reference: 'A1', lastName: 'Legrand', kind: 'staff' }, ...smallCentre.people.slice(1)];
  const issues = (person: string) =>
    parse(
      smallWorkbook('fr', {
        services: [],
        resources: [],
        rights: [],
        declarations: [],
        telework: [],
        interventions: [],
        backups: [],
        restores: [],
        zoneEntries: [],
        keys: [],
        softwareProducts: [],
        derogations: [],
        people,
        contracts: [{ person, kind: 'permanent', function: 'Assistante', start: '2019-03-01' }],
      }),
    ).issues.map(({ code }) => code);
  expect(issues('A1')).toEqual(['required']);
  expect(issues('Legrand Zoé')).toEqual(['required']);
  expect(issues('Delvaux Claire')).toEqual(['required', 'unknownPerson']);
});
