import { z } from 'zod';
import { addDays, CivilDate } from '../../kernel/dates.ts';

/** Levels of right as the register of access has them, the lowest first. */
export const levels = ['hold', 'read', 'write', 'validate', 'administer'] as const;
export type Level = (typeof levels)[number];

/** What whoever answers for a person may decide upon a right: it stays, it stays at another level, it goes. */
export const decisions = ['confirm', 'change', 'withdraw'] as const;
export type Decision = (typeof decisions)[number];

/** In which right somebody answers: head of the service, head of the one above, director-general, whoever answers for the resource; else the adviser. */
export const grounds = ['head', 'above', 'direction', 'owner', 'adviser'] as const;
export type Ground = (typeof grounds)[number];

export const reviewStates = ['underWay', 'signed'] as const;
export type ReviewState = (typeof reviewStates)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

/** Heads of service have so many days unless another day is set. */
export const answerDays = 30;
export const proposedAnswerBy = (today: CivilDate): CivilDate => addDays(today, answerDays);

export const ReviewInput = z.strictObject({ year: z.int().min(1990).max(2199), answerBy: CivilDate }).meta({ id: 'AccessReviewData', example: { year: 2026, answerBy: '2026-02-14' } });
export type ReviewInput = z.infer<typeof ReviewInput>;

/** One answer; without a decision, what was answered is taken back. */
export const DecisionInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  decision: z.enum(decisions).optional(),
  newLevel: z.enum(levels).optional(),
  reason: text(500).optional(),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

/** Whose part is meant: the caller's own, what falls to the adviser because nobody else answers, or that of a person of the register. */
export const Whose = z.union([z.enum(['own', 'adviser']), z.uuid()]).default('own');

export const DecisionsInput = z
  .strictObject({ by: Whose, items: z.array(DecisionInput).min(1).max(500) })
  .meta({ id: 'AccessDecisions', example: { by: 'own', items: [{ id: '01990000-0000-7000-8000-000000000001', version: 1, decision: 'confirm' }] } });

export const PartInput = z.strictObject({ by: Whose }).meta({ id: 'AccessReviewPartChoice', example: { by: 'own' } });
export const SeenInput = z
  .strictObject({ by: Whose, personIds: z.array(z.uuid()).min(1).max(200) })
  .meta({ id: 'AccessReviewSeen', example: { by: 'own', personIds: ['01990000-0000-7000-8000-000000000001'] } });

export const SignatureInput = z
  .strictObject({
    conclusion: text(4000).optional(),
    /** Why rights that nobody answered for are left: these rights, or all that are left of somebody's part. */
    leftOpen: z
      .array(z.union([z.strictObject({ ids: z.array(z.uuid()).min(1).max(500), reason: text(500) }), z.strictObject({ by: z.union([z.literal('adviser'), z.uuid()]), reason: text(500) })]))
      .max(500)
      .default([]),
  })
  .meta({ id: 'AccessReviewSignature', example: { leftOpen: [] } });
export type SignatureInput = z.infer<typeof SignatureInput>;

/** Of what is decided upon. */
export type Decided = { level: string; handedAt: Date | null; goneOn: CivilDate | null; offered: readonly string[] };

/** Why an answer cannot stand: the field and a stable code. A change needs another level that the resource has; a withdrawal needs its reason. */
export const decisionFault = (item: Decided, { decision, newLevel, reason }: Pick<DecisionInput, 'decision' | 'newLevel' | 'reason'>): { name: string; code: string } | undefined => {
  if (item.handedAt) return { name: 'decision', code: 'partHandedIn' };
  if (item.goneOn) return { name: 'decision', code: 'rightEnded' };
  if ((decision === 'change') !== (newLevel !== undefined)) return { name: 'newLevel', code: decision === 'change' ? 'newLevelRequired' : 'newLevelUnwanted' };
  if (decision === 'change' && newLevel === item.level) return { name: 'newLevel', code: 'sameLevel' };
  if (newLevel !== undefined && !item.offered.includes(newLevel)) return { name: 'newLevel', code: 'levelNotOffered' };
  if (decision === 'withdraw' && reason === undefined) return { name: 'reason', code: 'reasonRequired' };
  return undefined;
};

/** A review is for this year, or for the next from December on: no other is begun. */
export const mayBegin = (year: number, today: CivilDate): boolean => {
  const now = Number(today.slice(0, 4));
  return year === now || (year === now + 1 && today.slice(5, 7) === '12');
};

/** A service with who heads it today; a head who has left counts as none. */
export type ServiceNode = { id: string; parentId: string | null; headId: string | null };
/** Who answers for the people of a service: the nearest head upwards, and the next one who is somebody else, for the head's own rights. */
export type Way = { serviceId: string; first: string | null; second: string | null };

/** From each service upwards, along the organization chart. A chart that runs in a circle ends where it began. */
export const waysUp = (services: readonly ServiceNode[]): Way[] => {
  const byId = new Map(services.map((service) => [service.id, service]));
  return services.map(({ id }) => {
    const heads: string[] = [];
    const seen = new Set<string>();
    for (let at = byId.get(id); at && !seen.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined) {
      seen.add(at.id);
      if (at.headId && !heads.includes(at.headId)) heads.push(at.headId);
    }
    return { serviceId: id, first: heads[0] ?? null, second: heads[1] ?? null };
  });
};
