import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const text = (max: number) => z.string().trim().min(1).max(max);

/** Whom one calls: `label` says whom in the words of the centre. */
export const Contact = z.strictObject({ label: text(120), phone: text(60) }).meta({ id: 'PremisesContact' });

/** What holds for all the buildings of a centre: service hours (Belgian time), how long visitors are kept, and what stands on the sheets. */
export const PremisesSettingInput = z
  .strictObject({
    weekdays: z.array(z.int().min(1).max(7)).min(1, 'required').max(7),
    fromTime: time,
    untilTime: time,
    visitorDays: z.int().min(1).max(366),
    visitorsSign: z.boolean(),
    assemblyPoint: text(300).optional(),
    electricityCut: text(300).optional(),
    waterCut: text(300).optional(),
    gasCut: text(300).optional(),
    keysAt: text(300).optional(),
    contacts: z.array(Contact).max(20).default([]),
  })
  .refine((setting) => setting.untilTime > setting.fromTime, { message: 'endBeforeStart', path: ['untilTime'] })
  .meta({ id: 'PremisesSettingData', example: { weekdays: [1, 2, 3, 4, 5], fromTime: '08:00', untilTime: '17:00', visitorDays: 90, visitorsSign: true, contacts: [] } });
export type PremisesSetting = z.infer<typeof PremisesSettingInput>;

/** What a centre begins with. No text says how long the names of visitors may be kept: three months serve an inquiry, and are our own choice. */
export const defaultSetting: PremisesSetting = { weekdays: [1, 2, 3, 4, 5], fromTime: '08:00', untilTime: '17:00', visitorDays: 90, visitorsSign: true, contacts: [] };
