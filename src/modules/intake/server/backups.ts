import type { Tx } from '../../../server/db/database.ts';
import { enterPlan, enterTest, plansKept, testsKept } from '../../continuity/server/service.ts';
import { resourcesOf } from '../../resources/server/service.ts';
import { suppliersOf } from '../../suppliers/server/service.ts';
import type { IntakeBackup, IntakeRestore } from '../intake.ts';
import { type IssueCode, makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

type Where = IntakeBackup['where'];
/** Finds records by the name that a cell gives; one that the centre does not have is a fault on its cell. */
const finder =
  (records: readonly { id: string; name: string }[], code: IssueCode, column: string, issues: Writing['issues']) =>
  (name: string | undefined, where: Where): string | undefined => {
    if (name === undefined) return undefined;
    const found = records.find((record) => normalize(record.name) === normalize(name));
    if (found) return found.id;
    const suggestion = nearest(
      name,
      records.map((record) => record.name),
    );
    issues.push(makeIssue(code, { ...where(column), parameters: suggestion === undefined ? {} : { suggestion } }));
    return undefined;
  };

/** Backups that the centre does not have yet, by name; each asks for its recurring checks, as one that is entered by hand. */
export const writeBackups = async (tx: Tx, organizationId: string, lines: readonly IntakeBackup[], { personId, issues }: Writing): Promise<Counts> => {
  const there = new Set((await plansKept(tx, organizationId)).map(({ name }) => normalize(name)));
  const firm = finder(await suppliersOf(tx, organizationId), 'supplierUnknown', 'supplier', issues);
  const resource = finder(await resourcesOf(tx, organizationId), 'resourceUnknown', 'resource', issues);
  const missing = lines.filter(({ input }) => !there.has(normalize(input.name)));
  const plans = missing.map(({ input, person, supplier, resource: thing, where }) => ({
    ...input,
    personId: person ? personId(person) : undefined,
    supplierId: firm(supplier, where),
    resourceId: resource(thing, where),
  }));
  // Entered whatever is wrong, since nothing stays then: a test of one of them is not at fault beside it.
  for (const plan of plans) await enterPlan(tx, organizationId, plan);
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};

/** Restore tests that the centre does not have yet, the oldest first; each is an intervention, as one that is noted by hand. */
export const writeRestores = async (tx: Tx, organizationId: string, lines: readonly IntakeRestore[], { personId, issues }: Writing): Promise<Counts> => {
  const backup = finder(await plansKept(tx, organizationId), 'backupUnknown', 'backup', issues);
  const firm = finder(await suppliersOf(tx, organizationId), 'supplierUnknown', 'supplier', issues);
  const kept = new Set((await testsKept(tx, organizationId)).map(({ planId, testedOn, what }) => `${planId} ${testedOn} ${normalize(what)}`));
  const tests = lines
    .map(({ backup: name, input, person, supplier, where }) => ({ ...input, planId: backup(name, where)!, personId: person ? personId(person) : undefined, supplierId: firm(supplier, where) }))
    .filter(({ planId, testedOn, what }) => !kept.has(`${planId} ${testedOn} ${normalize(what)}`));
  if (issues.length === 0) for (const test of tests.toSorted((a, b) => (a.testedOn < b.testedOn ? -1 : 1))) await enterTest(tx, organizationId, test);
  return { created: tests.length, changed: 0, unchanged: lines.length - tests.length };
};
