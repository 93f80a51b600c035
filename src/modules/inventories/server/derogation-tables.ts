import type { Generated } from 'kysely';
import type { advices, decisions, DerogationKind, endings } from '../derogation.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    derogation: {
      organizationId: string;
      id: string;
      version: Generated<number>;
      year: number;
      number: number;
      kind: DerogationKind;
      what: string;
      reason: string;
      measures: string | null;
      askedOn: string;
      askedById: string;
      personId: string | null;
      deviceId: string | null;
      zoneId: string | null;
      resourceId: string | null;
      startsOn: string;
      endsOn: string;
      renewsId: string | null;
      advice: (typeof advices)[number] | null;
      adviceText: string | null;
      adviceOn: string | null;
      adviceBy: string | null;
      decision: (typeof decisions)[number] | null;
      decisionText: string | null;
      decidedOn: string | null;
      decidedById: string | null;
      decidedBy: string | null;
      endedOn: string | null;
      endedHow: (typeof endings)[number] | null;
      endedWhy: string | null;
      endedBy: string | null;
      searchText: string;
    };
  }
}
