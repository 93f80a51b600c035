import type { Generated } from 'kysely';
import type { Licence, SoftwareInput } from '../software.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    software: Owned & {
      name: string;
      publisher: string | null;
      release: string | null;
      kind: SoftwareInput['kind'];
      licence: Licence;
      seats: number | null;
      counting: Generated<SoftwareInput['counting']>;
      noted: number | null;
      notedOn: string | null;
      supportUntil: string | null;
      licenceUntil: string | null;
      purchasedOn: string | null;
      priceCents: number | null;
      supplierId: string | null;
      contractId: string | null;
      ownerId: string | null;
      resourceId: string | null;
      fileId: string | null;
      proofPlace: string | null;
      note: string | null;
      retiredOn: string | null;
      searchText: string;
    };
    softwareUse: Owned & { softwareId: string; deviceId: string | null; personId: string | null; since: string; until: string | null; note: string | null };
  }
}
