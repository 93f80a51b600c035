import { dueDay, inForce } from '../../../kernel/counting.ts';
import type { Obligation } from '../../../kernel/obligation.ts';
import { type Rule, rules } from '../../../kernel/rules.ts';
import { type Clocks, readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { sources } from './sources.ts';

/**
 * Everything that is due in these centres (and in the installation, where `installationId` is among them), for whoever it may be: the scope of
 * the transaction must hold them. A handful of statements, whatever the number of centres. Who sees what: `sortOut` (due.ts).
 */
export const readObligations = async (tx: Tx, organizationIds: readonly string[], services: Pick<Services, 'now'>): Promise<{ obligations: Obligation[]; clocks: Clocks }> => {
  const clocks = await readClocks(tx, organizationIds);
  const asking = { today: today(services), now: services.now(), due: clocks.due, since: clocks.since };
  // Sent together, answered together.
  const found = await Promise.all(sources.map((source) => source(tx, organizationIds, asking)));
  return { obligations: found.flat().filter(({ rule, start }) => inForce(rules[rule] as Rule, dueDay(start))), clocks };
};
