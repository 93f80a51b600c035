import { addDays, type CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { NewStep } from '../movements/step.ts';
import type { Decision, Level } from './review.ts';

/** What was decided upon a right when it was handed in. */
export type Handed = {
  grantId: string;
  personId: string;
  resourceId: string;
  ownerId: string | null;
  account: string | null;
  decision: Decision | null;
  newLevel: Level | null;
  reason: string | null;
};

/** Whoever keeps the accounts has so many days to do what a review decided. */
export const followDays = 7;

const because: Record<DocumentLanguage, (year: number) => string> = {
  fr: (year) => `Revue des droits ${year}`,
  nl: (year) => `Herziening van de rechten ${year}`,
  de: (year) => `Überprüfung der Berechtigungen ${year}`,
};

/**
 * The steps that follow from what was handed in: a right that is withdrawn is taken away; one that changes is given at its new level, and then taken
 * away at the old. Whoever answers for the resource does it, else the head of IT.
 */
export const stepsOf = (review: { id: string; year: number; language: DocumentLanguage }, items: readonly Handed[], day: CivilDate): NewStep[] =>
  items.flatMap(({ grantId, personId, resourceId, ownerId, account, decision, newLevel, reason }): NewStep[] => {
    if (decision !== 'withdraw' && decision !== 'change') return [];
    const common = { origin: { kind: 'review' as const, id: review.id }, dueOn: addDays(day, followDays), ...(ownerId ? { ownerId } : { ownerRole: 'itHead' as const }) };
    const why = [because[review.language](review.year), reason].filter(Boolean).join(' – ');
    const take: NewStep = { ...common, kind: 'withdraw', grantId, reason: why };
    if (decision === 'withdraw' || !newLevel) return [take];
    return [{ ...common, kind: 'give', personId, resourceId, level: newLevel, ...(account ? { account } : {}), reason: why }, take];
  });
