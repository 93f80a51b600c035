import type { CivilDate } from '../../kernel/dates.ts';

/** How many had a contract on the last day of a period, and who then led the centre, advised on security and on the protection of data. */
export type PeopleYear = {
  staff: number;
  officers: { id: string; kind: 'adviser' | 'deputyAdviser' | 'dpo' | 'deputyDpo' | 'directorGeneral' | 'president'; name: string; since: CivilDate; weeklyHours: number | null }[];
};
