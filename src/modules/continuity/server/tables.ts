import type { ColumnType, Generated } from 'kysely';
import type { BackupPlanInput, BackupPlanRunInput, runSources } from '../backup.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };
type Json<T> = ColumnType<T, T | string, T | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    backupPlan: Owned & {
      name: string;
      kind: BackupPlanInput['kind'];
      what: string;
      deviceId: string | null;
      resourceId: string | null;
      method: BackupPlanInput['method'];
      weekdays: Json<number[]>;
      times: Json<string[]>;
      onHolidays: boolean;
      scheduledSince: string;
      place: string;
      offSite: string | null;
      mirror: boolean;
      encrypted: boolean | null;
      keptDays: number | null;
      personId: string | null;
      supplierId: string | null;
      endedOn: string | null;
      note: string | null;
      searchText: string;
    };
    backupPlanRun: Owned & {
      planId: string;
      plannedOn: string;
      plannedTime: string;
      result: BackupPlanRunInput['result'];
      carriedOut: Generated<boolean>;
      minutes: number | null;
      megabytes: number | null;
      source: Generated<(typeof runSources)[number]>;
      note: string | null;
    };
  }
}
