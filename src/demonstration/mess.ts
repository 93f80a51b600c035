/**
 * The mess of reality, and the centre that has it (its rank among each twelve, from 0). One mess each, so that whoever shows the
 * demonstration knows where to look; the remaining centres are in order.
 */
export const messes = {
  /** A member of staff whose contract names no service. */
  personWithoutService: 0,
  /** The policy was approved two years ago and never verified since. */
  policyNeverVerified: 1,
  /** A service that nobody heads. */
  serviceWithoutHead: 3,
  /** The director-general is the security adviser too. */
  directorGeneralAsAdviser: 5,
  /** The mandate of the data-protection officer ended and was not renewed. */
  expiredMandate: 6,
  /** SPP IS was never told who the adviser is. */
  adviserNotNotified: 7,
  /** Facts that the policy names are missing: the council could not approve any yet. */
  missingFacts: 8,
  /** The centre has just joined: hardly anything is known. */
  justEntered: 9,
  /** The head of a service left, and still stands as its head. */
  headLeft: 11,
} as const;
export type Mess = keyof typeof messes;

/** How many centres one adviser shares: after so many the pattern of languages, sizes and messes begins anew. */
export const patternLength = 12;

export const hasMess = (index: number, mess: Mess): boolean => index % patternLength === messes[mess];
