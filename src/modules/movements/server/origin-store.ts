import type { Tx } from '../../../server/db/database.ts';
import type { MovementKind, MovementState } from '../movement.ts';
import './tables.ts';

export type CaseOfStep = { kind: MovementKind; state: MovementState; contractId: string | null; cancelledAt: Date | null };

/** The case that a step was born from; undefined when this centre has none with that id. */
export const caseOf = async (tx: Tx, organizationId: string, id: string): Promise<CaseOfStep | undefined> =>
  tx.selectFrom('movement').select(['kind', 'state', 'contractId', 'cancelledAt']).where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
