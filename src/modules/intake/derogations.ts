import { AdviceInput, DerogationDecisionInput, DerogationInput } from '../inventories/derogation.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeDerogation } from './intake.ts';
import { type IssueCode, makeIssue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

/** Stands for who asked while a line is checked: their id is known when it is written. */
const some = '00000000-0000-0000-0000-000000000000';
const asked = ['kind', 'what', 'reason', 'measures', 'askedOn', 'startsOn', 'endsOn'] as const;
const after = ['advice', 'adviceText', 'adviceOn', 'adviceBy', 'decision', 'decisionText', 'decidedOn', 'endedOn', 'endedHow', 'endedWhy', 'endedBy'] as const;
const past = ['askedOn', 'adviceOn', 'decidedOn', 'endedOn'] as const;
const limits: Readonly<Record<string, number>> = { adviceBy: 160, decidedByName: 160, endedWhy: 500, endedBy: 160 };
/** What goes with what: the first may not be empty where the second is filled. */
const together: readonly [string, string][] = [
  ['adviceOn', 'advice'],
  ['adviceBy', 'advice'],
  ['advice', 'adviceText'],
  ['advice', 'adviceOn'],
  ['advice', 'adviceBy'],
  ['decidedOn', 'decision'],
  ['decidedByName', 'decision'],
  ['decision', 'decisionText'],
  ['decision', 'decidedOn'],
  ['decision', 'decidedByName'],
  ['endedHow', 'endedOn'],
  ['endedOn', 'endedHow'],
  ['endedHow', 'endedWhy'],
  ['endedHow', 'endedBy'],
  ['number', 'year'],
];
/** Which day may not come before which. */
const order: readonly [string, string][] = [
  ['adviceOn', 'askedOn'],
  ['decidedOn', 'askedOn'],
];

const faultsOf = (line: Line, today: string): { column: string; code: IssueCode; other?: string; limit?: number }[] => {
  const { values } = line;
  const has = (key: string): boolean => values[key] !== undefined || line.faulty.has(key);
  const over = values['endedHow'] === 'closed' || values['endedHow'] === 'renewed';
  return [
    ...past.filter((key) => String(values[key] ?? '') > today).map((column) => ({ column, code: 'dayToCome' as const })),
    ...order
      .filter(([later, earlier]) => typeof values[later] === 'string' && typeof values[earlier] === 'string' && values[later] < values[earlier])
      .map(([column, other]) => ({ column, code: 'tooEarly' as const, other })),
    ...together.filter(([missing, given]) => has(given) && !has(missing)).map(([column, other]) => ({ column, code: 'goesWith' as const, other })),
    ...Object.entries(limits).flatMap(([column, limit]) => (String(values[column] ?? '').length > limit ? [{ column, code: 'tooLong' as const, limit }] : [])),
    ...(over && !has('decision') ? [{ column: 'decision', code: 'goesWith' as const, other: 'endedHow' }] : []),
    ...(has('endedHow') && values['decision'] === 'refused' ? [{ column: 'endedHow', code: 'notWith' as const, other: 'decision' }] : []),
    ...(['year', 'number'] as const)
      .filter((key) => typeof values[key] === 'number' && (key === 'year' ? values[key] < 1990 || values[key] > 2200 : values[key] < 1 || values[key] > 100_000))
      .map((column) => ({ column, code: 'invalidValue' as const })),
  ];
};

/** The derogations of an old register; each number once, and each thing that somebody asked from a day on. What one names is known when it is written. */
export const readDerogations = (register: Register, { today, person, perhapsPerson, issues }: Reading): IntakeDerogation[] => {
  const once = onceEach(issues);
  const label = (key: string): string => register.definition.texts[register.language].columns[key]?.label ?? key;
  return register.lines.flatMap((line): IntakeDerogation[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'what');
    const askedBy = person(register, line, 'askedByName');
    const whom = person(register, line, 'personName');
    for (const { column, code, other, limit } of faultsOf(line, today)) {
      if (line.faulty.has(column)) continue;
      line.faulty.add(column);
      issues.push(makeIssue(code, { ...where(column), parameters: { column: label(column), ...(other ? { other: label(other) } : {}), ...(limit ? { limit } : {}) } }));
    }
    const given = (keys: readonly string[]): Record<string, unknown> => Object.fromEntries(keys.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]])));
    const input = DerogationInput.safeParse({ ...given(asked), askedById: some });
    const advice = line.values['advice'] === undefined ? undefined : AdviceInput.safeParse(given(['advice', 'adviceText']));
    const decision = line.values['decision'] === undefined ? undefined : DerogationDecisionInput.safeParse(given(['decision', 'decisionText']));
    for (const checked of [input, advice, decision]) if (checked && !checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (issues.length > before || line.faulty.size > 0 || !input.success || !askedBy) return [];
    const { askedById: _asker, personId: _person, deviceId: _device, zoneId: _zone, resourceId: _resource, renewsId: _renews, ...plain } = input.data;
    const { year = Number(plain.askedOn.slice(0, 4)), number } = line.values as { year?: number; number?: number };
    if (number !== undefined && !once(`number ${year} ${number}`, 'duplicateRow', register, line, 'number')) return [];
    if (!once(['asked', askedBy, plain.kind, plain.startsOn, normalize(plain.what)].join(' | '), 'duplicateRow', register, line, 'what')) return [];
    const decidedBy = perhapsPerson(register, line, 'decidedByName');
    const text = (key: string, column: string): Record<string, string> => (line.values[column] === undefined ? {} : { [key]: String(line.values[column]) });
    return [
      {
        row: line.row,
        where,
        recorded: { ...plain, ...given(after), ...(decidedBy ? {} : text('decidedBy', 'decidedByName')) },
        year,
        ...(number === undefined ? {} : { number }),
        askedBy,
        ...(whom ? { person: whom } : {}),
        ...(decidedBy ? { decidedBy } : {}),
        ...text('device', 'deviceName'),
        ...text('zone', 'zoneName'),
        ...text('resource', 'resourceName'),
        ...text('renews', 'renewsNumber'),
      },
    ];
  });
};
