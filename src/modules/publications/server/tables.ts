import type { Generated } from 'kysely';
import type { confirmationWays, endReasons, letterKinds } from '../publication.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    publication: Owned & {
      documentVersionId: string;
      everybody: boolean;
      serviceIds: string[];
      mandateKinds: string[];
      personKinds: string[];
      personIds: string[];
      byMail: boolean;
      onPaper: boolean;
      confirm: boolean;
      startsOn: string;
      dueOn: string | null;
      message: string | null;
      publishedAt: Date;
      publishedBy: string | null;
      endedOn: string | null;
      endReason: (typeof endReasons)[number] | null;
    };
    signedSheet: Owned & { publicationId: string; fileId: string; receivedAt: Date };
    confirmation: Owned & {
      publicationId: string;
      personId: string;
      confirmedOn: string;
      how: (typeof confirmationWays)[number];
      recordedAt: Date;
      recordedBy: string | null;
      sheetId: string | null;
    };
    publicationLetter: Owned & {
      publicationId: string;
      personId: string;
      kind: (typeof letterKinds)[number];
      tokenHash: Buffer | null;
      madeAt: Date;
      takenAt: Date | null;
      sentAt: Date | null;
      fault: string | null;
    };
  }
}
