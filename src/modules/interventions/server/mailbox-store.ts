import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { MailboxInput } from '../mailbox.ts';
import './tables.ts';

type Kept = Omit<MailboxInput, 'password' | 'authority' | 'vouchedBy'> & { authority: string | null; vouchedBy: string | null; password: Buffer };
export type MailboxRow = Kept & {
  id: string;
  version: number;
  since: Date;
  uidValidity: string | null;
  lastUid: string | null;
  nextAt: Date;
  readAt: Date | null;
  fault: string | null;
  faultSince: Date | null;
  failures: number;
  stuckUid: string | null;
  stuckTimes: number;
};

/** The mailbox of a centre with how far it was read, held for this transaction where asked. */
export const findMailbox = async (tx: Tx, organizationId: string, hold = false): Promise<MailboxRow | undefined> =>
  (
    await sql<MailboxRow>`SELECT m.id, m.version, m.address, m.host, m.port, m.security, m.authority, m.username, m.password, m.folder, m.enabled, m.vouched_by, m.proof, m.keep_days, m.since,
      r.uid_validity::text, r.last_uid::text, r.next_at, r.read_at, r.fault, r.fault_since, r.failures, r.stuck_uid::text, r.stuck_times
      FROM mailbox m JOIN mailbox_reading r ON r.organization_id = m.organization_id AND r.mailbox_id = m.id WHERE m.organization_id = ${organizationId} ${sql.raw(hold ? 'FOR UPDATE' : '')}`.execute(
      tx,
    )
  ).rows[0];

/**
 * Keeps the mailbox of a centre, of the version that the writer read (0: none yet). Another account, server or folder is another mailbox: it is read
 * from `at` on. Throws staleVersion.
 */
export const keepMailbox = async (tx: Tx, organizationId: string, version: number, values: Kept, at: Date, before: MailboxRow | undefined): Promise<void> => {
  const fresh = { uidValidity: null, lastUid: null, failures: 0, fault: null, faultSince: null, stuckUid: null, stuckTimes: 0, nextAt: at };
  if (version === 0) {
    const id = newId();
    const made = await tx
      .insertInto('mailbox')
      .values({ ...values, organizationId, id, since: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) await refuseStale(tx, 'mailbox', organizationId, before?.id ?? organizationId, version);
    await tx
      .insertInto('mailboxReading')
      .values({ ...fresh, organizationId, mailboxId: id, readAt: null })
      .execute();
    return;
  }
  const same = before && before.host === values.host && before.username === values.username && before.folder === values.folder;
  const written = await tx
    .updateTable('mailbox')
    .set({ ...values, ...(same ? {} : { since: at }) })
    .where('organizationId', '=', organizationId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!written) return refuseStale(tx, 'mailbox', organizationId, before?.id ?? organizationId, version);
  await tx
    .updateTable('mailboxReading')
    .set(same ? { nextAt: at, failures: 0 } : fresh)
    .where('organizationId', '=', organizationId)
    .execute();
};

/** Takes the mailbox away, with its password; the mails that were taken in stay. False where there is none of that version. */
export const dropMailbox = async (tx: Tx, organizationId: string, version: number): Promise<boolean> =>
  Number((await tx.deleteFrom('mailbox').where('organizationId', '=', organizationId).where('version', '=', version).executeTakeFirst()).numDeletedRows) === 1;

/** The centres whose mailbox is to be read at this instant: asked before any scope is known. */
export const mailboxesDue = async (db: Kysely<Tables>, at: Date | 'all'): Promise<string[]> =>
  (await sql<{ organizationId: string }>`SELECT organization_id AS "organizationId" FROM mailboxes_due(${at === 'all' ? 'infinity' : at})`.execute(db)).rows.map(
    ({ organizationId }) => organizationId,
  );

/** Puts the next reading off, and says whether it was due: of two nodes that ask at once, one reads. */
export const takeMailbox = async (tx: Tx, organizationId: string, at: Date, until: Date): Promise<boolean> =>
  Boolean(await tx.updateTable('mailboxReading').set({ nextAt: until }).where('organizationId', '=', organizationId).where('nextAt', '<=', at).returning('mailboxId').executeTakeFirst());

export type ReadingChange = Partial<Pick<MailboxRow, 'nextAt' | 'readAt' | 'fault' | 'faultSince' | 'failures' | 'stuckUid' | 'stuckTimes'>>;
export const tellReading = async (tx: Tx, organizationId: string, change: ReadingChange): Promise<void> => {
  await tx.updateTable('mailboxReading').set(change).where('organizationId', '=', organizationId).execute();
};

/**
 * Notes how far a folder was read, never back unless its server counts anew, and that its reader needs it until then. False where it is no longer the
 * mailbox that began at `since`: what was read of another one says nothing of this.
 */
export const tellUid = async (tx: Tx, organizationId: string, { uidValidity, uid, since, until }: { uidValidity: string; uid: number; since: Date; until: Date }): Promise<boolean> => {
  const { numAffectedRows } =
    await sql`UPDATE mailbox_reading r SET last_uid = CASE WHEN uid_validity = ${uidValidity}::bigint THEN GREATEST(COALESCE(last_uid, 0), ${uid}::bigint) ELSE ${uid}::bigint END,
    uid_validity = ${uidValidity}::bigint, stuck_uid = NULL, stuck_times = 0, next_at = GREATEST(next_at, ${until}) FROM mailbox m
    WHERE r.organization_id = ${organizationId} AND m.organization_id = r.organization_id AND m.id = r.mailbox_id AND date_trunc('milliseconds', m.since) = ${since}`.execute(tx);
  return numAffectedRows === 1n;
};

/** Mails whose time is over go, in every centre. */
export const purgeMails = async (tx: Tx, today: string): Promise<void> => {
  await sql`SELECT purge_incoming_mails(${today}::date)`.execute(tx);
};
