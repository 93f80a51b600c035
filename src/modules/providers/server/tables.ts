import type { Generated } from 'kysely';
import type { CentreRole } from '../../../kernel/permissions.ts';
import type { Preset } from '../provider.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    identityProvider: {
      id: string;
      name: string;
      preset: Preset;
      issuer: string;
      clientId: string;
      clientSecret: Buffer;
      scopes: string;
      groupsClaim: string | null;
      secondFactorValues: string[];
      emailDomains: string[];
      sessionHours: number;
      enabled: boolean;
      version: Generated<number>;
    };
    providerIdentity: { id: string; providerId: string; accountId: string; issuer: string; subject: string; email: string | null; linkedAt: Date; version: Generated<number> };
    providerGroups: { identityId: string; groups: string[]; seenAt: Date };
    providerFlow: {
      id: string;
      providerId: string;
      browserHash: Buffer;
      stateHash: Buffer | null;
      nonce: string | null;
      verifier: string | null;
      accountId: string | null;
      returnTo: string | null;
      claims: Record<string, unknown> | null;
      expiresAt: Date;
    };
    providerSession: { sessionId: string; providerId: string; endsAt: Date };
    groupMapping: { organizationId: string; id: string; providerId: string; groupName: string; role: CentreRole; wanted: boolean; applied: Generated<boolean>; version: Generated<number> };
  }
}
