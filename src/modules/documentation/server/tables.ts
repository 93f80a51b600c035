import type { ColumnType, Generated } from 'kysely';
import type { DocumentationInput } from '../documentation.ts';

type List = ColumnType<string[], string[] | string, string[] | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    documentationEntry: {
      organizationId: string;
      id: string;
      title: string;
      kind: DocumentationInput['kind'];
      source: string | null;
      datedOn: string | null;
      receivedOn: string | null;
      note: string | null;
      address: string | null;
      legalTexts: List;
      norms: List;
      fileId: string | null;
      searchText: string;
      version: Generated<number>;
    };
  }
}
