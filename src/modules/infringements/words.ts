import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Outcome } from '../../kernel/reasoned-decision.ts';
import type { Addressee } from './infringement.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of a notice and of the decision on it, in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  adviser: string;
  addressees: Record<Addressee, string>;
  confidential: string;
  noticeTitle: (number: string) => string;
  decisionTitle: (number: string) => string;
  draftNumber: string;
  placeAndDate: string;
  written: (place: string, date: string) => string;
  reference: string;
  opening: Record<Addressee, string>;
  rule: string;
  foundOn: string;
  facts: string;
  concerned: string;
  reasons: string;
  recommendation: string;
  decisionAwaited: string;
  within: (date: string) => string;
  sooner: (days: number, reason: string) => string;
  law: string;
  decisionOpening: (number: string, received: string) => string;
  outcomes: Record<Outcome, string>;
  decisionReasons: string;
  byDelegation: (name: string, of: string, from: string, until: string) => string;
  timing: Record<'inTime' | 'late', (due: string) => string>;
  draftFooter: (date: string) => string;
  sentFooter: (date: string) => string;
  decidedFooter: (date: string) => string;
  file: Record<'notice' | 'decision', string>;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
