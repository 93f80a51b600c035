import type { Tx } from '../../../server/db/database.ts';
import type { MovementKind } from '../movement.ts';
import './tables.ts';

/** What kind of case a step was born from; undefined when this centre has none with that id. */
export const movementKindOf = async (tx: Tx, organizationId: string, id: string): Promise<MovementKind | undefined> =>
  (await tx.selectFrom('movement').select('kind').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.kind;

/** Whether a case is closed or cancelled: its steps stay as they are. */
export const isSettled = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('movement').select('id').where('organizationId', '=', organizationId).where('id', '=', id).where('state', '<>', 'open').executeTakeFirst()) !== undefined;
