/** The interventions of a period, by the day on which they ended; how many began unagreed, and the checks among them. */
export type InterventionYear = { done: number; unagreed: number; remote: number; checks: number; notGood: number };
