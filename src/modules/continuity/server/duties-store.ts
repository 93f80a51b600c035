import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { backupDuties } from '../duties.ts';
import { standingPlans } from './store.ts';

/** What is due in these centres for what must go on. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => backupDuties(await standingPlans(tx, organizationIds, asking.today), asking);
