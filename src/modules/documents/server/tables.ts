import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Approver, DocumentKind, DocumentState } from '../document.ts';
import type { OwnCategory } from '../own.ts';

type Json<T> = ColumnType<T, T | string, T | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    documentVersion: {
      organizationId: string;
      id: string;
      kind: DocumentKind | 'own';
      /** Of a document of the centre's own. */
      ownDocumentId: Generated<string | null>;
      language: DocumentLanguage;
      number: number;
      state: DocumentState;
      libraryRevision: number;
      draftedOn: string;
      decidedOn: string | null;
      decisionNumber: string | null;
      approver: Approver | null;
      approvedAt: Date | null;
      approvedBy: string | null;
      contentHash: string | null;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail at the approval. */
      auditHead: string | null;
      pdfFileId: string | null;
      docxFileId: string | null;
      version: Generated<number>;
    };
    ownDocument: {
      organizationId: string;
      id: string;
      title: string;
      category: OwnCategory;
      language: DocumentLanguage;
      inPolicy: boolean;
      yearlyReview: boolean;
      note: string | null;
      version: Generated<number>;
    };
    documentVerification: { organizationId: string; id: string; documentVersionId: string; verifiedOn: string; note: string | null; version: Generated<number> };
  }
}
