import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { SupplierContractInput, SupplierInput } from '../supplier.ts';
import './tables.ts';

/** By what a firm of an old list is recognised, those that ended too. */
export const firmsKept = (tx: Tx, organizationId: string): Promise<{ id: string; name: string; enterpriseNumber: string | null }[]> =>
  tx.selectFrom('supplier').select(['id', 'name', 'enterpriseNumber']).where('organizationId', '=', organizationId).orderBy('id').execute();

/** By what a contract of an old list is recognised. */
export const contractsKept = (tx: Tx, organizationId: string): Promise<{ id: string; supplierId: string; title: string; start: string }[]> =>
  tx.selectFrom('supplierContract').select(['id', 'supplierId', 'title', 'start']).where('organizationId', '=', organizationId).execute();

const rows = 1000;

/** Enters the firms of an old list; answers their ids in the same order. Throws where a name or an enterprise number is taken. */
export const enterFirms = async (tx: Tx, organizationId: string, firms: readonly SupplierInput[]): Promise<string[]> => {
  const made = firms.map((firm) => ({ ...firm, organizationId, id: newId(), searchText: searchText(firm.name, firm.enterpriseNumber) }));
  for (let start = 0; start < made.length; start += rows)
    await tx
      .insertInto('supplier')
      .values(made.slice(start, start + rows))
      .execute();
  return made.map(({ id }) => id);
};

/** Enters the contracts of an old list; nobody has checked their clauses yet. */
export const enterContracts = async (tx: Tx, organizationId: string, contracts: readonly Pick<SupplierContractInput, 'supplierId' | 'title' | 'reference' | 'start' | 'end'>[]): Promise<void> => {
  for (let start = 0; start < contracts.length; start += rows)
    await tx
      .insertInto('supplierContract')
      .values(contracts.slice(start, start + rows).map((contract) => ({ ...contract, organizationId, id: newId(), clauses: '[]', coversPeople: false })))
      .execute();
};
