import type { Generated } from 'kysely';
import type { ReminderSettings } from '../reminder.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    reminderSetting: ReminderSettings & { id: string; changedOn: string; version: Generated<number> };
    digest: { accountId: string; day: string; state: 'claimed' | 'sent' | 'nothing' | 'failed'; attempts: Generated<number>; claimedAt: Date };
    calendar: { id: string; accountId: string; name: string; tokenHash: Buffer; createdAt: Date; version: Generated<number> };
    calendarReading: { calendarId: string; readOn: string };
    reminder: { organizationId: string; accountId: string; rule: string; subject: string; overdue: boolean };
  }
}
