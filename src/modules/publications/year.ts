import type { CivilDate } from '../../kernel/dates.ts';

/** What was published to be read in a period, with how many were asked and had confirmed by its last day. */
export type PublicationsYear = { publications: { id: string; kind: string; title: string | null; startsOn: CivilDate; confirm: boolean; asked: number; read: number }[] };
