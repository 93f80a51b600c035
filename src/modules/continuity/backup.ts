import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** What a backup is of. */
export const backupKinds = ['server', 'computer', 'application', 'cloud', 'paper'] as const;
/** Everything each time; what changed since; a full one at intervals and changes between; a copy on paper or microfilm. */
export const backupMethods = ['full', 'incremental', 'mixed', 'copy'] as const;
export const runResults = ['good', 'warning', 'failed'] as const;
export type RunResult = (typeof runResults)[number];
export const runSources = ['hand', 'program', 'mail'] as const;

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'invalidTime');
const inOrder = <T>(values: readonly T[]): boolean => values.every((value, index) => index === 0 || values[index - 1]! < value);

/** What is backed up, how, when and where to. */
export const BackupPlanInput = z
  .strictObject({
    name: text(120),
    kind: z.enum(backupKinds),
    what: text(1000),
    deviceId: id.optional(),
    resourceId: id.optional(),
    /** What else it holds, of the register of resources: the applications on a server. */
    coveredIds: z.array(id).max(60).default([]),
    method: z.enum(backupMethods),
    /** ISO weekdays, 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1, 'chooseOne').max(7).refine(inOrder, 'notInOrder'),
    /** Civil times in Belgium. */
    times: z.array(Time).min(1, 'required').max(6).refine(inOrder, 'notInOrder'),
    onHolidays: z.boolean().default(true),
    place: text(300),
    /** Where the copy outside the building lies (POL 1.6); without one the plan is at fault. */
    offSite: text(300).optional(),
    mirror: z.boolean().default(false),
    encrypted: z.boolean().optional(),
    keptDays: z.int().min(1).max(36_500).optional(),
    personId: id.optional(),
    supplierId: id.optional(),
    scheduledSince: CivilDate.optional(),
    endedOn: CivilDate.optional(),
    note: text(2000).optional(),
  })
  .meta({
    id: 'BackupPlanData',
    example: {
      name: 'Serveur de fichiers',
      kind: 'server',
      what: 'Toutes les données du serveur',
      method: 'mixed',
      weekdays: [1, 2, 3, 4, 5],
      times: ['22:00'],
      place: 'NAS du local serveur',
      offSite: 'Hébergeur',
    },
  });
export type BackupPlanInput = z.infer<typeof BackupPlanInput>;

/** How one planned run ended. */
export const BackupPlanRunInput = z
  .strictObject({
    planId: id,
    plannedOn: CivilDate,
    plannedTime: Time,
    result: z.enum(runResults),
    carriedOut: z.boolean().default(false),
    minutes: z.int().min(0).max(20_000).optional(),
    megabytes: z.int().min(0).max(2_000_000_000).optional(),
    note: text(1000).optional(),
  })
  .refine((run) => run.result === 'good' || Boolean(run.note), { message: 'sayWhy', path: ['note'] })
  .meta({ id: 'BackupPlanRunData', example: { planId: '01990000-0000-7000-8000-000000000001', plannedOn: '2026-11-20', plannedTime: '22:00', result: 'good' } });
export type BackupPlanRunInput = z.infer<typeof BackupPlanRunInput>;

/** What every plan must have, and this one lacks (POL 1.6: outside the building; MES 2.8: unreadable by others). */
export const planFaults = ['noOffSite', 'notEncrypted', 'encryptionUnknown', 'nobodyAnswers'] as const;
export type PlanFault = (typeof planFaults)[number];

type Faulty = { kind: string; offSite?: string | null | undefined; encrypted?: boolean | null | undefined; personId?: string | null | undefined; supplierId?: string | null | undefined };
/** The faults of a plan, gravest first. Paper is not encrypted, it is locked away. */
export const faultsOf = (plan: Faulty): PlanFault[] => {
  const encryption: PlanFault[] = plan.kind === 'paper' || plan.encrypted === true ? [] : [plan.encrypted === false ? 'notEncrypted' : 'encryptionUnknown'];
  return [...(plan.offSite ? [] : (['noOffSite'] as const)), ...encryption, ...(plan.personId ? [] : (['nobodyAnswers'] as const))];
};
