import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { postureLines } from './lines.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
export const lossKinds = ['loss', 'theft'] as const;

/** How a device of the inventory was found when it was looked at. */
export const PostureInput = z
  .strictObject({ posture: z.array(z.enum(postureLines)).max(postureLines.length).default([]), checkedOn: CivilDate.optional(), checkedBy: text(160).optional() })
  .meta({ id: 'TeleworkPostureData', example: { posture: ['vpn', 'antivirus'], checkedOn: '2026-11-02' } });

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
  .strictObject({ kind: z.enum(lossKinds), what: text(1000), deviceId: z.uuid().optional(), place: text(200).optional(), discoveredOn: CivilDate.optional() })
  .meta({ id: 'OwnTeleworkLossData', example: { kind: 'loss', what: 'Portable PORT-07, dans le train' } });
