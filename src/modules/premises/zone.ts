import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** What a part of the buildings is for. */
export const zoneKinds = ['reception', 'office', 'meeting', 'serverRoom', 'archives', 'technical', 'store', 'common', 'outside', 'other'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** How grave it is that somebody enters who may not, gravest first (POL 1.2). */
export const zoneRisks = ['critical', 'restricted', 'internal', 'public'] as const;
export type ZoneRisk = (typeof zoneRisks)[number];

export const zoneStates = ['inUse', 'retired'] as const;

export const ZoneInput = z
  .strictObject({
    name: text(120),
    building: text(120).optional(),
    floor: text(60).optional(),
    kind: z.enum(zoneKinds),
    risk: z.enum(zoneRisks),
    resourceId: id.optional(),
    note: text(2000).optional(),
    retiredOn: CivilDate.optional(),
  })
  .meta({ id: 'ZoneData', example: { name: 'Salle des serveurs', building: 'Siège', floor: '1er étage', kind: 'serverRoom', risk: 'critical' } });
export type ZoneInput = z.infer<typeof ZoneInput>;

/** The risk that a zone of a kind usually has: where social data or the machines lie, few may enter (MES 2.2). */
export const usualRisk: Record<ZoneKind, ZoneRisk> = {
  reception: 'public',
  office: 'internal',
  meeting: 'internal',
  serverRoom: 'critical',
  archives: 'restricted',
  technical: 'restricted',
  store: 'internal',
  common: 'internal',
  outside: 'public',
  other: 'internal',
};

/** Zones whose right of entry is held by name, and where each passage is written down (POL 1.2: server room and archives). */
export const guardedRisks: readonly ZoneRisk[] = ['critical', 'restricted'];
export const isGuarded = (zone: { risk: ZoneRisk }): boolean => guardedRisks.includes(zone.risk);

/** Whole groups of people who may enter; single people hold a right (room `access`). */
export const entryCategories = ['everybody', 'staff', 'service', 'management', 'council', 'it', 'archivist', 'cleaning', 'technicians', 'rescue', 'visitors'] as const;
export type EntryCategory = (typeof entryCategories)[number];

export const entryHours = ['service', 'outside', 'always'] as const;

/** Who may enter a zone, and when: a category, or a person who holds the right and whose hours differ from those of the service. */
export const ZoneEntryInput = z
  .strictObject({
    zoneId: id,
    category: z.enum(entryCategories).optional(),
    serviceId: id.optional(),
    personId: id.optional(),
    hours: z.enum(entryHours).default('service'),
    escorted: z.boolean().default(false),
    note: text(500).optional(),
  })
  .refine((entry) => Boolean(entry.category) !== Boolean(entry.personId), { message: 'categoryOrPerson', path: ['category'] })
  .refine((entry) => (entry.category === 'service') === Boolean(entry.serviceId), { message: 'serviceMissing', path: ['serviceId'] })
  .meta({ id: 'ZoneEntryData', example: { zoneId: '01990000-0000-7000-8000-000000000001', category: 'cleaning', hours: 'outside' } });
export type ZoneEntryInput = z.infer<typeof ZoneEntryInput>;

/** Groups whom nobody of the centre knows by name: alone in a guarded zone, they are a finding. */
const strangers: readonly EntryCategory[] = ['everybody', 'visitors', 'cleaning', 'technicians'];

/** Whether an entry lets into a guarded zone, alone, somebody whom nobody answers for. Rescue services come when they must. */
export const isLoose = (risk: ZoneRisk, entry: { category?: EntryCategory | null | undefined; escorted: boolean }): boolean =>
  guardedRisks.includes(risk) && !entry.escorted && Boolean(entry.category) && strangers.includes(entry.category!);
