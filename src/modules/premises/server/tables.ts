import type { ColumnType, Generated } from 'kysely';
import type { PremisesSetting } from '../setting.ts';
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
      contacts: Json<PremisesSetting['contacts']>;
    };
  }
}
