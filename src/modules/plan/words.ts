import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { ActionState, OriginKind, OwnerRole } from './action.ts';
import type { ChangeKind } from './plan.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** What the introduction says of a plan, in figures that are written out already. */
export type IntroductionFigures = { first: number; last: number; actions: number; carried: number; days: string; once: string; yearly: string };

/** The words of the three-year plan in a language of documents. Amounts and dates come written. */
export type Words = {
  title: (years: string) => string;
  subtitle: string;
  years: string;
  adviser: string;
  submitted: string;
  approval: string;
  approved: (date: string, number: string | null) => string;
  refused: (date: string) => string;
  pending: string;
  introduction: string;
  basis: string;
  figures: (figures: IntroductionFigures) => string;
  carried: (count: number) => string;
  empty: string;
  totals: string;
  year: string;
  actions: string;
  days: string;
  once: string;
  yearly: string;
  asked: string;
  adopted: string;
  runningOn: string;
  slice: (year: number) => string;
  number: string;
  action: string;
  owner: string;
  due: string;
  cost: string;
  origin: string;
  aYear: (amount: string) => string;
  noCost: string;
  nobody: string;
  noDate: string;
  noneThatYear: string;
  undated: string;
  undatedText: string;
  articles: string;
  article: string;
  withoutArticle: string;
  noCosts: string;
  sum: string;
  lastYear: (year: number) => string;
  lastYearSentence: (figures: { year: number; done: number; open: number; late: number; givenUp: number }) => string;
  lastYearEmpty: string;
  state: string;
  doneOn: (date: string) => string;
  givenUp: (reason: string) => string;
  changes: (date: string) => string;
  firstPlan: string;
  noChange: string;
  change: string;
  changeKinds: Record<ChangeKind, string>;
  fromTo: (from: string | null, to: string | null) => string;
  signatures: string;
  capacities: Record<'president' | 'directorGeneral' | 'adviser', string>;
  states: Record<ActionState, string>;
  lateWord: string;
  origins: Record<OriginKind, string>;
  roles: Record<OwnerRole, string>;
  draftFooter: (date: string) => string;
  submittedFooter: (date: string) => string;
  approvedFooter: (date: string, number: string | null) => string;
  refusedFooter: (date: string) => string;
  file: string;
};
export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

const locales: Record<DocumentLanguage, string> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' };

/** `2026-11-01` → 1er novembre 2026. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const written = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (language === 'fr' ? written.replace(/^1(?=\s)/u, '1er') : written).replace(/^(\S+) /u, '$1\u00a0');
};

/** `2026-11-01` → 01/11/2026, for tables. */
export const shortDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year, month, day] = date.split('-');
  return [day, month, year].join(language === 'de' ? '.' : '/');
};

/** Days in halves, with the decimal mark of the language. */
export const daysText = (days: number, language: DocumentLanguage): string => new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(days);
