import type { RightLevel } from '../access/grant.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { ChartWords } from '../people/chart/chart.ts';
import type { MandateKind } from '../people/mandate.ts';
import type { Approver } from './document.ts';
import type { OwnCategory } from './own.ts';
import { de } from './words.de.ts';
import { fr } from './words.fr.ts';
import { nl } from './words.nl.ts';

type Gendered = { madam: string; sir: string };
type Decision = { date: string; number: string | undefined };

/** The words that registers bring into a document, beside the texts of the library. */
export type Words = {
  mandates: Record<MandateKind, string>;
  /** Under a place to sign. */
  signatories: { directorGeneral: Gendered; president: Gendered; undersigned: string; forTheCentre: string };
  yes: string;
  no: string;
  officers: { function: string; person: string; since: string; decision: string; decided: (decision: Decision) => string; vacant: string; empty: string };
  platform: { person: string; capacity: string; empty: string };
  chart: { service: string; head: string; people: string; seesPersonalData: string; noHead: string; noService: string; empty: string; picture: string; drawn: Omit<ChartWords, 'mandates'> };
  legal: {
    text: string;
    articles: string;
    state: string;
    empty: string;
    /** `unknown` also stands for what could not be confirmed. */
    states: Record<'inForce' | 'amended' | 'repealed' | 'replaced' | 'byAnalogy' | 'unknown', string>;
    by: (successors: string) => string;
    /** Of a text still in force, whose cited part another one has taken over. */
    partBy: (successors: string) => string;
    /** Under the table, where a state has an asterisk. */
    general: string;
  };
  versions: { number: string; approval: string; state: string; empty: string; states: Record<'draft' | 'approved' | 'superseded', string>; draftedOn: (date: string) => string };
  annexes: { title: string; kind: string; state: string; kinds: Record<OwnCategory, string>; inForce: (number: number, date: string) => string; notYet: string };
  /** The list of authorised accounts, with its day. */
  accessRights: { list: (number: number, date: string) => string; resource: string; people: string; notFrozen: string; levels: Record<RightLevel, string> };
  nothingYet: Record<'accessRights' | 'hardwareInventory' | 'interventions' | 'backups' | 'undertakings' | 'annexes', string>;
  front: {
    version: string;
    approval: string;
    review: string;
    manager: string;
    adviser: string;
    replaces: (number: number, date: string) => string;
    draft: string;
    atTheLatest: (date: string) => string;
    deputy: (name: string) => string;
    since: (date: string) => string;
  };
  approved: Record<Approver, (decision: Decision) => string>;
  toApprove: Record<Approver, string>;
  runningVersion: (number: number) => string;
  footer: { draft: (date: string) => string; approved: (approval: string) => string; audit: (number: string, hash: string) => string };
  letter: { placeAndDate: string; written: (place: string, date: string) => string; phone: string; federalService: { name: string; lines: string[] } };
  /** What the index of a dossier says of a document. */
  index: {
    draft: string;
    approved: (approval: string) => string;
    version: string;
    review: string;
  };
};

/** A total table: a language of documents without its words does not compile. */
export const words: Record<DocumentLanguage, Words> = { fr, nl, de };
