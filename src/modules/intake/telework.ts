import { type Language, languages } from '../../kernel/language.ts';
import { TeleworkInput } from '../telework/telework.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeTelework } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

/** Stands for the person while a line is checked: their id is known when it is written. */
const somebody = '00000000-0000-0000-0000-000000000000';

/** The days of the week in a language, Monday first. 5 January 2026 was a Monday. */
const daysOf = (language: Language): string[] =>
  Array.from({ length: 7 }, (_, day) => normalize(new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 5 + day)))));
const week: Record<Language, string[]> = { fr: daysOf('fr'), nl: daysOf('nl'), de: daysOf('de'), en: daysOf('en') };
const between = new Set(['et', 'en', 'und', 'and']);

/**
 * ISO weekdays as people write them: whole words of any of the four languages, at least two of their first letters in that of the sheet
 * (`ma` is Tuesday in French and Monday in Dutch), or numbers from 1, Monday. Undefined where a word says none.
 */
export const weekdaysOf = (text: string, language: Language): number[] | undefined => {
  const days = normalize(text)
    .split(' ')
    .filter((word) => word !== '' && !between.has(word))
    .map((word) => {
      if (/^[1-7]$/.test(word)) return Number(word);
      const whole = [language, ...languages].map((one) => week[one].findIndex((day) => word === day || word === `${day}s`)).find((day) => day >= 0);
      if (whole !== undefined) return whole + 1;
      const begun = week[language].flatMap((day, index) => (word.length >= 2 && day.startsWith(word) ? [index + 1] : []));
      return begun.length === 1 ? begun[0] : undefined;
    });
  return days.length === 0 || days.includes(undefined) ? undefined : [...new Set(days as number[])].toSorted();
};

/** The agreements of paper: one in force per person at most, an earlier one once; none of days to come. */
export const readTelework = (register: Register, { today, person, issues }: Reading): IntakeTelework[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeTelework[] => {
    const before = issues.length;
    const worker = person(register, line, 'person');
    const { situation, weekdays: words, agreedOn, until, note } = line.values;
    const weekdays = typeof words === 'string' ? weekdaysOf(words, register.language) : undefined;
    if (typeof words === 'string' && !weekdays) issues.push(makeIssue('weekdaysUnknown', at(register, line, 'weekdays')));
    if (typeof agreedOn === 'string' && agreedOn > today)
      issues.push(makeIssue('dayToCome', { ...at(register, line, 'agreedOn'), parameters: { column: register.definition.texts[register.language].columns['agreedOn']?.label ?? '' } }));
    if (typeof until === 'string' && typeof agreedOn === 'string' && until < agreedOn)
      issues.push(makeIssue('endBeforeStart', { ...at(register, line, 'until'), parameters: { start: line.typed['agreedOn'] ?? agreedOn } }));
    if (line.faulty.size > 0 || issues.length > before || !worker || typeof agreedOn !== 'string') return [];
    const checked = TeleworkInput.safeParse({ personId: somebody, situation, weekdays, askedOn: agreedOn, ...(note === undefined ? {} : { reason: note }) });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line, (path) => (path === 'reason' ? 'note' : path)));
      return [];
    }
    const over = typeof until === 'string' && until < today;
    if (!once(over ? `${worker} | ${agreedOn}` : worker, 'duplicateRow', register, line, 'person')) return [];
    const { situation: how, reason } = checked.data;
    return [{ row: line.row, person: worker, situation: how, weekdays: checked.data.weekdays, agreedOn, ...(typeof until === 'string' ? { until } : {}), ...(reason ? { reason } : {}) }];
  });
};
