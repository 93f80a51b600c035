import { sql } from 'kysely';
import type { Seal } from '../auth/seal.ts';
import type { Services } from '../services.ts';
import { type Database, installationId } from './database.ts';

type Seals = Pick<Services, 'factorSeal' | 'mailSeal' | 'providerSeal' | 'directorySeal' | 'mailboxSeal'>;

/** Every column that holds sealed texts (src/server/auth/seal.ts), in tables of the installation or of centres. A new one stands here, or a rotation of the secret loses what it holds. */
const sealedColumns = [
  { table: 'second_factor', column: 'totp_key', by: 'factorSeal' },
  { table: 'mail_settings', column: 'password', by: 'mailSeal' },
  { table: 'identity_provider', column: 'client_secret', by: 'providerSeal' },
  // Of a centre: the function names those that have any.
  { table: 'account_source', column: 'password', by: 'directorySeal', centres: 'directories_sealed' },
  { table: 'mailbox', column: 'password', by: 'mailboxSeal', centres: 'mailboxes_sealed' },
] as const satisfies readonly { table: string; column: string; by: keyof Seals; centres?: string }[];

/**
 * Seals anew, with the newest secret, what a former one sealed, and says which secrets still seal something afterwards (those that are not at
 * hand: what they sealed is left as it is) and how many texts that are. Done at each start, so that a former secret can go after it.
 */
export const resealAll = async (db: Database, seals: Seals): Promise<{ stillNeeded: string[]; unreadable: number }> => {
  const stillNeeded = new Set<string>();
  let unreadable = 0;
  for (const { table, column, by, ...of } of sealedColumns) {
    const seal: Seal = seals[by];
    const organizations =
      'centres' in of
        ? (await sql<{ organizationId: string }>`SELECT organization_id FROM ${sql.ref(of.centres)}()`.execute(db.kysely)).rows.map(({ organizationId }) => organizationId)
        : [installationId];
    if (organizations.length === 0) continue;
    await db.tx({ organizations, actor: { kind: 'setup' } }, async (tx) => {
      const name = sql.ref(column);
      const { rows } = await sql<{ id: string; sealed: Buffer }>`SELECT id, ${name} AS sealed FROM ${sql.table(table)} WHERE ${name} IS NOT NULL FOR UPDATE`.execute(tx);
      for (const { id, sealed } of rows) {
        const opened = seal.open(sealed);
        if (!opened) {
          stillNeeded.add(sealed.subarray(0, 4).toString('hex'));
          unreadable += 1;
        } else if (opened.stale) await sql`UPDATE ${sql.table(table)} SET ${name} = ${seal.seal(opened.text)} WHERE id = ${id}`.execute(tx);
      }
    });
  }
  return { stillNeeded: [...stillNeeded], unreadable };
};
