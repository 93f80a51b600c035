import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { MandateKind } from '../people/mandate.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of convocations and minutes in a language of documents. */
export type Words = {
  mandates: Record<MandateKind, string>;
  months: readonly string[];
  day: (number: number) => string;
  platform: string;
  members: string;
  convocation: (number: string) => string;
  minutes: (number: string) => string;
  invitation: string;
  placeAndDate: string;
  written: (place: string, date: string) => string;
  dateAndTime: string;
  when: (date: string, time: string | null) => string;
  place: string;
  agenda: string;
  approveMinutes: (numbers: string) => string;
  toApprove: (days: string) => string;
  followUp: string;
  caller: string;
  calledBy: string;
  convocationFooter: (date: string) => string;
  attendance: string;
  person: string;
  capacity: string;
  presence: string;
  presences: Record<'present' | 'excused' | 'absent', string>;
  number: string;
  decision: string;
  decisionIs: string;
  responsible: string;
  nobody: string;
  due: string;
  noDate: string;
  state: string;
  open: string;
  late: string;
  doneOn: (date: string) => string;
  none: string;
  nothingSaid: string;
  colon: string;
  signatures: string;
  approvalTerm: string;
  approved: Record<'nextMeeting' | 'present', (date: string) => string>;
  notApproved: string;
  approvedFooter: (approval: string) => string;
  draftFooter: (date: string) => string;
  /** Where minutes lie in a dossier. */
  folder: string;
  file: Record<'convocation' | 'minutes', string>;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
