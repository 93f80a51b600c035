import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { EndReason, GrantSource, RightLevel } from '../grant.ts';
import type { ListContent } from '../list.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    accessGrant: Owned & {
      personId: string;
      resourceId: string;
      level: RightLevel;
      account: string | null;
      reason: string | null;
      askedOn: string | null;
      askedById: string | null;
      askedBy: string | null;
      agreedOn: string | null;
      agreedById: string | null;
      agreedBy: string | null;
      refusedOn: string | null;
      refusalReason: string | null;
      start: string | null;
      until: string | null;
      withdrawalOn: string | null;
      withdrawalReason: string | null;
      endedOn: string | null;
      endedBecause: EndReason | null;
      source: Generated<GrantSource>;
      resumesId: string | null;
    };
    accessProfile: Owned & { name: string; functions: string[]; serviceId: string | null; libraryId: string | null; note: string | null };
    accessProfileRight: Owned & { profileId: string; resourceId: string; level: RightLevel };
    accessSegregation: Owned & {
      libraryId: string | null;
      firstResourceId: string | null;
      firstLevel: RightLevel | null;
      secondResourceId: string | null;
      secondLevel: RightLevel | null;
      reason: string;
    };
    accessList: Owned & {
      number: number;
      on: string;
      reason: 'demand' | 'review';
      note: string | null;
      language: DocumentLanguage;
      people: number;
      resources: number;
      rights: number;
      content: Json<ListContent>;
      model: Json<DocumentModel>;
      contentHash: string;
      /** `number:hash` of the centre's audit trail when it was frozen. */
      auditHead: string | null;
      pdfFileId: string;
      docxFileId: string;
      xlsxFileId: string;
      frozenAt: Date;
      frozenBy: string | null;
    };
  }
}
