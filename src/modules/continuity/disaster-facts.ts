import { addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { LiveFact } from '../../kernel/live-fact.ts';

/** The plan in force of a centre (its approval, its newest verification), and when a copy of it was last seen outside. */
export type PlanProof = { organizationId: string; decidedOn: CivilDate | null; verifiedOn: CivilDate | null; seenOn: CivilDate | null };

/** What the plan proves on a day: approved and looked at within the year (POL 7), a copy of it outside that somebody saw within the year (POL 9). */
export const disasterFacts = ({ organizationId, decidedOn, verifiedOn, seenOn }: PlanProof, today: CivilDate): LiveFact[] => {
  const fact = (id: string, on: CivilDate | null, since: CivilDate | null, path: string): LiveFact => {
    const until = since ? addMonths(since, 12) : undefined;
    const state = !on || !until ? 'missing' : until < today ? 'stale' : 'true';
    return {
      organizationId,
      id: `continuity.${id}`,
      state,
      title: on && since ? { key: `${id}.${state}`, values: { date: { date: since } } } : { key: `${id}.none` },
      path,
      ...(state === 'true' && on && until ? { on, until } : {}),
    };
  };
  return [fact('planApproved', decidedOn, verifiedOn, 'continuity/plan'), fact('disasterPlanOutside', decidedOn && seenOn, seenOn, 'continuity/plan/copies')];
};
