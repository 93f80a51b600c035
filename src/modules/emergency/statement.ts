import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import { dayOf } from '../../kernel/counting.ts';
import { type CivilDate, zone } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { AbsentState, AbsentThing } from './emergency.ts';
import { longDate, words } from './words.ts';

type Centre = { name: string; lines: readonly string[] };
const plain = (text: string): Inline[] => [{ text }];
const item = (term: string, value: string | null | undefined) => (value ? [{ term, description: plain(value) }] : []);
const section = (key: string, title: string, blocks: Block[]): Section => ({ key, level: 1, title, blocks });
const hour = new Intl.DateTimeFormat('fr-BE', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const moment = (instant: Date, language: DocumentLanguage): string => words[language].at(longDate(dayOf(instant), language), hour.format(instant));

const whole = (centre: Centre, language: DocumentLanguage, day: CivilDate, title: string, subtitle: string, sections: Section[]): DocumentModel => ({
  language,
  layout: 'report',
  title,
  subtitle,
  sender: { name: centre.name, lines: [...centre.lines] },
  front: [],
  sections,
  runningTitle: title,
  footer: words[language].footer(longDate(day, language)),
  date: day,
});

export type AbsentFacts = {
  state: AbsentState;
  personName: string;
  what: AbsentThing;
  resourceName: string | null;
  absentSince: CivilDate;
  absentUntil: CivilDate | null;
  purpose: string;
  urgency: string | null;
  askedOn: CivilDate;
  askedName: string;
  decidedOn: CivilDate | null;
  decidedName: string | null;
  decisionReason: string | null;
  lookedName: string | null;
  presenceName: string | null;
  lookedFrom: Date | null;
  lookedUntil: Date | null;
  lookedAt: string | null;
  personalMet: boolean | null;
  toldOn: CivilDate | null;
  toldHow: string | null;
};

/** The statement of a look into what somebody absent keeps, as it stands that day. */
export const absentStatement = (facts: AbsentFacts, centre: Centre, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const { absent: own, signatures, capacities } = words[language];
  const date = (value: CivilDate) => longDate(value, language);
  return whole(centre, language, day, own.title, facts.personName, [
    section('request', own.request, [
      {
        type: 'definitions',
        items: [
          ...item(own.person, facts.personName),
          ...item(own.what, [own.things[facts.what], facts.resourceName].filter(Boolean).join(' – ')),
          ...item(own.absence, own.from(date(facts.absentSince), facts.absentUntil && date(facts.absentUntil))),
          ...item(own.asked, own.by(facts.askedName, date(facts.askedOn))),
          ...item(own.purpose, facts.purpose),
          ...item(own.urgency, facts.urgency),
        ],
      },
    ]),
    section('decision', own.decision, [
      {
        type: 'definitions',
        items: [
          ...item(own.decision, [own.states[facts.state], facts.decidedOn && own.by(facts.decidedName ?? '', date(facts.decidedOn))].filter(Boolean).join(', ')),
          ...item(own.reason, facts.decisionReason),
        ],
      },
    ]),
    section(
      'look',
      own.look,
      facts.lookedFrom && facts.lookedUntil
        ? [
            {
              type: 'definitions',
              items: [
                ...item(own.lookedBy, facts.lookedName),
                ...item(own.presence, facts.presenceName),
                ...item(own.period, `${moment(facts.lookedFrom, language)} – ${hour.format(facts.lookedUntil)}`),
                ...item(own.lookedAt, facts.lookedAt),
                ...item(own.personal, facts.personalMet ? own.personalMet : own.personalNot),
                ...item(own.told, facts.toldOn ? [date(facts.toldOn), facts.toldHow].filter(Boolean).join(', ') : own.notTold),
              ],
            },
          ]
        : [{ type: 'paragraph', content: plain(own.pending) }],
    ),
    section('signatures', signatures, [
      {
        type: 'signatures',
        blocks: [
          { capacity: capacities.director, ...(facts.decidedName ? { name: plain(facts.decidedName) } : {}) },
          ...(facts.lookedName ? [{ capacity: capacities.looker, name: plain(facts.lookedName) }] : []),
          ...(facts.presenceName ? [{ capacity: capacities.presence, name: plain(facts.presenceName) }] : []),
        ],
      },
    ]),
  ]);
};

export type OpeningFacts = {
  title: string;
  resourceName: string;
  place: string;
  seal: string;
  openedAt: Date;
  openedName: string;
  witnessName: string | null;
  entitled: boolean;
  reason: string;
  closedAt: Date | null;
  changedOn: CivilDate | null;
  changedName: string | null;
  resealedOn: CivilDate | null;
  newSeal: string | null;
};

/** The statement of an opening of a sealed way in, as it stands that day. It never bears the secret. */
export const openingStatement = (facts: OpeningFacts, centre: Centre, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const { opening: own, absent, signatures, capacities, facts: title } = words[language];
  return whole(centre, language, day, own.title, facts.title, [
    section('facts', title, [
      {
        type: 'definitions',
        items: [
          ...item(own.envelope, facts.title),
          ...item(own.resource, facts.resourceName),
          ...item(own.seal, facts.seal),
          ...item(own.opened, moment(facts.openedAt, language)),
          ...item(own.openedBy, `${facts.openedName}, ${facts.entitled ? own.entitled : own.notEntitled}`),
          ...item(own.witness, facts.witnessName),
          ...item(own.reason, facts.reason),
          ...item(own.closed, facts.closedAt && moment(facts.closedAt, language)),
        ],
      },
    ]),
    section('after', own.after, [
      facts.changedOn && facts.resealedOn
        ? {
            type: 'definitions',
            items: [
              ...item(own.changed, absent.by(facts.changedName ?? '', longDate(facts.changedOn, language))),
              ...item(own.resealed, longDate(facts.resealedOn, language)),
              ...item(own.newSeal, facts.newSeal),
              ...item(own.place, facts.place),
            ],
          }
        : { type: 'note', content: plain(own.notYet) },
      { type: 'paragraph', content: plain(own.noSecret) },
    ]),
    section('signatures', signatures, [
      {
        type: 'signatures',
        blocks: [
          { capacity: capacities.opener, name: plain(facts.openedName) },
          ...(facts.witnessName ? [{ capacity: capacities.witness, name: plain(facts.witnessName) }] : []),
          { capacity: capacities.adviser },
        ],
      },
    ]),
  ]);
};
