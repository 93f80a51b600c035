import type { ColumnType, Generated } from 'kysely';
import type { CandidacyInput, MandateKind } from '../mandate.ts';
import type { PersonInput, Suspension } from '../person.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
type Owned = { organizationId: string; id: string; version: Generated<number> };

declare module '../../../server/db/database.ts' {
  interface Tables {
    person: Owned & {
      lastName: string;
      firstName: string;
      kind: PersonInput['kind'];
      reference: string | null;
      title: 'madam' | 'sir' | null;
      language: string | null;
      email: string | null;
      phone: string | null;
      ssin: string | null;
      employer: string | null;
      note: string | null;
      erasedOn: ColumnType<string | null, string | null | undefined, string | null>;
      searchText: string;
    };
    service: Owned & { name: string; kind: string; parentId: string | null; headId: string | null; seesPersonalData: boolean };
    contract: Owned & {
      personId: string;
      serviceId: string | null;
      kind: string;
      function: string;
      start: string;
      end: string | null;
      weeklyHours: number | null;
      suspensions: Json<Suspension[]>;
      accountsClosedOn: string | null;
    };
    mandate: Owned & {
      personId: string;
      kind: MandateKind;
      start: string;
      end: string | null;
      decidedOn: string | null;
      decisionNumber: string | null;
      federalServiceNotifiedOn: string | null;
      authorityNotifiedOn: string | null;
      weeklyHours: number | null;
    };
    candidacy: Owned & {
      personId: string;
      function: CandidacyInput['function'];
      studies: Json<CandidacyInput['studies']>;
      career: Json<CandidacyInput['career']>;
      outsideFunctions: Json<CandidacyInput['outsideFunctions']>;
      knowledge: Json<CandidacyInput['knowledge']>;
      conditions: Json<CandidacyInput['conditions']>;
      weeklyHours: number | null;
      sentOn: string | null;
      outcome: CandidacyInput['outcome'];
      outcomeOn: string | null;
    };
  }
}
