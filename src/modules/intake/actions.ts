import type { CivilDate } from '../../kernel/dates.ts';
import { actionFaults, ActionInput } from '../plan/action.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeAction } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Issue, IssueCode } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Lookup } from './references.ts';

const plain = ['title', 'ownerRole', 'priority', 'startOn', 'dueOn', 'doneOn', 'doneHow', 'givenUpReason', 'personDays'] as const;

/** The column behind a path of the schema. */
const columnOf = (path: string): string => {
  const [group, , field] = path.split('.');
  if (group === 'costs') return field === 'year' ? 'budgetYear' : field === 'article' ? 'article' : 'oneOff';
  return group === 'origins' ? 'origin' : path;
};

/** What a line says in two cells of which one is empty. */
const halves = (line: Line): [string, IssueCode][] => {
  const has = (key: string): boolean => line.values[key] !== undefined || line.faulty.has(key);
  const money = has('oneOff') || has('yearly');
  return [
    ...(money && !has('budgetYear') ? [['budgetYear', 'budgetYearMissing'] as [string, IssueCode]] : []),
    ...(['budgetYear', 'article'] as const).flatMap((key): [string, IssueCode][] => (!money && has(key) ? [[key, 'costMissing']] : [])),
    ...(has('origin') !== has('originKind') ? [[has('origin') ? 'originKind' : 'origin', 'originIncomplete'] as [string, IssueCode]] : []),
    ...(has('owner') && has('ownerRole') ? [['ownerRole', 'personOrRole'] as [string, IssueCode]] : []),
  ];
};

/** Actions with whoever answers for them; the same title and due day twice is an issue, and so is half a cost or half an origin. */
export const readActions = (register: Register, person: Lookup, today: CivilDate, issues: Issue[]): IntakeAction[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeAction[] => {
    const owner = person(register, line, 'owner');
    const before = issues.length;
    const report = (key: string, code: IssueCode): void => {
      if (line.faulty.has(key)) return;
      line.faulty.add(key);
      // A column that somebody took away has no cell: the line's title stands for it.
      issues.push(makeIssue(code, { ...at(register, line, line.cellOf(key) ? key : 'title'), parameters: { column: register.definition.texts[register.language].columns[key]?.label ?? key } }));
    };
    for (const [key, code] of halves(line)) report(key, code);
    const { oneOff, yearly, budgetYear: year, article, origin, originKind, doneOn, state } = line.values;
    const cost = (kind: string, amount: unknown) => (amount === undefined || year === undefined ? [] : [{ kind, year, amount, ...(article === undefined ? {} : { article }) }]);
    const checked = ActionInput.safeParse({
      ...Object.fromEntries(plain.flatMap((key) => (line.values[key] === undefined || (key === 'ownerRole' && line.faulty.has(key)) ? [] : [[key, line.values[key]]]))),
      ...(state !== undefined ? { state } : doneOn !== undefined ? { state: 'done' } : {}),
      costs: [...cost('oneOff', oneOff), ...cost('yearly', yearly)],
      origins: origin === undefined || originKind === undefined ? [] : [{ kind: originKind, reference: origin }],
    });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line, columnOf));
      return [];
    }
    for (const { name, code } of actionFaults(checked.data, today)) report(name, code === 'inTheFuture' ? 'doneInTheFuture' : 'doneBeforeStart');
    if (issues.length > before) return [];
    const { ownerId: _, ...action } = checked.data;
    if (!once(`${normalize(action.title)} ${action.dueOn ?? ''}`, 'duplicateRow', register, line, 'title')) return [];
    return [{ row: line.row, ...action, ...(owner === undefined ? {} : { owner }) }];
  });
};
