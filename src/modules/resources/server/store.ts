import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { Authorisation, ResourceKind, RightLevel } from '../resource.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export type ResourceFilters = {
  kind?: string;
  supplierId?: string;
  ownerId?: string;
  ownerServiceId?: string;
  socialData?: 'true' | 'false';
  state?: 'inUse' | 'retired';
  missing?: 'owner' | 'authorisation';
  text?: string;
};

const retired = (day: string) => sql<boolean>`(resource.retired_on IS NOT NULL AND resource.retired_on < ${day})`;

/** Whether a right counts on that day: from its start to the day it ends by itself or was taken away, both included. */
const holds = (day: string) => sql<boolean>`g.start <= ${day} AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}`;

const authorised = (day: string) => sql<boolean>`EXISTS (SELECT FROM jsonb_array_elements(resource.authorisations) a
  WHERE a ->> 'from' <= ${day} AND coalesce(a ->> 'until', '9999-12-31') >= ${day})`;

/** Resources with the names of their owner, service and firm, and how many people have a right there that day. */
export const listResources = (tx: Tx, organizationId: string, filters: ResourceFilters, day: string): Listed => {
  let query = tx
    .selectFrom('resource')
    .leftJoin('person as owner', (join) => join.onRef('owner.organizationId', '=', 'resource.organizationId').onRef('owner.id', '=', 'resource.ownerId'))
    .leftJoin('service', (join) => join.onRef('service.organizationId', '=', 'resource.organizationId').onRef('service.id', '=', 'resource.ownerServiceId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'resource.organizationId').onRef('supplier.id', '=', 'resource.supplierId'))
    .where('resource.organizationId', '=', organizationId)
    .selectAll('resource')
    .select([sql<string | null>`owner.first_name || ' ' || owner.last_name`.as('ownerName'), 'service.name as ownerServiceName', 'supplier.name as supplierName'])
    .select(sql<string>`CASE WHEN ${retired(day)} THEN 'retired' ELSE 'inUse' END`.as('state'))
    .select(authorised(day).as('authorised'))
    .select(
      sql<number>`(SELECT count(DISTINCT g.person_id)::int FROM access_grant g WHERE g.organization_id = resource.organization_id AND g.resource_id = resource.id AND ${holds(day)})`.as('holders'),
    ) as Listed;
  for (const key of ['kind', 'supplierId', 'ownerId', 'ownerServiceId'] as const) if (filters[key]) query = query.where(`resource.${key}`, '=', filters[key]);
  if (filters.socialData) query = query.where('resource.socialData', '=', filters.socialData === 'true');
  if (filters.state) query = query.where(filters.state === 'retired' ? retired(day) : sql<boolean>`NOT ${retired(day)}`);
  if (filters.missing === 'owner') query = query.where('resource.ownerId', 'is', null).where('resource.ownerServiceId', 'is', null);
  if (filters.missing === 'authorisation') query = query.where('resource.kind', '=', 'bcssFlow').where(sql<boolean>`NOT ${authorised(day)}`);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('resource.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};
export const resourceSorts: Sorts = {
  kind: [sql`resource.position`, sql`resource.name COLLATE names`],
  name: [sql`resource.name COLLATE names`],
  supplier: [sql`coalesce(supplier.name, '') COLLATE names`, sql`resource.name COLLATE names`],
};

/** A resource as other rooms name it. */
export type ResourceRow = {
  id: string;
  name: string;
  kind: ResourceKind;
  levels: RightLevel[];
  socialData: boolean;
  ownerId: string | null;
  ownerServiceId: string | null;
  supplierId: string | null;
  accountSource: string;
  identifierFormat: string | null;
  authorisations: Authorisation[];
  retiredOn: string | null;
};

/** The resources of a centre in the order of the list (by kind, then by name), the retired ones too; or those of these ids. */
export const resourcesOf = async (tx: Tx, organizationId: string, ids?: readonly string[]): Promise<ResourceRow[]> => {
  if (ids?.length === 0) return [];
  let query = tx
    .selectFrom('resource')
    .select(['id', 'name', 'kind', 'levels', 'socialData', 'ownerId', 'ownerServiceId', 'supplierId', 'accountSource', 'identifierFormat', 'authorisations', 'retiredOn'])
    .where('organizationId', '=', organizationId)
    .orderBy('position')
    .orderBy(sql`name COLLATE names`)
    .orderBy('id');
  if (ids) query = query.where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`);
  return query.execute();
};

/** The names among these that resources of the centre bear already. */
export const namesTaken = async (tx: Tx, organizationId: string, names: readonly string[]): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('resource')
    .select('name')
    .where('organizationId', '=', organizationId)
    .where('name', '=', sql<string>`ANY (${[...names]}::text[])`)
    .execute();
  return new Set(rows.map(({ name }) => name));
};

/** The entries of the catalogue that the centre has already, retired ones too. */
export const entriesTaken = async (tx: Tx, organizationId: string): Promise<string[]> =>
  (await tx.selectFrom('resource').select('catalogueId').distinct().where('organizationId', '=', organizationId).where('catalogueId', 'is not', null).execute()).map(({ catalogueId }) => catalogueId!);

export type NewResource = {
  name: string;
  kind: ResourceKind;
  catalogueId: string;
  socialData: boolean;
  levels: string;
  accountSource: 'none' | 'file' | 'activeDirectory' | 'microsoft365' | 'ldap' | 'paper';
  position: number;
  searchText: string;
};

/** Adds resources, all of them or, where one cannot be, none; answers their ids. */
export const insertResources = async (tx: Tx, organizationId: string, resources: readonly NewResource[]): Promise<string[]> => {
  const rows = resources.map((resource) => ({ ...resource, organizationId, id: newId(), authorisations: '[]' }));
  await tx
    .insertInto('resource')
    .values(rows as never)
    .execute();
  return rows.map(({ id }) => id);
};

/** The rights to it that would still count after that day. */
export const rightIdsAfter = async (tx: Tx, organizationId: string, resourceId: string, day: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`SELECT g.id FROM access_grant g WHERE g.organization_id = ${organizationId} AND g.resource_id = ${resourceId}
    AND g.refused_on IS NULL AND coalesce(LEAST(g.until, g.ended_on), 'infinity') > ${day}`.execute(tx);
  return rows.map(({ id }) => id);
};

/** How many are in use, by kind, and how many of them want something; those with the end of an authorisation tell it themselves. */
export const resourceCounts = async (tx: Tx, organizationId: string, day: string) => {
  const { rows } = await sql<{ inUse: number; retired: number; socialData: number; withoutOwner: number; flows: number; unauthorised: number; bare: number }>`
    SELECT count(*) FILTER (WHERE u)::int AS in_use, count(*) FILTER (WHERE NOT u)::int AS retired, count(*) FILTER (WHERE u AND social_data)::int AS social_data,
      count(*) FILTER (WHERE u AND social_data AND owner_id IS NULL AND owner_service_id IS NULL)::int AS without_owner,
      count(*) FILTER (WHERE u AND kind = 'bcssFlow')::int AS flows, count(*) FILTER (WHERE u AND kind = 'bcssFlow' AND NOT ${authorised(day)})::int AS unauthorised,
      count(*) FILTER (WHERE u AND kind IN ('application', 'portal', 'domain') AND account_source = 'none')::int AS bare
    FROM (SELECT resource.*, NOT ${retired(day)} AS u FROM resource WHERE organization_id = ${organizationId}) resource`.execute(tx);
  return rows[0]!;
};
