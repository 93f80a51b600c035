import { z } from 'zod';
import { addMonths, CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** What the policy forbids unless it was agreed (POL 1.3 h; MES 2.3, 2.8). */
export const derogationKinds = ['wifi', 'removableMedia', 'software', 'privateDevice', 'other'] as const;
export type DerogationKind = (typeof derogationKinds)[number];
export const advices = ['favourable', 'conditional', 'unfavourable'] as const;
export const decisions = ['agreed', 'refused'] as const;
export const endings = ['withdrawn', 'closed', 'renewed'] as const;
export const derogationStates = ['asked', 'running', 'expired', 'ended', 'refused', 'withdrawn'] as const;
export type DerogationState = (typeof derogationStates)[number];

/** The longest that one may last: after a year it is asked for anew, with what has become of its reason. */
export const longestMonths = 12;

const period = { startsOn: CivilDate, endsOn: CivilDate };
const asked = {
  kind: z.enum(derogationKinds),
  what: text(300),
  reason: text(1000),
  /** What is done instead, so that the risk is borne. */
  measures: text(1000).optional(),
  deviceId: id.optional(),
  ...period,
};
type Period = { startsOn: string; endsOn: string };
const endsAfterStart = ({ startsOn, endsOn }: Period): boolean => endsOn >= startsOn;
const notTooLong = ({ startsOn, endsOn }: Period): boolean => endsOn <= addMonths(startsOn, longestMonths);
const endIssue = { message: 'endBeforeStart', path: ['endsOn'] };
const longIssue = { message: 'overAYear', path: ['endsOn'] };

/** A derogation as it is asked, by whoever keeps the register: by whom, for whom, on what. */
export const DerogationInput = z
  .strictObject({ ...asked, askedOn: CivilDate, askedById: id, personId: id.optional(), zoneId: id.optional(), resourceId: id.optional(), renewsId: id.optional() })
  .refine(endsAfterStart, endIssue)
  .refine(notTooLong, longIssue)
  .meta({ id: 'DerogationData' });
export type DerogationInput = z.infer<typeof DerogationInput>;
/** A derogation as it was kept before Beffroi: also decided, and ended. */
export type RecordedDerogation = Omit<DerogationInput, 'renewsId'> &
  Partial<
    Record<'advice' | 'adviceText' | 'adviceOn' | 'adviceBy' | 'decision' | 'decisionText' | 'decidedOn' | 'decidedById' | 'decidedBy' | 'endedOn' | 'endedHow' | 'endedWhy' | 'endedBy', string>
  >;

/** What somebody asks for themselves. */
export const OwnDerogationInput = z
  .strictObject(asked)
  .refine(endsAfterStart, endIssue)
  .refine(notTooLong, longIssue)
  .meta({ id: 'OwnDerogationData', example: { kind: 'removableMedia', what: 'Clé USB chiffrée', reason: 'Présentation dans une école sans réseau', startsOn: '2026-11-24', endsOn: '2026-11-30' } });

/** The adviser's advice; a condition or a « no » says why. */
export const AdviceInput = z
  .strictObject({ advice: z.enum(advices), adviceText: text(1000).optional() })
  .refine(({ advice, adviceText }) => advice === 'favourable' || adviceText !== undefined, { message: 'required', path: ['adviceText'] })
  .meta({ id: 'DerogationAdvice', example: { advice: 'conditional', adviceText: 'Chiffrée, et rendue le soir même' } });

/** The decision; a refusal says why. Where another enters it, it names who decided: a person of the centre, or a body such as the council in words. */
export const DerogationDecisionInput = z
  .strictObject({ decision: z.enum(decisions), decisionText: text(1000).optional(), endsOn: CivilDate.optional(), decidedById: id.optional(), decidedBy: text(160).optional() })
  .refine(({ decision, decisionText }) => decision === 'agreed' || decisionText !== undefined, { message: 'required', path: ['decisionText'] })
  .refine(({ decidedById, decidedBy }) => decidedById === undefined || decidedBy === undefined, { message: 'personOrBody', path: ['decidedBy'] })
  .meta({ id: 'DerogationDecision', example: { decision: 'agreed' } });

/** The end of a derogation, with what became of it. */
export const DerogationEndInput = z
  .strictObject({ endedOn: CivilDate, endedWhy: text(500) })
  .meta({ id: 'DerogationEnd', example: { endedOn: '2026-11-30', endedWhy: 'Wi-Fi coupé, vérifié sur le poste' } });
export const OwnWithdrawalInput = z.strictObject({ endedWhy: text(500) }).meta({ id: 'OwnDerogationWithdrawal', example: { endedWhy: 'Plus nécessaire' } });

type Stored = { decision?: string | null; endedHow?: string | null; endsOn: string };
/** Where a derogation stands on a day. */
export const derogationState = ({ decision, endedHow, endsOn }: Stored, today: string): DerogationState =>
  endedHow === 'withdrawn' ? 'withdrawn' : endedHow ? 'ended' : decision === 'refused' ? 'refused' : !decision ? 'asked' : endsOn < today ? 'expired' : 'running';
