import { z } from 'zod';
import { tokenScopeNames } from '../../kernel/token-scopes.ts';

/** How long a token may live, in days; a year at most. */
export const tokenDays = [30, 90, 365] as const;
/** So many tokens one account may have at once. */
export const mostTokens = 20;

/** What a personal token may, where, and how long. */
export const TokenInput = z
  .strictObject({
    name: z.string('required').trim().min(1, 'required').max(100),
    scopes: z.array(z.enum(tokenScopeNames)).min(1, 'chooseOne').max(tokenScopeNames.length),
    organizationIds: z.array(z.uuid().toLowerCase()).min(1, 'chooseOne').max(600),
    days: z.literal([...tokenDays]),
    /** The one backup of which a token with `backupRun` may tell. */
    backupPlanId: z.uuid().toLowerCase().optional(),
  })
  .refine((token) => token.scopes.includes('backupRun') === (token.backupPlanId !== undefined), { message: 'oneBackup', path: ['backupPlanId'] })
  // A program that tells of a backup lies about on a server: its token does nothing else, nowhere else.
  .refine((token) => token.backupPlanId === undefined || (token.scopes.length === 1 && token.organizationIds.length === 1), { message: 'onlyBackup', path: ['scopes'] })
  .meta({ id: 'TokenData', example: { name: 'Export du dimanche', scopes: ['readRegisters'], organizationIds: ['01990000-0000-7000-8000-000000000001'], days: 90 } });

export const tokenStates = ['good', 'revoked', 'expired'] as const;
export type TokenState = (typeof tokenStates)[number];

/** How a token stands at an instant: it ends to the second, and a revoked one does not come back. */
export const stateOfToken = ({ expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState => (revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'good');
