import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();
/** Wall-clock time in Belgium, `HH:MM`. */
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalidTime');

/** What an intervention is (POL 1.3 d, the table of interventions). */
export const natures = ['repair', 'update', 'emergencyPowerTest', 'mediaRotation', 'disposal', 'installation', 'check', 'other'] as const;
export type Nature = (typeof natures)[number];
export const states = ['announced', 'asked', 'agreed', 'refused', 'started', 'done', 'cancelled'] as const;
export type State = (typeof states)[number];
export const outcomes = ['good', 'notGood'] as const;
export type Outcome = (typeof outcomes)[number];
/** How it came into the register: on the page, by a firm's link, by mail, from another room or a check, from an old table. */
export const ways = ['page', 'link', 'mail', 'record', 'workbook'] as const;
export type Way = (typeof ways)[number];

const what = {
  nature: z.enum(natures),
  subject: text(200),
  reason: text(4000).optional(),
  urgent: z.boolean().default(false),
  remote: z.boolean().default(false),
  plannedOn: CivilDate.optional(),
  plannedTime: Time.optional(),
  deviceId: id.optional(),
  resourceId: id.optional(),
  zoneId: id.optional(),
  supplierId: id.optional(),
  byPersonId: id.optional(),
  byNames: text(300).optional(),
  maintenanceId: id.optional(),
};
const timeHasDay = (value: { plannedOn?: string | undefined; plannedTime?: string | undefined }): boolean => !value.plannedTime || Boolean(value.plannedOn);

/** An agreement of remote maintenance covers work from afar, and nothing else. */
const agreementIsRemote = (value: { remote: boolean; maintenanceId?: string | undefined }): boolean => !value.maintenanceId || value.remote;
const remoteIssue = { message: 'maintenanceIsRemote', path: ['maintenanceId'] };

/** What somebody announces: what is to be done, why, when, to what, by whom. */
export const AnnouncementInput = z
  .strictObject(what)
  .refine(timeHasDay, { message: 'required', path: ['plannedOn'] })
  .refine(agreementIsRemote, remoteIssue)
  .meta({ id: 'InterventionData', example: { nature: 'repair', subject: 'Remplacement d’un disque du serveur', plannedOn: '2026-11-24' } });
export type AnnouncementInput = z.infer<typeof AnnouncementInput>;

const begun = { start: CivilDate, startTime: Time.optional() };
const ended = { end: CivilDate, endTime: Time.optional(), outcome: z.enum(outcomes), result: text(4000), followUp: text(2000).optional() };
/** Whether whoever sat at the machine was warned that somebody connects (MES 2.10). */
export const warnings = ['yes', 'no', 'nobody'] as const;
export const seen = { remoteFrom: text(200).optional(), supervisedById: id.optional(), userWarned: z.enum(warnings).optional(), contentsUnread: z.boolean().optional() };

/** Whether it ends when it starts or later; hours count on one day only. */
export const endsAfterStart = (value: { start?: string | null | undefined; startTime?: string | null | undefined; end?: string | null | undefined; endTime?: string | null | undefined }): boolean =>
  !value.start || !value.end || value.end > value.start || (value.end === value.start && (!value.startTime || !value.endTime || value.endTime >= value.startTime));
const endIssue = { message: 'endBeforeStart', path: ['end'] };

export const StartInput = z
  .strictObject({ ...begun, byPersonId: id.optional(), byNames: text(300).optional(), remoteFrom: seen.remoteFrom, supervisedById: seen.supervisedById, userWarned: seen.userWarned })
  .meta({ id: 'InterventionStartData', example: { start: '2026-11-24', startTime: '09:30' } });
export type StartInput = z.infer<typeof StartInput>;

/** What it changed of the device, as the inventory keeps it; what is absent did not change. */
export const DeviceChange = z
  .strictObject({
    operatingSystem: text(120).optional(),
    systemSupportUntil: CivilDate.optional(),
    encrypted: z.boolean().optional(),
    antivirus: z.boolean().optional(),
    serial: text(80).optional(),
    zoneId: id.optional(),
    /** It left for the workshop of the firm that does the intervention, or came back from there. */
    repair: z.enum(['out', 'back']).optional(),
  })
  .meta({ id: 'InterventionDeviceChange', example: { operatingSystem: 'Windows 11', encrypted: true } });
export type DeviceChange = z.infer<typeof DeviceChange>;

/** How it ended. Without a start it began the same day. What was not good says what is to be done. */
export const FinishInput = z
  .strictObject({ ...begun, start: CivilDate.optional(), ...ended, ...seen })
  .refine(endsAfterStart, endIssue)
  .refine((value) => value.outcome === 'good' || Boolean(value.followUp), { message: 'followUpNeeded', path: ['followUp'] })
  .meta({ id: 'InterventionResultData', example: { end: '2026-11-24', outcome: 'good', result: 'Disque remplacé, grappe reconstruite' } });
export type FinishInput = z.infer<typeof FinishInput>;

/** Something that was done already, entered after it: a whole line of the table. */
export const RecordInput = z
  .strictObject({
    ...what,
    ...begun,
    ...seen,
    end: CivilDate.optional(),
    endTime: Time.optional(),
    outcome: z.enum(outcomes).optional(),
    result: text(4000).optional(),
    followUp: text(2000).optional(),
  })
  .refine(endsAfterStart, endIssue)
  .refine((value) => !value.end || Boolean(value.result), { message: 'required', path: ['result'] })
  .refine((value) => value.outcome !== 'notGood' || Boolean(value.followUp), { message: 'followUpNeeded', path: ['followUp'] })
  .refine(agreementIsRemote, remoteIssue);
export type RecordInput = z.infer<typeof RecordInput>;

/** The same with what it changed of its device. */
export const RecordedInput = RecordInput.safeExtend({ device: DeviceChange.optional() })
  .refine(({ device, deviceId }) => !device || deviceId !== undefined, { message: 'required', path: ['deviceId'] })
  .meta({ id: 'InterventionRecordData', example: { nature: 'update', subject: 'Mises à jour du serveur', start: '2026-11-20', end: '2026-11-20', result: 'Installées' } });

/** The adviser's word: yes, no with a reason, or a question. */
export const verdicts = ['agreed', 'refused', 'asked'] as const;
export const VerdictInput = z
  .strictObject({ verdict: z.enum(verdicts), note: text(2000).optional() })
  .refine((value) => value.verdict === 'agreed' || Boolean(value.note), { message: 'noteNeeded', path: ['note'] })
  .meta({ id: 'InterventionVerdict', example: { verdict: 'agreed' } });
export type VerdictInput = z.infer<typeof VerdictInput>;

export const AnswerInput = z.strictObject({ text: text(2000) }).meta({ id: 'InterventionAnswer', example: { text: 'Le service social reste ouvert.' } });
export const CancelInput = z.strictObject({ reason: text(500) }).meta({ id: 'InterventionCancellation', example: { reason: 'La panne a disparu.' } });

/** What is put right once it was agreed or done: the fields that change, and why. */
export const CorrectionInput = z
  .strictObject({
    because: text(500),
    changes: z.looseObject({}).describe('A JSON Merge Patch over what was announced and what was carried out'),
  })
  .meta({ id: 'InterventionCorrection', example: { because: 'Faute de frappe', changes: { subject: 'Remplacement d’un disque' } } });

/** What a correction may touch, whole, after it. */
export const Corrected = z
  .strictObject({
    ...what,
    ...seen,
    start: CivilDate.optional(),
    startTime: Time.optional(),
    end: CivilDate.optional(),
    endTime: Time.optional(),
    outcome: z.enum(outcomes).optional(),
    result: text(4000).optional(),
    followUp: text(2000).optional(),
  })
  .refine(timeHasDay, { message: 'required', path: ['plannedOn'] })
  .refine(endsAfterStart, endIssue)
  .refine((value) => !value.end || Boolean(value.start), { message: 'required', path: ['start'] })
  .refine((value) => Boolean(value.end) === Boolean(value.outcome), { message: 'required', path: ['outcome'] })
  .refine(agreementIsRemote, remoteIssue);
export type Corrected = z.infer<typeof Corrected>;
export const correctable = Object.keys(Corrected.shape) as (keyof Corrected)[];

export const SettingInput = z.strictObject({ urgentFirst: z.boolean() }).meta({ id: 'InterventionSettingData', example: { urgentFirst: true } });

/** The facts of an intervention that say where it stands. */
export type Standing = {
  decision?: 'agreed' | 'refused' | null | undefined;
  question?: string | null | undefined;
  start?: string | null | undefined;
  end?: string | null | undefined;
  cancelledOn?: string | null | undefined;
  unagreed?: boolean | undefined;
  how?: Way | undefined;
};

/** Where an intervention stands; the same in SQL: `stateSql` of the store. */
export const stateOf = ({ decision, question, start, end, cancelledOn }: Standing): State =>
  cancelledOn ? 'cancelled' : end ? 'done' : start ? 'started' : decision === 'refused' ? 'refused' : decision === 'agreed' ? 'agreed' : question ? 'asked' : 'announced';

export const acts = ['decide', 'answer', 'change', 'start', 'finish', 'cancel', 'correct'] as const;
export type Act = (typeof acts)[number];

/**
 * What can be done with it. It begins once it is agreed; before that only where it is urgent and the centre allows it. What began unagreed, or was
 * asked a question, waits for the adviser all the same.
 */
export const actsOf = (intervention: Standing & { urgent: boolean }, urgentFirst: boolean): Act[] => {
  const state = stateOf(intervention);
  const open = state === 'announced' || state === 'asked';
  const mayBegin = state === 'agreed' || (open && intervention.urgent && urgentFirst);
  const toRatify = Boolean(intervention.unagreed) && !intervention.decision;
  return acts.filter((act) => {
    switch (act) {
      case 'decide':
        return open || toRatify;
      case 'answer':
        return Boolean(intervention.question) && (open || toRatify);
      case 'change':
        return open;
      case 'start':
        return mayBegin;
      case 'finish':
        return mayBegin || state === 'started';
      case 'cancel':
        return open || state === 'agreed';
      case 'correct':
        return state === 'agreed' || state === 'started' || state === 'done';
    }
  });
};

/** Who does it, in words: the person, the names that were given and the firm, each once. */
export const whoOf = (row: { byPersonName?: string | null | undefined; byNames?: string | null | undefined; supplierName?: string | null | undefined }): string =>
  [...new Set([row.byPersonName, row.byNames, row.supplierName].filter(Boolean))].join(', ');

/** Its number as it is written: `2026/07`. */
export const numberText = ({ year, number }: { year: number; number: number }): string => `${year}/${String(number).padStart(2, '0')}`;
