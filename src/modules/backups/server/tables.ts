import type { Generated } from 'kysely';
import type { BackupFault, RunKind, RunState } from '../backup.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    backupRun: {
      id: string;
      kind: RunKind;
      at: Date;
      state: RunState;
      finishedAt: Date | null;
      file: string | null;
      bytes: number | null;
      rows: number | null;
      encrypted: boolean | null;
      verifiedAt: Date | null;
      fault: BackupFault | null;
      version: Generated<number>;
    };
    backupProgress: { runId: string; done: number; total: number };
  }
}
