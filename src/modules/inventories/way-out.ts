import { z } from 'zod';
import type { CivilDate } from '../../kernel/dates.ts';
import type { Retirement } from './device.ts';

/** Every way on which data may leave with a device: it changes hands, is repaired outside, leaves for good, or is said to hold none any more. */
export type WayOut = 'loan' | 'reassignment' | 'repair' | 'register' | Retirement;

/** Ways that an answer of the adviser may open, beside an erasure. */
export const answeredWays = ['repair', 'reassignment', 'lost', 'register'] as const;
export type AnsweredWay = (typeof answeredWays)[number];
export const answers = ['mediumOut', 'clause', 'sameFunction', 'ownSessions', 'wiped', 'assessed', 'neverHeld'] as const;
export type Answer = (typeof answers)[number];

/**
 * What may stand in for an erasure, by way. Before somebody else gets it (MES: erased beforehand): the data serve the same function, or each has a session
 * that the other cannot open. Before a repair outside: the medium stays here, or it is encrypted and a clause of the contract binds the firm.
 * What was lost can only be wiped from afar, or its loss assessed. For good, nothing stands in: the medium is erased or destroyed (POL 1.3 d).
 */
export const answersOf: Record<AnsweredWay, readonly Answer[]> = {
  repair: ['mediumOut', 'clause'],
  reassignment: ['sameFunction', 'ownSessions', 'neverHeld'],
  lost: ['wiped', 'assessed'],
  register: ['mediumOut', 'neverHeld'],
};

/** What is known of a device's data when it is about to go. */
export type Standing = {
  holdsData: boolean;
  encrypted: boolean | null;
  /** Its data were erased after it last came to anybody; proven where the adviser was there or checked it. */
  erased: boolean;
  proven: boolean;
  /** Answers that let nothing pass yet. */
  open: readonly { id: string; way: AnsweredWay; answer: Answer; personId: string | null; supplierId: string | null }[];
};
export type Going = {
  way: WayOut;
  personId?: string | null | undefined;
  supplierId?: string | null | undefined;
  /** Whether somebody else's data may lie on it: nobody had it before, or the same person. */ sameHands?: boolean;
};
/** It goes, perhaps by an answer that is spent by it; or it stays until something is done. What was lost is gone whatever the rule says: it is told. */
export type Passage = { passes: true; answerId?: string; told?: true } | { passes: false; code: 'erasureFirst' | 'erasureUnchecked' | 'repairWithData' | 'otherHands' | 'dataUnanswered' };

const forGood: readonly WayOut[] = ['disposed', 'returned', 'transferred'];

/**
 * The one rule by which a device goes: none leaves with data on it unnoticed. Within the centre's reach an erasure that anybody noted is enough; for good, and before
 * its sheet says that nothing is on it, the adviser was there or checked (POL 1.3 d): in a disposal, or an erasure that they answer for.
 */
export const passage = (device: Standing, { way, personId, supplierId, sameHands }: Going): Passage => {
  const leaves = forGood.includes(way);
  if (!device.holdsData || (leaves || way === 'register' ? device.proven : device.erased)) return { passes: true };
  if (way === 'lost' || way === 'stolen') return { passes: true, told: true };
  if (leaves) return { passes: false, code: device.erased ? 'erasureUnchecked' : 'erasureFirst' };
  if ((way === 'loan' || way === 'reassignment') && sameHands) return { passes: true };
  const asked: AnsweredWay = way === 'loan' || way === 'reassignment' ? 'reassignment' : way === 'repair' ? 'repair' : 'register';
  const found = device.open.find(
    (one) =>
      one.way === asked &&
      answersOf[asked].includes(one.answer) &&
      (one.answer !== 'clause' || device.encrypted === true) &&
      (one.personId === null || one.personId === (personId ?? null)) &&
      (one.supplierId === null || one.supplierId === (supplierId ?? null)),
  );
  if (found) return { passes: true, answerId: found.id };
  return { passes: false, code: asked === 'reassignment' ? 'otherHands' : asked === 'repair' ? 'repairWithData' : 'dataUnanswered' };
};

/** The adviser's answer, given in their own session before the device goes. */
export const DeviceAnswerInput = z
  .strictObject({
    deviceId: z.uuid(),
    way: z.enum(answeredWays),
    answer: z.enum(answers),
    personId: z.uuid().optional(),
    supplierId: z.uuid().optional(),
    contractId: z.uuid().optional(),
    note: z.string().trim().min(1).max(1000).optional(),
  })
  .refine(({ way, answer }) => answersOf[way].includes(answer), { message: 'answerOfOtherWay', path: ['answer'] })
  .refine(({ answer, supplierId }) => answer !== 'clause' || supplierId !== undefined, { message: 'required', path: ['supplierId'] })
  .refine(({ answer, contractId }) => answer !== 'clause' || contractId !== undefined, { message: 'required', path: ['contractId'] })
  .refine(({ way, personId }) => way !== 'reassignment' || personId !== undefined, { message: 'required', path: ['personId'] })
  .refine(({ answer, note }) => !['assessed', 'neverHeld', 'wiped'].includes(answer) || note !== undefined, { message: 'required', path: ['note'] })
  .meta({
    id: 'DeviceAnswerData',
    example: { deviceId: '01990000-0000-7000-8000-000000000001', way: 'reassignment', answer: 'sameFunction', personId: '01990000-0000-7000-8000-000000000002' },
  });
export type DeviceAnswerInput = z.infer<typeof DeviceAnswerInput>;

/** What a list tells of a device that left: how it stands with its data. */
export const coverings = ['none', 'encrypted', 'mediumOut', 'clause', 'wiped', 'assessed'] as const;
export type Covering = (typeof coverings)[number];
export type Departure = { id: string; name: string; number: number; kind: string; way: WayOut; on: CivilDate; to: string | null; covering: Covering };
