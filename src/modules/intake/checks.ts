import type { z } from 'zod';
import { makeIssue } from './issue.ts';
import type { Issue, IssueCode } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { intakeTexts } from './texts.ts';

const isIssueCode = (code: string): code is IssueCode => code in intakeTexts.fr.issues;

/** National numbers are not repeated in messages, which end up in reports and logs. */
const shown = (line: Line, key: string): string | undefined => (key === 'ssin' ? undefined : line.typed[key]);

const labelOf = (register: Register, key: string): string | undefined => register.definition.texts[register.language].columns[key]?.label;

/** Where a line's column stands, what it is called and what it holds, for an issue. */
export const at = (register: Register, line: Line, key: string): Pick<Issue, 'sheet' | 'cell' | 'column' | 'value'> => ({
  sheet: register.sheet,
  cell: line.cellOf(key),
  column: labelOf(register, key),
  value: shown(line, key),
});

const startOf: Record<string, string> = { end: 'start', suspensionEnd: 'suspensionStart', dueOn: 'startOn', contractEnd: 'contractStart', until: 'since' };

const codeOf = (issue: z.core.$ZodIssue, key: string): { code: IssueCode; limit?: number } => {
  if (isIssueCode(issue.message)) return { code: issue.message };
  if (issue.code === 'too_big') return { code: issue.origin === 'string' ? 'tooLong' : 'tooHigh', limit: Number(issue.maximum) };
  if (issue.code === 'too_small') return { code: 'tooLow', limit: Number(issue.minimum) };
  return { code: key.startsWith('address.') ? 'incompleteAddress' : 'invalidValue' };
};

/**
 * Turns what a schema refuses into issues on the cells of a line; columns already reported are left out.
 * `keyOf` says which column a path of the schema comes from.
 */
export const schemaIssues = (error: z.ZodError, register: Register, line: Line, keyOf: (path: string) => string = (path) => path): Issue[] =>
  error.issues.flatMap((issue) => {
    const key = keyOf(issue.path.join('.'));
    // A contract whose own end is wrong says nothing about its suspensions.
    if (line.faulty.has(key) || (issue.message === 'suspensionOutsideContract' && line.faulty.has('end'))) return [];
    line.faulty.add(key);
    const { code, limit } = codeOf(issue, key);
    const column = labelOf(register, key) ?? key;
    const start = startOf[key];
    return [makeIssue(code, { ...at(register, line, key), parameters: { column, ...(limit === undefined ? {} : { limit }), ...(start && line.typed[start] ? { start: line.typed[start] } : {}) } })];
  });

/** Reports a line whose key was seen on an earlier one; `first` in the message is the cell of the earlier one. */
export const onceEach = (issues: Issue[]) => {
  const seen = new Map<string, string>();
  return (key: string, code: IssueCode, register: Register, line: Line, column: string): boolean => {
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, line.cellOf(column) ?? `A${line.row}`);
      return true;
    }
    issues.push(makeIssue(code, { ...at(register, line, column), parameters: { first } }));
    return false;
  };
};
