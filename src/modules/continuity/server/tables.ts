import type { ColumnType, Generated } from 'kysely';
import type { BackupPlanInput, BackupPlanRunInput, runSources } from '../backup.ts';
import type { ExerciseInput, RecoveryObjectiveInput, RestoreTestInput } from '../restore.ts';

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
      coveredIds: ColumnType<string[], string[] | string | undefined, string[] | string>;
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
    backupReportRule: Owned & { planId: string; sender: string; subject: string | null; goodWords: Json<string[]>; warningWords: Json<string[]>; failedWords: Json<string[]> };
    backupReport: Owned & {
      messageId: string | null;
      sender: string;
      subject: string;
      text: string;
      receivedAt: Date;
      state: 'toSort' | 'taken' | 'setAside';
      planId: string | null;
    };
    recoveryObjective: Owned & {
      planId: string | null;
      restartHours: number;
      lossHours: number;
      decidedBy: RecoveryObjectiveInput['decidedBy'];
      decidedOn: string;
      reference: string | null;
      note: string | null;
    };
    recoveryProposal: Owned & {
      planId: string | null;
      restartHours: number;
      lossHours: number;
      reason: string | null;
      proposedOn: string;
      outcome: 'approved' | 'refused' | null;
      decidedOn: string | null;
      decisionNumber: string | null;
    };
    restoreTest: Owned & {
      planId: string;
      testedOn: string;
      what: string;
      extent: RestoreTestInput['extent'];
      readable: boolean;
      minutes: number | null;
      lostMinutes: number | null;
      personId: string | null;
      supplierId: string | null;
      note: string | null;
      interventionId: string | null;
    };
    continuityExercise: Owned & {
      heldOn: string;
      scenario: ExerciseInput['scenario'];
      form: ExerciseInput['form'];
      title: string;
      minutes: number | null;
      ledById: string | null;
      participants: string;
      course: string | null;
      lessons: string | null;
    };
  }
}
