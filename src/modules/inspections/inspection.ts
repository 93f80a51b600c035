import { z } from 'zod';
import { addMonths, CivilDate } from '../../kernel/dates.ts';
import { Language } from '../../kernel/language.ts';

export const inspectionKinds = ['complete', 'partial'] as const;
export const auditorKinds = ['internal', 'external'] as const;
export const severities = ['critical', 'major', 'minor', 'remark'] as const;
export const outcomes = ['open', 'remedied', 'notFollowed'] as const;
export const inspectionStates = ['planned', 'held', 'reported', 'followedUp'] as const;
export type InspectionState = (typeof inspectionStates)[number];
export type Severity = (typeof severities)[number];
export type Outcome = (typeof outcomes)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

/** A formal audit (POL 7: every four years at most): what it covers, who does it, when, and what it concludes. */
export const InspectionInput = z
  .strictObject({
    title: text(200),
    kind: z.enum(inspectionKinds),
    /** Why a partial audit starts the four years again; without it, only a complete one does. */
    clockReason: text(1000).optional(),
    /** The norms it was held against: a framework by its id, and its chapters as they are called. */
    framework: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,59}$/)
      .optional(),
    chapters: z.array(text(120)).max(40).default([]),
    serviceIds: z.array(z.uuid()).max(60).default([]),
    scope: text(2000).optional(),
    auditorKind: z.enum(auditorKinds),
    auditorId: z.uuid().optional(),
    auditorName: text(120).optional(),
    auditorFirm: text(160).optional(),
    plannedOn: CivilDate.optional(),
    heldOn: CivilDate.optional(),
    /** The last day, where it took several. */
    heldUntil: CivilDate.optional(),
    reportOn: CivilDate.optional(),
    summary: text(5000).optional(),
  })
  .refine((audit) => audit.kind === 'partial' || !audit.clockReason, { message: 'reasonOnlyForPartial', path: ['clockReason'] })
  .refine((audit) => audit.auditorId !== undefined || audit.auditorName !== undefined || audit.auditorFirm !== undefined, { message: 'auditorMissing', path: ['auditorName'] })
  .refine((audit) => !(audit.auditorId && audit.auditorName), { message: 'personOrName', path: ['auditorName'] })
  .refine((audit) => audit.plannedOn !== undefined || audit.heldOn !== undefined, { message: 'dateMissing', path: ['plannedOn'] })
  .refine((audit) => !audit.heldUntil || audit.heldOn !== undefined, { message: 'required', path: ['heldOn'] })
  .refine((audit) => !audit.heldUntil || !audit.heldOn || audit.heldUntil >= audit.heldOn, { message: 'endBeforeStart', path: ['heldUntil'] })
  .refine((audit) => !audit.reportOn || (audit.heldOn !== undefined && audit.reportOn >= audit.heldOn), { message: 'reportBeforeAudit', path: ['reportOn'] })
  .meta({
    id: 'InspectionData',
    example: { title: 'Audit des normes minimales', kind: 'complete', auditorKind: 'external', auditorFirm: 'Bureau Vérification', heldOn: '2026-03-10', chapters: [], serviceIds: [] },
  });
export type InspectionInput = z.infer<typeof InspectionInput>;

/** What an audit found; what it recommends; and what became of it. */
export const FindingInput = z
  .strictObject({
    inspectionId: z.uuid(),
    severity: z.enum(severities),
    /** The norm it is about, by its number. */
    norm: text(60).optional(),
    text: text(5000),
    recommendation: text(5000).optional(),
    outcome: z.enum(outcomes).default('open'),
    outcomeOn: CivilDate.optional(),
    outcomeNote: text(2000).optional(),
  })
  .refine((finding) => finding.outcome === 'open' || finding.outcomeOn !== undefined, { message: 'required', path: ['outcomeOn'] })
  .refine((finding) => finding.outcome !== 'open' || finding.outcomeOn === undefined, { message: 'outcomeOpen', path: ['outcomeOn'] })
  .refine((finding) => finding.outcome !== 'notFollowed' || finding.outcomeNote !== undefined, { message: 'reasonRequired', path: ['outcomeNote'] })
  .meta({
    id: 'InspectionFindingData',
    example: { inspectionId: '01990000-0000-7000-8000-000000000001', severity: 'major', norm: '9.1', text: 'Les comptes des partants restent ouverts.', outcome: 'open' },
  });
export type FindingInput = z.infer<typeof FindingInput>;

/** For how many months an auditor reads a centre at most: an audit is no standing access. */
export const accessMonths = 12;

/** The reading of the centre for somebody who audits it, from a day to a day, by an invitation to their address. */
export const AuditorAccessData = z
  .strictObject({
    email: z
      .email('invalidEmail')
      .max(200)
      .transform((value) => value.toLowerCase()),
    language: Language,
    accessFrom: CivilDate,
    accessUntil: CivilDate,
  })
  .refine((access) => access.accessUntil >= access.accessFrom, { message: 'endBeforeStart', path: ['accessUntil'] })
  .refine((access) => access.accessUntil < access.accessFrom || access.accessUntil <= addMonths(access.accessFrom, accessMonths), { message: 'accessTooLong', path: ['accessUntil'] })
  .meta({ id: 'AuditorAccessData', example: { email: 'audit@example.be', language: 'fr', accessFrom: '2026-03-01', accessUntil: '2026-04-30' } });
export type AuditorAccessData = z.infer<typeof AuditorAccessData>;

/** Planned, held, its report received, or all of its findings closed. */
export const inspectionState = (audit: { heldOn?: CivilDate | null | undefined; reportOn?: CivilDate | null | undefined }, openFindings: number): InspectionState =>
  !audit.heldOn ? 'planned' : !audit.reportOn ? 'held' : openFindings > 0 ? 'reported' : 'followedUp';

/** Whether an audit starts the four years again (POL 7 asks for the audit, not for its extent): a complete one does; a partial one where somebody says why. */
export const resetsClock = (audit: { kind: (typeof inspectionKinds)[number]; clockReason?: string | null | undefined }): boolean => audit.kind === 'complete' || Boolean(audit.clockReason);

/** The day from which the next formal audit is counted: the last day of the latest one that counts; undefined before the first. */
export const lastFormalAudit = (
  audits: readonly { kind: (typeof inspectionKinds)[number]; clockReason?: string | null; heldOn?: CivilDate | null; heldUntil?: CivilDate | null }[],
  today: CivilDate,
): CivilDate | undefined =>
  audits
    .filter(resetsClock)
    .flatMap(({ heldOn, heldUntil }) => heldUntil ?? heldOn ?? [])
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);

/** Of an access that an audit gave: asked, not yet begun, running, ended, taken back, or never accepted in its week. */
export const accessStates = ['invited', 'expired', 'coming', 'running', 'ended', 'withdrawn'] as const;
export type AccessState = (typeof accessStates)[number];
export const accessState = (
  access: { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date; start: CivilDate | null; end: CivilDate | null },
  { today, now }: { today: CivilDate; now: Date },
): AccessState => {
  if (access.withdrawnAt) return 'withdrawn';
  if (!access.acceptedAt) return access.expiresAt <= now ? 'expired' : 'invited';
  if (access.end !== null && access.end < today) return 'ended';
  return access.start !== null && access.start > today ? 'coming' : access.start === null ? 'ended' : 'running';
};
