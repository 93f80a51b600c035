import { z } from 'zod';
import { defaultNeeds, defaultShare, type Needs } from './capacity.ts';
import { defaultWindow, windowFields, type WindowRule } from './window.ts';

const Need = z.strictObject({ down: z.number().positive().max(1000), up: z.number().positive().max(1000) });
/** The levels of right that a resource may offer (migrations/0027). */
export const rightLevels = ['hold', 'read', 'write', 'validate', 'administer'] as const;

/** The rule of the centre: window, the part of the line for telework, what a session takes, and the right that goes with an agreement. */
export const SettingInput = z
  .strictObject({
    ...windowFields,
    share: z.int().min(1).max(100),
    needs: z.strictObject({ remoteDesktop: Need, virtualDesktop: Need, video: Need }),
    resourceId: z.uuid().optional(),
    level: z.enum(rightLevels).optional(),
  })
  .refine(({ resourceId, level }) => (resourceId === undefined) === (level === undefined), { message: 'required', path: ['level'] })
  .meta({ id: 'TeleworkSettingData', example: { weekdays: [1, 2, 3, 4, 5], fromTime: '07:00', untilTime: '20:00', countries: ['BE'], share: 60, needs: defaultNeeds } });

export type Setting = WindowRule & { share: number; needs: Needs; resourceId?: string | null; level?: (typeof rightLevels)[number] | null };
export const defaultSetting: Setting = { ...defaultWindow, share: defaultShare, needs: defaultNeeds };
