import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { MandateKind } from '../people/mandate.ts';

/**
 * Who sits on the security platform by their function (POL 8: president, director-general, security adviser, IT agent), with the
 * data-protection officer, who today leads the security service; and whoever was named to it. In the order in which they are listed.
 */
export const platformKinds = ['president', 'directorGeneral', 'adviser', 'dpo', 'itAgent', 'platformMember'] as const satisfies readonly MandateKind[];
export type PlatformKind = (typeof platformKinds)[number];

/** Functions without which the platform is not complete (POL 8). */
export const compulsoryKinds = ['president', 'directorGeneral', 'adviser', 'itAgent'] as const satisfies readonly PlatformKind[];

/** To whom a decision may fall, where it falls to no single person. */
export const responsibleRoles = ['president', 'directorGeneral', 'adviser', 'dpo', 'itAgent', 'itHead', 'localCorrespondent', 'archivist'] as const satisfies readonly MandateKind[];
export type ResponsibleRole = (typeof responsibleRoles)[number];

export const presences = ['present', 'excused', 'absent'] as const;
export const approvals = ['nextMeeting', 'present'] as const;
export const meetingStates = ['planned', 'prepared', 'approved'] as const;
export type MeetingState = (typeof meetingStates)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

/** Somebody who was called: a member from the register, or anybody by name. */
const Attendance = z
  .strictObject({ personId: z.uuid().optional(), name: text(120).optional(), capacity: text(120).optional(), presence: z.enum(presences).optional() })
  .refine((attendance) => Boolean(attendance.personId) !== Boolean(attendance.name), { message: 'personOrName', path: ['name'] })
  .meta({ id: 'PlatformAttendanceData' });

const Decision = z
  .strictObject({ text: text(2000), personId: z.uuid().optional(), role: z.enum(responsibleRoles).optional(), dueOn: CivilDate.optional() })
  .refine((decision) => !(decision.personId && decision.role), { message: 'personOrRole', path: ['role'] })
  .meta({ id: 'PlatformDecisionData' });

/** A point of the agenda; an id keeps it the same point when the meeting is saved again. `minutes` is restricted text (minutes.ts). */
const Point = z.strictObject({ id: z.uuid().optional(), title: text(200), minutes: text(10_000).optional(), decision: Decision.optional() }).meta({ id: 'PlatformPointData' });

/** A meeting as it is called, and its minutes as they are prepared. Without attendance, the members of that day are called. */
export const MeetingInput = z
  .strictObject({
    heldOn: CivilDate,
    startTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalidTime')
      .optional(),
    place: text(200).optional(),
    calledById: z.uuid().optional(),
    calledOn: CivilDate.optional(),
    /** From when the minutes are ready to be approved: their decisions are duties from then on. */
    preparedOn: CivilDate.optional(),
    attendance: z.array(Attendance).max(60).optional(),
    points: z.array(Point).max(60).default([]),
  })
  .refine((meeting) => !meeting.calledOn || meeting.calledOn <= meeting.heldOn, { message: 'calledAfterMeeting', path: ['calledOn'] })
  .refine((meeting) => !meeting.preparedOn || meeting.preparedOn >= meeting.heldOn, { message: 'preparedBeforeMeeting', path: ['preparedOn'] })
  .refine(({ attendance = [] }) => new Set(attendance.flatMap(({ personId }) => personId ?? [])).size === attendance.filter(({ personId }) => personId).length, {
    message: 'calledTwice',
    path: ['attendance'],
  })
  .meta({ id: 'PlatformMeetingData', example: { heldOn: '2026-11-24', startTime: '14:00', place: 'Salle du conseil', points: [{ title: 'Plan de sécurité' }] } });
export type MeetingInput = z.infer<typeof MeetingInput>;

/** When and how a decision was carried out; both empty: it is open again. */
export const CompletionInput = z
  .strictObject({ doneOn: CivilDate.optional(), doneHow: text(1000).optional() })
  .refine((completion) => !completion.doneHow || completion.doneOn, { message: 'required', path: ['doneOn'] })
  .meta({ id: 'PlatformCompletionData', example: { doneOn: '2026-11-24', doneHow: 'Sauvegarde restaurée pour essai' } });

export const ApprovalInput = z
  .strictObject({
    approvedOn: CivilDate,
    approval: z.enum(approvals),
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'invalidHash')
      .optional(),
  })
  .meta({ id: 'PlatformApprovalData', example: { approvedOn: '2026-11-24', approval: 'nextMeeting' } });
export type ApprovalInput = z.infer<typeof ApprovalInput>;

export const stateOf = (meeting: { preparedOn?: CivilDate | null | undefined; approvedOn?: CivilDate | null | undefined }): MeetingState =>
  meeting.approvedOn ? 'approved' : meeting.preparedOn ? 'prepared' : 'planned';

/** `3/2026`: the third meeting of that year. */
export const meetingNumber = ({ number, year }: { number: number; year: number }): string => `${number}/${year}`;

type Held = { personId: string; personName: string; kind: MandateKind };

/** The members of the platform among those in office that day, each once, with what makes them a member; named members last. */
export const membersOf = (mandates: readonly Held[]): { personId: string; personName: string; kinds: PlatformKind[] }[] => {
  const members = new Map<string, { personId: string; personName: string; kinds: PlatformKind[] }>();
  for (const kind of platformKinds) {
    for (const { personId, personName } of mandates.filter((mandate) => mandate.kind === kind)) {
      const member = members.get(personId) ?? { personId, personName, kinds: [] };
      if (!member.kinds.includes(kind) && (kind !== 'platformMember' || member.kinds.length === 0)) member.kinds.push(kind);
      members.set(personId, member);
    }
  }
  return [...members.values()];
};

/** What speaks against approving minutes; nothing when they may be frozen. `laterMeetings` are the days of the meetings held after it. */
export const approvalFaults = (
  meeting: { heldOn: CivilDate; preparedOn: CivilDate | null; attendance: readonly { presence?: string | null | undefined }[] },
  approval: Pick<ApprovalInput, 'approvedOn' | 'approval'>,
  context: { today: CivilDate; laterMeetings: readonly CivilDate[] },
): { name: 'approvedOn' | 'attendance'; code: string }[] => [
  ...(approval.approvedOn > context.today ? [{ name: 'approvedOn' as const, code: 'inTheFuture' }] : []),
  ...(approval.approvedOn < (meeting.preparedOn ?? meeting.heldOn) ? [{ name: 'approvedOn' as const, code: 'beforeMinutes' }] : []),
  ...(approval.approval === 'nextMeeting' && !context.laterMeetings.includes(approval.approvedOn) ? [{ name: 'approvedOn' as const, code: 'noMeetingThatDay' }] : []),
  ...(meeting.attendance.length === 0 || meeting.attendance.some(({ presence }) => !presence) ? [{ name: 'attendance' as const, code: 'presenceMissing' }] : []),
];
