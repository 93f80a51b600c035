/** Meetings that have minutes, what they decided, what was carried out; and on the last day of the period what was open, and of that late. */
export type PlatformYear = { meetings: number; decisions: number; carriedOut: number; open: number; late: number };
