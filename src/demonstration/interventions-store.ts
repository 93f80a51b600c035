import '../modules/interventions/server/service.ts';
import type { CivilDate } from '../kernel/dates.ts';
import type { Tx } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';

/** Whether interventions were announced in a centre already; those that other rooms told of by themselves do not count. */
export const hasInterventions = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('intervention').select('id').where('organizationId', '=', organizationId).where('how', '=', 'page').limit(1).executeTakeFirst()) !== undefined;

export type FirmOfKind = { id: string; contractId: string | undefined };
/** The firms that connect from afar, each with its contract of that day: of the social software, of IT, of the network, of the accounts. */
export const firmsOfKinds = async (tx: Tx, organizationId: string, day: CivilDate): Promise<Partial<Record<'software' | 'itServices' | 'network' | 'finance', FirmOfKind>>> => {
  const firms = await tx.selectFrom('supplier').select(['id', 'kind', 'supportEmail']).where('organizationId', '=', organizationId).where('endedOn', 'is', null).orderBy('id').execute();
  const contracts = await tx.selectFrom('supplierContract').select(['id', 'supplierId', 'end']).where('organizationId', '=', organizationId).where('start', '<=', day).execute();
  const of = (found: { id: string } | undefined): FirmOfKind | undefined =>
    found && { id: found.id, contractId: contracts.find((one) => one.supplierId === found.id && (!one.end || one.end >= day))?.id };
  const made = {
    // Two sell software: the one with a help desk is that of the social service.
    software: of(firms.find(({ kind, supportEmail }) => kind === 'software' && supportEmail)),
    finance: of(firms.find(({ kind, supportEmail }) => kind === 'software' && !supportEmail)),
    itServices: of(firms.find(({ kind }) => kind === 'itServices')),
    network: of(firms.find(({ kind }) => kind === 'network')),
  };
  return Object.fromEntries(Object.entries(made).filter(([, firm]) => firm));
};

/** Enters an agreement of remote maintenance as it stands by now. */
export const insertAgreement = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<string> => (await insertRecord(tx, 'remoteMaintenance', organizationId, values)).id;
