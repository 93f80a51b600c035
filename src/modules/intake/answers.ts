import { at, onceEach } from './checks.ts';
import type { IntakeAnswer } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

const earliest = 1990;
const limits = { reason: 2000, comment: 5000 } as const;
const degrees = ['documentation', 'implementation'] as const;

/** `a, c, e`, `ace` or `a;c`; a dash says that none is followed. */
const readGuidelines = (text: string): string[] =>
  /^[-–—]$/.test(text.trim()) ? [] : [...new Set((/^\p{L}{2,}$/u.test(text.trim()) ? [...text.trim()] : text.split(/[\s,;/+]+/)).map((id) => id.trim().toLowerCase()).filter(Boolean))];

/** The answers of a questionnaire, each norm of a year once. What its framework says of them is known when they are written. */
export const readAnswers = (register: Register, { today, issues }: Reading): IntakeAnswer[] => {
  const once = onceEach(issues);
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.trim() : undefined);
  return register.lines.flatMap((line): IntakeAnswer[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'norm');
    const label = (key: string): string => register.definition.texts[register.language].columns[key]?.label ?? key;
    const { framework, year, norm, result, guidelines, documentation, implementation } = line.values;
    if (typeof year === 'number' && year > Number(today.slice(0, 4))) issues.push(makeIssue('yearToCome', where('year')));
    else if (typeof year === 'number' && year < earliest) issues.push(makeIssue('tooLow', { ...where('year'), parameters: { limit: earliest } }));
    for (const key of degrees) {
      const degree = line.values[key];
      if (typeof degree === 'number' && (degree < 1 || degree > 5)) issues.push(makeIssue(degree > 5 ? 'tooHigh' : 'tooLow', { ...where(key), parameters: { limit: degree > 5 ? 5 : 1 } }));
    }
    for (const key of ['reason', 'comment'] as const) {
      if ((text(line.values[key])?.length ?? 0) > limits[key]) issues.push(makeIssue('tooLong', { ...where(key), parameters: { column: label(key), limit: limits[key] } }));
    }
    if (issues.length > before || line.faulty.size > 0 || typeof year !== 'number' || typeof norm !== 'string') return [];
    if (!once(`${normalize(text(framework) ?? '')} ${year} ${norm.trim().toLowerCase()}`, 'duplicateRow', register, line, 'norm')) return [];
    const given = { result, documentation, implementation, reason: text(line.values.reason), comment: text(line.values.comment) };
    return [
      {
        row: line.row,
        where,
        framework: text(framework) ?? '',
        year,
        normId: norm.trim(),
        ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Pick<IntakeAnswer, keyof typeof given>),
        ...(typeof guidelines === 'string' ? { guidelines: readGuidelines(guidelines) } : {}),
      },
    ];
  });
};
