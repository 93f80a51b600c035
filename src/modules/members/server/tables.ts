import type { Generated } from 'kysely';

declare module '../../../server/db/database.ts' {
  interface Tables {
    invitation: {
      organizationId: string;
      id: string;
      email: string;
      language: string;
      personId: string | null;
      roles: string[];
      accessFrom: string | null;
      accessUntil: string | null;
      tokenHash: Buffer;
      invitedBy: string;
      sentAt: Date;
      expiresAt: Date;
      sentByMail: boolean;
      acceptedAt: Generated<Date | null>;
      acceptedBy: Generated<string | null>;
      withdrawnAt: Generated<Date | null>;
      version: Generated<number>;
    };
    delegation: {
      organizationId: string;
      id: string;
      fromLinkId: string;
      toLinkId: string | null;
      invitationId: string | null;
      role: string;
      start: string;
      end: string;
      reason: string | null;
      confidential: Generated<boolean>;
      madeBy: string;
      endedAt: Generated<Date | null>;
      version: Generated<number>;
    };
  }
}
