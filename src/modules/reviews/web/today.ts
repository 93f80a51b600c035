import { zone } from '../../../kernel/dates.ts';

/** Today in Belgium, as the server counts it. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
