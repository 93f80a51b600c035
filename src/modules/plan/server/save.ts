import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { updateRecord } from '../../../server/db/records.ts';
import { actionFaults, type ActionInput } from '../action.ts';
import { refuseUnknownOrigins } from './origins.ts';
import { addAction, addNext, columns } from './record.ts';
import * as store from './store.ts';

/** What the day and the database know against the values. Throws badRequest. */
const refuse = async (tx: Tx, organizationId: string, today: string, values: ActionInput, before: store.ActionRow | undefined): Promise<void> => {
  const faults = actionFaults(values, today);
  if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map(({ name, code }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name, code })) });
  if (values.ownerId && values.ownerId !== before?.ownerId && !(await store.personKnown(tx, organizationId, values.ownerId))) throw invalidInput('ownerId', 'personUnknown');
  await refuseUnknownOrigins(tx, organizationId, values.origins, before?.origins ?? []);
};

/** Adds an action as a client sends it. Returns its id. Throws badRequest (`personUnknown`, `originUnknown`, `inTheFuture`, `beforeStart`). */
export const createAction = async (tx: Tx, organizationId: string, today: string, values: ActionInput): Promise<string> => {
  await refuse(tx, organizationId, today, values, undefined);
  return addAction(tx, organizationId, today, values);
};

/**
 * Writes an action if it still has that version; one that recurs and is now done has its next occurrence. Throws badRequest as createAction,
 * resourceNotFound, staleVersion with who changed what since.
 */
export const changeAction = async (tx: Tx, organizationId: string, today: string, before: store.ActionRow, version: number, values: ActionInput): Promise<void> => {
  await refuse(tx, organizationId, today, values, before);
  // A due day or a rhythm that is set anew is what the dues are counted from.
  const moved = (values.dueOn ?? null) !== before.dueOn || (values.repeatsMonths ?? null) !== before.repeatsMonths;
  const anchor = moved ? { anchorOn: values.dueOn ?? null, anchorOccurrence: before.occurrence } : {};
  await updateRecord(tx, 'planAction', organizationId, before.id, version, { ...columns(values, today, before), ...anchor });
  await addNext(tx, organizationId, today, before.id);
};
