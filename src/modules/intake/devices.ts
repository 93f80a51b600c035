import { DeviceInput, holdsDataByKind } from '../inventories/device.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { IntakeDevice } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Register } from './lines.ts';
import type { Reading } from './reading.ts';

const plain = ['name', 'kind', 'brand', 'model', 'serial', 'quantity', 'purchasedOn', 'warrantyUntil', 'priceCents', 'encrypted', 'operatingSystem', 'systemSupportUntil', 'portable', 'note'] as const;

/** The devices, each serial number once; what the firm and the place are is known when they are written. */
export const readDevices = (register: Register, { today, person, service, issues }: Reading): IntakeDevice[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeDevice[] => {
    const before = issues.length;
    const where = (column: string) => at(register, line, line.cellOf(column) ? column : 'name');
    const holder = person(register, line, 'person');
    const serviceName = service(register, line, 'service');
    const { kind, zone, supplier, purchasedOn } = line.values;
    if (typeof purchasedOn === 'string' && purchasedOn > today)
      issues.push(makeIssue('dayToCome', { ...where('purchasedOn'), parameters: { column: register.definition.texts[register.language].columns['purchasedOn']?.label ?? '' } }));
    const given = Object.fromEntries(plain.flatMap((key) => (line.values[key] === undefined ? [] : [[key, line.values[key]]])));
    const checked = DeviceInput.safeParse({ ...given, holdsData: holdsDataByKind(kind as DeviceInput['kind']) });
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (!checked.success || issues.length > before || line.faulty.size > 0) return [];
    const { serial } = checked.data;
    if (serial && !once(serial.toUpperCase(), 'duplicateRow', register, line, 'serial')) return [];
    return [
      {
        row: line.row,
        where,
        input: checked.data,
        ...(holder ? { holder } : {}),
        ...(serviceName ? { serviceName } : {}),
        ...(typeof zone === 'string' ? { zone } : {}),
        ...(typeof supplier === 'string' ? { supplier } : {}),
      },
    ];
  });
};
