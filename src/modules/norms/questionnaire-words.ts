import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { HeadKind } from './questionnaire.ts';
import { de } from './questionnaire-words.de.ts';
import { fr } from './questionnaire-words.fr.ts';
import { nl } from './questionnaire-words.nl.ts';
import type { Result } from './scoring.ts';

/** The words of the questionnaire in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  document: (year: number) => string;
  institution: string;
  address: string;
  enterpriseNumber: string;
  framework: string;
  holders: Record<HeadKind, string>;
  validated: string;
  validatedBy: (date: string, name: string | null) => string;
  correction: string;
  overview: string;
  counts: (count: { asked: number; yes: number; partly: number; no: number; notApplicable: number }) => string;
  better: (norms: readonly string[], year: number) => string;
  worse: (norms: readonly string[], year: number) => string;
  fulfilledByChapter: string;
  chapter: string;
  norm: string;
  title: string;
  answer: string;
  detail: string;
  comment: string;
  results: Record<Result, string>;
  unanswered: string;
  guidelines: (followed: readonly string[], all: number) => string;
  maturity: (documentation: number, implementation: number) => string;
  none: string;
  signatures: string;
  submittedFooter: (date: string) => string;
  draftFooter: (date: string) => string;
  acknowledged: (date: string, reference: string) => string;
  sheets: { institution: string; answers: string };
  file: string;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
