import type { Tx } from '../../../server/db/database.ts';
import type { RightLevel } from '../grant.ts';
import './tables.ts';

/** By what a right of an old list is recognised: of those that were given, ended ones too. */
export type KeptRight = { personId: string; resourceId: string; level: RightLevel; start: string; until: string | null; endedOn: string | null };
export const rightsKept = async (tx: Tx, organizationId: string): Promise<KeptRight[]> =>
  (await tx
    .selectFrom('accessGrant')
    .select(['personId', 'resourceId', 'level', 'start', 'until', 'endedOn'])
    .where('organizationId', '=', organizationId)
    .where('start', 'is not', null)
    .execute()) as KeptRight[];
