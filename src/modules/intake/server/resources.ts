import type { Tx } from '../../../server/db/database.ts';
import { enterResources, resourcesOf } from '../../resources/server/service.ts';
import { suppliersOf } from '../../suppliers/server/service.ts';
import type { IntakeResource } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/** Resources that the centre does not have yet, by name; one that is there stays as it is. A firm that the centre does not have is a fault on its cell. */
export const writeResources = async (tx: Tx, organizationId: string, lines: readonly IntakeResource[], { personId, serviceId, issues }: Writing): Promise<Counts> => {
  const there = new Set((await resourcesOf(tx, organizationId)).map(({ name }) => normalize(name)));
  const firms = await suppliersOf(tx, organizationId);
  const byName = new Map(firms.map(({ name, id }) => [normalize(name), id]));
  const missing = lines.filter(({ input }) => !there.has(normalize(input.name)));
  for (const { supplier, where } of missing) {
    if (supplier === undefined || byName.has(normalize(supplier))) continue;
    const suggestion = nearest(
      supplier,
      firms.map(({ name }) => name),
    );
    issues.push(makeIssue('supplierUnknown', { ...where('supplier'), parameters: suggestion === undefined ? {} : { suggestion } }));
  }
  if (issues.length === 0)
    await enterResources(
      tx,
      organizationId,
      missing.map(({ input, owner, serviceName, supplier }) => ({
        ...input,
        ...(owner ? { ownerId: personId(owner) } : {}),
        ...(serviceName ? { ownerServiceId: serviceId(serviceName) } : {}),
        ...(supplier ? { supplierId: byName.get(normalize(supplier))! } : {}),
      })),
    );
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
