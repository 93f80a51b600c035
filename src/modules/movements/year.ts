/** Arrivals and departures of a period, and of the departures whose account was to be closed, those where it was in time and too late. */
export type MovementsYear = { arrivals: number; departures: number; inTime: number; late: number };
