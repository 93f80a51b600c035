import { fitting, SoftwareInput } from '../inventories/software.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeSoftware } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

/** Stands for the resource while a line is checked: its id is known when it is written. */
const some = '00000000-0000-0000-0000-000000000000';
const plain = ['name', 'publisher', 'release', 'kind', 'licence', 'seats', 'counting', 'noted', 'notedOn', 'supportUntil', 'licenceUntil', 'purchasedOn', 'proofPlace', 'note', 'retiredOn'] as const;
const past = ['notedOn', 'purchasedOn', 'retiredOn'] as const;
const columnOf: Record<string, string> = { priceCents: 'price', resourceId: 'resourceName' };
const named = { supplier: 'supplierName', contract: 'contractTitle', resource: 'resourceName' } as const;

/** The products, each name once for a publisher and a version; the firm, the contract and the resource are known when they are written. */
export const readSoftware = (register: Register, { today, person, issues }: Reading): IntakeSoftware[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeSoftware[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'name');
    const owner = person(register, line, 'ownerName');
    for (const column of past)
      if (String(line.values[column] ?? '') > today)
        issues.push(makeIssue('dayToCome', { ...where(column), parameters: { column: register.definition.texts[register.language].columns[column]?.label ?? '' } }));
    const given = Object.fromEntries(plain.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]])));
    const checked = SoftwareInput.safeParse({
      ...given,
      ...(line.values['price'] === undefined ? {} : { priceCents: line.values['price'] }),
      ...(line.values['resourceName'] === undefined ? {} : { resourceId: some }),
    });
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line, (path) => columnOf[path] ?? path));
    if (!checked.success || issues.length > before || line.faulty.size > 0) return [];
    const { resourceId: _resource, ...input } = checked.data;
    if (!once([input.name, input.publisher ?? '', input.release ?? ''].map(normalize).join(' | '), 'duplicateRow', register, line, 'name')) return [];
    const names = Object.fromEntries(Object.entries(named).flatMap(([key, column]) => (line.values[column] === undefined ? [] : [[key, String(line.values[column])]])));
    return [{ row: line.row, where, input: fitting(input), ...(owner ? { owner } : {}), ...names }];
  });
};
