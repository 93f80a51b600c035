import { createHash } from 'node:crypto';
import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { type Answered, type Judged, type Known, ownId } from '../mail.ts';
import { domainOf, type Proof } from '../mail-proof.ts';
import { numberIn } from '../mail-text.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** How many mails wait for somebody to look at them. */
export const toSortCount = async (tx: Tx, organizationId: string): Promise<number> =>
  (await sql<{ count: number }>`SELECT count(*)::int AS count FROM incoming_mail WHERE organization_id = ${organizationId} AND state = 'toSort'`.execute(tx)).rows[0]!.count;

/** A mail as it is kept; the text is cut to what a person reads of it. */
export type Incoming = {
  uidValidity: string;
  uid: number;
  messageId: string | undefined;
  sender: string | undefined;
  senderName: string | undefined;
  subject: string;
  text: string;
  sentAt: Date | undefined;
  receivedAt: Date;
  attachments: number;
  bytes: number;
  cut: boolean;
  proof: Proof;
};
export const longestText = 20_000;

/** The id by which a mail is known again: its own, or what it says, where its sender gave it none. */
export const idOf = ({ messageId, sender, sentAt, subject, text }: Pick<Incoming, 'messageId' | 'sender' | 'sentAt' | 'subject' | 'text'>): string =>
  messageId ??
  `sha256:${createHash('sha256')
    .update(JSON.stringify([sender, sentAt?.toISOString(), subject, text]))
    .digest('base64url')}`;

/** Keeps a mail, once; undefined where it was taken in before, under this uid or as another copy. */
export const keepMail = async (tx: Tx, organizationId: string, mail: Incoming, judged: Judged, known: Known): Promise<string | undefined> => {
  const id = newId();
  const kept = await tx
    .insertInto('incomingMail')
    .values({
      organizationId,
      id,
      uidValidity: mail.uidValidity,
      uid: String(mail.uid),
      messageId: idOf(mail),
      sender: mail.sender ?? null,
      senderName: mail.senderName || null,
      subject: mail.subject.slice(0, 300) || null,
      text: mail.text.slice(0, longestText).toWellFormed() || null,
      sentAt: mail.sentAt ?? null,
      receivedAt: mail.receivedAt,
      state: judged.state,
      why: judged.why,
      supplierId: known.supplierId ?? null,
      personId: known.personId ?? null,
      interventionId: null,
      sortedOn: null,
      attachments: mail.attachments,
      bytes: String(mail.bytes),
      cut: mail.cut || mail.text.length > longestText,
      proof: mail.proof,
      note: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept?.id;
};

/** Whether a mail was taken in before: asked before its text is worked on. The row itself decides, when it is written. */
export const isKept = async (tx: Tx, organizationId: string, messageId: string): Promise<boolean> =>
  (await tx.selectFrom('incomingMail').select('id').where('organizationId', '=', organizationId).where('messageId', '=', messageId).executeTakeFirst()) !== undefined;

/** Says what became of a mail: of which intervention it is part, and of whom it was. */
export const settleMail = async (
  tx: Tx,
  organizationId: string,
  id: string,
  change: { state?: Judged['state']; why?: Judged['why']; interventionId?: string; sortedOn?: string; note?: string | null; supplierId?: string },
): Promise<void> => {
  await tx.updateTable('incomingMail').set(change).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** Domains where everybody has an address: one of a firm there says nothing of another. */
const everybodys = [
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.be',
  'live.com',
  'icloud.com',
  'me.com',
  'yahoo.com',
  'skynet.be',
  'telenet.be',
  'proximus.be',
  'voo.be',
  'scarlet.be',
  'gmx.de',
  'web.de',
];

/** Who an address is, on a day: of a firm that works for the centre, or of the centre. An unknown one of a firm's own domain names the firm, for whoever sorts. */
export const whoIs = async (tx: Tx, organizationId: string, address: string, day: string): Promise<Known> => {
  const { rows } = await sql<{ kind: Known['kind']; supplierId: string | null; personId: string | null; name: string | null }>`
    WITH people AS (SELECT p.id, p.last_name || ' ' || p.first_name AS name FROM person p WHERE p.organization_id = ${organizationId} AND lower(p.email) = ${address})
    SELECT 'firm' AS kind, w.supplier_id, p.id AS person_id, p.name, 1 AS place FROM people p
      JOIN supplier_person w ON w.organization_id = ${organizationId} AND w.person_id = p.id AND w.start <= ${day} AND (w."end" IS NULL OR w."end" >= ${day})
      JOIN supplier s ON s.organization_id = w.organization_id AND s.id = w.supplier_id AND (s.ended_on IS NULL OR s.ended_on >= ${day})
    UNION ALL SELECT 'person', NULL, p.id, p.name, 2 FROM people p
      WHERE EXISTS (SELECT FROM contract c WHERE c.organization_id = ${organizationId} AND c.person_id = p.id AND c.start <= ${day} AND (c."end" IS NULL OR c."end" >= ${day}))
        OR EXISTS (SELECT FROM mandate m WHERE m.organization_id = ${organizationId} AND m.person_id = p.id AND m.start <= ${day} AND (m."end" IS NULL OR m."end" >= ${day}))
    UNION ALL SELECT 'firm', s.id, NULL, s.name, 3 FROM supplier s
      WHERE s.organization_id = ${organizationId} AND ${address} IN (lower(s.email), lower(s.support_email)) AND (s.ended_on IS NULL OR s.ended_on >= ${day})
    UNION ALL SELECT 'former', NULL, p.id, p.name, 4 FROM people p
    UNION ALL SELECT 'former', s.id, NULL, s.name, 5 FROM supplier s WHERE s.organization_id = ${organizationId} AND ${address} IN (lower(s.email), lower(s.support_email))
    UNION ALL SELECT 'unknown', s.id, NULL, NULL, 6 FROM supplier s
      WHERE s.organization_id = ${organizationId} AND ${domainOf(address)} IN (split_part(lower(s.email), '@', 2), split_part(lower(s.support_email), '@', 2))
        AND NOT ${domainOf(address)} = ANY(${everybodys}::text[]) AND (s.ended_on IS NULL OR s.ended_on >= ${day})
    ORDER BY place, 2, 3 LIMIT 1`.execute(tx);
  const [found] = rows;
  if (!found) return { kind: 'unknown' };
  return { kind: found.kind, supplierId: found.supplierId ?? undefined, personId: found.personId ?? undefined, name: found.name ?? undefined };
};

/** The intervention that a mail answers, by its number or by the id of one of our letters, and whether its writer has to do with it. */
export const answeredBy = async (tx: Tx, organizationId: string, mail: { subject: string; references: readonly string[]; sender: string }, known: Known): Promise<Answered> => {
  const named = numberIn(mail.subject);
  const ours = mail.references.flatMap((id) => (id.startsWith(ownId) ? [/^<beffroi\.([0-9a-f-]{36})@/.exec(id)?.[1]] : [])).filter((id) => id !== undefined);
  if (!named && ours.length === 0) return undefined;
  const theirs = sql`(${known.kind === 'person'} OR i.supplier_id = ${known.supplierId ?? null}::uuid OR EXISTS (SELECT FROM incoming_mail m
    WHERE m.organization_id = i.organization_id AND m.intervention_id = i.id AND m.sender = ${mail.sender}))`;
  const { rows } = await sql<{ id: string; theirs: boolean; ended: boolean }>`
    SELECT i.id, COALESCE(${theirs}, false) AS theirs,
      i.question IS NULL AND (i."end" IS NOT NULL OR i.cancelled_on IS NOT NULL OR i.decision IS NOT DISTINCT FROM 'refused') AS ended FROM intervention i WHERE i.organization_id = ${organizationId} AND (
      (i.year = ${named?.year ?? 0} AND i.number = ${named?.number ?? 0}) OR i.id IN (SELECT r.intervention_id FROM mail_reply r WHERE r.organization_id = ${organizationId} AND r.id = ANY(${ours}::uuid[])))
    ORDER BY (i.year = ${named?.year ?? 0} AND i.number = ${named?.number ?? 0}) DESC LIMIT 1`.execute(tx);
  return rows[0] ?? (named ? 'unknown' : undefined);
};

/** How many interventions a sender has announced by mail since an instant. */
export const announcedSince = async (tx: Tx, organizationId: string, sender: string, since: Date): Promise<number> =>
  (
    await sql<{
      count: number;
    }>`SELECT count(*)::int AS count FROM incoming_mail WHERE organization_id = ${organizationId} AND sender = ${sender} AND received_at >= ${since} AND why = 'announced'`.execute(tx)
  ).rows[0]!.count;

export const listMails = (tx: Tx, organizationId: string, { state }: { state?: string | undefined }): Listed => {
  const query = tx
    .selectFrom('incomingMail as m')
    .leftJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'm.organizationId').onRef('s.id', '=', 'm.supplierId'))
    .leftJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'm.organizationId').onRef('p.id', '=', 'm.personId'))
    .leftJoin('intervention as i', (join) => join.onRef('i.organizationId', '=', 'm.organizationId').onRef('i.id', '=', 'm.interventionId'))
    .where('m.organizationId', '=', organizationId)
    .select(['m.id', 'm.version', 'm.sender', 'm.senderName', 'm.subject', 'm.sentAt', 'm.receivedAt', 'm.state', 'm.why', 'm.supplierId', 'm.personId', 'm.interventionId'])
    .select(['m.sortedOn', 'm.attachments', 'm.bytes', 'm.cut', 'm.proof', 'm.note', 's.name as supplierName', 'i.year', 'i.number', 'i.subject as interventionSubject'])
    .select(sql<string | null>`p.last_name || ' ' || p.first_name`.as('personName')) as Listed;
  return state ? query.where('m.state', '=', state) : query;
};
export const mailSorts: Sorts = { received: [sql`m.received_at`] };

export type MailRow = {
  id: string;
  version: number;
  sender: string | null;
  senderName: string | null;
  subject: string | null;
  sentAt: Date | null;
  receivedAt: Date;
  state: Judged['state'];
  why: string | null;
  supplierId: string | null;
  supplierName: string | null;
  personId: string | null;
  personName: string | null;
  interventionId: string | null;
  interventionSubject: string | null;
  year: number | null;
  number: number | null;
  sortedOn: string | null;
  attachments: number;
  bytes: string | null;
  cut: boolean;
  proof: Proof;
  note: string | null;
  text?: string | null;
  messageId?: string | null;
};
/** One mail with its text; held for this transaction where asked. */
export const findMail = async (tx: Tx, organizationId: string, id: string, hold = false): Promise<MailRow | undefined> => {
  if (hold) await sql`SELECT FROM incoming_mail WHERE organization_id = ${organizationId} AND id = ${id} FOR UPDATE`.execute(tx);
  return (await listMails(tx, organizationId, {}).select(['m.text', 'm.messageId']).where('m.id', '=', id).executeTakeFirst()) as MailRow | undefined;
};

/** A mail of the time before, as a story tells it: what it was, and what became of it. */
export const enterMail = async (
  tx: Tx,
  organizationId: string,
  mail: Pick<Incoming, 'sender' | 'senderName' | 'subject' | 'text' | 'receivedAt'> & Partial<Pick<Incoming, 'attachments' | 'proof'>> & { uid: number },
  judged: Judged,
  of: { supplierId?: string; personId?: string; interventionId?: string; sortedOn?: string; note?: string } = {},
): Promise<string | undefined> => {
  const whole = { messageId: undefined, sentAt: mail.receivedAt, attachments: 0, bytes: mail.text.length + 1800, cut: false, proof: 'pass' as const, uidValidity: '1', ...mail };
  const id = await keepMail(tx, organizationId, whole, judged, { kind: 'unknown', supplierId: of.supplierId, personId: of.personId });
  const { interventionId, sortedOn, note } = of;
  if (id && (interventionId || sortedOn || note))
    await settleMail(tx, organizationId, id, { ...(interventionId ? { interventionId } : {}), ...(sortedOn ? { sortedOn } : {}), ...(note ? { note } : {}) });
  return id;
};
