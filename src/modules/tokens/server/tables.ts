import type { Generated } from 'kysely';

declare module '../../../server/db/database.ts' {
  interface Tables {
    personalToken: {
      id: string;
      accountId: string;
      name: string;
      scopes: string[];
      organizationIds: string[];
      tokenHash: Buffer;
      createdAt: Date;
      expiresAt: Date;
      revokedAt: Date | null;
      backupPlanId: string | null;
      version: Generated<number>;
    };
    personalTokenUse: { tokenId: string; lastOn: string };
  }
}
