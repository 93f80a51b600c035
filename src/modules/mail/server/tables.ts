import type { Generated } from 'kysely';

declare module '../../../server/db/database.ts' {
  interface Tables {
    mailSettings: {
      id: string;
      host: string;
      port: number;
      security: 'none' | 'startTls' | 'tls';
      username: string | null;
      password: Buffer | null;
      sender: string;
      replyTo: string | null;
      version: Generated<number>;
    };
  }
}
