import { z } from 'zod';
import { CivilDate, overlap } from '../../kernel/dates.ts';
import { Ssin } from '../../kernel/identifiers.ts';
import { Language } from '../../kernel/language.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** Everybody who touches the centre's information (POL 3, 1.1; organic law art. 36 and 50). */
export const personKinds = ['staff', 'trainee', 'apprentice', 'student', 'volunteer', 'councilMember', 'meetingAttendee', 'outsider'] as const;

export const PersonInput = z
  .strictObject({
    lastName: text(80),
    firstName: text(80),
    kind: z.enum(personKinds),
    /** The centre's own code for the person (personnel number): tells two people of one name apart. */
    reference: text(40).optional(),
    title: z.enum(['madam', 'sir']).optional(),
    language: Language.optional(),
    email: z.email('invalidEmail').max(200).optional(),
    phone: text(40).optional(),
    ssin: Ssin.optional(),
    employer: text(120).optional(),
    note: text(2000).optional(),
  })
  .meta({ id: 'PersonData', example: { lastName: 'Delvaux', firstName: 'Claire', kind: 'staff' } });
export type PersonInput = z.infer<typeof PersonInput>;

export const serviceKinds = ['management', 'social', 'administration', 'finance', 'it', 'restHome', 'homeCare', 'integration', 'other'] as const;

/** A service and who heads it; services nest (organization chart). */
export const ServiceInput = z
  .strictObject({
    name: text(120),
    kind: z.enum(serviceKinds),
    parentId: id.optional(),
    headId: id.optional(),
    /** Its people may see personal data of those whom the centre helps (POL 1.1, organization chart). */
    seesPersonalData: z.boolean().default(true),
  })
  .meta({ id: 'ServiceData', example: { name: 'Service social', kind: 'social', seesPersonalData: true } });
export type ServiceInput = z.infer<typeof ServiceInput>;

export const contractKinds = ['statutory', 'permanent', 'fixedTerm', 'replacement', 'traineeship', 'apprenticeship', 'studentJob', 'volunteering', 'mission'] as const;

export const suspensionReasons = ['illness', 'parental', 'careerBreak', 'disciplinary', 'unpaidLeave', 'other'] as const;

const period = { start: CivilDate, end: CivilDate.optional() };
const endsAfterStart = (value: { start: string; end?: string | undefined }): boolean => !value.end || value.end >= value.start;
const periodIssue = { message: 'endBeforeStart', path: ['end'] };

/** A period during which the contract is suspended: its accounts are blocked (MES 2.8). */
export const Suspension = z
  .strictObject({ ...period, reason: z.enum(suspensionReasons) })
  .refine(endsAfterStart, periodIssue)
  .meta({ id: 'Suspension' });
export type Suspension = z.infer<typeof Suspension>;

export const ContractInput = z
  .strictObject({
    personId: id,
    serviceId: id.optional(),
    kind: z.enum(contractKinds),
    function: text(120),
    ...period,
    /** Hours a week, in hundredths: 3800 is 38 h. */
    weeklyHours: z.int().min(1, 'hoursOutOfRange').max(6000, 'hoursOutOfRange').optional(),
    suspensions: z.array(Suspension).max(50).default([]),
    /** When the accounts were disabled after the end (MES 2.8). */
    accountsClosedOn: CivilDate.optional(),
  })
  .refine(endsAfterStart, periodIssue)
  .refine((contract) => contract.suspensions.every((s) => s.start >= contract.start && (!contract.end || (s.end ?? s.start) <= contract.end)), {
    message: 'suspensionOutsideContract',
    path: ['suspensions'],
  })
  .refine((contract) => contract.suspensions.every((s, i) => contract.suspensions.slice(i + 1).every((other) => !overlap(s, other))), { message: 'suspensionsOverlap', path: ['suspensions'] })
  .refine((contract) => !contract.accountsClosedOn || Boolean(contract.end), { message: 'closedWithoutEnd', path: ['accountsClosedOn'] })
  .meta({ id: 'ContractData' });
export type ContractInput = z.infer<typeof ContractInput>;
