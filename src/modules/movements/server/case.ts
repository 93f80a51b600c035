import { dayOf } from '../../../kernel/counting.ts';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { unmarkWithdrawal } from '../../access/server/service.ts';
import { addContract, changeContract, type ContractRow, contractsOf } from '../../people/server/service.ts';
import { contractFor, type MovementChange, type MovementInput, reasonWords } from '../movement.ts';
import { ownerOf, planSteps } from '../planning.ts';
import type { Level, NewStep, StepRole, Term } from '../step.ts';
import { dueOfTerm, entriesOf } from '../template.ts';
import { factsOfCase } from './case-store.ts';
import { templates } from './library.ts';
import { settleKnown, spareReturned } from './known-store.ts';
import { markMoved } from './marks.ts';
import { listSettings, presentOn } from './setting-store.ts';
import { openSteps } from './step.ts';
import { type StepRow, stepsOf } from './step-store.ts';
import * as store from './store.ts';

export type Context = { now: Date; language: Language };

/** Which contracts a new case is about; what is entered in the case and stands in no register yet is written there. */
const settleContract = async (tx: Tx, organizationId: string, input: MovementInput, contracts: readonly ContractRow[]): Promise<{ contractId: string; fromContractId: string | null }> => {
  const { kind, personId, day, begins } = input;
  const before = contracts.filter((contract) => contract.start < day && (!contract.end || contract.end >= addDays(day, -1)));
  if (begins) {
    const from = kind === 'change' ? (contracts.find(({ id }) => id === input.contractId) ?? (before.length === 1 ? before[0] : undefined)) : undefined;
    if (kind === 'change' && !from) throw invalidInput('contractId', before.length === 0 ? 'noContract' : 'contractAmbiguous');
    if (from) await changeContract(tx, organizationId, from.id, (contract) => ({ ...contract, end: addDays(day, -1) }));
    const hours = from?.weeklyHours;
    const contractId = await addContract(tx, organizationId, {
      personId,
      kind: begins.kind,
      function: begins.function,
      start: day,
      ...(begins.serviceId ? { serviceId: begins.serviceId } : {}),
      ...(hours ? { weeklyHours: hours } : {}),
    });
    return { contractId, fromContractId: from?.id ?? null };
  }
  const contract = input.contractId ? contracts.find(({ id }) => id === input.contractId) : contractFor(kind, contracts, day);
  if (!contract) throw invalidInput('contractId', input.contractId ? 'contractUnknown' : contracts.length === 0 || kind === 'arrival' || kind === 'change' ? 'noContract' : 'contractAmbiguous');
  if ((kind === 'arrival' || kind === 'change') && contract.start !== day) throw invalidInput('day', 'notTheFirstDay');
  if (kind === 'departure') await changeContract(tx, organizationId, contract.id, (one) => ({ ...one, end: day }));
  if (kind === 'suspension') await suspend(tx, organizationId, contract.id, input);
  const from = kind === 'change' ? (before.find(({ id }) => id !== contract.id)?.id ?? null) : null;
  return { contractId: contract.id, fromContractId: from };
};

/** Writes a suspension into the contract, unless one of that day stands there. */
const suspend = async (tx: Tx, organizationId: string, contractId: string, { day, until, suspensionReason }: MovementInput): Promise<void> =>
  changeContract(tx, organizationId, contractId, (contract) => ({
    ...contract,
    suspensions: contract.suspensions.some(({ start }) => start === day)
      ? contract.suspensions.map((one) => (one.start === day && until ? { ...one, end: until } : one))
      : [...contract.suspensions, { start: day, ...(until ? { end: until } : {}), reason: suspensionReason ?? 'other' }].toSorted((a, b) => (a.start < b.start ? -1 : 1)),
  }));

const plan = async (
  tx: Tx,
  organizationId: string,
  movement: store.NewMovement & { id: string },
  { now, language }: Context,
  resumed?: NonNullable<Parameters<typeof planSteps>[0]['resumed']>,
): Promise<void> => {
  const clocks = await readClocks(tx, [organizationId]);
  const today = dayOf(now);
  const facts = await factsOfCase(tx, organizationId, { ...movement, reason: reasonWords[movement.kind][language] }, today);
  const entries = entriesOf(templates()[movement.kind], await listSettings(tx, organizationId, movement.kind), language);
  const named = entries.flatMap(({ ownerId }) => ownerId ?? []);
  const present = await presentOn(tx, organizationId, named, today);
  const ofReturn = resumed && entries.filter(({ own }) => own);
  const steps = planSteps({ ...facts, present, resumed, ...(resumed ? { after: [] } : {}) }, ofReturn ?? entries, (rule, start) => clocks.due(rule, organizationId, start));
  const unblock: NewStep = {
    origin: { kind: 'movement', id: movement.id },
    kind: 'unblockAccounts',
    personId: movement.personId,
    ownerRole: ownerOf('itAgent', facts.roles),
    term: { amount: 0, unit: 'day' },
    dueOn: movement.day,
  };
  const all = resumed ? [unblock, ...steps] : steps;
  const opened = await openSteps(tx, organizationId, all);
  await settleKnown(
    tx,
    organizationId,
    movement,
    all.map((step, place) => ({ ...step, id: opened[place]!.id })),
    now,
    language,
  );
  if (movement.kind === 'arrival') await spareReturned(tx, organizationId, movement.personId, movement.day, now, language);
};

/**
 * Starts a case from one date: the register of people gets what it did not know, the steps are opened. Returns the id of the case. Throws badRequest
 * (`personUnknown`, `noContract`, `contractAmbiguous`, `contractUnknown`, `notTheFirstDay`, the rules of contracts), alreadyExists for an event that
 * has its case.
 */
export const startCase = async (tx: Tx, organizationId: string, input: MovementInput, context: Context): Promise<string> => {
  const contracts = await contractsOf(tx, organizationId, [input.personId]);
  const { contractId, fromContractId } = await settleContract(tx, organizationId, input, contracts);
  const values: store.NewMovement = {
    kind: input.kind,
    personId: input.personId,
    contractId,
    fromContractId,
    day: input.day,
    until: input.until ?? null,
    resumesId: null,
    note: input.note ?? null,
    announcedAt: context.now,
  };
  const id = await store.insertMovement(tx, organizationId, values);
  await plan(tx, organizationId, { ...values, id }, context);
  return id;
};

/** Moves a case to another day: the register follows, and so do the terms of the steps that are open. What is done stays done. Throws wrongState, staleVersion, badRequest. */
export const moveCase = async (tx: Tx, organizationId: string, movement: store.MovementRow, version: number, change: MovementChange): Promise<void> => {
  if (movement.state !== 'open') throw new Problem('wrongState');
  if (change.until && movement.kind !== 'suspension') throw invalidInput('until', 'untilOfSuspension');
  const { contractId, fromContractId, kind, day: before } = movement;
  await store.writeMovement(tx, organizationId, movement.id, version, { day: change.day, until: change.until ?? null, note: change.note ?? null });
  if (contractId && (change.day !== before || (change.until ?? null) !== movement.until)) {
    await changeContract(tx, organizationId, contractId, (contract) => {
      if (kind === 'departure') return { ...contract, end: change.day };
      if (kind === 'suspension')
        return {
          ...contract,
          suspensions: contract.suspensions.map((one) => (one.start === before ? { reason: one.reason, start: change.day, ...(change.until ? { end: change.until } : {}) } : one)),
        };
      if (movement.resumesId) return { ...contract, suspensions: contract.suspensions.map((one) => (one.end === addDays(before, -1) ? { ...one, end: addDays(change.day, -1) } : one)) };
      return { ...contract, start: change.day };
    });
    if (kind === 'change' && fromContractId) await changeContract(tx, organizationId, fromContractId, (contract) => ({ ...contract, end: addDays(change.day, -1) }));
  }
  if (change.day === before) return;
  const clocks = await readClocks(tx, [organizationId]);
  const steps = await stepsOf(tx, organizationId, { kind: 'movement', id: movement.id });
  const moved = steps.flatMap((step) => {
    const { id, state, term } = step;
    if (state !== 'open' || !term) return [];
    const due = dueOfTerm(term, change.day, movement.contractKind ?? undefined, (rule, start) => clocks.due(rule, organizationId, start));
    return [{ step, due: { id, ...('on' in due ? { dueOn: due.on } : { dueAt: due.at }) } }];
  });
  await store.moveSteps(
    tx,
    organizationId,
    moved.map(({ due }) => due),
  );
  await markMoved(tx, organizationId, moved);
};

/** What undoes a step that was done before its case was cancelled. */
const undoing = (step: StepRow, due: CivilDate, reason: string): NewStep[] => {
  const owner = step.ownerId ? { ownerId: step.ownerId } : { ownerRole: step.ownerRole as StepRole };
  const origin = { kind: step.originKind, id: step.originId };
  const term: Term = { amount: 0, unit: 'day' };
  if (step.state !== 'done') return [];
  if (step.kind === 'withdraw' && step.personId && step.resourceId && step.level && step.grantId) {
    return [
      {
        origin,
        ...owner,
        term,
        kind: 'give',
        personId: step.personId,
        resourceId: step.resourceId,
        level: step.level as Level,
        grantId: step.grantId,
        ...(step.account ? { account: step.account } : {}),
        reason,
        dueOn: due,
      },
    ];
  }
  if (step.kind === 'give' && step.grantId) return [{ origin, ...owner, term, kind: 'withdraw', grantId: step.grantId, reason, dueOn: due }];
  if (step.kind === 'disableAccount' || step.kind === 'blockAccounts') return [{ origin, ...owner, term, kind: 'unblockAccounts', personId: step.personId!, dueOn: due }];
  return [];
};

/**
 * Cancels a case: the contract runs on, open steps are dropped, and what was done already is asked to be undone, by steps of their own that are due
 * the same day. Throws wrongState, staleVersion.
 */
export const cancelCase = async (tx: Tx, organizationId: string, movement: store.MovementRow, version: number, reason: string, { now }: Context): Promise<void> => {
  if (movement.state !== 'open') throw new Problem('wrongState');
  const { id, kind, contractId, day } = movement;
  await store.writeMovement(tx, organizationId, id, version, { state: 'cancelled', cancelledAt: now, cancelReason: reason });
  const done = await stepsOf(tx, organizationId, { kind: 'movement', id });
  await unmarkWithdrawal(tx, organizationId, await store.notAsked(tx, organizationId, await store.dropSteps(tx, organizationId, id, now)));
  await openSteps(
    tx,
    organizationId,
    done.flatMap((step) => undoing(step, dayOf(now), reason)),
  );
  if (contractId && kind === 'departure') await changeContract(tx, organizationId, contractId, ({ end: _end, accountsClosedOn: _closed, ...contract }) => contract);
  if (contractId && kind === 'suspension')
    await changeContract(tx, organizationId, contractId, (contract) => ({ ...contract, suspensions: contract.suspensions.filter(({ start }) => start !== day) }));
};

/**
 * Ends a suspension: the contract says until when it lasted, and a case of arrival asks for the same rights again that the suspension took away; what
 * it had not taken away yet stays. Returns the id of that case. Throws wrongState for what is no suspension or was cancelled, badRequest (`day`).
 */
export const returnFrom = async (tx: Tx, organizationId: string, movement: store.MovementRow, day: CivilDate, context: Context): Promise<string> => {
  if (movement.kind !== 'suspension' || movement.state === 'cancelled' || !movement.contractId) throw new Problem('wrongState');
  if (day <= movement.day) throw invalidInput('day', 'endBeforeStart');
  const last = addDays(day, -1);
  await changeContract(tx, organizationId, movement.contractId, (contract) => ({
    ...contract,
    suspensions: contract.suspensions.map((one) => (one.start === movement.day ? { ...one, end: last } : one)),
  }));
  const steps = await stepsOf(tx, organizationId, { kind: 'movement', id: movement.id });
  const resumed = steps.flatMap(({ kind, state, grantId, resourceId, level, account }) =>
    kind === 'withdraw' && state === 'done' && grantId && resourceId && level ? [{ grantId, resourceId, level, account: account ?? undefined }] : [],
  );
  if (movement.state === 'open') {
    const dropped = await store.dropSteps(tx, organizationId, movement.id, context.now, ['withdraw', 'blockAccounts']);
    await unmarkWithdrawal(tx, organizationId, await store.notAsked(tx, organizationId, dropped));
    await store.writeMovement(tx, organizationId, movement.id, movement.version, { until: last });
  }
  const values: store.NewMovement = {
    kind: 'arrival',
    personId: movement.personId,
    contractId: movement.contractId,
    fromContractId: null,
    day,
    until: null,
    resumesId: movement.id,
    note: null,
    announcedAt: context.now,
  };
  const id = await store.insertMovement(tx, organizationId, values);
  await plan(tx, organizationId, { ...values, id }, context, resumed);
  return id;
};
