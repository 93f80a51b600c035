import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

export const erasurePurposes = ['disposal', 'reassignment', 'repair', 'leaseEnd'] as const;
export const media = ['hardDisk', 'solidState', 'selfEncrypting', 'flash', 'tape', 'optical', 'phone', 'printer', 'network', 'unknown'] as const;
export type Medium = (typeof media)[number];
export const methods = ['overwrite', 'secureErase', 'cryptoErase', 'factoryReset', 'degauss', 'destroy'] as const;
export type Method = (typeof methods)[number];

/**
 * What takes the data off each kind of medium (NIST SP 800-88 Rev. 1, appendix A). Overwriting reaches only what is magnetic: solid-state media keep copies
 * where no writing comes, so that their own command, the loss of their key, or destruction is asked. Nothing but destruction serves for optical discs.
 */
export const methodsOf: Record<Medium, readonly Method[]> = {
  hardDisk: ['overwrite', 'secureErase', 'degauss', 'destroy'],
  solidState: ['secureErase', 'cryptoErase', 'destroy'],
  selfEncrypting: ['cryptoErase', 'destroy'],
  flash: ['destroy'],
  tape: ['degauss', 'destroy'],
  optical: ['destroy'],
  phone: ['factoryReset', 'cryptoErase', 'destroy'],
  printer: ['factoryReset', 'destroy'],
  network: ['factoryReset', 'destroy'],
  // Where nobody knows what is in it.
  unknown: ['destroy'],
};

/** Data taken off a device for good. That the adviser was there, or checked it after, is said by the adviser alone: until then it lets nothing leave for good. */
export const ErasureInput = z
  .strictObject({
    deviceId: z.uuid(),
    purpose: z.enum(erasurePurposes),
    medium: z.enum(media),
    method: z.enum(methods),
    orderedOn: CivilDate,
    orderedBy: text(160).optional(),
    erasedOn: CivilDate,
    carriedOutBy: text(160),
    checked: z.enum(['present', 'after']).optional(),
    checkedBy: text(160).optional(),
    note: text(1000).optional(),
  })
  .refine(({ medium, method }) => methodsOf[medium].includes(method), { message: 'methodOfOtherMedium', path: ['method'] })
  .refine(({ checked, checkedBy }) => checked !== undefined || checkedBy === undefined, { message: 'required', path: ['checked'] })
  .refine(({ orderedOn, erasedOn }) => erasedOn >= orderedOn, { message: 'beforeOrder', path: ['erasedOn'] })
  .meta({
    id: 'DeviceErasureData',
    example: {
      deviceId: '01990000-0000-7000-8000-000000000001',
      purpose: 'disposal',
      medium: 'hardDisk',
      method: 'overwrite',
      orderedOn: '2026-11-20',
      erasedOn: '2026-11-21',
      carriedOutBy: 'Marc Petit',
    },
  });
