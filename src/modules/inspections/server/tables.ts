import type { ColumnType, Generated } from 'kysely';
import type { FindingInput, InspectionInput } from '../inspection.ts';
import type { NoticeInput, StepInput } from '../network.ts';

type List = ColumnType<string[], string[] | string, string[] | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    inspection: Owned & {
      title: string;
      kind: InspectionInput['kind'];
      clockReason: string | null;
      framework: string | null;
      chapters: List;
      serviceIds: List;
      scope: string | null;
      auditorKind: InspectionInput['auditorKind'];
      auditorId: string | null;
      auditorName: string | null;
      auditorFirm: string | null;
      plannedOn: string | null;
      heldOn: string | null;
      heldUntil: string | null;
      reportOn: string | null;
      summary: string | null;
      fileId: string | null;
    };
    inspectionFinding: Owned & {
      inspectionId: string;
      number: number;
      severity: FindingInput['severity'];
      norm: string | null;
      text: string;
      recommendation: string | null;
      outcome: FindingInput['outcome'];
      outcomeOn: string | null;
      outcomeNote: string | null;
    };
    inspectionAccess: Owned & { inspectionId: string; invitationId: string };
    networkNotice: Owned & {
      authority: NoticeInput['authority'];
      kind: NoticeInput['kind'];
      receivedOn: string;
      reference: string | null;
      subject: string;
      text: string | null;
      deadlineOn: string | null;
      fileId: string | null;
    };
    networkStep: Owned & { noticeId: string; kind: StepInput['kind']; happenedOn: string; reference: string | null; deadlineOn: string | null; text: string | null };
  }
}
