import { z } from 'zod';
import { endOf } from '../../kernel/counting.ts';
import { CivilDate } from '../../kernel/dates.ts';
import type { Due } from '../../kernel/obligation.ts';
import { centreRoles, type CentreRole } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';
import { type Nature, natures, outcomes } from './intervention.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** The rooms' records that may ask for a check; `own` are those that are entered on the page of checks. */
export const checkOrigins = ['own', 'protection', 'backup', 'plan', 'device'] as const;
export type CheckOrigin = { kind: Exclude<(typeof checkOrigins)[number], 'own'>; id: string };
/** The rules of the house by which something is looked at again (POL 1.6; MES 2.2, 2.8, 2.9). */
export const checkRules = ['emergencyPowerTested', 'alarmsChecked', 'backupsChecked', 'restoreExercised', 'recurringCheck'] as const satisfies readonly RuleId[];
export const checkUnits = ['day', 'month', 'year'] as const;
export type Every = { amount: number; unit: (typeof checkUnits)[number] };

/** What an intervention is called that a check of this rule makes. */
export const natureOf = (rule: RuleId): Nature => (rule === 'emergencyPowerTested' ? 'emergencyPowerTest' : 'check');

/**
 * More often than once a week is a routine, like the backups of each night, which have their own register of runs: as interventions they would bury the
 * table of the year.
 */
export const isTooOften = ({ amount, unit }: Every): boolean => unit === 'day' && amount < 7;

export const CheckInput = z
  .strictObject({
    title: text(200),
    rule: z.enum(checkRules),
    nature: z.enum(natures).optional(),
    every: z
      .strictObject({ amount: z.int().min(1).max(120), unit: z.enum(checkUnits) })
      .refine((every) => !isTooOften(every), { message: 'tooOften', path: ['amount'] })
      .optional(),
    ownerRole: z.enum(centreRoles).optional(),
    ownerId: id.optional(),
    deviceId: id.optional(),
    resourceId: id.optional(),
    zoneId: id.optional(),
    supplierId: id.optional(),
    firstOn: CivilDate,
    note: text(1000).optional(),
  })
  .meta({ id: 'RecurringCheckData', example: { title: 'Onduleur du serveur', rule: 'emergencyPowerTested', firstOn: '2026-12-01' } });
export type CheckInput = z.infer<typeof CheckInput>;

/** Whether a check is done by a test in the register of its record, and not ticked: that a restore was exercised says what was restored, and in how long. */
export const isTested = ({ rule, originKind }: { rule: RuleId; originKind: string }): boolean => rule === 'restoreExercised' && originKind === 'backup';

/** Done, in two clicks: good, or not good with what is to be done. */
export const CheckDoneInput = z
  .strictObject({
    on: CivilDate.optional(),
    outcome: z.enum(outcomes),
    result: text(4000).optional(),
    followUp: text(2000).optional(),
    byPersonId: id.optional(),
    byNames: text(300).optional(),
  })
  .refine((value) => value.outcome === 'good' || Boolean(value.followUp), { message: 'followUpNeeded', path: ['followUp'] })
  .meta({ id: 'RecurringCheckResult', example: { outcome: 'good' } });
export type CheckDoneInput = z.infer<typeof CheckDoneInput>;
export const DropInput = z.strictObject({ reason: text(500) }).meta({ id: 'RecurringCheckEnd', example: { reason: 'L’onduleur a été remplacé.' } });

/**
 * When a check is due next (a civil day): on its first day where it was never done, else by its own interval or by the rule as the centre set it,
 * counted from the day it was last done, whatever was found.
 */
export const nextOn = (check: { rule: RuleId; every?: Every | undefined; firstOn: CivilDate; lastOn?: CivilDate | null | undefined }, due: (rule: RuleId, start: Due) => Due): CivilDate => {
  if (!check.lastOn) return check.firstOn;
  const start = { on: check.lastOn };
  const end = check.every ? endOf({ length: check.every, counting: 'calendar', bound: 'within' }, start) : due(check.rule, start);
  return 'on' in end ? end.on : end.at.slice(0, 10);
};

/** Who sees to checks that name nobody. */
export const checkRoles: readonly CentreRole[] = ['itHead', 'itAgent', 'adviser', 'deputyAdviser', 'localCorrespondent'];
