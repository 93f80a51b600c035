import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { SectionKey } from '../report.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    yearlyReport: Owned & {
      year: number;
      language: DocumentLanguage;
      begunOn: string;
      submittedOn: Generated<string | null>;
      decidedOn: Generated<string | null>;
      decisionNumber: Generated<string | null>;
      approvedAt: Generated<Date | null>;
      approvedBy: Generated<string | null>;
      contentHash: Generated<string | null>;
      model: ColumnType<DocumentModel | null, DocumentModel | string | null | undefined, DocumentModel | string | null>;
      /** `number:hash` of the centre's audit trail at the approval. */
      auditHead: Generated<string | null>;
      pdfFileId: Generated<string | null>;
      docxFileId: Generated<string | null>;
    };
    reportText: Owned & { reportId: string; section: SectionKey; body: Generated<string>; writtenAt: Generated<Date | null>; writtenBy: Generated<string | null> };
  }
}
