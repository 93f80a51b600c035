import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { clauseStates, renewed, SupplierContractInput, SupplierInput, supplierKinds, SupplierPersonInput, supplierStates } from '../supplier.ts';
import { registerFirms } from './firm-routes.ts';
import { pendingOf } from './pending-store.ts';
import * as store from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();

/** Firms, their contracts and their people. */
export const registerSuppliers = (app: FastifyInstance, services: Services): void => {
  const known = async (tx: Tx, organizationId: string, values: Record<string, unknown>, names: Record<string, 'person' | 'supplier'>): Promise<void> => {
    for (const [name, table] of Object.entries(names)) if (values[name] && !(await findRecord(tx, table, organizationId, values[name] as string))) throw invalidInput(name, `${table}Unknown`);
  };

  registerResource(app, services, {
    plural: 'suppliers',
    singular: 'supplier',
    tag: 'suppliers',
    table: 'supplier',
    read: 'supplier.read',
    write: 'supplier.write',
    input: register(SupplierInput),
    output: z.object({
      ...SupplierInput.shape,
      enterpriseNumber: optional,
      email: optional,
      supportEmail: optional,
      processor: z.boolean(),
      state: z.enum(supplierStates).optional(),
      contracts: z.int().optional().describe('How many are in force or to come'),
      contractEnd: optional.describe('When the last of them ends, if each of them ends'),
      clauses: z.enum(clauseStates).optional().describe('How the clauses of those contracts stand: the worst'),
      people: z.int().optional(),
      resources: z.int().optional(),
    }),
    sorts: ['name', 'contractEnd'],
    filters: {
      kind: z.enum(supplierKinds).optional(),
      processor: z.enum(['true', 'false']).optional(),
      state: z.enum(supplierStates).optional(),
      clauses: z.enum([...clauseStates, 'none']).optional(),
    },
    list: (tx, organizationId, filters, context) => store.listSuppliers(tx, organizationId, filters, context.today),
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.supplierSorts,
    idColumn: 's.id',
    prepare: async (tx, organizationId, values, id) => {
      const { endedOn } = values as { endedOn?: string };
      // A firm that still has work, or devices, of the centre is not done with; from a day to come the page tells what is open.
      const day = today(services);
      const before = id ? ((await findRecord(tx, 'supplier', organizationId, id))?.['endedOn'] as string | undefined) : undefined;
      if (id && endedOn && endedOn <= day && !(before && before <= day)) {
        const open = await pendingOf(tx, organizationId, id);
        if (open.length > 0) throw invalidInput('endedOn', 'firmBusy', { number: open.length });
      }
      return { ...values, searchText: searchText(values['name'] as string, values['enterpriseNumber'] as string | undefined) };
    },
    exportColumns: [
      'name',
      'kind',
      'enterpriseNumber',
      'processor',
      'contracts',
      'contractEnd',
      'clauses',
      'people',
      'resources',
      'address',
      'email',
      'phone',
      'supportEmail',
      'supportPhone',
      'endedOn',
      'note',
    ],
    exportCodes: { kind: 'kinds', clauses: 'clauseStates' },
  });

  registerResource(app, services, {
    plural: 'supplierContracts',
    singular: 'supplierContract',
    tag: 'suppliers',
    table: 'supplierContract',
    read: 'supplier.read',
    write: 'supplier.write',
    input: register(SupplierContractInput),
    output: z.object({
      ...SupplierContractInput.shape,
      coversPeople: z.boolean(),
      supplierName: optional,
      checkedByName: optional,
      fileId: optional,
      fileName: optional,
      state: z.enum(clauseStates).optional(),
    }),
    sorts: ['start', 'end'],
    filters: { supplierId: z.uuid().optional(), clauses: z.enum(clauseStates).optional(), on: CivilDate.optional() },
    list: (tx, organizationId, filters) => store.listContracts(tx, organizationId, filters),
    orderBy: store.contractSorts,
    idColumn: 'c.id',
    prepare: async (tx, organizationId, values, id) => {
      if ((values['checkedOn'] as string | undefined) !== undefined && (values['checkedOn'] as string) > today(services)) throw invalidInput('checkedOn', 'inTheFuture');
      await known(tx, organizationId, values, { supplierId: 'supplier', checkedById: 'person' });
      const before = id ? await findRecord(tx, 'supplierContract', organizationId, id) : undefined;
      if (before && before['supplierId'] !== values['supplierId']) throw invalidInput('supplierId', 'contractOfAnother');
      return before && renewed(before as never, values as never) ? { ...values, checkedOn: undefined, checkedById: undefined } : values;
    },
    exportColumns: ['supplierName', 'title', 'reference', 'start', 'end', 'state', 'coversPeople', 'checkedOn', 'checkedByName', 'note'],
    exportCodes: { state: 'clauseStates' },
  });

  registerResource(app, services, {
    plural: 'supplierPeople',
    singular: 'supplierPerson',
    tag: 'suppliers',
    table: 'supplierPerson',
    read: 'supplier.read',
    write: 'supplier.write',
    input: register(SupplierPersonInput),
    output: z.object({ ...SupplierPersonInput.shape, supplierName: optional, personName: optional, contractTitle: optional, covered: z.boolean().optional() }),
    sorts: ['name', 'start'],
    filters: { supplierId: z.uuid().optional(), personId: z.uuid().optional(), on: CivilDate.optional() },
    list: (tx, organizationId, filters, context) => store.listSupplierPeople(tx, organizationId, filters, context.today),
    orderBy: store.supplierPersonSorts,
    idColumn: 'p.id',
    prepare: async (tx, organizationId, values) => {
      await known(tx, organizationId, values, { supplierId: 'supplier' });
      const person = await findRecord(tx, 'person', organizationId, values['personId'] as string);
      if (!person) throw invalidInput('personId', 'personUnknown');
      if (person['kind'] !== 'outsider') throw invalidInput('personId', 'personNotOutsider');
      const contract = values['contractId'] ? await findRecord(tx, 'supplierContract', organizationId, values['contractId'] as string) : undefined;
      if (values['contractId'] && contract?.['supplierId'] !== values['supplierId']) throw invalidInput('contractId', 'contractOfAnother');
      return values;
    },
    exportColumns: ['supplierName', 'personName', 'task', 'contractTitle', 'covered', 'start', 'end'],
  });
  registerRecordFile(app, services, { plural: 'supplierContracts', singular: 'SupplierContract', tag: 'suppliers', table: 'supplierContract', read: 'supplier.read', write: 'supplier.write' });
  registerFirms(app, services);
};
