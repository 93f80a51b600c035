import '../modules/interventions/server/service.ts';
import type { Tx } from '../server/db/database.ts';

/** Whether interventions were announced in a centre already; those that other rooms told of do not count. */
export const hasInterventions = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('intervention').select('id').where('organizationId', '=', organizationId).where('how', '=', 'page').limit(1).executeTakeFirst()) !== undefined;
