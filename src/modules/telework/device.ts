import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { postureLines } from './lines.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
export const deviceKinds = ['laptop', 'desktop', 'phone', 'cardReader', 'other'] as const;
export const directions = ['out', 'in'] as const;
export const lossKinds = ['loss', 'theft'] as const;

/** A device of the centre that may leave it. */
export const DeviceInput = z
  .strictObject({
    name: text(120),
    kind: z.enum(deviceKinds),
    serial: text(80).optional(),
    encrypted: z.boolean().default(false),
    posture: z.array(z.enum(postureLines)).max(postureLines.length).default([]),
    checkedOn: CivilDate.optional(),
    checkedBy: text(160).optional(),
    retiredOn: CivilDate.optional(),
    note: text(1000).optional(),
  })
  .meta({ id: 'TeleworkDeviceData', example: { name: 'PORT-07', kind: 'laptop', serial: '5CG1234XYZ', encrypted: true, checkedOn: '2026-11-02' } });

/** One way, out of the building or back. */
export const MovementInput = z
  .strictObject({ deviceId: z.uuid(), personId: z.uuid().optional(), direction: z.enum(directions), movedOn: CivilDate, backBy: CivilDate.optional(), note: text(500).optional() })
  .refine(({ direction, personId }) => direction === 'in' || personId !== undefined, { message: 'required', path: ['personId'] })
  .refine(({ movedOn, backBy }) => !backBy || backBy >= movedOn, { message: 'endBeforeStart', path: ['backBy'] })
  .meta({ id: 'TeleworkMovementData', example: { deviceId: '01990000-0000-7000-8000-000000000001', personId: '01990000-0000-7000-8000-000000000002', direction: 'out', movedOn: '2026-11-20' } });

/** What was lost or stolen; told to the management and to the data protection officer without delay (MES 2.4). */
export const LossInput = z
  .strictObject({
    kind: z.enum(lossKinds),
    deviceId: z.uuid().optional(),
    personId: z.uuid().optional(),
    what: text(1000),
    discoveredOn: CivilDate,
    place: text(200).optional(),
    blockedOn: CivilDate.optional(),
    managementToldOn: CivilDate.optional(),
    dpoToldOn: CivilDate.optional(),
    policeReference: text(120).optional(),
    note: text(2000).optional(),
  })
  .refine(({ discoveredOn, managementToldOn }) => !managementToldOn || managementToldOn >= discoveredOn, { message: 'beforeDiscovery', path: ['managementToldOn'] })
  .refine(({ discoveredOn, dpoToldOn }) => !dpoToldOn || dpoToldOn >= discoveredOn, { message: 'beforeDiscovery', path: ['dpoToldOn'] })
  .refine(({ discoveredOn, blockedOn }) => !blockedOn || blockedOn >= discoveredOn, { message: 'beforeDiscovery', path: ['blockedOn'] })
  .meta({ id: 'TeleworkLossData', example: { kind: 'theft', what: 'Portable PORT-07, dans le train', discoveredOn: '2026-11-20' } });

/** What a person tells of a loss of their own. */
export const OwnLossInput = z
  .strictObject({ kind: z.enum(lossKinds), what: text(1000), place: text(200).optional(), discoveredOn: CivilDate.optional() })
  .meta({ id: 'OwnTeleworkLossData', example: { kind: 'loss', what: 'Portable PORT-07, dans le train' } });

/** Where a device is, by its last movement on or before a day. */
export type Whereabouts = { personId: string; since: CivilDate; backBy?: CivilDate | null } | undefined;
export const whereabouts = (movements: readonly { direction: 'out' | 'in'; personId: string | null; movedOn: CivilDate; backBy: CivilDate | null }[], today: CivilDate): Whereabouts => {
  const last = movements
    .filter(({ movedOn }) => movedOn <= today)
    .toSorted((a, b) => (a.movedOn < b.movedOn ? -1 : 1))
    .at(-1);
  return last?.direction === 'out' && last.personId ? { personId: last.personId, since: last.movedOn, backBy: last.backBy } : undefined;
};
