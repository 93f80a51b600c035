import { z } from 'zod';
import { addDays, CivilDate } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/language.ts';

/** Why somebody's rights change: they come, change function, are away for a time, or leave (POL 1.4; MES 2.8). */
export const movementKinds = ['arrival', 'change', 'suspension', 'departure'] as const;
export type MovementKind = (typeof movementKinds)[number];

export const movementStates = ['open', 'closed', 'cancelled'] as const;
export type MovementState = (typeof movementStates)[number];

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();
export const contractKinds = ['statutory', 'permanent', 'fixedTerm', 'replacement', 'traineeship', 'apprenticeship', 'studentJob', 'volunteering', 'mission'] as const;
export const suspensionReasons = ['illness', 'parental', 'careerBreak', 'disciplinary', 'unpaidLeave', 'other'] as const;

/** The function that begins, where the register has no contract of it yet. */
export const NewFunction = z.strictObject({ function: text(120), serviceId: id.optional(), kind: z.enum(contractKinds) }).meta({ id: 'MovementFunctionData' });

/**
 * What starts a case. `contractId` is the contract that begins, is suspended or ends; for an arrival or a change that stands in no register yet,
 * `begins` makes it, and the case is the one place where it is entered. `day` is the last day of a departure, the first of everything else.
 */
export const MovementInput = z
  .strictObject({
    kind: z.enum(movementKinds),
    personId: id,
    contractId: id.optional(),
    day: CivilDate,
    until: CivilDate.optional(),
    suspensionReason: z.enum(suspensionReasons).optional(),
    begins: NewFunction.optional(),
    note: text(1000).optional(),
  })
  .refine((movement) => !movement.until || movement.kind === 'suspension', { message: 'untilOfSuspension', path: ['until'] })
  .refine((movement) => !movement.until || movement.until >= movement.day, { message: 'endBeforeStart', path: ['until'] })
  .refine((movement) => !movement.begins || movement.kind === 'arrival' || movement.kind === 'change', { message: 'beginsWithCase', path: ['begins'] })
  .meta({ id: 'MovementData', example: { kind: 'departure', personId: '01990000-0000-7000-8000-000000000001', contractId: '01990000-0000-7000-8000-000000000002', day: '2026-11-30' } });
export type MovementInput = z.infer<typeof MovementInput>;

/** What may change of a case: its day, or the last day of a suspension, and the note. */
export const MovementChange = z
  .strictObject({ day: CivilDate, until: CivilDate.optional(), note: text(1000).optional() })
  .refine((change) => !change.until || change.until >= change.day, { message: 'endBeforeStart', path: ['until'] })
  .meta({ id: 'MovementChangeData' });
export type MovementChange = z.infer<typeof MovementChange>;

export const CancelInput = z.strictObject({ reason: text(500) }).meta({ id: 'MovementCancelData', example: { reason: 'La démission est retirée' } });
/** The first day back after a suspension. */
export const ReturnInput = z.strictObject({ day: CivilDate }).meta({ id: 'MovementReturnData', example: { day: '2026-12-01' } });

type Contract = { id: string; start: CivilDate; end?: CivilDate | undefined };

/** Another contract of the same person that goes on after the last day of one. */
export const goesOn = (contracts: readonly Contract[], endingId: string | undefined, lastDay: CivilDate): boolean =>
  contracts.some((contract) => contract.id !== endingId && contract.start <= addDays(lastDay, 1) && (!contract.end || contract.end > lastDay));

/** Which of the contracts a case is about when none was named: the only one that fits; undefined where none or several do. */
export const contractFor = (kind: MovementKind, contracts: readonly Contract[], day: CivilDate): Contract | undefined => {
  const fits = contracts.filter((contract) =>
    kind === 'arrival' ? contract.start === day : kind === 'change' ? contract.start === day : contract.start <= day && (!contract.end || contract.end >= day || kind === 'departure'),
  );
  // Of a departure, those that run come before those that ended.
  const running = fits.filter((contract) => !contract.end || contract.end >= day);
  const chosen = running.length > 0 ? running : fits.slice(0, 1);
  return chosen.length === 1 ? chosen[0] : undefined;
};

/** Why a right comes or goes, in the words that stand at the right from then on. */
export const reasonWords: Record<MovementKind, Record<Language, string>> = {
  arrival: { fr: 'Arrivée', nl: 'Komst', de: 'Ankunft', en: 'Arrival' },
  change: { fr: 'Changement de fonction', nl: 'Verandering van functie', de: 'Wechsel der Funktion', en: 'Change of function' },
  suspension: { fr: 'Suspension', nl: 'Schorsing', de: 'Aussetzung', en: 'Suspension' },
  departure: { fr: 'Départ', nl: 'Vertrek', de: 'Ausscheiden', en: 'Departure' },
};
