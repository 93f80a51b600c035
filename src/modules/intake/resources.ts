import { languages } from '../../kernel/language.ts';
import { ResourceInput, rightLevels, usualLevels, type ResourceKind, type RightLevel } from '../resources/resource.ts';
import { levelWords } from '../resources/workbook.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeResource } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

const plain = ['name', 'kind', 'description', 'socialData', 'accountSource', 'identifierFormat', 'retiredOn'] as const;

const levelOf = new Map<string, RightLevel>(
  rightLevels.flatMap((level) => [level, ...languages.map((language) => levelWords[language][level])].map((word): [string, RightLevel] => [normalize(word), level])),
);

/** The levels that a cell names, `consulter, encoder` or on lines of their own; a word that is none gives nothing. */
export const readLevels = (text: string): RightLevel[] | undefined => {
  const found = text
    .split(/[,;/+\n]+/)
    .filter((word) => word.trim() !== '')
    .map((word) => levelOf.get(normalize(word)));
  return found.length === 0 || found.includes(undefined) ? undefined : [...new Set(found as RightLevel[])];
};

/** The resources, each name once; the firm that supplies one is known when they are written. */
export const readResources = (register: Register, { person, service, issues }: Reading): IntakeResource[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeResource[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'name');
    const owner = person(register, line, 'owner');
    const serviceName = service(register, line, 'service');
    const { kind, levels, supplier } = line.values;
    const named = typeof levels === 'string' ? readLevels(levels) : typeof kind === 'string' ? usualLevels(kind as ResourceKind) : undefined;
    if (levels !== undefined && !named && !line.faulty.has('levels')) {
      line.faulty.add('levels');
      const texts = register.definition.texts[register.language].columns['levels'];
      issues.push(makeIssue('unknownChoice', { ...where('levels'), parameters: { column: texts?.label ?? '', choices: Object.values(levelWords[register.language]).join(', ') } }));
    }
    const checked = ResourceInput.safeParse({ ...Object.fromEntries(plain.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]]))), levels: named ?? ['read'] });
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (!checked.success || issues.length > before || line.faulty.size > 0) return [];
    if (!once(normalize(checked.data.name), 'duplicateRow', register, line, 'name')) return [];
    return [{ row: line.row, where, input: checked.data, ...(owner ? { owner } : {}), ...(serviceName ? { serviceName } : {}), ...(typeof supplier === 'string' ? { supplier } : {}) }];
  });
};
