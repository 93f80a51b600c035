import { restrictedBlocks } from '../../documents/restricted.ts';
import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { type Outcome, timingOf } from '../../kernel/reasoned-decision.ts';
import { adviceNumber, type Capacity } from './advice.ts';
import { longDate, words } from './words.ts';

/** All that an advice, the decision on it and the register say. Names are those of the people as the register of people has them. */
export type AdviceFacts = {
  centre: { name: string; municipality: string; lines: string[] };
  year: number | null;
  number: number | null;
  capacity: Capacity;
  authorName: string | null;
  directorGeneral: string | null;
  askedOn: CivilDate | null;
  askedByName: string | null;
  question: string | null;
  oral: boolean;
  oralReason: string | null;
  subject: string;
  facts: string | null;
  reasons: string | null;
  recommendation: string | null;
  risk: string | null;
  alternatives: string | null;
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
  withdrawnOn: CivilDate | null;
};

const plain = (text: string): Inline[] => [{ text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', content: plain(text) });
const part = (title: string, key: string, blocks: Block[]): Section => ({ key, level: 1, title, blocks });
const told = (title: string, key: string, text: string | null): Section[] => (text ? [part(title, key, restrictedBlocks(text))] : []);
const numberOf = ({ year, number }: AdviceFacts, language: DocumentLanguage): string => (year && number ? adviceNumber({ year, number }) : words[language].draftNumber);

const letter = (
  facts: AdviceFacts,
  language: DocumentLanguage,
  title: string,
  written: CivilDate,
): Pick<DocumentModel, 'language' | 'layout' | 'title' | 'subtitle' | 'sender' | 'front' | 'runningTitle' | 'date'> => ({
  language,
  layout: 'letter',
  title,
  subtitle: facts.subject,
  sender: { name: facts.centre.name, lines: facts.centre.lines },
  front: [],
  runningTitle: title,
  date: written,
});

/** The advice as a letter to the daily manager; the note of one that was given by word of mouth. Before it is sent, it says that it is a draft. */
export const adviceModel = (facts: AdviceFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  const written = facts.sentOn ?? day;
  const title = own.adviceTitle(numberOf(facts, language), facts.oral);
  const opening = facts.askedOn ? own.opening.asked(facts.askedByName ?? '', longDate(facts.askedOn, language)) : own.opening.unasked('', '');
  return {
    ...letter(facts, language, title, written),
    recipient: { name: facts.directorGeneral ?? own.directorGeneral, lines: facts.directorGeneral ? [own.directorGeneral] : [] },
    reference: [{ term: own.placeAndDate, value: own.written(facts.centre.municipality, longDate(written, language)) }],
    sections: [
      part('', 'opening', [paragraph(opening), ...(facts.oral && facts.oralReason ? [paragraph(own.oralNote), ...restrictedBlocks(facts.oralReason)] : [])]),
      ...told(own.question, 'question', facts.question),
      ...told(own.facts, 'facts', facts.facts),
      ...told(own.reasons, 'reasons', facts.reasons),
      ...told(own.recommendation, 'recommendation', facts.recommendation),
      ...told(own.risk, 'risk', facts.risk),
      ...told(own.alternatives, 'alternatives', facts.alternatives),
      part(own.decisionAwaited, 'awaited', [
        ...(facts.dueOn ? [paragraph(own.within(longDate(facts.dueOn, language)))] : []),
        ...(facts.delayDays && facts.delayReason ? [paragraph(own.sooner(facts.delayDays, facts.delayReason))] : []),
        { type: 'note', content: plain(own.law) },
        { type: 'signatures', blocks: [{ capacity: own.capacities[facts.capacity], ...(facts.authorName ? { name: plain(facts.authorName) } : {}) }] },
      ]),
    ],
    footer: facts.sentOn ? own.sentFooter(longDate(facts.sentOn, language)) : own.draftFooter(longDate(day, language)),
  };
};

/** Who decided: the daily manager, or whoever held the mandate by a delegation, and from when to when. */
export const deciderOf = (facts: Pick<AdviceFacts, 'decidedByName' | 'decidedForName' | 'delegatedFrom' | 'delegatedUntil'>, language: DocumentLanguage): string => {
  const own = words[language];
  const name = facts.decidedByName ?? own.directorGeneral;
  return facts.decidedForName && facts.delegatedFrom && facts.delegatedUntil
    ? own.byDelegation(name, facts.decidedForName, longDate(facts.delegatedFrom, language), longDate(facts.delegatedUntil, language))
    : own.decidedBy(name);
};

/** The decision as a letter back to whoever gave the advice; undefined where none is taken. */
export const decisionModel = (facts: AdviceFacts, language: DocumentLanguage): DocumentModel | undefined => {
  const { outcome, decidedOn, dueOn, receivedOn } = facts;
  if (!outcome || !decidedOn || !dueOn || !receivedOn) return undefined;
  const own = words[language];
  const number = numberOf(facts, language);
  const timing = timingOf({ dueOn, decidedOn }, decidedOn);
  return {
    ...letter(facts, language, own.decisionTitle(number), decidedOn),
    recipient: { name: facts.authorName ?? own.capacities[facts.capacity], lines: facts.authorName ? [own.capacities[facts.capacity]] : [] },
    reference: [
      { term: own.placeAndDate, value: own.written(facts.centre.municipality, longDate(decidedOn, language)) },
      { term: own.reference, value: number },
    ],
    sections: [
      part('', 'decision', [
        paragraph(own.decisionOpening(facts.subject, number, longDate(receivedOn, language))),
        { type: 'note', content: [{ text: own.outcomes[outcome], bold: true }] },
        paragraph(own.timing[timing === 'late' ? 'late' : 'inTime'](longDate(dueOn, language))),
      ]),
      ...told(own.decisionReasons, 'reasons', facts.decisionReasons),
      part('', 'signature', [{ type: 'signatures', blocks: [{ capacity: own.directorGeneral, name: plain(deciderOf(facts, language)) }] }]),
    ],
    footer: own.decidedFooter(longDate(decidedOn, language)),
  };
};

/** The register of one year: every advice that was given in it, in its order, with what was decided and whether in time. */
export const registerModel = (centre: AdviceFacts['centre'], year: number, rows: readonly AdviceFacts[], language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  const stands = rows.flatMap(({ dueOn, decidedOn, withdrawnOn }) => (dueOn && !withdrawnOn ? [timingOf({ dueOn, decidedOn }, day)] : []));
  const decided = rows.filter(({ outcome }) => outcome).length;
  const count = (...wanted: string[]): number => stands.filter((timing) => wanted.includes(timing)).length;
  const decision = (row: AdviceFacts): Inline[] => {
    if (row.withdrawnOn) return plain(own.withdrawnOn(longDate(row.withdrawnOn, language)));
    const timing = row.dueOn ? timingOf({ dueOn: row.dueOn, decidedOn: row.decidedOn }, day) : undefined;
    const stand = timing === 'inTime' || timing === undefined ? undefined : own.registerState[timing];
    if (!row.outcome || !row.decidedOn) return [{ text: stand ?? '', bold: timing === 'waitingLate' }];
    return [
      { text: `${own.outcomesShort[row.outcome]}, ${own.decidedOn(longDate(row.decidedOn, language))}` },
      ...(stand ? [{ text: `\n${stand}`, bold: true }] : []),
      { text: `\n${deciderOf(row, language)}` },
    ];
  };
  const title = own.register(year);
  return {
    language,
    layout: 'report',
    title,
    subtitle: own.registerSubtitle,
    sender: { name: centre.name, lines: centre.lines },
    front: [],
    sections: [
      part(title, 'register', [
        paragraph(own.registerIntro(rows.length, decided, count('late'), count('waiting', 'waitingLate'))),
        {
          type: 'table',
          columns: [
            { title: own.columns.number, width: 1.3 },
            { title: own.columns.given, width: 2 },
            { title: own.columns.subject, width: 3.2 },
            { title: own.columns.by, width: 2 },
            { title: own.columns.due, width: 1.8 },
            { title: own.columns.decision, width: 3 },
          ],
          rows: rows.map((row) => [
            [{ text: numberOf(row, language), bold: true }, ...(row.oral ? [{ text: `\n${own.oral}` }] : [])],
            plain([row.sentOn, row.receivedOn === row.sentOn ? null : row.receivedOn].flatMap((date) => (date ? [longDate(date, language)] : [])).join('\n')),
            plain(row.subject),
            plain([row.authorName, own.capacities[row.capacity]].filter(Boolean).join('\n')),
            plain(row.dueOn ? longDate(row.dueOn, language) : ''),
            decision(row),
          ]),
          empty: own.none,
        },
      ]),
    ],
    runningTitle: title,
    footer: own.registerFooter(longDate(day, language)),
    date: day,
  };
};
