import { DecisionInput } from '../../kernel/reasoned-decision.ts';
import { AdviceInput } from '../advice/advice.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeAdvice } from './intake.ts';
import { type IssueCode, makeIssue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

const words = ['capacity', 'subject', 'askedOn', 'question', 'oral', 'oralReason', 'facts', 'reasons', 'recommendation', 'risk'] as const;
const named = ['author', 'askedBy', 'decidedBy'] as const;
const days = ['askedOn', 'sentOn', 'receivedOn', 'decidedOn', 'toldOn', 'withdrawnOn'] as const;
type Day = (typeof days)[number];
/** Which day may not come before which: asked, sent, received, decided, told. */
const order: readonly [Day, Day][] = [
  ['sentOn', 'askedOn'],
  ['receivedOn', 'sentOn'],
  ['decidedOn', 'receivedOn'],
  ['decidedOn', 'sentOn'],
  ['toldOn', 'decidedOn'],
  ['withdrawnOn', 'sentOn'],
];
const together: readonly [string, string][] = [
  ['decidedOn', 'outcome'],
  ['outcome', 'decidedOn'],
  ['outcome', 'toldOn'],
  ['outcome', 'decidedBy'],
  ['outcome', 'decisionReasons'],
  ['withdrawnOn', 'withdrawalReason'],
  ['askedOn', 'askedBy'],
  ['askedOn', 'question'],
];

/** `2024/07` or `7`; the year is that of the sending where none is written. */
const readNumber = (text: string): { year?: number; number: number } | undefined => {
  const found = /^(?:((?:19|20)\d{2})\s*[/.-]\s*)?0*([1-9]\d{0,3})$/.exec(text.trim());
  return found ? { ...(found[1] ? { year: Number(found[1]) } : {}), number: Number(found[2]) } : undefined;
};

/** What two cells of a line say against each other: `other` is the label of the second. */
const faultsOf = (line: Line, today: string): { column: string; code: IssueCode; other?: string }[] => {
  const has = (key: string): boolean => line.values[key] !== undefined || line.faulty.has(key);
  const day = (key: Day): string | undefined => (typeof line.values[key] === 'string' ? line.values[key] : undefined);
  const before = (one: string | undefined, other: string | undefined): boolean => one !== undefined && other !== undefined && one < other;
  return [
    ...days.filter((key) => before(today, day(key))).map((column) => ({ column, code: 'dayToCome' as const })),
    ...order.filter(([later, earlier]) => before(day(later), day(earlier))).map(([column, other]) => ({ column, code: 'tooEarly' as const, other })),
    ...together.filter(([missing, given]) => has(given) && !has(missing)).map(([column, other]) => ({ column, code: 'goesWith' as const, other })),
    ...(has('withdrawnOn') && has('outcome') ? [{ column: 'withdrawnOn', code: 'notWith' as const, other: 'outcome' }] : []),
  ];
};

/** The advice of an old register; each number, and each subject of a day, once. Whoever is named need not be a person of the centre. */
export const readAdvice = (register: Register, { today, perhapsPerson, issues }: Reading): IntakeAdvice[] => {
  const once = onceEach(issues);
  const label = (key: string): string => register.definition.texts[register.language].columns[key]?.label ?? key;
  return register.lines.flatMap((line): IntakeAdvice[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'subject');
    const report = (column: string, code: IssueCode, other?: string): void => {
      if (line.faulty.has(column)) return;
      line.faulty.add(column);
      issues.push(makeIssue(code, { ...where(column), parameters: { column: label(column), ...(other ? { other: label(other) } : {}) } }));
    };
    for (const { column, code, other } of faultsOf(line, today)) report(column, code, other);
    const { number, sentOn, receivedOn = sentOn, outcome, decidedOn, decisionReasons, toldOn, withdrawnOn, withdrawalReason } = line.values as Record<string, string | undefined>;
    const numbered = number === undefined ? undefined : readNumber(number);
    if (number !== undefined && !numbered) report('number', 'invalidNumber');
    const input = AdviceInput.safeParse(Object.fromEntries(words.flatMap((key) => (line.values[key] === undefined || line.faulty.has(key) ? [] : [[key, line.values[key]]]))));
    const decision = outcome === undefined ? undefined : DecisionInput.safeParse({ outcome, ...(decisionReasons ? { decisionReasons } : {}), ...(decidedOn ? { decidedOn } : {}) });
    for (const checked of [input, decision]) if (checked && !checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (issues.length > before || line.faulty.size > 0 || !input.success || !sentOn || !receivedOn) return [];
    const year = numbered?.year ?? Number(sentOn.slice(0, 4));
    if (numbered && !once(`number ${year} ${numbered.number}`, 'duplicateRow', register, line, 'number')) return [];
    if (!once(`subject ${sentOn} ${normalize(input.data.subject)}`, 'duplicateRow', register, line, 'subject')) return [];
    const people = Object.fromEntries(named.flatMap((key) => (perhapsPerson(register, line, key) ? [[key, perhapsPerson(register, line, key)]] : [])));
    return [
      {
        row: line.row,
        where,
        input: input.data,
        year,
        ...(numbered ? { number: numbered.number } : {}),
        sentOn,
        receivedOn,
        ...(decision?.success && decidedOn ? { decision: { ...decision.data, decidedOn } as NonNullable<IntakeAdvice['decision']> } : {}),
        ...(toldOn ? { toldOn } : {}),
        ...(withdrawnOn ? { withdrawn: { on: withdrawnOn, ...(withdrawalReason ? { reason: withdrawalReason } : {}) } } : {}),
        people,
        names: Object.fromEntries(named.flatMap((key) => (line.values[key] !== undefined && !(key in people) ? [[key, String(line.values[key]).slice(0, 200)]] : []))),
      },
    ];
  });
};
