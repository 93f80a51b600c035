import type { ActionRow } from './store.ts';

/** Columns of the export of actions; amounts are in euros. */
export const exportColumns = [
  'number',
  'title',
  'description',
  'origins',
  'ownerName',
  'ownerRole',
  'priority',
  'startOn',
  'dueOn',
  'state',
  'progress',
  'personDays',
  'oneOffCosts',
  'yearlyCosts',
  'costLines',
  'asked',
  'adopted',
  'repeatsMonths',
  'doneOn',
  'doneHow',
  'givenUpReason',
] as const;
export const exportCodes = { origins: 'originKinds', ownerRole: 'roles', priority: 'priorities', state: 'states' };

const euros = (cents: readonly number[]): number => cents.reduce((sum, each) => sum + each, 0) / 100;

/** A row as the export shows it: what it comes from by kind, its money summed, and each line of cost in one cell. */
export const exported = (row: Record<string, unknown>): Record<string, unknown> => {
  const { origins, costs, budgets } = row as unknown as ActionRow;
  return {
    ...row,
    origins: [...new Set(origins.map(({ kind }) => kind))],
    oneOffCosts: euros(costs.filter(({ kind }) => kind === 'oneOff').map(({ amount }) => amount)),
    yearlyCosts: euros(costs.filter(({ kind }) => kind === 'yearly').map(({ amount }) => amount)),
    costLines: costs
      .map(({ kind, year, untilYear, amount, article }) => [kind === 'yearly' ? `${year}-${untilYear ?? ''}` : String(year), (amount / 100).toFixed(2), article].filter(Boolean).join(' '))
      .join('; '),
    asked: euros(budgets.map(({ asked }) => asked)),
    adopted: euros(budgets.map(({ adopted }) => adopted ?? 0)),
  };
};
