import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { AbsentState, AbsentThing } from './emergency.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of the statements in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  at: (date: string, hour: string) => string;
  absent: {
    title: string;
    person: string;
    what: string;
    things: Record<AbsentThing, string>;
    absence: string;
    from: (since: string, until: string | null) => string;
    request: string;
    purpose: string;
    urgency: string;
    asked: string;
    by: (name: string, date: string) => string;
    decision: string;
    states: Record<AbsentState, string>;
    reason: string;
    look: string;
    lookedBy: string;
    presence: string;
    period: string;
    lookedAt: string;
    personal: string;
    personalMet: string;
    personalNot: string;
    told: string;
    notTold: string;
    pending: string;
  };
  opening: {
    title: string;
    envelope: string;
    resource: string;
    place: string;
    seal: string;
    opened: string;
    openedBy: string;
    witness: string;
    entitled: string;
    notEntitled: string;
    reason: string;
    closed: string;
    after: string;
    changed: string;
    resealed: string;
    newSeal: string;
    notYet: string;
    noSecret: string;
  };
  facts: string;
  signatures: string;
  capacities: { director: string; adviser: string; looker: string; presence: string; opener: string; witness: string };
  footer: (date: string) => string;
  absentFile: string;
  openingFile: string;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
