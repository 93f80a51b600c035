import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type AuditFilters = { table?: string; recordId?: string; actorId?: string; action?: string; from?: string; to?: string };

/** What a record is called: the code of its kind, the name it bears or its person's, its number; each only where it has one. */
export type Label = { kind?: string; name?: string; number?: number };

// What an entry itself says of its record, for the records that are no more.
const own = sql`(COALESCE(audit_entry.fields -> 'before', '{}') || COALESCE(audit_entry.fields -> 'after', '{}'))`;
const here = (alias: string) => sql`${sql.ref(`${alias}.organization_id`)} = audit_entry.organization_id`;
const person = sql`p.first_name || ' ' || p.last_name`;
const ofPerson = (table: string, kind: string) => sql`(SELECT jsonb_build_object('kind', COALESCE(${sql.ref(`r.${kind}`)}, ${own} ->> ${sql.lit(kind)}), 'name', ${person}) FROM (SELECT) one
  LEFT JOIN ${sql.table(table)} r ON ${here('r')} AND r.id = audit_entry.record_id
  LEFT JOIN person p ON ${here('p')} AND p.id = COALESCE(r.person_id, (${own} ->> 'person_id')::uuid))`;
const named = (table: string) => sql`jsonb_build_object('name', COALESCE((SELECT r.name FROM ${sql.table(table)} r WHERE ${here('r')} AND r.id = audit_entry.record_id), ${own} ->> 'name'))`;
const ofDocument = (id: unknown) => sql`(SELECT jsonb_build_object('kind', d.kind, 'number', d.number) FROM document_version d WHERE ${here('d')} AND d.id = ${id})`;
// An account is named where it is one of the centre's own; a pool where its members see it.
const accountName = (id: unknown) => sql`(SELECT a.name FROM account a JOIN link l ON l.account_id = a.id WHERE ${here('l')} AND a.id = ${id})`;

/** The label of an entry's record as it is called today; of a deleted one, as far as the entry tells. Null where nothing is known, as for events that concern a whole register. */
const label = sql<Label | null>`NULLIF(jsonb_strip_nulls(CASE WHEN audit_entry.action IN ('insert', 'update', 'delete') THEN CASE audit_entry.table_name
  WHEN 'organization' THEN (SELECT jsonb_build_object('name', COALESCE(o.name ->> o.document_language, o.municipality)) FROM organization o WHERE o.id = audit_entry.organization_id)
  WHEN 'person' THEN (SELECT jsonb_build_object('name', COALESCE(${person}, concat_ws(' ', ${own} ->> 'first_name', ${own} ->> 'last_name'))) FROM (SELECT) one
    LEFT JOIN person p ON ${here('p')} AND p.id = audit_entry.record_id)
  WHEN 'service' THEN ${named('service')}
  WHEN 'file' THEN ${named('file')}
  WHEN 'contract' THEN ${ofPerson('contract', 'kind')}
  WHEN 'mandate' THEN ${ofPerson('mandate', 'kind')}
  WHEN 'candidacy' THEN ${ofPerson('candidacy', 'function')}
  WHEN 'platform_meeting' THEN (SELECT jsonb_build_object('name', COALESCE((SELECT m.number || '/' || m.year FROM platform_meeting m WHERE ${here('m')} AND m.id = audit_entry.record_id), concat_ws('/', ${own} ->> 'number', ${own} ->> 'year'))))
  WHEN 'platform_point' THEN jsonb_build_object('name', ${own} ->> 'title')
  WHEN 'document_version' THEN COALESCE(${ofDocument(sql`audit_entry.record_id`)}, jsonb_build_object('kind', ${own} ->> 'kind', 'number', ${own} -> 'number'))
  WHEN 'document_verification' THEN ${ofDocument(sql`COALESCE((SELECT v.document_version_id FROM document_verification v WHERE ${here('v')} AND v.id = audit_entry.record_id), (${own} ->> 'document_version_id')::uuid)`)}
  WHEN 'link' THEN jsonb_build_object('name', ${accountName(sql`COALESCE((SELECT k.account_id FROM link k WHERE ${here('k')} AND k.id = audit_entry.record_id), (${own} ->> 'account_id')::uuid)`)})
  WHEN 'pool_membership' THEN (SELECT jsonb_build_object('name', q.name) FROM pool q JOIN pool_membership n ON n.pool_id = q.id
    WHERE ${here('n')} AND q.id = COALESCE((SELECT m.pool_id FROM pool_membership m WHERE ${here('m')} AND m.id = audit_entry.record_id), (${own} ->> 'pool_id')::uuid) LIMIT 1)
END END), '{}')`;

/** Tables of a centre whose records have a name. */
const withName = ['service', 'file', 'supplier', 'resource', 'zone', 'device', 'software', 'backup_plan'] as const;
type Cited = (typeof withName)[number] | 'person' | 'documentVersion' | 'account' | 'pool' | 'intervention';
/** Columns that hold the number of another record, and the table it stands in. */
const references: Readonly<Record<string, Cited>> = {
  person_id: 'person',
  called_by_id: 'person',
  head_id: 'person',
  service_id: 'service',
  parent_id: 'service',
  document_version_id: 'documentVersion',
  account_id: 'account',
  pool_id: 'pool',
  supplier_id: 'supplier',
  owner_id: 'person',
  author_id: 'person',
  auditor_id: 'person',
  host_id: 'person',
  escort_id: 'person',
  zone_id: 'zone',
  device_id: 'device',
  software_id: 'software',
  plan_id: 'backup_plan',
  intervention_id: 'intervention',
};
/** The same for columns that are called alike in every room: `asked_by_id` names a person, `approved_by` an account, `pdf_file_id` a file. */
const endings: readonly [RegExp, Cited][] = [
  [/_(?:by|for)_id$/, 'person'],
  [/_by$/, 'account'],
  [/(?:^|_)file_id$/, 'file'],
  [/(?:^|_)resource_id$/, 'resource'],
];
const tableOf = (column: string): Cited | undefined => references[column] ?? endings.find(([ending]) => ending.test(column))?.[1];
// A name that somebody typed may stand where an account does elsewhere.
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
type Sides = { before?: Record<string, unknown>; after?: Record<string, unknown> } | null;
const cited = (fields: Sides): { table: string; id: string }[] =>
  [fields?.before, fields?.after].flatMap((side) =>
    Object.entries(side ?? {}).flatMap(([column, value]) => {
      const table = tableOf(column);
      return table && isId(value) ? [{ table, id: value }] : [];
    }),
  );

/** What the records are called that the fields of these entries cite, by their ids: one question for each table. Records that are no more, or of another centre, are left out. */
export const citedNames = async (tx: Tx, organizationId: string, entries: readonly { fields: Sides }[]): Promise<(fields: Sides) => Record<string, Label>> => {
  const ids = (table: string): string[] => [...new Set(entries.flatMap(({ fields }) => cited(fields).flatMap((one) => (one.table === table ? [one.id] : []))))];
  const all = new Map<string, Label>();
  const learn = async (table: Cited, query: (wanted: RawBuilder<unknown>) => RawBuilder<Label & { id: string }>): Promise<void> => {
    const wanted = ids(table);
    if (wanted.length === 0) return;
    for (const { id, ...known } of (await query(sql`ANY (${wanted}::uuid[])`).execute(tx)).rows) all.set(id, known);
  };
  await learn('person', (wanted) => sql`SELECT p.id, ${person} AS name FROM person p WHERE p.organization_id = ${organizationId} AND p.id = ${wanted}`);
  for (const table of withName) await learn(table, (wanted) => sql`SELECT id, name FROM ${sql.table(table)} WHERE organization_id = ${organizationId} AND id = ${wanted}`);
  await learn('documentVersion', (wanted) => sql`SELECT id, kind, number FROM document_version WHERE organization_id = ${organizationId} AND id = ${wanted}`);
  await learn('account', (wanted) => sql`SELECT a.id, a.name FROM account a JOIN link l ON l.account_id = a.id WHERE l.organization_id = ${organizationId} AND a.id = ${wanted}`);
  await learn('intervention', (wanted) => sql`SELECT id, year || '/' || number AS name FROM intervention WHERE organization_id = ${organizationId} AND id = ${wanted}`);
  await learn('pool', (wanted) => sql`SELECT q.id, q.name FROM pool q JOIN pool_membership m ON m.pool_id = q.id WHERE m.organization_id = ${organizationId} AND q.id = ${wanted}`);
  return (fields) =>
    Object.fromEntries(
      cited(fields).flatMap(({ id }) => {
        const known = all.get(id);
        return known ? [[id, known]] : [];
      }),
    );
};

/** Entries of a centre that this scope may see, with the name of who acted and the label of the record. `from` and `to` are civil dates in Belgium, both included. */
export const listEntries = (tx: Tx, organizationId: string, filters: AuditFilters): Listed => {
  let query = tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.actorId')
    .where('auditEntry.organizationId', '=', organizationId)
    .select([
      'auditEntry.id',
      'auditEntry.at',
      'auditEntry.actorKind',
      'auditEntry.actorId',
      'account.name as actorName',
      'auditEntry.action',
      'auditEntry.tableName as table',
      'auditEntry.recordId',
      'auditEntry.recordVersion',
      'auditEntry.fields',
      'auditEntry.erasedAt',
      label.as('label'),
    ]) as Listed;
  if (filters.table) query = query.where('auditEntry.tableName', '=', filters.table);
  if (filters.recordId) query = query.where('auditEntry.recordId', '=', filters.recordId);
  if (filters.actorId) query = query.where('auditEntry.actorId', '=', filters.actorId);
  if (filters.action) query = query.where('auditEntry.action', '=', filters.action);
  if (filters.from) query = query.where(sql<boolean>`audit_entry.at >= (${filters.from}::date::timestamp AT TIME ZONE 'Europe/Brussels')`);
  if (filters.to) query = query.where(sql<boolean>`audit_entry.at < ((${filters.to}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels')`);
  return query;
};
export const auditSorts: Sorts = { at: [sql`audit_entry.at`, sql`audit_entry.position`] };

/** The head of a centre's chain: printed on approved documents, compared by `audit verify --anchor`. Absent before the first change. */
export const chainHead = async (tx: Tx, organizationId: string): Promise<{ number: number; hash: string; at: Date } | undefined> => {
  const head = await tx
    .selectFrom('auditLink')
    .select(['number', 'hash', 'at'])
    .where('organizationId', '=', organizationId)
    .where('class', '=', 'ordinary')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head && { number: head.number, hash: head.hash.toString('hex'), at: head.at };
};
