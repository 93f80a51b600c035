import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Outcome } from '../../../kernel/reasoned-decision.ts';
import type { Addressee } from '../infringement.ts';

type Later<T> = Generated<T | null>;
type Owned = { organizationId: string; id: string; addressee: Addressee; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    infringement: Owned & {
      year: Later<number>;
      number: Later<number>;
      authorName: string;
      subject: string;
      rule: string | null;
      foundOn: string | null;
      facts: string | null;
      concerned: string | null;
      reasons: string | null;
      recommendation: string | null;
      delayDays: number | null;
      delayReason: string | null;
      sentOn: Later<string>;
      receivedOn: Later<string>;
      dueOn: Later<string>;
      outcome: Later<Outcome>;
      decisionReasons: Later<string>;
      decidedOn: Later<string>;
      decidedByName: Later<string>;
      decidedForName: Later<string>;
      delegatedFrom: Later<string>;
      delegatedUntil: Later<string>;
      withdrawnOn: Later<string>;
      withdrawalReason: Later<string>;
      requestKey: Later<string>;
    };
    infringementAction: Owned & { infringementId: string; text: string; responsible: string | null; dueOn: string | null; doneOn: string | null; doneHow: string | null };
    infringementLetter: Owned & {
      infringementId: string;
      document: 'notice' | 'decision';
      language: DocumentLanguage;
      contentHash: string;
      model: ColumnType<DocumentModel, string, string>;
      pdf: Buffer;
      docx: Buffer;
    };
  }
}
