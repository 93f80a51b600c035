import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { AssessmentState } from '../assessment.ts';
import type { EvidenceKind } from '../evidence.ts';
import type { Result, Summary } from '../scoring.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    assessment: Owned & {
      framework: string;
      frameworkVersion: string;
      level: string | null;
      year: number;
      state: Generated<AssessmentState>;
      openedOn: string;
      closesOn: string | null;
      preparedAt: Generated<Date | null>;
      preparedBy: Generated<string | null>;
      validatedAt: Generated<Date | null>;
      validatedBy: Generated<string | null>;
      submittedAt: Generated<Date | null>;
      submittedBy: Generated<string | null>;
      acknowledgedOn: Generated<string | null>;
      acknowledgedBy: Generated<string | null>;
      acknowledgement: Generated<string | null>;
      remark: Generated<string | null>;
      remarkedAt: Generated<Date | null>;
      remarkedBy: Generated<string | null>;
      correctionReason: Generated<string | null>;
      summary: Json<Summary>;
      contentHash: Generated<string | null>;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail at the submission. */
      auditHead: Generated<string | null>;
      pdfFileId: Generated<string | null>;
      docxFileId: Generated<string | null>;
      xlsxFileId: Generated<string | null>;
    };
    assessmentNorm: Owned & {
      assessmentId: string;
      normId: string;
      chapterId: string;
      position: number;
      answers: Json<Record<string, boolean>>;
      answer: Result | null;
      reason: string | null;
      documentation: number | null;
      implementation: number | null;
      comment: string | null;
      result: Result | null;
      byProfile: boolean;
      ownerId: string | null;
      carriedFrom: string | null;
      normChanged: boolean;
      confirmedAt: Date | null;
      confirmedBy: string | null;
    };
    assessmentEvidence: Owned & {
      assessmentNormId: string;
      kind: EvidenceKind;
      fileId: string | null;
      url: string | null;
      fact: string | null;
      title: string | null;
      validUntil: string | null;
      addedOn: string;
      addedBy: string | null;
    };
  }
}
