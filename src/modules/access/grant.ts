import { z } from 'zod';
import { CivilDate as Day, type CivilDate } from '../../kernel/dates.ts';

/** Levels of right, lowest first: to hold a key, a room or a mailbox; to read; to write; to validate; to administer. */
export const rightLevels = ['hold', 'read', 'write', 'validate', 'administer'] as const;
export const RightLevel = z.enum(rightLevels);
export type RightLevel = z.infer<typeof RightLevel>;

/** Why a right ended. */
export const endReasons = ['departure', 'change', 'suspension', 'review', 'reconciliation', 'correction', 'other'] as const;
export type EndReason = (typeof endReasons)[number];

/** Where a right comes from. */
export const grantSources = ['hand', 'profile', 'case', 'review', 'reconciliation', 'intake'] as const;
export type GrantSource = (typeof grantSources)[number];

/** Whether one level holds at least what another does. */
export const reaches = (level: RightLevel, wanted: RightLevel): boolean => rightLevels.indexOf(level) >= rightLevels.indexOf(wanted);

/** A right that counts on a day: given by then, neither taken away nor run out before. */
export type Held = {
  id: string;
  personId: string;
  resourceId: string;
  level: RightLevel;
  account?: string | undefined;
  start: CivilDate;
  until?: CivilDate | undefined;
  endedOn?: CivilDate | undefined;
  withdrawalOn?: CivilDate | undefined;
};

/** A right to be given. It counts from `start` to `until`, both included. */
export type NewRight = {
  personId: string;
  resourceId: string;
  level: RightLevel;
  account?: string | undefined;
  start: CivilDate;
  until?: CivilDate | undefined;
  reason?: string | undefined;
  askedById?: string | undefined;
  agreedById?: string | undefined;
  agreedOn?: CivilDate | undefined;
  source: GrantSource;
  /** The right that this one takes up again, after a suspension. */
  resumesId?: string | undefined;
};

type Life = { start: CivilDate | null; until: CivilDate | null; endedOn: CivilDate | null };

/** Whether a right counts on a day: from its start to the first of its end and its withdrawal, all included (migrations/0027_access_rights.sql). */
export const countsOn = ({ start, until, endedOn }: Life, day: CivilDate): boolean => start !== null && start <= day && (until === null || day <= until) && (endedOn === null || day <= endedOn);

/** Where a right is in its life, on a day. `coming`: given from a later day on. */
export const grantStates = ['asked', 'agreed', 'coming', 'held', 'temporary', 'withdrawal', 'ended', 'refused'] as const;
export type GrantState = (typeof grantStates)[number];

type Steps = Life & { refusedOn: CivilDate | null; agreedOn: CivilDate | null; withdrawalOn: CivilDate | null };

/** The state of a right on a day, from the days it bears. */
export const stateOf = (grant: Steps, day: CivilDate): GrantState => {
  if (grant.refusedOn !== null) return 'refused';
  if (grant.start === null) return grant.agreedOn === null ? 'asked' : 'agreed';
  if (grant.start > day) return 'coming';
  if (!countsOn(grant, day)) return 'ended';
  if (grant.withdrawalOn !== null && grant.withdrawalOn <= day) return 'withdrawal';
  return grant.until === null ? 'held' : 'temporary';
};

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** A right as a client sends it: asked for, or agreed and given at once by whoever may. Never a password, PIN or code: only how the account is called. */
export const GrantInput = z
  .strictObject({
    personId: id,
    resourceId: id,
    level: RightLevel,
    account: text(120).optional(),
    reason: text(1000).optional(),
    askedOn: Day.optional(),
    askedById: id.optional(),
    askedBy: text(120).optional(),
    agreedOn: Day.optional(),
    agreedById: id.optional(),
    agreedBy: text(120).optional(),
    start: Day.optional(),
    until: Day.optional(),
  })
  .refine((grant) => !grant.start || !grant.until || grant.until >= grant.start, { message: 'endBeforeStart', path: ['until'] })
  .refine((grant) => !(grant.agreedById || grant.agreedBy) || grant.agreedOn, { message: 'agreedWithoutDay', path: ['agreedOn'] })
  .refine((grant) => !grant.askedOn || !grant.agreedOn || grant.agreedOn >= grant.askedOn, { message: 'agreedBeforeAsked', path: ['agreedOn'] })
  .refine((grant) => grant.agreedById !== grant.personId || !grant.agreedById, { message: 'ownRight', path: ['agreedById'] })
  .meta({ id: 'AccessGrantData', example: { personId: '01990000-0000-7000-8000-000000000001', resourceId: '01990000-0000-7000-8000-000000000002', level: 'read', start: '2026-11-23' } });
export type GrantInput = z.infer<typeof GrantInput>;

/** Whether somebody agrees to what was asked. */
export const DecisionInput = z
  .strictObject({ outcome: z.enum(['agreed', 'refused']), on: Day, reason: text(1000).optional() })
  .refine((decision) => decision.outcome === 'agreed' || decision.reason, { message: 'reasonMissing', path: ['reason'] })
  .meta({ id: 'AccessDecisionData', example: { outcome: 'agreed', on: '2026-11-23' } });

/** From when a right is there, and until when. */
export const GivingInput = z
  .strictObject({ start: Day, until: Day.optional(), account: text(120).optional() })
  .refine((giving) => !giving.until || giving.until >= giving.start, { message: 'endBeforeStart', path: ['until'] })
  .meta({ id: 'AccessGivingData', example: { start: '2026-11-23' } });

/** That a right is to be taken away, and why. */
export const WithdrawalInput = z.strictObject({ reason: text(1000) }).meta({ id: 'AccessWithdrawalData', example: { reason: 'Ne travaille plus à ce dossier' } });

/** That a right was taken away: its last day, and why. */
export const EndInput = z.strictObject({ on: Day, because: z.enum(endReasons) }).meta({ id: 'AccessEndData', example: { on: '2026-11-23', because: 'other' } });
