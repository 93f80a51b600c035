import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { backupDuties, gapDuties, restoreDuties } from '../duties.ts';
import { disasterObligations } from './disaster-told-store.ts';
import { gapsOf } from './gap-store.ts';
import { missedTests } from './restore-store.ts';
import { standingPlans } from './store.ts';

/** What is due in these centres for what must go on. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const [plans, missed, gaps, ofDisasters] = await Promise.all([
    standingPlans(tx, organizationIds, asking.today),
    missedTests(tx, organizationIds, asking.today),
    gapsOf(tx, organizationIds, asking.today),
    disasterObligations(tx, organizationIds, asking),
  ]);
  // Where nothing is registered yet, the register is to be begun, not each line of it.
  const uncovered = gaps.flatMap(({ organizationId, plans: kept, firstId, uncovered: things }) =>
    kept === 0 ? [] : things.map(({ id, name, endedOn }) => ({ organizationId, id, name, endedOn, firstId })),
  );
  return [...backupDuties(plans, asking), ...gapDuties(uncovered, asking), ...restoreDuties(missed, asking), ...ofDisasters];
};
