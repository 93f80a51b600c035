import { z } from 'zod';
import type { CivilDate } from '../../kernel/dates.ts';

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
