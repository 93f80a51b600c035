import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { approvals, compulsoryKinds, meetingStates, platformKinds, presences, responsibleRoles } from '../meeting.ts';
import { formats, meetingDocuments } from './minutes.ts';

const can = z.record(z.string(), z.boolean());
export const Overview = z
  .object({
    members: z.array(z.object({ personId: z.uuid(), personName: z.string(), kinds: z.array(z.enum(platformKinds)) })),
    vacant: z.array(z.enum(compulsoryKinds)),
    lastHeldOn: z.string().optional(),
    nextHeldOn: z.string().optional(),
    nextId: z.uuid().optional(),
    unapproved: z.int(),
    openDecisions: z.int(),
    lateDecisions: z.int(),
    can,
  })
  .meta({ id: 'SecurityPlatform' });

const meeting = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  year: z.int(),
  number: z.int(),
  state: z.enum(meetingStates),
  heldOn: z.string(),
  startTime: z.string().optional(),
  place: z.string().optional(),
  preparedOn: z.string().optional(),
  approvedOn: z.string().optional(),
  can,
};
export const MeetingSummary = z.object({ ...meeting, points: z.int(), decisions: z.int(), openDecisions: z.int() }).meta({ id: 'PlatformMeetingSummary' });

const decision = {
  id: z.uuid(),
  version: z.int(),
  text: z.string(),
  personId: z.uuid().optional(),
  personName: z.string().optional(),
  role: z.enum(responsibleRoles).optional(),
  dueOn: z.string().optional(),
  doneOn: z.string().optional(),
  doneHow: z.string().optional(),
};
export const Decision = z
  .object({ ...decision, href: z.string(), meetingId: z.uuid(), year: z.int(), number: z.int(), position: z.int(), heldOn: z.string(), title: z.string(), late: z.boolean(), can })
  .meta({ id: 'PlatformDecision' });

export const Meeting = z
  .object({
    ...meeting,
    calledById: z.uuid().optional(),
    calledBy: z.string().optional(),
    calledOn: z.string().optional(),
    approval: z.enum(approvals).optional(),
    approvedBy: z.string().optional(),
    contentHash: z.string().optional(),
    auditHead: z.string().optional(),
    attendance: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid().optional(),
        personName: z.string().optional(),
        name: z.string().optional(),
        capacity: z.string().optional(),
        presence: z.enum(presences).optional(),
      }),
    ),
    points: z.array(z.object({ id: z.uuid(), title: z.string(), minutes: z.string().optional(), decision: z.object(decision).optional() })),
    followUp: z.array(Decision),
    toApprove: z.array(z.object({ id: z.uuid(), number: z.int(), year: z.int(), heldOn: z.string() })),
  })
  .meta({ id: 'PlatformMeeting' });

export const Meetings = Page(MeetingSummary).meta({ id: 'PlatformMeetings' });
export const Decisions = Page(Decision).meta({ id: 'PlatformDecisions' });
export const meetingQuery = z.strictObject({ ...pageQuery(['heldOn']), year: z.coerce.number().int().min(1900).max(2199).optional(), state: z.enum(meetingStates).optional() });
export const decisionQuery = z.strictObject({ ...pageQuery(['dueOn', 'heldOn']), state: z.enum(['open', 'late', 'done']).optional(), meetingId: z.uuid().optional() });
export const PreviewQuery = z.strictObject({ document: z.enum(meetingDocuments).default('minutes'), language: DocumentLanguage.optional() });
export const FileQuery = PreviewQuery.extend({ format: z.enum(formats).default('pdf') });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'PlatformPreview' });
