import { BackupPlanInput } from '../continuity/backup.ts';
import { RestoreTestInput } from '../continuity/restore.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeBackup, IntakeRestore } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';
import { weekdaysOf } from './telework.ts';

/** Stands for a backup while a line is checked: its id is known when it is written. */
const some = '00000000-0000-0000-0000-000000000000';
const plainBackup = ['name', 'kind', 'what', 'method', 'onHolidays', 'place', 'offSite', 'mirror', 'encrypted', 'keptDays', 'note'] as const;
const plainTest = ['testedOn', 'what', 'extent', 'readable', 'minutes', 'lostMinutes', 'note'] as const;

/** Times of a day as people write them: `22:00`, `22h`, `12h30, 22h`, `9.15`. Undefined where a word says none. */
export const timesOf = (text: string): string[] | undefined => {
  const times = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((word) => {
      const match = /^(\d{1,2})(?:[:hu.](\d{2})?)?(?:uur|uhr)?$/i.exec(word);
      const [hour, minute] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
      return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
    });
  return times.length === 0 || times.includes(undefined) ? undefined : [...new Set(times as string[])].toSorted();
};

const given = (line: Line, keys: readonly string[]): Record<string, unknown> => Object.fromEntries(keys.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]])));
const named = (line: Line, key: string): Record<string, string> => (typeof line.values[key] === 'string' ? { [key]: line.values[key] } : {});

/** The backups, each name once; the firm and the resource that one names are known when they are written. */
export const readBackups = (register: Register, { person, issues }: Reading): IntakeBackup[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeBackup[] => {
    const before = issues.length;
    const keeper = person(register, line, 'person');
    const { weekdays: days, times: hours, since, until } = line.values;
    const weekdays = typeof days === 'string' ? weekdaysOf(days, register.language) : undefined;
    const times = typeof hours === 'string' ? timesOf(hours) : undefined;
    if (typeof days === 'string' && !weekdays) issues.push(makeIssue('weekdaysUnknown', at(register, line, 'weekdays')));
    if (typeof hours === 'string' && !times) issues.push(makeIssue('timesUnknown', at(register, line, 'times')));
    if (typeof until === 'string' && typeof since === 'string' && until < since)
      issues.push(makeIssue('endBeforeStart', { ...at(register, line, 'until'), parameters: { start: line.typed['since'] ?? since } }));
    if (line.faulty.size > 0 || issues.length > before) return [];
    const checked = BackupPlanInput.safeParse({ ...given(line, plainBackup), weekdays, times, scheduledSince: since, ...(until === undefined ? {} : { endedOn: until }) });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line, (path) => ({ scheduledSince: 'since', endedOn: 'until' })[path] ?? path));
      return [];
    }
    if (!once(normalize(checked.data.name), 'duplicateRow', register, line, 'name')) return [];
    return [{ row: line.row, where: (column) => at(register, line, column), input: checked.data, ...(keeper ? { person: keeper } : {}), ...named(line, 'supplier'), ...named(line, 'resource') }];
  });
};

/** The restore tests, each of one backup, on one day, of one thing, once; none of days to come. */
export const readRestores = (register: Register, { today, person, issues }: Reading): IntakeRestore[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeRestore[] => {
    const before = issues.length;
    const tester = person(register, line, 'person');
    const { backup, testedOn } = line.values;
    if (typeof testedOn === 'string' && testedOn > today)
      issues.push(makeIssue('dayToCome', { ...at(register, line, 'testedOn'), parameters: { column: register.definition.texts[register.language].columns['testedOn']?.label ?? '' } }));
    if (line.faulty.size > 0 || issues.length > before || typeof backup !== 'string') return [];
    const checked = RestoreTestInput.safeParse({ planId: some, ...given(line, plainTest) });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line));
      return [];
    }
    const { planId: _plan, ...input } = checked.data;
    if (!once(`${normalize(backup)} | ${input.testedOn} | ${normalize(input.what)}`, 'duplicateRow', register, line, 'backup')) return [];
    return [{ row: line.row, where: (column) => at(register, line, column), backup, input, ...(tester ? { person: tester } : {}), ...named(line, 'supplier') }];
  });
};
