import type { Tx } from '../../../server/db/database.ts';
import { contractsKept, enterContracts, enterFirms, firmsKept } from '../../suppliers/server/service.ts';
import type { IntakeSupplier } from '../intake.ts';
import { normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';

/**
 * Firms that the centre does not have yet, by their name or enterprise number, and contracts that their firm does not have yet, by title and first
 * day. What is there stays as it is.
 */
export const writeSuppliers = async (tx: Tx, organizationId: string, lines: readonly IntakeSupplier[]): Promise<Counts> => {
  const kept = await firmsKept(tx, organizationId);
  const byName = new Map(kept.map(({ name, id }) => [normalize(name), id]));
  const byNumber = new Map(kept.flatMap(({ enterpriseNumber, id }) => (enterpriseNumber ? [[enterpriseNumber, id] as const] : [])));
  const known = ({ name, enterpriseNumber }: IntakeSupplier['firm']): string | undefined => byName.get(normalize(name)) ?? (enterpriseNumber ? byNumber.get(enterpriseNumber) : undefined);
  const missing = [...new Set(lines.map(({ firm }) => firm))].filter((firm) => !known(firm));
  const ids = await enterFirms(tx, organizationId, missing);
  const made = new Map(missing.map((firm, index) => [firm, ids[index]!]));

  const keyOf = (supplierId: string, title: string, start: string): string => `${supplierId} ${start} ${normalize(title)}`;
  const there = new Set((await contractsKept(tx, organizationId)).map(({ supplierId, title, start }) => keyOf(supplierId, title, start)));
  const contracts = lines.flatMap(({ row, firm, contract }) => {
    const supplierId = made.get(firm) ?? known(firm)!;
    return contract && !there.has(keyOf(supplierId, contract.title, contract.start)) ? [{ row, supplierId, contract }] : [];
  });
  await enterContracts(
    tx,
    organizationId,
    contracts.map(({ supplierId, contract }) => ({ supplierId, ...contract })),
  );
  const withContract = new Set(contracts.map(({ row }) => row));
  const created = lines.filter(({ row, firm }) => made.has(firm) || withContract.has(row)).length;
  return { created, changed: 0, unchanged: lines.length - created };
};
