import type { Generated } from 'kysely';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { DocumentKind } from '../document.ts';
import type { Opinion } from '../review.ts';
import type { StoredWording } from '../wording.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    documentWording: StoredWording & {
      organizationId: string;
      id: string;
      kind: DocumentKind;
      language: DocumentLanguage;
      reason: string | null;
      libraryRevision: number;
      writtenBy: string | null;
      writtenAt: Date;
      version: Generated<number>;
    };
    documentComment: {
      organizationId: string;
      id: string;
      documentVersionId: string;
      sectionKey: string;
      parentId: string | null;
      text: string;
      writtenBy: string;
      writtenAt: Date;
      resolvedBy: string | null;
      resolvedAt: Date | null;
      version: Generated<number>;
    };
    documentReview: {
      organizationId: string;
      id: string;
      documentVersionId: string;
      until: string;
      note: string | null;
      askedBy: string | null;
      askedAt: Date;
      closedBy: string | null;
      closedAt: Date | null;
      version: Generated<number>;
    };
    documentReviewAnswer: {
      organizationId: string;
      id: string;
      reviewId: string;
      accountId: string;
      opinion: Opinion | null;
      text: string | null;
      answeredAt: Date | null;
      version: Generated<number>;
    };
  }
}
