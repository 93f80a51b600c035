import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { levels } from './account.ts';
import type { FindingKind } from './findings.ts';

export const findingStates = ['open', 'closed', 'step'] as const;
export type FindingState = (typeof findingStates)[number];

/** Why a finding may stand: agreed and in order, for a time, a handing over, another account of the same person, a fault of the list, or another reason that is said. */
export const closeReasons = ['agreed', 'temporary', 'transition', 'duplicate', 'listWrong', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];

const text = (most: number) => z.string().trim().min(1).max(most);
export const CloseData = z
  .strictObject({ reason: z.enum(closeReasons), note: text(1000).optional() })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { message: 'noteRequired', path: ['note'] })
  .meta({ id: 'AccountFindingCloseData', example: { reason: 'agreed', note: 'Compte de secours, dans le coffre' } });
export type CloseData = z.infer<typeof CloseData>;

/** Whose an account is, as somebody says it once. A shared or technical account has somebody who answers for it. */
export const answerKinds = ['person', 'shared', 'service', 'unknown'] as const;
export const AnswerData = z
  .strictObject({ kind: z.enum(answerKinds), personId: z.uuid().toLowerCase().optional() })
  .refine(({ kind, personId }) => kind === 'unknown' || personId !== undefined, { message: 'personRequired', path: ['personId'] })
  .refine(({ kind, personId }) => kind !== 'unknown' || personId === undefined, { message: 'noPersonWanted', path: ['personId'] })
  .meta({ id: 'AccountMatchData', example: { kind: 'unknown' } });
export type AnswerData = z.infer<typeof AnswerData>;

/** What may be asked of somebody because of a finding, and who is asked: a function, or a person of the centre. */
export const stepKinds = ['disableAccount', 'deleteAccount', 'withdraw', 'give', 'other'] as const;
export const stepRoles = ['itHead', 'itAgent', 'adviser', 'localCorrespondent', 'itSecurityOfficer'] as const;
/** What is asked first for each kind of finding; the rest may be chosen too, where it can be done. */
export const usualStep: Record<FindingKind, (typeof stepKinds)[number]> = {
  ofGone: 'disableAccount',
  withoutPerson: 'disableAccount',
  administrator: 'other',
  withoutGrant: 'give',
  withoutAccount: 'withdraw',
  disabled: 'withdraw',
  shared: 'other',
  unused: 'disableAccount',
};
/** The steps that make sense: a right is withdrawn where there is one, and given where the person is known. */
export const stepsOf = (finding: { kind: FindingKind; grantId?: string | null | undefined; personId?: string | null | undefined; account?: string | null | undefined }): (typeof stepKinds)[number][] =>
  stepKinds.filter(
    (kind) =>
      kind === 'other' ||
      (kind === 'withdraw' && Boolean(finding.grantId)) ||
      (kind === 'give' && Boolean(finding.personId) && (finding.kind === 'withoutGrant' || finding.kind === 'administrator')) ||
      ((kind === 'disableAccount' || kind === 'deleteAccount') && Boolean(finding.account)),
  );

export const StepData = z
  .strictObject({
    kind: z.enum(stepKinds),
    ownerRole: z.enum(stepRoles).optional(),
    ownerId: z.uuid().toLowerCase().optional(),
    dueOn: CivilDate,
    level: z.enum(levels).optional(),
    title: text(200).optional(),
  })
  .refine(({ ownerRole, ownerId }) => (ownerRole === undefined) !== (ownerId === undefined), { message: 'oneOwner', path: ['ownerRole'] })
  .refine(({ kind, title }) => kind !== 'other' || title !== undefined, { message: 'titleRequired', path: ['title'] })
  .refine(({ kind, level }) => kind !== 'give' || level !== undefined, { message: 'levelRequired', path: ['level'] })
  .meta({ id: 'AccountFindingStepData', example: { kind: 'disableAccount', ownerRole: 'itHead', dueOn: '2026-11-30' } });
export type StepData = z.infer<typeof StepData>;

/** Whose an account of a resource is, said without having been asked. */
export const SaidData = z
  .strictObject({ resourceId: z.uuid().toLowerCase(), account: text(200), kind: z.enum(answerKinds), personId: z.uuid().toLowerCase().optional() })
  .refine(({ kind, personId }) => kind === 'unknown' || personId !== undefined, { message: 'personRequired', path: ['personId'] })
  .refine(({ kind, personId }) => kind !== 'unknown' || personId === undefined, { message: 'noPersonWanted', path: ['personId'] })
  .meta({ id: 'AccountMatchSaid', example: { resourceId: '01990000-0000-7000-8000-000000000001', account: 'backup', kind: 'unknown' } });
export const ConfirmData = z
  .strictObject({ resourceId: z.uuid().toLowerCase(), ids: z.array(z.uuid().toLowerCase()).min(1).max(500) })
  .meta({ id: 'AccountMatchConfirmation', example: { resourceId: '01990000-0000-7000-8000-000000000001', ids: ['01990000-0000-7000-8000-000000000002'] } });
