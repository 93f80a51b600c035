import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { ItemKind, NoteLine, Organ, Result } from '../council.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    councilSitting: Owned & {
      organ: Organ;
      heldOn: string;
      startTime: string | null;
      place: string | null;
      /** The days on which it was to be held before it was moved. */
      formerDates: Json<string[]>;
      cancelledOn: Generated<string | null>;
      cancelReason: Generated<string | null>;
    };
    councilItem: Owned & {
      sittingId: string;
      position: number;
      kind: ItemKind;
      title: string;
      text: string | null;
      nihil: Generated<boolean>;
      year: number | null;
      subjectKind: string | null;
      subjectId: string | null;
      postponedFromId: string | null;
      result: Generated<Result | null>;
      decisionNumber: Generated<string | null>;
      resultNote: Generated<string | null>;
      recordedAt: Generated<Date | null>;
      recordedBy: Generated<string | null>;
      searchText: Generated<string>;
    };
    councilNote: Owned & {
      itemId: string;
      language: DocumentLanguage;
      periodFrom: string;
      periodUntil: string;
      introduction: string | null;
      lines: Json<NoteLine[]>;
      readyOn: Generated<string | null>;
      presentedOn: Generated<string | null>;
      presentedAt: Generated<Date | null>;
      presentedBy: Generated<string | null>;
      contentHash: Generated<string | null>;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail when it was presented. */
      auditHead: Generated<string | null>;
      pdfFileId: Generated<string | null>;
      docxFileId: Generated<string | null>;
    };
  }
}
