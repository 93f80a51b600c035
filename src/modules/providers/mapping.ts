import { z } from 'zod';
import { type CentreRole, centreRoles } from '../../kernel/permissions.ts';

/** Whoever heads a service is said by the service alone. */
type MappableRole = Exclude<CentreRole, 'headOfService'>;
export const mappableRoles = centreRoles.filter((role) => role !== 'headOfService') as unknown as [MappableRole, ...MappableRole[]];
/** Roles that decide over the others, or that the council gives: a group gives them when the director-general says so, and nobody else. */
export const guardedRoles: readonly CentreRole[] = ['president', 'directorGeneral', 'itSecurityOfficer', 'adviser', 'deputyAdviser', 'dpo', 'deputyDpo'];

/** That the members of a group of a provider have a role in the centre. */
export const MappingInput = z
  .strictObject({ providerId: z.uuid().toLowerCase(), groupName: z.string('required').trim().min(1, 'required').max(200), role: z.enum(mappableRoles) })
  .meta({ id: 'GroupMappingData', example: { providerId: '01990000-0000-7000-8000-000000000001', groupName: 'cpas-informatique', role: 'itAgent' } });

export type Mapping = { organizationId: string; providerId: string; groupName: string; role: CentreRole };
export type Grouped = { accountId: string; providerId: string; groups: readonly string[] };

/** What the mappings give to the accounts, by centre: every role of every group of every identity, each once, in the order of the roles. */
export const rolesOfGroups = (mappings: readonly Mapping[], identities: readonly Grouped[]): { organizationId: string; accountId: string; roles: CentreRole[] }[] => {
  const given = new Map<string, { organizationId: string; accountId: string; roles: Set<CentreRole> }>();
  for (const { organizationId, providerId, groupName, role } of mappings)
    for (const { accountId, providerId: by, groups } of identities) {
      if (by !== providerId || !groups.includes(groupName)) continue;
      const key = `${organizationId} ${accountId}`;
      const entry = given.get(key) ?? { organizationId, accountId, roles: new Set() };
      given.set(key, entry);
      entry.roles.add(role);
    }
  return [...given.values()].map(({ roles, ...of }) => ({ ...of, roles: centreRoles.filter((role) => roles.has(role)) }));
};

export type Change = { accountId: string; gains: CentreRole[]; loses: CentreRole[] };

/** Who gains and who loses what between two states of one centre; who keeps all is left out. */
export const changesBetween = (before: ReadonlyMap<string, readonly string[]>, after: ReadonlyMap<string, readonly string[]>): Change[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((accountId) => {
      const [old, now] = [before.get(accountId) ?? [], after.get(accountId) ?? []];
      return { accountId, gains: centreRoles.filter((role) => now.includes(role) && !old.includes(role)), loses: centreRoles.filter((role) => old.includes(role) && !now.includes(role)) };
    })
    .filter(({ gains, loses }) => gains.length > 0 || loses.length > 0);
