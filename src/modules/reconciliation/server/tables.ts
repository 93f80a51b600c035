import type { ColumnType, Generated } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Fault, Level } from '../account.ts';
import type { FindingKind } from '../findings.ts';
import type { Remembered } from '../headings.ts';
import type { Doubt, MatchKind } from '../match.ts';
import type { Counts, ListFormat } from '../run.ts';
import type { CloseReason, FindingState } from '../finding.ts';
import type { DirectoryFault, Rhythm } from '../source.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    accountSource: Owned & {
      resourceId: string;
      columns: Json<Remembered[]>;
      levels: Json<{ word: string; level: Level }[]>;
      host: string | null;
      port: number | null;
      security: 'tls' | 'startTls' | null;
      authority: string | null;
      bindDn: string | null;
      password: Buffer | null;
      baseDn: string | null;
      filter: string | null;
      every: Rhythm | null;
      nextOn: CivilDate | null;
      fault: DirectoryFault | null;
      faultOn: CivilDate | null;
    };
    reconciliation: Owned & {
      resourceId: string;
      ranAt: Date;
      ranOn: CivilDate;
      source: 'file' | 'ldap';
      fileName: string | null;
      contentHash: string;
      format: Json<ListFormat>;
      counts: Json<Counts>;
      faults: Json<Fault[]>;
      /** Of the last two lists of a resource alone. */
      accounts: Buffer | null;
    };
    accountMatch: Owned & {
      resourceId: string;
      account: string;
      label: string | null;
      kind: MatchKind;
      personId: string | null;
      why: Doubt | null;
      answeredOn: CivilDate | null;
    };
    accountFinding: Owned & {
      resourceId: string;
      kind: FindingKind;
      account: string | null;
      label: string | null;
      personId: string | null;
      grantId: string | null;
      level: Level | null;
      day: CivilDate | null;
      facts: string;
      foundOn: CivilDate;
      foundBy: string;
      state: Generated<FindingState>;
      reason: CloseReason | null;
      note: string | null;
      closedOn: CivilDate | null;
      goneOn: CivilDate | null;
      goneBy: string | null;
    };
  }
}
