import { restrictedBlocks, restrictedInline } from '../../documents/restricted.ts';
import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { MandateKind } from '../people/mandate.ts';
import { meetingNumber } from './meeting.ts';
import { longDate, words } from './words.ts';

export type DecisionFacts = { text: string; personName: string | null; role: MandateKind | null; dueOn: CivilDate | null; doneOn: CivilDate | null; doneHow: string | null };
/** A decision of an earlier meeting that this one follows up. */
export type FollowUpFacts = DecisionFacts & { meeting: { number: number; year: number }; position: number };

/** All that a convocation or minutes say of a meeting. */
export type MeetingFacts = {
  centre: { name: string; municipality: string; lines: string[] };
  year: number;
  number: number;
  heldOn: CivilDate;
  startTime: string | null;
  place: string | null;
  calledBy: string | null;
  calledOn: CivilDate | null;
  preparedOn: CivilDate | null;
  attendance: readonly { name: string; kinds: readonly MandateKind[]; capacity: string | null; presence: 'present' | 'excused' | 'absent' | null }[];
  points: readonly { title: string; minutes: string | null; decision: DecisionFacts | null }[];
  followUp: readonly FollowUpFacts[];
  /** Minutes that this meeting has to approve. */
  toApprove: readonly { number: number; year: number; heldOn: CivilDate }[];
  signatories: { directorGeneral: string | null; adviser: string | null };
};

const plain = (text: string): Inline[] => [{ text }];

/** The points of the agenda with those that every meeting has: minutes to approve, decisions to follow up. */
const agendaOf = (facts: MeetingFacts, language: DocumentLanguage): { key: string; title: string; point?: MeetingFacts['points'][number] }[] => {
  const own = words[language];
  return [
    ...(facts.toApprove.length > 0 ? [{ key: 'approval', title: own.approveMinutes(facts.toApprove.map(meetingNumber).join(', ')) }] : []),
    ...(facts.followUp.length > 0 ? [{ key: 'followUp', title: own.followUp }] : []),
    ...facts.points.map((point, index) => ({ key: `point${index + 1}`, title: point.title, point })),
  ];
};

const who = ({ personName, role }: DecisionFacts, language: DocumentLanguage): string => personName ?? (role ? words[language].mandates[role] : words[language].nobody);

const followUpTable = (facts: MeetingFacts, language: DocumentLanguage): Block => {
  const own = words[language];
  return {
    type: 'table',
    columns: [
      { title: own.number, width: 1 },
      { title: own.decision, width: 4.4 },
      { title: own.responsible, width: 2.2 },
      { title: own.due, width: 2 },
      { title: own.state, width: 2.6 },
    ],
    rows: facts.followUp.map((decision) => [
      plain(`${meetingNumber(decision.meeting)}.${decision.position}`),
      plain(decision.text),
      plain(who(decision, language)),
      plain(decision.dueOn ? longDate(decision.dueOn, language) : own.noDate),
      decision.doneOn
        ? plain([own.doneOn(longDate(decision.doneOn, language)), ...(decision.doneHow ? [decision.doneHow] : [])].join('\n'))
        : [{ text: decision.dueOn && decision.dueOn < facts.heldOn ? own.late : own.open, bold: decision.dueOn !== null && decision.dueOn < facts.heldOn }],
    ]),
    empty: own.none,
  };
};

const decisionBlock = (decision: DecisionFacts, language: DocumentLanguage): Block => {
  const own = words[language];
  return {
    type: 'note',
    content: [
      { text: `${own.decisionIs} `, bold: true },
      ...restrictedInline(decision.text),
      { text: `\n${own.responsible}${own.colon} ${who(decision, language)}. ${own.due}${own.colon} ${decision.dueOn ? longDate(decision.dueOn, language) : own.noDate}.` },
    ],
  };
};

const base = (facts: MeetingFacts, language: DocumentLanguage): Pick<DocumentModel, 'language' | 'sender' | 'front'> => ({
  language,
  sender: { name: facts.centre.name, lines: facts.centre.lines },
  front: [],
});
const when = (facts: MeetingFacts, language: DocumentLanguage): string => words[language].when(longDate(facts.heldOn, language), facts.startTime);
const list = (title: string, key: string, blocks: Block[]): Section => ({ key, level: 1, title, blocks });

/** The convocation: an official letter to the members, with the agenda and the decisions that will be followed up. */
export const convocationModel = (facts: MeetingFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  const written = facts.calledOn ?? day;
  const place = facts.place ? [{ term: own.place, description: plain(facts.place) }] : [];
  return {
    ...base(facts, language),
    layout: 'letter',
    title: own.convocation(meetingNumber(facts)),
    recipient: { name: own.members, lines: facts.attendance.map(({ name }) => name) },
    reference: [{ term: own.placeAndDate, value: own.written(facts.centre.municipality, longDate(written, language)) }],
    sections: [
      list('', 'call', [
        { type: 'paragraph', content: plain(own.invitation) },
        { type: 'definitions', items: [{ term: own.dateAndTime, description: plain(when(facts, language)) }, ...place] },
      ]),
      list(own.agenda, 'agenda', [
        { type: 'list', ordered: true, items: agendaOf(facts, language).map(({ title }) => plain(title)) },
        { type: 'signatures', blocks: [{ capacity: own.caller, ...(facts.calledBy ? { name: plain(facts.calledBy) } : {}) }] },
      ]),
      ...(facts.followUp.length > 0 ? [list(own.followUp, 'followUp', [followUpTable(facts, language)])] : []),
    ],
    runningTitle: own.convocation(meetingNumber(facts)),
    footer: own.convocationFooter(longDate(written, language)),
    date: written,
  };
};

/** The minutes: who was there, what was said and decided on each point. `approval` makes them those that are frozen. */
export const minutesModel = (facts: MeetingFacts, language: DocumentLanguage, day: CivilDate, approval?: { approvedOn: CivilDate; approval: 'nextMeeting' | 'present' }): DocumentModel => {
  const own = words[language];
  const title = own.minutes(meetingNumber(facts));
  const line = (term: string, value: string | null) => (value ? [{ term, value: plain(value) }] : []);
  const points = agendaOf(facts, language).map(({ key, title: heading, point }): Section => {
    if (key === 'approval') return list(heading, key, [{ type: 'paragraph', content: plain(own.toApprove(facts.toApprove.map(({ heldOn }) => longDate(heldOn, language)).join(', '))) }]);
    if (key === 'followUp') return list(heading, key, [followUpTable(facts, language)]);
    const blocks = [...(point?.minutes ? restrictedBlocks(point.minutes) : []), ...(point?.decision ? [decisionBlock(point.decision, language)] : [])];
    return list(heading, key, blocks.length > 0 ? blocks : [{ type: 'paragraph', content: [{ text: own.nothingSaid, italic: true }] }]);
  });
  return {
    ...base(facts, language),
    layout: 'report',
    title,
    subtitle: own.platform,
    front: [
      ...line(own.dateAndTime, when(facts, language)),
      ...line(own.place, facts.place),
      ...line(own.calledBy, facts.calledBy),
      ...line(own.approvalTerm, approval ? own.approved[approval.approval](longDate(approval.approvedOn, language)) : own.notApproved),
    ],
    sections: [
      list(own.attendance, 'attendance', [
        {
          type: 'table',
          columns: [
            { title: own.person, width: 3 },
            { title: own.capacity, width: 4.4 },
            { title: own.presence, width: 1.6 },
          ],
          rows: facts.attendance.map(({ name, kinds, capacity, presence }) => [
            plain(name),
            plain(capacity ?? kinds.map((kind) => own.mandates[kind]).join(', ')),
            plain(presence ? own.presences[presence] : ''),
          ]),
          empty: own.none,
        },
      ]),
      ...points,
      list(own.signatures, 'signatures', [
        {
          type: 'signatures',
          blocks: [
            { capacity: own.mandates.directorGeneral, ...(facts.signatories.directorGeneral ? { name: plain(facts.signatories.directorGeneral) } : {}) },
            { capacity: own.mandates.adviser, ...(facts.signatories.adviser ? { name: plain(facts.signatories.adviser) } : {}) },
          ],
        },
      ]),
    ],
    runningTitle: title,
    footer: approval ? own.approvedFooter(own.approved[approval.approval](longDate(approval.approvedOn, language))) : own.draftFooter(longDate(day, language)),
    date: approval?.approvedOn ?? day,
  };
};
