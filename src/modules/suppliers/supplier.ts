import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { EnterpriseNumber } from '../../kernel/identifiers.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** What a firm does for the centre. */
export const supplierKinds = ['software', 'itServices', 'network', 'hosting', 'telephony', 'security', 'cleaning', 'archives', 'other'] as const;
export const supplierStates = ['current', 'ended'] as const;

/** A firm or partner who works for the centre. */
export const SupplierInput = z
  .strictObject({
    name: text(120),
    kind: z.enum(supplierKinds),
    enterpriseNumber: EnterpriseNumber.optional(),
    address: text(300).optional(),
    email: z.email('invalidEmail').max(200).optional(),
    phone: text(40).optional(),
    /** Where letters about accounts and calls for help go, if elsewhere. */
    supportEmail: z.email('invalidEmail').max(200).optional(),
    supportPhone: text(40).optional(),
    /** It handles personal data for the centre, as a processor (GDPR art. 28). */
    processor: z.boolean().default(false),
    note: text(2000).optional(),
    endedOn: CivilDate.optional(),
  })
  .meta({ id: 'SupplierData', example: { name: 'Logiciels du Val SRL', kind: 'software', processor: true } });
export type SupplierInput = z.infer<typeof SupplierInput>;

/** What a contract with somebody who comes near the centre's information is to say (MES 2.11, POL 2; GDPR art. 28 for `processing`). */
export const clauseKinds = ['confidentiality', 'security', 'processing', 'incidents', 'audit', 'remoteMaintenance', 'subcontracting', 'return'] as const;
export type ClauseKind = (typeof clauseKinds)[number];
export const clauseAnswers = ['yes', 'no', 'notNeeded'] as const;

export const Clause = z.strictObject({ kind: z.enum(clauseKinds), covered: z.enum(clauseAnswers), at: text(120).optional() }).meta({ id: 'ContractClause' });
export type Clause = z.infer<typeof Clause>;

const period = { start: CivilDate, end: CivilDate.optional() };
const endsAfterStart = (value: { start: string; end?: string | undefined }): boolean => !value.end || value.end >= value.start;
const periodIssue = { message: 'endBeforeStart', path: ['end'] };

export const SupplierContractInput = z
  .strictObject({
    supplierId: id,
    title: text(200),
    reference: text(80).optional(),
    ...period,
    clauses: z.array(Clause).max(clauseKinds.length).default([]),
    /** Its confidentiality clause covers the firm's people by name, so that they need no undertaking of their own. */
    coversPeople: z.boolean().default(false),
    /** The clauses are checked at signature and at each renewal (MES 2.11). */
    checkedOn: CivilDate.optional(),
    checkedById: id.optional(),
    note: text(2000).optional(),
  })
  .refine(endsAfterStart, periodIssue)
  .refine((contract) => new Set(contract.clauses.map(({ kind }) => kind)).size === contract.clauses.length, { message: 'clauseTwice', path: ['clauses'] })
  .refine((contract) => !contract.checkedById || Boolean(contract.checkedOn), { message: 'required', path: ['checkedOn'] })
  // A day of checking says something only if each clause has its answer.
  .refine((contract) => !contract.checkedOn || contract.clauses.length === clauseKinds.length, { message: 'clausesUnanswered', path: ['checkedOn'] })
  .refine((contract) => !contract.coversPeople || answerOf(contract.clauses, 'confidentiality') === 'yes', { message: 'noConfidentialityClause', path: ['coversPeople'] })
  .meta({ id: 'SupplierContractData' });
export type SupplierContractInput = z.infer<typeof SupplierContractInput>;

/** A person of the firm who comes or connects. */
export const SupplierPersonInput = z
  .strictObject({ supplierId: id, personId: id, contractId: id.optional(), task: text(200).optional(), ...period })
  .refine(endsAfterStart, periodIssue)
  .meta({ id: 'SupplierPersonData' });
export type SupplierPersonInput = z.infer<typeof SupplierPersonInput>;

const answerOf = (clauses: readonly Clause[], kind: ClauseKind): Clause['covered'] | undefined => clauses.find((clause) => clause.kind === kind)?.covered;

/** Worst first: a firm shows the first that one of its contracts in force is in. */
export const clauseStates = ['unchecked', 'missing', 'complete'] as const;
export type ClauseState = (typeof clauseStates)[number];

/**
 * The clauses that a contract lacks: those that were found missing, confidentiality whenever it is not there (MES 2.11), and the
 * clauses of GDPR art. 28 whenever a processor's contract does not hold them.
 */
export const missingClauses = (clauses: readonly Clause[], processor: boolean): ClauseKind[] =>
  clauseKinds.filter((kind) => {
    const answer = answerOf(clauses, kind);
    return answer === 'no' || (answer !== 'yes' && (kind === 'confidentiality' || (kind === 'processing' && processor)));
  });

/** Where a contract stands with its clauses. */
export const clauseState = (contract: { clauses: readonly Clause[]; checkedOn?: string | null | undefined }, processor: boolean): ClauseState =>
  !contract.checkedOn ? 'unchecked' : missingClauses(contract.clauses, processor).length > 0 ? 'missing' : 'complete';

/** Whether a longer term makes a new check necessary: the one that was done speaks of the term before (MES 2.11, at each renewal). */
export const renewed = (before: { end?: string | null | undefined; checkedOn?: string | null | undefined }, after: { end?: string | undefined; checkedOn?: string | undefined }): boolean =>
  Boolean(before.end && before.checkedOn) && before.checkedOn === after.checkedOn && (!after.end || after.end > before.end!);
