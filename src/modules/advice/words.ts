import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Outcome } from '../../kernel/reasoned-decision.ts';
import type { AdviceState, Capacity } from './advice.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of an advice, of the decision on it and of the yearly register, in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  capacities: Record<Capacity, string>;
  directorGeneral: string;
  adviceTitle: (number: string, oral: boolean) => string;
  decisionTitle: (number: string) => string;
  draftNumber: string;
  reference: string;
  received: string;
  placeAndDate: string;
  written: (place: string, date: string) => string;
  opening: Record<'asked' | 'unasked', (by: string, on: string) => string>;
  question: string;
  oralNote: string;
  facts: string;
  reasons: string;
  recommendation: string;
  risk: string;
  alternatives: string;
  decisionAwaited: string;
  within: (date: string) => string;
  sooner: (days: number, reason: string) => string;
  law: string;
  decisionOpening: (subject: string, number: string, received: string) => string;
  outcomes: Record<Outcome, string>;
  outcomesShort: Record<Outcome, string>;
  decisionReasons: string;
  decidedBy: (name: string) => string;
  byDelegation: (name: string, of: string, from: string, until: string) => string;
  timing: Record<'inTime' | 'late', (due: string) => string>;
  draftFooter: (date: string) => string;
  sentFooter: (date: string) => string;
  decidedFooter: (date: string) => string;
  register: (year: number) => string;
  registerSubtitle: string;
  registerFooter: (date: string) => string;
  registerIntro: (given: number, decided: number, late: number, waiting: number) => string;
  columns: Record<'number' | 'given' | 'subject' | 'by' | 'due' | 'decision', string>;
  decidedOn: (date: string) => string;
  registerState: Record<'late' | 'waitingLate' | 'waiting', string>;
  withdrawnOn: (date: string) => string;
  states: Record<AdviceState, string>;
  oral: string;
  none: string;
  file: Record<'advice' | 'decision' | 'register', string>;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
