import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Access } from '../../../server/http/access.ts';
import type { ActionInput } from '../action.ts';
import { actionOf, addAction, asInput } from './record.ts';
import { centresWithCopy } from './store.ts';

/** The action as another centre begins with it: planned, nobody's by name, without the money that was asked for here and the records it comes from. */
export const copyOf = (action: ActionInput): ActionInput => {
  const { ownerId: _owner, doneOn: _on, doneHow: _how, givenUpReason: _reason, ...rest } = action;
  return { ...rest, state: 'planned', progress: 0, budgets: [], origins: action.origins.filter(({ reference }) => reference !== undefined) };
};

const mayIn = ({ actor, links }: Access, organizationId: string): boolean => {
  const link = links.find((candidate) => candidate.organizationId === organizationId);
  return link !== undefined && can({ ...actor, roles: link.roles, installation: [] }, 'plan.write');
};

/** Refuses centres in which the caller may not write the plan: they do not exist for them. Throws resourceNotFound. */
export const refuseCentres = (access: Access, organizationIds: readonly string[]): void => {
  if (!organizationIds.every((id) => mayIn(access, id))) throw new Problem('resourceNotFound');
};

/** Copies an action into each of these centres, in the one transaction. Throws resourceNotFound, badRequest (`sameCentre`; `alreadyCopied`, with how many have it). */
export const copyAction = async (tx: Tx, today: string, organizationId: string, actionId: string, organizationIds: readonly string[]): Promise<void> => {
  const targets = [...new Set(organizationIds)].toSorted();
  if (targets.includes(organizationId)) throw invalidInput('organizationIds', 'sameCentre');
  const row = await actionOf(tx, organizationId, actionId);
  const source = row.copiedFromId ?? row.id;
  const having = await centresWithCopy(tx, targets, source);
  if (having.length > 0) throw invalidInput('organizationIds', 'alreadyCopied', { count: having.length });
  // In one order for everybody: each centre's counter is locked on the way.
  for (const target of targets) await addAction(tx, target, today, copyOf(asInput(row)), { copiedFromId: source });
};
