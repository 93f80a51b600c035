import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import type { Capacity, disposalWays } from '../disposal.ts';
import type { Medium, Method } from '../erasure.ts';
import type { Answer, AnsweredWay } from '../way-out.ts';

type Json<T> = ColumnType<T, T | string | undefined, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    disposal: Owned & {
      title: string;
      how: (typeof disposalWays)[number];
      plannedOn: string;
      supplierId: string | null;
      carrier: string | null;
      note: string | null;
      draftedOn: string;
      draftedBy: string | null;
      orderedOn: string | null;
      orderedBy: string | null;
      orderedAs: Capacity | null;
      orderedHow: 'session' | 'screen' | null;
      signature: Json<SignatureInput> | null;
      orderHash: string | null;
      orderModel: Json<DocumentModel> | null;
      orderAuditHead: string | null;
      orderPdfFileId: string | null;
      orderDocxFileId: string | null;
      carriedOn: string | null;
      carriedBy: string | null;
      checked: 'present' | 'after' | null;
      checkedOn: string | null;
      checkedBy: string | null;
      checkNote: string | null;
      fileId: string | null;
      interventionId: string | null;
      recordHash: string | null;
      recordModel: Json<DocumentModel> | null;
      recordAuditHead: string | null;
      recordPdfFileId: string | null;
      recordDocxFileId: string | null;
      cancelledOn: string | null;
      cancelReason: string | null;
    };
    disposalItem: Owned & { disposalId: string; deviceId: string; position: number; medium: Medium | null; method: Method | null; note: string | null; leftBecause: string | null };
    deviceAnswer: Owned & {
      deviceId: string;
      way: AnsweredWay;
      answer: Answer;
      personId: string | null;
      supplierId: string | null;
      contractId: string | null;
      answeredOn: string;
      answeredBy: string;
      note: string | null;
      usedOn: string | null;
    };
  }
}
