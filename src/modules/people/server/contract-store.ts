import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { ContractInput } from '../person.ts';
import './tables.ts';

/** A contract as it stands in the register. */
export type ContractRow = ContractInput & { id: string; version: number };

const fields = ['id', 'version', 'personId', 'serviceId', 'kind', 'function', 'start', 'end', 'weeklyHours', 'suspensions', 'accountsClosedOn'] as const;
const shown = (row: Record<string, unknown>): ContractRow => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as ContractRow;

/** The contracts of some people of a centre, the latest first. */
export const contractsOf = async (tx: Tx, organizationId: string, personIds: readonly string[]): Promise<ContractRow[]> =>
  (
    await tx
      .selectFrom('contract')
      .select(fields)
      .where('organizationId', '=', organizationId)
      .where('personId', 'in', [...personIds])
      .orderBy('start', 'desc')
      .orderBy('id')
      .execute()
  ).map(shown);

/** One contract, held against other writers until the transaction ends; undefined when this centre has none with that id. */
export const contractOf = async (tx: Tx, organizationId: string, id: string): Promise<ContractRow | undefined> => {
  const row = await tx.selectFrom('contract').select(fields).where('organizationId', '=', organizationId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && shown(row);
};

const checked = (values: unknown): ContractInput => {
  const result = ContractInput.safeParse(values);
  if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
  return result.data;
};

/** Adds a contract, and returns its id. Throws badRequest by the rules of the register. */
export const addContract = async (tx: Tx, organizationId: string, values: unknown): Promise<string> => (await insertRecord(tx, 'contract', organizationId, checked(values))).id;

/** Changes a contract by a function of what stands there, held against the rules of the register. Throws badRequest; resourceNotFound. */
export const changeContract = async (tx: Tx, organizationId: string, id: string, change: (contract: ContractInput) => Record<string, unknown>): Promise<void> => {
  const before = await contractOf(tx, organizationId, id);
  if (!before) throw invalidInput('contractId', 'contractUnknown');
  const { id: _id, version, ...values } = before;
  const after = checked(Object.fromEntries(Object.entries(change(values)).filter(([, value]) => value !== undefined && value !== null)));
  if (JSON.stringify(after) === JSON.stringify(checked(values))) return;
  await updateRecord(tx, 'contract', organizationId, id, version, { end: null, weeklyHours: null, serviceId: null, accountsClosedOn: null, ...after });
};
