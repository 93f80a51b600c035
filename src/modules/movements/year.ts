/** How many came, changed function and left in a period; of those who left with an account, how many had it closed in time. */
export type MovementYear = { arrivals: number; changes: number; departures: number; counted: number; inTime: number };
