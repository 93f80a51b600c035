import type { Tx } from '../../../server/db/database.ts';
import { devicesOf, enterDevices } from '../../inventories/server/service.ts';
import { zonesOf } from '../../premises/server/service.ts';
import { suppliersOf } from '../../suppliers/server/service.ts';
import type { IntakeDevice } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/**
 * Devices that the centre does not have yet: by serial number, else as many of a name as are missing of it. A firm that the centre does not have is a
 * fault on its cell; a place that is no zone goes into the note.
 */
export const writeDevices = async (tx: Tx, organizationId: string, lines: readonly IntakeDevice[], { personId, serviceId, issues }: Writing): Promise<Counts> => {
  const kept = await devicesOf(tx, organizationId);
  const serials = new Set(kept.flatMap(({ serial }) => (serial ? [serial.toUpperCase()] : [])));
  const names = new Map<string, number>();
  for (const { name, serial } of kept) if (!serial) names.set(normalize(name), (names.get(normalize(name)) ?? 0) + 1);
  const missing = lines.filter(({ input: { name, serial } }) => {
    if (serial) return !serials.has(serial.toUpperCase());
    const there = names.get(normalize(name)) ?? 0;
    names.set(normalize(name), there - 1);
    return there <= 0;
  });
  const firms = await suppliersOf(tx, organizationId);
  const firmOf = new Map(firms.map(({ name, id }) => [normalize(name), id]));
  const zoneOf = new Map((await zonesOf(tx, organizationId)).filter(({ retiredOn }) => !retiredOn).map(({ name, id }) => [normalize(name), id]));
  for (const { supplier, where } of missing) {
    if (supplier === undefined || firmOf.has(normalize(supplier))) continue;
    const suggestion = nearest(
      supplier,
      firms.map(({ name }) => name),
    );
    issues.push(makeIssue('supplierUnknown', { ...where('supplier'), parameters: suggestion === undefined ? {} : { suggestion } }));
  }
  if (issues.length === 0)
    await enterDevices(
      tx,
      organizationId,
      missing.map(({ input, holder, serviceName, zone, supplier }) => {
        const zoneId = zone === undefined ? undefined : zoneOf.get(normalize(zone));
        const note = [input.note, zone !== undefined && !zoneId && zone].filter(Boolean).join('\n').slice(0, 2000);
        return {
          ...input,
          ...(note ? { note } : {}),
          ...(holder ? { personId: personId(holder) } : {}),
          ...(serviceName ? { serviceId: serviceId(serviceName) } : {}),
          ...(zoneId ? { zoneId } : {}),
          ...(supplier ? { supplierId: firmOf.get(normalize(supplier))! } : {}),
        };
      }),
      'workbook',
    );
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
