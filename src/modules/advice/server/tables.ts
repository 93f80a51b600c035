import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { Outcome } from '../../../kernel/reasoned-decision.ts';
import type { Capacity } from '../advice.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Later<T> = Generated<T | null>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    advice: {
      organizationId: string;
      id: string;
      year: Later<number>;
      number: Later<number>;
      capacity: Capacity;
      authorId: string | null;
      authorName: string | null;
      askedOn: string | null;
      askedById: string | null;
      askedBy: string | null;
      question: string | null;
      oral: boolean;
      oralReason: string | null;
      subject: string;
      facts: string | null;
      reasons: string | null;
      recommendation: string | null;
      risk: string | null;
      alternatives: string | null;
      delayDays: number | null;
      delayReason: string | null;
      sentOn: Later<string>;
      receivedOn: Later<string>;
      /** The last day to decide, as it was told with the advice. */
      dueOn: Later<string>;
      sentAt: Later<Date>;
      contentHash: Later<string>;
      model: Json<DocumentModel> | null;
      /** `number:hash` of the centre's audit trail when it was sent. */
      auditHead: Later<string>;
      pdfFileId: Later<string>;
      docxFileId: Later<string>;
      outcome: Later<Outcome>;
      decisionReasons: Later<string>;
      decidedOn: Later<string>;
      decidedById: Later<string>;
      decidedByName: Later<string>;
      decidedForId: Later<string>;
      decidedForName: Later<string>;
      delegatedFrom: Later<string>;
      delegatedUntil: Later<string>;
      decidedAt: Later<Date>;
      toldOn: Later<string>;
      decisionHash: Later<string>;
      decisionModel: Json<DocumentModel> | null;
      decisionAuditHead: Later<string>;
      decisionPdfFileId: Later<string>;
      decisionDocxFileId: Later<string>;
      withdrawnOn: Later<string>;
      withdrawalReason: Later<string>;
      searchText: string;
      version: Generated<number>;
    };
  }
}
