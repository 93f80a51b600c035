import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Audience, PublicationInput, PublicationState } from '../publication.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type PublicationRow = {
  organizationId: string;
  id: string;
  version: number;
  documentVersionId: string;
  everybody: boolean;
  serviceIds: string[];
  mandateKinds: string[];
  personKinds: string[];
  personIds: string[];
  byMail: boolean;
  onPaper: boolean;
  confirm: boolean;
  startsOn: string;
  dueOn: string | null;
  message: string | null;
  publishedAt: Date;
  publishedBy: string | null;
  endedOn: string | null;
  endReason: 'withdrawn' | 'replaced' | null;
  kind: string;
  ownDocumentId: string | null;
  title: string | null;
  number: number;
  language: DocumentLanguage;
  fileId: string;
  state: PublicationState;
  recipients: number;
  confirmed: number;
  waiting: number;
  oldestSince: string | null;
};

const stateOn = (today: string) => sql<PublicationState>`CASE WHEN publication.ended_on IS NOT NULL THEN 'ended' WHEN publication.starts_on > ${today} THEN 'coming'
  WHEN publication.confirm AND progress.waiting = 0 THEN 'complete' WHEN publication.confirm AND publication.due_on < ${today} THEN 'late' ELSE 'open' END`;

/** Publications of these centres with the version they are about and how far they are: who is asked on that day, and who of them has confirmed. */
const publications = (tx: Tx, organizationIds: readonly string[], today: string) =>
  tx
    .selectFrom('publication')
    .innerJoin('documentVersion', (join) => join.onRef('documentVersion.organizationId', '=', 'publication.organizationId').onRef('documentVersion.id', '=', 'publication.documentVersionId'))
    .leftJoin('ownDocument', (join) => join.onRef('ownDocument.organizationId', '=', 'documentVersion.organizationId').onRef('ownDocument.id', '=', 'documentVersion.ownDocumentId'))
    .leftJoin('account', 'account.id', 'publication.publishedBy')
    .innerJoin(
      sql<{ recipients: number; confirmed: number; waiting: number; oldestSince: string | null }>`LATERAL (
        SELECT count(*)::int AS recipients, count(c.id)::int AS confirmed, (count(*) - count(c.id))::int AS waiting, min(a.since) FILTER (WHERE c.id IS NULL) AS oldest_since
        FROM publication_audience(publication, ${today}) a
        LEFT JOIN confirmation c ON c.organization_id = publication.organization_id AND c.publication_id = publication.id AND c.person_id = a.person_id)`.as('progress'),
      (join) => join.onTrue(),
    )
    .where('publication.organizationId', 'in', organizationIds)
    .selectAll('publication')
    .select([
      'account.name as publishedBy',
      'documentVersion.kind',
      'documentVersion.ownDocumentId',
      'documentVersion.number',
      'documentVersion.language',
      'ownDocument.title',
      sql<string>`coalesce(document_version.pdf_file_id, document_version.docx_file_id)`.as('fileId'),
      'progress.recipients',
      'progress.confirmed',
      'progress.waiting',
      'progress.oldestSince',
      stateOn(today).as('state'),
    ]);

export type PublicationFilters = { state?: PublicationState | undefined; documentVersionId?: string | undefined; ownDocumentId?: string | undefined; kind?: string | undefined };

export const listPublications = (tx: Tx, organizationId: string, filters: PublicationFilters, today: string): Listed => {
  let query = publications(tx, [organizationId], today) as Listed;
  if (filters.state) query = query.where(sql<boolean>`${stateOn(today)} = ${filters.state}`);
  if (filters.documentVersionId) query = query.where('publication.documentVersionId', '=', filters.documentVersionId);
  if (filters.ownDocumentId) query = query.where('documentVersion.ownDocumentId', '=', filters.ownDocumentId);
  if (filters.kind) query = query.where('documentVersion.kind', '=', filters.kind);
  return query;
};
export const publicationSorts: Sorts = {
  recent: [sql`-extract(epoch FROM publication.published_at)`],
  due: [sql`coalesce(publication.due_on, 'infinity')`],
  waiting: [sql`progress.waiting`],
};

export const findPublication = async (tx: Tx, organizationId: string, id: string, today: string): Promise<PublicationRow | undefined> =>
  (publications(tx, [organizationId], today) as Listed).where('publication.id', '=', id).executeTakeFirst() as Promise<PublicationRow | undefined>;

/** The version that is to be published: its state, or undefined when this centre has none with that id. */
export const versionState = async (tx: Tx, organizationId: string, id: string): Promise<string | undefined> =>
  (await tx.selectFrom('documentVersion').select('state').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.state;

/** Those of these ids that name no service, or no person, of the centre. */
export const unknownMembers = async (tx: Tx, organizationId: string, audience: Pick<Audience, 'serviceIds' | 'personIds'>): Promise<{ services: string[]; people: string[] }> => {
  const { rows } = await sql<{ services: string[]; people: string[] }>`SELECT
    ARRAY(SELECT x FROM unnest(${audience.serviceIds}::uuid[]) x WHERE NOT EXISTS (SELECT FROM service s WHERE s.organization_id = ${organizationId} AND s.id = x)) AS services,
    ARRAY(SELECT x FROM unnest(${audience.personIds}::uuid[]) x WHERE NOT EXISTS (SELECT FROM person p WHERE p.organization_id = ${organizationId} AND p.id = x)) AS people`.execute(tx);
  return rows[0]!;
};

/** Whom an audience would reach, before anything is published: in all, with an account, by mail, and by neither. */
export const countAudience = async (tx: Tx, organizationId: string, audience: Audience, startsOn: string, today: string) => {
  const asked = JSON.stringify({
    organization_id: organizationId,
    everybody: audience.everybody,
    service_ids: audience.serviceIds,
    mandate_kinds: audience.mandateKinds,
    person_kinds: audience.personKinds,
    person_ids: audience.personIds,
    starts_on: startsOn,
  });
  const { rows } = await sql<{ recipients: number; withAccount: number; withEmail: number; withNeither: number }>`
    SELECT count(*)::int AS recipients, count(*) FILTER (WHERE r.account)::int AS "withAccount", count(*) FILTER (WHERE NOT r.account AND r.email)::int AS "withEmail",
      count(*) FILTER (WHERE NOT r.account AND NOT r.email)::int AS "withNeither"
    FROM (SELECT p.email IS NOT NULL AS email, ${hasAccount(today)} AS account
      FROM publication_audience(jsonb_populate_record(NULL::publication, ${asked}::jsonb), ${today}) a JOIN person p ON p.organization_id = ${organizationId} AND p.id = a.person_id) r`.execute(tx);
  return rows[0]!;
};

/** Whether `p`, a person, signs in to this centre that day. */
export const hasAccount = (today: string) =>
  sql<boolean>`EXISTS (SELECT FROM link l WHERE l.organization_id = p.organization_id AND l.person_id = p.id AND l.start <= ${today} AND (l."end" IS NULL OR l."end" >= ${today}))`;

export const insertPublication = async (tx: Tx, organizationId: string, { audience, ...input }: PublicationInput, by: { at: Date; accountId: string | undefined }): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('publication')
    .values({
      ...input,
      ...audience,
      organizationId,
      id,
      dueOn: input.dueOn ?? null,
      message: input.message ?? null,
      publishedAt: by.at,
      publishedBy: by.accountId ?? null,
      endedOn: null,
      endReason: null,
    })
    .execute();
  return id;
};

export const hasOpenPublication = async (tx: Tx, organizationId: string, documentVersionId: string): Promise<boolean> =>
  (await tx.selectFrom('publication').select('id').where('organizationId', '=', organizationId).where('documentVersionId', '=', documentVersionId).where('endedOn', 'is', null).executeTakeFirst()) !==
  undefined;

/** The open publication of a version, as it was published. */
export const openOfVersion = async (tx: Tx, organizationId: string, documentVersionId: string) =>
  tx.selectFrom('publication').selectAll().where('organizationId', '=', organizationId).where('documentVersionId', '=', documentVersionId).where('endedOn', 'is', null).executeTakeFirst();

/** Ends an open publication of that version. Throws staleVersion where it has changed since. */
export const endPublication = async (tx: Tx, organizationId: string, id: string, version: number, endedOn: string, endReason: 'withdrawn' | 'replaced'): Promise<void> => {
  const ended = await tx
    .updateTable('publication')
    .set({ endedOn, endReason })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  if (Number(ended.numUpdatedRows) === 0) await refuseStale(tx, 'publication', organizationId, id, version);
};
