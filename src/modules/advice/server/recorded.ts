import { decisionDueOn } from '../../../kernel/reasoned-decision.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type Recorded, recordAdvice } from './store.ts';

/** Enters the advice of an old register, each with the last day that the rule of this centre gives for the decision. */
export const enterRegister = async (tx: Tx, organizationId: string, register: readonly Omit<Recorded, 'dueOn'>[]): Promise<void> => {
  if (register.length === 0) return;
  const clocks = await readClocks(tx, [organizationId]);
  for (const one of register) {
    const due = clocks.due('adviceDecision', organizationId, { on: one.receivedOn });
    await recordAdvice(tx, organizationId, { ...one, dueOn: decisionDueOn('on' in due ? due.on : one.receivedOn, one.receivedOn, one.delayDays) });
  }
};
