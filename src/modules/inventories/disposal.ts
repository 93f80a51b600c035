import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { SignatureInput } from '../../kernel/signature.ts';
import type { DeviceKind } from './device.ts';
import { media, type Medium, type Method, methods, methodsOf } from './erasure.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

export const disposalWays = ['disposed', 'returned', 'transferred'] as const;
export const capacities = ['directorGeneral', 'adviser', 'other'] as const;
export type Capacity = (typeof capacities)[number];
export const disposalStates = ['drafted', 'ordered', 'carriedOut', 'checked', 'cancelled'] as const;
export type DisposalState = (typeof disposalStates)[number];
/** As many devices as one order names. */
export const mostItems = 300;

const Item = z
  .strictObject({ deviceId: z.uuid(), medium: z.enum(media).optional(), method: z.enum(methods).optional(), note: text(300).optional() })
  .refine(({ medium, method }) => (medium === undefined) === (method === undefined), { message: 'required', path: ['method'] })
  .refine(({ medium, method }) => medium === undefined || method === undefined || methodsOf[medium].includes(method), { message: 'methodOfOtherMedium', path: ['method'] });

/** A list of devices that shall leave, with when and by whom. Who carries it out is a firm of the register or somebody in words. */
export const DisposalInput = z
  .strictObject({
    title: text(160),
    how: z.enum(disposalWays).default('disposed'),
    plannedOn: CivilDate,
    supplierId: z.uuid().optional(),
    carrier: text(160).optional(),
    note: text(1000).optional(),
    items: z.array(Item).min(1).max(mostItems),
  })
  .refine(({ supplierId, carrier }) => supplierId !== undefined || carrier !== undefined, { message: 'required', path: ['carrier'] })
  .refine(({ items }) => new Set(items.map(({ deviceId }) => deviceId)).size === items.length, { message: 'deviceTwice', path: ['items'] })
  .meta({
    id: 'DisposalData',
    example: {
      title: 'Postes hors d’usage',
      how: 'disposed',
      plannedOn: '2026-12-04',
      carrier: 'Marc Petit',
      items: [{ deviceId: '01990000-0000-7000-8000-000000000001', medium: 'unknown', method: 'destroy' }],
    },
  });
export type DisposalInput = z.infer<typeof DisposalInput>;

/** A device on a list, as its order, its record and the register tell it. */
export type DisposalItem = {
  deviceId: string;
  deviceName: string;
  number: number;
  kind: DeviceKind;
  brand: string | null;
  model: string | null;
  serial: string | null;
  holdsData: boolean;
  medium: Medium | null;
  method: Method | null;
  note: string | null;
  /** Why it did not go that day. */
  leftBecause: string | null;
};

/** The signature of the order: of whoever is signed in, or drawn on this screen by somebody else, who is named. */
export const OrderInput = z
  .strictObject({ as: z.enum(capacities), signedBy: text(160).optional(), signature: SignatureInput.optional() })
  .refine(({ signedBy, signature }) => (signedBy === undefined) === (signature === undefined), { message: 'signatureMissing', path: ['signature'] })
  .meta({ id: 'DisposalOrderData', example: { as: 'directorGeneral' } });

/** It was carried out: when, by whom, and what did not go after all. */
export const CarryOutInput = z
  .strictObject({
    carriedOn: CivilDate,
    carriedBy: text(160),
    left: z
      .array(z.strictObject({ deviceId: z.uuid(), because: text(300) }))
      .max(mostItems)
      .default([]),
  })
  .meta({ id: 'DisposalCarriedOut', example: { carriedOn: '2026-12-04', carriedBy: 'Marc Petit', left: [] } });
export type CarryOutInput = z.infer<typeof CarryOutInput>;

/** The adviser was there, or made sure after. */
export const CheckInput = z.strictObject({ checked: z.enum(['present', 'after']), note: text(1000).optional() }).meta({ id: 'DisposalCheck', example: { checked: 'present' } });
export const CancelInput = z.strictObject({ reason: text(500) }).meta({ id: 'DisposalCancellation', example: { reason: 'Le matériel resservira.' } });

export type DisposalDates = { orderedOn?: string | null | undefined; carriedOn?: string | null | undefined; checkedOn?: string | null | undefined; cancelledOn?: string | null | undefined };
/** Where a disposal stands; the same in SQL: `stateSql` of its store. */
export const stateOf = ({ orderedOn, carriedOn, checkedOn, cancelledOn }: DisposalDates): DisposalState =>
  cancelledOn ? 'cancelled' : checkedOn ? 'checked' : carriedOn ? 'carriedOut' : orderedOn ? 'ordered' : 'drafted';

/** An order that was signed and whose day has passed. `day` is a civil date of Belgium. */
export const isLate = ({ state, plannedOn }: { state: DisposalState; plannedOn: string }, day: string): boolean => state === 'ordered' && plannedOn < day;

export const disposalActs = ['change', 'order', 'carryOut', 'check', 'cancel', 'delete'] as const;
export type DisposalAct = (typeof disposalActs)[number];
/** What comes next: only a draft changes or goes away, and what was carried out is checked, not cancelled. */
export const disposalActsOf: Record<DisposalState, readonly DisposalAct[]> = {
  drafted: ['change', 'order', 'delete'],
  ordered: ['carryOut', 'cancel'],
  carriedOut: ['check'],
  checked: [],
  cancelled: [],
};

/** The medium that one finds in such a device, where nobody looked: unknown asks for destruction. */
export const likelyMedium = (kind: DeviceKind): Medium => mediumByKind[kind] ?? 'unknown';
const mediumByKind: Partial<Record<string, Medium>> = {
  phone: 'phone',
  tablet: 'phone',
  printer: 'printer',
  networkEquipment: 'network',
  usbStick: 'flash',
  memoryCard: 'flash',
  tape: 'tape',
  opticalDisc: 'optical',
};
