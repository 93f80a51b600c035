import { z } from 'zod';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { stepKinds, stepOrigins, stepRoles, stepStates } from '../step.ts';

export const Step = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    originKind: z.enum(stepOrigins),
    originId: z.uuid(),
    kind: z.enum(stepKinds),
    title: z.string().optional(),
    personId: z.uuid().optional(),
    personName: z.string().optional(),
    resourceId: z.uuid().optional(),
    resourceName: z.string().optional(),
    grantId: z.uuid().optional(),
    supplierId: z.uuid().optional(),
    supplierName: z.string().optional(),
    level: z.string().optional(),
    account: z.string().optional(),
    because: z.string().optional(),
    ownerId: z.uuid().optional(),
    ownerName: z.string().optional(),
    ownerRole: z.enum(stepRoles).optional(),
    dueAt: z.string().optional(),
    dueOn: z.string().optional(),
    late: z.boolean(),
    afterKind: z.enum(stepKinds).optional(),
    openedAt: z.string(),
    state: z.enum(stepStates),
    doneAt: z.string().optional(),
    doneByName: z.string().optional(),
    proof: z.string().optional(),
    proofFileId: z.uuid().optional(),
    reason: z.string().optional(),
    recipientId: z.uuid().optional(),
    recipientName: z.string().optional(),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'AccessStep' });
export type Step = z.infer<typeof Step>;
export const Steps = Page(Step).meta({ id: 'AccessSteps' });

const state = z.enum(['late', ...stepStates]).optional();
export const stepQuery = z.strictObject({
  ...pageQuery(['due', 'position', 'done']),
  state,
  originKind: z.enum(stepOrigins).optional(),
  originId: z.uuid().toLowerCase().optional(),
  kind: z.enum(stepKinds).optional(),
  ownerId: z.uuid().toLowerCase().optional(),
  ownerRole: z.enum(stepRoles).optional(),
  personId: z.uuid().toLowerCase().optional(),
});
export const ownQuery = z.strictObject({ ...pageQuery(['due', 'done']), state });
