import { z } from 'zod';

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
