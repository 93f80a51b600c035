import { z } from 'zod';
import type { CivilDate } from '../../kernel/dates.ts';
import { DocumentLanguage } from '../../kernel/language.ts';
import { type Approval, documentKinds, type DocumentKind, isCouncil, verificationDueOn } from './document.ts';

/** What a document of the centre's own is. */
export const ownCategories = ['policy', 'procedure', 'charter', 'annex', 'regulation', 'form', 'other'] as const;
export type OwnCategory = (typeof ownCategories)[number];

export const OwnDocumentInput = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    category: z.enum(ownCategories),
    language: DocumentLanguage,
    /** Stands in the table of annexes of the policy. */
    inPolicy: z.boolean().default(false),
    /** Verified within a year of its approval or last verification. */
    yearlyReview: z.boolean().default(false),
    note: z.string().trim().min(1).max(2000).optional(),
  })
  .meta({ id: 'OwnDocumentData', example: { title: 'Charte informatique', category: 'charter', language: 'fr', inPolicy: true, yearlyReview: true } });
export type OwnDocumentInput = z.infer<typeof OwnDocumentInput>;

/** Formats in which a document of the centre's own may come. */
export const ownFormats = ['pdf', 'docx'] as const;
export type OwnFormat = (typeof ownFormats)[number];

/** What speaks against the approval of a document of the centre's own; any body may approve it, and a council's decision has a number. */
export const ownApprovalFaults = (approval: Approval, context: { today: CivilDate; inForceDecidedOn?: CivilDate | null | undefined }): { name: 'decidedOn' | 'decisionNumber'; code: string }[] => [
  ...(approval.decidedOn > context.today ? [{ name: 'decidedOn' as const, code: 'inTheFuture' }] : []),
  ...(context.inForceDecidedOn && approval.decidedOn < context.inForceDecidedOn ? [{ name: 'decidedOn' as const, code: 'beforeVersionInForce' }] : []),
  ...(isCouncil(approval.approver) && !approval.decisionNumber ? [{ name: 'decisionNumber' as const, code: 'required' }] : []),
];

/** The last day to verify an own version in force, where its yearly review is wanted. */
export const ownReviewDueOn = (yearlyReview: boolean, decidedOn: CivilDate, lastVerifiedOn?: CivilDate | null): CivilDate | undefined =>
  yearlyReview ? verificationDueOn(decidedOn, lastVerifiedOn) : undefined;

/** `charte-informatique`: a title as a part of a file's name. */
const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'document';

const draftWord: Record<DocumentLanguage, string> = { fr: 'projet', nl: 'ontwerp', de: 'entwurf' };

/** `valombre-charte-informatique-v2.pdf`; a draft says so. */
export const ownFileName = (document: { slug: string; title: string; language: DocumentLanguage; number: number; state: string }, format: OwnFormat): string =>
  `${document.slug}-${slugOf(document.title)}-v${document.number}${document.state === 'draft' ? `-${draftWord[document.language]}` : ''}.${format}`;

/** Under which category the register shows a generated document. */
export const registerCategories = [...ownCategories, 'appointment', 'undertaking'] as const;
export type RegisterCategory = (typeof registerCategories)[number];
export const categoryOf: Record<DocumentKind, RegisterCategory> = {
  securityPolicyFormal: 'policy',
  securityPolicyOperational: 'policy',
  adviserAppointmentDecision: 'appointment',
  adviserAppointmentLetter: 'appointment',
  undertakingStaff: 'undertaking',
  undertakingOutsider: 'undertaking',
  teleworkPolicy: 'policy',
  disasterPlan: 'annex',
};

/** The key of a generated document in the register, where each line has one; a kind that is added later takes the next. */
export const kindIds = Object.fromEntries(documentKinds.map((kind, index) => [kind, `00000000-0000-8000-8000-${String(index + 1).padStart(12, '0')}`])) as Record<DocumentKind, string>;

export const registerStates = ['inForce', 'missing'] as const;
export const registerShows = ['inForce', 'missing', 'draft', 'review'] as const;
/** A review is announced this many days ahead. */
export const reviewSoon = 60;
