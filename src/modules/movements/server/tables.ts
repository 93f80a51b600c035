import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { MovementKind, MovementState } from '../movement.ts';
import type { StepKind, StepOrigin, StepState, Term } from '../step.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };
type Instant = ColumnType<Date, Date | string, Date | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    movement: Owned & {
      kind: MovementKind;
      personId: string;
      contractId: string | null;
      fromContractId: string | null;
      day: string;
      until: string | null;
      resumesId: string | null;
      note: string | null;
      announcedAt: Instant;
      state: Generated<MovementState>;
      closedAt: Instant | null;
      closedBy: string | null;
      cancelledAt: Instant | null;
      cancelReason: string | null;
      searchText: string;
    };
    accessStep: Owned & {
      originKind: StepOrigin;
      originId: string;
      kind: StepKind;
      templateId: string | null;
      title: string | null;
      personId: string | null;
      resourceId: string | null;
      grantId: string | null;
      supplierId: string | null;
      level: string | null;
      account: string | null;
      because: string | null;
      ownerId: string | null;
      ownerRole: string | null;
      dueAt: Instant | null;
      dueOn: string | null;
      term: Json<Term> | null;
      afterKind: StepKind | null;
      position: Generated<number>;
      openedAt: Instant;
      state: Generated<StepState>;
      doneAt: Instant | null;
      doneBy: string | null;
      proof: string | null;
      proofFileId: string | null;
      reason: string | null;
      recipientId: string | null;
    };
    stepSetting: Owned & {
      movementKind: MovementKind;
      templateId: string | null;
      title: string | null;
      dropped: Generated<boolean>;
      dropReason: string | null;
      owner: string | null;
      ownerId: string | null;
      term: Json<Term> | null;
      position: Generated<number>;
    };
    movementCertificate: Owned & {
      movementId: string;
      year: number;
      number: number;
      language: DocumentLanguage;
      issuedAt: Instant;
      contentHash: string;
      auditHead: string | null;
      model: Json<DocumentModel>;
      pdfFileId: string;
      docxFileId: string;
    };
  }
}
