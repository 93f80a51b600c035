import type { CivilDate } from './dates.ts';
import type { Words } from './obligation.ts';

/**
 * A fact that a room knows of a centre today, which may stand as evidence under a norm ("the policy was approved on 14 January, verified on
 * 10 November"). It stays true, or turns stale, by itself: nothing of it is stored but its name.
 */
export type LiveFact = {
  organizationId: string;
  /** Room and fact (`documents.policyApproved`): stable, since centres and the library of norms refer to it. */
  id: string;
  /** `missing`: the registers say the contrary, or nothing. `stale`: it was so, and its period has run out. */
  state: 'true' | 'stale' | 'missing';
  /** The fact in words, with its dates and numbers: `locales/facts.<language>.json` of the room. */
  title: Words;
  /** The day it speaks of, and the last day on which it holds without anything being done. */
  on?: CivilDate | undefined;
  until?: CivilDate | undefined;
  /** The records behind it: an address under `/c/<centre>/`. */
  path: string;
};
