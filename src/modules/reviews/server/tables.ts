import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Decision, Level } from '../review.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    accessReview: Owned & {
      year: number;
      takenOn: string;
      answerBy: string;
      begunAt: Date;
      begunBy: string | null;
      language: DocumentLanguage;
      conclusion: Generated<string | null>;
      signedAt: Generated<Date | null>;
      signedBy: Generated<string | null>;
      signedName: Generated<string | null>;
      contentHash: Generated<string | null>;
      model: Json<DocumentModel> | null;
      auditHead: Generated<string | null>;
      pdfFileId: Generated<string | null>;
      docxFileId: Generated<string | null>;
      xlsxFileId: Generated<string | null>;
    };
    accessReviewPerson: Owned & {
      reviewId: string;
      personId: string;
      serviceId: string | null;
      serviceName: string | null;
      function: string | null;
      outsider: boolean;
      seenBy: Generated<string[]>;
    };
    accessReviewItem: Owned & {
      reviewId: string;
      personId: string;
      resourceId: string;
      grantId: string;
      level: Level;
      account: string | null;
      since: string | null;
      until: string | null;
      lastUsedOn: string | null;
      decision: Generated<Decision | null>;
      newLevel: Generated<Level | null>;
      reason: Generated<string | null>;
      decidedAt: Generated<Date | null>;
      decidedBy: Generated<string | null>;
      handedAt: Generated<Date | null>;
      leftOpen: Generated<string | null>;
    };
  }
}
