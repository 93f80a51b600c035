import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { OrganizationPath } from '../../../server/http/reply.ts';
import { approvers, documentFormats, documentKinds, documentStates } from '../document.ts';

export const KindPath = OrganizationPath.extend({ kind: z.enum(documentKinds) });
export const LanguageQuery = z.strictObject({ language: DocumentLanguage.optional() });
export const FormatQuery = z.strictObject({ format: z.enum(documentFormats).default('pdf') });
export const LanguageChoice = z.strictObject({ language: DocumentLanguage.optional() }).meta({ id: 'DocumentLanguageData', example: { language: 'fr' } });

/** `previewHash` is that of the preview which was looked at: where it is given, nothing else is approved. */
export const ApprovalData = z
  .strictObject({
    decidedOn: CivilDate,
    decisionNumber: z.string().trim().min(1).max(40).optional(),
    approver: z.enum(approvers),
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'invalidHash')
      .optional(),
  })
  .meta({ id: 'DocumentApprovalData', example: { decidedOn: '2026-11-24', decisionNumber: '2026/118', approver: 'council' } });
export const VerificationData = z
  .strictObject({ verifiedOn: CivilDate, note: z.string().trim().min(1).max(2000).optional() })
  .meta({ id: 'DocumentVerificationData', example: { verifiedOn: '2026-11-24' } });

const Missing = z
  .object({
    variable: z.string(),
    label: z.string(),
    where: z.object({ page: z.enum(['organization', 'mandates', 'people']), field: z.string(), mandate: z.string().optional() }),
    mandateId: z.string().optional(),
  })
  .meta({
    id: 'MissingVariable',
    example: { variable: 'adviser.notifiedOn', label: 'variables.adviser.notifiedOn', where: { page: 'mandates', field: 'federalServiceNotifiedOn', mandate: 'adviser' } },
  });
const StoredDocument = z.object({ href: z.string(), size: z.int().optional(), sha256: z.string().optional() });

/** A version as lists and histories show it. */
export const VersionSummary = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    kind: z.enum(documentKinds),
    language: DocumentLanguage,
    number: z.int(),
    state: z.enum(documentStates),
    draftedOn: z.string(),
    decidedOn: z.string().optional(),
    decisionNumber: z.string().optional(),
    approver: z.enum(approvers).optional(),
    approvedAt: z.string().optional(),
    approvedBy: z.string().optional(),
    contentHash: z.string().optional(),
    auditHead: z.string().optional(),
    lastVerifiedOn: z.string().optional(),
    reviewDueOn: z.string().optional(),
    files: z.object({ pdf: StoredDocument, docx: StoredDocument }),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'DocumentVersionSummary' });
export const Version = VersionSummary.extend({ verifications: z.array(z.object({ id: z.uuid(), verifiedOn: z.string(), note: z.string().optional() })) }).meta({ id: 'DocumentVersion' });

const document = {
  kind: z.enum(documentKinds),
  language: DocumentLanguage,
  href: z.string(),
  title: z.string(),
  layout: z.enum(['report', 'letter']),
  approvers: z.array(z.enum(approvers)),
  yearlyVerification: z.boolean(),
  /** The number that the open draft has, or the next one would have. */
  nextNumber: z.int(),
  inForce: VersionSummary.optional(),
  /** True when the version in force would read differently with the facts and texts of today. */
  outdated: z.boolean(),
  draft: VersionSummary.optional(),
  reviewDueOn: z.string().optional(),
  can: z.record(z.string(), z.boolean()),
  /** Sections that the centre words itself, and how many of them an update of the library asks about. */
  wording: z.object({ own: z.int(), questions: z.int() }),
};
export const Documents = z.object({ self: z.string(), items: z.array(z.object({ ...document, missing: z.int() })), total: z.int(), pageSize: z.int() }).meta({ id: 'Documents' });
export const Document = z.object({ ...document, missing: z.array(Missing), versions: z.array(VersionSummary) }).meta({ id: 'Document' });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string(), missing: z.array(Missing) }).meta({ id: 'DocumentPreview' });
