declare module '../../../server/db/database.ts' {
  interface Tables {
    auditEntry: {
      organizationId: string;
      class: string;
      id: string;
      position: number;
      transactionId: string;
      at: Date;
      actorKind: string;
      actorId: string | null;
      action: string;
      tableName: string;
      recordId: string;
      recordVersion: number | null;
      fields: { before?: Record<string, unknown>; after?: Record<string, unknown> } | null;
      erasedAt: Date | null;
    };
    auditLink: { organizationId: string; class: string; number: number; transactionId: string; at: Date; entries: number; hash: Buffer };
  }
}
