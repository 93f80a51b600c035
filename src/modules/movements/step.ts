import { z } from 'zod';
import { dueDay, lateFrom } from '../../kernel/counting.ts';
import { CivilDate, Instant } from '../../kernel/dates.ts';
import type { Due } from '../../kernel/obligation.ts';
import type { CentreRole } from '../../kernel/permissions.ts';

/** What a step may be born from: a case of this room, a decision of the yearly review, a finding of the reconciliation, an emergency access, something lost or stolen. */
export const stepOrigins = ['movement', 'review', 'finding', 'emergency', 'loss'] as const;
export type StepOrigin = (typeof stepOrigins)[number];

/**
 * What is to be done; the words of each stand in the room's texts (`steps.<kind>`).
 * - `give`, `withdraw`: a right, through the room of access rights.
 * - `disableAccount`, `deleteAccount`, `blockAccounts`, `unblockAccounts`: what one signs in with.
 * - `handDocuments`, `handMessages`: somebody decides who receives them (`recipientId`).
 * - `redirect` stands in no template: whoever wants the messages to go on says why, at `handMessages`.
 * - `other`: what the title says.
 */
export const stepKinds = [
  'give',
  'withdraw',
  'disableAccount',
  'deleteAccount',
  'blockAccounts',
  'unblockAccounts',
  'handDocuments',
  'handMessages',
  'autoReply',
  'closeMailbox',
  'closeProxy',
  'cleanComputer',
  'sortMessages',
  'letter',
  'returnKeys',
  'returnMedia',
  'returnDevices',
  'noCopies',
  'undertaking',
  'welcome',
  'loggingTold',
  'newHead',
  'confirmRights',
  'changeSecret',
  'correctRegister',
  'other',
] as const;
export type StepKind = (typeof stepKinds)[number];

export const stepStates = ['open', 'done', 'notApplicable', 'dropped'] as const;
export type StepState = (typeof stepStates)[number];

/** Kinds whose owner names somebody who receives what is left. */
export const handingKinds: readonly StepKind[] = ['handDocuments', 'handMessages'];

/** To whom a step may fall where it falls to no single person. */
export const stepRoles = [
  'adviser',
  'deputyAdviser',
  'dpo',
  'directorGeneral',
  'president',
  'itHead',
  'itAgent',
  'itSecurityOfficer',
  'localCorrespondent',
  'archivist',
  'reception',
  'financeDirector',
] as const satisfies readonly CentreRole[];
export type StepRole = (typeof stepRoles)[number];

type Common = {
  origin: { kind: StepOrigin; id: string };
  personId?: string | undefined;
  resourceId?: string | undefined;
  /** Words for what no kind says; else shown beside the kind's own. */
  title?: string | undefined;
  supplierId?: string | undefined;
  templateId?: string | undefined;
  term?: Term | undefined;
  /** Steps of this kind of the same origin come first. */
  after?: StepKind | undefined;
  position?: number | undefined;
};
type Owner = { ownerId: string; ownerRole?: never } | { ownerRole: StepRole; ownerId?: never };
type Until = { dueAt: string; dueOn?: never } | { dueOn: CivilDate; dueAt?: never };

/**
 * A step to open. `dueAt` is an instant (RFC 3339), `dueOn` a day in Belgium.
 * - `withdraw` names the right and why it goes; its due day is what the right is marked with.
 * - `give` names person, resource and level; `grantId` is a right of before that it takes up again.
 */
export type NewStep = Common &
  Owner &
  (
    | ({ kind: 'withdraw'; grantId: string; reason: string; level?: never; account?: never } & Until)
    | ({ kind: 'give'; personId: string; resourceId: string; level: Level; account?: string | undefined; grantId?: string | undefined; reason?: string | undefined } & Partial<Until>)
    | ({ kind: Exclude<StepKind, 'give' | 'withdraw'>; grantId?: string | undefined; level?: never; account?: never; reason?: never } & Partial<Until>)
  );
export type Level = 'hold' | 'read' | 'write' | 'validate' | 'administer';

/** Days or months after the day of the case; before it where negative. */
export const Span = z.strictObject({ amount: z.int().min(-365).max(365), unit: z.enum(['day', 'month']) }).meta({ id: 'StepSpan', example: { amount: 7, unit: 'day' } });

/** By what the term of a step is counted: a rule of the house, or days or months after the day of the case. */
export const Term = z
  .union([z.strictObject({ rule: z.enum(['accountsDisabled', 'accountsSuspended', 'traineeAccountsEnded', 'mailboxClosed', 'undertakingSigned', 'loggingAnnounced', 'serviceHeaded']) }), Span])
  .meta({ id: 'StepTerm', example: { amount: 7, unit: 'day' } });
export type Term = z.infer<typeof Term>;

const text = (max: number) => z.string().trim().min(1).max(max);

/** What whoever does a step says of it. `doneAt` is when it was really done, if not now. */
export const DoneInput = z
  .strictObject({
    outcome: z.enum(['done', 'notApplicable']),
    doneAt: Instant.optional(),
    proof: text(2000).optional(),
    /** Why it does not apply; or why messages go on to somebody. */
    reason: text(1000).optional(),
    recipientId: z.uuid().toLowerCase().optional(),
  })
  .refine((done) => done.outcome === 'done' || Boolean(done.reason), { message: 'reasonRequired', path: ['reason'] })
  .refine((done) => done.outcome === 'done' || !done.recipientId, { message: 'recipientOfNothing', path: ['recipientId'] })
  .meta({ id: 'StepDoneData', example: { outcome: 'done', proof: 'Compte désactivé, capture jointe' } });
export type DoneInput = z.infer<typeof DoneInput>;

/** Who answers for one step, by function or by name, and by when; what is not said stays. */
export const HandInput = z
  .strictObject({ ownerRole: z.enum(stepRoles).optional(), ownerId: z.uuid().toLowerCase().optional(), dueOn: CivilDate.optional() })
  .refine((hand) => !hand.ownerRole || !hand.ownerId, { message: 'ownerOnce', path: ['ownerId'] })
  .refine((hand) => (hand.ownerRole ?? hand.ownerId ?? hand.dueOn) !== undefined, { message: 'nothingChanged', path: ['dueOn'] })
  .meta({ id: 'StepHandData', example: { ownerRole: 'reception', dueOn: '2026-12-04' } });
export type HandInput = z.infer<typeof HandInput>;

type Timed = { dueAt?: string | Date | null; dueOn?: CivilDate | null };

/** When a step is due, if it has a term. */
export const dueOf = ({ dueAt, dueOn }: Timed): Due | undefined => (dueAt ? { at: new Date(dueAt).toISOString() } : dueOn ? { on: dueOn } : undefined);

/** The day by the end of which a step that has a term is due: what is due at midnight is due on the day that ends. */
export const lastDayOf = (timed: Timed): CivilDate => dueDay(dueOf(timed)!);

/** Whether a step is late: open after its term, or done after it. */
export const isLate = (step: Timed & { state: StepState; doneAt?: string | Date | null }, now: Date): boolean => {
  const due = dueOf(step);
  if (!due || (step.state !== 'open' && step.state !== 'done')) return false;
  const at = step.state === 'done' ? new Date(step.doneAt!).getTime() : now.getTime();
  return 'on' in due ? at >= lateFrom(due) : at > lateFrom(due);
};
