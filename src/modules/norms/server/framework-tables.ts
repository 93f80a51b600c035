import type { Generated } from 'kysely';
import type { Framework, Texts } from '../framework.ts';
import type { Mapping } from '../mapping.ts';

export type Origin = 'library' | 'import';

declare module '../../../server/db/database.ts' {
  interface Tables {
    framework: {
      id: string;
      frameworkId: string;
      frameworkVersion: string;
      origin: Origin;
      format: string;
      title: Texts;
      languages: string[];
      norms: number;
      content: Framework;
      contentHash: Buffer;
      importedBy: string | null;
      importedAt: Date;
      version: Generated<number>;
    };
    frameworkMapping: {
      id: string;
      fromFramework: string;
      toFramework: string;
      origin: Origin;
      relations: number;
      content: Mapping;
      contentHash: Buffer;
      importedBy: string | null;
      importedAt: Date;
      version: Generated<number>;
    };
  }
}
