import type { Tx } from '../../../server/db/database.ts';
import { enterOldInterventions, interventionsKept } from '../../interventions/server/service.ts';
import { suppliersOf } from '../../suppliers/server/service.ts';
import type { IntakeIntervention } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/**
 * Interventions that the table does not have yet, by their number or by first day and subject; what is there stays as it is. Those without a number
 * take the next ones of their year, after the numbered. A number of another, a year whose table is frozen, and a firm that the centre does not have
 * are faults on their cells.
 */
export const writeInterventions = async (tx: Tx, organizationId: string, lines: readonly IntakeIntervention[], { issues }: Writing): Promise<Counts> => {
  const { interventions, frozen } = await interventionsKept(tx, organizationId);
  const subjectOf = (start: string | null, subject: string): string => `${start ?? ''} ${normalize(subject)}`;
  const byNumber = new Map(interventions.map((one) => [`${one.year}/${one.number}`, one]));
  const there = new Set(interventions.map(({ start, subject }) => subjectOf(start, subject)));
  const missing = lines.filter(({ input }) => !there.has(subjectOf(input.start, input.subject)));
  const firms = await suppliersOf(tx, organizationId);
  const idOf = new Map(firms.map(({ name, id }) => [normalize(name), id]));
  for (const { year, number, supplier, where } of missing) {
    if (frozen.has(year)) issues.push(makeIssue('interventionYearFrozen', { ...where('start'), parameters: { year: String(year) } }));
    else if (number !== undefined && byNumber.has(`${year}/${number}`)) issues.push(makeIssue('interventionNumberTaken', { ...where('number'), parameters: { number: `${year}/${number}` } }));
    if (supplier !== undefined && !idOf.has(normalize(supplier))) {
      const suggestion = nearest(
        supplier,
        firms.map(({ name }) => name),
      );
      issues.push(makeIssue('supplierUnknown', { ...where('supplier'), parameters: suggestion === undefined ? {} : { suggestion } }));
    }
  }
  if (issues.length === 0)
    await enterOldInterventions(
      tx,
      organizationId,
      missing.map(({ input, year, number, supplier }) => ({ ...input, year, number, ...(supplier ? { supplierId: idOf.get(normalize(supplier))! } : {}) })),
    );
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
