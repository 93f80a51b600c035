import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

const who = { personId: id.optional(), name: text(120).optional(), firm: text(120).optional(), escortId: id.optional() };

/** A passage into a guarded zone: somebody of the register, or an outsider by name with somebody of the centre beside them; when, and why (POL 1.2). */
export const PassageInput = z
  .strictObject({ zoneId: id, ...who, enteredAt: Instant, leftAt: Instant.optional(), reason: text(500) })
  .refine((passage) => Boolean(passage.personId) !== Boolean(passage.name), { message: 'personOrName', path: ['personId'] })
  .refine((passage) => !passage.name || passage.escortId, { message: 'escortMissing', path: ['escortId'] })
  .refine((passage) => !passage.leftAt || Date.parse(passage.leftAt) >= Date.parse(passage.enteredAt), { message: 'endBeforeStart', path: ['leftAt'] })
  .meta({
    id: 'PassageData',
    example: { zoneId: '01990000-0000-7000-8000-000000000001', personId: '01990000-0000-7000-8000-000000000002', enteredAt: '2026-11-23T08:00:00Z', reason: 'Bande de sauvegarde' },
  });
export type PassageInput = z.infer<typeof PassageInput>;

/** One's own passage, or that of an outsider whom one escorts, now: a name makes it the outsider's. */
export const OwnPassageInput = z
  .strictObject({ zoneId: id, reason: text(500), name: text(120).optional(), firm: text(120).optional() })
  .meta({ id: 'OwnPassageData', example: { zoneId: '01990000-0000-7000-8000-000000000001', reason: 'Bande de sauvegarde' } });
