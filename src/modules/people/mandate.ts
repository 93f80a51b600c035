import { z } from 'zod';
import { CivilDate, inPeriod, overlap } from '../../kernel/dates.ts';

/** Functions that somebody holds by a decision (POL 5, 8; MUT A). In the order in which they are listed: who answers, who advises, who carries out. */
export const mandateKinds = [
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
] as const;
export type MandateKind = (typeof mandateKinds)[number];

/** Functions that one person holds at a time (POL 5). */
export const singleKinds = ['president', 'directorGeneral', 'adviser', 'dpo'] as const satisfies readonly MandateKind[];

/** Functions that are held by a decision of the council, communicated with the name (POL 5). */
const decidedKinds: readonly MandateKind[] = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo'];

/** Mandates whose holder is made known to SPP IS (isms_031, POL 5) and to the data-protection authority (GDPR 37(7)). */
export const notifiedToFederalService: readonly MandateKind[] = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo'];
export const notifiedToAuthority: readonly MandateKind[] = ['dpo', 'deputyDpo'];

export const MandateInput = z
  .strictObject({
    personId: z.uuid(),
    kind: z.enum(mandateKinds),
    start: CivilDate,
    end: CivilDate.optional(),
    /** The council's decision. */
    decidedOn: CivilDate.optional(),
    decisionNumber: z.string().trim().min(1).max(40).optional(),
    federalServiceNotifiedOn: CivilDate.optional(),
    authorityNotifiedOn: CivilDate.optional(),
    /** Time given to the function, hundredths of an hour a week: 400 is 4 h. */
    weeklyHours: z.int().min(1, 'hoursOutOfRange').max(6000, 'hoursOutOfRange').optional(),
  })
  .refine((mandate) => !mandate.end || mandate.end >= mandate.start, { message: 'endBeforeStart', path: ['end'] })
  .refine((mandate) => !mandate.decidedOn || !mandate.federalServiceNotifiedOn || mandate.federalServiceNotifiedOn >= mandate.decidedOn, {
    message: 'notifiedBeforeDecision',
    path: ['federalServiceNotifiedOn'],
  })
  .refine((mandate) => !mandate.decidedOn || !mandate.authorityNotifiedOn || mandate.authorityNotifiedOn >= mandate.decidedOn, { message: 'notifiedBeforeDecision', path: ['authorityNotifiedOn'] })
  .meta({ id: 'MandateData' });
export type MandateInput = z.infer<typeof MandateInput>;

/** Mandates whose holder decides over the others or reads what they may not. */
const guarded: readonly MandateKind[] = ['president', 'directorGeneral', 'itSecurityOfficer'];

/**
 * Why somebody may not make, change or delete a mandate, or undefined. A mandate gives roles to its holder's account:
 * nobody writes their own, and the guarded ones of somebody who has an account are the president's or the
 * director-general's to write. Of people without an account, whoever keeps the register writes all: a centre must be
 * entered before its director-general signs in.
 */
export const mandateRefusal = (
  writer: { accountId: string | undefined; roles: readonly string[] },
  holder: { accountId: string | undefined },
  kind: MandateKind,
): 'ownMandate' | 'guardedMandate' | undefined => {
  if (holder.accountId === undefined) return undefined;
  if (holder.accountId === writer.accountId) return 'ownMandate';
  return guarded.includes(kind) && !writer.roles.includes('directorGeneral') && !writer.roles.includes('president') ? 'guardedMandate' : undefined;
};

const answers = ['yes', 'no', 'unsure'] as const;

/** The candidate adviser's questionnaire (MUT A): what is asked, and whether the four conditions are met. */
export const CandidacyInput = z
  .strictObject({
    personId: z.uuid(),
    function: z.enum(['adviser', 'deputyAdviser', 'dpo', 'deputyDpo']),
    studies: z
      .array(z.strictObject({ year: z.int().min(1950).max(2100), title: z.string().trim().min(1).max(200), school: z.string().trim().max(200).optional() }))
      .max(20)
      .default([]),
    career: z
      .array(
        z.strictObject({ from: z.int().min(1950).max(2100), to: z.int().min(1950).max(2100).optional(), position: z.string().trim().min(1).max(200), employer: z.string().trim().max(200).optional() }),
      )
      .max(30)
      .default([]),
    outsideFunctions: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
    knowledge: z
      .strictObject({ informatics: z.string().trim().max(2000), medicalInformatics: z.string().trim().max(2000), law: z.string().trim().max(2000), security: z.string().trim().max(2000) })
      .partial()
      .default({}),
    weeklyHours: z.int().min(1, 'hoursOutOfRange').max(6000, 'hoursOutOfRange').optional(),
    conditions: z
      .strictObject({ compatible: z.enum(answers), impartial: z.enum(answers), trained: z.enum(answers), time: z.enum(answers) })
      .partial()
      .default({}),
    sentOn: CivilDate.optional(),
    outcome: z.enum(['pending', 'favorable', 'conditional', 'unfavorable']).default('pending'),
    outcomeOn: CivilDate.optional(),
  })
  .refine((candidacy) => !candidacy.outcomeOn || !candidacy.sentOn || candidacy.outcomeOn >= candidacy.sentOn, { message: 'outcomeBeforeSending', path: ['outcomeOn'] })
  .meta({ id: 'CandidacyData' });
export type CandidacyInput = z.infer<typeof CandidacyInput>;

/** One reason why somebody should not hold a function: who controls cannot be controlled (MUT A; AR 12/8/1993 art. 4–5; GDPR 38(6)). A warning, never a refusal: the council decides. */
export type Incompatibility = {
  rule: 'directorGeneralAsAdviser' | 'itHeadAsAdviser' | 'operationalHeadAsDpo' | 'supplierEmployeeAsAdviser' | 'directorGeneralAsDpo' | 'itHeadAsDpo' | 'presidentAsAdviser' | 'itAgentAsAdviser';
  personId: string;
  /** The later of the two starts: from when both functions meet. */
  since: CivilDate;
  source: string;
};

type Held = { personId: string; kind: MandateKind; start: CivilDate; end?: CivilDate | null | undefined };
type Headed = { headId: string; serviceKind: string };
type Outsider = { personId: string; employer: string };

const conflicts: readonly { control: readonly MandateKind[]; with: MandateKind; rule: Incompatibility['rule']; source: string }[] = [
  { control: ['adviser', 'deputyAdviser'], with: 'directorGeneral', rule: 'directorGeneralAsAdviser', source: 'AR 12/8/1993 art. 5' },
  { control: ['adviser', 'deputyAdviser'], with: 'president', rule: 'presidentAsAdviser', source: 'MUT A' },
  { control: ['adviser', 'deputyAdviser'], with: 'itHead', rule: 'itHeadAsAdviser', source: 'MUT A' },
  { control: ['adviser', 'deputyAdviser'], with: 'itAgent', rule: 'itAgentAsAdviser', source: 'MUT A' },
  { control: ['dpo', 'deputyDpo'], with: 'directorGeneral', rule: 'directorGeneralAsDpo', source: 'GDPR 38(6)' },
  { control: ['dpo', 'deputyDpo'], with: 'itHead', rule: 'itHeadAsDpo', source: 'GDPR 38(6)' },
];

const operationalServices = ['social', 'finance', 'it', 'restHome', 'homeCare', 'integration', 'administration', 'management'];
const sameFirm = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

/**
 * Incompatibilities among functions held, services headed and outside employers, for periods that meet.
 * In: mandates with `YYYY-MM-DD` periods, heads of service, outsiders with their firm, the centre's IT supplier.
 */
export const incompatibilities = (facts: { mandates: readonly Held[]; heads: readonly Headed[]; outsiders: readonly Outsider[]; itSupplier?: string | undefined }): Incompatibility[] => {
  const found: Incompatibility[] = [];
  for (const mandate of facts.mandates) {
    for (const conflict of conflicts) {
      if (!conflict.control.includes(mandate.kind)) continue;
      for (const other of facts.mandates) {
        if (other.personId !== mandate.personId || other.kind !== conflict.with || !overlap(mandate, other)) continue;
        found.push({ rule: conflict.rule, personId: mandate.personId, since: mandate.start > other.start ? mandate.start : other.start, source: conflict.source });
      }
    }
    if ((mandate.kind === 'dpo' || mandate.kind === 'deputyDpo') && facts.heads.some((head) => head.headId === mandate.personId && operationalServices.includes(head.serviceKind))) {
      found.push({ rule: 'operationalHeadAsDpo', personId: mandate.personId, since: mandate.start, source: 'GDPR 38(6)' });
    }
    const firm = facts.outsiders.find((outsider) => outsider.personId === mandate.personId)?.employer;
    if ((mandate.kind === 'adviser' || mandate.kind === 'deputyAdviser') && firm && facts.itSupplier && sameFirm(firm, facts.itSupplier)) {
      found.push({ rule: 'supplierEmployeeAsAdviser', personId: mandate.personId, since: mandate.start, source: 'MUT A, MUT B 2' });
    }
  }
  return found;
};

/** Functions of one holder that several people hold on that day, each person once, in the order of their starts (POL 5). */
export const heldTwice = (mandates: readonly Held[], day: CivilDate): { kind: (typeof singleKinds)[number]; personIds: string[] }[] =>
  singleKinds.flatMap((kind) => {
    const inOffice = mandates.filter((mandate) => mandate.kind === kind && inPeriod(day, mandate)).toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
    const personIds = [...new Set(inOffice.map((mandate) => mandate.personId))];
    return personIds.length > 1 ? [{ kind, personIds }] : [];
  });

/** Mandates that need a decision of the council and have none; the ended ones are left in peace (POL 5). */
export const undecided = <M extends Held & { decidedOn?: CivilDate | null | undefined }>(mandates: readonly M[], day: CivilDate): M[] =>
  mandates.filter((mandate) => decidedKinds.includes(mandate.kind) && !mandate.decidedOn && (!mandate.end || mandate.end >= day));
