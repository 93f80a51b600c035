import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { Language } from '../../kernel/language.ts';
import { type Action, can, type CentreRole, centreRoles, type InstallationRole, installationRoles, permissions } from '../../kernel/permissions.ts';

/** Roles that decide over the others or read what they may not: for the heads of the centre to give, as with mandates (decision 0008). */
export const guardedRoles: readonly CentreRole[] = ['president', 'directorGeneral', 'itSecurityOfficer'];
const heads: readonly CentreRole[] = ['president', 'directorGeneral'];
export const isHead = (roles: readonly CentreRole[]): boolean => roles.some((role) => heads.includes(role));

const asHolder = (roles: readonly CentreRole[]) => ({ accountId: 'somebody', roles, installation: [] });
const actionsOf = (role: CentreRole): Action[] => (Object.keys(permissions) as Action[]).filter((action) => can(asHolder([role]), action));

export type GrantRefusal = 'guardedRole' | 'beyondOwnRoles';

/**
 * Why somebody may not give or take a role, or undefined. `giver` is what they hold of their own: what was lent to them gives nothing on.
 * `headless`: nobody of the centre signs in as president or director-general yet, so that somebody must invite the first.
 */
export const grantRefusal = (giver: readonly CentreRole[], role: CentreRole, { headless }: { headless: boolean }): GrantRefusal | undefined => {
  if (isHead(giver)) return undefined;
  if (guardedRoles.includes(role)) return headless && heads.includes(role) ? undefined : 'guardedRole';
  return actionsOf(role).every((action) => can(asHolder(giver), action)) ? undefined : 'beyondOwnRoles';
};

/** How long the link of an invitation is good. */
export const invitationDays = 7;

const Roles = z.array(z.enum(centreRoles)).max(centreRoles.length);
/** An auditor reads a centre for a period (MES 2.8): their access has an end. */
const auditorEnds = (given: { roles?: readonly CentreRole[]; until?: string | undefined }): boolean => !given.roles?.includes('auditor') || given.until !== undefined;

/** Access offered to an address: by granted roles, through a person of the centre, or both. */
export const InvitationData = z
  .strictObject({
    email: z
      .email('invalidEmail')
      .max(200)
      .transform((value) => value.toLowerCase()),
    language: Language,
    personId: z.uuid().optional(),
    roles: Roles.default([]),
    /** The first day of the access, where it is to come, and the last. */
    accessFrom: CivilDate.optional(),
    accessUntil: CivilDate.optional(),
  })
  .refine((invitation) => invitation.roles.length > 0 || invitation.personId !== undefined, { message: 'roleOrPerson', path: ['roles'] })
  .refine((invitation) => !invitation.accessFrom || !invitation.accessUntil || invitation.accessUntil >= invitation.accessFrom, { message: 'endBeforeStart', path: ['accessUntil'] })
  .refine((invitation) => auditorEnds({ roles: invitation.roles, until: invitation.accessUntil }), { message: 'auditorUntil', path: ['accessUntil'] })
  .meta({ id: 'InvitationData', example: { email: 'odile.lambin@example.be', language: 'fr', roles: ['archivist'] } });
export type InvitationData = z.infer<typeof InvitationData>;

/** What is changed of an access: its granted roles, and its last day; a day that is past ends it at once. */
export const MemberData = z
  .strictObject({ grantedRoles: Roles, end: CivilDate.optional() })
  .refine((member) => auditorEnds({ roles: member.grantedRoles, until: member.end }), { message: 'auditorUntil', path: ['end'] })
  .meta({ id: 'MemberData' });
export type MemberData = z.infer<typeof MemberData>;

/** Roles that may be lent: work that somebody does in one's place. An election, an audit or an employment is nobody else's. */
export const delegableRoles = centreRoles.filter((role) => !['councilMember', 'staff', 'outsideFirm', 'auditor', 'platformMember'].includes(role));

/** The first day after the longest delegation that begins on `start`: six months later. */
export const delegationLimit = (start: CivilDate): CivilDate => {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + 6, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, last));
  return target.toISOString().slice(0, 10);
};

/** Roles whose holders may know of infringement notices. */
export const confidentialRoles: readonly CentreRole[] = ['adviser', 'directorGeneral', 'president'];

/** A role lent for an absence. Without `fromLinkId` it is one's own; with it, that of somebody absent, and a reason is given. */
export const DelegationData = z
  .strictObject({
    fromLinkId: z.uuid().optional(),
    toLinkId: z.uuid().optional(),
    invitationId: z.uuid().optional(),
    role: z.enum(delegableRoles as [CentreRole, ...CentreRole[]]),
    start: CivilDate,
    end: CivilDate,
    reason: z.string().trim().min(1).max(300).optional(),
    /** With the infringement notices: by their reader's own word alone (decision 28). */
    confidential: z.boolean().default(false),
  })
  .refine((delegation) => !delegation.confidential || (delegation.fromLinkId === undefined && confidentialRoles.includes(delegation.role)), { message: 'confidentialOwnOnly', path: ['confidential'] })
  .refine((delegation) => (delegation.toLinkId === undefined) !== (delegation.invitationId === undefined), { message: 'required', path: ['toLinkId'] })
  .refine((delegation) => delegation.end >= delegation.start, { message: 'endBeforeStart', path: ['end'] })
  .refine((delegation) => delegation.end < delegation.start || delegation.end <= delegationLimit(delegation.start), { message: 'delegationTooLong', path: ['end'] })
  .refine((delegation) => delegation.fromLinkId === undefined || delegation.reason !== undefined, { message: 'reasonMissing', path: ['reason'] })
  .meta({ id: 'DelegationData' });
export type DelegationData = z.infer<typeof DelegationData>;

/** Why a role may not be lent so, or undefined: own roles only, and on behalf of somebody what one could also grant, never to oneself. */
export const delegationRefusal = (
  maker: { linkId: string; roles: readonly CentreRole[]; mayGrant: boolean },
  lender: { linkId: string; roles: readonly CentreRole[] },
  receiverLinkId: string | undefined,
  role: CentreRole,
): 'roleNotHeld' | 'notOnBehalf' | 'ownGrant' | 'sameAccount' | GrantRefusal | undefined => {
  if (receiverLinkId === lender.linkId) return 'sameAccount';
  if (!lender.roles.includes(role)) return 'roleNotHeld';
  if (maker.linkId === lender.linkId) return undefined;
  if (!maker.mayGrant) return 'notOnBehalf';
  if (receiverLinkId === maker.linkId) return 'ownGrant';
  return grantRefusal(maker.roles, role, { headless: false });
};

/** What the administrator changes of an account: the roles of the installation, and whether it is shut. */
export const AccountChange = z
  .strictObject({ roles: z.array(z.enum(installationRoles)).max(installationRoles.length), poolId: z.uuid().optional(), disabled: z.boolean() })
  .refine((account) => !account.roles.includes('poolCoordinator') || account.poolId !== undefined, { message: 'poolMissing', path: ['poolId'] })
  .meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof AccountChange>;
export type { InstallationRole };
