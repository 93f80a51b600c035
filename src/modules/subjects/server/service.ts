import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duty } from '../data-subject.ts';
import { openRequests } from './store.ts';

/** Requests of people about their data that wait for an answer. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => (await openRequests(tx, organizationIds)).map((row) => duty(row, asking));
