/** Who teleworks by an agreement on the last day of a period; how many agreements were given in it, and what was lost or stolen. */
export type TeleworkYear = { inForce: number; agreed: number; losses: number };
