import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { ApprovalInput, MeetingInput, ResponsibleRole } from '../meeting.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };
type Part = Owned & { meetingId: string };
export type Presence = NonNullable<NonNullable<MeetingInput['attendance']>[number]['presence']>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    platformMeeting: Owned & {
      year: number;
      number: number;
      heldOn: string;
      startTime: string | null;
      place: string | null;
      calledById: string | null;
      calledOn: string | null;
      preparedOn: string | null;
      approvedOn: Generated<string | null>;
      approval: Generated<ApprovalInput['approval'] | null>;
      approvedAt: Generated<Date | null>;
      approvedBy: Generated<string | null>;
      contentHash: Generated<string | null>;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail at the approval. */
      auditHead: Generated<string | null>;
      pdfFileId: Generated<string | null>;
      docxFileId: Generated<string | null>;
    };
    platformAttendance: Part & { position: number; personId: string | null; name: string | null; capacity: string | null; presence: Presence | null };
    platformPoint: Part & { position: number; title: string; minutes: string | null };
    platformDecision: Part & {
      pointId: string;
      text: string;
      personId: string | null;
      role: ResponsibleRole | null;
      dueOn: string | null;
      doneOn: Generated<string | null>;
      doneHow: Generated<string | null>;
    };
  }
}
