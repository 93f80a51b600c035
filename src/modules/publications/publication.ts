import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { MandateKind } from '../people/mandate.ts';
import type { PersonInput } from '../people/person.ts';

/** Kinds of people and functions that may be asked, as the register of people has them. */
export const audienceKinds = ['staff', 'trainee', 'apprentice', 'student', 'volunteer', 'councilMember', 'meetingAttendee', 'outsider'] as const satisfies readonly PersonInput['kind'][];
export const audienceMandates = [
  'president',
  'directorGeneral',
  'financeDirector',
  'adviser',
  'deputyAdviser',
  'dpo',
  'deputyDpo',
  'itHead',
  'itAgent',
  'itSecurityOfficer',
  'localCorrespondent',
  'archivist',
  'reception',
  'platformMember',
  'councilMember',
] as const satisfies readonly MandateKind[];

/** To whom: everybody, or whoever belongs to one of these; who arrives later and belongs is asked too. */
export const Audience = z
  .strictObject({
    everybody: z.boolean().default(false),
    serviceIds: z.array(z.uuid()).max(200).default([]),
    mandateKinds: z.array(z.enum(audienceMandates)).max(20).default([]),
    personKinds: z.array(z.enum(audienceKinds)).max(20).default([]),
    personIds: z.array(z.uuid()).max(500).default([]),
  })
  .refine((audience) => audience.everybody || [audience.serviceIds, audience.mandateKinds, audience.personKinds, audience.personIds].some((list) => list.length > 0), {
    message: 'chooseOne',
    path: ['everybody'],
  })
  .meta({ id: 'PublicationAudience', example: { everybody: true, serviceIds: [], mandateKinds: [], personKinds: [], personIds: [] } });
export type Audience = z.infer<typeof Audience>;

export const PublicationInput = z
  .strictObject({
    documentVersionId: z.uuid(),
    audience: Audience,
    byMail: z.boolean().default(true),
    onPaper: z.boolean().default(false),
    confirm: z.boolean().default(true),
    startsOn: CivilDate,
    dueOn: CivilDate.optional(),
    message: z.string().trim().min(1).max(2000).optional(),
  })
  .refine(({ startsOn, dueOn }) => !dueOn || dueOn >= startsOn, { message: 'dueBeforeStart', path: ['dueOn'] })
  .refine(({ confirm, dueOn }) => confirm || !dueOn, { message: 'dueWithoutConfirming', path: ['dueOn'] })
  .meta({
    id: 'PublicationData',
    example: {
      documentVersionId: '01990000-0000-7000-8000-000000000001',
      audience: { everybody: true, serviceIds: [], mandateKinds: [], personKinds: [], personIds: [] },
      byMail: true,
      onPaper: false,
      confirm: true,
      startsOn: '2026-11-24',
      dueOn: '2026-12-24',
    },
  });
export type PublicationInput = z.infer<typeof PublicationInput>;

export const ConfirmationInput = z
  .strictObject({ personIds: z.array(z.uuid()).min(1).max(1000), confirmedOn: CivilDate, sheetId: z.uuid().optional() })
  .meta({ id: 'ConfirmationData', example: { personIds: ['01990000-0000-7000-8000-000000000001'], confirmedOn: '2026-11-24' } });

export const confirmationWays = ['account', 'link', 'paper'] as const;
export const letterKinds = ['first', 'reminder', 'byHand'] as const;
export const endReasons = ['withdrawn', 'replaced'] as const;
export const publicationStates = ['coming', 'open', 'late', 'complete', 'ended'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Where a publication stands on a day: late when its date is past and somebody still has to confirm. */
export const stateOf = (
  publication: { startsOn: CivilDate; dueOn?: CivilDate | null | undefined; endedOn?: CivilDate | null | undefined; confirm: boolean; waiting: number },
  today: CivilDate,
): PublicationState => {
  if (publication.endedOn) return 'ended';
  if (publication.startsOn > today) return 'coming';
  if (publication.confirm && publication.waiting === 0) return 'complete';
  return publication.confirm && publication.dueOn && publication.dueOn < today ? 'late' : 'open';
};

/** The date by which a later version is to be confirmed: as many days after its start as the version before had. */
export const nextDueOn = (before: { startsOn: CivilDate; dueOn: CivilDate | null }, startsOn: CivilDate): CivilDate | null => {
  if (!before.dueOn) return null;
  const days = Date.parse(before.dueOn) - Date.parse(before.startsOn);
  return new Date(Date.parse(startsOn) + days).toISOString().slice(0, 10);
};
