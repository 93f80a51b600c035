import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Heading, Organ, Result } from './council.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of the papers of a sitting in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  organs: Record<Organ, string>;
  results: Record<Result, string>;
  noteTitle: string;
  monthly: string;
  nihilItem: string;
  procedures: (year: number) => string;
  sitting: string;
  period: (from: string, until: string) => string;
  periodTerm: string;
  preparedBy: string;
  presentedBy: string;
  state: string;
  draft: string;
  presented: (date: string) => string;
  opening: string;
  nihil: (period: string) => string;
  headings: Record<Heading, string>;
  dated: (due: boolean, date: string) => string;
  running: (date: string) => string;
  presentedFooter: (date: string) => string;
  draftFooter: (date: string) => string;
  bundle: string;
  bundleFooter: (date: string) => string;
  agenda: string;
  when: (date: string, time: string | null) => string;
  whenTerm: string;
  place: string;
  number: string;
  item: string;
  page: string;
  paper: string;
  noPaper: string;
  attached: (name: string) => string;
  noItems: string;
  proceduresIntroduction: (year: number) => string;
  procedure: string;
  version: string;
  decidedOn: string;
  noProcedures: string;
  notesOf: (year: number) => string;
  notesPresented: (notes: number, nihil: number) => string;
  file: Record<'note' | 'bundle', string>;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
