import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { WaitingRow } from '../duties.ts';
import { hasAccount } from './store.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type RecipientFilters = { state?: 'waiting' | 'confirmed' | undefined; reach?: 'account' | 'mail' | 'paper' | undefined };

/** Who is asked on that day, and who has confirmed and is asked no more: with their service, how they can be reached, the last letter and the confirmation. */
export const listRecipients = (tx: Tx, organizationId: string, publicationId: string, filters: RecipientFilters, today: string): Listed => {
  let query = tx
    .selectFrom(
      sql`(
        SELECT p.id, p.last_name, p.first_name, p.first_name || ' ' || p.last_name AS person_name, s.name AS service_name, r.since, r.asked,
          CASE WHEN c.id IS NULL THEN 'waiting' ELSE 'confirmed' END AS state, c.id AS confirmation_id, c.version AS confirmation_version, c.confirmed_on, c.how, c.sheet_id, rb.name AS recorded_by,
          CASE WHEN ${hasAccount(today)} THEN 'account' WHEN p.email IS NOT NULL THEN 'mail' ELSE 'paper' END AS reach,
          letter.sent_at AS written_at, letter.fault, letter.letters
        FROM publication q
        CROSS JOIN LATERAL (
          SELECT a.person_id, a.since, true AS asked FROM publication_audience(q, ${today}) a
          UNION ALL
          SELECT k.person_id, q.starts_on, false FROM confirmation k WHERE k.organization_id = q.organization_id AND k.publication_id = q.id
            AND k.person_id NOT IN (SELECT a.person_id FROM publication_audience(q, ${today}) a)
        ) r
        JOIN person p ON p.organization_id = q.organization_id AND p.id = r.person_id
        LEFT JOIN confirmation c ON c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = p.id
        LEFT JOIN account rb ON rb.id = c.recorded_by AND c.how = 'paper'
        LEFT JOIN LATERAL (SELECT k.service_id FROM contract k WHERE k.organization_id = q.organization_id AND k.person_id = p.id
          ORDER BY (k.start <= ${today} AND (k."end" IS NULL OR k."end" >= ${today})) DESC, k.start DESC LIMIT 1) held ON true
        LEFT JOIN service s ON s.organization_id = q.organization_id AND s.id = held.service_id
        LEFT JOIN LATERAL (SELECT max(l.sent_at) AS sent_at, (array_agg(l.fault ORDER BY l.made_at DESC))[1] AS fault, count(l.sent_at)::int AS letters
          FROM publication_letter l WHERE l.organization_id = q.organization_id AND l.publication_id = q.id AND l.person_id = p.id AND l.kind <> 'byHand') letter ON true
        WHERE q.organization_id = ${organizationId} AND q.id = ${publicationId}
      )`.as('recipient') as never,
    )
    .selectAll() as Listed;
  if (filters.state) query = query.where('recipient.state', '=', filters.state);
  if (filters.reach) query = query.where('recipient.reach', '=', filters.reach);
  return query;
};
export const recipientSorts: Sorts = {
  name: [sql`recipient.last_name COLLATE names`, sql`recipient.first_name COLLATE names`],
  service: [sql`coalesce(recipient.service_name, '') COLLATE names`, sql`recipient.last_name COLLATE names`],
  since: [sql`recipient.since`, sql`recipient.last_name COLLATE names`],
  confirmed: [sql`coalesce(recipient.confirmed_on, 'infinity')`],
};

/** Those who are asked and have not confirmed, in the order of a list that goes round: by service, then by name. */
export const waitingPeople = async (tx: Tx, organizationId: string, publicationId: string, today: string): Promise<{ personName: string; serviceName: string | null }[]> =>
  listRecipients(tx, organizationId, publicationId, { state: 'waiting' }, today)
    .orderBy(recipientSorts['service']![0] as never)
    .orderBy(recipientSorts['name']![0] as never)
    .orderBy(recipientSorts['name']![1] as never)
    .orderBy(sql`recipient.id` as never)
    .execute() as unknown as Promise<{ personName: string; serviceName: string | null }[]>;

/** Which of these people are asked that day. */
export const askedAmong = async (tx: Tx, organizationId: string, publicationId: string, personIds: readonly string[], today: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`SELECT a.person_id AS id FROM publication q CROSS JOIN LATERAL publication_audience(q, ${today}) a
    WHERE q.organization_id = ${organizationId} AND q.id = ${publicationId} AND a.person_id = ANY (${personIds}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
};

export type NewConfirmation = { confirmedOn: string; how: 'account' | 'link' | 'paper'; at: Date; accountId?: string | undefined; sheetId?: string | undefined };

/** Records that these people have read it; who has confirmed already stays as they did. Returns how many are new. */
export const insertConfirmations = async (tx: Tx, organizationId: string, publicationId: string, personIds: readonly string[], given: NewConfirmation): Promise<number> => {
  if (personIds.length === 0) return 0;
  const made = await tx
    .insertInto('confirmation')
    .values(
      personIds.map((personId) => ({
        organizationId,
        id: newId(),
        publicationId,
        personId,
        confirmedOn: given.confirmedOn,
        how: given.how,
        recordedAt: given.at,
        recordedBy: given.accountId ?? null,
        sheetId: given.sheetId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organizationId', 'publicationId', 'personId']).doNothing())
    .returning('id')
    .execute();
  return made.length;
};

export const findConfirmation = async (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('confirmation').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** Signed lists that came back, newest first, with how many confirmations each stands behind. */
export const listSheets = async (tx: Tx, organizationId: string, publicationId: string) =>
  tx
    .selectFrom('signedSheet')
    .innerJoin('file', (join) => join.onRef('file.organizationId', '=', 'signedSheet.organizationId').onRef('file.id', '=', 'signedSheet.fileId'))
    .where('signedSheet.organizationId', '=', organizationId)
    .where('signedSheet.publicationId', '=', publicationId)
    .select(['signedSheet.id', 'signedSheet.version', 'signedSheet.receivedAt', 'file.name', 'file.size'])
    .select(sql<number>`(SELECT count(*)::int FROM confirmation c WHERE c.organization_id = signed_sheet.organization_id AND c.sheet_id = signed_sheet.id)`.as('confirmations'))
    .orderBy('signedSheet.receivedAt', 'desc')
    .orderBy('signedSheet.id', 'desc')
    .execute();

export const findSheet = async (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('signedSheet').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

export const insertSheet = async (tx: Tx, organizationId: string, sheet: { publicationId: string; fileId: string; receivedAt: Date }): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('signedSheet')
    .values({ organizationId, id, ...sheet })
    .execute();
  return id;
};

/** What this person is asked to read, and has read, of the publications that are open: what waits first. */
export const readingsOf = async (tx: Tx, organizationId: string, personId: string, today: string, publicationId?: string) => {
  const { rows } = await sql<{
    id: string;
    kind: string;
    ownDocumentId: string | null;
    title: string | null;
    number: number;
    language: string;
    confirm: boolean;
    startsOn: string;
    dueOn: string | null;
    message: string | null;
    since: string;
    confirmedOn: string | null;
    fileId: string;
    fileName: string;
    fileSize: number;
    format: 'pdf' | 'docx';
  }>`
    SELECT q.id, v.kind, v.own_document_id AS "ownDocumentId", o.title, v.number, v.language, q.confirm, q.starts_on AS "startsOn", q.due_on AS "dueOn", q.message, a.since, c.confirmed_on AS "confirmedOn",
      f.id AS "fileId", f.name AS "fileName", f.size AS "fileSize", CASE WHEN v.pdf_file_id IS NULL THEN 'docx' ELSE 'pdf' END AS format
    FROM publication q
    JOIN LATERAL publication_audience(q, ${today}) a ON a.person_id = ${personId}
    JOIN document_version v ON v.organization_id = q.organization_id AND v.id = q.document_version_id
    JOIN file f ON f.organization_id = v.organization_id AND f.id = coalesce(v.pdf_file_id, v.docx_file_id)
    LEFT JOIN own_document o ON o.organization_id = v.organization_id AND o.id = v.own_document_id
    LEFT JOIN confirmation c ON c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = a.person_id
    WHERE q.organization_id = ${organizationId} AND q.ended_on IS NULL AND q.starts_on <= ${today} AND (${publicationId ?? null}::uuid IS NULL OR q.id = ${publicationId ?? null}::uuid)
    ORDER BY (q.confirm AND c.id IS NULL) DESC, coalesce(q.due_on, 'infinity'), q.published_at DESC, q.id`.execute(tx);
  return rows;
};
export type ReadingRow = Awaited<ReturnType<typeof readingsOf>>[number];

/** The open publications of these centres that wait for somebody, with who it is that day. */
export const waitingByPublication = async (tx: Tx, organizationIds: readonly string[], today: string): Promise<WaitingRow[]> => {
  const { rows } = await sql<WaitingRow>`
    SELECT q.organization_id AS "organizationId", q.id AS "publicationId", o.title, q.starts_on AS "startsOn", q.due_on AS "dueOn", array_agg(a.person_id) AS "personIds"
    FROM publication q CROSS JOIN LATERAL publication_audience(q, ${today}) a
    JOIN document_version v ON v.organization_id = q.organization_id AND v.id = q.document_version_id
    LEFT JOIN own_document o ON o.organization_id = v.organization_id AND o.id = v.own_document_id
    WHERE q.organization_id = ANY (${organizationIds}::uuid[]) AND q.confirm AND q.ended_on IS NULL AND q.starts_on <= ${today}
      AND NOT EXISTS (SELECT FROM confirmation c WHERE c.organization_id = q.organization_id AND c.publication_id = q.id AND c.person_id = a.person_id)
    GROUP BY 1, 2, 3, 4, 5`.execute(tx);
  return rows;
};

export const personName = async (tx: Tx, organizationId: string, id: string): Promise<string> =>
  (
    await tx
      .selectFrom('person')
      .select(sql<string>`first_name || ' ' || last_name`.as('name'))
      .where('organizationId', '=', organizationId)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.name ?? '';
