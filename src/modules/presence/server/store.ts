import { type Kysely, sql } from 'kysely';
import type { Tables, Tx } from '../../../server/db/database.ts';
import { silence } from '../presence.ts';
import './tables.ts';

type Form = { organizationId: string; register: string; recordId: string; accountId: string };

/** Notes that the form is open now. The hour since when is kept for as long as it is heard of; that of a change begins with its first. */
export const noteEditing = async (tx: Tx, form: Form, fields: readonly string[], now: Date): Promise<void> => {
  await sql`INSERT INTO editing (organization_id, register, record_id, account_id, fields, since, seen_at)
    VALUES (${form.organizationId}, ${form.register}, ${form.recordId}, ${form.accountId}, ${fields}, ${now}, ${now})
    ON CONFLICT (organization_id, register, record_id, account_id) DO UPDATE SET fields = excluded.fields, seen_at = excluded.seen_at,
      since = CASE WHEN editing.seen_at < ${new Date(now.getTime() - silence)} OR (cardinality(editing.fields) = 0) <> (cardinality(excluded.fields) = 0) THEN excluded.since ELSE editing.since END`.execute(
    tx,
  );
};

export const endEditing = async (tx: Tx, form: Form): Promise<void> => {
  await tx
    .deleteFrom('editing')
    .where('organizationId', '=', form.organizationId)
    .where('register', '=', form.register)
    .where('recordId', '=', form.recordId)
    .where('accountId', '=', form.accountId)
    .execute();
};

/** The others who have the same record's form open, those who came first before. */
export const othersEditing = async (tx: Tx, form: Form, now: Date): Promise<{ name: string; since: Date; fields: string[] }[]> =>
  tx
    .selectFrom('editing')
    .innerJoin('account', 'account.id', 'editing.accountId')
    .select(['account.name', 'editing.since', 'editing.fields'])
    .where('editing.organizationId', '=', form.organizationId)
    .where('editing.register', '=', form.register)
    .where('editing.recordId', '=', form.recordId)
    .where('editing.accountId', '!=', form.accountId)
    .where('editing.seenAt', '>=', new Date(now.getTime() - silence))
    .orderBy('editing.since')
    .limit(10)
    .execute();

/** Forgets, in every centre, whoever has not been heard of. */
export const purgeEditing = async (db: Kysely<Tables>, now: Date): Promise<void> => {
  await sql`SELECT purge_editing(${new Date(now.getTime() - silence)})`.execute(db);
};
