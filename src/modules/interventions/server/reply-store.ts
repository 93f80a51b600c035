import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import type { ReplyKind } from './tables.ts';

/** So many acknowledgements one address gets in a day: two programs that answer each other come to an end. */
export const mostAcknowledged = 5;
const silence = '10 minutes';

/** Acknowledges a mail to its sender, by the number of its intervention; not where that address had many already that day. */
export const acknowledge = async (tx: Tx, organizationId: string, interventionId: string, address: string, inReplyTo: string | null, at: Date): Promise<void> => {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*)::int AS count FROM mail_reply WHERE organization_id = ${organizationId} AND address = ${address} AND kind = 'noted' AND made_at > ${at}::timestamptz - interval '1 day'`.execute(
    tx,
  );
  if (rows[0]!.count >= mostAcknowledged) return;
  await addReply(tx, organizationId, interventionId, address, inReplyTo, 'noted', at);
};

const addReply = async (tx: Tx, organizationId: string, interventionId: string, address: string, inReplyTo: string | null, kind: ReplyKind, at: Date): Promise<void> => {
  await tx
    .insertInto('mailReply')
    .values({ organizationId, id: newId(), interventionId, address, inReplyTo: inReplyTo?.startsWith('<') ? inReplyTo : null, kind, madeAt: at, sentAt: null, fault: null, takenAt: null })
    .execute();
};

/** Tells whoever announced an intervention by mail what was answered, or the firm that did by its address; nothing where nobody did, or it has no mail. */
export const tellAnnouncer = async (tx: Tx, organizationId: string, interventionId: string, kind: Exclude<ReplyKind, 'noted'>, at: Date): Promise<void> => {
  const first = await tx
    .selectFrom('mailReply')
    .select(['address', 'inReplyTo'])
    .where('organizationId', '=', organizationId)
    .where('interventionId', '=', interventionId)
    .where('kind', '=', 'noted')
    .orderBy('madeAt')
    .orderBy('id')
    .executeTakeFirst();
  const mail = first
    ? undefined
    : await tx
        .selectFrom('incomingMail')
        .select(['sender', 'messageId'])
        .where('organizationId', '=', organizationId)
        .where('interventionId', '=', interventionId)
        .where('state', '=', 'taken')
        .where('why', '=', 'announced')
        .executeTakeFirst();
  const firm =
    first || mail
      ? undefined
      : await tx
          .selectFrom('intervention as i')
          .innerJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'i.organizationId').onRef('s.id', '=', 'i.supplierId'))
          .select((builder) => builder.fn.coalesce('s.supportEmail', 's.email').as('address'))
          .where('i.organizationId', '=', organizationId)
          .where('i.id', '=', interventionId)
          .where('i.how', '=', 'link')
          .executeTakeFirst();
  const to = first ?? (mail?.sender ? { address: mail.sender, inReplyTo: mail.messageId } : firm?.address ? { address: firm.address, inReplyTo: null } : undefined);
  if (to) await addReply(tx, organizationId, interventionId, to.address, to.inReplyTo, kind, at);
};

export const centresWithReplies = async (db: Kysely<Tables>): Promise<string[]> =>
  (await sql<{ organizationId: string }>`SELECT organization_id AS "organizationId" FROM mail_replies_waiting()`.execute(db)).rows.map(({ organizationId }) => organizationId);

export type ReplyToSend = { id: string; interventionId: string; address: string; inReplyTo: string | null; kind: ReplyKind };
/** Takes some that wait; nobody else takes them meanwhile. */
export const takeReplies = async (tx: Tx, organizationId: string, at: Date, count = 8): Promise<ReplyToSend[]> => {
  const { rows } = await sql<ReplyToSend>`UPDATE mail_reply SET taken_at = ${at} WHERE organization_id = ${organizationId} AND id IN (
      SELECT id FROM mail_reply WHERE organization_id = ${organizationId} AND sent_at IS NULL AND fault IS NULL AND (taken_at IS NULL OR taken_at < ${at}::timestamptz - ${silence}::interval)
      ORDER BY made_at, id LIMIT ${count} FOR UPDATE SKIP LOCKED) RETURNING id, intervention_id, address, in_reply_to, kind`.execute(tx);
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

export const settleReply = async (tx: Tx, organizationId: string, id: string, outcome: { sentAt: Date } | { fault: string } | { takenAt: null }): Promise<void> => {
  await tx.updateTable('mailReply').set(outcome).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};
