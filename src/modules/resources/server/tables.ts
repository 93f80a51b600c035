import type { ColumnType, Generated } from 'kysely';
import type { Authorisation, ResourceInput, RightLevel } from '../resource.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    resource: Owned & {
      name: string;
      kind: ResourceInput['kind'];
      catalogueId: string | null;
      description: string | null;
      ownerId: string | null;
      ownerServiceId: string | null;
      supplierId: string | null;
      socialData: boolean;
      levels: ColumnType<RightLevel[], RightLevel[] | string, RightLevel[] | string>;
      accountSource: ResourceInput['accountSource'];
      identifierFormat: string | null;
      authorisations: ColumnType<Authorisation[], Authorisation[] | string, Authorisation[] | string>;
      retiredOn: string | null;
      position: Generated<number>;
      searchText: string;
    };
  }
}
