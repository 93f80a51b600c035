/** Sittings of a period that had an item on security, and monthly notes that were presented in it. */
export type CouncilYear = { sittings: number; notes: number };
