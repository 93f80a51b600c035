import { z } from 'zod';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { actionStates, Budget, Cost, originKinds, ownerRoles, priorities } from '../action.ts';

const can = z.record(z.string(), z.boolean());
export const ShownOrigin = z
  .object({ kind: z.enum(originKinds), id: z.uuid().optional(), reference: z.string().optional(), title: z.string().optional(), path: z.string().optional() })
  .meta({ id: 'PlanOrigin' });

export const Action = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    number: z.int(),
    title: z.string(),
    description: z.string().optional(),
    origins: z.array(ShownOrigin),
    ownerId: z.uuid().optional(),
    ownerName: z.string().optional(),
    ownerRole: z.enum(ownerRoles).optional(),
    priority: z.enum(priorities),
    startOn: z.string().optional(),
    dueOn: z.string().optional(),
    state: z.enum(actionStates),
    late: z.boolean(),
    progress: z.int(),
    personDays: z.number(),
    costs: z.array(Cost),
    budgets: z.array(Budget),
    repeatsMonths: z.int().optional(),
    occurrence: z.int(),
    doneOn: z.string().optional(),
    doneHow: z.string().optional(),
    proofFileId: z.uuid().optional(),
    givenUpOn: z.string().optional(),
    givenUpReason: z.string().optional(),
    createdOn: z.string(),
    can,
  })
  .meta({ id: 'PlanAction' });
export const Actions = Page(Action).meta({ id: 'PlanActions' });

const sorts = ['dueOn', 'number', 'title', 'priority'] as const;
const filters = {
  state: z.enum(['open', 'late', ...actionStates]).optional(),
  priority: z.enum(priorities).optional(),
  originKind: z.enum(originKinds).optional(),
  originId: z.uuid().toLowerCase().optional(),
  mine: z.enum(['true']).optional(),
  year: z.coerce.number().int().min(2000).max(2199).optional(),
};
export const actionQuery = z.strictObject({ ...pageQuery(sorts), ...filters });
export const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters });
export const ownQuery = z.strictObject({ ...pageQuery(['dueOn']), state: z.enum(['open', 'late', ...actionStates]).optional() });

export const CopiesInput = z.strictObject({ organizationId: z.uuid().toLowerCase(), actionId: z.uuid().toLowerCase(), organizationIds: z.array(z.uuid().toLowerCase()).min(1).max(100) }).meta({
  id: 'PlanCopiesData',
  example: { organizationId: '01990000-0000-7000-8000-000000000001', actionId: '01990000-0000-7000-8000-000000000002', organizationIds: ['01990000-0000-7000-8000-000000000003'] },
});
export const Copies = z.object({ id: z.uuid(), copied: z.int() }).meta({ id: 'PlanCopies' });
