import { addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { LiveFact } from '../../kernel/live-fact.ts';
import { faultsOf } from './backup.ts';
import type { DutyPlan } from './duties.ts';

import { stateOf } from './schedule.ts';

/** What the backup plans of one centre prove at an instant: that runs are made, that copies lie outside, that they are encrypted. */
export const backupFacts = (organizationId: string, plans: readonly (DutyPlan & { kind: string; encrypted: boolean | null })[], now: Date): LiveFact[] => {
  const missed = plans.filter((plan) => ['missed', 'failed'].includes(stateOf(plan, now))).length;
  const faults = plans.flatMap(faultsOf);
  const inside = faults.filter((fault) => fault === 'noOffSite').length;
  const open = faults.filter((fault) => fault === 'notEncrypted' || fault === 'encryptionUnknown').length;
  const last = plans
    .flatMap(({ lastGood }) => (lastGood ? [lastGood.on] : []))
    .toSorted()
    .at(-1);
  const fact = (id: string, wrong: number): LiveFact => ({
    organizationId,
    id: `continuity.${id}`,
    state: plans.length > 0 && wrong === 0 ? 'true' : 'missing',
    title: plans.length === 0 ? { key: `${id}.none` } : { key: wrong === 0 ? `${id}.true` : `${id}.missing`, values: { count: wrong === 0 ? plans.length : wrong } },
    path: 'continuity',
  });
  const made = fact('backupsMade', missed);
  return [made.state === 'true' && last ? { ...made, on: last } : made, fact('offSite', inside), fact('encrypted', open)];
};

export type Proofs = { organizationId: string; testedOn: CivilDate | null; missed: boolean | null; heldOn: CivilDate | null; decidedOn: CivilDate | null };

/** What restores, decisions and exercises prove of one centre on a day: each stands a year, a decision until another (MES 2.8, POL 1.6). */
export const proofFacts = ({ organizationId, testedOn, missed, heldOn, decidedOn }: Proofs, today: CivilDate): LiveFact[] => {
  const fact = (id: string, on: CivilDate | null, path: string, lasts: boolean, wrong = false): LiveFact => {
    const until = on && !lasts ? addMonths(on, 12) : undefined;
    const state = !on || wrong ? 'missing' : until && until < today ? 'stale' : 'true';
    return {
      organizationId,
      id: `continuity.${id}`,
      state,
      title: on ? { key: wrong ? `${id}.wrong` : `${id}.${state}`, values: { date: { date: on } } } : { key: `${id}.none` },
      path,
      ...(on && state === 'true' ? { on, ...(until ? { until } : {}) } : {}),
    };
  };
  return [
    fact('restoreTested', testedOn, 'continuity/restores', false, missed === true),
    fact('objectiveSet', decidedOn, 'continuity/restores', true),
    fact('exercised', heldOn, 'continuity/exercises', false),
  ];
};
