import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { Summary } from '../scoring.ts';

type Json<T> = ColumnType<T, T | string, T | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    assessmentSubmission: {
      organizationId: string;
      id: string;
      assessmentId: string;
      round: number;
      reason: string | null;
      submittedAt: Date;
      submittedBy: string | null;
      contentHash: string;
      summary: Json<Summary>;
      model: Json<DocumentModel>;
      auditHead: string | null;
      pdfFileId: string;
      docxFileId: string;
      xlsxFileId: string;
      acknowledgedOn: Generated<string | null>;
      acknowledgement: Generated<string | null>;
      version: Generated<number>;
    };
  }
}
