import { missing } from './completeness.ts';
import type { Facts, Profile } from './organization.ts';

/** What a new centre does first, in the order in which it goes fastest. */
export const firstSteps = ['record', 'people', 'services', 'mandates', 'documents', 'direction'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** What the registers say of a centre that begins. */
export type Beginnings = {
  profile: Profile;
  facts: Facts;
  people: number;
  services: number;
  /** Functions that somebody was ever given, of those that every centre has. */
  mandates: readonly string[];
  /** A document was ever approved. */
  approved: boolean;
  /** The director-general has an account here, or an invitation. */
  direction: boolean;
};

/** Functions that a centre has from its first day (law of 15 January 1990, art. 24; organic law of 8 July 1976, art. 28). */
export const firstMandates = ['adviser', 'directorGeneral', 'president'] as const;

/**
 * Which steps are done, by what stands in the registers, and how much a step still asks (facts and answers, functions). What was done once
 * stays done: a function that falls vacant years later is a duty of its day, not a first step.
 */
export const stepsOf = (centre: Beginnings): { name: FirstStep; done: boolean; open?: number }[] => {
  const unanswered = missing(centre.profile, centre.facts);
  const open = unanswered.questions.length + unanswered.facts.length;
  const vacant = firstMandates.filter((kind) => !centre.mandates.includes(kind)).length;
  const done: Record<FirstStep, boolean> = {
    record: open === 0,
    people: centre.people > 0,
    services: centre.services > 0,
    mandates: vacant === 0,
    documents: centre.approved,
    direction: centre.direction,
  };
  const asks: Partial<Record<FirstStep, number>> = { record: open, mandates: vacant };
  return firstSteps.map((name) => ({ name, done: done[name], ...(asks[name] ? { open: asks[name] } : {}) }));
};
