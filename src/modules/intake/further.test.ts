import { expect, test } from 'vitest';
import { timesOf } from './backups.ts';
import { smallCentre, smallWorkbook } from './fixture.ts';
import { parseIntake } from './parse.ts';
import { weekdaysOf } from './telework.ts';

const today = '2026-11-24';
type Line = Record<string, string | number | boolean | undefined>;
const faults = (sheet: 'advice' | 'sittings' | 'answers' | 'suppliers' | 'resources', ...lines: Line[]): string[] =>
  parseIntake(smallWorkbook('fr', { ...smallCentre, [sheet]: lines }), today).issues.map(({ code, cell }) => [code, cell].filter(Boolean).join(' '));
const [one] = smallCentre.advice as Line[];

test.each<[string, Line, string[]]>([
  ['as it was', {}, []],
  ['no number', { number: undefined }, []],
  ['a number that is none', { number: 'sept' }, ['invalidNumber B4']],
  ['sent in days to come', { sentOn: '2027-01-04', receivedOn: undefined, askedOn: undefined, askedBy: undefined }, ['dayToCome K4', 'tooEarly S4']],
  ['received before it was sent', { receivedOn: '2024-03-10' }, ['tooEarly L4']],
  ['asked after it was sent', { askedOn: '2024-03-12' }, ['tooEarly K4']],
  ['decided before it was received', { decidedOn: '2024-03-11' }, ['tooEarly S4']],
  ['told before the decision', { toldOn: '2024-04-22' }, ['tooEarly U4']],
  ['a decision without its day', { decidedOn: undefined, toldOn: undefined }, ['goesWith S4']],
  ['a day without a decision', { outcome: undefined, decisionReasons: undefined, decidedBy: undefined, toldOn: undefined }, ['goesWith Q4']],
  ['departed from without reasons', { decisionReasons: undefined }, ['reasonsRequired R4']],
  ['decided and withdrawn', { withdrawnOn: '2024-06-01' }, ['notWith V4']],
  ['asked by somebody, on no day', { askedOn: undefined }, ['goesWith F4']],
  ['no recommendation', { recommendation: undefined }, ['required O4']],
])('an advice of the old register: %s', (_, change, expected) => expect(faults('advice', { ...one, ...change })).toEqual(expected));

test('of two advices with one number, or with one subject of one day, the second is a fault', () => {
  expect(faults('advice', one!, { ...one, subject: 'Autre' })).toEqual(['duplicateRow B5']);
  expect(faults('advice', one!, { ...one, number: '8' })).toEqual(['duplicateRow E5']);
});

test.each<[string, Line, string | string[]]>([
  ['19h', { startTime: '19h' }, '19:00'],
  ['9 h 30', { startTime: '9h30' }, '09:30'],
  ['19.30', { startTime: '19.30 u' }, '19:30'],
  ['late', { startTime: '25:00' }, ['invalidTime D4']],
  ['a day that a time cell reads as', { startTime: '1899-12-30' }, ['invalidTime D4']],
  ['a reason alone', { cancelReason: 'Quorum' }, ['goesWith F4']],
  ['cancelled in days to come', { cancelledOn: '2026-12-01' }, ['dayToCome F4']],
])('a sitting: %s', (_, change, expected) => {
  const line = { heldOn: '2026-12-15', ...change };
  if (Array.isArray(expected)) return expect(faults('sittings', line)).toEqual(expected);
  expect(parseIntake(smallWorkbook('fr', { ...smallCentre, sittings: [line] }), today).intake?.sittings).toMatchObject([{ organ: 'council', heldOn: '2026-12-15', startTime: expected }]);
});

test.each<[string, Line, string[] | undefined]>([
  ['letters with commas', { guidelines: 'a, c' }, ['a', 'c']],
  ['letters alone', { guidelines: 'ACE' }, ['a', 'c', 'e']],
  ['a dash', { guidelines: '–' }, []],
  ['none written', { result: 'yes' }, undefined],
])('guidelines that were followed: %s', (_, change, guidelines) => {
  const { intake } = parseIntake(smallWorkbook('fr', { ...smallCentre, answers: [{ year: 2025, norm: '5.1', ...change }] }), today);
  expect(intake?.answers).toMatchObject([{ framework: '', year: 2025, normId: '5.1', ...(guidelines ? { guidelines } : {}) }]);
});

test.each<[string, Line, string[]]>([
  ['a year to come', { year: 2027 }, ['yearToCome C4']],
  ['a year long past', { year: 25 }, ['tooLow C4']],
  ['a sixth degree', { documentation: 6 }, ['tooHigh G4']],
])('an answer with %s', (_, change, expected) => expect(faults('answers', { year: 2025, norm: '5.1', ...change })).toEqual(expected));

test.each<[string, Line[], string[]]>([
  [
    'two contracts',
    [
      { contractTitle: 'A', contractStart: '2024-01-01' },
      { contractTitle: 'B', contractStart: '2024-01-01' },
    ],
    [],
  ],
  ['the same line twice', [{}, {}], ['duplicateRow B5']],
  ['a contract without its first day', [{ contractTitle: 'A' }], ['goesWith M4']],
  ['an end without a contract', [{ contractEnd: '2024-01-01' }], ['goesWith K4', 'goesWith M4']],
  ['an end before the start', [{ contractTitle: 'A', contractStart: '2024-02-01', contractEnd: '2024-01-01' }], ['endBeforeStart N4']],
  ['another kind on its second line', [{ contractTitle: 'A', contractStart: '2024-01-01' }, { kind: 'software' }], ['firmDiffers C5']],
  ['a number that is none', [{ enterpriseNumber: '0999.999.923' }], ['invalidEnterpriseNumber D4']],
  ['the number of another', [{ enterpriseNumber: '0999.999.922' }, { name: 'Autre', enterpriseNumber: '0999999922' }], ['duplicateRow D5']],
  ['an address that is none', [{ email: 'info at vesdre' }], ['invalidEmail G4']],
])('a firm with %s', (_, lines, expected) => expect(faults('suppliers', ...lines.map((line) => ({ name: 'Vesdre SRL', kind: 'itServices', ...line })))).toEqual(expected));

test.each<[string, Line, string[] | string]>([
  ['its levels, in any order and language', { levels: 'valider, Encoder; lesen' }, ['validate', 'write', 'read']],
  ['no levels, for a key', { kind: 'key' }, ['hold']],
  ['no levels, for a server', { kind: 'server' }, ['read', 'write']],
  ['a level that is none', { levels: 'lire, modifier' }, 'unknownChoice I4'],
  ['an owner whom nobody knows', { owner: 'Q9' }, 'unknownPerson E4'],
  ['a service that nobody knows', { service: 'Piscine' }, 'unknownService F4'],
])('a resource with %s', (_, change, expected) => {
  const line = { name: 'Logiciel social', kind: 'application', ...change };
  if (typeof expected === 'string') return expect(faults('resources', line)).toEqual([expected]);
  expect(parseIntake(smallWorkbook('fr', { ...smallCentre, resources: [line] }), today).intake?.resources).toMatchObject([{ input: { levels: expected } }]);
});

test.each([
  ['mardi, jeudi', 'fr', [2, 4]],
  ['Ma / Je', 'fr', [2, 4]],
  ['ma en do', 'nl', [1, 4]],
  ['Dienstag und Donnerstag', 'fr', [2, 4]],
  ['jeudis, 2, mardi', 'fr', [2, 4]],
  ['t', 'en', undefined],
  ['m', 'fr', undefined],
  ['lundi à jeudi', 'fr', undefined],
  ['8', 'fr', undefined],
] as const)('weekdays as people write them: %s (%s)', (text, language, days) => {
  expect(weekdaysOf(text, language)).toEqual(days);
});

test.each([
  ['22:00', ['22:00']],
  ['22h, 12h30', ['12:30', '22:00']],
  ['9u15; 21 uhr', undefined],
  ['9u15', ['09:15']],
  ['21uhr', ['21:00']],
  ['7.45', ['07:45']],
  ['24:00', undefined],
  ['la nuit', undefined],
  [' ', undefined],
])('the times of a backup: %s', (text, times) => expect(timesOf(text)).toEqual(times));
