import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { type Answer, answers, type Answers, type Checks, forbiddenBy, type Line, type LineId, lineIds, linesOf, questionsOf, results, situations, type Situation, toJudge } from './lines.ts';
import { Weekdays } from './window.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** The states of a telework, in the order of its life; `onSite` says that nobody works away, and asks for nothing. */
export const teleworkStates = ['asked', 'assessed', 'checked', 'authorised', 'agreed', 'inForce', 'ended', 'refused', 'onSite'] as const;
export type TeleworkState = (typeof teleworkStates)[number];

export const endReasons = ['asked', 'departure', 'change', 'notKept', 'other'] as const;

/** What is asked for one person: how, on which days, on what. Until it is agreed it may change; another situation or device begins its checks again. */
export const TeleworkInput = z
  .strictObject({
    personId: z.uuid(),
    situation: z.enum(situations),
    bcss: z.boolean().default(false),
    weekdays: Weekdays.default([]),
    deviceId: z.uuid().optional(),
    privateDevice: text(200).optional(),
    reason: text(1000).optional(),
    askedOn: CivilDate,
    beganOn: CivilDate.optional(),
    replacesId: z.uuid().optional(),
  })
  .refine(({ situation, weekdays }) => situation === 'onSite' || weekdays.length > 0, { message: 'weekdayMissing', path: ['weekdays'] })
  .refine(({ situation, deviceId }) => situation === 'employerDevice' || !deviceId, { message: 'deviceOfOther', path: ['deviceId'] })
  .refine(({ situation, privateDevice }) => ['virtualDesktop', 'privateDevice'].includes(situation) || !privateDevice, { message: 'deviceOfOther', path: ['privateDevice'] })
  .meta({
    id: 'TeleworkData',
    example: { personId: '01990000-0000-7000-8000-000000000001', situation: 'employerDevice', bcss: true, weekdays: [2, 4], askedOn: '2026-11-20' },
  });
export type TeleworkInput = z.infer<typeof TeleworkInput>;

/** An agreement of paper, from before Beffroi: as it was made, without the checks that Beffroi asks for. */
export type EarlierAgreement = Pick<TeleworkInput, 'personId' | 'situation' | 'weekdays' | 'reason'> & { agreedOn: CivilDate; until?: CivilDate };
/** Whether a telework was agreed on paper: nobody authorised it here, and it has no document of Beffroi. */
export const agreedOnPaper = (one: { agreedOn?: CivilDate | null | undefined; authorisedOn?: CivilDate | null | undefined }): boolean => Boolean(one.agreedOn) && !one.authorisedOn;

/** What a person asks for themselves. */
export const OwnTeleworkInput = z
  .strictObject({
    situation: z.enum(['employerDevice', 'virtualDesktop', 'privateDevice']),
    bcss: z.boolean().default(false),
    weekdays: Weekdays.min(1),
    privateDevice: text(200).optional(),
    reason: text(1000).optional(),
  })
  .meta({ id: 'OwnTeleworkData', example: { situation: 'employerDevice', bcss: true, weekdays: [2, 4] } });

export const AnswersInput = z.strictObject({ answers: z.partialRecord(z.enum(lineIds), z.enum(answers)) }).meta({ id: 'TeleworkAnswers', example: { answers: { apart: 'yes' } } });
const Judged = z.strictObject({ result: z.enum(results), note: text(500).optional() });
export const ChecksInput = z
  .strictObject({ checks: z.partialRecord(z.enum(lineIds), Judged), checkedOn: CivilDate.optional(), checkedBy: text(160).optional() })
  .meta({ id: 'TeleworkChecks', example: { checks: { vpn: { result: 'ok' } } } });
export const AuthorisationInput = z.strictObject({ conditions: text(2000).optional(), authorisedOn: CivilDate.optional() }).meta({ id: 'TeleworkAuthorisation', example: {} });
export const AgreementInput = z
  .strictObject({ start: CivilDate, until: CivilDate.optional(), agreedOn: CivilDate.optional() })
  .refine(({ start, until }) => !until || until >= start, { message: 'endBeforeStart', path: ['until'] })
  .meta({ id: 'TeleworkAgreement', example: { start: '2026-12-01', until: '2027-11-30' } });
export const RefusalInput = z.strictObject({ reason: text(1000) }).meta({ id: 'TeleworkRefusal', example: { reason: 'Le guichet demande une présence chaque jour.' } });
export const ReviewInput = z.strictObject({ reviewedOn: CivilDate.optional(), note: text(1000).optional() }).meta({ id: 'TeleworkReview', example: {} });
export const EndInput = z.strictObject({ endedOn: CivilDate, reason: z.enum(endReasons) }).meta({ id: 'TeleworkEnd', example: { endedOn: '2026-11-30', reason: 'asked' } });
export const ClosingInput = z.strictObject({ copiesErasedOn: CivilDate.optional(), deviceBackOn: CivilDate.optional() }).meta({ id: 'TeleworkClosing', example: { copiesErasedOn: '2026-12-01' } });

/** The days by which a telework lives. */
export type Life = {
  situation: Situation;
  assessedOn?: CivilDate | null | undefined;
  checkedOn?: CivilDate | null | undefined;
  authorisedOn?: CivilDate | null | undefined;
  agreedOn?: CivilDate | null | undefined;
  start?: CivilDate | null | undefined;
  until?: CivilDate | null | undefined;
  refusedOn?: CivilDate | null | undefined;
  endedOn?: CivilDate | null | undefined;
};

/** Where a telework stands on a day. `until` belongs to it; what was ended is over from that day on. */
export const stateOf = (life: Life, today: CivilDate): TeleworkState => {
  if (life.refusedOn) return 'refused';
  if ((life.endedOn && life.endedOn <= today) || (life.until && life.until < today)) return 'ended';
  if (life.situation === 'onSite') return 'onSite';
  if (life.agreedOn) return life.start && life.start > today ? 'agreed' : 'inForce';
  return life.authorisedOn ? 'authorised' : life.checkedOn ? 'checked' : life.assessedOn ? 'assessed' : 'asked';
};

/** The lines that the person has not answered. Nothing is left out in silence: what one does not know is an answer. */
export const unanswered = (one: { situation: Situation; bcss: boolean }, said: Answers): Line[] => questionsOf(one).filter(({ id }) => said[id as LineId] === undefined);

type Checked = { situation: Situation; bcss: boolean; answers: Answers; checks: Checks };
type Fault = { name: string; code: string };

/** What speaks against a check as it is sent: a line not judged, a condition without words, one that this situation does not ask. */
export const checkFaults = (one: Checked): Fault[] => [
  ...toJudge(one, one.answers, one.checks).map(({ id }) => ({ name: `checks.${id}`, code: 'required' })),
  ...Object.entries(one.checks).flatMap(([id, check]) => [
    ...(check.result !== 'ok' && !check.note ? [{ name: `checks.${id}`, code: 'noteMissing' }] : []),
    ...(linesOf(one).some((line) => line.id === id) ? [] : [{ name: `checks.${id}`, code: 'lineUnknown' }]),
  ]),
];

/** Whether nothing that was checked forbids it. */
export const mayBeAuthorised = (one: Checked): boolean => forbiddenBy(one, one.checks).length === 0;

/** Only the answers and checks that a situation asks for. */
export const answersFor = (one: { situation: Situation; bcss: boolean }, said: Answers): Answers =>
  Object.fromEntries(questionsOf(one).flatMap(({ id }): [string, Answer][] => (said[id as LineId] ? [[id, said[id as LineId]!]] : []))) as Answers;

/** What is left to do once it is over: local copies erased, and what the centre lent brought back. */
export const leftToClose = (ended: {
  situation: Situation;
  deviceId?: string | null | undefined;
  copiesErasedOn?: CivilDate | null | undefined;
  deviceBackOn?: CivilDate | null | undefined;
}): ('copies' | 'device')[] => (ended.situation === 'onSite' ? [] : [...(ended.copiesErasedOn ? [] : (['copies'] as const)), ...(ended.deviceId && !ended.deviceBackOn ? (['device'] as const) : [])]);
