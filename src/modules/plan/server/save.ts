import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { actionFaults, type ActionInput } from '../action.ts';
import { refuseUnknownOrigins } from './origins.ts';
import { addAction, writeAction } from './record.ts';
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

/** Changes an action as a client sends it whole. Throws badRequest as createAction, and what writeAction throws. */
export const changeAction = async (tx: Tx, organizationId: string, today: string, before: store.ActionRow, version: number, values: ActionInput): Promise<void> => {
  await refuse(tx, organizationId, today, values, before);
  await writeAction(tx, organizationId, today, before, version, values);
};
