import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { PlanFacts } from '../plan-document.ts';
import type { ActionState, Budget, Cost, Origin, OwnerRole, Priority } from '../action.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    planAction: Owned & {
      number: number;
      title: string;
      description: string | null;
      origins: Json<Origin[]>;
      ownerId: string | null;
      ownerRole: OwnerRole | null;
      priority: Priority;
      startOn: string | null;
      dueOn: string | null;
      state: ActionState;
      progress: number;
      personDays: number;
      costs: Json<Cost[]>;
      budgets: Json<Budget[]>;
      repeatsMonths: number | null;
      seriesId: string;
      occurrence: Generated<number>;
      anchorOn: string | null;
      anchorOccurrence: Generated<number>;
      doneOn: string | null;
      doneHow: string | null;
      proofFileId: string | null;
      givenUpOn: string | null;
      givenUpReason: string | null;
      copiedFromId: string | null;
      createdOn: string;
      searchText: string;
    };
    planVersion: Owned & {
      year: number;
      number: number;
      language: DocumentLanguage;
      introduction: string | null;
      draftedOn: string;
      submittedOn: string | null;
      decidedOn: Generated<string | null>;
      outcome: Generated<'approved' | 'refused' | null>;
      decisionNumber: Generated<string | null>;
      content: Json<PlanFacts> | null;
      approvedAt: Generated<Date | null>;
      approvedBy: Generated<string | null>;
      contentHash: Generated<string | null>;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail at the approval. */
      auditHead: Generated<string | null>;
      pdfFileId: Generated<string | null>;
      docxFileId: Generated<string | null>;
    };
    planSetting: Owned & { month: number; day: number };
  }
}
