import type { ColumnType, Generated } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import type { erasurePurposes, Medium, Method } from '../erasure.ts';
import type { DeviceInput, DeviceKind, deviceSources, Retirement } from '../device.ts';

type Json<T> = ColumnType<T, T | string | undefined, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    device: Owned & {
      number: number;
      name: string;
      kind: DeviceKind;
      brand: string | null;
      model: string | null;
      serial: string | null;
      quantity: Generated<number>;
      personId: string | null;
      serviceId: string | null;
      zoneId: string | null;
      supplierId: string | null;
      purchasedOn: string | null;
      warrantyUntil: string | null;
      priceCents: number | null;
      tenure: Generated<DeviceInput['tenure']>;
      leasedUntil: string | null;
      holdsData: Generated<boolean>;
      encrypted: boolean | null;
      operatingSystem: string | null;
      systemSupportUntil: string | null;
      antivirus: boolean | null;
      autoLock: boolean | null;
      wifi: NonNullable<DeviceInput['wifi']> | null;
      eidReader: boolean | null;
      portable: Generated<boolean>;
      countedOn: string | null;
      lastPersonId: string | null;
      retiredOn: string | null;
      retiredHow: Retirement | null;
      note: string | null;
      source: Generated<(typeof deviceSources)[number]>;
      searchText: string;
    };
    deviceMovement: Owned & {
      deviceId: string;
      direction: 'out' | 'in';
      why: 'lent' | 'repair';
      personId: string | null;
      supplierId: string | null;
      movedOn: string;
      backBy: string | null;
      note: string | null;
      answerId: string | null;
    };
    inventoryReview: Owned & {
      begunOn: string;
      begunBy: string | null;
      signedOn: string | null;
      signedBy: string | null;
      note: string | null;
      expected: number | null;
      seen: number | null;
      missing: number | null;
      added: number | null;
      kinds: Json<Partial<Record<DeviceKind, number>>> | null;
      contentHash: string | null;
      model: Json<DocumentModel> | null;
      auditHead: string | null;
      pdfFileId: string | null;
      docxFileId: string | null;
      xlsxFileId: string | null;
    };
    inventorySighting: Owned & { reviewId: string; deviceId: string; zoneId: string | null; seenOn: string; seenBy: string | null; found: 'label' | 'hand' };
    deviceErasure: Owned & {
      deviceId: string;
      purpose: (typeof erasurePurposes)[number];
      medium: Medium;
      method: Method;
      orderedOn: string;
      orderedBy: string | null;
      erasedOn: string;
      carriedOutBy: string;
      checked: 'present' | 'after' | null;
      checkedBy: string | null;
      fileId: string | null;
      interventionId: string | null;
      note: string | null;
      disposalId: string | null;
      usedOn: string | null;
    };
    deviceLabel: Owned & { deviceId: string; printedOn: string };
    inventorySetting: Owned & { lastNumber: number; columns: Json<Record<string, string>> };
  }
}
