import { SupplierContractInput, SupplierInput } from '../suppliers/supplier.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeSupplier } from './intake.ts';
import { type IssueCode, makeIssue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize } from './normalize.ts';
import type { Reading } from './reading.ts';

const ofFirm = ['name', 'kind', 'enterpriseNumber', 'processor', 'address', 'email', 'phone', 'supportEmail', 'supportPhone', 'endedOn', 'note'] as const;
const ofContract = { title: 'contractTitle', reference: 'contractReference', start: 'contractStart', end: 'contractEnd' } as const;
/** Stands for the firm while a contract is checked: its id is known when it is written. */
const someFirm = '00000000-0000-0000-0000-000000000000';

const given = (line: Line, columns: readonly string[]) => Object.fromEntries(columns.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]])));

/** The firms, each contract once. What a later line of a firm says of the firm must be what its first line says, or what that left empty. */
export const readSuppliers = (register: Register, { issues }: Reading): IntakeSupplier[] => {
  const once = onceEach(issues);
  const label = (key: string): string => register.definition.texts[register.language].columns[key]?.label ?? key;
  const firms = new Map<string, { line: Line; firm: IntakeSupplier['firm'] }>();
  const numbers = new Map<string, string>();
  return register.lines.flatMap((line): IntakeSupplier[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'name');
    const report = (column: string, code: IssueCode, parameters: Record<string, string>): void => {
      if (line.faulty.has(column)) return;
      line.faulty.add(column);
      issues.push(makeIssue(code, { ...where(column), parameters: { column: label(column), ...parameters } }));
    };
    const has = (key: string): boolean => line.values[key] !== undefined || line.faulty.has(key);
    const about = Object.values(ofContract).find(has);
    if (about) for (const key of ['contractTitle', 'contractStart']) if (!has(key)) report(key, 'goesWith', { other: label(about) });

    const firm = SupplierInput.safeParse(given(line, ofFirm));
    if (!firm.success) issues.push(...schemaIssues(firm.error, register, line));
    const contract =
      about && issues.length === before && line.faulty.size === 0
        ? SupplierContractInput.safeParse({
            supplierId: someFirm,
            ...Object.fromEntries(Object.entries(ofContract).flatMap(([field, key]) => (line.values[key] === undefined ? [] : [[field, line.values[key]]]))),
          })
        : undefined;
    if (contract && !contract.success) issues.push(...schemaIssues(contract.error, register, line, (path) => ofContract[path as keyof typeof ofContract] ?? path));
    if (!firm.success || issues.length > before || line.faulty.size > 0) return [];

    const name = normalize(firm.data.name);
    const first = firms.get(name);
    if (first) {
      for (const key of ofFirm) {
        if (key === 'name' || line.values[key] === undefined) continue;
        if (first.line.values[key] === undefined) Object.assign(first.firm, { [key]: firm.data[key] });
        else if (first.firm[key] !== firm.data[key]) report(key, 'firmDiffers', { first: first.line.cellOf(key) ?? `A${first.line.row}` });
      }
    } else firms.set(name, { line, firm: firm.data });
    const number = firm.data.enterpriseNumber;
    if (number && (numbers.get(number) ?? name) !== name) report('enterpriseNumber', 'duplicateRow', { first: firms.get(numbers.get(number)!)?.line.cellOf('enterpriseNumber') ?? '' });
    else if (number) numbers.set(number, name);
    if (issues.length > before) return [];
    const { title, start, reference, end } = contract?.success ? contract.data : {};
    if (!once(`${name} | ${normalize(title ?? '')} | ${start ?? ''}`, 'duplicateRow', register, line, 'name')) return [];
    return [{ row: line.row, firm: firms.get(name)!.firm, ...(title && start ? { contract: { title, start, ...(reference ? { reference } : {}), ...(end ? { end } : {}) } } : {}) }];
  });
};
