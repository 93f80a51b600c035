import { makeIssue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { IntakePerson, Known, PersonKey } from './intake.ts';
import { at } from './checks.ts';
import type { Line, Register } from './lines.ts';
import { nearest, normalize, personKey } from './normalize.ts';
import { intakeSheets } from './sheets.ts';

/** Finds what a cell of one line refers to; reports it when it is not found and gives nothing. */
export type Lookup = (register: Register, line: Line, column: string) => string | undefined;

/** Comparing a name with thousands takes time: only the first mistakes get a proposal, so that a column that is wrong throughout is still read at once. */
const proposals = 20;

const reportNotFound = (code: 'unknownPerson' | 'unknownService', candidates: () => Iterable<string>, issues: Issue[]) => {
  let left = proposals;
  return (register: Register, line: Line, column: string): void => {
    const suggestion = left > 0 ? nearest(line.typed[column] ?? '', candidates()) : undefined;
    left -= 1;
    const expected = intakeSheets[code === 'unknownPerson' ? 'people' : 'services'].texts[register.language].name;
    line.faulty.add(column);
    issues.push(makeIssue(code, { ...at(register, line, column), parameters: { expected, ...(suggestion === undefined ? {} : { suggestion }) } }));
  };
};

type Named = { reference: string; lastName: string; firstName: string };

/** What stands on the lines of people that could not be read: whoever it names is not missing, only faulty. */
export const unreadNames = (register: Register, people: readonly Pick<IntakePerson, 'row'>[]): Named[] => {
  const read = new Set(people.map((one) => one.row));
  const word = (line: Line, key: string): string => normalize(line.typed[key] ?? '');
  return register.lines.filter((line) => !read.has(line.row)).map((line) => ({ reference: word(line, 'reference'), lastName: word(line, 'lastName'), firstName: word(line, 'firstName') }));
};

/** True when a text may name somebody of whom the code, or one of the names, is all that stands there. */
const mayName = (text: string, { reference, lastName, firstName }: Named): boolean => {
  if (reference && text === reference) return true;
  if (lastName && firstName) return text === `${lastName} ${firstName}` || text === `${firstName} ${lastName}`;
  const only = lastName || firstName;
  return only !== '' && (text === only || text.startsWith(`${only} `) || text.endsWith(` ${only}`));
};

/** People by their code, or by their names in either order, among those of the workbook and those the centre has; `unread` are not reported as missing. */
export const personLookup = (people: readonly Pick<IntakePerson, 'key' | 'reference' | 'lastName' | 'firstName'>[], unread: readonly Named[], known: Known | undefined, issues: Issue[]): Lookup => {
  const byCode = new Map<string, PersonKey>();
  const byName = new Map<string, Set<PersonKey>>();
  const names: string[] = [];
  const add = (key: PersonKey, lastName: string, firstName: string): void => {
    names.push(`${lastName} ${firstName}`);
    for (const name of [`${lastName} ${firstName}`, `${firstName} ${lastName}`]) {
      const keys = byName.get(normalize(name)) ?? new Set();
      byName.set(normalize(name), keys.add(key));
    }
  };
  const inWorkbook = new Set<string>();
  for (const { key, reference, lastName, firstName } of people) {
    if (reference) byCode.set(normalize(reference), key);
    inWorkbook.add(personKey(lastName, firstName));
    add(key, lastName, firstName);
  }
  for (const { lastName, firstName } of known?.people ?? []) {
    const key = personKey(lastName, firstName);
    if (!inWorkbook.has(key)) add(key, lastName, firstName);
  }
  const notFound = reportNotFound('unknownPerson', () => names, issues);
  return (register, line, column) => {
    const text = line.values[column];
    if (typeof text !== 'string') return undefined;
    const byThisCode = byCode.get(normalize(text));
    if (byThisCode !== undefined) return byThisCode;
    const keys = byName.get(normalize(text));
    if (keys?.size === 1) return [...keys][0];
    if (keys) {
      line.faulty.add(column);
      issues.push(makeIssue('ambiguousPerson', at(register, line, column)));
      // Their own line is reported; once it is mended, this one is right.
    } else if (unread.some((named) => mayName(normalize(text), named))) line.faulty.add(column);
    else notFound(register, line, column);
    return undefined;
  };
};

/** Services by their name, among those of the workbook and those the centre has. */
export const serviceLookup = (services: readonly string[], known: Known | undefined, issues: Issue[]): Lookup => {
  const byName = new Map([...(known?.services ?? []), ...services].map((name) => [normalize(name), name]));
  const notFound = reportNotFound('unknownService', () => byName.values(), issues);
  return (register, line, column) => {
    const text = line.values[column];
    if (typeof text !== 'string') return undefined;
    const name = byName.get(normalize(text));
    if (name !== undefined) return name;
    notFound(register, line, column);
    return undefined;
  };
};
