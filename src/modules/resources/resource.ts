import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** What somebody may have access to, in the order of the list and of the matrix (POL 1.4, 3; NOR). */
export const resourceKinds = ['application', 'bcssFlow', 'portal', 'server', 'networkEquipment', 'domain', 'computer', 'mailbox', 'folder', 'remoteAccess', 'room', 'key', 'code', 'other'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** Levels of right, lowest first; `hold` is of a key, a code, a room, a mailbox. */
export const rightLevels = ['hold', 'read', 'write', 'validate', 'administer'] as const;
export type RightLevel = (typeof rightLevels)[number];

/** Where the list of its accounts comes from. */
export const accountSources = ['none', 'file', 'activeDirectory', 'microsoft365', 'ldap', 'paper'] as const;

export const resourceStates = ['inUse', 'retired'] as const;

/** Kinds whose use of social data the network's authority authorises by a deliberation. */
export const authorisedKinds: readonly ResourceKind[] = ['bcssFlow', 'portal'];

/** A deliberation that allows the centre a flow of data: for what, under which conditions, from when until when. */
export const Authorisation = z
  .strictObject({
    deliberation: text(120),
    date: CivilDate.optional(),
    purpose: text(500),
    conditions: text(2000).optional(),
    from: CivilDate,
    until: CivilDate.optional(),
  })
  .refine((one) => !one.until || one.until >= one.from, { message: 'endBeforeStart', path: ['until'] })
  .meta({ id: 'FlowAuthorisation' });
export type Authorisation = z.infer<typeof Authorisation>;

export const ResourceInput = z
  .strictObject({
    name: text(120),
    kind: z.enum(resourceKinds),
    catalogueId: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]{0,60}$/)
      .optional(),
    description: text(2000).optional(),
    ownerId: id.optional(),
    ownerServiceId: id.optional(),
    supplierId: id.optional(),
    /** Social data of persons pass through (minimum norms). */
    socialData: z.boolean().default(false),
    levels: z.array(z.enum(rightLevels)).min(1, 'required').max(rightLevels.length),
    accountSource: z.enum(accountSources).default('none'),
    identifierFormat: text(120).optional(),
    authorisations: z.array(Authorisation).max(20).default([]),
    retiredOn: CivilDate.optional(),
  })
  .refine((resource) => new Set(resource.levels).size === resource.levels.length, { message: 'levelTwice', path: ['levels'] })
  .refine((resource) => resource.authorisations.length === 0 || authorisedKinds.includes(resource.kind), { message: 'authorisationsOfFlowsOnly', path: ['authorisations'] })
  .meta({ id: 'ResourceData', example: { name: 'Logiciel social', kind: 'application', socialData: true, levels: ['read', 'write'] } });
export type ResourceInput = z.infer<typeof ResourceInput>;

/** Its levels, lowest first. */
export const inOrder = (levels: readonly RightLevel[]): RightLevel[] => rightLevels.filter((level) => levels.includes(level));

/** Whether an authorisation is in force that day. */
export const authorisedOn = (authorisations: readonly Pick<Authorisation, 'from' | 'until'>[], day: CivilDate): boolean =>
  authorisations.some(({ from, until }) => from <= day && (!until || until >= day));

/**
 * The last day on which a flow is authorised without a gap, seen from `day`: undefined where it is not authorised then, `null` where
 * its authorisation has no end. Authorisations that follow each other without a day between count as one.
 */
export const authorisedUntil = (authorisations: readonly Pick<Authorisation, 'from' | 'until'>[], day: CivilDate, next: (date: CivilDate) => CivilDate): CivilDate | null | undefined => {
  if (!authorisedOn(authorisations, day)) return undefined;
  let last = day;
  for (;;) {
    const on = authorisations.filter(({ from, until }) => from <= next(last) && (!until || until > last));
    if (on.some(({ until }) => !until)) return null;
    const further = on
      .map(({ until }) => until!)
      .toSorted()
      .at(-1);
    if (!further) return last;
    last = further;
  }
};

const heldKinds: readonly ResourceKind[] = ['mailbox', 'remoteAccess', 'room', 'key', 'code'];
/** The levels of a resource of which a list says nothing: one holds a key, a room, a mailbox; elsewhere one reads or writes. */
export const usualLevels = (kind: ResourceKind): RightLevel[] => (heldKinds.includes(kind) ? ['hold'] : ['read', 'write']);
