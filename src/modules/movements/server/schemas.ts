import { z } from 'zod';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { movementKinds, movementStates } from '../movement.ts';
import { Step } from './step-schemas.ts';

const can = z.record(z.string(), z.boolean());
const shape = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  kind: z.enum(movementKinds),
  personId: z.uuid(),
  personName: z.string(),
  contractId: z.uuid().optional(),
  fromContractId: z.uuid().optional(),
  contractKind: z.string().optional(),
  function: z.string().optional(),
  serviceName: z.string().optional(),
  day: z.string(),
  until: z.string().optional(),
  resumesId: z.uuid().optional(),
  note: z.string().optional(),
  announcedAt: z.string(),
  /** Announced after its day had ended. */
  announcedLate: z.boolean(),
  state: z.enum(movementStates),
  closedAt: z.string().optional(),
  closedByName: z.string().optional(),
  cancelledAt: z.string().optional(),
  cancelReason: z.string().optional(),
  steps: z.int(),
  open: z.int(),
  late: z.int(),
  certificate: z.object({ year: z.int(), number: z.int(), language: z.string(), contentHash: z.string() }).optional(),
  can,
};
export const Movement = z.object(shape).meta({ id: 'Movement' });
export const Movements = Page(Movement).meta({ id: 'Movements' });
export const WholeMovement = z
  .object({
    ...shape,
    allSteps: z.array(Step),
    /** Firms to whom a letter is drawn. */
    firms: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** Of a suspension: the case of the return. */
    returnId: z.uuid().optional(),
  })
  .meta({ id: 'WholeMovement' });

export const movementQuery = z.strictObject({
  ...pageQuery(['day', 'name']),
  sort: pageQuery(['day', 'name']).sort.removeDefault().default('-day'),
  kind: z.enum(movementKinds).optional(),
  state: z.enum(['late', ...movementStates]).optional(),
  personId: z.uuid().toLowerCase().optional(),
  year: z.coerce.number().int().min(2000).max(2199).optional(),
});
const { after: _after, pageSize: _size, ...wholeQuery } = movementQuery.shape;
export const exportQuery = z.strictObject({ ...wholeQuery, format: z.enum(['csv', 'xlsx']).default('csv') });
export const SearchInput = z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: 'MovementSearch', example: { text: 'delvaux' } });

/** An event of a contract that has no case yet. */
export const Events = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(movementKinds),
        contractId: z.uuid(),
        personId: z.uuid(),
        personName: z.string(),
        function: z.string(),
        contractKind: z.string(),
        serviceName: z.string().optional(),
        day: z.string(),
        until: z.string().optional(),
        /** A suspension that ended: its return has no case. */
        suspensionId: z.uuid().optional(),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'MovementEvents' });
