import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { InspectionInput, InspectionState, Outcome, Severity } from './inspection.ts';
import type { FollowUp } from './report.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

/** The words of the document of an audit in a language of documents. */
export type Words = {
  months: readonly string[];
  day: (number: number) => string;
  title: string;
  kind: string;
  kinds: Record<InspectionInput['kind'], string>;
  resets: string;
  resetsNot: string;
  clockReason: (reason: string) => string;
  auditor: string;
  auditorKinds: Record<InspectionInput['auditorKind'], string>;
  heldOn: string;
  reportOn: string;
  state: string;
  states: Record<InspectionState, string>;
  scope: string;
  chapters: string;
  services: string;
  wholeCentre: string;
  summary: string;
  overview: string;
  counts: (all: number, open: number) => string;
  ofSeverity: (severity: string, all: number, open: number) => string;
  detail: string;
  number: string;
  finding: (number: number) => string;
  findingTitle: string;
  severity: string;
  severities: Record<Severity, string>;
  norm: string;
  recommendation: string;
  outcome: string;
  outcomes: Record<Outcome, string>;
  outcomeNote: string;
  closed: (outcome: string, date: string) => string;
  actions: string;
  noAction: string;
  actionStates: Record<FollowUp['state'], string>;
  dueOn: (date: string) => string;
  none: string;
  footer: (date: string) => string;
  file: string;
};

export const words: Record<DocumentLanguage, Words> = { fr, nl, de };

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${words[language].day(Number(day))}\u00a0${words[language].months[Number(month) - 1] ?? ''} ${year}`;
};
