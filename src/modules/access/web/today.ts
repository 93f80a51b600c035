import { type CivilDate, zone } from '../../../kernel/dates.ts';

/** The civil date of now in Belgium, for what a page shows; the server counts by its own clock. */
export const todayHere = (): CivilDate => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date());
