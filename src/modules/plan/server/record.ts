import { searchText } from '../../../kernel/search.ts';
import { Problem } from '../../../kernel/problem.ts';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import { type ActionInput, nextOccurrence, settled } from '../action.ts';
import * as store from './store.ts';

const filled = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** An action as a client would send it: for a patch to be laid over, for its next occurrence, for a copy. */
export const asInput = (row: store.ActionRow): ActionInput => {
  const { title, description, origins, ownerId, ownerRole, priority, startOn, dueOn, state, progress, personDays, costs, budgets, repeatsMonths, doneOn, doneHow, givenUpReason } = row;
  return filled({
    title,
    description,
    origins,
    ownerId,
    ownerRole,
    priority,
    startOn,
    dueOn,
    state,
    progress,
    personDays,
    costs,
    budgets,
    repeatsMonths,
    doneOn,
    doneHow,
    givenUpReason,
  }) as unknown as ActionInput;
};

type Place = { seriesId: string; occurrence: number; anchorOn: string | null; anchorOccurrence: number; copiedFromId?: string | null };

const columns = (values: ActionInput, today: string, before?: store.ActionRow): Record<string, unknown> => {
  const { title, description, doneHow, givenUpReason } = values;
  const none = { description: null, ownerId: null, ownerRole: null, startOn: null, dueOn: null, repeatsMonths: null, doneOn: null, doneHow: null, givenUpReason: null };
  return {
    ...none,
    ...settled(values),
    givenUpOn: values.state === 'givenUp' ? (before?.givenUpOn ?? today) : null,
    searchText: searchText(title, description, doneHow, givenUpReason),
  };
};

/**
 * Adds an action with the next number of its centre, under the day given; `place` puts it into a series, or says what it was copied from. One that
 * recurs and is done has its next. Its owner and its origins are taken as they are. Returns its id.
 */
export const addAction = async (tx: Tx, organizationId: string, today: string, values: ActionInput, place: Partial<Place> = {}): Promise<string> => {
  const number = await store.nextNumber(tx, organizationId);
  const record = await insertRecord(tx, 'planAction', organizationId, {
    ...columns(values, today),
    number,
    seriesId: place.seriesId ?? newId(),
    occurrence: place.occurrence ?? 1,
    anchorOn: place.anchorOn ?? values.dueOn ?? null,
    anchorOccurrence: place.anchorOccurrence ?? 1,
    copiedFromId: place.copiedFromId ?? null,
    createdOn: today,
  });
  if (values.state === 'done') await addNext(tx, organizationId, today, record.id);
  return record.id;
};

/** The next occurrence of a recurring action that is done, unless it is there already. */
const addNext = async (tx: Tx, organizationId: string, today: string, id: string): Promise<void> => {
  const row = await store.findAction(tx, organizationId, id);
  if (row?.state !== 'done' || !row.anchorOn) return;
  const { seriesId, occurrence, anchorOn, anchorOccurrence } = row;
  const next = nextOccurrence(asInput(row), occurrence, { on: anchorOn, occurrence: anchorOccurrence });
  if (!next || (await store.hasOccurrence(tx, organizationId, seriesId, occurrence + 1))) return;
  await addAction(tx, organizationId, today, next, { seriesId, occurrence: occurrence + 1, anchorOn, anchorOccurrence });
};

/** Writes an action if it still has that version; one that recurs and is now done has its next occurrence. Throws resourceNotFound, staleVersion with who changed what since. */
export const writeAction = async (tx: Tx, organizationId: string, today: string, before: store.ActionRow, version: number, values: ActionInput): Promise<void> => {
  // A due day or a rhythm that is set anew is what the dues are counted from.
  const moved = (values.dueOn ?? null) !== before.dueOn || (values.repeatsMonths ?? null) !== before.repeatsMonths;
  const anchor = moved ? { anchorOn: values.dueOn ?? null, anchorOccurrence: before.occurrence } : {};
  await updateRecord(tx, 'planAction', organizationId, before.id, version, { ...columns(values, today, before), ...anchor });
  await addNext(tx, organizationId, today, before.id);
};

/** The action of that id; throws resourceNotFound. */
export const actionOf = async (tx: Tx, organizationId: string, id: string, own?: store.Own): Promise<store.ActionRow> => {
  const found = await store.findAction(tx, organizationId, id, own);
  if (!found) throw new Problem('resourceNotFound');
  return found;
};
