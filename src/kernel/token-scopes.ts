import type { Action } from './permissions.ts';

const registers = ['organization.list', 'organization.read', 'person.read', 'service.read', 'contract.read', 'mandate.read', 'candidacy.read'] as const;

/**
 * What a personal token may be given, in words that its owner understands, and the actions behind each. A token never does more than its owner
 * may at that minute. Nothing here touches the account itself, other tokens, members, approvals, mandates or what gives a role otherwise.
 */
export const tokenScopes = {
  readAll: [...registers, 'pool.read', 'legal.read', 'document.read', 'advice.read', 'task.read'],
  readRegisters: registers,
  readDocuments: ['organization.list', 'organization.read', 'legal.read', 'document.read'],
  readAudit: ['organization.list', 'organization.read', 'audit.read'],
  readSsin: ['person.readSsin'],
  // A backup program says how its runs end, and reads nothing.
  backupRun: ['continuity.report'],
  writePeople: ['organization.list', 'organization.read', 'person.read', 'person.write', 'service.read', 'contract.read', 'contract.write'],
} as const satisfies Record<string, readonly Action[]>;
export type TokenScope = keyof typeof tokenScopes;
export const tokenScopeNames = Object.keys(tokenScopes) as [TokenScope, ...TokenScope[]];

/** Every action that these scopes hold; a name that is none of ours holds nothing. */
export const actionsOfScopes = (scopes: readonly string[]): readonly Action[] => [
  ...new Set(tokenScopeNames.filter((name) => scopes.includes(name)).flatMap((name): readonly Action[] => tokenScopes[name])),
];
