import { restrictedBlocks } from '../../documents/restricted.ts';
import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { type Outcome, timingOf } from '../../kernel/reasoned-decision.ts';
import { type Addressee, noticeNumber } from './infringement.ts';
import { longDate, words } from './words.ts';

/** All that a notice and the decision on it say. */
export type NoticeFacts = {
  centre: { name: string; municipality: string; lines: string[] };
  year: number | null;
  number: number | null;
  addressee: Addressee;
  addresseeName: string | null;
  authorName: string;
  subject: string;
  rule: string | null;
  foundOn: CivilDate | null;
  facts: string | null;
  concerned: string | null;
  reasons: string | null;
  recommendation: string | null;
  delayDays: number | null;
  delayReason: string | null;
  sentOn: CivilDate | null;
  receivedOn: CivilDate | null;
  dueOn: CivilDate | null;
  outcome: Outcome | null;
  decisionReasons: string | null;
  decidedOn: CivilDate | null;
  decidedByName: string | null;
  decidedForName: string | null;
  delegatedFrom: CivilDate | null;
  delegatedUntil: CivilDate | null;
};

const plain = (text: string): Inline[] => [{ text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', content: plain(text) });
const part = (title: string, key: string, blocks: Block[]): Section => ({ key, level: 1, title, blocks });
const told = (title: string, key: string, text: string | null): Section[] => (text ? [part(title, key, restrictedBlocks(text))] : []);
const numberOf = ({ year, number, addressee }: NoticeFacts, language: DocumentLanguage): string => (year && number ? noticeNumber({ year, number, addressee }) : words[language].draftNumber);

/** The notice as a confidential letter, with the advice that would prevent another infringement. Before it is sent, it says that it is a draft. */
export const noticeModel = (facts: NoticeFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  const written = facts.sentOn ?? day;
  const title = own.noticeTitle(numberOf(facts, language));
  const office = own.addressees[facts.addressee];
  const facing = [
    ...(facts.rule ? [{ term: own.rule, description: plain(facts.rule) }] : []),
    ...(facts.foundOn ? [{ term: own.foundOn, description: plain(longDate(facts.foundOn, language)) }] : []),
  ];
  return {
    language,
    layout: 'letter',
    title,
    subtitle: facts.subject,
    sender: { name: facts.centre.name, lines: facts.centre.lines },
    recipient: { name: facts.addresseeName ?? office, lines: facts.addresseeName ? [office] : [] },
    reference: [{ term: own.placeAndDate, value: own.written(facts.centre.municipality, longDate(written, language)) }],
    front: [],
    sections: [
      part('', 'opening', [
        { type: 'paragraph', content: [{ text: own.confidential, bold: true }] },
        paragraph(own.opening[facts.addressee]),
        ...(facing.length > 0 ? [{ type: 'definitions' as const, items: facing }] : []),
      ]),
      ...told(own.facts, 'facts', facts.facts),
      ...told(own.concerned, 'concerned', facts.concerned),
      ...told(own.reasons, 'reasons', facts.reasons),
      ...told(own.recommendation, 'recommendation', facts.recommendation),
      part(own.decisionAwaited, 'awaited', [
        ...(facts.dueOn ? [paragraph(own.within(longDate(facts.dueOn, language)))] : []),
        ...(facts.delayDays && facts.delayReason ? [paragraph(own.sooner(facts.delayDays, facts.delayReason))] : []),
        { type: 'note', content: plain(own.law) },
        { type: 'signatures', blocks: [{ capacity: own.adviser, name: plain(facts.authorName) }] },
      ]),
    ],
    runningTitle: title,
    footer: facts.sentOn ? own.sentFooter(longDate(facts.sentOn, language)) : own.draftFooter(longDate(day, language)),
    date: written,
  };
};

/** The decision on the advice of a notice, as a confidential letter back; undefined where none is taken. */
export const noticeDecisionModel = (facts: NoticeFacts, language: DocumentLanguage): DocumentModel | undefined => {
  const { outcome, decidedOn, dueOn, receivedOn, decidedForName, delegatedFrom, delegatedUntil } = facts;
  if (!outcome || !decidedOn || !dueOn || !receivedOn) return undefined;
  const own = words[language];
  const number = numberOf(facts, language);
  const title = own.decisionTitle(number);
  const late = timingOf({ dueOn, decidedOn }, decidedOn) === 'late';
  const office = own.addressees[facts.addressee];
  const by = facts.decidedByName ?? office;
  const signed = decidedForName && delegatedFrom && delegatedUntil ? own.byDelegation(by, decidedForName, longDate(delegatedFrom, language), longDate(delegatedUntil, language)) : by;
  return {
    language,
    layout: 'letter',
    title,
    subtitle: facts.subject,
    sender: { name: facts.centre.name, lines: facts.centre.lines },
    recipient: { name: facts.authorName, lines: [own.adviser] },
    reference: [
      { term: own.placeAndDate, value: own.written(facts.centre.municipality, longDate(decidedOn, language)) },
      { term: own.reference, value: number },
    ],
    front: [],
    sections: [
      part('', 'decision', [
        { type: 'paragraph', content: [{ text: own.confidential, bold: true }] },
        paragraph(own.decisionOpening(number, longDate(receivedOn, language))),
        { type: 'note', content: [{ text: own.outcomes[outcome], bold: true }] },
        paragraph(own.timing[late ? 'late' : 'inTime'](longDate(dueOn, language))),
      ]),
      ...told(own.decisionReasons, 'reasons', facts.decisionReasons),
      part('', 'signature', [{ type: 'signatures', blocks: [{ capacity: office, name: plain(signed) }] }]),
    ],
    runningTitle: title,
    footer: own.decidedFooter(longDate(decidedOn, language)),
    date: decidedOn,
  };
};
