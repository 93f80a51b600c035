import { lateFrom } from '../../../kernel/counting.ts';
import { type CivilDate, daysBetween } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { HandInput, Term } from '../step.ts';
import { dueOfTerm } from '../template.ts';
import { markMoved } from './marks.ts';
import { caseOf } from './origin-store.ts';
import { personKnown } from './setting-store.ts';
import { type StepHand, type StepRow, writeStep } from './step-store.ts';

/** How far a term may stand from the day of its case, in days; what stands farther does not follow it. */
const farthest = 365;

/**
 * Gives one open step another owner or another term. A term that a rule of the house gives may come sooner, never later: the rule is set where rules
 * are. Another term is kept as its distance from the day of the case, so that it follows when the case moves. A right that the step takes away is
 * marked with the new day. Throws wrongState for a step that is not open, badRequest (`personUnknown`, `laterThanRule`), staleVersion.
 */
export const setByHand = async (tx: Tx, organizationId: string, step: StepRow, version: number, { ownerRole, ownerId, dueOn }: HandInput): Promise<void> => {
  if (step.state !== 'open') throw new Problem('wrongState');
  if (ownerId && !(await personKnown(tx, organizationId, ownerId))) throw invalidInput('ownerId', 'personUnknown');
  const owner: StepHand = ownerId ? { ownerId, ownerRole: null } : ownerRole ? { ownerId: null, ownerRole } : {};
  await writeStep(tx, organizationId, step.id, version, { ...owner, ...(dueOn ? { dueOn, dueAt: null, ...(await termOf(tx, organizationId, step, dueOn)) } : {}) });
  if (dueOn) await markMoved(tx, organizationId, [{ step, due: { dueOn } }]);
};

/** By what a term that was set by hand is counted from now on. */
const termOf = async (tx: Tx, organizationId: string, step: StepRow, dueOn: CivilDate): Promise<StepHand> => {
  const of = step.originKind === 'movement' ? await caseOf(tx, organizationId, step.originId) : undefined;
  if (!of) return {};
  if (step.term && 'rule' in step.term) {
    const clocks = await readClocks(tx, [organizationId]);
    const due = dueOfTerm(step.term, of.day, of.contractKind ?? undefined, (rule, start) => clocks.due(rule, organizationId, start));
    if (lateFrom({ on: dueOn }) > lateFrom(due)) throw invalidInput('dueOn', 'laterThanRule');
    return {};
  }
  const amount = daysBetween(of.day, dueOn);
  const term: Term = { amount, unit: 'day' };
  return { term: Math.abs(amount) <= farthest ? JSON.stringify(term) : null };
};
