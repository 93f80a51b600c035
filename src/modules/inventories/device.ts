import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { Cents } from '../../kernel/money.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

export const deviceKinds = [
  'desktop',
  'laptop',
  'tablet',
  'phone',
  'server',
  'storage',
  'networkEquipment',
  'printer',
  'screen',
  'cardReader',
  'emergencyPower',
  'usbStick',
  'externalDisk',
  'memoryCard',
  'tape',
  'opticalDisc',
  'other',
] as const;
export type DeviceKind = (typeof deviceKinds)[number];
export const tenures = ['owned', 'leased', 'private'] as const;
export const wifiStates = ['none', 'off', 'on'] as const;
export const retirements = ['disposed', 'returned', 'lost', 'stolen', 'transferred'] as const;
export type Retirement = (typeof retirements)[number];
export const deviceSources = ['hand', 'workbook', 'file', 'scan', 'count'] as const;

/** Devices that run a system of their own, on which data lie: of these one asks for encryption, a supported system, antivirus and a lock. */
export const computers: readonly DeviceKind[] = ['desktop', 'laptop', 'tablet', 'phone', 'server', 'storage'];
/** What carries data and is carried about: of these one asks for encryption, and who has them. They are counted, lent, labelled and erased like any device. */
export const removableMedia: readonly DeviceKind[] = ['usbStick', 'externalDisk', 'memoryCard', 'tape', 'opticalDisc'];
/** What the list of devices is asked for: one kind, or all removable media at once. */
export const askedKinds = [...deviceKinds, 'removableMedia'] as const;
/** A printer keeps what it printed; network equipment keeps its configuration and logs: data lie on them until somebody says otherwise. */
export const holdsDataByKind = (kind: DeviceKind): boolean => !['screen', 'cardReader', 'emergencyPower'].includes(kind);

/** What may be missing of a device: each is a filter of the list and a figure of its lead. */
export const lacks = ['encryption', 'support', 'warranty', 'place', 'looked', 'count', 'label', 'derogation'] as const;
export type Lack = (typeof lacks)[number];
export const deviceStates = ['present', 'out', 'retired'] as const;

/** A device of the centre, or a lot of small ones that are counted together. Its number is given by the centre's counter. */
export const DeviceInput = z
  .strictObject({
    name: text(120),
    kind: z.enum(deviceKinds),
    brand: text(80).optional(),
    model: text(120).optional(),
    serial: text(80).optional(),
    quantity: z.int().min(1).max(100_000).default(1),
    personId: id.optional(),
    serviceId: id.optional(),
    zoneId: id.optional(),
    supplierId: id.optional(),
    purchasedOn: CivilDate.optional(),
    /** The last day of the warranty. */
    warrantyUntil: CivilDate.optional(),
    priceCents: Cents.optional(),
    tenure: z.enum(tenures).default('owned'),
    leasedUntil: CivilDate.optional(),
    holdsData: z.boolean().default(true),
    /** Absent: not known. */
    encrypted: z.boolean().optional(),
    operatingSystem: text(120).optional(),
    systemSupportUntil: CivilDate.optional(),
    antivirus: z.boolean().optional(),
    autoLock: z.boolean().optional(),
    wifi: z.enum(wifiStates).optional(),
    eidReader: z.boolean().optional(),
    portable: z.boolean().default(false),
    note: text(2000).optional(),
  })
  .refine(({ serial, quantity }) => !serial || quantity === 1, { message: 'serialOfLot', path: ['quantity'] })
  .refine(({ tenure, leasedUntil }) => tenure === 'leased' || !leasedUntil, { message: 'notLeased', path: ['leasedUntil'] })
  .refine(({ purchasedOn, warrantyUntil }) => !purchasedOn || !warrantyUntil || warrantyUntil >= purchasedOn, { message: 'warrantyBeforePurchase', path: ['warrantyUntil'] })
  .meta({ id: 'DeviceData', example: { name: 'PORT-07', kind: 'laptop', brand: 'HP', model: 'ProBook 450', serial: '5CG1234XYZ', encrypted: true, portable: true } });
export type DeviceInput = z.infer<typeof DeviceInput>;

export const directions = ['out', 'in'] as const;
export const movementReasons = ['lent', 'repair'] as const;

/** One way, out of the building or back: lent to a person, or given to a firm for repair. */
export const DeviceMovementInput = z
  .strictObject({
    deviceId: id,
    direction: z.enum(directions),
    why: z.enum(movementReasons).default('lent'),
    personId: id.optional(),
    supplierId: id.optional(),
    movedOn: CivilDate,
    backBy: CivilDate.optional(),
    note: text(500).optional(),
  })
  .refine(({ direction, why, personId }) => direction === 'in' || why !== 'lent' || personId !== undefined, { message: 'required', path: ['personId'] })
  .refine(({ direction, why, supplierId }) => direction === 'in' || why !== 'repair' || supplierId !== undefined, { message: 'required', path: ['supplierId'] })
  .refine(({ movedOn, backBy }) => !backBy || backBy >= movedOn, { message: 'endBeforeStart', path: ['backBy'] })
  .meta({
    id: 'DeviceMovementData',
    example: { deviceId: '01990000-0000-7000-8000-000000000001', direction: 'out', why: 'lent', personId: '01990000-0000-7000-8000-000000000002', movedOn: '2026-11-20' },
  });
export type DeviceMovementInput = z.infer<typeof DeviceMovementInput>;

/** A device that leaves for good. */
/** Something lost or stolen was found: when, and where or by whom. */
export const RecoveryInput = z
  .strictObject({ foundOn: CivilDate, note: z.string().trim().min(1).max(500) })
  .meta({ id: 'DeviceRecovery', example: { foundOn: '2026-11-20', note: 'Rapporté par le chauffeur du bus ; disque non ouvert' } });

export const RetirementInput = z
  .strictObject({ retiredOn: CivilDate, how: z.enum(retirements), note: text(500).optional() })
  .meta({ id: 'DeviceRetirement', example: { retiredOn: '2026-11-20', how: 'lost' } });
