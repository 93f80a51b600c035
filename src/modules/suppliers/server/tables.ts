import type { ColumnType, Generated } from 'kysely';
import type { Clause, SupplierInput } from '../supplier.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    supplier: Owned & {
      name: string;
      kind: SupplierInput['kind'];
      enterpriseNumber: string | null;
      address: string | null;
      email: string | null;
      phone: string | null;
      supportEmail: string | null;
      supportPhone: string | null;
      processor: boolean;
      note: string | null;
      endedOn: string | null;
      searchText: string;
    };
    supplierContract: Owned & {
      supplierId: string;
      title: string;
      reference: string | null;
      start: string;
      end: string | null;
      clauses: ColumnType<Clause[], Clause[] | string, Clause[] | string>;
      coversPeople: boolean;
      checkedOn: string | null;
      checkedById: string | null;
      fileId: string | null;
      note: string | null;
    };
    supplierPerson: Owned & { supplierId: string; personId: string; contractId: string | null; task: string | null; start: string; end: string | null };
  }
}
