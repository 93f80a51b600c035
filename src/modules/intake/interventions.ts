import { RecordInput } from '../interventions/intervention.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeIntervention } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

const plain = { by: 'byNames', nature: 'nature', subject: 'subject', reason: 'reason', remote: 'remote', remoteFrom: 'remoteFrom', result: 'result', followUp: 'followUp', end: 'end' } as const;
const columnOf = (path: string): string => Object.entries(plain).find(([, field]) => field === path)?.[0] ?? path;

/** `7`, `07`, `2024/07`, `2024-7`: the number, with its year where it is written. Undefined for what is no number. */
const numberOf = (text: string): { year?: number; number: number } | undefined => {
  const found = /^(?:(\d{4})\s*[/-]\s*)?(\d{1,5})$/.exec(text.trim());
  const number = Number(found?.[2] ?? 0);
  return found && number > 0 ? { ...(found[1] ? { year: Number(found[1]) } : {}), number } : undefined;
};

/** The interventions of old tables, none of days to come; what has an end has its result, and a follow-up says that it was not good. Each number of a year once. */
export const readInterventions = (register: Register, { today, issues }: Reading): IntakeIntervention[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeIntervention[] => {
    const before = issues.length;
    const { start, end, number: written, supplier, followUp } = line.values;
    for (const key of ['start', 'end'] as const) {
      const value = line.values[key];
      if (typeof value === 'string' && value > today)
        issues.push(makeIssue('dayToCome', { ...at(register, line, key), parameters: { column: register.definition.texts[register.language].columns[key]?.label ?? '' } }));
    }
    const number = written === undefined ? undefined : numberOf(String(written));
    if (written !== undefined && !number) issues.push(makeIssue('interventionNumber', at(register, line, 'number')));
    if (line.faulty.size > 0 || issues.length > before || typeof start !== 'string') return [];
    const values = Object.fromEntries(Object.entries(plain).flatMap(([column, field]) => (line.values[column] === undefined ? [] : [[field, line.values[column]]])));
    const checked = RecordInput.safeParse({ ...values, start, ...(end ? { outcome: followUp === undefined ? 'good' : 'notGood' } : {}) });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line, columnOf));
      return [];
    }
    const year = number?.year ?? Number(start.slice(0, 4));
    const key = number ? `${year}/${number.number}` : `${start} | ${normalize(checked.data.subject)}`;
    if (!once(key, 'duplicateRow', register, line, number ? 'number' : 'subject')) return [];
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'subject');
    return [{ row: line.row, where, input: checked.data, year, ...(number ? { number: number.number } : {}), ...(typeof supplier === 'string' ? { supplier } : {}) }];
  });
};
