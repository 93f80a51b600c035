import { zone } from '../../../kernel/dates.ts';

/** Today in Belgium, as the server counts it. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());

/** What a field of date and hour says, as an instant; the hour is that of the reader's own clock. */
export const instantOf = (local: string): string => (Number.isNaN(Date.parse(local)) ? local : new Date(local).toISOString());
