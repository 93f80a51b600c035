import type { Generated } from 'kysely';
import type { FactorKind } from '../factor.ts';
import type { Proof } from '../../../server/db/sessions.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    account: {
      id: string;
      name: string;
      email: string;
      emailVerified: boolean;
      image: string | null;
      language: string;
      idleMinutes: Generated<number>;
      createdAt: Date;
      updatedAt: Date;
      disabledAt: Generated<Date | null>;
      version: Generated<number>;
    };
    session: {
      id: string;
      userId: string;
      token: string;
      expiresAt: Date;
      ipAddress: string | null;
      userAgent: string | null;
      createdAt: Date;
      updatedAt: Date;
      proof: Proof;
      provedAt: Date | null;
      confirmedAt: Date | null;
      lockedAt: Date | null;
    };
    credential: { id: string; userId: string; accountId: string; providerId: string; password: string | null; createdAt: Date; updatedAt: Date };
    secondFactor: {
      id: string;
      accountId: string;
      kind: FactorKind;
      name: string;
      createdAt: Date;
      lastUsedAt: Date | null;
      totpKey: Buffer | null;
      lastStep: number | null;
      credentialId: string | null;
      publicKey: Buffer | null;
      counter: number | null;
      transports: string[] | null;
      version: Generated<number>;
    };
    recoveryCode: { accountId: string; codeHash: Buffer };
    signInChallenge: { id: string; purpose: 'enrolTotp' | 'enrolPasskey' | 'usePasskey'; accountId: string | null; value: string; expiresAt: Date };
    signInAttempt: { key: string; failures: number; lastAt: Date; lockedUntil: Date | null };
    oneTimeLink: { id: string; purpose: string; tokenHash: Buffer; createdAt: Date; expiresAt: Date; usedAt: Date | null; accountId: Generated<string | null>; address: Generated<string | null> };
    installationRole: { id: string; accountId: string; role: 'administrator' | 'federalSupervisor' | 'poolCoordinator'; poolId: string | null; version: Generated<number> };
    link: {
      organizationId: string;
      id: string;
      accountId: string;
      personId: string | null;
      grantedRoles: string[];
      providedRoles: Generated<string[]>;
      grantedBy: Generated<string | null>;
      grantedOn: Generated<string | null>;
      start: string;
      end: string | null;
      version: Generated<number>;
    };
  }
}
