import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Decision, Ground, Level } from './review.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of the result of a review in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  title: (year: number) => string;
  takenOn: string;
  begun: string;
  signed: string;
  by: (name: string, date: string) => string;
  counts: (people: number, rights: number) => string;
  outcome: (confirmed: number, changed: number, withdrawn: number, gone: number, left: number) => string;
  overview: string;
  conclusion: string;
  who: string;
  services: string;
  people: string;
  rights: string;
  changed: string;
  withdrawn: string;
  handed: string;
  adviser: string;
  grounds: Record<Ground, string>;
  decisions: Record<Decision, string>;
  levels: Record<Level, string>;
  detail: string;
  partOf: (name: string) => string;
  person: string;
  resource: string;
  level: string;
  account: string;
  since: string;
  decision: string;
  reason: string;
  changedTo: (level: string) => string;
  gone: (date: string) => string;
  left: (reason: string) => string;
  none: string;
  sinceTitle: string;
  sinceText: string;
  given: string;
  signatures: string;
  footer: (name: string, date: string) => string;
  sheet: string;
  sheetSince: string;
  file: string;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};

/** `2026-11-24` → 24/11/2026, for columns; its order is that of Belgium in the three languages. */
export const shortDate = (date: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(`${language}-BE`, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
