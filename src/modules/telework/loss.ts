import { addDays, type CivilDate } from '../../kernel/dates.ts';
import type { NewStep } from '../movements/step.ts';

/** What a loss or theft asks to be done, in the order of its haste; the words stand under `lossSteps.<name>`. */
export const lossSteps = ['secrets', 'wipe', 'firm', 'police', 'breach'] as const;
export type LossStep = (typeof lossSteps)[number];

type Lost = { id: string; kind: 'loss' | 'theft'; personId: string | null; discoveredOn: CivilDate };

/**
 * The steps that something lost or stolen opens: accounts blocked the same day, secrets changed and the firm of the remote access told the next,
 * the police for a theft, and whether personal data were touched, which is to be told within 72 hours where they were (GDPR, art. 33). They count
 * from today where it is found out later than it was discovered, the 72 hours always from the discovery.
 */
export const stepsOfLoss = ({ id, kind, personId, discoveredOn }: Lost, supplierId: string | undefined, title: (step: LossStep) => string, today: CivilDate): NewStep[] => {
  const common = { origin: { kind: 'loss' as const, id }, ...(personId ? { personId } : {}) };
  const steps: NewStep[] = [
    ...(personId ? [{ ...common, kind: 'blockAccounts' as const, ownerRole: 'itHead' as const, dueOn: today }] : []),
    { ...common, kind: 'other', title: title('wipe'), ownerRole: 'itHead', dueOn: today },
    { ...common, kind: 'changeSecret', title: title('secrets'), ownerRole: 'itHead', dueOn: addDays(today, 1) },
    { ...common, kind: 'other', title: title('firm'), ...(supplierId ? { supplierId } : {}), ownerRole: 'itHead', dueOn: addDays(today, 1) },
    ...(kind === 'theft' ? [{ ...common, kind: 'other' as const, title: title('police'), ownerRole: 'localCorrespondent' as const, dueOn: addDays(today, 1) }] : []),
    { ...common, kind: 'other', title: title('breach'), ownerRole: 'dpo', dueOn: addDays(discoveredOn, 3) },
  ];
  return steps.map((step, position) => ({ ...step, position }));
};

/** What of a loss may be completed and not rewritten. */
export const toldOnce = ['kind', 'what', 'discoveredOn', 'deviceId', 'personId', 'place', 'blockedOn', 'managementToldOn', 'dpoToldOn', 'policeReference'] as const;

/** The first field of `next` that takes back or rewrites what was told `before`, with why; undefined where it only completes. */
export const rewritten = (before: Record<string, unknown>, next: Record<string, unknown>): { name: string; code: 'toldAlready' | 'noteKept' } | undefined => {
  const name = toldOnce.find((one) => before[one] !== null && before[one] !== undefined && next[one] !== before[one]);
  if (name) return { name, code: 'toldAlready' };
  return typeof before['note'] === 'string' && !String(next['note'] ?? '').startsWith(before['note']) ? { name: 'note', code: 'noteKept' } : undefined;
};
