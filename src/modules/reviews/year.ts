import type { CivilDate } from '../../kernel/dates.ts';

/** The review of rights that was signed off in a period, the last of them; null where none was. */
export type ReviewsYear = { signedOn: CivilDate | null; rights: number; withdrawn: number; changed: number };
