import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { Needs } from '../capacity.ts';
import type { Answers, Checks, Situation } from '../lines.ts';
import type { rightLevels } from '../setting.ts';
import type { endReasons } from '../telework.ts';

type Json<T> = ColumnType<T, T | string | undefined, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    telework: Owned & {
      personId: string;
      situation: Situation;
      bcss: boolean;
      weekdays: Json<number[]>;
      deviceId: string | null;
      privateDevice: string | null;
      reason: string | null;
      askedOn: string;
      beganOn: string | null;
      answers: Json<Answers>;
      assessedOn: string | null;
      checks: Json<Checks>;
      checkedOn: string | null;
      checkedBy: string | null;
      authorisedOn: string | null;
      authorisedBy: string | null;
      conditions: string | null;
      agreedOn: string | null;
      agreedBy: string | null;
      start: string | null;
      until: string | null;
      refusedOn: string | null;
      refusedBy: string | null;
      refusalReason: string | null;
      reviewedOn: string | null;
      reviewNote: string | null;
      endedOn: string | null;
      endReason: (typeof endReasons)[number] | null;
      copiesErasedOn: string | null;
      deviceBackOn: string | null;
      replacesId: string | null;
      grantId: string | null;
      contentHash: string | null;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail at the agreement. */
      auditHead: string | null;
      pdfFileId: string | null;
      docxFileId: string | null;
    };
    teleworkPosture: Owned & { deviceId: string; posture: Json<string[]>; checkedOn: string | null; checkedBy: string | null };
    teleworkException: Owned & { personId: string; start: string; end: string; weekdays: Json<number[]>; fromTime: string; untilTime: string; countries: Json<string[]>; reason: string };
    teleworkMeasure: Owned & { measuredOn: string; how: 'measured' | 'contract'; down: number; up: number; note: string | null };
    teleworkLoss: Owned & {
      kind: 'loss' | 'theft';
      deviceId: string | null;
      personId: string | null;
      what: string;
      discoveredOn: string;
      place: string | null;
      blockedOn: string | null;
      managementToldOn: string | null;
      dpoToldOn: string | null;
      policeReference: string | null;
      note: string | null;
    };
    teleworkSetting: Owned & {
      weekdays: Json<number[]>;
      fromTime: string;
      untilTime: string;
      countries: Json<string[]>;
      share: number;
      needs: Json<Needs>;
      resourceId: string | null;
      level: (typeof rightLevels)[number] | null;
    };
  }
}
