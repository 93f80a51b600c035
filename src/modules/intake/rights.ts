import { GrantInput } from '../access/grant.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeRight } from './intake.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

/** Stands for the person and the resource while a line is checked: their ids are known when it is written. */
const somebody = '00000000-0000-0000-0000-000000000000';
const plain = ['level', 'account', 'until', 'reason'] as const;

/** The rights, each of one person to one resource at one level once for one end. What the resource offers is known when they are written. */
export const readRights = (register: Register, { person, issues }: Reading): IntakeRight[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeRight[] => {
    const before = issues.length;
    const holder = person(register, line, 'person');
    const { resource, since } = line.values;
    if (line.faulty.size > 0 || issues.length > before || !holder || typeof resource !== 'string' || typeof since !== 'string') return [];
    const checked = GrantInput.safeParse({
      personId: somebody,
      resourceId: somebody,
      start: since,
      ...Object.fromEntries(plain.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]]))),
    });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line, (path) => (path === 'start' ? 'since' : path)));
      return [];
    }
    const { level, account, until, reason } = checked.data;
    if (!once(`${holder} | ${normalize(resource)} | ${level} | ${until ?? ''}`, 'duplicateRow', register, line, 'person')) return [];
    const where = (column: string) => at(register, line, column);
    return [{ row: line.row, where, person: holder, resource, level, start: since, ...(account ? { account } : {}), ...(until ? { until } : {}), ...(reason ? { reason } : {}) }];
  });
};
