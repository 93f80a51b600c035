import type { Tx } from '../../../server/db/database.ts';
import { enterSoftware, softwareKept } from '../../inventories/server/service.ts';
import { resourcesOf } from '../../resources/server/service.ts';
import { contractsKept, suppliersOf } from '../../suppliers/server/service.ts';
import type { IntakeSoftware } from '../intake.ts';
import { type IssueCode, makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

const told = (one: { name: string; publisher?: string | null | undefined; release?: string | null | undefined }): string =>
  [one.name, one.publisher ?? '', one.release ?? ''].map(normalize).join(' | ');

/**
 * Products that the centre does not have yet, by name, publisher and version. A firm, a contract or a resource that the centre does not have is a fault on its
 * cell; of contracts of one title, the newest is meant.
 */
export const writeSoftware = async (tx: Tx, organizationId: string, lines: readonly IntakeSoftware[], { personId, issues }: Writing): Promise<Counts> => {
  const there = new Set((await softwareKept(tx, organizationId)).map(told));
  const missing = lines.filter(({ input }) => !there.has(told(input)));
  const firms = await suppliersOf(tx, organizationId);
  const resources = await resourcesOf(tx, organizationId);
  const contracts = (await contractsKept(tx, organizationId)).toSorted((a, b) => (a.start > b.start ? -1 : 1));
  const unknown = (code: IssueCode, { where }: IntakeSoftware, column: string, name: string, names: readonly string[]): undefined => {
    const suggestion = nearest(name, names);
    issues.push(makeIssue(code, { ...where(column), parameters: suggestion === undefined ? {} : { suggestion } }));
  };
  const find = <R extends { name: string }>(records: readonly R[], line: IntakeSoftware, name: string | undefined, code: IssueCode, column: string): R | undefined => {
    if (name === undefined) return undefined;
    const found = records.find((record) => normalize(record.name) === normalize(name));
    return (
      found ??
      unknown(
        code,
        line,
        column,
        name,
        records.map((record) => record.name),
      )
    );
  };
  const products = missing.map((line) => {
    const firm = find(firms, line, line.supplier, 'supplierUnknown', 'supplierName');
    const resource = find(resources, line, line.resource, 'resourceUnknown', 'resourceName');
    const theirs = contracts.filter(({ supplierId }) => line.supplier === undefined || supplierId === firm?.id);
    const contract = line.contract === undefined ? undefined : theirs.find(({ title }) => normalize(title) === normalize(line.contract!));
    // Of a firm that is unknown, so is the contract: one fault is enough.
    if (line.contract !== undefined && !contract && (firm || line.supplier === undefined))
      unknown(
        'contractUnknown',
        line,
        'contractTitle',
        line.contract,
        theirs.map(({ title }) => title),
      );
    const supplierId = contract?.supplierId ?? firm?.id;
    return {
      ...line.input,
      ...(line.owner ? { ownerId: personId(line.owner) } : {}),
      ...(supplierId ? { supplierId } : {}),
      ...(contract ? { contractId: contract.id } : {}),
      ...(resource ? { resourceId: resource.id } : {}),
    };
  });
  if (issues.length === 0) await enterSoftware(tx, organizationId, products);
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
