/** Account lists that were compared with the rights in a period, what they found, and how much of all that was found was neither closed nor gone on its last day. */
export type ReconciliationYear = { lists: number; found: number; open: number };
