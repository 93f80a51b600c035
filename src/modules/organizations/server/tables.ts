import type { ColumnType, Generated } from 'kysely';
import type { LocalizedText } from '../../../kernel/language.ts';
import type { Address, Facts, FederalContact, Profile } from '../organization.ts';

// A jsonb column: read as a value, written as JSON text.
type Json<T> = ColumnType<T, T | string, T | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    organization: {
      id: string;
      slug: string;
      name: Json<LocalizedText>;
      documentLanguage: 'fr' | 'nl' | 'de';
      nisCode: string | null;
      enterpriseNumber: string | null;
      municipality: string;
      region: string;
      population: number | null;
      address: Json<Address> | null;
      phone: string | null;
      email: string | null;
      federalContact: Json<FederalContact> | null;
      profile: Json<Profile>;
      facts: Json<Facts>;
      searchText: string;
      /** From which day its clocks are followed (src/server/db/clocks.ts). */
      followedSince: Generated<string>;
      version: Generated<number>;
    };
    pool: { id: string; name: string; form: string; version: Generated<number> };
    poolMembership: { organizationId: string; id: string; poolId: string; start: string; end: string | null; version: Generated<number> };
  }
}
