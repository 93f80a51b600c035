import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';

/**
 * What is due in these centres by the facts of one room: in one query, or a few, over all of them, never one per centre. Facts that
 * are not there give nothing.
 */
export type Source = (tx: Tx, organizationIds: readonly string[], asking: Asking) => Promise<Obligation[]>;

/** The table of contents of everything that is due: a room exports `obligations` from its `server/service.ts`, and adds its line here. */
export const sources: readonly Source[] = [];
