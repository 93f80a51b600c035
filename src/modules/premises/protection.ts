import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { CentreRole } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** What protects a zone against people, fire, water, heat and a cut of the current (MES 2.2; POL 1.2, 1.6). */
export const protectionKinds = ['alarm', 'smokeDetector', 'extinguisher', 'waterDetector', 'raisedEquipment', 'cooling', 'emergencyPower', 'fireDoor', 'camera', 'lock', 'other'] as const;
export type ProtectionKind = (typeof protectionKinds)[number];

export const ProtectionInput = z
  .strictObject({
    zoneId: id,
    kind: z.enum(protectionKinds),
    name: text(120),
    place: text(200).optional(),
    quantity: z.int().min(1).max(1000).default(1),
    supplierId: id.optional(),
    installedOn: CivilDate.optional(),
    everyMonths: z.int().min(1).max(120).optional(),
    firstCheckOn: CivilDate.optional(),
    note: text(1000).optional(),
    retiredOn: CivilDate.optional(),
  })
  .refine((one) => Boolean(one.everyMonths) === Boolean(one.firstCheckOn), { message: 'firstCheckMissing', path: ['firstCheckOn'] })
  .meta({ id: 'ProtectionData', example: { zoneId: '01990000-0000-7000-8000-000000000001', kind: 'extinguisher', name: 'Extincteur CO₂', everyMonths: 12, firstCheckOn: '2026-12-01' } });
export type ProtectionInput = z.infer<typeof ProtectionInput>;

/** The rule by which a protection is checked: alarms and detectors yearly (MES 2.2), emergency power twice a year (POL 1.6), the rest as the centre says. */
export const ruleOf = (kind: ProtectionKind): RuleId =>
  kind === 'emergencyPower' ? 'emergencyPowerTested' : kind === 'alarm' || kind === 'smokeDetector' || kind === 'waterDetector' ? 'alarmsChecked' : 'recurringCheck';

/** Who looks: what hangs on the current is the head of IT's matter. */
export const checkerOf = (kind: ProtectionKind): CentreRole => (kind === 'emergencyPower' || kind === 'cooling' ? 'itHead' : 'localCorrespondent');
