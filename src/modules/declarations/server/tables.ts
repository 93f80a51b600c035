import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel, Section } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import type { LinkKind, Variant, Way } from '../declaration.ts';

type Json<T> = ColumnType<T, string, string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

/** The text of a variant in each language, as the library had it. */
export type TextContent = Record<DocumentLanguage, { title: string; subtitle?: string; sections: Section[] }>;
/** What goes with a signature: the session and how it was proved, the device, or who entered it. */
export type Proof = {
  session?: { accountId: string; sessionId: string; provedAt: string | null } | undefined;
  link?: { id: string; handedBy: string | null; mailedTo?: string | undefined; openedAt: string } | undefined;
  scan?: { sha256: string; pages: number[] } | undefined;
  enteredBy?: string | undefined;
};

declare module '../../../server/db/database.ts' {
  interface Tables {
    declarationSetting: Owned & { renewMonths: number | null };
    declarationText: Owned & {
      variant: Variant;
      number: number;
      libraryRevision: number;
      additions: Json<Partial<Record<DocumentLanguage, string>>>;
      inForceOn: string;
      askAgain: boolean;
      content: Json<TextContent>;
      contentHash: string;
      reason: string | null;
    };
    declarationSheet: Owned & {
      code: string;
      personId: string | null;
      supplierId: string | null;
      variant: Variant;
      language: DocumentLanguage;
      textId: string;
      model: Json<DocumentModel>;
      contentHash: string;
      pages: number;
      fileId: string;
      madeAt: Date;
      withdrawnOn: string | null;
    };
    declaration: Owned & {
      number: number;
      personId: string | null;
      supplierId: string | null;
      variant: Variant;
      how: Way;
      signedOn: string;
      signedAt: Date | null;
      language: DocumentLanguage | null;
      textId: string | null;
      signatory: string | null;
      model: Json<DocumentModel | null>;
      contentHash: string | null;
      proof: Json<Proof>;
      auditHead: string | null;
      signature: Json<SignatureInput | null>;
      fileId: string | null;
      sheetId: string | null;
      place: string | null;
      countersignedOn: string | null;
      countersignedAt: Date | null;
      countersignedById: string | null;
      countersignedBy: string | null;
      annulledOn: string | null;
      annulmentReason: string | null;
    };
    declarationLink: Owned & {
      personId: string | null;
      supplierId: string | null;
      kind: LinkKind;
      variant: Variant;
      language: DocumentLanguage;
      textId: string;
      tokenHash: Buffer | null;
      deviceHash: Buffer | null;
      madeAt: Date;
      madeBy: string | null;
      expiresAt: Date;
      mailTo: string | null;
      takenAt: Date | null;
      sentAt: Date | null;
      fault: string | null;
      openedAt: Date | null;
      disownedAt: Date | null;
      declarationId: string | null;
    };
    declarationScan: Owned & {
      batchName: string;
      batchHash: string;
      pages: number[];
      fileId: string;
      receivedAt: Date;
      fault: string | null;
      sheetId: string | null;
      declarationId: string | null;
      setAsideOn: string | null;
      setAsideReason: string | null;
    };
  }
}
