import { dueDay, endOf } from '../../kernel/counting.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Action } from '../../kernel/permissions.ts';
import { type Rule, rules } from '../../kernel/rules.ts';

/** The documents that a centre approves: the policy in two parts, the appointment of its adviser, the undertakings of those who see data. */
export const documentKinds = [
  'securityPolicyFormal',
  'securityPolicyOperational',
  'adviserAppointmentDecision',
  'adviserAppointmentLetter',
  'undertakingStaff',
  'undertakingOutsider',
  'teleworkPolicy',
  'disasterPlan',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Who approves: the council, at any session or with the annual report; the management; those who sign. */
export const approvers = ['council', 'councilWithAnnualReport', 'management', 'signatory'] as const;
export type Approver = (typeof approvers)[number];

export const documentStates = ['draft', 'approved', 'superseded'] as const;
export type DocumentState = (typeof documentStates)[number];

export const documentFormats = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];
export const mediaTypes: Record<DocumentFormat, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

type DocumentRules = {
  layout: 'report' | 'letter';
  /** Who may approve it; the first is the usual one. */
  approvers: readonly [Approver, ...Approver[]];
  /** Verified every year, even when nothing changes (POL 7). */
  yearlyVerification: boolean;
  /** Which places to sign its text has. */
  signatures: 'council' | 'undersigned';
  /** Version, approval, review and those who answer for it stand under the title. */
  front: boolean;
  /** Whom the text names: those in office, or those appointed last, who may not be in office yet. */
  holders: 'inOffice' | 'appointedLast';
  /** Whoever may do this reads what is private in it; it is hidden from every other reader. Absent: nothing is. */
  readsPrivate?: Action;
  /** Folder of the text in library/documents. */
  folder: string;
  fileName: Record<DocumentLanguage, string>;
};

export const documentRules: Record<DocumentKind, DocumentRules> = {
  securityPolicyFormal: {
    layout: 'report',
    approvers: ['council'],
    yearlyVerification: true,
    signatures: 'council',
    front: true,
    holders: 'inOffice',
    folder: 'securityPolicyFormal',
    fileName: { fr: 'politique-securite-partie-formelle', nl: 'veiligheidsbeleid-formeel-deel', de: 'sicherheitspolitik-formeller-teil' },
  },
  // New and changed procedures come before the council with the yearly report (POL operational 1), or earlier when they cannot wait.
  securityPolicyOperational: {
    layout: 'report',
    approvers: ['councilWithAnnualReport', 'council'],
    yearlyVerification: true,
    signatures: 'council',
    front: true,
    holders: 'inOffice',
    folder: 'securityPolicyOperational',
    fileName: { fr: 'politique-securite-partie-operationnelle', nl: 'veiligheidsbeleid-operationeel-deel', de: 'sicherheitspolitik-operativer-teil' },
  },
  adviserAppointmentDecision: {
    layout: 'report',
    approvers: ['council'],
    yearlyVerification: false,
    signatures: 'council',
    front: false,
    holders: 'appointedLast',
    folder: 'adviserAppointmentDecision',
    fileName: { fr: 'designation-conseiller-securite-decision', nl: 'aanwijzing-veiligheidsconsulent-beslissing', de: 'bezeichnung-sicherheitsberater-beschluss' },
  },
  // An official letter: chair and director-general sign, or their delegates (organic law art. 28 §2).
  adviserAppointmentLetter: {
    layout: 'letter',
    approvers: ['signatory'],
    yearlyVerification: false,
    signatures: 'council',
    front: false,
    holders: 'appointedLast',
    folder: 'adviserAppointmentLetter',
    fileName: { fr: 'designation-conseiller-securite-lettre', nl: 'aanwijzing-veiligheidsconsulent-brief', de: 'bezeichnung-sicherheitsberater-schreiben' },
  },
  undertakingStaff: {
    layout: 'report',
    approvers: ['management'],
    yearlyVerification: false,
    signatures: 'undersigned',
    front: false,
    holders: 'inOffice',
    folder: 'undertakingStaff',
    fileName: { fr: 'engagement-confidentialite-personnel', nl: 'vertrouwelijkheidsverklaring-personeel', de: 'vertraulichkeitserklaerung-personal' },
  },
  undertakingOutsider: {
    layout: 'report',
    approvers: ['management'],
    yearlyVerification: false,
    signatures: 'undersigned',
    front: false,
    holders: 'inOffice',
    folder: 'undertakingOutsider',
    fileName: { fr: 'engagement-confidentialite-exterieurs', nl: 'vertrouwelijkheidsverklaring-buitenstaanders', de: 'vertraulichkeitserklaerung-externe' },
  },
  // The rules of use with the clause of confidentiality that the federal service asks for; a procedure, as the operational part is.
  teleworkPolicy: {
    layout: 'report',
    approvers: ['councilWithAnnualReport', 'council'],
    yearlyVerification: true,
    signatures: 'council',
    front: true,
    holders: 'inOffice',
    folder: 'teleworkPolicy',
    fileName: { fr: 'politique-teletravail', nl: 'telewerkbeleid', de: 'telearbeitspolitik' },
  },
  // Drawn from the registers of continuity: the council determines how soon the work goes on (POL 1.6), and approves it with the policy that it completes (POL 9).
  disasterPlan: {
    layout: 'report',
    approvers: ['council', 'councilWithAnnualReport'],
    yearlyVerification: true,
    signatures: 'council',
    front: true,
    holders: 'inOffice',
    readsPrivate: 'continuity.read',
    folder: 'disasterPlan',
    fileName: { fr: 'plan-catastrophe', nl: 'rampenplan', de: 'katastrophenplan' },
  },
};

/** What each state allows; an approved version leaves its state only when a later one is approved. */
export const documentTransitions: Record<DocumentState, { approve: boolean; delete: boolean; verify: boolean; next: DocumentState | undefined }> = {
  draft: { approve: true, delete: true, verify: false, next: 'approved' },
  approved: { approve: false, delete: false, verify: true, next: 'superseded' },
  superseded: { approve: false, delete: false, verify: false, next: undefined },
};

export const isCouncil = (approver: Approver): boolean => approver === 'council' || approver === 'councilWithAnnualReport';

export type Approval = { decidedOn: CivilDate; decisionNumber?: string | undefined; approver: Approver };
type ApprovalFault = { name: 'decidedOn' | 'decisionNumber' | 'approver'; code: string };

/**
 * What speaks against an approval; nothing when it may be recorded. A decision may be older than the draft (past decisions are entered
 * afterwards), but not than the version in force. `mandate` is the decision that the text itself quotes (appointment of the adviser).
 */
export const approvalFaults = (
  kind: DocumentKind,
  approval: Approval,
  context: { today: CivilDate; inForceDecidedOn?: CivilDate | null | undefined; mandate?: { decidedOn?: CivilDate | null | undefined; decisionNumber?: string | null | undefined } | undefined },
): ApprovalFault[] => {
  const faults: ApprovalFault[] = [];
  if (!documentRules[kind].approvers.includes(approval.approver)) faults.push({ name: 'approver', code: 'wrongApprover' });
  if (approval.decidedOn > context.today) faults.push({ name: 'decidedOn', code: 'inTheFuture' });
  if (context.inForceDecidedOn && approval.decidedOn < context.inForceDecidedOn) faults.push({ name: 'decidedOn', code: 'beforeVersionInForce' });
  if (isCouncil(approval.approver) && !approval.decisionNumber) faults.push({ name: 'decisionNumber', code: 'required' });
  if (kind === 'adviserAppointmentDecision' && context.mandate) {
    if (context.mandate.decidedOn && context.mandate.decidedOn !== approval.decidedOn) faults.push({ name: 'decidedOn', code: 'notTheDecisionOfTheMandate' });
    if (context.mandate.decisionNumber && approval.decisionNumber && context.mandate.decisionNumber !== approval.decisionNumber)
      faults.push({ name: 'decisionNumber', code: 'notTheDecisionOfTheMandate' });
  }
  return faults;
};

/** The last day to verify a version in force, counted from its approval or its last verification by the centre's rule (POL 7). */
export const verificationDueOn = (decidedOn: CivilDate, lastVerifiedOn?: CivilDate | null, rule: Rule = rules.policyVerified): CivilDate =>
  dueDay(endOf(rule, { on: lastVerifiedOn && lastVerifiedOn > decidedOn ? lastVerifiedOn : decidedOn }));

/** The same for a kind of document; undefined where it is not verified yearly. */
export const reviewDueOn = (kind: DocumentKind, ...of: Parameters<typeof verificationDueOn>): CivilDate | undefined => (documentRules[kind].yearlyVerification ? verificationDueOn(...of) : undefined);

/** How the name of a file says that it is a draft. */
export const draftWord: Record<DocumentLanguage, string> = { fr: 'projet', nl: 'ontwerp', de: 'entwurf' };

/** `valombre-politique-securite-partie-formelle-v4.pdf`; a draft says so: `…-v5-projet.pdf`. */
export const documentFileName = (document: { slug: string; kind: DocumentKind; language: DocumentLanguage; number: number; state: DocumentState }, format: DocumentFormat): string => {
  const { slug, kind, language, number, state } = document;
  return `${slug}-${documentRules[kind].fileName[language]}-v${number}${state === 'draft' ? `-${draftWord[language]}` : ''}.${format}`;
};
