import { SittingInput } from '../council/council.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeSitting } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import type { Reading } from './reading.ts';

const plain = ['organ', 'heldOn', 'place', 'cancelledOn', 'cancelReason'] as const;

/** `19:00` of what people write: 19:00, 19h, 9h30, 19.00, 19 uur; anything else as it is, for the schema to refuse. */
const readTime = (text: string): string => {
  const found = /^(\d{1,2})\s*(?:[:.hu]\s*(\d{2})?|uhr|uur)?\s*(?:h|u|uhr|uur)?$/i.exec(text.trim());
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : text;
};

/** The sittings, each body once a day; one that was cancelled says when, and cannot have been cancelled in days to come. */
export const readSittings = (register: Register, { today, issues }: Reading): IntakeSitting[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeSitting[] => {
    const before = issues.length;
    const { startTime, cancelledOn, cancelReason } = line.values;
    const label = (key: string): string => register.definition.texts[register.language].columns[key]?.label ?? key;
    if (typeof cancelledOn === 'string' && cancelledOn > today) issues.push(makeIssue('dayToCome', { ...at(register, line, 'cancelledOn'), parameters: { column: label('cancelledOn') } }));
    if (cancelReason !== undefined && cancelledOn === undefined && !line.faulty.has('cancelledOn')) {
      line.faulty.add('cancelledOn');
      issues.push(
        makeIssue('goesWith', { ...at(register, line, line.cellOf('cancelledOn') ? 'cancelledOn' : 'cancelReason'), parameters: { column: label('cancelledOn'), other: label('cancelReason') } }),
      );
    }
    const checked = SittingInput.safeParse({
      ...Object.fromEntries(plain.flatMap((key) => (line.values[key] === undefined || line.faulty.has(key) ? [] : [[key, line.values[key]]]))),
      ...(typeof startTime === 'string' ? { startTime: readTime(startTime) } : {}),
    });
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (!checked.success || issues.length > before || line.faulty.size > 0) return [];
    return once(`${checked.data.organ} ${checked.data.heldOn}`, 'duplicateRow', register, line, 'heldOn') ? [{ row: line.row, ...checked.data }] : [];
  });
};
