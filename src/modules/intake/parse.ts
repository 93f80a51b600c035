import type { CivilDate } from '../../kernel/dates.ts';
import { languages } from '../../kernel/language.ts';
import type { Language } from '../../kernel/language.ts';
import { listsSheetName } from '../../kernel/workbook.ts';
import type { Workbook, WorkbookSheet } from '../../kernel/workbook.ts';
import { furtherReaders } from './further.ts';
import type { Further, Intake, Known } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Issue } from './issue.ts';
import { readRegister } from './lines.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';
import { personLookup, serviceLookup, unreadNames } from './references.ts';
import { readCentre, readContracts, readMandates, readPeople, readServices } from './registers.ts';
import { furtherKeys, intakeSheets, isReadme, sheetKeyOf, sheetKeys } from './sheets.ts';
import type { SheetKey } from './sheets.ts';

const headingRows = 20;

/** The language in which most names of sheets and headings are written; French when none tells. */
const detectLanguage = (found: ReadonlyMap<SheetKey, WorkbookSheet>): Language => {
  const score = (language: Language): number => {
    let points = 0;
    for (const [key, sheet] of found) {
      const texts = intakeSheets[key].texts[language];
      const labels = new Set(Object.values(texts.columns).map((column) => normalize(column.label)));
      if (normalize(texts.name) === normalize(sheet.name)) points += 1;
      const rows = intakeSheets[key].form === 'fields' ? sheet.rows : sheet.rows.filter((row) => row.number <= headingRows);
      for (const row of rows) points += row.cells.filter((cell) => typeof cell.value === 'string' && labels.has(normalize(cell.value))).length;
    }
    return points;
  };
  return languages.map((language) => ({ language, points: score(language) })).reduce((best, next) => (next.points > best.points ? next : best)).language;
};

const recognize = (workbook: Workbook): { found: Map<SheetKey, WorkbookSheet>; repeated: [WorkbookSheet, SheetKey][]; unknown: WorkbookSheet[] } => {
  const found = new Map<SheetKey, WorkbookSheet>();
  const repeated: [WorkbookSheet, SheetKey][] = [];
  const unknown: WorkbookSheet[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name === listsSheetName || isReadme(sheet.name)) continue;
    const key = sheetKeyOf(sheet.name);
    if (!key) {
      if (sheet.rows.length > 0) unknown.push(sheet);
    } else if (found.has(key)) repeated.push([sheet, key]);
    else found.set(key, sheet);
  }
  return { found, repeated, unknown };
};

/** By sheet as the workbook has them, then by row and column, as somebody who corrects them goes through it. */
const inReadingOrder = (issues: readonly Issue[], workbook: Workbook): Issue[] => {
  const order = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const place = (issue: Issue): [number, number, number, string] => {
    const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(issue.cell ?? '') ?? [];
    return [order.get(issue.sheet ?? '') ?? -1, Number(row), letters.length, letters];
  };
  return issues
    .map((issue) => ({ issue, at: place(issue) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2] || (a.at[3] < b.at[3] ? -1 : a.at[3] > b.at[3] ? 1 : 0))
    .map(({ issue }) => issue);
};

/**
 * Reads an intake workbook in whichever of the four languages its headings are.
 * In: the workbook's cells; `today`, after which no decision can have been taken; `known`, what the centre already has, absent when it is new. Out: the intake when nothing is
 * wrong, and every issue in reading order; warnings alone do not withhold the intake.
 */
export const parseIntake = (workbook: Workbook, today: CivilDate, known?: Known): { language: Language; intake?: Intake; issues: Issue[] } => {
  const issues: Issue[] = [];
  const { found, repeated, unknown } = recognize(workbook);
  const language = detectLanguage(found);
  const names = sheetKeys.map((key) => intakeSheets[key].texts[language].name);
  for (const sheet of unknown) issues.push(makeIssue('unknownSheet', { sheet: sheet.name, parameters: { choices: names.join(', ') } }));
  for (const [sheet, key] of repeated) issues.push(makeIssue('duplicateSheet', { sheet: sheet.name, parameters: { first: found.get(key)?.name ?? '' } }));
  if (found.size === 0) return { language, issues: [makeIssue('noKnownSheet'), ...issues] };
  if (!known && !found.has('centre')) issues.push(makeIssue('missingSheet', { parameters: { expected: intakeSheets.centre.texts[language].name } }));

  const registers = new Map<SheetKey, Register>();
  for (const key of sheetKeys) {
    const sheet = found.get(key);
    if (sheet) registers.set(key, readRegister(intakeSheets[key], sheet, language, known !== undefined, issues));
  }
  const from = <T>(key: SheetKey, read: (register: Register) => T, otherwise: T): T => {
    const register = registers.get(key);
    return register ? read(register) : otherwise;
  };
  const organization = from('centre', (register) => readCentre(register, known === undefined, issues), undefined);
  const people = from('people', (register) => readPeople(register, issues), []);
  const person = personLookup(
    people,
    from('people', (register) => unreadNames(register, people), []),
    known,
    issues,
  );
  const serviceNames = from('services', (register) => register.lines.flatMap((line) => (typeof line.values.name === 'string' ? [line.values.name] : [])), []);
  const service = serviceLookup(serviceNames, known, issues);
  const services = from('services', (register) => readServices(register, person, service, issues), []);
  const contracts = from('contracts', (register) => readContracts(register, person, service, issues), []);
  const mandates = from('mandates', (register) => readMandates(register, person, today, issues), []);
  const quiet = personLookup(people, [], known, []);
  const perhapsPerson: Reading['perhapsPerson'] = (register, line, column) => quiet(register, { ...line, faulty: new Set() }, column);
  const reading: Reading = { today, person, perhapsPerson, service, registers, issues };
  const further = Object.fromEntries(furtherKeys.map((key) => [key, from<Further[typeof key]>(key, (register) => furtherReaders[key](register, reading), [])])) as Further;

  const sorted = inReadingOrder(issues, workbook);
  if (issues.some((issue) => issue.severity === 'error')) return { language, issues: sorted };
  return { language, issues: sorted, intake: { language, ...(organization ? { organization } : {}), services, people, contracts, mandates, ...further } };
};
