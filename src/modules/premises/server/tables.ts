import type { ColumnType, Generated } from 'kysely';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import type { CopyState, KeyInput } from '../key.ts';
import type { Shape } from '../plan.ts';
import type { ProtectionKind } from '../protection.ts';
import type { Finding } from '../round.ts';
import type { PremisesSetting } from '../setting.ts';
import type { Danger, OwnLine, SheetFacts } from '../sheet.ts';
import type { EntryCategory, ZoneEntryInput, ZoneInput } from '../zone.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    zone: Owned & {
      name: string;
      building: string | null;
      floor: string | null;
      kind: ZoneInput['kind'];
      risk: ZoneInput['risk'];
      resourceId: string | null;
      note: string | null;
      retiredOn: string | null;
      position: Generated<number>;
      searchText: string;
    };
    zoneEntry: Owned & {
      zoneId: string;
      category: EntryCategory | null;
      serviceId: string | null;
      personId: string | null;
      hours: ZoneEntryInput['hours'];
      escorted: Generated<boolean>;
      note: string | null;
    };
    premisesSetting: Owned & {
      weekdays: Json<number[]>;
      fromTime: string;
      untilTime: string;
      visitorDays: number;
      visitorsSign: boolean;
      assemblyPoint: string | null;
      electricityCut: string | null;
      waterCut: string | null;
      gasCut: string | null;
      keysAt: string | null;
      contacts: Json<PremisesSetting['contacts']>;
    };
    premisesKey: Owned & {
      kind: KeyInput['kind'];
      name: string;
      resourceId: string;
      changedOn: string | null;
      note: string | null;
      retiredOn: string | null;
      searchText: string;
    };
    premisesKeyZone: Owned & { keyId: string; zoneId: string };
    keyCopy: Owned & {
      keyId: string;
      mark: string | null;
      state: CopyState;
      keptWhere: string | null;
      personId: string | null;
      grantId: string | null;
      since: string;
      settledOn: Generated<string | null>;
      settledHow: Generated<'changed' | 'blocked' | 'accepted' | null>;
      settledNote: Generated<string | null>;
    };
    keyMove: Owned & { copyId: string; what: string; movedOn: string; personId: string | null; note: string | null };
    passage: Owned & {
      zoneId: string;
      enteredAt: Date;
      leftAt: Date | null;
      personId: string | null;
      name: string | null;
      firm: string | null;
      escortId: string | null;
      reason: string;
    };
    visitor: Owned & {
      name: string;
      firm: string | null;
      hostId: string | null;
      host: string | null;
      escortId: string | null;
      badge: string | null;
      arrivedAt: Date;
      leftAt: Date | null;
      leftUnseen: Generated<boolean>;
      language: DocumentLanguage | null;
      signature: Json<SignatureInput | null>;
      signedAt: Date | null;
      purgedOn: Generated<string | null>;
    };
    expectedVisitor: Owned & {
      name: string;
      firm: string | null;
      expectedOn: string;
      expectedTime: string | null;
      hostId: string | null;
      host: string | null;
      escortId: string | null;
      announcedById: string | null;
      visitorId: Generated<string | null>;
    };
    protection: Owned & {
      zoneId: string;
      kind: ProtectionKind;
      name: string;
      place: string | null;
      quantity: Generated<number>;
      supplierId: string | null;
      installedOn: string | null;
      everyMonths: number | null;
      firstCheckOn: string | null;
      note: string | null;
      retiredOn: string | null;
    };
    floorPlan: Owned & { name: string; building: string | null; floor: string | null; fileId: Generated<string | null>; shapes: Json<Shape[]> };
    premisesBuilding: Owned & {
      building: string;
      address: string | null;
      assemblyPoint: string | null;
      electricityCut: string | null;
      waterCut: string | null;
      gasCut: string | null;
      keysAt: string | null;
    };
    emergencyWording: Owned & { danger: Danger; lines: Json<OwnLine[]> };
    sheetPosting: Owned & { danger: Danger; building: string | null; zoneId: string | null; postedOn: string; postedBy: string | null; facts: Json<SheetFacts> };
    deskRound: Owned & { heldOn: string; heldById: string | null; findings: Json<Finding[]>; note: string | null };
  }
}
