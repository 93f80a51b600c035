import { EarlierInput } from '../declarations/declaration.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeDeclaration } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import type { Reading } from './reading.ts';

/** Stands for the person while a line is checked: their id is known when it is written. */
const somebody = '00000000-0000-0000-0000-000000000000';

/** The undertakings of paper, each of one person on one day once; none was signed in days to come. */
export const readDeclarations = (register: Register, { today, person, issues }: Reading): IntakeDeclaration[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeDeclaration[] => {
    const before = issues.length;
    const signatory = person(register, line, 'person');
    const { variant, signedOn, place } = line.values;
    if (typeof signedOn === 'string' && signedOn > today)
      issues.push(makeIssue('dayToCome', { ...at(register, line, 'signedOn'), parameters: { column: register.definition.texts[register.language].columns['signedOn']?.label ?? '' } }));
    if (line.faulty.size > 0 || issues.length > before || !signatory) return [];
    const checked = EarlierInput.safeParse({ personId: somebody, variant, signedOn, ...(place === undefined ? {} : { place }) });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line));
      return [];
    }
    if (!once(`${signatory} | ${checked.data.variant} | ${checked.data.signedOn}`, 'duplicateRow', register, line, 'person')) return [];
    return [{ row: line.row, person: signatory, variant: checked.data.variant, signedOn: checked.data.signedOn, ...(checked.data.place ? { place: checked.data.place } : {}) }];
  });
};
