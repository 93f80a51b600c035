import type { Tally } from './scoring.ts';

/** The assessment of a year: what its norms came to, in all and by chapter; `submitted` where it changes no more. Null where there is none. */
export type NormsYear = {
  id: string;
  year: number;
  submitted: boolean;
  total: Tally;
  chapters: (Tally & { id: string; title: Partial<Record<'fr' | 'nl' | 'de' | 'en', string>> })[];
} | null;
