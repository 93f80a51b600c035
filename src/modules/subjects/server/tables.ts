import type { Generated } from 'kysely';
import type { requestStates } from '../data-subject.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    correctionRequest: {
      organizationId: string;
      id: string;
      personId: string;
      askedOn: string;
      text: string;
      state: (typeof requestStates)[number];
      answer: string | null;
      answeredOn: string | null;
      answeredBy: string | null;
      version: Generated<number>;
    };
  }
}
