declare module '../../../server/db/database.ts' {
  interface Tables {
    editing: { organizationId: string; register: string; recordId: string; accountId: string; fields: string[]; since: Date; seenAt: Date };
  }
}
