import type { Generated } from 'kysely';

declare module '../../../server/db/database.ts' {
  interface Tables {
    ruleSetting: { organizationId: string; id: string; rule: string; amount: number; reason: string | null; version: Generated<number> };
  }
}
