import { dayOf } from '../../../kernel/counting.ts';
import { addDays } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { endRights, giveRights, heldOn, markForWithdrawal, unmarkWithdrawal } from '../../access/server/service.ts';
import { changeContract } from '../../people/server/service.ts';
import { type DoneInput, handingKinds, lastDayOf, type NewStep, type StepOrigin } from '../step.ts';
import { type CaseOfStep, caseOf } from './origin-store.ts';
import * as store from './step-store.ts';

/** What a right that is taken away by a step of this origin is said to have ended by. */
const becauseOf = async (tx: Tx, organizationId: string, origin: { kind: StepOrigin; id: string }) => {
  if (origin.kind === 'review') return 'review';
  if (origin.kind === 'finding') return 'reconciliation';
  if (origin.kind === 'emergency' || origin.kind === 'loss') return 'other';
  const kind = (await caseOf(tx, organizationId, origin.id))?.kind;
  return kind === undefined || kind === 'arrival' ? 'other' : kind;
};

/**
 * Opens steps, for any room, and returns their ids in the order given. A `withdraw` step marks its right as to be withdrawn; the same of the same
 * right, asked again by the same origin, stays one step. The page « À faire » shows each to its owner; `<LinkedSteps>` shows those of a record on
 * its page. What a step does when it is done: `doStep`. Throws stillReferenced for a person, resource, right or firm that is none of the centre.
 */
export const openSteps = async (tx: Tx, organizationId: string, steps: readonly NewStep[]): Promise<{ id: string }[]> => {
  const opened = await store.insertSteps(tx, organizationId, steps);
  const marks = new Map<string, { on: string; reason: string; ids: string[] }>();
  for (const step of steps) {
    if (step.kind !== 'withdraw') continue;
    const on = lastDayOf(step);
    const mark = marks.get(`${on} ${step.reason}`) ?? { on, reason: step.reason, ids: [] };
    mark.ids.push(step.grantId);
    marks.set(`${on} ${step.reason}`, mark);
  }
  for (const { ids, on, reason } of marks.values()) await markForWithdrawal(tx, organizationId, ids, { on, reason });
  return opened;
};

type By = { now: Date; accountId: string | undefined };

/**
 * Does a step, or says that it does not apply. A `withdraw` ends its right on the day it was done; a `give` gives it from then on; every other step
 * is only told. Throws wrongState for one that is not open, or whose kind waits for another (`details.waitsFor`); badRequest (`inTheFuture`,
 * `recipientMissing`); staleVersion.
 */
export const doStep = async (tx: Tx, organizationId: string, step: store.StepRow, version: number, input: DoneInput, { now, accountId }: By): Promise<void> => {
  if (step.state !== 'open') throw new Problem('wrongState');
  const doneAt = input.doneAt ? new Date(input.doneAt) : now;
  if (doneAt > now) throw invalidInput('doneAt', 'inTheFuture');
  const origin = { kind: step.originKind, id: step.originId };
  const isDone = input.outcome === 'done';
  if (isDone && step.afterKind && (await store.openBefore(tx, organizationId, origin, step.afterKind))) throw new Problem('wrongState', { details: { waitsFor: step.afterKind } });
  if (isDone && handingKinds.includes(step.kind) && !input.recipientId) throw invalidInput('recipientId', 'recipientMissing');
  const doneBy = accountId ?? null;
  const day = dayOf(doneAt);
  let { grantId } = step;
  if (isDone && step.kind === 'give') grantId = await give(tx, organizationId, step, day);
  // First this one by its version, so that a second click finds it done.
  await store.writeStep(tx, organizationId, step.id, version, {
    state: input.outcome,
    doneAt,
    doneBy,
    proof: input.proof ?? null,
    reason: input.reason ?? null,
    recipientId: input.recipientId ?? null,
    grantId,
  });
  if (isDone) await noteAccounts(tx, organizationId, step, day);
  if (step.kind !== 'withdraw' || !step.grantId) return;
  if (isDone) {
    await endRights(tx, organizationId, [step.grantId], { on: day, because: await becauseOf(tx, organizationId, origin) });
    await store.settleOthers(tx, organizationId, step.grantId, { doneAt, doneBy });
  } else if (!(await store.withdrawalAsked(tx, organizationId, step.grantId))) await unmarkWithdrawal(tx, organizationId, [step.grantId]);
};

/** The register of people says when the accounts of somebody who left were closed. */
const noteAccounts = async (tx: Tx, organizationId: string, step: store.StepRow, day: string | undefined): Promise<void> => {
  if (step.kind !== 'disableAccount' || step.originKind !== 'movement') return;
  const found: CaseOfStep | undefined = await caseOf(tx, organizationId, step.originId);
  if (found?.kind === 'departure' && found.contractId) await changeContract(tx, organizationId, found.contractId, (contract) => ({ ...contract, accountsClosedOn: day }));
};

const give = async (tx: Tx, organizationId: string, { personId, resourceId, level, account, because, grantId }: store.StepRow, day: string): Promise<string | null> => {
  if (!personId || !resourceId || !level) throw new Problem('wrongState');
  const [given] = await giveRights(tx, organizationId, [
    { personId, resourceId, level, start: day, source: 'case', ...(account ? { account } : {}), ...(because ? { reason: because } : {}), ...(grantId ? { resumesId: grantId } : {}) },
  ]);
  return given?.id ?? null;
};

/**
 * Opens a step again: it was not done after all. A right that it gave ends the same day, as a correction; one that it took away is given again
 * from the day after it ended, so that no day is without it. A case that is closed keeps its steps, one that was cancelled those of before. Throws wrongState, staleVersion.
 */
export const undoStep = async (tx: Tx, organizationId: string, step: store.StepRow, version: number): Promise<void> => {
  if (step.state !== 'done' && step.state !== 'notApplicable') throw new Problem('wrongState');
  const of = step.originKind === 'movement' ? await caseOf(tx, organizationId, step.originId) : undefined;
  if (of?.state === 'closed') throw new Problem('wrongState');
  // What was done before the case was cancelled has a step of its own that undoes it.
  if (of?.cancelledAt && step.doneAt! <= of.cancelledAt) throw new Problem('wrongState');
  let { grantId } = step;
  const day = dayOf(step.doneAt!);
  if (step.state === 'done' && grantId && step.kind === 'give') {
    const given = (await heldOn(tx, organizationId, day, { personIds: [step.personId!] })).find(({ id }) => id === grantId);
    // One that was there before the step stays.
    if (given?.start === day) await endRights(tx, organizationId, [grantId], { on: day, because: 'correction' });
    grantId = null;
  }
  if (step.state === 'done' && grantId && step.kind === 'withdraw') grantId = await giveBack(tx, organizationId, step, grantId, day);
  await store.writeStep(tx, organizationId, step.id, version, { state: 'open', doneAt: null, doneBy: null, proof: null, reason: null, recipientId: null, grantId });
  if (step.state === 'done') await noteAccounts(tx, organizationId, step, undefined);
  if (step.kind === 'withdraw' && grantId) await markForWithdrawal(tx, organizationId, [grantId], { on: lastDayOf(step), reason: step.because ?? step.originKind });
};

const giveBack = async (tx: Tx, organizationId: string, { personId }: store.StepRow, grantId: string, day: string): Promise<string> => {
  const held = (await heldOn(tx, organizationId, day, { personIds: [personId!] })).find(({ id }) => id === grantId);
  // It had run out by itself, or was ended elsewhere before: there is nothing to give back.
  if (held?.endedOn !== day) return grantId;
  const { resourceId, level, account, until } = held;
  const start = addDays(day, 1);
  const [given] = await giveRights(tx, organizationId, [
    { personId: personId!, resourceId, level, start, source: 'case', resumesId: grantId, ...(account ? { account } : {}), ...(until && until >= start ? { until } : {}) },
  ]);
  return given!.id;
};
