import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { MovementKind, MovementState } from '../movement.ts';
import './tables.ts';

export type CaseOfStep = { kind: MovementKind; state: MovementState; contractId: string | null; cancelledAt: Date | null; day: CivilDate; contractKind: string | null };

/** The case that a step was born from; undefined when this centre has none with that id. */
export const caseOf = async (tx: Tx, organizationId: string, id: string): Promise<CaseOfStep | undefined> =>
  tx
    .selectFrom('movement as m')
    .leftJoin('contract', (join) => join.onRef('contract.organizationId', '=', 'm.organizationId').onRef('contract.id', '=', 'm.contractId'))
    .select(['m.kind', 'm.state', 'm.contractId', 'm.cancelledAt', 'm.day', 'contract.kind as contractKind'])
    .where('m.organizationId', '=', organizationId)
    .where('m.id', '=', id)
    .executeTakeFirst();
