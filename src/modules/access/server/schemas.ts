import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { endReasons, grantSources, grantStates, RightLevel } from '../grant.ts';

const can = z.record(z.string(), z.boolean());
const uuid = z.uuid().toLowerCase();

/** Why a right is worth a second look: it warns, and never prevents. */
export const Warning = z
  .object({
    kind: z.enum(['segregation', 'socialData']),
    /** The rule of the library, where it is one. */
    rule: z.string().optional(),
    reason: z.string().optional(),
    source: z.string().optional(),
    first: z.string().optional(),
    second: z.string().optional(),
  })
  .meta({ id: 'AccessWarning' });

export const Grant = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    personId: z.uuid(),
    personName: z.string(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceKind: z.string(),
    level: RightLevel,
    state: z.enum(grantStates),
    account: z.string().optional(),
    reason: z.string().optional(),
    askedOn: z.string().optional(),
    askedById: z.uuid().optional(),
    askedBy: z.string().optional(),
    agreedOn: z.string().optional(),
    agreedById: z.uuid().optional(),
    agreedBy: z.string().optional(),
    refusedOn: z.string().optional(),
    refusalReason: z.string().optional(),
    start: z.string().optional(),
    until: z.string().optional(),
    withdrawalOn: z.string().optional(),
    withdrawalReason: z.string().optional(),
    endedOn: z.string().optional(),
    endedBecause: z.enum(endReasons).optional(),
    source: z.enum(grantSources),
    can,
  })
  .meta({ id: 'AccessGrant' });
export const Grants = Page(Grant).meta({ id: 'AccessGrants' });

const sorts = ['person', 'resource', 'start', 'until'] as const;
const filters = { personId: uuid.optional(), resourceId: uuid.optional(), level: RightLevel.optional(), state: z.enum(['open', ...grantStates]).optional() };
export const grantQuery = z.strictObject({ ...pageQuery(sorts), ...filters });
export const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters });
export const ownQuery = z.strictObject({ ...pageQuery(['resource']) });
export const DayQuery = z.strictObject({ on: CivilDate.optional() });

/** The matrix of a day. People, resources and services are named once; a cell refers to them by their places in those lists, which keeps it small. */
export const Matrix = z
  .object({
    on: z.string(),
    people: z.array(z.object({ id: z.uuid(), name: z.string(), serviceId: z.uuid().optional(), outsider: z.boolean(), firm: z.string().optional(), leftOn: z.string().optional() })),
    resources: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), socialData: z.boolean(), levels: z.array(RightLevel) })),
    services: z.array(z.object({ id: z.uuid(), name: z.string(), seesPersonalData: z.boolean() })),
    cells: z.array(z.object({ p: z.int(), r: z.int(), l: RightLevel, g: z.uuid(), u: z.string().optional(), w: z.literal(true).optional() })),
    sums: z.object({ people: z.int(), resources: z.int(), rights: z.int(), gone: z.int(), withdrawals: z.int(), asked: z.int(), nextEnd: z.string().optional(), ending: z.int() }),
    list: z.object({ on: z.string(), reason: z.enum(['demand', 'review']) }).optional(),
  })
  .meta({ id: 'AccessMatrix' });

export const WarningQuery = z.strictObject({ personId: uuid, resourceId: uuid, level: RightLevel });
export const Warnings = z.object({ warnings: z.array(Warning) }).meta({ id: 'AccessWarnings' });
