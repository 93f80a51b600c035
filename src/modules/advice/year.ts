import type { CivilDate } from '../../kernel/dates.ts';

/** Advice given in a period with what had become of it by its last day; and of all advice what then waited for a decision, and was decided late in it. */
export type AdviceYear = {
  given: { id: string; number: string; subject: string; oral: boolean; sentOn: CivilDate; outcome: 'follow' | 'followInPart' | 'depart' | 'withdrawn' | 'open' }[];
  open: number;
  decidedLate: number;
};
