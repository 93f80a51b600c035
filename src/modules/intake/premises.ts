import { type CopyState, KeyInput, type Settling, tellsCode } from '../premises/key.ts';
import { ZoneEntryInput, ZoneInput } from '../premises/zone.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeKey, IntakeZone, IntakeZoneEntry } from './intake.ts';
import { type IssueCode, makeIssue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

/** Stands for a zone, a service or a person while a line is checked: their ids are known when it is written. */
const some = '00000000-0000-0000-0000-000000000000';
const given = (line: Line, keys: readonly string[]): Record<string, unknown> => Object.fromEntries(keys.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]])));
const day = (line: Line, key: string): string | undefined => line.values[key] as string | undefined;
const labelIn = (register: Register, key: string): string => register.definition.texts[register.language].columns[key]?.label ?? key;

/** The zones, each name once; the room whose right lets in is known when they are written. */
export const readZones = (register: Register, { issues }: Reading): IntakeZone[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeZone[] => {
    const checked = ZoneInput.safeParse(given(line, ['name', 'building', 'floor', 'kind', 'risk', 'note', 'retiredOn']));
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (!checked.success || line.faulty.size > 0) return [];
    if (!once(normalize(checked.data.name), 'duplicateRow', register, line, 'name')) return [];
    const room = line.values['resourceName'];
    return [{ row: line.row, where: (column) => at(register, line, line.cellOf(column) ? column : 'name'), input: checked.data, ...(typeof room === 'string' ? { room } : {}) }];
  });
};

const columnOfEntry: Record<string, string> = { zoneId: 'zoneName', serviceId: 'serviceName', personId: 'personName' };

/** Who may enter which zone, each group, service or person once a zone. */
export const readZoneEntries = (register: Register, { person, service, issues }: Reading): IntakeZoneEntry[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeZoneEntry[] => {
    const before = issues.length;
    const who = person(register, line, 'personName');
    const serviceName = service(register, line, 'serviceName');
    const zone = line.values['zoneName'];
    const checked = ZoneEntryInput.safeParse({
      zoneId: some,
      ...given(line, ['hours', 'escorted', 'note']),
      // A department that is named says that the group is one.
      ...(line.values['serviceName'] !== undefined ? { serviceId: some, category: 'service' } : {}),
      ...given(line, ['category']),
      ...(line.values['personName'] !== undefined ? { personId: some } : {}),
    });
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line, (path) => columnOfEntry[path] ?? path));
    if (!checked.success || issues.length > before || line.faulty.size > 0 || typeof zone !== 'string') return [];
    const { category, hours, escorted, note } = checked.data;
    if (!once(`${normalize(zone)} | ${category ?? ''} | ${serviceName ?? ''} | ${who ?? ''}`, 'duplicateRow', register, line, 'zoneName')) return [];
    const input = { hours, escorted, ...(category ? { category } : {}), ...(note ? { note } : {}) };
    return [{ row: line.row, where: (column) => at(register, line, line.cellOf(column) ? column : 'zoneName'), zone, input, ...(who ? { person: who } : {}), ...(serviceName ? { serviceName } : {}) }];
  });
};

const ofKey = ['zones', 'changedOn', 'note', 'retiredOn'] as const;

/** The state of the copy that a line tells, as it says or as its cells let see; undefined where the line is of the key alone. */
const stateOf = (line: Line): CopyState | undefined => {
  const has = (key: string): boolean => line.values[key] !== undefined;
  if (has('state')) return line.values['state'] as CopyState;
  return has('personName') ? 'held' : has('mark') || has('keptWhere') ? 'kept' : undefined;
};

/** What goes with what on the line of a copy. */
const checkCopy = (line: Line, state: CopyState, today: string, report: (column: string, code: IssueCode, other?: string) => void): void => {
  const has = (key: string): boolean => line.values[key] !== undefined || line.faulty.has(key);
  const isCode = line.values['kind'] === 'code';
  const needs = (column: string, other: string): void => (has(column) ? undefined : report(column, 'goesWith', other));
  // What the state was seen by, where the line does not say it.
  const by = ['state', 'personName', 'mark'].find(has) ?? 'keptWhere';
  const refuses = (column: string, other: string): void => (has(column) ? report(column, 'notWith', other) : undefined);
  if (isCode) {
    // A code lies nowhere and is not lost: somebody knows it.
    if (state === 'kept' || state === 'lost') return report(has('state') ? 'state' : 'keptWhere', 'notWith', 'kind');
    needs('personName', by);
  } else needs('mark', by);
  if (state === 'held') needs('personName', by);
  if (state === 'kept') {
    needs('keptWhere', by);
    refuses('personName', by);
  } else {
    needs('since', by);
    refuses('keptWhere', by);
  }
  if (state !== 'held') refuses('rightEndedOn', by);
  else refuses('retiredOn', by);
  if (state !== 'lost') for (const column of ['settledOn', 'settledHow', 'settledNote']) refuses(column, by);
  if (has('settledOn') !== has('settledHow')) report(has('settledOn') ? 'settledHow' : 'settledOn', 'goesWith', has('settledOn') ? 'settledOn' : 'settledHow');
  if (line.values['settledHow'] === 'accepted') needs('settledNote', 'settledHow');
  for (const column of ['since', 'settledOn']) if ((day(line, column) ?? '') > today) report(column, 'dayToCome');
  for (const column of ['settledOn', 'rightEndedOn']) if (day(line, column) && day(line, 'since') && day(line, column)! < day(line, 'since')!) report(column, 'tooEarly', 'since');
};

/**
 * The copies of keys and badges, and who knows which code. Lines of one key share one object `key`: what a later line says of it must be what its
 * first line says, or what that left empty. A line that seems to tell a code is refused, and the code is not repeated.
 */
export const readKeys = (register: Register, { today, person, issues }: Reading): IntakeKey[] => {
  const once = onceEach(issues);
  const keys = new Map<string, { line: Line; key: IntakeKey['key'] }>();
  return register.lines.flatMap((line): IntakeKey[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'keyName');
    const report = (column: string, code: IssueCode, other?: string, first?: string): void => {
      if (line.faulty.has(column)) return;
      line.faulty.add(column);
      issues.push(makeIssue(code, { ...where(column), parameters: { column: labelIn(register, column), ...(other ? { other: labelIn(register, other) } : {}), ...(first ? { first } : {}) } }));
    };
    if (line.values['kind'] === 'code')
      for (const column of ['keyName', 'mark', 'note', 'settledNote']) {
        const told = column === 'mark' ? line.values[column] !== undefined : tellsCode(line.typed[column]);
        if (!told) continue;
        line.faulty.add(column);
        const { value: _code, ...place } = where(column);
        issues.push(makeIssue('codeTold', place));
      }
    const holder = person(register, line, 'personName');
    const { keyName: name, kind } = line.values;
    const state = stateOf(line);
    if (state) checkCopy(line, state, today, report);
    if ((day(line, 'changedOn') ?? '') > today) report('changedOn', 'dayToCome');
    const checked = KeyInput.safeParse({ name, kind, ...given(line, ['changedOn', 'note', 'retiredOn']) });
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line, (path) => (path === 'name' ? 'keyName' : path)));
    if (!checked.success || issues.length > before || line.faulty.size > 0) return [];

    const { zoneIds: _zones, ...input } = checked.data;
    const mine: IntakeKey['key'] = { input, ...given(line, ['zones']) };
    const first = keys.get(normalize(input.name));
    if (first) {
      if (first.key.input.kind !== input.kind) report('kind', 'keyDiffers', undefined, first.line.cellOf('kind'));
      for (const column of ofKey) {
        if (line.values[column] === undefined) continue;
        if (first.line.values[column] !== undefined && first.line.values[column] !== line.values[column]) report(column, 'keyDiffers', undefined, first.line.cellOf(column));
        else if (first.line.values[column] === undefined) Object.assign(column === 'zones' ? first.key : first.key.input, { [column]: line.values[column] });
      }
    } else keys.set(normalize(input.name), { line, key: mine });
    if (issues.length > before) return [];
    const { key } = keys.get(normalize(input.name))!;
    const mark = line.values['mark'] as string | undefined;
    const told = `${normalize(input.name)} | ${state === 'gone' ? state : ''} | ${input.kind === 'code' ? holder : (mark ?? '').toLowerCase()}`;
    // Badges that are gone may have borne one number after another.
    if (state !== 'gone' && !once(told, 'duplicateRow', register, line, 'keyName')) return [];
    if (!state) return [{ row: line.row, where, key }];
    const { since, keptWhere, rightEndedOn, settledOn, settledHow, settledNote } = line.values as Record<string, string | undefined>;
    const settled = settledOn ? { settledOn, settledHow: settledHow as Settling, ...(settledNote ? { settledNote } : {}) } : {};
    const copy = { state, since: since ?? today, ...(mark ? { mark } : {}), ...(keptWhere ? { keptWhere } : {}), ...(rightEndedOn ? { until: rightEndedOn } : {}), ...settled };
    return [{ row: line.row, where, key, copy, ...(holder ? { person: holder } : {}) }];
  });
};
