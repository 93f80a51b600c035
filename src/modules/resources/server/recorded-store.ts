import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { ResourceInput } from '../resource.ts';
import { columnsOf } from './columns.ts';
import './tables.ts';

const rows = 1000;

/** Enters the resources of an old list, and says the id of each, in their order. Owners, services and firms must be of this centre; throws where a name is taken. */
export const enterResources = async (tx: Tx, organizationId: string, resources: readonly ResourceInput[]): Promise<string[]> => {
  const entered = resources.map((resource) => ({ ...columnsOf(resource), organizationId, id: newId(), authorisations: JSON.stringify(resource.authorisations) }));
  for (let start = 0; start < entered.length; start += rows)
    await tx
      .insertInto('resource')
      .values(entered.slice(start, start + rows))
      .execute();
  return entered.map(({ id }) => id);
};
